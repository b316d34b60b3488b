import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isMedia, openMedia } from './kept-media.ts'

const address = `/media/${'a'.repeat(64)}.mp4`
const cacheName = 'takepart-media-rooms'
const content = 'abcdefghij'

beforeEach(async () => {
  await (
    await caches.open(cacheName)
  ).put(address, new Response(content, { headers: { 'content-type': 'video/mp4' } }))
  vi.stubGlobal('fetch', async () => new Response('from the network'))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await caches.delete(cacheName)
})

const open = async (range?: string, path = address) => {
  const response = await openMedia(
    new Request(path, range === undefined ? {} : { headers: { range } }),
  )
  return [
    response.status,
    response.headers.get('content-range'),
    response.headers.get('content-type'),
    await response.text(),
  ]
}

describe('opening a kept file', () => {
  it('gives the whole of it', async () => {
    expect(await open()).toEqual([200, null, 'video/mp4', content])
  })

  it.each([
    ['bytes=0-', 'bytes 0-9/10', 'abcdefghij'],
    ['bytes=2-4', 'bytes 2-4/10', 'cde'],
    ['bytes=8-100', 'bytes 8-9/10', 'ij'],
    ['bytes=-3', 'bytes 7-9/10', 'hij'],
    ['bytes=-100', 'bytes 0-9/10', 'abcdefghij'],
  ])('gives the part that a player asks for: %s', async (range, said, words) => {
    expect(await open(range)).toEqual([206, said, 'video/mp4', words])
  })

  it('says that a part is not there', async () => {
    expect((await open('bytes=10-'))[0]).toBe(416)
    expect((await open('bytes=-0'))[0]).toBe(416)
  })

  it('asks the network for what is not kept', async () => {
    expect((await open('bytes=0-', address.replaceAll('a', 'b')))[3]).toBe('from the network')
  })
})

it.each([
  [address, true],
  ['/media/x.mp4', false],
  [`${address}/more`, false],
  ['/media/taken-off', false],
  ['/help', false],
])('says of %s whether it is media: %s', (path, is) => {
  expect(isMedia(path)).toBe(is)
})
