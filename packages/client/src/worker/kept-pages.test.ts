import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { carryOver, keepPages, openNewest, openPage, pagesCache } from './kept-pages.ts'

const cacheName = 'takepart-pages-test'

/** What the server says now, by path; a path that is not here cannot be reached. */
const server = new Map<string, () => Response>()
const page =
  (words: string, edition = words) =>
  () =>
    new Response(words, { headers: { 'x-page-edition': edition, 'content-type': 'text/html' } })

const gone = (status: number) => () =>
  new Response('No', { status, headers: { 'x-page-edition': 'gone' } })

/** A response that has been redirected cannot be made, only met. */
const redirected = () => Object.defineProperty(page('Sign in')(), 'redirected', { value: true })

const asked: { path: string; credentials: string | undefined }[] = []

beforeEach(async () => {
  await caches.delete(cacheName)
  server.clear()
  asked.splice(0)
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, credentials: init.credentials })
    const answer = server.get(path)
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await caches.delete(cacheName)
})

const opened = async (path: string) => {
  const found = await openPage(cacheName, path)
  return found && { words: await found.response.text(), news: await found.news }
}
const kept = async () =>
  (await (await caches.open(cacheName)).keys()).map(({ url }) => new URL(url).pathname)

describe('keeping pages', () => {
  it('keeps each of them, asked for without cookies, and says so', async () => {
    server.set('/', page('List')).set('/help', page('Help'))
    expect(await keepPages(cacheName, ['/', '/help'])).toBe(true)
    expect(await kept()).toEqual(['/', '/help'])
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'omit'])
  })

  it('leaves out what cannot be fetched, keeps the rest, and does not call it all', async () => {
    server.set('/help', page('Help'))
    expect(await keepPages(cacheName, ['/', '/help'])).toBe(false)
    expect(await kept()).toEqual(['/help'])
    server.set('/', page('List'))
    expect(await keepPages(cacheName, ['/', '/help'])).toBe(true)
  })

  it('does not fetch again what is kept', async () => {
    server.set('/', page('List'))
    await keepPages(cacheName, ['/'])
    await keepPages(cacheName, ['/'])
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['a wireless network’s own page', () => new Response('Sign in', { status: 200 })],
    ['a page one was sent on to', redirected],
    [
      'a page of trouble',
      () => new Response('Trouble', { status: 503, headers: { 'x-page-edition': 'x' } }),
    ],
    ['a page that is not there', gone(404)],
  ])('does not keep %s', async (_, answer) => {
    server.set('/', answer)
    expect(await keepPages(cacheName, ['/'])).toBe(false)
    expect(await kept()).toEqual([])
  })

  it('lets the oldest go when there are many', async () => {
    const paths = Array.from({ length: 83 }, (_, index) => `/consultations/number-${index}`)
    for (const path of paths) server.set(path, page(path))
    await keepPages(cacheName, paths)
    expect(await kept()).toEqual(paths.slice(3))
  })
})

describe('opening a kept page', () => {
  beforeEach(async () => {
    server.set('/help', page('Help', 'one'))
    await keepPages(cacheName, ['/help'])
  })

  it('gives nothing for a page that is not kept', async () => {
    expect(await openPage(cacheName, '/privacy')).toBeUndefined()
    expect(asked).toHaveLength(1)
  })

  it('gives it at once, whether or not the server can be reached', async () => {
    server.clear()
    expect(await opened('/help')).toEqual({ words: 'Help', news: undefined })
  })

  it('does not wait for the server', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    expect(await (await openPage(cacheName, '/help'))?.response.text()).toBe('Help')
  })

  it('has no news when the server says the same', async () => {
    server.set('/help', page('Help, 8 days left', 'one'))
    expect((await opened('/help'))?.news).toBeUndefined()
    expect((await opened('/help'))?.words).toBe('Help, 8 days left')
  })

  it('tells that there is a newer one, which is given the next time', async () => {
    server.set('/help', page('New help', 'two'))
    expect(await opened('/help')).toEqual({ words: 'Help', news: { kind: 'page-changed' } })
    expect(await opened('/help')).toEqual({ words: 'New help', news: undefined })
  })

  it.each([404, 410])('tells that it has been taken down (%i), and lets it go', async (status) => {
    server.set('/help', gone(status))
    expect(await opened('/help')).toEqual({ words: 'Help', news: { kind: 'page-gone' } })
    expect(await openPage(cacheName, '/help')).toBeUndefined()
  })

  it.each([
    ['a wireless network’s own page', () => new Response('Sign in')],
    ['trouble', () => new Response('Trouble', { status: 500 })],
    ['“not found” of somebody in the server’s place', () => new Response('No', { status: 404 })],
    ['“gone” of somebody in the server’s place', () => new Response('No', { status: 410 })],
  ])('keeps it when there is %s in its place', async (_, answer) => {
    server.set('/help', answer)
    expect(await opened('/help')).toEqual({ words: 'Help', news: undefined })
    expect(await opened('/help')).toEqual({ words: 'Help', news: undefined })
  })
})

describe('the cache of a build', () => {
  it('is one for each build, and the same for the same', () => {
    expect(pagesCache('a')).toBe(pagesCache('a'))
    expect(new Set(['a', 'b', '[]', '["/app-shell"]'].map(pagesCache)).size).toBe(4)
    expect(pagesCache('a')).toMatch(/^takepart-pages-[a-z0-9]+$/)
  })
})

describe('carrying pages over from the build before', () => {
  const before = 'takepart-pages-before'
  afterEach(() => caches.delete(before))

  const keepBefore = async (paths: readonly string[]) => {
    for (const path of paths) server.set(path, page(`old ${path}`))
    await keepPages(before, paths)
    server.clear()
  }

  it('makes each anew while the server can be asked', async () => {
    await keepBefore(['/help', '/consultations/garden/questions/trees'])
    server.set('/help', page('new')).set('/consultations/garden/questions/trees', page('new'))
    await carryOver(before, cacheName)
    expect(await kept()).toEqual(['/help', '/consultations/garden/questions/trees'])
    expect((await opened('/help'))?.words).toBe('new')
  })

  it('takes along pages to read, and no page of questions, when the server cannot be reached', async () => {
    await keepBefore(['/help', '/consultations/garden/questions/trees'])
    await carryOver(before, cacheName)
    expect(await kept()).toEqual(['/help'])
  })

  it('leaves behind what the server has taken down', async () => {
    await keepBefore(['/consultations/garden'])
    server.set('/consultations/garden', gone(410))
    await carryOver(before, cacheName)
    expect(await kept()).toEqual([])
  })
})

describe('a page whose words must be the newest', () => {
  const newest = async (wait = 10_000) => {
    const { response } = await openNewest(cacheName, '/help-now', wait)
    return response?.text()
  }

  it('is what the server says now, also where an older one is kept', async () => {
    server.set('/help-now', page('Call 1'))
    expect(await newest()).toBe('Call 1')
    server.set('/help-now', page('Call 2'))
    expect(await newest()).toBe('Call 2')
  })

  it('is the kept one where the server cannot be reached, or is broken', async () => {
    server.set('/help-now', page('Call 1'))
    await newest()
    server.set('/help-now', () => new Response('No', { status: 503 }))
    expect(await newest()).toBe('Call 1')
    server.clear()
    expect(await newest()).toBe('Call 1')
  })

  it('is the kept one, at once, where the server does not answer, and none where none is kept', async () => {
    server.set('/help-now', page('Call 1'))
    await newest()
    vi.stubGlobal('fetch', () => new Promise(() => undefined))
    expect(await newest(0)).toBe('Call 1')
    await caches.delete(cacheName)
    expect(await newest(0)).toBeUndefined()
  })
})
