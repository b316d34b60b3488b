import type { Answers } from './answer.ts'
import type { ResponseId } from './ids.ts'
import type { Problem } from './problem.ts'
import type { ChangeResponse, Receipt, SubmitResponse, WithdrawResponse } from './response.ts'

/** How many questions a page shows; the reader's choice, over the same draft. */
export type Paging = 'question' | 'section' | 'all'

/** Answers on this device, not yet sent. */
export interface Draft {
  readonly id: ResponseId
  readonly slug: string
  readonly version: number
  readonly edition: 'standard'
  /** The consultation's title when the draft began, so that a list of drafts can be read without the consultation. */
  readonly title: string
  /** How often it has been stored; 0 means never. Each store adds 1. */
  readonly revision: number
  readonly answers: Answers
  /** What lost to a newer answer written elsewhere, kept until the person chooses (P5). Newest last. */
  readonly others: readonly OtherVersion[]
  readonly paging: Paging
  /** The question last looked at. */
  readonly place?: string
  readonly startedAt: string
  readonly changedAt: string
  /** True: kept until sent or cleared, 90 days at most. False: kept for this browser session only. */
  readonly ownDevice: boolean
  /** The private code of the response, made on this device when the draft begins (private-code.ts). */
  readonly code: string
  /** Present when this draft changes a response that was received already. */
  readonly changes?: { readonly baseRevision: number }
}

/** An answer that another tab's newer answer replaced. */
export interface OtherVersion {
  readonly questionId: string
  readonly answer: Answers[string] | null
  readonly writtenAt: string
}

/** Something to tell the server, made on the device and sent until it is answered. */
export type Command =
  | { readonly kind: 'response.submit'; readonly input: SubmitResponse }
  | { readonly kind: 'response.change'; readonly input: ChangeResponse }
  | { readonly kind: 'response.withdraw'; readonly input: WithdrawResponse }

/** What became of a command that reached the server. Not reaching it is an exception, `Unavailable`. */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly receipt: Receipt }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/** Everything this device knows of one response: exactly one of four states (P4). */
export type DeviceRecord = {
  readonly draft: Draft
  /** The last receipt, once there is one; a change in progress keeps it. */
  readonly receipt?: Receipt
} & (
  | { readonly state: 'draft' }
  | { readonly state: 'waiting'; readonly command: Command; readonly queuedAt: string }
  | { readonly state: 'received'; readonly receipt: Receipt }
  | { readonly state: 'refused'; readonly command: Command; readonly problems: readonly Problem[]; readonly refusedAt: string }
)

export type DeviceRecordState = DeviceRecord['state']
