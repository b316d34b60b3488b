/** Holds what a browser loads to its budgets, in bytes as they travel. `node scripts/checks/bundle-budgets.mjs [client dist]` */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { root } from '../processes.mjs'

const kB = 1000
const KiB = 1024

/** The empty page carries the stylesheet; the rest of it is a few lines. Nobody has rendered it yet when this is asked. */
const shellAround = 2 * KiB

const budgets = {
  app: { words: 'scripts of the app, first load', most: 39.5 * kB },
  answering: {
    words:
      'scripts of the app with the fields of every kind of question, and what it fetches once it is quiet',
    most: 42.5 * kB,
  },
  round: { words: 'scripts of the largest page of a round', most: 50.5 * kB },
  document: { words: 'script of a document page', most: 13 * kB },
  reading: {
    words: 'scripts of a document page with what it fetches once it is quiet',
    most: 16.75 * kB,
  },
  style: { words: 'stylesheet', most: 5.75 * kB },
  roundStyle: { words: 'what pages of discussions add to it', most: 2.5 * kB },
  questionsStyle: { words: 'what pages of live questions add to that', most: 1 * kB },
  live: {
    words: 'scripts of a page of live questions with what it fetches once it is quiet',
    most: 49 * kB,
  },
  settings: { words: 'scripts and styles of the display settings', most: 12 * kB },
  worker: { words: 'service worker', most: 8.75 * kB },
  kept: { words: 'kept by the worker at install', most: 166 * KiB },
  staff: { words: 'scripts of the largest page of the desk', most: 150 * kB },
  notPublic: { words: 'kept by the worker, though no public page loads it', most: 0 },
}

const sum = (values) => values.reduce((total, value) => total + value, 0)

/** The entry and everything it imports before it can run; what is imported later is not part of the first load. */
const firstLoad = (manifest, entry, seen = new Set()) => {
  if (!manifest[entry] || seen.has(entry)) return seen
  seen.add(entry)
  for (const other of manifest[entry].imports ?? []) firstLoad(manifest, other, seen)
  return seen
}

/** Everything the public site can load, at once or on demand. */
const publicFiles = (manifest) => {
  const seen = new Set()
  const visit = (key) => {
    if (!manifest[key] || seen.has(key)) return
    seen.add(key)
    for (const other of [...(manifest[key].imports ?? []), ...(manifest[key].dynamicImports ?? [])])
      visit(other)
  }
  visit('src/main.ts')
  visit('src/document.ts')
  return new Set([...seen].map((key) => manifest[key].file))
}

const isRoundPage = (key) => /^src\/features\/round\/[^/]+-page\.ts$/.test(key)

/** What only the display settings need, wherever it is loaded from. */
const ofSettings = /^_settings-|^src\/(styles|features)\/settings\//

/** What a page of live questions fetches, and on demand. */
const ofLivePage = [
  'src/document.ts',
  'src/shell/start-document.ts',
  'src/features/round/enliven-round.ts',
  'src/features/round/questions/enliven-questions.ts',
  'src/api/live-questions.ts',
]

const brotliSize = (path) =>
  existsSync(`${path}.br`)
    ? readFileSync(`${path}.br`).length
    : brotliCompressSync(readFileSync(path)).length

const keptUrls = (worker) =>
  [...worker.matchAll(/url:\s*[`"']([^`"']+)[`"']/g)].map(([, url]) => url)

/**
 * Each measure with its size and budget.
 *
 * @param dist the folder the client was built to
 * @throws Error when the folder holds no build, or the worker keeps nothing: then nothing would be measured
 */
export const measureBundles = (dist) => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const measured = new Map()
  const brotli = (file) => {
    if (!measured.has(file)) measured.set(file, brotliSize(join(dist, file)))
    return measured.get(file)
  }
  const entry = (...names) => {
    const seen = new Set()
    for (const name of names) firstLoad(manifest, name, seen)
    return sum([...seen].map((key) => brotli(manifest[key].file)))
  }
  const largest = (first, pages) => Math.max(0, ...pages.map((page) => entry(first, page)))
  const quiet = 'src/quiet.ts'
  const desk = 'src/staff.ts'
  const style = manifest['src/styles/style.css']
  const roundStyle = manifest['src/styles/rounds.css']
  const questionsStyle = manifest['src/styles/questions.css']
  const settings = Object.entries(manifest)
    .filter(([key]) => ofSettings.test(key))
    .map(([, { file }]) => file)
  const kept = keptUrls(readFileSync(join(dist, 'sw.js'), 'utf8'))
  if (
    !manifest['src/main.ts'] ||
    !manifest['src/document.ts'] ||
    !manifest[desk] ||
    !style ||
    !roundStyle ||
    !questionsStyle ||
    settings.length === 0 ||
    !kept.includes('/app-shell')
  )
    throw new Error(
      'The build has no app, no document script, no desk, no stylesheets, or a worker that does not keep the empty page',
    )
  const keptFiles = kept.filter((url) => url !== '/app-shell').map((url) => url.slice(1))
  const known = publicFiles(manifest)
  const strangers = keptFiles.filter((file) => file.endsWith('.js') && !known.has(file))
  const sizes = {
    app: entry('src/main.ts'),
    answering: entry('src/main.ts', '../shared/src/views/answering/larger-fields.view.ts', quiet),
    document: entry('src/document.ts'),
    reading: entry('src/document.ts', 'src/shell/start-document.ts', quiet),
    style: brotli(style.file),
    roundStyle: brotli(roundStyle.file),
    questionsStyle: brotli(questionsStyle.file),
    live: entry(...ofLivePage, quiet),
    settings: sum([...settings, '.vite/before-paint.js'].map(brotli)),
    worker: brotli('sw.js'),
    kept: sum(keptFiles.map(brotli)) + brotli(style.file) + brotli(roundStyle.file) + shellAround,
    round: largest('src/main.ts', Object.keys(manifest).filter(isRoundPage)),
    staff: largest(desk, [desk, ...(manifest[desk].dynamicImports ?? [])]),
    notPublic: sum(strangers.map(brotli)),
  }
  return Object.entries(budgets).map(([name, { words, most }]) => ({
    words,
    most,
    bytes: sizes[name],
    over: sizes[name] > most,
  }))
}

if (process.argv[1] === import.meta.filename) {
  const measures = measureBundles(process.argv[2] ?? join(root, 'packages/client/dist'))
  for (const { words, bytes, most, over } of measures)
    console.log(`${over ? '✗' : '✓'} ${words}: ${bytes} bytes of ${most}`)
  process.exit(measures.some(({ over }) => over) ? 1 : 0)
}
