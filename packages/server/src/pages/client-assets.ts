import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Stylesheets that only some pages hold, so that the others stay small. */
export const pageSheets = ['rounds', 'questions'] as const
export type PageSheet = (typeof pageSheets)[number]

/** What the built client gives to pages: a stylesheet and a script to hold themselves, and the addresses of the others. */
export interface ClientAssets {
  /** The folder that the client was built to. */
  readonly folder: string
  /** Names this build: another one has other styles or scripts. */
  readonly build: string
  readonly styles: string
  /** What only some pages add to it, by the name of the sheet. */
  readonly pageStyles: Readonly<Record<PageSheet, string>>
  /** Runs before anything is painted: shows the display settings kept on the device. */
  readonly firstScript: string
  /** The address of the stylesheet that it links where there are any. */
  readonly settingsSheet: string
  /** The small script of pages that are for reading. */
  readonly documentScript: string
  /** The app: for pages that are for answering. */
  readonly appScript: string
  /** Addresses of what the app's script imports at once, so that they are fetched side by side. */
  readonly appImports: readonly string[]
  /** The desk: its own stylesheet, its script, and what that imports at once. Empty where the client has no desk. */
  readonly deskSheet: string
  readonly staffScript: string
  readonly staffImports: readonly string[]
  /** Names of the files that lie beside `assets`: service worker, manifest, icons. */
  readonly topFiles: readonly string[]
}

/** Pages without a built client: whole to read, with no styles and no script. For tests of the server alone. */
export const withoutClient: ClientAssets = {
  folder: '',
  build: '',
  styles: '',
  pageStyles: { rounds: '', questions: '' },
  firstScript: '',
  settingsSheet: '',
  documentScript: '',
  appScript: '',
  appImports: [],
  deskSheet: '',
  staffScript: '',
  staffImports: [],
  topFiles: [],
}

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

const appEntry = 'src/main.ts'
const documentEntry = 'src/document.ts'
const styleEntry = 'src/styles/style.css'
const staffEntry = 'src/staff.ts'
const pageSheetEntry = (name: PageSheet) => `src/styles/${name}.css`
const deskEntry = 'src/styles/desk.css'
const settingsEntry = 'src/styles/settings/settings.css'

/**
 * Reads the built client once.
 *
 * @throws when the client has not been built, or its stylesheet holds "</style", which would end it early
 */
export function loadClientAssets(folder: string): ClientAssets {
  const manifest = readManifest(folder)
  const styles = stylesheetsOf(manifest)
    .map((file) => readStyles(folder, file))
    .join('\n')
  const pageStyles = Object.fromEntries(
    pageSheets.map((name) => [
      name,
      readStyles(folder, entry(manifest, pageSheetEntry(name)).file),
    ]),
  ) as Record<PageSheet, string>
  const firstScript = readFileSync(join(folder, '.vite/before-paint.js'), 'utf8').trim()
  if (/<\/script|<!--/i.test(firstScript))
    throw new Error(`The script in ${folder} that pages hold would end its own element`)
  const settingsSheet = `/${entry(manifest, settingsEntry).file}`
  const documentScript = `/${entry(manifest, documentEntry).file}`
  const appScript = `/${entry(manifest, appEntry).file}`
  return {
    folder,
    build: createHash('sha256')
      .update(
        [
          styles,
          ...Object.values(pageStyles),
          firstScript,
          settingsSheet,
          documentScript,
          appScript,
        ].join('\n'),
      )
      .digest('base64url')
      .slice(0, 16),
    styles,
    pageStyles,
    firstScript,
    settingsSheet,
    documentScript,
    appScript,
    appImports: importsOf(manifest, appEntry).map((file) => `/${file}`),
    deskSheet: manifest[deskEntry] ? `/${manifest[deskEntry].file}` : '',
    staffScript: manifest[staffEntry] ? `/${manifest[staffEntry].file}` : '',
    staffImports: manifest[staffEntry]
      ? importsOf(manifest, staffEntry).map((file) => `/${file}`)
      : [],
    topFiles: topFilesOf(folder),
  }
}

/** @throws when the sheet holds "</style", which would end its element early */
function readStyles(folder: string, file: string): string {
  const styles = readFileSync(join(folder, file), 'utf8').trim()
  if (/<\/style/i.test(styles))
    throw new Error(`The stylesheet in ${folder} holds "</style" and cannot be put into a page`)
  return styles
}

function readManifest(folder: string): Manifest {
  const file = join(folder, '.vite/manifest.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest
  } catch (error) {
    throw new Error(
      `The client has not been built: ${file} cannot be read. \`npm start\` builds it.`,
      { cause: error },
    )
  }
}

function entry(manifest: Manifest, name: string): Chunk {
  const chunk = manifest[name]
  if (chunk === undefined) throw new Error(`The built client has no ${name}`)
  return chunk
}

/** The stylesheet of every page and those of what its scripts import at once, each once. What is loaded later brings its own; other sheets are linked where they are wanted. */
function stylesheetsOf(manifest: Manifest): readonly string[] {
  const ofScripts = [appEntry, documentEntry].flatMap((name) =>
    reachable(manifest, name).flatMap((chunk) => chunk.css ?? []),
  )
  const own = manifest[styleEntry]
  return [...new Set([...ofScripts, ...(own ? [own.file] : [])])]
}

const importsOf = (manifest: Manifest, name: string): readonly string[] =>
  reachable(manifest, name)
    .slice(1)
    .map((chunk) => chunk.file)

/** An entry and everything it imports at once, the entry first. */
function reachable(manifest: Manifest, name: string): readonly Chunk[] {
  const found = new Map<string, Chunk>()
  const visit = (key: string): void => {
    if (found.has(key)) return
    const chunk = entry(manifest, key)
    found.set(key, chunk)
    chunk.imports?.forEach(visit)
  }
  visit(name)
  return [...found.values()]
}

const topFilesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (item) =>
        item.isFile() && !/\.(br|gz|html|map)$/.test(item.name) && !item.name.startsWith('.'),
    )
    .map((item) => item.name)
