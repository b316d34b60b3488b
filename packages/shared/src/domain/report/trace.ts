import type { ErasureReason, TakeOutReason } from '../response/removal.ts'
import type { Doing, OutcomeDraft } from './outcome-draft.ts'

/**
 * What became of one person's words: the themes that were found in them, and what was decided about those. It is put
 * together for whoever has the private code, and kept nowhere: no list at the desk joins a response to a decision.
 */
export interface ResponseTrace {
  /** False when the response stands on a line of the ledger that does not count. */
  readonly counted: boolean
  /** The outcome is published. */
  readonly concluded: boolean
  readonly slug: string
  /** Each question they answered in words, in which somebody found a theme. */
  readonly themes: readonly TracedTheme[]
  /** Why the Trust erased the response; absent: it did not. */
  readonly erased?: ErasureReason
  /** Questions out of whose answers the Trust took words, and why. */
  readonly takenOut?: readonly { readonly question: string; readonly reason: TakeOutReason }[]
}

export interface TracedTheme {
  readonly question: string
  readonly name: string
  readonly definition: string
  /** What the Trust did about it; empty before the outcome is published, or when no point of it answers this theme. */
  readonly decisions: readonly TracedDecision[]
}

export interface TracedDecision {
  /** The id of the point in the published outcome. */
  readonly point: string
  readonly title: string
  readonly did: Doing
}

/** The decisions of a published outcome about one theme, or about one that was merged into it. */
export const decisionsAbout = (
  { points }: Pick<OutcomeDraft, 'points'>,
  isTheme: (id: string) => boolean,
): readonly TracedDecision[] =>
  points.flatMap(({ id, title, did, themes }) =>
    did !== '' && themes.some(isTheme) ? [{ point: id, title, did }] : [],
  )
