import { accept, refuse, type Result } from '../../core/result.ts'
import { lineOf, type ExclusionReason, type LedgerFacts, type Line } from './ledger-line.ts'

/**
 * One decision on one or more responses. It changes what is known of them, with who decided and why, and can be undone:
 * undoing is a step of its own, so the history is never rewritten.
 */
export type LedgerDecision =
  | { readonly kind: 'accept-late' }
  | { readonly kind: 'refuse-late' }
  | { readonly kind: 'merge'; readonly into: string }
  | {
      readonly kind: 'label-campaign'
      readonly campaign: string
      readonly form: 'standard' | 'edited'
    }
  | { readonly kind: 'exclude'; readonly because: ExclusionReason }
  | { readonly kind: 'answer-for'; readonly behalf: LedgerFacts['behalf'] }

/** A response as a decision finds it. */
export interface LedgerRow {
  readonly id: string
  readonly reference: string
  readonly facts: LedgerFacts
}

export type LedgerProblem =
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'response-not-here' }
  | { readonly code: 'words-are-gone'; readonly reference: string }
  | { readonly code: 'not-late'; readonly reference: string }
  | { readonly code: 'merged-into-itself'; readonly reference: string }
  | { readonly code: 'merged-into-uncounted'; readonly reference: string; readonly line: Line }
  | { readonly code: 'others-merged-into-it'; readonly reference: string }
  | { readonly code: 'decided-since'; readonly reference: string }
  | { readonly code: 'already-undone' }
  | { readonly code: 'done-for-good' }
  | { readonly code: 'nothing-changes'; readonly reference: string }

/** A response's facts before and after a step. */
export interface LedgerMove {
  readonly id: string
  readonly reference: string
  readonly before: LedgerFacts
  readonly after: LedgerFacts
}

/** What a decision needs to know besides the responses it is about. */
export interface DecisionPlace {
  /** The response that others are to be merged into. */
  readonly target?: LedgerRow
  /** Responses that others were merged into: they cannot be merged away themselves. */
  readonly targets: ReadonlySet<string>
}

/**
 * Decides on a decision: every response's facts before and after, or every reason against it. Leaving something out, and
 * not accepting what came late, need a reason in words: somebody will ask why.
 */
export function decide(
  decision: LedgerDecision,
  reason: string,
  rows: readonly LedgerRow[],
  place: DecisionPlace,
): Result<readonly LedgerMove[], LedgerProblem> {
  if (rows.length === 0) return refuse({ code: 'nothing-chosen' })
  const needsReason = decision.kind === 'exclude' || decision.kind === 'refuse-late'
  const problems = [
    ...(needsReason && reason.trim() === '' ? [{ code: 'reason-missing' } as const] : []),
    ...rows.flatMap((row) => problemsWith(decision, row, place)),
  ]
  if (problems.length > 0) return refuse(...problems)
  return accept(
    rows.map(({ id, reference, facts }) => ({
      id,
      reference,
      before: facts,
      after: { ...facts, ...changeOf(decision) },
    })),
  )
}

function problemsWith(
  decision: LedgerDecision,
  row: LedgerRow,
  place: DecisionPlace,
): readonly LedgerProblem[] {
  const { reference, facts } = row
  if (facts.withdrawn || facts.erased) return [{ code: 'words-are-gone', reference }]
  switch (decision.kind) {
    case 'accept-late':
    case 'refuse-late':
      return facts.late ? [] : [{ code: 'not-late', reference }]
    case 'merge':
      return problemsWithMerging(row, place)
    case 'label-campaign':
    case 'exclude':
    case 'answer-for':
      return []
  }
}

/** Merged responses point at one that counts, and never at each other in a row: so each copy says which response stands for it. */
function problemsWithMerging(
  { id, reference }: LedgerRow,
  { target, targets }: DecisionPlace,
): readonly LedgerProblem[] {
  if (!target) return [{ code: 'response-not-here' }]
  if (target.id === id) return [{ code: 'merged-into-itself', reference }]
  if (targets.has(id)) return [{ code: 'others-merged-into-it', reference }]
  const line = lineOf(target.facts)
  return ['duplicate', 'withdrawn', 'erased', 'excluded', 'blank'].includes(line)
    ? [{ code: 'merged-into-uncounted', reference: target.reference, line }]
    : []
}

function changeOf(decision: LedgerDecision): Partial<LedgerFacts> {
  switch (decision.kind) {
    case 'accept-late':
      return { lateDecision: 'accepted' }
    case 'refuse-late':
      return { lateDecision: 'not-accepted' }
    case 'merge':
      return { mergedInto: decision.into }
    case 'label-campaign':
      return { campaign: decision.campaign, campaignForm: decision.form }
    case 'exclude':
      return { excluded: decision.because }
    case 'answer-for':
      return { behalf: decision.behalf }
  }
}

/** Steps that nothing undoes: the words they took are nowhere any more. */
const forGood: ReadonlySet<string> = new Set(['take-out', 'erase'])
export const isForGood = (kind: string): boolean => forGood.has(kind)

/** What a step may change. Anything else about a response changes only with the response itself. */
const decided = [
  'lateDecision',
  'mergedInto',
  'campaign',
  'campaignForm',
  'excluded',
  'behalf',
] as const satisfies readonly (keyof LedgerFacts)[]

/**
 * The moves that take a step back. Refused when it was undone already, and for a response on which something newer was
 * decided about the same thing: that has to be undone first. What happened to a response by itself since (it was
 * withdrawn, or changed late) stays as it is.
 */
export function undo(
  step: { readonly undone: boolean; readonly moves: readonly LedgerMove[] },
  rows: readonly LedgerRow[],
): Result<readonly LedgerMove[], LedgerProblem> {
  if (step.undone) return refuse({ code: 'already-undone' })
  const now = new Map(rows.map((row) => [row.id, row]))
  const problems: LedgerProblem[] = []
  const moves: LedgerMove[] = []
  for (const { id, reference, before, after } of step.moves) {
    const row = now.get(id)
    if (!row) problems.push({ code: 'response-not-here' })
    else {
      const touched = decided.filter((name) => before[name] !== after[name])
      if (touched.some((name) => row.facts[name] !== after[name]))
        problems.push({ code: 'decided-since', reference })
      const back = Object.fromEntries(touched.map((name) => [name, before[name]]))
      moves.push({ id, reference, before: row.facts, after: { ...row.facts, ...back } })
    }
  }
  return problems.length > 0 ? refuse(...problems) : accept(moves)
}
