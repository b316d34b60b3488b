import type { DeviceRecord } from './draft.ts'
import type { Problem } from '../response/problem.ts'
import type { RequestId } from '../core/ids.ts'
import type {
  AskForSupport,
  RequestReceipt,
  SupportRequest,
  WrittenRequest,
} from '../support-request/support-request.ts'

/** Asks the server for support; sent until it is answered, like every command. */
export interface AskCommand {
  readonly kind: 'support-request.ask'
  readonly input: AskForSupport
}

/** A request that somebody is writing, not yet sent. */
export interface RequestDraft {
  readonly id: RequestId
  readonly slug: string
  /** The consultation's title, so that a list can be read without the consultation. */
  readonly title: string
  readonly written: WrittenRequest
  readonly revision: number
  readonly changedAt: string
  /** As with a draft: false means that it is kept for this browser session only. */
  readonly ownDevice: boolean
}

/** What somebody asked for, as this device keeps it. It never changes: what is asked for anew is another request. */
export type AskedRequest = Omit<RequestDraft, 'written'> & { readonly request: SupportRequest }

/** Everything this device knows of one request for support: exactly one of four states (P4). */
export type RequestRecord =
  | { readonly state: 'draft'; readonly draft: RequestDraft; readonly receipt?: undefined }
  | SentRequest

export type SentRequest = { readonly draft: AskedRequest; readonly receipt?: RequestReceipt } & (
  | { readonly state: 'waiting'; readonly command: AskCommand; readonly queuedAt: string }
  | { readonly state: 'received'; readonly receipt: RequestReceipt }
  | {
      readonly state: 'refused'
      readonly command: AskCommand
      readonly problems: readonly Problem[]
      readonly refusedAt: string
    }
)

/** What a device keeps: records of responses and of requests, in one store and one outbox. */
export type KeptRecord = DeviceRecord | RequestRecord

export const isOfResponse = (record: KeptRecord): record is DeviceRecord =>
  'answers' in record.draft

export const isOfRequest = (record: KeptRecord): record is RequestRecord => !isOfResponse(record)
