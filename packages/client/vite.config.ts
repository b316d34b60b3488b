import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { sourceFingerprint } from '../../scripts/fingerprint.mjs'
import { beforePaint } from './before-paint-build.ts'
import { bundlesByImports, loadedBy, reachedBy } from './bundles-build.ts'
import { serviceWorker } from './service-worker-build.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const app = here('src/main.ts')
const reading = here('src/document.ts')
const staff = here('src/staff.ts')
const feature = (name: string): string => here(`src/features/${name}.ts`)
/** All that a page to read fetches by itself. */
const wholeReading = loadedBy(reading, here('src/shell/start-document.ts'), here('src/quiet.ts'))
const tools = ['choose-settings', 'reading-tools', 'listen', 'guide', 'word-help']
const laterParts = loadedBy(
  feature('consultation/keep-media'),
  here('../shared/src/views/answering/answer-extras.view.ts'),
)

/**
 * A page of questions fetches three scripts at once and no more: its own, what it shares with pages to read, and what it
 * shares with other pages. What keeps pages and sends waits until the page is quiet. Left alone, the bundler makes thirty
 * small files of the same, each with a request of its own.
 */
const bundles = bundlesByImports(
  [
    { name: 'device', of: [loadedBy(app), wholeReading] },
    { name: 'device', of: [wholeReading, laterParts] },
    { name: 'app', of: [loadedBy(app)] },
    { name: 'checks', of: [loadedBy(feature('response/answer-checks'))] },
    { name: 'settings', of: [loadedBy(...tools.map((name) => feature(`settings/${name}`)))] },
  ],
  [
    { of: loadedBy(app), only: [loadedBy(app), wholeReading] },
    { of: loadedBy(reading), only: [wholeReading] },
    { of: reachedBy(app, reading), only: [reachedBy(app, reading)] },
  ],
)

/** The server renders the empty page, so any change of any source may change it. */
const shellRevision = sourceFingerprint().slice(0, 16)

/**
 * The bundler's own helper loads a part's styles before its script. No part here has styles of its own, and every page
 * would carry the helper.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js')
      ? 'export const __vitePreload = (load) => load()'
      : undefined,
}

export default defineConfig({
  root: here('.'),
  base: '/',
  // The package's own entry is written for browsers of 2015, and twice as large.
  resolve: { alias: { 'workbox-window': 'workbox-window/build/workbox-window.prod.mjs' } },
  plugins: [
    plainImports,
    bundles.plugin,
    beforePaint({ source: here('src/before-paint.ts'), dist: here('dist') }),
    serviceWorker({ source: here('src/service-worker.ts'), dist: here('dist'), shellRevision }),
  ],
  build: {
    target: 'es2022',
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    // The server names the scripts of a first load in the page; for later ones the worker has them, and the lists cost bytes.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: app,
        document: reading,
        staff,
        style: here('src/styles/style.css'),
        rounds: here('src/styles/rounds.css'),
        questions: here('src/styles/questions.css'),
        settings: here('src/styles/settings/settings.css'),
        desk: here('src/styles/desk.css'),
      },
      output: {
        codeSplitting: { groups: bundles.groups },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
