import type { Block, Consultation } from './consultation.ts'
import { editionNamed, hasEdition, standardEdition } from './edition-address.ts'
import type { ExplainedWord } from './glossary.ts'
import { ownNameOf } from '../core/language.ts'

/**
 * An edition: another form of a consultation. It has words of its own for as many parts as its author wrote, and shares
 * everything else: ids, codes, conditions, dates. So an answer given in one edition is an answer in all of them.
 *
 * A part that an edition has not got is shown with the standard's words. Where that is another language, the part says so
 * in `lang`, for those who have the page read aloud.
 */
export interface Edition {
  /** `easy-read`, `bsl`, `audio`, or else a language tag in small letters: "ar", "zh-hant". It is a part of addresses. */
  readonly id: string
  readonly title?: string
  readonly summary?: string
  readonly promise?: string
  readonly grace?: string
  /** The words of the contact; number and email are the standard's. */
  readonly contact?: { readonly name: string; readonly hours?: string; readonly post?: string }
  /** How long answering takes in it. */
  readonly minutes?: number
  /** The id of a recording of the overview: signed, or read aloud. */
  readonly recording?: string
  readonly documents?: readonly EditionDocument[]
  readonly sections?: readonly EditionSection[]
  /** In place of the standard's glossary. */
  readonly glossary?: readonly ExplainedWord[]
  /** Words for the fixed answers of yes-no and agreement questions, by code: "yes", "strongly-agree". */
  readonly fixedLabels?: Readonly<Record<string, string>>
}

export interface EditionDocument {
  readonly id: string
  readonly title?: string
  readonly minutes?: number
  readonly blocks?: readonly Block[]
  readonly recording?: string
}

export interface EditionSection {
  readonly id: string
  readonly title?: string
  readonly introduction?: readonly Block[]
  readonly questions?: readonly EditionQuestion[]
}

/** Words for one question; those that its kind does not have say nothing. `about` is for the product's own words, so it stays. */
export interface EditionQuestion {
  readonly id: string
  readonly title?: string
  readonly hint?: string
  readonly why?: string
  readonly statement?: string
  readonly fromLabel?: string
  readonly toLabel?: string
  readonly unit?: string
  readonly options?: readonly EditionOption[]
  readonly statements?: readonly EditionOption[]
  readonly scale?: readonly EditionOption[]
  /** The id of a recording of the question. */
  readonly recording?: string
}

/** `say` is the name of the field that opens beside the option. */
export interface EditionOption {
  readonly code: string
  readonly label: string
  readonly hint?: string
  readonly say?: string
}

/** Editions that are not languages, with what they are called. */
export const formats = {
  'easy-read': 'Easy Read',
  bsl: 'British Sign Language (BSL)',
  audio: 'Audio',
} as const

export type Format = keyof typeof formats

export const isFormat = (edition: string): edition is Format => Object.hasOwn(formats, edition)

/** The language of an edition's words. What is signed or heard has the consultation's own words beside it. */
export const langOf = (edition: string, { lang }: Pick<Consultation, 'lang'>): string =>
  edition === standardEdition || isFormat(edition) ? lang : edition

/** What an edition is called, and the language of that name: a language by its own name. */
export function nameOf(edition: string): { readonly name: string; readonly lang: string } {
  if (edition === standardEdition) return { name: 'English, full version', lang: 'en-GB' }
  return isFormat(edition)
    ? { name: formats[edition], lang: 'en-GB' }
    : { name: ownNameOf(edition), lang: edition }
}

/** What is noted of the edition that a response was written in: one that the consultation has. */
export const notedEdition = (consultation: Pick<Consultation, 'editions'>, id: string): string =>
  hasEdition(consultation, id) ? id : standardEdition

/** How much of a consultation an edition has, in parts that somebody can look for. */
export interface Coverage {
  readonly questions: number
  readonly ofQuestions: number
  readonly documents: number
  readonly ofDocuments: number
  /** True when no question and nothing to read is missing. */
  readonly whole: boolean
}

/** What an edition has of the questions and the reading material. */
export function coverageOf(
  consultation: Pick<Consultation, 'sections' | 'documents'>,
  edition: Edition,
): Coverage {
  const asked = new Set(
    edition.sections?.flatMap(({ questions = [] }) => questions.map(({ id }) => id)),
  )
  const read = new Set(edition.documents?.map(({ id }) => id))
  const all = consultation.sections.flatMap((section) => section.questions)
  const questions = all.filter(({ id }) => asked.has(id)).length
  const documents = consultation.documents.filter(({ id }) => read.has(id)).length
  const [ofQuestions, ofDocuments] = [all.length, consultation.documents.length]
  return {
    questions,
    ofQuestions,
    documents,
    ofDocuments,
    whole: questions === ofQuestions && documents === ofDocuments,
  }
}

/** True when an edition has words for each of these questions; the standard has. */
export function hasQuestions(
  consultation: Consultation,
  edition: string,
  ids: readonly string[],
): boolean {
  if (edition === standardEdition) return true
  const asked =
    editionNamed(consultation, edition)?.sections?.flatMap(({ questions = [] }) =>
      questions.map(({ id }) => id),
    ) ?? []
  return ids.every((id) => asked.includes(id))
}
