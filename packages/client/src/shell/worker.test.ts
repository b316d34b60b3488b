import { afterEach, describe, expect, it, vi } from 'vitest'
import { startWorker } from './worker.ts'

afterEach(() => vi.restoreAllMocks())

/** A worker as the browser shows one, which can be moved on from state to state. */
class Installing extends EventTarget {
  state: ServiceWorkerState = 'installing'
  readonly scriptURL = new URL('/sw.js', location.href).href
  moveTo(state: ServiceWorkerState): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

/** A registration that finds a worker to install; `active` is the one of the visit before, if there was one. */
function browserWith(active: Installing | null) {
  const found = new Installing()
  const registration = Object.assign(new EventTarget(), {
    active,
    installing: found as Installing | null,
    waiting: null as Installing | null,
  })
  const container = navigator.serviceWorker
  vi.spyOn(container, 'register').mockResolvedValue(
    registration as unknown as ServiceWorkerRegistration,
  )
  vi.spyOn(container, 'getRegistration').mockResolvedValue(
    registration as unknown as ServiceWorkerRegistration,
  )
  return {
    /** Installed, and not active for as long as Firefox can take over that. */
    install: async () => {
      registration.dispatchEvent(new Event('updatefound'))
      Object.assign(registration, { installing: null, waiting: found })
      found.moveTo('installed')
      await new Promise((resolve) => setTimeout(resolve, 500))
    },
  }
}

describe('a worker that is installed and waits', () => {
  it('is no new version on a first visit: it waits for nobody', async () => {
    const browser = browserWith(null)
    const told = vi.fn()
    await startWorker(told)
    await browser.install()
    expect(told).not.toHaveBeenCalled()
  })

  it('is one where another version is at work', async () => {
    const browser = browserWith(new Installing())
    const told = vi.fn()
    await startWorker(told)
    await browser.install()
    expect(told).toHaveBeenCalledOnce()
  })
})
