import type { Round } from './round.ts'

/** What is said of a round where several are listed. */
export interface ListedRound {
  readonly round: Pick<
    Round,
    | 'slug'
    | 'kind'
    | 'title'
    | 'lede'
    | 'opensAt'
    | 'closesAt'
    | 'summary'
    | 'process'
    | 'consultation'
  >
  readonly contributions: number
}
