import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clearDevice } from './clear-device.ts'
import { openTabs, whenClearedElsewhere } from './tabs.ts'
import { draft, emptyDevice, openTab, responseId, rowsIn } from './test-support/device.ts'

beforeEach(emptyDevice)

const names = async () => (await indexedDB.databases()).map(({ name }) => name)

/** A connection of somebody who does not listen. */
const opened = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })

const refuse = () => {
  throw new DOMException('', 'SecurityError')
}
const hang = () => Object.create(Object.prototype) as IDBOpenDBRequest

describe('clearing the device', () => {
  it('removes drafts and their key, kept pages, settings and databases of any name, and says that nothing is left', async () => {
    await (await openTab()).saveDraft('response', draft(), {})
    await (
      await openTab()
    ).saveDraft('response', draft({ id: responseId(2), ownDevice: false }), {})
    await (await caches.open('takepart-pages-1')).put('/x', new Response('page'))
    localStorage.setItem('setting', 'large')
    const other = await opened('workbox-expiration')
    other.close()

    expect(await clearDevice()).toEqual([])
    expect(await names()).toEqual([])
    expect(await caches.keys()).toEqual([])
    expect(localStorage.length + sessionStorage.length).toBe(0)
  })

  it('keeps tabs that were open from writing anything back', async () => {
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    await clearDevice()
    expect(await records.saveDraft('response', draft(), {})).toEqual({
      saved: false,
      reason: 'unavailable',
    })
    expect(await names()).toEqual([])
  })

  it('forgets the words of tabs that only had them in memory', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(refuse)
    const records = await openTab()
    await records.saveDraft('response', draft(), {})
    open.mockRestore()
    await clearDevice()
    await vi.waitFor(async () => expect(await records.list('response')).toEqual([]))
  })

  it('tells other tabs, and not the pages of this one', async () => {
    const here = vi.fn()
    const elsewhere = vi.fn()
    const stopHere = whenClearedElsewhere(here)
    const stopElsewhere = openTabs().listen(elsewhere)
    await clearDevice()
    await vi.waitFor(() => expect(elsewhere).toHaveBeenCalledWith({ cleared: true }))
    expect(here).not.toHaveBeenCalled()
    stopHere()
    stopElsewhere()
  })

  it('empties a database whose deletion another tab holds up', async () => {
    await (await openTab()).saveDraft('response', draft(), {})
    const asleep = await opened('takepart')
    expect(await clearDevice()).toEqual([])
    const count = asleep.transaction('record').objectStore('record').count()
    await new Promise((resolve) => {
      count.onsuccess = resolve
    })
    expect(count.result).toBe(0)
    asleep.close()
  })

  it.each([
    ['drafts', () => vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(hang)],
    ['pages', () => vi.spyOn(CacheStorage.prototype, 'delete').mockResolvedValue(false)],
    ['settings', () => vi.spyOn(Storage.prototype, 'clear').mockImplementation(refuse)],
    [
      'worker',
      () =>
        vi.spyOn(ServiceWorkerContainer.prototype, 'getRegistrations').mockImplementation(refuse),
    ],
  ] as const)('says so when it could not remove %s', async (left, fail) => {
    await (await openTab()).saveDraft('response', draft(), {})
    await caches.open('takepart-pages-1')
    const failing = fail()
    const outcome = await clearDevice()
    failing.mockRestore()
    expect(outcome).toEqual([left])
    await caches.delete('takepart-pages-1')
  })

  it('can be done twice', async () => {
    await clearDevice()
    expect(await clearDevice()).toEqual([])
    await openTab()
    expect(await rowsIn('record')).toEqual([])
  })
})
