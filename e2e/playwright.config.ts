import { defineConfig } from '@playwright/test'
import { chromiumFlags, chromiumPath } from '../scripts/chromium.mjs'

/** Journeys and faults in a real browser. Each worker starts a server and a database of its own (support/server.ts). */
export default defineConfig({
  testDir: '.',
  testMatch: ['journeys/**/*.spec.ts', 'faults/**/*.spec.ts', 'gate/**/*.spec.ts'],
  snapshotPathTemplate: '{testDir}/transcripts/{arg}{ext}',
  outputDir: '../test-results/e2e',
  // The first journeys of a run meet nearly every look for the first time, and look at each in every set of colours.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  globalTimeout: 40 * 60_000,
  globalTeardown: './support/gate/tell-spent.ts',
  workers: 3,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.TEST_RESULTS
    ? [['list'], ['json', { outputFile: process.env.TEST_RESULTS }]]
    : [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
})
