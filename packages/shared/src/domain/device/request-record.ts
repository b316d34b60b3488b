import type { RequestId } from '../core/ids.ts'
import type {
  AskForSupport,
  SupportRequest,
  WrittenRequest,
} from '../support-request/support-request.ts'
import type { DraftParts, RecordOf } from './record.ts'

/** Asks the server for support; sent until it is answered, like every command. */
export interface AskCommand {
  readonly kind: 'support-request.ask'
  readonly input: AskForSupport
}

/** A request that somebody is writing, not yet sent. */
export interface RequestDraft extends DraftParts {
  readonly id: RequestId
  readonly written: WrittenRequest
}

/** What somebody asked for, as this device keeps it. It never changes: what is asked for anew is another request. */
export interface AskedRequest extends DraftParts {
  readonly id: RequestId
  readonly request: SupportRequest
}

/** Everything this device knows of one request for support. */
export type RequestRecord = RecordOf<'support-request'>
