/** What networks near a limit have spent, shared by all servers for as long as the window lasts. Lost in a crash, and may be. */
export interface RateWindowTable {
  /** A hash of limit, network and window. */
  key: string
  spent: number
  ends_at: Date
}
