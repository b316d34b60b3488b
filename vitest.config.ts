import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, chromiumPath } from './scripts/chromium.mjs'
import { serverRendered } from './scripts/server-rendered.mjs'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const databaseSetup = here('packages/server/src/test-support/global-setup.ts')

/** Tests that need a real browser. Made anew for each project, since vitest writes the project's name into it. */
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumFlags } }),
  instances: [{ browser: 'chromium' as const }],
})

/** Named here so that a dependency met in the middle of a run does not reload the page under a test. */
const clientDependencies = [
  'axe-core',
  'fast-check',
  'idb',
  'lit',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/if-defined.js',
  'lit/directives/live.js',
  'lit/directives/ref.js',
  'lit/directives/repeat.js',
  'lit/directives/class-map.js',
  'lit/directives/when.js',
  'lit/directives/guard.js',
  '@lit-labs/ssr-client',
  '@vaadin/router',
  '@trpc/client',
  'workbox-window',
]
const uiDependencies = clientDependencies.filter(
  (name) => name.startsWith('lit') || name === 'axe-core',
)

/** Files in one process, so that each module is imported once: what modules keep is the same whoever asked first. */
const together = { isolate: false }

export default defineConfig({
  test: {
    // Left alone it takes one processor less than there are, and most of these tests wait more than they work.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'shared',
          environment: 'node',
          ...together,
          include: ['packages/shared/src/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          ...together,
          include: ['packages/server/src/**/*.test.ts'],
          globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'tools',
          environment: 'node',
          ...together,
          include: ['scripts/**/*.test.mjs', 'e2e/support/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        root: here('packages/client'),
        cacheDir: here('node_modules/.vite/client'),
        optimizeDeps: { include: clientDependencies },
        plugins: [serverRendered()],
        test: { name: 'client', include: ['src/**/*.test.ts'], browser: browser() },
      },
      {
        root: here('packages/shared'),
        cacheDir: here('node_modules/.vite/ui'),
        optimizeDeps: { include: uiDependencies },
        plugins: [serverRendered()],
        test: { name: 'ui', include: ['src/**/*.browser.test.ts'], browser: browser() },
      },
    ],
  },
})
