import { expect, it, vi } from 'vitest'
import { remembered } from './remembered.ts'

it('works something out once for each key, also where that is nothing', () => {
  const workOut = vi.fn((key: string) => (key === 'none' ? undefined : key.length))
  const lengthOf = remembered(workOut)
  expect(['four', 'none', 'four', 'none'].map(lengthOf)).toEqual([4, undefined, 4, undefined])
  expect(workOut).toHaveBeenCalledTimes(2)
})

it('answers any number of keys, and remembers 200', () => {
  const workOut = vi.fn((key: string) => key)
  const same = remembered(workOut)
  const keys = Array.from({ length: 250 }, (_, at) => `${at}`)
  expect(keys.map(same)).toEqual(keys)
  expect([...keys, ...keys].map(same)).toEqual([...keys, ...keys])
  expect(workOut).toHaveBeenCalledTimes(250 + 2 * 50)
})
