import type { Answers } from '@takepart/shared/domain/question/answer'
import type { JSONColumnType } from 'kysely'

/**
 * One response. Nothing here says who, from where or exactly when: no account, address, session or counter, ids are random, and
 * both times are to the hour (the database refuses others).
 */
export interface ResponseTable {
  id: string
  consultation_id: string
  version: number
  edition: string
  reference: string
  /** SHA-256 of the private code. */
  code_hash: Buffer
  revision: number
  state: 'received' | 'withdrawn' | 'erased'
  late: boolean
  /** Null once withdrawn or erased. */
  answers: JSONColumnType<Answers> | null
  /**
   * SHA-256 over what is in `answers` now; see content-hash.ts. Null once withdrawn or erased, since few answers can be guessed from
   * it.
   */
  content_hash: Buffer | null
  /** The same over what was sent first, by which a repeat of the first sending is known. Null too where words were taken out. */
  first_hash: Buffer | null
  completed_at: Date
  received_at: Date
}

/** A change or withdrawal that was received, by which a repeat of it is known. */
export interface ResponseChangeTable {
  change_id: string
  response_id: string
  kind: 'change' | 'withdrawal'
  /** The revision of the response after it. */
  revision: number
  late: boolean
  content_hash: Buffer | null
  received_at: Date
}
