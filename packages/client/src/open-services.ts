import { createFetchConsultation } from './api/fetch-consultation.ts'
import {
  createReadResponse,
  createTraceResponse,
  createSendCommand,
  type SendCommand,
} from './api/send-command.ts'
import { createFetchPage } from './api/fetch-page.ts'
import { createRoundCalls } from './api/round-calls.ts'
import { Unavailable } from './api/unavailable.ts'
import type { Services } from './app/services.ts'
import { createConnectivity, type Connectivity } from './offline/connectivity.ts'
import { createDatabase } from './offline/database.ts'
import { createLibrary } from './offline/library.ts'
import type { Outbox, OutboxParts } from './offline/outbox.ts'
import { openRecords } from './offline/records.ts'
import { openTabs, whenClearedElsewhere } from './offline/tabs.ts'

/** The clock, chance and network of this browser. */
export interface Surroundings {
  readonly now: () => Date
  readonly newId: () => string
  readonly random: (bytes: number) => Uint8Array
  readonly fetch: typeof globalThis.fetch
}

/** Opens what the device holds and what leads to the server. Resolves within about 2 s, whatever becomes of the store. */
export async function openServices({ fetch, ...parts }: Surroundings): Promise<Services> {
  const tabs = openTabs()
  const database = createDatabase(tabs)
  const connectivity = createConnectivity()
  const records = await openRecords({ ...parts, database, tabs })
  const send = createSendCommand(fetch)
  return {
    ...parts,
    records,
    connectivity,
    library: createLibrary(database, parts.now),
    keptMedia: async () => (await import('./offline/kept-media.ts')).createKeptMedia(fetch),
    outbox: outboxWhenUsed({ ...parts, records, send, connectivity }),
    api: {
      fetchConsultation: reported(connectivity, createFetchConsultation(fetch)),
      readResponse: reported(connectivity, createReadResponse(fetch)),
      traceResponse: reported(connectivity, createTraceResponse(fetch)),
      fetchPage: reported(connectivity, createFetchPage(fetch)),
    },
    rounds: createRoundCalls(fetch),
    keptPage: async (path) => (await import('./offline/kept-page.ts')).keptPage(path),
    send: reportedSend(connectivity, send),
    clearDevice: async () => (await import('./offline/clear-device.ts')).clearDevice(),
    whenClearedElsewhere,
  }
}

/** The outbox comes once the page is quiet, or something is to be sent. Where it cannot be fetched, what waits goes on waiting. */
function outboxWhenUsed(parts: OutboxParts): Outbox {
  let made: Promise<Outbox> | undefined
  const outbox = (): Promise<Outbox> =>
    (made ??= import('./quiet.ts').then(
      ({ createOutbox }) => createOutbox(parts),
      (error: unknown) => {
        made = undefined
        throw error
      },
    ))
  return {
    flush: () =>
      outbox().then(
        (it) => it.flush(),
        () => undefined,
      ),
    start() {
      const stop = outbox().then(
        (it) => it.start(),
        () => () => undefined,
      )
      return () => void stop.then((end) => end())
    },
  }
}

/** The same request, telling whether the server was reached. */
const reported =
  <Input extends readonly unknown[], Output>(
    connectivity: Connectivity,
    request: (...input: Input) => Promise<Output>,
  ) =>
  (...input: Input): Promise<Output> =>
    telling(connectivity, request(...input))

const reportedSend =
  (connectivity: Connectivity, send: SendCommand): SendCommand =>
  (kind, command) =>
    telling(connectivity, send(kind, command))

async function telling<Output>(
  connectivity: Connectivity,
  answer: Promise<Output>,
): Promise<Output> {
  try {
    const output = await answer
    connectivity.report(true)
    return output
  } catch (error) {
    connectivity.report(error instanceof Unavailable && error.reason === 'status')
    throw error
  }
}
