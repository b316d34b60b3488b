import { afterEach, describe, expect, it, vi } from 'vitest'
import { keptPage } from './kept-page.ts'

const cacheName = 'takepart-pages-kept-page-test'
afterEach(async () => {
  vi.restoreAllMocks()
  await caches.delete(cacheName)
})

describe('a kept page', () => {
  it('is read from whichever cache has it, and is nothing where none has', async () => {
    await (await caches.open(cacheName)).put('/rounds/one', new Response('<main>One</main>'))
    expect(await keptPage('/rounds/one')).toBe('<main>One</main>')
    expect(await keptPage('/rounds/two')).toBeUndefined()
  })

  it('is nothing where the browser lets nobody look', async () => {
    vi.spyOn(CacheStorage.prototype, 'match').mockRejectedValue(
      new DOMException('', 'SecurityError'),
    )
    expect(await keptPage('/rounds/one')).toBeUndefined()
  })

  it('is nothing where even asking for the caches is refused', async () => {
    vi.spyOn(globalThis, 'caches', 'get').mockImplementation(() => {
      throw new DOMException('', 'SecurityError')
    })
    expect(await keptPage('/rounds/one')).toBeUndefined()
    vi.restoreAllMocks()
  })
})
