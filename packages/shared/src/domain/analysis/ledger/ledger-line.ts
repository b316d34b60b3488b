/**
 * The reconciliation ledger: every response that came in stands on exactly one line, and the lines add up to what came
 * in. A line is never stored by anybody: it follows from what is known of the response, by the rule in {@link lineOf},
 * which the database restates as a generated column. So nothing can be on two lines or on none, and undoing a decision
 * puts a response back where it came from.
 */

/** How a response came in. */
export const ways = ['website', 'paper', 'telephone', 'email', 'meeting'] as const
export type Way = (typeof ways)[number]

/** For whom somebody answered. */
export const behalves = ['self', 'person', 'organisation'] as const
export type Behalf = (typeof behalves)[number]

/** Why a response may be left out. Each is a reason that a report names with its number. */
export const exclusionReasons = [
  'no-valid-contact',
  'test',
  'abuse',
  'not-eligible',
  'other',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** What is known of one response, beside its words. */
export interface LedgerFacts {
  readonly way: Way
  readonly behalf: Behalf
  /** Finished in time and delivered after closing; on paper: reached the Trust after closing. */
  readonly late: boolean
  /** What was decided on a late one, by the grace rule or by staff; null while it waits. */
  readonly lateDecision: 'accepted' | 'not-accepted' | null
  /** No question was answered. */
  readonly blank: boolean
  /** The response that this one is the same as. */
  readonly mergedInto: string | null
  /** The campaign whose words it uses. */
  readonly campaign: string | null
  readonly campaignForm: 'standard' | 'edited' | null
  readonly excluded: ExclusionReason | null
  /** Taken back by its author. */
  readonly withdrawn: boolean
  /** Erased by the Trust for a lawful reason. */
  readonly erased: boolean
}

/** Every line, in the order of the table: those that count, then those that do not. */
export const countedLines = [
  'in-time',
  'on-behalf',
  'late-accepted',
  'campaign-standard',
  'campaign-edited',
] as const
export const uncountedLines = [
  'late-waiting',
  'late-not-accepted',
  'blank',
  'duplicate',
  'withdrawn',
  'erased',
  'excluded',
] as const
export type CountedLine = (typeof countedLines)[number]
export type Line = CountedLine | (typeof uncountedLines)[number]

export const lines: readonly Line[] = [...countedLines, ...uncountedLines]

export const isCounted = (line: Line): line is CountedLine =>
  (countedLines as readonly Line[]).includes(line)

/**
 * The one line of a response. What comes first here wins: words that are gone cannot be counted whatever else is true of
 * them; a reason to leave a response out stands before how it is counted.
 */
export function lineOf(facts: LedgerFacts): Line {
  if (facts.erased) return 'erased'
  if (facts.withdrawn) return 'withdrawn'
  if (facts.excluded !== null) return 'excluded'
  if (facts.blank) return 'blank'
  if (facts.mergedInto !== null) return 'duplicate'
  if (facts.late && facts.lateDecision === null) return 'late-waiting'
  if (facts.late && facts.lateDecision === 'not-accepted') return 'late-not-accepted'
  return countedLineOf(facts)
}

function countedLineOf({ campaign, campaignForm, late, behalf }: LedgerFacts): CountedLine {
  if (campaign !== null)
    return campaignForm === 'standard' ? 'campaign-standard' : 'campaign-edited'
  if (late) return 'late-accepted'
  return behalf === 'self' ? 'in-time' : 'on-behalf'
}

const dayInMilliseconds = 86_400_000

/** True when a response delivered late is within the days of grace: it is accepted by the consultation's own rule. */
export const withinGrace = (closesAt: Date, graceDays: number, receivedAt: Date): boolean =>
  receivedAt.getTime() <= closesAt.getTime() + graceDays * dayInMilliseconds
