import type { Command, Delivery, ResponseCommand } from '@takepart/shared/domain/device/draft'
import type { AskCommand } from '@takepart/shared/domain/device/request-record'
import type {
  ReadResponse,
  Receipt,
  ReceivedResponse,
} from '@takepart/shared/domain/response/response'
import type { Result } from '@takepart/shared/domain/core/result'
import type { RequestReceipt } from '@takepart/shared/domain/support-request/support-request'
import type { Api, Fetch } from './api.ts'
import { reaching, strictly } from './request.ts'
import { Unavailable } from './unavailable.ts'

/** Tells the server, and what it says to that. Throws `Unavailable` when it says nothing; the same may be sent again. */
export interface SendCommand {
  (command: ResponseCommand): Promise<Delivery<Receipt>>
  (command: AskCommand): Promise<Delivery<RequestReceipt>>
  (command: Command): Promise<Delivery>
}

/** Opens a received response. Throws `Unavailable`. */
export type ReadResponseOf = (input: ReadResponse) => Promise<Result<ReceivedResponse>>

/** Sending is no part of the first load: the client is fetched when there is something to send. */
function createConnection(fetch: Fetch): () => Promise<Api> {
  let api: Promise<Api> | undefined
  return () => {
    api ??= import('./api.ts').then(({ createApi }) => createApi(strictly(fetch)))
    // A script that could not be fetched can be asked for again.
    api.catch(() => {
      api = undefined
    })
    return api
  }
}

export function createSendCommand(fetch: Fetch): SendCommand {
  const connect = createConnection(fetch)
  const send = async (command: Command): Promise<Delivery> => {
    try {
      return await reaching(async (signal) => (await connect()).deliver(command, signal))
    } catch (error) {
      if (!(error instanceof Unavailable && error.isForGood)) throw error
      return {
        outcome: 'refused',
        problems: [
          {
            code:
              'requestId' in command.input ? 'request-not-understood' : 'response-not-understood',
          },
        ],
      }
    }
  }
  return send as SendCommand
}

export function createReadResponse(fetch: Fetch): ReadResponseOf {
  const connect = createConnection(fetch)
  return (input) => reaching(async (signal) => (await connect()).read(input, signal))
}
