import type { Acknowledgement } from './acknowledgement.ts'
import type { ContributionSource } from './contribution-source.ts'
import { findQuotation, type Quotation, type QuotationSource, type Span } from './quotation.ts'
import type { Stance } from './stance.ts'

/** A contribution as everybody may read it. Nothing else of it ever leaves the server. */
export interface ShownContribution {
  /** Its number in the round: the order in which contributions were first shown. */
  readonly number: number
  readonly inReplyTo?: number
  readonly source: ContributionSource
  /** Said of where it comes from: the part of the Trust, the meeting. */
  readonly sourceNote?: string
  /** A day, YYYY-MM-DD. */
  readonly shownOn: string
  readonly editedOn?: string
  readonly replies: number
  readonly words: ShownWords | WordsGone
  /** How many people said so, below the threshold too: {@link roundedCount} before it is shown. */
  readonly acknowledged: Readonly<Record<Acknowledgement, number>>
}

/** Words that a moderator accepted. */
export interface ShownWords {
  readonly kind: 'said'
  readonly name: string
  readonly self?: string
  readonly stance?: Stance
  readonly condition?: string
  readonly text: string
  /** Stretches of `text` that stand for words a moderator took out, "[name removed]", each with its reason. */
  readonly removed: readonly RemovedWords[]
  readonly quotations: readonly ShownQuotation[]
}

export interface RemovedWords extends Span {
  readonly reason: string
}

/** Its place is kept because people have answered it; its words are not there to be read, and nor is its name. */
export interface WordsGone {
  readonly kind: 'changing' | 'withdrawn' | 'removed'
}

/** A quotation that was checked against the text as it is shown now. */
export type ShownQuotation =
  | {
      readonly of: QuotationSource
      readonly by: string
      readonly exact: string
    }
  /** The words are no longer in the text, so none of them are shown. */
  | { readonly of: QuotationSource; readonly by?: string; readonly gone: true }

/** What is quoted from: who wrote it and its text as it is shown. Undefined where it is not shown. */
export type ReadSource = (
  of: QuotationSource,
) => { readonly by: string; readonly text: string } | undefined

/** Checks quotations against what everybody can read now. Words that are not there are left out, whatever was stored. */
export const checkedQuotations = (
  quotations: readonly Quotation[],
  read: ReadSource,
): readonly ShownQuotation[] =>
  quotations.map((quotation) => {
    const { of, exact } = quotation
    const source = read(of)
    if (!source) return { of, gone: true }
    const { by } = source
    return findQuotation(source.text, quotation) ? { of, by, exact } : { of, by, gone: true }
  })
