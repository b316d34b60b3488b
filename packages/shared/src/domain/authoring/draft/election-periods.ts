/** A time in which public bodies hold back, with both of its days (YYYY-MM-DD). */
export interface ElectionPeriod {
  readonly name: string
  readonly from: string
  readonly until: string
}

/**
 * Elections whose day does not follow from a rule. A general election that is called is a line here; its period begins
 * when Parliament is dissolved.
 */
export const electionPeriods: readonly ElectionPeriod[] = []

/**
 * Local elections in England are on the first Thursday in May (Representation of the People Act 1983, section 37), and the
 * pre-election period begins in the last week of March at the latest: six weeks before.
 */
export function electionDays(year: number): readonly ElectionPeriod[] {
  const first = new Date(Date.UTC(year, 4, 1))
  const thursday = new Date(Date.UTC(year, 4, 1 + ((11 - first.getUTCDay()) % 7)))
  const from = new Date(thursday.getTime() - 42 * 86_400_000)
  return [{ name: `the local elections of ${year}`, from: isoDay(from), until: isoDay(thursday) }]
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
