import type { FetchConsultation } from '../api/fetch-consultation.ts'
import type { ReadResponseOf, SendCommand, TraceResponse } from '../api/send-command.ts'
import type { FetchPage } from '../api/fetch-page.ts'
import type { RoundCalls } from '../api/round-calls.ts'
import type { LeftBehind } from '../offline/clear-device.ts'
import type { Connectivity } from '../offline/connectivity.ts'
import type { KeptMedia } from '../offline/kept-media.ts'
import type { Library } from '../offline/library.ts'
import type { Outbox } from '../offline/outbox.ts'
import type { Records } from '../offline/records.ts'

/** What pages may ask of the device and the server. Made once, for the whole page; a test hands on plain functions instead. */
export interface Services {
  readonly records: Records
  readonly outbox: Outbox
  readonly library: Library
  readonly connectivity: Connectivity
  /** Undefined where this browser keeps nothing of the kind. */
  readonly keptMedia: () => Promise<KeptMedia | undefined>
  readonly api: {
    readonly fetchConsultation: FetchConsultation
    readonly readResponse: ReadResponseOf
    readonly traceResponse: TraceResponse
    readonly fetchPage: FetchPage
  }
  readonly rounds: RoundCalls
  /** The markup of a public page as it is kept on this device, if it is. */
  readonly keptPage: (path: string) => Promise<string | undefined>
  /** Sends at once, past the outbox: for when the device cannot keep what waits. */
  readonly send: SendCommand
  readonly clearDevice: () => Promise<readonly LeftBehind[]>
  /** Calls the listener when another tab clears this device; the returned function stops that. */
  readonly whenClearedElsewhere: (listener: () => void) => () => void
  readonly now: () => Date
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
}
