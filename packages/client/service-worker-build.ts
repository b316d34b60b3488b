import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** One address the service worker keeps when it is installed. `revision` is null where the address itself changes with the content. */
interface PrecacheEntry {
  readonly url: string
  readonly revision: string | null
}

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)

const isIconOrManifest = (name: string): boolean =>
  /^(icon.*\.svg|manifest\.webmanifest)$/.test(name)

type Manifest = Readonly<
  Record<string, { file: string; imports?: readonly string[]; dynamicImports?: readonly string[] }>
>

/** Where the public site starts. The desk is no part of it: nothing of staff pages is kept on anybody's phone. */
const publicEntries = ['src/main.ts', 'src/document.ts']

/**
 * @returns the files that the public site can load, at once or on demand
 * @throws Error when an entry is missing from the manifest: then a part of the site would not start offline
 */
function publicScripts(manifest: Manifest): string[] {
  const found = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The built client has no ${key}: the app would not start offline`)
    if (found.has(chunk.file)) return
    found.add(chunk.file)
    chunk.imports?.forEach(visit)
    chunk.dynamicImports?.forEach(visit)
  }
  publicEntries.forEach(visit)
  return [...found].sort()
}

/**
 * What a cold start without a network needs: the empty page, every script that a public page can load, the sheet of
 * display settings, the icon and the manifest. The other stylesheet is not among them, since every page carries it; nor are
 * large icons, which only the installer asks for, nor typefaces, which few people choose.
 *
 * @param dist the folder the client was built to
 * @param shellRevision changes whenever the empty page may have changed
 */
function precacheEntries(dist: string, shellRevision: string): PrecacheEntry[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const sheet = manifest['src/styles/settings/settings.css']
  const assets = [...publicScripts(manifest), ...(sheet ? [sheet.file] : [])]
  const others = readdirSync(dist).filter(isIconOrManifest).sort()
  return [
    { url: '/app-shell', revision: shellRevision },
    ...assets.map((name) => ({ url: `/${name}`, revision: null })),
    ...others.map((name) => ({ url: `/${name}`, revision: hashOf(join(dist, name)) })),
  ]
}

const buildWorker = (source: string, dist: string, entries: readonly PrecacheEntry[]) =>
  build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: {
      'self.__WB_MANIFEST': JSON.stringify(entries),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      target: 'es2022',
      outDir: dist,
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  })

/**
 * After the app is built, builds the service worker on its own (a worker is one classic script at one fixed address)
 * and writes the list of what it keeps into it, in place of `self.__WB_MANIFEST`.
 */
export function serviceWorker(options: {
  source: string
  dist: string
  shellRevision: string
}): Plugin {
  let written = false
  return {
    name: 'takepart-service-worker',
    apply: 'build',
    writeBundle() {
      written = true
    },
    async closeBundle() {
      if (!written) return
      if (!existsSync(options.source)) throw new Error(`${options.source} is not there`)
      if (!readFileSync(options.source, 'utf8').includes('self.__WB_MANIFEST'))
        throw new Error(
          `${options.source} has no self.__WB_MANIFEST: the app would not start offline`,
        )
      await buildWorker(
        options.source,
        options.dist,
        precacheEntries(options.dist, options.shellRevision),
      )
    },
  }
}
