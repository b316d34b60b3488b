import type {
  Consultation,
  ConsultationVersion,
} from '@takepart/shared/domain/consultation/consultation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLibrary } from './library.ts'
import { emptyDevice, tab, today } from './test-support/device.ts'

const version = (slug: string, number: number): ConsultationVersion => ({
  number,
  consultation: {
    format: 'takepart/consultation/1',
    slug,
    title: `${slug} ${number}`,
  } as Consultation,
})
const library = () => createLibrary(tab().database, () => today)

beforeEach(emptyDevice)

describe('the library', () => {
  it('gives a version by its number, or the newest, in a tab opened later', async () => {
    for (const number of [2, 10, 1])
      expect(await library().keep(version('wards', number))).toBe(true)
    await library().keep(version('wards-2', 30))
    expect(await library().read('wards', 2)).toEqual(version('wards', 2))
    expect(await library().read('wards')).toEqual(version('wards', 10))
    expect(await library().read('wards', 3)).toBeUndefined()
    expect(await library().read('other')).toBeUndefined()
  })

  it('lists the newest version of each consultation with its title', async () => {
    for (const kept of [version('a', 1), version('a', 2), version('b', 1)])
      await library().keep(kept)
    expect(await library().list()).toEqual([
      { slug: 'a', number: 2, title: 'a 2', keptAt: today.toISOString() },
      { slug: 'b', number: 1, title: 'b 1', keptAt: today.toISOString() },
    ])
  })

  describe('forgets', () => {
    it('the pictures and recordings of a consultation that was taken back, and of no other', async () => {
      for (const slug of ['wards', 'wards-2'])
        await (await caches.open(`takepart-media-${slug}`)).put('/media/x', new Response())
      await library().forget('wards', [])
      expect(await caches.keys()).toEqual(['takepart-media-wards-2'])
      await caches.delete('takepart-media-wards-2')
    })

    const kept = async () => {
      const one = library()
      for (const number of [1, 2, 3]) await one.keep(version('wards', number))
      await one.keep(version('wards-2', 1))
      return one
    }

    it('a consultation that was taken back, and no other, in this tab and those opened later', async () => {
      const here = await kept()
      await here.forget('wards', [])
      for (const tab of [here, library()]) {
        expect((await tab.list()).map(({ slug }) => slug)).toEqual(['wards-2'])
        expect(await tab.read('wards')).toBeUndefined()
      }
      expect(await library().read('wards', 3)).toBeUndefined()
      expect(await here.read('wards', 3), 'somebody may be answering it in this tab').toEqual(
        version('wards', 3),
      )
    })

    it('all but the questions of a response on this device, which nobody begins anew', async () => {
      const here = await kept()
      await here.forget('wards', [2])
      for (const tab of [here, library()]) {
        expect((await tab.list()).map(({ slug }) => slug)).toEqual(['wards-2'])
        expect(await tab.read('wards')).toBeUndefined()
        expect(await tab.read('wards', 2)).toEqual(version('wards', 2))
      }
      expect(await library().read('wards', 3)).toBeUndefined()
    })

    it('for as long as it is gone: published again, it is kept again', async () => {
      const here = await kept()
      await here.forget('wards', [2])
      await here.keep(version('wards', 2))
      for (const tab of [here, library()])
        expect(await tab.read('wards')).toEqual(version('wards', 2))
    })

    it('nothing, and fails nobody, while the store fails', async () => {
      const here = await kept()
      const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
        throw new DOMException('', 'SecurityError')
      })
      await library().forget('wards', [])
      open.mockRestore()
      expect(await here.read('wards')).toEqual(version('wards', 3))
    })
  })

  it('works within the tab, and says that it was not kept, while the store fails', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    const here = library()
    expect(await here.keep(version('wards', 1))).toBe(false)
    expect(await here.read('wards')).toEqual(version('wards', 1))
    open.mockRestore()
  })
})
