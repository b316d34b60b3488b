import { editionHeader, saysGone } from '@takepart/shared/domain/site/page-edition'
import type { PageNews } from './messages.ts'
import { isDocument } from './page-kinds.ts'

/** Older pages are let go first; a page is about 10 kB. */
const mostPages = 80

/** The cache of one build's pages: a page and the script it names belong together. */
export function pagesCache(build: string): string {
  let hash = 5381
  for (const character of build) hash = (hash * 33 + (character.codePointAt(0) ?? 0)) | 0
  return `takepart-pages-${(hash >>> 0).toString(36)}`
}

/**
 * Keeps public pages for reading without a connection, and answers whether it has them all. A page that cannot be fetched
 * now is left out, not an error.
 */
export async function keepPages(cacheName: string, paths: readonly string[]): Promise<boolean> {
  const cache = await caches.open(cacheName)
  let all = true
  for (const path of paths) {
    const isKept = (await cache.match(path)) ?? (await refresh(cache, path).catch(() => undefined))
    all &&= isKept !== undefined
  }
  const kept = await cache.keys()
  await Promise.all(
    kept.slice(0, Math.max(0, kept.length - mostPages)).map((request) => cache.delete(request)),
  )
  return all
}

/**
 * Keeps the pages of the build before, each made anew. A page to read that the server cannot be asked for now is taken
 * along as it is: it reads well without its script. A page of questions is not, since only its own build can take it over.
 */
export async function carryOver(from: string, to: string): Promise<void> {
  const [older, newer] = await Promise.all([caches.open(from), caches.open(to)])
  for (const request of await older.keys()) {
    const { pathname } = new URL(request.url)
    const page = isDocument(pathname) ? await older.match(request) : undefined
    if (await newer.match(pathname)) continue
    await refresh(newer, pathname).catch(() => page && newer.put(pathname, page))
  }
}

/** A kept page, and the promise of what the server has to say about it meanwhile. */
export async function openPage(
  cacheName: string,
  path: string,
): Promise<{ response: Response; news: Promise<PageNews | undefined> } | undefined> {
  const cache = await caches.open(cacheName)
  const response = await cache.match(path)
  if (!response) return undefined
  const before = response.headers.get(editionHeader)
  const news = refresh(cache, path).then(
    (after): PageNews | undefined => {
      if (after === undefined) return { kind: 'page-gone' }
      return after === before ? undefined : { kind: 'page-changed' }
    },
    () => undefined,
  )
  return { response, news }
}

/**
 * A page whose words must be the newest, such as whom to call: the server's, and kept for the next time; the kept one where
 * the server has not answered within `wait` milliseconds, or cannot. No response: neither.
 */
export async function openNewest(
  cacheName: string,
  path: string,
  wait: number,
): Promise<{ readonly response: Response | undefined; readonly kept: Promise<unknown> }> {
  const cache = await caches.open(cacheName)
  const asked = refresh(cache, path).catch(() => undefined)
  const inTime = new Promise((resolve) => {
    setTimeout(resolve, wait)
  })
  await Promise.race([asked, inTime])
  return { response: await cache.match(path), kept: asked }
}

/** Fetches and keeps a page; answers its edition, or undefined when the server says there is no such page any more. */
async function refresh(cache: Cache, path: string): Promise<string | null | undefined> {
  const response = await fetch(path, { credentials: 'omit', cache: 'no-cache' })
  if (saysGone(response)) {
    await cache.delete(path)
    return undefined
  }
  const isPage = response.ok && !response.redirected && response.headers.has(editionHeader)
  if (!isPage) throw new Error(`not a page of ours: ${response.status}`)
  await cache.put(path, response.clone())
  return response.headers.get(editionHeader)
}
