import type { MadeFile } from '@takepart/shared/domain/consultation/media'
import { mediaCache } from './media-cache.ts'

/** What became of keeping files: all are here; no room, and none of them is; or not all could be fetched. */
export type KeepingOutcome = 'kept' | 'no-room' | 'unreachable'

/** Pictures and recordings kept on this device when the person chooses, for each consultation apart. */
export interface KeptMedia {
  /** Those of these files that are not on this device. */
  missing(slug: string, files: readonly MadeFile[]): Promise<readonly MadeFile[]>
  /** Keeps these files. `onProgress` is told how many are here so far. */
  keep(
    slug: string,
    files: readonly MadeFile[],
    onProgress?: (kept: number) => void,
  ): Promise<KeepingOutcome>
  /** Takes a consultation's files off this device, and remembers that the person wanted that. */
  takeOff(slug: string): Promise<void>
  /** True when the person has taken them off: then they are not kept again by themselves. */
  isTakenOff(slug: string): Promise<boolean>
}

/** Stands among the files, at an address that no file has. */
const takenOffMark = '/media/taken-off'

/** Undefined where this browser keeps nothing of the kind. */
export function createKeptMedia(fetch: typeof globalThis.fetch): KeptMedia | undefined {
  if (typeof caches === 'undefined') return undefined
  const open = (slug: string): Promise<Cache> => caches.open(mediaCache(slug))
  const missing: KeptMedia['missing'] = async (slug, files) => {
    if (!(await caches.has(mediaCache(slug)))) return files
    const here = new Set((await (await open(slug)).keys()).map(({ url }) => new URL(url).pathname))
    return files.filter(({ address }) => !here.has(address))
  }
  return {
    missing,
    async keep(slug, files, onProgress = () => undefined) {
      const wanted = await missing(slug, files)
      if (!(await hasRoom(wanted))) return 'no-room'
      const cache = await open(slug)
      await cache.delete(takenOffMark)
      const outcome = await fetchAll({ fetch, cache, onProgress }, wanted)
      // Half of them would take up the room that is short, and promise what they cannot hold.
      if (outcome === 'no-room')
        await Promise.all(wanted.map(({ address }) => cache.delete(address)))
      return outcome
    },
    async takeOff(slug) {
      await caches.delete(mediaCache(slug))
      await (await open(slug)).put(takenOffMark, new Response())
    },
    isTakenOff: async (slug) =>
      (await caches.has(mediaCache(slug))) &&
      (await (await open(slug)).match(takenOffMark)) !== undefined,
  }
}

interface Keeping {
  readonly fetch: typeof globalThis.fetch
  readonly cache: Cache
  readonly onProgress: (kept: number) => void
}

/** One after the other, so that the page and what is written on it come first. */
async function fetchAll(
  { fetch: fetchFile, cache, onProgress }: Keeping,
  files: readonly MadeFile[],
): Promise<KeepingOutcome> {
  for (const [index, file] of files.entries()) {
    const found = await fetchOne(fetchFile, file)
    if (!found) return 'unreachable'
    try {
      await cache.put(file.address, found)
    } catch {
      return 'no-room'
    }
    onProgress(index + 1)
  }
  return 'kept'
}

/** The whole file, and nothing that somebody in the server's place sent instead. */
async function fetchOne(
  fetchFile: typeof globalThis.fetch,
  { address, bytes }: MadeFile,
): Promise<Response | undefined> {
  try {
    const response = await fetchFile(address, { credentials: 'omit' })
    const content =
      response.status === 200 && !response.redirected ? await response.blob() : undefined
    return content?.size === bytes
      ? new Response(content, {
          headers: { 'content-type': response.headers.get('content-type') ?? '' },
        })
      : undefined
  } catch {
    return undefined
  }
}

/** As far as the browser says; where it says nothing it is tried. */
async function hasRoom(files: readonly MadeFile[]): Promise<boolean> {
  const wanted = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {}
  return quota === undefined || usage === undefined || quota - usage > wanted
}
