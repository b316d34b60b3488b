import type { AppRouter } from '@takepart/server/app-router'
import type { Command, Delivery } from '@takepart/shared/domain/device/draft'
import type {
  ReadResponse,
  Receipt,
  ReceivedResponse,
} from '@takepart/shared/domain/response/response'
import type { Result } from '@takepart/shared/domain/core/result'
import type { RequestReceipt } from '@takepart/shared/domain/support-request/support-request'
import { createTRPCClient, httpLink } from '@trpc/client'
import { Unavailable } from './unavailable.ts'

export type Fetch = typeof globalThis.fetch

/** Every call to a procedure; fetched when there is something to send. */
export interface Api {
  deliver(command: Command, signal: AbortSignal): Promise<Delivery>
  read(input: ReadResponse, signal: AbortSignal): Promise<Result<ReceivedResponse>>
}

/**
 * The one tRPC client. The header is what the server tells this program from another website's form by; each call is a
 * request of its own, so that one call's failure says nothing of another.
 */
const createClient = (fetch: Fetch) =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: '/trpc', headers: { 'x-takepart': '1' }, fetch })],
  })

export function createApi(fetch: Fetch): Api {
  const client = createClient(fetch)
  return {
    deliver: async (command, signal) => deliveryOf(command, await mutate(client, command, signal)),
    read: (input, signal) => client.response.read.mutate(input, { signal }),
  }
}

type Received = Receipt | RequestReceipt

function mutate(
  { response, supportRequest }: ReturnType<typeof createClient>,
  command: Command,
  signal: AbortSignal,
): Promise<Result<Received>> {
  switch (command.kind) {
    case 'response.submit':
      return response.submit.mutate(command.input, { signal })
    case 'response.change':
      return response.change.mutate(command.input, { signal })
    case 'response.withdraw':
      return response.withdraw.mutate(command.input, { signal })
    case 'support-request.ask':
      return supportRequest.ask.mutate(command.input, { signal })
    default:
      return command satisfies never
  }
}

/** A receipt counts only when it is one, and for this response or request (P2): anything can answer in JSON. */
function deliveryOf({ input }: Command, result: Result<Received>): Delivery {
  if (result?.ok && result.value?.reference && isFor(input, result.value))
    return { outcome: 'accepted', receipt: result.value }
  if (result?.ok === false && result.problems?.length)
    return { outcome: 'refused', problems: result.problems }
  throw new Unavailable('not-ours')
}

const isFor = (input: Command['input'], receipt: Received): boolean =>
  'requestId' in input
    ? 'requestId' in receipt && receipt.requestId === input.requestId
    : 'responseId' in receipt && receipt.responseId === input.responseId
