import { describe, expect, it, vi } from 'vitest'
import { createConnectivity } from './connectivity.ts'

describe('connectivity', () => {
  it('goes by what became of the last request, whatever the browser says', () => {
    const connectivity = createConnectivity()
    const told: boolean[] = []
    connectivity.watch((online) => told.push(online))
    connectivity.report(true)
    connectivity.report(false)
    connectivity.report(false)
    expect(navigator.onLine).toBe(true)
    expect(connectivity.online).toBe(false)
    connectivity.report(true)
    expect(told).toEqual([false, true])
  })

  it('believes the browser when it says that there is no connection, until a request shows otherwise', () => {
    const connectivity = createConnectivity()
    dispatchEvent(new Event('offline'))
    expect(connectivity.online).toBe(false)
    connectivity.report(true)
    expect(connectivity.online).toBe(true)
  })

  it('calls it a chance when a connection comes up, the page is looked at, or the worker nudges', () => {
    const chance = vi.fn()
    const stop = createConnectivity().onChance(chance)
    dispatchEvent(new Event('online'))
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data: { kind: 'flush' } }))
    navigator.serviceWorker.dispatchEvent(
      new MessageEvent('message', { data: { kind: 'page-changed' } }),
    )
    expect(chance).toHaveBeenCalledTimes(3)
    stop()
    dispatchEvent(new Event('online'))
    expect(chance).toHaveBeenCalledTimes(3)
  })
})
