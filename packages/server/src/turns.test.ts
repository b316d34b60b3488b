import { describe, expect, it } from 'vitest'
import { createTurns } from './turns.ts'

describe('createTurns', () => {
  it('lets so many through at a time, in the order they came', async () => {
    const inTurn = createTurns(2)
    const begun: number[] = []
    const ends: (() => void)[] = []
    const work = (number: number) =>
      inTurn(async () => {
        begun.push(number)
        await new Promise<void>((resolve) => ends.push(resolve))
        return number
      })
    const all = Promise.all([1, 2, 3, 4].map(work))
    await Promise.resolve()
    expect(begun).toEqual([1, 2])
    ends[0]?.()
    await expect.poll(() => begun).toEqual([1, 2, 3])
    ends[1]?.()
    await expect.poll(() => begun).toEqual([1, 2, 3, 4])
    ends[2]?.()
    ends[3]?.()
    expect(await all).toEqual([1, 2, 3, 4])
  })

  it('gives the turn on when something fails', async () => {
    const inTurn = createTurns(1)
    const failed = inTurn(async () => {
      throw new Error('No')
    })
    const next = inTurn(async () => 'yes')
    await expect(failed).rejects.toThrow('No')
    expect(await next).toBe('yes')
  })
})
