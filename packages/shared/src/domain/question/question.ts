import type { AnswerKind } from './answer.ts'
import type { LaidOver } from '../consultation/consultation.ts'

/** One choice of a choice question. The code is stable and stored; the label is what people read. */
export interface Option {
  /** 1–40 characters of a–z, 0–9 and hyphen; unique in its question. */
  readonly code: string
  readonly label: string
  readonly hint?: string
  /** Choosing this one un-chooses all others ("None of these", "I do not want to say"); several-of only. */
  readonly exclusive?: true
  /** "Other, say what": a text field that opens beside the option. `label` names the field. */
  readonly say?: { readonly label: string; readonly maxCharacters?: number }
  /** The id of a picture beside the label, which says it all: the picture has no words of its own. */
  readonly picture?: string
}

/**
 * The question is asked only when the answer to an earlier question includes one of these codes.
 * Codes are option codes; yes-no has `yes`, `no`, `dont-know`; consent has `given`.
 */
export interface Condition {
  readonly question: string
  readonly includes: readonly string[]
}

interface QuestionBase<Kind extends AnswerKind> extends LaidOver {
  /** 1–40 characters of a–z, 0–9 and hyphen; unique in the consultation and the same in all its editions. */
  readonly id: string
  readonly kind: Kind
  /** The question itself, as it is put. */
  readonly title: string
  /** A few words for summaries, error messages and column heads: "how you travel". */
  readonly about: string
  readonly hint?: string
  /** Why we ask: shown on request under the question. */
  readonly why?: string
  /** True when a response cannot be sent without it. Absent: the question is optional, and says so. */
  readonly mandatory?: true
  readonly showIf?: Condition
  /** The id of a recording of the question: signed, or read aloud. */
  readonly recording?: string
}

/** The words of fixed answers in the edition that is laid over a question, by code. They are never in a question's file. */
interface FixedAnswers {
  readonly labels?: Readonly<Record<string, string>>
}

/** Characters of a short and of a long text when the question does not say. */
export const shortTextMost = 200
export const longTextMost = 2000

export interface ShortTextQuestion extends QuestionBase<'short-text'> {
  /** Characters as people count them (grapheme clusters after NFC). Absent: {@link shortTextMost}. */
  readonly maxCharacters?: number
}
export interface LongTextQuestion extends QuestionBase<'long-text'> {
  /** As for short text. Absent: {@link longTextMost}; at most 10,000. */
  readonly maxCharacters?: number
}
export interface OneOfQuestion extends QuestionBase<'one-of'> {
  readonly options: readonly Option[]
}
export interface SeveralOfQuestion extends QuestionBase<'several-of'> {
  readonly options: readonly Option[]
  /** At most this many choices. */
  readonly most?: number
}
/** Yes, No, I do not know. The three codes are `yes`, `no`, `dont-know`. */
export type YesNoQuestion = QuestionBase<'yes-no'> & FixedAnswers
/** How far somebody agrees with a statement: the five codes of {@link agreementScale} and `dont-know`. */
export interface AgreementQuestion extends QuestionBase<'agreement'>, FixedAnswers {
  readonly statement: string
}
export interface NumberScaleQuestion extends QuestionBase<'number-scale'> {
  /** Whole numbers; `to` is 1–10 above `from`. The code of a point is the number itself. */
  readonly from: number
  readonly to: number
  readonly fromLabel: string
  readonly toLabel: string
}
export interface MatrixQuestion extends QuestionBase<'matrix'> {
  readonly statements: readonly Option[]
  readonly scale: readonly Option[]
}
export interface RankingQuestion extends QuestionBase<'ranking'> {
  /** 2–7 things to put in order. Ranking only some of them is an answer. */
  readonly options: readonly Option[]
}
export interface NumberQuestion extends QuestionBase<'number'> {
  readonly least?: number
  readonly most?: number
  /** Absent: whole numbers only. */
  readonly decimals?: number
  /** Shown after the field: "minutes". */
  readonly unit?: string
}
export interface DateQuestion extends QuestionBase<'date'> {
  /** ISO dates (YYYY-MM-DD), both included. */
  readonly earliest?: string
  readonly latest?: string
}
export interface ConsentQuestion extends QuestionBase<'consent'> {
  /** What ticking the box means, in the first person: "You may publish my words without my name." */
  readonly statement: string
}

/** One thing asked. */
export type Question =
  | ShortTextQuestion
  | LongTextQuestion
  | OneOfQuestion
  | SeveralOfQuestion
  | YesNoQuestion
  | AgreementQuestion
  | NumberScaleQuestion
  | MatrixQuestion
  | RankingQuestion
  | NumberQuestion
  | DateQuestion
  | ConsentQuestion

export type QuestionOf<Kind extends AnswerKind> = Extract<Question, { kind: Kind }>
