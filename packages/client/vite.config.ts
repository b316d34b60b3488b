import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { sourceFingerprint } from '../../scripts/fingerprint.mjs'
import { beforePaint } from './before-paint-build.ts'
import { serviceWorker } from './service-worker-build.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const anyOf = (...paths: readonly string[]): RegExp => new RegExp(paths.join('|'))

/**
 * Two scripts and no more are fetched at once: what holds words, which every page has, and what answering needs besides.
 * What keeps pages and sends waits until the page is quiet. The settings are apart, for a page to read needs them without
 * the app. Left alone, the bundler makes thirty small files of the same, each with a request of its own.
 */
const together = [
  {
    name: 'settings',
    test: anyOf('app/display-settings', 'domain/settings/display-settings'),
    priority: 3,
  },
  { name: 'settings-tools', test: anyOf('features/settings/(tool-bar|voices)'), priority: 3 },
  {
    name: 'device',
    test: anyOf(
      String.raw`client/src/offline/(?!clear-device|kept-media|outbox)`,
      String.raw`client/src/api/(?!api\.)`,
      'client/src/worker/',
      '(create|open)-services',
      String.raw`domain/[a-z-]+/(draft|canonical-json|consultation|dates|ids|request-record)\.ts`,
      'shell/(state-line|back-to-link|reading-tools|when-quiet)',
      'page-state',
      'wanted-form',
      'app/(announce|saves-data)',
      '/idb/',
      'preload-helper',
    ),
    priority: 2,
  },
  {
    name: 'app',
    test: anyOf(
      String.raw`node_modules/(@lit|lit)(?!.*decorators)`,
      'shared/src/ui/(?!summary-list|inset-text|picture|recording|words-explained|matrix|ranking|date-input)',
      String.raw`shared/src/domain/[a-z-]+/(?!kinds/|question-kinds|check-answers|answer-problem-words|edition-words|reading-aloud|media|glossary|record-|request-|support-|working-days|response\.|problem-words|time-left)`,
      'views/[a-z-]+/(answer-page|question-field|contact)',
      'client/src/app/(?!take-away)',
      'features/response/(answer-page|load-answering|watch-draft|follow-problem|saved-words|count-speaker)',
      'shell/(app-pages|routes|page-arrival)',
    ),
    priority: 1,
  },
  {
    name: 'checks',
    test: anyOf('domain/[a-z-]+/(kinds/|question-kinds|check-answers|answer-problem-words)'),
    priority: 1,
  },
]

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
        main: here('src/main.ts'),
        document: here('src/document.ts'),
        style: here('src/styles/style.css'),
        settings: here('src/styles/settings/settings.css'),
      },
      output: {
        codeSplitting: { groups: together },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
