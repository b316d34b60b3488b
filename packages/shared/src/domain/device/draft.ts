import type { Answer, Answers } from '../question/answer.ts'
import { sameContent } from '../core/canonical-json.ts'
import type { ConsultationVersion } from '../consultation/consultation.ts'
import { standardEdition } from '../consultation/edition-address.ts'
import type { ResponseId } from '../core/ids.ts'
import { daysKept } from './expiry.ts'
import type { DraftParts, RecordOf } from './record.ts'
import type { ChangeResponse, SubmitResponse, WithdrawResponse } from '../response/response.ts'

/** How many questions a page shows; the reader's choice, over the same draft. */
export type Paging = 'question' | 'section' | 'all'

/** Answers on this device, not yet sent. */
export interface Draft extends DraftParts {
  readonly id: ResponseId
  readonly version: number
  /** The edition that is read now, or was last (edition.ts). */
  readonly edition: string
  readonly answers: Answers
  /** What lost to a newer answer written elsewhere, kept until the person chooses (P5). Newest last. */
  readonly others: readonly OtherVersion[]
  readonly paging: Paging
  /** The question last looked at. */
  readonly place?: string
  readonly startedAt: string
  /** True once the person has said whose device it is. Absent: kept as on a shared one, and asked. */
  readonly deviceAsked?: true
  /** The private code of the response, made on this device when the draft begins (private-code.ts). */
  readonly code: string
  /** Present when this draft changes a response that was received already. */
  readonly changes?: { readonly baseRevision: number }
}

/** An answer that another tab's newer answer replaced. */
export interface OtherVersion {
  readonly questionId: string
  readonly answer: Answers[string] | null
  readonly writtenAt: string
}

/** Something to tell the server of a response, made on the device and sent until it is answered. */
export type ResponseCommand =
  | { readonly kind: 'response.submit'; readonly input: SubmitResponse }
  | { readonly kind: 'response.change'; readonly input: ChangeResponse }
  | { readonly kind: 'response.withdraw'; readonly input: WithdrawResponse }

/** Everything this device knows of one response. */
export type DeviceRecord = RecordOf<'response'>

/** What was asked for came too late: the words are gone, because their author took them back or the Trust erased them. */
export function goneBefore(record: DeviceRecord): 'withdrawn' | 'erased' | undefined {
  if (record.state !== 'refused') return undefined
  const found = (state: 'withdrawn' | 'erased') =>
    record.problems.some(({ code }) => code === `response-${state}`) ? state : undefined
  return found('withdrawn') ?? found('erased')
}

/** What a new draft begins with. Ids, code and time are made by the device. */
export interface DraftStart {
  readonly id: ResponseId
  readonly version: ConsultationVersion
  readonly code: string
  readonly ownDevice: boolean
  /** ISO 8601. */
  readonly now: string
  /** One question a page when absent. */
  readonly paging?: Paging
  /** Absent: the standard one. */
  readonly edition?: string
  /** The answers of the received response that this draft changes; none for a new one. */
  readonly answers?: Answers
  readonly changes?: Draft['changes']
}

/** A draft that has never been stored. */
export function newDraft(start: DraftStart): Draft {
  const { consultation, number } = start.version
  return {
    id: start.id,
    slug: consultation.slug,
    version: number,
    edition: start.edition ?? standardEdition,
    title: consultation.title,
    revision: 0,
    answers: start.answers ?? {},
    others: [],
    paging: start.paging ?? 'question',
    startedAt: start.now,
    changedAt: start.now,
    ownDevice: start.ownDevice,
    code: start.code,
    ...(start.changes ? { changes: start.changes } : {}),
  }
}

/** The draft with one answer written, or taken away (null). The revision stays: storing it adds 1. */
export function withAnswer(
  draft: Draft,
  questionId: string,
  answer: Answer | null,
  now: string,
): Draft {
  const others = Object.entries(draft.answers).filter(([id]) => id !== questionId)
  const answers = Object.fromEntries(answer ? [...others, [questionId, answer]] : others)
  return { ...draft, answers, changedAt: now }
}

/**
 * Brings together what two tabs made of the same draft. `base` is the answers that `mine` began from; `theirs` is what
 * the other tab stored since. Question by question: what only one of them changed is taken; what both changed alike is
 * kept once; where they differ mine is shown and theirs is kept in `others`, so no words are lost (P5).
 *
 * While somebody goes on typing, the same other answer comes in again and again, each time a little longer; only the
 * longest is kept, and what the shown answer itself repeats or continues is not kept beside it. Paging, place and
 * everything else are mine; the revision is the higher one.
 */
export function mergeDrafts(base: Answers, mine: Draft, theirs: Draft): Draft {
  const merged = new Map<string, Answer>()
  const lost: OtherVersion[] = []
  for (const id of new Set([
    ...Object.keys(mine.answers),
    ...Object.keys(theirs.answers),
    ...Object.keys(base),
  ])) {
    const versions = {
      base: answerIn(base, id),
      mine: answerIn(mine.answers, id),
      theirs: answerIn(theirs.answers, id),
    }
    const answer = winner(versions)
    if (answer) merged.set(id, answer)
    if (bothChanged(versions))
      lost.push({ questionId: id, answer: versions.theirs, writtenAt: theirs.changedAt })
  }
  return {
    ...mine,
    revision: Math.max(mine.revision, theirs.revision),
    answers: Object.fromEntries(merged),
    others: keptVersions([...theirs.others, ...mine.others, ...lost], merged),
    startedAt: mine.startedAt < theirs.startedAt ? mine.startedAt : theirs.startedAt,
    changedAt: mine.changedAt > theirs.changedAt ? mine.changedAt : theirs.changedAt,
  }
}

/**
 * True when by this reading of the clock nothing was written for more than 90 days. One reading removes nothing
 * (expiry.ts). A draft whose time cannot be read is kept.
 */
export const draftExpired = (draft: Pick<Draft, 'changedAt'>, now: Date): boolean =>
  now.getTime() - Date.parse(draft.changedAt) > daysKept * 86_400_000

/** The three versions of one answer; null for none. */
type Versions = Readonly<Record<'base' | 'mine' | 'theirs', Answer | null>>

const answerIn = (answers: Answers, id: string): Answer | null =>
  Object.hasOwn(answers, id) ? (answers[id] ?? null) : null

const winner = ({ base, mine, theirs }: Versions): Answer | null =>
  sameContent(mine, base) ? theirs : mine

const bothChanged = ({ base, mine, theirs }: Versions): boolean =>
  !sameContent(mine, base) && !sameContent(theirs, base) && !sameContent(mine, theirs)

/** In the order they were written, without those whose words a later one, or the answer shown, repeats or continues. */
function keptVersions(
  versions: readonly OtherVersion[],
  shown: ReadonlyMap<string, Answer>,
): readonly OtherVersion[] {
  const ordered = [...versions].sort(
    (one, other) => Date.parse(one.writtenAt) - Date.parse(other.writtenAt) || 0,
  )
  return ordered.filter(
    (version, index) =>
      !continues(shown.get(version.questionId) ?? null, version.answer) &&
      !ordered
        .slice(index + 1)
        .some(
          (later) =>
            later.questionId === version.questionId && continues(later.answer, version.answer),
        ),
  )
}

function continues(later: Answer | null, earlier: Answer | null): boolean {
  if (sameContent(later, earlier)) return true
  return isText(later) && isText(earlier) && later.text.startsWith(earlier.text)
}

const isText = (answer: Answer | null): answer is Extract<Answer, { text: string }> =>
  answer !== null && 'text' in answer
