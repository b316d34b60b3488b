import type { DeviceRecord } from './draft.ts'
import type { Problem } from './problem.ts'
import type { RequestId } from './ids.ts'
import type { AskForSupport, RequestReceipt, SupportRequest } from './support-request.ts'

/** Asks the server for support; sent until it is answered, like every command. */
export interface AskCommand {
  readonly kind: 'support-request.ask'
  readonly input: AskForSupport
}

/** What somebody asked for, as this device keeps it. It never changes: what is asked for anew is another request. */
export interface RequestDraft {
  readonly id: RequestId
  readonly slug: string
  /** The consultation's title, so that a list can be read without the consultation. */
  readonly title: string
  readonly request: SupportRequest
  readonly revision: number
  readonly changedAt: string
  /** As with a draft: false means that it is kept for this browser session only. */
  readonly ownDevice: boolean
}

/** Everything this device knows of one request for support: exactly one of three states (P4). */
export type RequestRecord = { readonly draft: RequestDraft; readonly receipt?: RequestReceipt } & (
  | { readonly state: 'waiting'; readonly command: AskCommand; readonly queuedAt: string }
  | { readonly state: 'received'; readonly receipt: RequestReceipt }
  | { readonly state: 'refused'; readonly command: AskCommand; readonly problems: readonly Problem[]; readonly refusedAt: string }
)

/** What a device keeps: records of responses and of requests, in one store and one outbox. */
export type KeptRecord = DeviceRecord | RequestRecord

export const isOfResponse = (record: KeptRecord): record is DeviceRecord => 'answers' in record.draft

export const isOfRequest = (record: KeptRecord): record is RequestRecord => !isOfResponse(record)
