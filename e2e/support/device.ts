import type { Page } from '@playwright/test'

/** Everything a website can keep in a browser, by name. */
export interface Kept {
  readonly databases: readonly string[]
  readonly caches: readonly string[]
  readonly workers: number
  readonly items: number
}

export const nothing: Kept = { databases: [], caches: [], workers: 0, items: 0 }

/** What the browser keeps for the website of this page. */
export const keptOn = (page: Page): Promise<Kept> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    items: localStorage.length + sessionStorage.length,
  }))
