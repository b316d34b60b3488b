import type { Edition } from './edition.ts'
import type { ExplainedWord } from './glossary.ts'
import type { Media } from './media.ts'
import type { Question } from '../question/question.ts'
import type { ResultTable } from '../report/frozen-results.ts'

/**
 * A consultation: a formal request for views on something the Trust may decide, with opening and closing dates.
 * This type is also the file format that `npm run consultation -- publish` reads (docs/consultation-file.md).
 *
 * Text fields marked "rich" may hold **strong** words and [links](https://…); nothing else is markup.
 * Times are ISO 8601 with an offset ("2027-02-14T17:00:00+00:00"); dates are YYYY-MM-DD.
 */
export interface Consultation {
  readonly format: 'takepart/consultation/1'
  /** A UUID that never changes; the slug is its address and may not change after publishing either. */
  readonly id: string
  readonly slug: string
  /** The language of its words; a file is in English, and its editions may be in others. */
  readonly lang: string
  readonly title: string
  /** Two or three plain sentences: what may change, and that nothing has been decided. */
  readonly summary: string
  readonly trust: Trust
  readonly opensAt: string
  readonly closesAt: string
  readonly grace: GraceRule
  /** When the Trust says what it decided, and how what people say is used. `by` is a date. */
  readonly promise: { readonly by: string; readonly text: string } & LaidOver
  /** About how long answering takes, in minutes. */
  readonly minutes: number
  /** How to take part without this website. */
  readonly contact: Contact
  readonly documents: readonly ReadingDocument[]
  readonly sections: readonly Section[]
  readonly outcome?: Outcome
  /** Pictures, recordings and files, which blocks and options name by id. */
  readonly media?: readonly Media[]
  /** Hard words that are explained where they are used. */
  readonly glossary?: readonly ExplainedWord[]
  /** The id of a recording of the overview: signed, or read aloud. */
  readonly recording?: string
  /** What was changed after it was published, the newest last; people read it on its first page. */
  readonly changes?: readonly PublicNote[]
  /** Other forms of it. */
  readonly editions?: readonly Edition[]
  /** Which edition its words are laid over with (edition.ts). Absent: it is the standard one; never in a file. */
  readonly edition?: string
}

/** What laying an edition over a consultation adds to its parts. It is never in a file. */
export interface LaidOver {
  /** The language of this part's words, where it is not that of the consultation. Of a section: of its title. */
  readonly lang?: string
}

export interface Trust {
  readonly name: string
  /** Said in the page foot when the Trust is made up. */
  readonly note?: string
}

/** A note to everybody about a change: the day it was made, and what and why in plain words. */
export interface PublicNote {
  /** A date. */
  readonly on: string
  readonly text: string
}

/** What happens to a response finished before closing and delivered after it: always kept; this says what people may expect. */
export interface GraceRule extends LaidOver {
  readonly days: number
  readonly text: string
}

export interface Contact extends LaidOver {
  readonly name: string
  readonly phone?: string
  readonly hours?: string
  readonly email?: string
  readonly post?: string
  /** The Trust's own crisis line, and when it is answered: shown wherever people write. */
  readonly crisisPhone?: string
  readonly crisisWhen?: string
}

/** Material to read: HTML made from blocks, never a file. */
export interface ReadingDocument extends LaidOver {
  readonly id: string
  readonly title: string
  readonly minutes: number
  readonly blocks: readonly Block[]
  /** The id of a recording of all of it: signed, or read aloud. */
  readonly recording?: string
}

/** A titled group of questions, with what to read first. */
export interface Section extends LaidOver {
  readonly id: string
  readonly title: string
  readonly introduction?: readonly Block[]
  /** Ids of documents worth reading before this section. */
  readonly read?: readonly string[]
  /**
   * `equality`: answers are exported apart from the rest, so that no row joins who somebody is to what they said.
   * An equality section comes last and none of its questions is mandatory.
   */
  readonly purpose?: 'equality' | 'about-you' | 'publication'
  readonly questions: readonly Question[]
}

export type Block = LaidOver &
  (
    | { readonly kind: 'paragraph'; readonly text: string }
    | { readonly kind: 'heading'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: true }
    | {
        readonly kind: 'table'
        readonly caption: string
        readonly columns: readonly string[]
        readonly rows: readonly (readonly string[])[]
      }
    | { readonly kind: 'quote'; readonly text: string; readonly by: string }
    /** A picture of the consultation's media, by its id; `wide`: as wide as the text, for maps and plans. */
    | {
        readonly kind: 'picture'
        readonly picture: string
        readonly caption?: string
        readonly wide?: true
      }
    /**
     * Easy Read: a picture beside short sentences. The sentences say everything, so the picture has no words of its own,
     * unless `alt` gives it some.
     */
    | {
        readonly kind: 'easy'
        readonly picture: string
        readonly sentences: readonly string[]
        readonly alt?: string
      }
    /** An audio or video of the consultation's media, by its id. */
    | { readonly kind: 'recording'; readonly recording: string; readonly caption?: string }
    /** A PDF of the media, by its id: with the reading document that says the same, or with a reason why there is none and whom to ask. */
    | {
        readonly kind: 'document-file'
        readonly document: string
        readonly html?: string
        readonly reason?: string
        readonly contact?: string
      }
  )

/** What the Trust decided, and why. */
export interface Outcome {
  /** A date. */
  readonly publishedOn: string
  readonly summary: string
  readonly responses: number
  readonly weAsked: readonly Block[]
  readonly points: readonly OutcomePoint[]
  readonly next: readonly Block[]
  /** The frozen results it rests on, each number under the disclosure rule: everybody may take them away. */
  readonly results?: readonly ResultTable[]
}

export interface OutcomePoint {
  readonly id: string
  readonly title: string
  readonly youSaid: readonly Block[]
  readonly weDid: readonly Block[]
}

/** What a response answered, frozen: number 1 is the first published; a change makes the next. */
export interface ConsultationVersion {
  readonly number: number
  readonly consultation: Consultation
}

/** What a list says of a consultation: everything but its questions, its reading material and its editions. */
export type ListedConsultation = Omit<Consultation, 'sections' | 'documents' | 'editions'>

export type ConsultationStatus = 'scheduled' | 'open' | 'closed' | 'concluded'

/** True from the moment of closing on: what is finished then is finished too late. A receipt says that moment as well. */
export const hasClosed = ({ closesAt }: Pick<Consultation, 'closesAt'>, now: Date): boolean =>
  now.getTime() >= Date.parse(closesAt)

/**
 * Where a published consultation stands, derived and never stored. It is open from `opensAt` (included) to `closesAt`
 * (excluded). Closed becomes concluded when the outcome is published.
 */
export function statusOf(
  consultation: Pick<Consultation, 'opensAt' | 'closesAt' | 'outcome'>,
  now: Date,
): ConsultationStatus {
  if (now.getTime() < Date.parse(consultation.opensAt)) return 'scheduled'
  if (!hasClosed(consultation, now)) return 'open'
  return consultation.outcome ? 'concluded' : 'closed'
}

const ofMedia: ReadonlySet<Block['kind']> = new Set([
  'picture',
  'easy',
  'recording',
  'document-file',
])

/** True where what is asked, or said before it, shows a picture, a recording or a file. */
export const asksWithMedia = ({ sections }: Consultation): boolean =>
  sections.some(
    ({ introduction = [], questions }) =>
      introduction.some(({ kind }) => ofMedia.has(kind)) ||
      questions.some(
        (question) =>
          question.recording !== undefined ||
          ('options' in question && question.options.some(({ picture }) => picture)),
      ),
  )

/** Every question, in the order of the document. */
export const questionsOf = (consultation: Consultation): readonly Question[] =>
  consultation.sections.flatMap((section) => section.questions)
