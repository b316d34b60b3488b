import type { Consultation, ConsultationVersion } from '@takepart/shared/domain/consultation'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createLibrary } from './library.ts'
import { emptyDevice, tab, today } from './test-support/device.ts'

const version = (slug: string, number: number): ConsultationVersion =>
  ({ number, consultation: { format: 'takepart/consultation/1', slug, title: `${slug} ${number}` } as Consultation })
const library = () => createLibrary(tab().database, () => today)

beforeEach(emptyDevice)

describe('the library', () => {
  it('gives a version by its number, or the newest, in a tab opened later', async () => {
    for (const number of [2, 10, 1]) expect(await library().keep(version('wards', number))).toBe(true)
    await library().keep(version('wards-2', 30))
    expect(await library().read('wards', 2)).toEqual(version('wards', 2))
    expect(await library().read('wards')).toEqual(version('wards', 10))
    expect(await library().read('wards', 3)).toBeUndefined()
    expect(await library().read('other')).toBeUndefined()
  })

  it('lists the newest version of each consultation with its title', async () => {
    for (const kept of [version('a', 1), version('a', 2), version('b', 1)]) await library().keep(kept)
    expect(await library().list()).toEqual([
      { slug: 'a', number: 2, title: 'a 2', keptAt: today.toISOString() },
      { slug: 'b', number: 1, title: 'b 1', keptAt: today.toISOString() },
    ])
  })

  it('works within the tab, and says that it was not kept, while the store fails', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => { throw new DOMException('', 'SecurityError') })
    const here = library()
    expect(await here.keep(version('wards', 1))).toBe(false)
    expect(await here.read('wards')).toEqual(version('wards', 1))
    open.mockRestore()
  })
})
