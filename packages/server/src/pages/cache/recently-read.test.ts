import { describe, expect, it } from 'vitest'
import { RecentlyRead } from './recently-read.ts'

describe('RecentlyRead', () => {
  const bench = () => {
    const state = { time: 1_000_000, reads: 0 }
    const recent = new RecentlyRead(() => new Date(state.time))
    const read = async (): Promise<number> => {
      state.reads += 1
      return state.reads
    }
    return { state, recent, read }
  }

  it('reads once for all who ask within four seconds, and again after them', async () => {
    const { state, recent, read } = bench()
    expect(await Promise.all([recent.get('a', read), recent.get('a', read)])).toEqual([1, 1])
    state.time += 3999
    expect(await recent.get('a', read)).toBe(1)
    state.time += 1
    expect(await recent.get('a', read)).toBe(2)
  })

  it('reads again when the clock was set back, and after everything was dropped', async () => {
    const { state, recent, read } = bench()
    await recent.get('a', read)
    state.time -= 60_000
    expect(await recent.get('a', read)).toBe(2)
    recent.drop()
    expect(await recent.get('a', read)).toBe(3)
  })

  it('does not keep a failure', async () => {
    const { recent, read } = bench()
    await expect(
      recent.get('a', async () => {
        throw new Error('no database')
      }),
    ).rejects.toThrow('no database')
    expect(await recent.get('a', read)).toBe(1)
  })

  it('keeps what was asked for last, and no more than its share', async () => {
    const { state, recent, read } = bench()
    for (let number = 0; number <= 200; number += 1) await recent.get(`key-${number}`, read)
    const before = state.reads
    await recent.get('key-200', read)
    expect(state.reads).toBe(before)
    await recent.get('key-0', read)
    expect(state.reads).toBe(before + 1)
  })
})
