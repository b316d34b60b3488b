import { expect } from '@playwright/test'
import { publish, type Published } from './consultations.ts'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import { watchFaults, type FaultsSeen } from './faults-seen.ts'
import { watchStates } from './gate/watch-states.ts'
import { test as withServer } from './server.ts'

/**
 * Playwright's `test` for a journey: a server, on it a short open consultation with every kind of question; at the end no
 * complaint from the browser that the journey did not expect, and nobody kept out of any state that it went through.
 */
export const test = withServer.extend<
  { faults: FaultsSeen; watched: boolean; everyState: void },
  { clinics: Published }
>({
  clinics: [async ({ server }, use) => use(await publish(server)), { scope: 'worker' }],
  faults: [
    async ({ context }, use) => {
      const faults = watchFaults(context)
      await use(faults)
      expect(faults.unexpected(), 'what the browser complained of').toEqual([])
    },
    { auto: true },
  ],
  /** False where something else is looked at, on pages and in states that the journeys go through. */
  watched: [true, { option: true }],
  everyState: [
    async ({ context, javaScriptEnabled, watched }, use) => {
      // axe is a script, and waits as scripts do: without any, the pages are gone over in gate/every-page.spec.ts.
      const states = javaScriptEnabled && watched ? await watchStates(context) : undefined
      await use()
      expect(
        (await states?.finish()) ?? [],
        'what the gate found in the states that were gone through',
      ).toEqual([])
    },
    { auto: true },
  ],
})

/** The same, where the browser reaches the server through a proxy that can hold up or exchange what passes. */
export const testOverLine = test.extend<{ line: FaultProxy }>({
  line: async ({ server }, use) => {
    const line = await startFaultProxy(server.origin)
    await use(line)
    await line.stop()
  },
  baseURL: async ({ line }, use) => {
    await use(line.origin)
  },
})
