import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearDevice } from './clear-device.ts'
import { createKeptMedia, type KeptMedia } from './kept-media.ts'

const file = (digit: string, bytes = 4) => ({ address: `/media/${digit.repeat(64)}.webp`, bytes })
const files = [file('1'), file('2'), file('3')]
const asked: string[] = []
/** What the server says, by address; 4 bytes of a picture unless a test says otherwise. */
let answer: (address: string) => Response
const server = async (input: RequestInfo | URL): Promise<Response> => {
  asked.push(String(input))
  return answer(String(input))
}
const kept = (): KeptMedia => createKeptMedia(server)!
const missing = async (slug = 'rooms') => (await kept().missing(slug, files)).length

beforeEach(() => {
  asked.splice(0)
  answer = () => new Response('webp', { headers: { 'content-type': 'image/webp' } })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)))
})

describe('keeping a consultation’s media', () => {
  it('keeps each file, counts them, and says that all are here', async () => {
    const counted: number[] = []
    expect(await kept().keep('rooms', files, (number) => counted.push(number))).toBe('kept')
    expect(counted).toEqual([1, 2, 3])
    expect(await missing()).toBe(0)
    const here = await caches.match(files[0]!.address)
    expect([here?.headers.get('content-type'), await here?.text()]).toEqual(['image/webp', 'webp'])
  })

  it('makes nothing for a consultation that is only looked at', async () => {
    expect(await missing()).toBe(3)
    expect(await kept().isTakenOff('rooms')).toBe(false)
    expect(await caches.keys()).toEqual([])
  })

  it('fetches nothing twice, and goes on from where it was', async () => {
    await kept().keep('rooms', files.slice(0, 1))
    await kept().keep('rooms', files)
    expect(asked).toHaveLength(3)
  })

  it.each([
    ['trouble', () => new Response('webp', { status: 500 })],
    ['a part', () => new Response('webp', { status: 206 })],
    ['a wireless network’s own page', () => new Response('Sign in to go on')],
    [
      'no answer',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])(
    'says that not all could be fetched when there is %s, and keeps what it had',
    async (_, said) => {
      await kept().keep('rooms', files.slice(0, 1))
      answer = said
      expect(await kept().keep('rooms', files)).toBe('unreachable')
      expect(await missing()).toBe(2)
    },
  )

  it('keeps none of them where there is no room for all', async () => {
    vi.spyOn(Cache.prototype, 'put').mockImplementation(async function put(this: Cache, request) {
      if (String(request) === files[1]!.address) throw new DOMException('', 'QuotaExceededError')
    })
    expect(await kept().keep('rooms', files)).toBe('no-room')
    expect(await missing()).toBe(3)
  })

  it('does not begin where the browser says that there is no room', async () => {
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ quota: 100, usage: 95 })
    expect(await kept().keep('rooms', files)).toBe('no-room')
    expect(asked).toEqual([])
  })

  it('takes them off again, of this consultation only, and remembers that', async () => {
    await kept().keep('rooms', files)
    await kept().keep('garden', files)
    await kept().takeOff('rooms')
    expect([await missing(), await missing('garden')]).toEqual([3, 0])
    expect([await kept().isTakenOff('rooms'), await kept().isTakenOff('garden')]).toEqual([
      true,
      false,
    ])
    await kept().keep('rooms', files)
    expect([await missing(), await kept().isTakenOff('rooms')]).toEqual([0, false])
  })

  it('leaves nothing behind when the device is cleared', async () => {
    await kept().keep('rooms', files)
    expect(await clearDevice()).toEqual([])
    expect(await caches.keys()).toEqual([])
  })

  it('is not offered where the browser keeps nothing', () => {
    vi.stubGlobal('caches', undefined)
    expect(createKeptMedia(server)).toBeUndefined()
    vi.unstubAllGlobals()
  })
})
