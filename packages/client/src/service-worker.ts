import { appShellPath, sitePaths } from '@takepart/shared/domain/site/site-paths'
import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching'
import { carryOver, keepPages, openNewest, openPage, pagesCache } from './worker/kept-pages.ts'
import { keptPath, sentOnTo } from './worker/kept-address.ts'
import { isMedia, openMedia } from './worker/kept-media.ts'
import { isTypeface, openTypeface } from './worker/kept-typefaces.ts'
import type { PageNews, WorkerNews, WorkerRequest } from './worker/messages.ts'
import { isAnswering, isAppPage, isDocument } from './worker/page-kinds.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
}

const precache = self.__WB_MANIFEST
const isSettingsSheet = (path: string): boolean => /^\/assets\/settings-[^/]+\.css$/.test(path)
const cacheName = pagesCache(JSON.stringify(precache))

/** What the server has to say of pages that were opened from this device, by the page. Lost with the worker, which is no harm. */
const unheard = new Map<string, Promise<PageNews | undefined>>()

precacheAndRoute(precache, {
  ignoreURLParametersMatching: [],
  directoryIndex: '',
  cleanURLs: false,
})
cleanupOutdatedCaches()

self.addEventListener('activate', (event) => event.waitUntil(forgetOldPages()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (isTypeface(url.pathname)) event.respondWith(openTypeface(request))
  else if (isMedia(url.pathname) && request.mode !== 'navigate')
    event.respondWith(openMedia(request))
  else if (isSettingsSheet(url.pathname)) event.respondWith(openSettingsSheet(request))
  if (request.mode !== 'navigate') return
  const onwards = sentOnTo(url)
  if (onwards !== undefined) event.respondWith(sendOn(event, onwards))
  else if (isAppPage(url.pathname)) event.respondWith(openAppPage(event, url))
  else if (isDocument(url.pathname)) event.respondWith(openDocument(event, url))
})

self.addEventListener('message', (event) => {
  const message = event.data as WorkerRequest
  if (message.kind === 'any-news') event.waitUntil(tellNews(event.source as Client))
  else if (message.kind === 'keep-pages')
    event.waitUntil(
      keepPages(cacheName, message.paths).then((all) => event.ports[0]?.postMessage(all)),
    )
  else event.waitUntil(takeOverWhenIdle())
})

/** A nudge only: pages send, the worker never does, so that there is one sender with one set of rules. */
self.addEventListener('sync', (event: Event) => {
  ;(event as ExtendableEvent).waitUntil(tellPages({ kind: 'flush' }))
})

/** The server sends on from an address with a slash too many; without a connection this does, to what may be kept. */
const sendOn = ({ request }: FetchEvent, onwards: string): Promise<Response> =>
  fetch(request).catch(() => Response.redirect(new URL(onwards, location.origin), 308))

/** How long whoever needs help now waits for the Trust's own lines before those that every device has are shown. */
const helpWithinMs = 2_000

async function openAppPage(event: FetchEvent, url: URL): Promise<Response> {
  if (url.pathname === sitePaths.app.helpNow) {
    const { response, kept: keeping } = await openNewest(cacheName, url.pathname, helpWithinMs)
    event.waitUntil(keeping)
    return response ?? (await matchPrecache(appShellPath)) ?? fetch(event.request)
  }
  const kept = isAnswering(url.pathname) && (await openKept(event, url))
  if (kept) return kept
  return (await matchPrecache(appShellPath)) ?? fetch(event.request)
}

/** A page taken along from an earlier build names the sheet of that build; without a connection this build's does as well. */
async function openSettingsSheet(request: Request): Promise<Response> {
  const own = precache
    .map((entry) => (typeof entry === 'string' ? entry : entry.url))
    .find(isSettingsSheet)
  return fetch(request).catch(async () => (own && (await matchPrecache(own))) || Response.error())
}

/** A kept page first, at once, while a newer one is looked for; the network for a page that is not kept. */
async function openDocument(event: FetchEvent, url: URL): Promise<Response> {
  const kept = await openKept(event, url)
  if (kept) return kept
  try {
    return await fetch(event.request)
  } catch {
    // The shell says in words that this page is not on the device, and what is.
    return (await matchPrecache(appShellPath)) ?? Response.error()
  }
}

async function openKept(event: FetchEvent, url: URL): Promise<Response | undefined> {
  const path = keptPath(url)
  const opened = path === undefined ? undefined : await openPage(cacheName, path)
  if (!opened) return undefined
  unheard.set(event.resultingClientId, opened.news)
  event.waitUntil(opened.news)
  return opened.response
}

/**
 * A new version takes over only when no page is being answered on, in any tab (P6). Pages are never reloaded: the
 * next one that is opened comes from the new version.
 */
async function takeOverWhenIdle(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (!windows.some((client) => isAppPage(new URL(client.url).pathname))) await self.skipWaiting()
}

async function forgetOldPages(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('takepart-pages-') && name !== cacheName)
      .map(async (name) => {
        await carryOver(name, cacheName)
        await caches.delete(name)
      }),
  )
}

/** Told when the page asks for it, which is when it listens: most often the server has answered long before. */
async function tellNews(page: Client): Promise<void> {
  const news = await unheard.get(page.id)
  unheard.delete(page.id)
  if (news) page.postMessage(news)
}

async function tellPages(message: WorkerNews): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message)
}
