import { expect, type BrowserContext } from '@playwright/test'
import { axeNow, findingsIn } from './gate/watch-states.ts'
import { consultation, publish } from './garden.ts'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import { Oracle, type ShownReceipt, type Witnesses } from './oracle.ts'
import { startServer, test as withServer, type RunningServer } from './server.ts'

/** The calls of the app, apart from its pages and files. */
export const calls = /^\/trpc\//

interface Fixtures {
  /** Between this test's browser and the server; everything passes until it is told otherwise. */
  readonly line: FaultProxy
  readonly oracle: Oracle
  /** The oracle over this test's own browser, which every test ends in. */
  readonly lastState: void
  readonly expectAllHolds: (witnesses?: {
    contexts?: readonly BrowserContext[]
    shown?: readonly ShownReceipt[]
  }) => ReturnType<Oracle['expectAllHolds']>
}

/** A server with one short consultation, a proxy of faults before it, and the oracle after it. */
export const test = withServer.extend<Fixtures, { server: RunningServer }>({
  server: [
    async ({}, use) => {
      const server = await startServer({ TAKEPART_SAMPLE: 'none' })
      await publish(server, consultation('garden'))
      await use(server)
      await server.dispose()
    },
    { scope: 'worker', timeout: 70_000 },
  ],
  line: async ({ server }, use) => {
    const line = await startFaultProxy(server.origin)
    await use(line)
    await line.stop()
  },
  baseURL: async ({ line }, use) => {
    await use(line.origin)
  },
  oracle: [
    async ({ server }, use, info) => {
      const oracle = await Oracle.over(server)
      await use(oracle)
      if (info.status === info.expectedStatus)
        expect(oracle.asked, 'times the oracle was asked').toBeGreaterThan(0)
    },
    { auto: true },
  ],
  lastState: [
    async ({ context }, use, info) => {
      await use()
      // Not before each action, as in journeys: it would take time where a fault leaves none.
      if (info.status === info.expectedStatus)
        expect(
          await findingsIn(context, axeNow),
          'what axe found in the state that the fault has led to',
        ).toEqual([])
    },
    { auto: true },
  ],
  expectAllHolds: async ({ context, line, oracle }, use) => {
    await use(({ contexts = [context], shown } = {}) => {
      const witnesses: Witnesses = {
        devices: contexts.map((one) => ({ context: one, origin: line.origin })),
        shown,
      }
      return oracle.expectAllHolds(witnesses)
    })
  },
})
