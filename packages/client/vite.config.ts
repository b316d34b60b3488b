import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { sourceFingerprint } from '../../scripts/fingerprint.mjs'
import { serviceWorker } from './service-worker-build.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * Two scripts and no more are fetched at once: what keeps and sends, which every page has, and what answering needs
 * besides. Left alone, the bundler makes thirty small files of the same, each with a request of its own.
 */
const together = [
  { name: 'device', test: /client\/src\/(offline|worker)\/|client\/src\/api\/(?!api\.)|(create|open)-services|domain\/(draft|canonical-json|consultation|ids)\.ts|shell\/(state-line|settle-in|start-document|worker|when-quiet)|keep-consultation|page-state|app\/announce|\/idb\/|preload-helper/, priority: 2 },
  { name: 'app', test: /lit|shared\/src\/(ui|domain(?!\/record-))\/|views\/(answer-page|question-field|contact)|client\/src\/app\/|features\/response\/(answer-page|load-answering|follow-problem|saved-words|count-speaker)/, priority: 1 },
]

/** The server renders the empty page, so any change of any source may change it. */
const shellRevision = sourceFingerprint().slice(0, 16)

export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [serviceWorker({ source: here('src/service-worker.ts'), dist: here('dist'), shellRevision })],
  build: {
    target: 'es2022',
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: here('src/main.ts'), document: here('src/document.ts'), style: here('src/styles/style.css') },
      output: {
        codeSplitting: { groups: together },
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
