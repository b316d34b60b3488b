import { expect } from '@playwright/test'
import { publish, type Published } from './consultations.ts'
import { watchFaults, type FaultsSeen } from './faults-seen.ts'
import { test as withServer } from './server.ts'

/**
 * Playwright's `test` for a journey: a server, on it a short open consultation with every kind of question, and at the
 * end no complaint from the browser that the journey did not expect.
 */
export const test = withServer.extend<{ faults: FaultsSeen }, { clinics: Published }>({
  clinics: [async ({ server }, use) => use(await publish(server)), { scope: 'worker' }],
  faults: [
    async ({ context }, use) => {
      const faults = watchFaults(context)
      await use(faults)
      expect(faults.unexpected(), 'what the browser complained of').toEqual([])
    },
    { auto: true },
  ],
})
