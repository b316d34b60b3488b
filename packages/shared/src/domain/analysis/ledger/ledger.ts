import {
  countedLines,
  isCounted,
  uncountedLines,
  type Line,
  type Way,
  ways,
} from './ledger-line.ts'

/** How many responses are on each line that has any, and how they came in. As the database counts them. */
export interface LineCount {
  readonly line: Line
  readonly way: Way
  readonly behalf: 'self' | 'person' | 'organisation'
  readonly reason: string | null
  readonly campaign: string | null
  readonly count: number
}

/** A campaign, and how its responses in the same words count. */
export interface Campaign {
  readonly id: string
  readonly name: string
  /** `one`: all those in the standard words count as one response in the results. */
  readonly countAs: 'each' | 'one'
}

export interface LedgerLine {
  readonly line: Line
  readonly count: number
  /** Its parts, where a line has some: reasons of what was left out, organisations among those on behalf. */
  readonly parts: readonly { readonly name: string; readonly count: number }[]
}

/** The whole ledger of a consultation. */
export interface Ledger {
  readonly cameIn: number
  readonly byWay: readonly { readonly way: Way; readonly count: number }[]
  readonly counted: readonly LedgerLine[]
  readonly notCounted: readonly LedgerLine[]
  readonly countedTotal: number
  readonly notCountedTotal: number
  /** Responses that the results rest on: those counted, with each campaign that counts as one taken once. */
  readonly inResults: number
  /** Campaigns that count as one, and how many responses each stands for. */
  readonly asOne: readonly { readonly campaign: Campaign; readonly responses: number }[]
  /** Copies merged into other responses, and how many responses they were merged into. */
  readonly merged: { readonly copies: number; readonly into: number }
  /** Came in, but on no line: 0 unless the database was tampered with. Nothing is published while it is not 0. */
  readonly withoutLine: number
}

export interface LedgerCounts {
  /** Counted from the responses themselves, not from the lines. */
  readonly cameIn: number
  readonly lines: readonly LineCount[]
  readonly campaigns: readonly Campaign[]
  readonly mergedInto: number
}

const sumOf = (counts: readonly LineCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)

function groupedBy(
  counts: readonly LineCount[],
  nameOf: (count: LineCount) => string | null,
): readonly { readonly name: string; readonly count: number }[] {
  const groups = new Map<string, number>()
  for (const one of counts) {
    const name = nameOf(one)
    if (name !== null) groups.set(name, (groups.get(name) ?? 0) + one.count)
  }
  return [...groups].map(([name, count]) => ({ name, count }))
}

/** What a line is divided into when somebody opens it. */
function partsOf(line: Line, counts: readonly LineCount[]): LedgerLine['parts'] {
  switch (line) {
    case 'excluded':
      return groupedBy(counts, ({ reason }) => reason)
    case 'on-behalf':
      return groupedBy(counts, ({ behalf }) => behalf)
    case 'campaign-standard':
    case 'campaign-edited':
      return groupedBy(counts, ({ campaign }) => campaign)
    default:
      return []
  }
}

/** The ledger from its counts. */
export function ledgerOf({ cameIn, lines, campaigns, mergedInto }: LedgerCounts): Ledger {
  const on = (line: Line): readonly LineCount[] => lines.filter((one) => one.line === line)
  const lineOf = (line: Line): LedgerLine => ({
    line,
    count: sumOf(on(line)),
    parts: partsOf(line, on(line)),
  })
  const countedTotal = sumOf(lines.filter(({ line }) => isCounted(line)))
  const asOne = campaigns.flatMap((campaign) => {
    const responses = sumOf(on('campaign-standard').filter((one) => one.campaign === campaign.id))
    return campaign.countAs === 'one' && responses > 0 ? [{ campaign, responses }] : []
  })
  const represented = asOne.reduce((sum, { responses }) => sum + responses - 1, 0)
  return {
    cameIn,
    byWay: ways.map((way) => ({ way, count: sumOf(lines.filter((one) => one.way === way)) })),
    counted: countedLines.map(lineOf),
    notCounted: uncountedLines.map(lineOf),
    countedTotal,
    notCountedTotal: sumOf(lines) - countedTotal,
    inResults: countedTotal - represented,
    asOne,
    merged: { copies: sumOf(on('duplicate')), into: mergedInto },
    withoutLine: cameIn - sumOf(lines),
  }
}

/** True when every response is on a line. */
export const addsUp = ({ cameIn, countedTotal, notCountedTotal, withoutLine }: Ledger): boolean =>
  withoutLine === 0 && countedTotal + notCountedTotal === cameIn
