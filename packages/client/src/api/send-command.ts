import type { Command, Delivery } from '@takepart/shared/domain/draft'
import type { ReadResponse, Receipt, ReceivedResponse } from '@takepart/shared/domain/response'
import type { Result } from '@takepart/shared/domain/result'
import type { Client, Fetch } from './api.ts'
import { reaching, strictly } from './request.ts'
import { Unavailable } from './unavailable.ts'

/** Tells the server, and what it says to that. Throws `Unavailable` when it says nothing; the same may be sent again. */
export type SendCommand = (command: Command) => Promise<Delivery>

/** Opens a received response. Throws `Unavailable`. */
export type ReadResponseOf = (input: ReadResponse) => Promise<Result<ReceivedResponse>>

/** Sending is no part of the first load: the client is fetched when there is something to send. */
function createConnection(fetch: Fetch): () => Promise<Client> {
  let client: Promise<Client> | undefined
  return () => {
    client ??= import('./api.ts').then(({ createClient }) => createClient(strictly(fetch)))
    // A script that could not be fetched can be asked for again.
    client.catch(() => {
      client = undefined
    })
    return client
  }
}

export function createSendCommand(fetch: Fetch): SendCommand {
  const connect = createConnection(fetch)
  return async (command) => {
    try {
      return deliveryOf(command, await reaching(async (signal) => mutate(await connect(), command, signal)))
    } catch (error) {
      if (!(error instanceof Unavailable && error.isForGood)) throw error
      return { outcome: 'refused', problems: [{ code: 'response-not-understood' }] }
    }
  }
}

export function createReadResponse(fetch: Fetch): ReadResponseOf {
  const connect = createConnection(fetch)
  return (input) => reaching(async (signal) => (await connect()).response.read.mutate(input, { signal }))
}

function mutate({ response }: Client, command: Command, signal: AbortSignal): Promise<Result<Receipt>> {
  switch (command.kind) {
    case 'response.submit': return response.submit.mutate(command.input, { signal })
    case 'response.change': return response.change.mutate(command.input, { signal })
    case 'response.withdraw': return response.withdraw.mutate(command.input, { signal })
    default: return command satisfies never
  }
}

/** A receipt counts only when it is one, and for this response (P2): anything can answer in JSON. */
function deliveryOf(command: Command, result: Result<Receipt>): Delivery {
  if (result?.ok && result.value?.reference && result.value.responseId === command.input.responseId) {
    return { outcome: 'accepted', receipt: result.value }
  }
  if (result?.ok === false && result.problems?.length) return { outcome: 'refused', problems: result.problems }
  throw new Unavailable('not-ours')
}
