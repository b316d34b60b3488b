import { expect, it, vi } from 'vitest'
import { remembered } from './remembered.ts'

it('works something out once for each key, also where that is nothing', () => {
  const workOut = vi.fn((key: string) => (key === 'none' ? undefined : key.length))
  const lengthOf = remembered(workOut)
  expect(['four', 'none', 'four', 'none'].map(lengthOf)).toEqual([4, undefined, 4, undefined])
  expect(workOut).toHaveBeenCalledTimes(2)
})

it('answers any number of keys, and goes on remembering those that come again', () => {
  const workOut = vi.fn((key: string) => key)
  const same = remembered(workOut)
  const once = Array.from({ length: 1000 }, (_, at) => `${at}`)
  expect(once.map(same)).toEqual(once)
  workOut.mockClear()
  expect(['again', 'again', 'again'].map(same)).toEqual(['again', 'again', 'again'])
  expect(workOut).toHaveBeenCalledOnce()
})
