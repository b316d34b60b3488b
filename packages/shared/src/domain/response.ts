import type { Answers } from './answer.ts'
import type { ChangeId, Reference, ResponseId } from './ids.ts'

/**
 * One participant's answers to one version of a consultation, as the device sends them.
 *
 * The two device times are only ever subtracted from each other, so a device whose clock is wrong by years is treated
 * like any other: `receivedAt - (sentAt - completedAt)` is when the person finished, by the server's clock.
 */
export interface SubmitResponse {
  readonly responseId: ResponseId
  readonly slug: string
  readonly version: number
  readonly edition: 'standard'
  readonly answers: Answers
  /** SHA-256 of the private code (normalised, see private-code.ts), 64 lower-case hex digits. The code itself stays on the device. */
  readonly codeHash: string
  /** Device time, ISO 8601 UTC, when the person pressed Send. */
  readonly completedAt: string
  /** Device time, ISO 8601 UTC, of this attempt. */
  readonly sentAt: string
}

/** Replaces the answers of a received response, until closing. `code` is the private code in clear. */
export interface ChangeResponse {
  readonly changeId: ChangeId
  readonly responseId: ResponseId
  readonly code: string
  /** The revision the change was made from; another one means it was changed elsewhere meanwhile. */
  readonly baseRevision: number
  readonly answers: Answers
  readonly completedAt: string
  readonly sentAt: string
}

/** Takes a response back, until closing. The words are erased; that there was a response stays counted as withdrawn. */
export interface WithdrawResponse {
  readonly changeId: ChangeId
  readonly responseId: ResponseId
  readonly code: string
}

/** Opens a received response with what is on the receipt, on any device. */
export interface ReadResponse {
  readonly reference: string
  readonly code: string
}

/** What the server says once the row is committed (P2). Times are to the hour (S30). */
export interface Receipt {
  readonly responseId: ResponseId
  readonly reference: Reference
  /** 1 when first received; each change adds 1. */
  readonly revision: number
  readonly state: 'received' | 'withdrawn'
  /** Finished before closing and delivered after it. */
  readonly late: boolean
  readonly receivedAt: string
  /** Until when it can be changed or withdrawn. */
  readonly closesAt: string
}

/** A received response as its author may read it again. */
export interface ReceivedResponse {
  readonly receipt: Receipt
  readonly slug: string
  readonly version: number
  readonly answers: Answers
}
