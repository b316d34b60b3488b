import { describe, expect, it } from 'vitest'
import { ifAllowed, onceAllowed } from './if-allowed.ts'

const refusal = new DOMException('The operation is insecure.', 'SecurityError')
const bug = new TypeError('x is not a function')
const thrown = (error: Error) => (): never => {
  throw error
}

describe('ifAllowed and onceAllowed', () => {
  it('give what the browser gives', async () => {
    expect(ifAllowed(() => 1)).toBe(1)
    expect(await onceAllowed(async () => 1)).toBe(1)
  })

  it('give nothing where it refuses, at once or later', async () => {
    expect(ifAllowed(thrown(refusal))).toBeUndefined()
    expect(await onceAllowed(thrown(refusal))).toBeUndefined()
    expect(await onceAllowed(() => Promise.reject(refusal))).toBeUndefined()
  })

  it('do not hide a bug', async () => {
    expect(() => ifAllowed(thrown(bug))).toThrow(bug)
    await expect(onceAllowed(thrown(bug))).rejects.toBe(bug)
    await expect(onceAllowed(() => Promise.reject(bug))).rejects.toBe(bug)
  })
})
