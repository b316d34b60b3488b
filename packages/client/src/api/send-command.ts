import type { CommandOf, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import type { ReadResponse, ReceivedResponse } from '@takepart/shared/domain/response/response'
import type { Result } from '@takepart/shared/domain/core/result'
import type { ResponseTrace } from '@takepart/shared/domain/report/trace'
import type { Api, Fetch } from './api.ts'
import { reaching, strictly } from './request.ts'
import { Unavailable } from './unavailable.ts'

/** Tells the server, and what it says to that. Throws `Unavailable` when it says nothing; the same may be sent again. */
export type SendCommand = <K extends SendableKind>(
  kind: K,
  command: CommandOf<K>,
) => Promise<DeliveryOf<K>>

/** Opens a received response. Throws `Unavailable`. */
export type ReadResponseOf = (input: ReadResponse) => Promise<Result<ReceivedResponse>>

/** What became of a response's words. Throws `Unavailable`. */
export type TraceResponse = (input: ReadResponse) => Promise<Result<ResponseTrace>>

/** Sending is no part of the first load: the client is fetched when there is something to send. */
export function createConnection(fetch: Fetch): () => Promise<Api> {
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
  return async (kind, command) => {
    try {
      return await reaching(async (signal) => (await connect()).deliver(kind, command, signal))
    } catch (error) {
      if (!(error instanceof Unavailable && error.isForGood)) throw error
      return { outcome: 'refused', problems: [rulesFor(kind).notUnderstood] }
    }
  }
}

export function createReadResponse(fetch: Fetch): ReadResponseOf {
  const connect = createConnection(fetch)
  return (input) => reaching(async (signal) => (await connect()).read(input, signal))
}

export function createTraceResponse(fetch: Fetch): TraceResponse {
  const connect = createConnection(fetch)
  return (input) => reaching(async (signal) => (await connect()).trace(input, signal))
}
