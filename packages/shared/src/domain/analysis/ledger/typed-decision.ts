import { normaliseReference } from '../../core/reference.ts'
import type { Behalf, ExclusionReason } from './ledger-line.ts'
import type { LedgerDecision } from './ledger-step.ts'

/** What somebody can decide about responses by hand. */
export const decisionKinds = [
  'accept-late',
  'refuse-late',
  'merge',
  'exclude',
  'answer-for',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** A decision as it stands in a form: anything may be missing. */
export interface TypedDecision {
  readonly chosen: readonly string[]
  readonly kind: DecisionKind | ''
  /** The reference of the response that others are the same as. */
  readonly into: string
  readonly because: ExclusionReason | ''
  readonly behalf: Behalf | ''
  readonly reason: string
}

/** The field that has to be filled in first. */
export type MissingField = 'chosen' | 'kind' | 'into' | 'because' | 'behalf' | 'reason'

/** What was decided, whole; for a merge with the reference, which has to be looked up. */
export type WholeDecision = Exclude<LedgerDecision, { kind: 'merge' | 'label-campaign' }>
export type ReadDecision =
  | { readonly missing: MissingField }
  | { readonly decision: WholeDecision }
  | { readonly mergeInto: string }

/** Reads a form from top to bottom, and stops at the first thing that is missing. */
export function readDecision(typed: TypedDecision): ReadDecision {
  if (typed.chosen.length === 0) return { missing: 'chosen' }
  const { kind, behalf } = typed
  switch (kind) {
    case '':
      return { missing: 'kind' }
    case 'merge':
      return readMerge(typed)
    case 'exclude':
      return readExclusion(typed)
    case 'answer-for':
      return behalf === '' ? { missing: 'behalf' } : { decision: { kind, behalf } }
    case 'refuse-late':
      return hasReason(typed) ? { decision: { kind } } : { missing: 'reason' }
    case 'accept-late':
      return { decision: { kind } }
  }
}

const hasReason = ({ reason }: TypedDecision): boolean => reason.trim() !== ''

function readMerge({ into }: TypedDecision): ReadDecision {
  const reference = normaliseReference(into)
  return reference === null ? { missing: 'into' } : { mergeInto: reference }
}

function readExclusion(typed: TypedDecision): ReadDecision {
  const { because } = typed
  if (because === '') return { missing: 'because' }
  return hasReason(typed) ? { decision: { kind: 'exclude', because } } : { missing: 'reason' }
}
