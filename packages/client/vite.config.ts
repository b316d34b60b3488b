import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { sourceFingerprint } from '../../scripts/fingerprint.mjs'
import { serviceWorker } from './service-worker-build.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

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
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
