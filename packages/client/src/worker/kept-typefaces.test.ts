import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isTypeface, openTypeface } from './kept-typefaces.ts'

const file = (name: string) => new Request(`/assets/${name}.woff2`)
let fetched: string[] = []
let status = 200

beforeEach(async () => {
  await caches.delete('takepart-typefaces')
  fetched = []
  status = 200
  vi.stubGlobal('fetch', async (request: Request) => {
    fetched.push(new URL(request.url).pathname)
    return new Response('letters', { status })
  })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await caches.delete('takepart-typefaces')
})

describe('isTypeface', () => {
  it.each([
    ['/assets/opendyslexic-latin-400-normal-x1.woff2', true],
    ['/assets/main-x1.js', false],
    ['/assets/a/b.woff2', false],
    ['/elsewhere.woff2', false],
  ])('of %s is %s', (path, expected) => expect(isTypeface(path)).toBe(expected))
})

describe('openTypeface', () => {
  it('fetches a file once, and has it from then on', async () => {
    expect(await (await openTypeface(file('one'))).text()).toBe('letters')
    expect(await (await openTypeface(file('one'))).text()).toBe('letters')
    expect(fetched).toEqual(['/assets/one.woff2'])
  })

  it('keeps nothing that is not there', async () => {
    status = 404
    expect((await openTypeface(file('gone'))).status).toBe(404)
    await openTypeface(file('gone'))
    expect(fetched).toHaveLength(2)
  })

  it('keeps the last eight files', async () => {
    for (let number = 0; number < 10; number += 1) await openTypeface(file(`file-${number}`))
    const kept = await (await caches.open('takepart-typefaces')).keys()
    expect(kept.map(({ url }) => new URL(url).pathname)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/assets/file-${number}.woff2`),
    )
  })
})
