import type { JSONColumnType } from 'kysely'

/** How many events a topic has had. */
export interface LiveTopicTable {
  topic: string
  last: number
}

/** One thing that happened, in the order in which it became true. Holds ids and never words: those may be removed (P10). */
export interface LiveEventTable {
  topic: string
  sequence: number
  payload: JSONColumnType<object>
}
