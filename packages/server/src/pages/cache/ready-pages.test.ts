import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { MadePage } from './ready-page.ts'
import { ReadyPages } from './ready-pages.ts'

const madePage = (body: string, more: Partial<MadePage> = {}): MadePage => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  cacheControl: 'public, max-age=0, must-revalidate',
  body,
  ...more,
})

interface Bench {
  time: number
  hears: boolean
  made: number
  troubles: unknown[]
  pages: ReadyPages
}

const bench = (mostBytes?: number): Bench => {
  const state: Bench = {
    time: 1_000_000,
    hears: true,
    made: 0,
    troubles: [],
    pages: undefined as never,
  }
  state.pages = new ReadyPages({
    headers: () => ({ 'x-content-type-options': 'nosniff' }),
    now: () => new Date(state.time),
    hearsOfChanges: () => state.hears,
    onTrouble: (error) => {
      state.troubles.push(error)
    },
    mostBytes,
  })
  return state
}

const counting =
  (state: Bench, more: Partial<MadePage> = {}) =>
  async (): Promise<MadePage> => {
    state.made += 1
    return madePage(`making ${state.made}`, more)
  }

const textOf = async (
  state: Bench,
  make: () => Promise<MadePage>,
  address = '/',
): Promise<string> => (await state.pages.serve(address, make)).body.identity.toString()

const failing = async (): Promise<MadePage> => {
  throw new Error('no database')
}
const aMoment = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 5)
  })

describe('ReadyPages', () => {
  it('makes a page once however many ask at the same time, and serves it from memory at once afterwards', async () => {
    const state = bench()
    await Promise.all(Array.from({ length: 20 }, () => textOf(state, counting(state))))
    expect(state.made).toBe(1)
    expect(state.pages.serve('/', counting(state))).not.toBeInstanceOf(Promise)
  })

  it('makes it anew in the background after thirty seconds, serving the one it has meanwhile', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.time += 30_000
    expect(await textOf(state, counting(state))).toBe('making 1')
    await aMoment()
    expect(await textOf(state, counting(state))).toBe('making 2')
    expect(state.made).toBe(2)
  })

  it('never serves one that is nearly a minute old without having made it anew', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.time += 55_000
    expect(await textOf(state, counting(state))).toBe('making 2')
  })

  it('makes it anew at the moment it reads differently', async () => {
    const state = bench()
    const make = counting(state, { changesAt: state.time + 1000 })
    await textOf(state, make)
    state.time += 999
    expect(await textOf(state, make)).toBe('making 1')
    state.time += 1
    expect(await textOf(state, make)).toBe('making 2')
  })

  it('makes it anew when the clock was set back', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.time -= 3 * 3_600_000
    expect(await textOf(state, counting(state))).toBe('making 2')
  })

  it('forgets every page when it is told to', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.pages.drop()
    expect(await textOf(state, counting(state))).toBe('making 2')
  })

  it('does not keep a page whose making began before something was published', async () => {
    const state = bench()
    let letGo = (): void => undefined
    const slow = async (): Promise<MadePage> => {
      const number = ++state.made
      if (number === 1)
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
      return madePage(`making ${number}`)
    }
    const first = textOf(state, slow)
    state.pages.drop()
    expect(await textOf(state, slow)).toBe('making 2')
    letGo()
    expect(await first).toBe('making 2')
    expect(await textOf(state, slow)).toBe('making 2')
  })

  it('serves the page it has while it hears of changes but cannot make it anew, and says so', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.time += 600_000
    expect(await textOf(state, failing)).toBe('making 1')
    expect(state.troubles).toHaveLength(1)
  })

  it('serves nothing old when it can neither hear of changes nor make the page anew', async () => {
    const state = bench()
    await textOf(state, counting(state))
    state.hears = false
    state.time += 50_000
    expect(await textOf(state, failing)).toBe('making 1')
    state.time += 10_000
    await expect(textOf(state, failing)).rejects.toThrow('no database')
  })

  it('passes on a failure when there is no page yet, and tries again for the next person', async () => {
    const state = bench()
    await expect(textOf(state, failing)).rejects.toThrow('no database')
    expect(await textOf(state, counting(state))).toBe('making 1')
  })

  it('keeps no more than its share of memory, letting the oldest go first', async () => {
    const state = bench(2000)
    const make = async (): Promise<MadePage> => {
      state.made += 1
      return madePage(`${state.made}${'x'.repeat(800)}`)
    }
    for (const address of ['/a', '/b', '/c']) await textOf(state, make, address)
    await textOf(state, make, '/c')
    expect(state.made).toBe(3)
    await textOf(state, make, '/a')
    expect(state.made).toBe(4)
  })

  it('shares one body among all addresses that lead nowhere, so that asking for many of them pushes no page out', async () => {
    const state = bench(40_000)
    await textOf(state, counting(state), '/')
    const nowhere = async (): Promise<MadePage> =>
      madePage('nothing '.repeat(2000), { status: 404, cacheControl: 'no-store' })
    const first = await state.pages.serve('/0', nowhere)
    for (const address of ['/1', '/2', '/3', '/4', '/5', '/6'])
      expect((await state.pages.serve(address, nowhere)).body).toBe(first.body)
    expect(await textOf(state, failing, '/')).toBe('making 1')
    const other = await state.pages.serve('/later', async () =>
      madePage('It opens in May.', { status: 404, cacheControl: 'no-store' }),
    )
    expect(other.body.identity.toString()).toBe('It opens in May.')
  })

  it('has one weak validator for every encoding, and none for what must not be stored', async () => {
    const state = bench()
    const page = await state.pages.serve('/', async () => madePage('x'.repeat(5000)))
    expect(page.etag).toMatch(/^W\/"[\w-]{27}"$/)
    for (const list of Object.values(page.headers)) expect(list).toContain(page.etag)
    const error = await state.pages.serve('/gone', async () =>
      madePage('gone', { status: 410, cacheControl: 'no-store' }),
    )
    expect(error.headers.identity).not.toContain('etag')
  })

  it('makes the body smaller in the background and keeps its validator', async () => {
    const state = bench()
    const text = Array.from({ length: 900 }, (_, index) => `word${(index * 7919) % 613}`).join(' ')
    const quick = await state.pages.serve('/', async () => madePage(text))
    await expect
      .poll(async () => (await state.pages.serve('/', failing)).body.br.length)
      .toBeLessThan(quick.body.br.length)
    const small = await state.pages.serve('/', failing)
    expect(small.etag).toBe(quick.etag)
    expect(brotliDecompressSync(small.body.br).toString()).toBe(text)
    expect(small.headers.br).toContain(String(small.body.br.length))
  })
})
