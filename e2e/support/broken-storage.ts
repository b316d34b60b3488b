import type { Page } from '@playwright/test'

/** What a test can do to the store of a page that was opened after {@link tamperWithStore}. */
interface Tampering {
  /** Share of the writing transactions that are aborted after their `put` has succeeded. */
  aborting: number
  /** Opening neither succeeds nor fails from now on. */
  hanging: boolean
  readonly connections: IDBDatabase[]
}

declare global {
  interface Window {
    tampering: Tampering
  }
}

/**
 * Lets a test break the device's store under this page, and under no other page of the device. Chance comes from `seed`,
 * so that a run can be had again.
 */
export async function tamperWithStore(
  page: Page,
  { hanging = false, seed = 1 } = {},
): Promise<void> {
  await page.addInitScript(
    (start: { hanging: boolean; seed: number }) => {
      let state = start.seed
      const chance = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
      const tampering: Tampering = { aborting: 0, hanging: start.hanging, connections: [] }
      window.tampering = tampering
      const open = IDBFactory.prototype.open
      IDBFactory.prototype.open = function (...of) {
        if (tampering.hanging)
          return Object.assign(Object.create(IDBOpenDBRequest.prototype), {
            addEventListener: () => undefined,
          })
        const request = open.apply(this, of)
        request.addEventListener('success', () => tampering.connections.push(request.result))
        return request
      }
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = function (...of) {
        const request = put.apply(this, of)
        if (this.name === 'record')
          request.addEventListener('success', () => {
            if (chance() < tampering.aborting) this.transaction.abort()
          })
        return request
      }
    },
    { hanging, seed },
  )
}

/** Every kind of storage refuses this page, as where somebody has switched off cookies and website data. */
export async function switchOffStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('Storage is disabled', 'SecurityError')
    }
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches'])
      Object.defineProperty(window, name, { get: refuse, configurable: true })
    ServiceWorkerContainer.prototype.register = () =>
      Promise.reject(new DOMException('Storage is disabled', 'SecurityError'))
  })
}

/** Everything that the page has said of saving, from now on; ask for it at the end. */
export async function everythingSaid(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    const note = () => {
      const now = document.getElementById('saved')?.textContent?.trim()
      if (now && now !== said.at(-1)) said.push(now)
    }
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    note()
    Object.assign(window, { said })
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}
