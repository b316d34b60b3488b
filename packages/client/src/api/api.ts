import type { AppRouter } from '@takepart/server/app-router'
import type {
  CommandOf,
  DeliveryOf,
  ProblemOf,
  ReceiptOf,
  SendableKind,
} from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import type { ContributionCommand } from '@takepart/shared/domain/device/contribution-record'
import type { ResponseCommand } from '@takepart/shared/domain/device/draft'
import type {
  ReadResponse,
  Receipt,
  ReceivedResponse,
} from '@takepart/shared/domain/response/response'
import type { Result } from '@takepart/shared/domain/core/result'
import type { ResponseTrace } from '@takepart/shared/domain/report/trace'
import { createTRPCClient, httpLink } from '@trpc/client'
import { Unavailable } from './unavailable.ts'

export type Fetch = typeof globalThis.fetch

/** Every call to a procedure; fetched when there is something to send. */
export interface Api {
  readonly client: Client
  deliver<K extends SendableKind>(
    kind: K,
    command: CommandOf<K>,
    signal: AbortSignal,
  ): Promise<DeliveryOf<K>>
  read(input: ReadResponse, signal: AbortSignal): Promise<Result<ReceivedResponse>>
  trace(input: ReadResponse, signal: AbortSignal): Promise<Result<ResponseTrace>>
}

/**
 * The one tRPC client. The header is what the server tells this program from another website's form by; each call is a
 * request of its own, so that one call's failure says nothing of another.
 */
const createClient = (fetch: Fetch) =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: '/trpc', headers: { 'x-takepart': '1' }, fetch })],
  })

type Client = ReturnType<typeof createClient>

/** What the server says to a command. */
type Said<K extends SendableKind> =
  | { readonly ok: true; readonly value: ReceiptOf<K> }
  | { readonly ok: false; readonly problems: readonly ProblemOf<K>[] }

type Call<K extends SendableKind> = (
  client: Client,
  command: CommandOf<K>,
  signal: AbortSignal,
) => Promise<Said<K>>

/** The procedure of each command. */
const calls: { readonly [K in SendableKind]: Call<K> } = {
  response: tellOfResponse,
  'support-request': ({ supportRequest }, { input }, signal) =>
    supportRequest.ask.mutate(input, { signal }),
  'contribution-report': ({ moderation }, { input }, signal) =>
    moderation.report.mutate(input, { signal }),
  'help-request': ({ concern }, { input }, signal) => concern.raise.mutate(input, { signal }),
  contribution: tellOfContribution,
}

function tellOfContribution(
  { round }: Client,
  command: ContributionCommand,
  signal: AbortSignal,
): Promise<Said<'contribution'>> {
  switch (command.kind) {
    case 'contribution.send':
      return round.contribute.mutate(command.input, { signal })
    case 'contribution.edit':
      return round.edit.mutate(command.input, { signal })
    case 'contribution.withdraw':
      return round.withdraw.mutate(command.input, { signal })
    default:
      return command satisfies never
  }
}

function tellOfResponse(
  { response }: Client,
  command: ResponseCommand,
  signal: AbortSignal,
): Promise<Result<Receipt>> {
  switch (command.kind) {
    case 'response.submit':
      return response.submit.mutate(command.input, { signal })
    case 'response.change':
      return response.change.mutate(command.input, { signal })
    case 'response.withdraw':
      return response.withdraw.mutate(command.input, { signal })
    default:
      return command satisfies never
  }
}

export function createApi(fetch: Fetch): Api {
  const client = createClient(fetch)
  return {
    client,
    deliver: async (kind, command, signal) =>
      deliveryOf(kind, command, await calls[kind](client, command, signal)),
    read: (input, signal) => client.response.read.mutate(input, { signal }),
    trace: (input, signal) => client.report.trace.mutate(input, { signal }),
  }
}

/** A receipt counts only when it is one, and for this command (P2): anything can answer in JSON. */
function deliveryOf<K extends SendableKind>(
  kind: K,
  command: CommandOf<K>,
  said: Said<K>,
): DeliveryOf<K> {
  if (said?.ok && said.value && rulesFor(kind).isFor(command, said.value))
    return { outcome: 'accepted', receipt: said.value }
  if (said?.ok === false && said.problems?.length)
    return { outcome: 'refused', problems: said.problems }
  throw new Unavailable('not-ours')
}
