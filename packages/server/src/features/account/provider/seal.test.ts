import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealer } from './seal.ts'

const sealer = createSealer('a secret of the client', randomBytes)

describe('a sealed token', () => {
  it('opens to what it was, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 2_000 }), (token) => {
        const sealed = sealer.seal(token)
        expect(sealer.open(sealed)).toBe(Buffer.from(token, 'utf8').toString('utf8'))
        expect(sealed.includes(Buffer.from(token, 'utf8'))).toBe(false)
      }),
    )
  })

  it('is never the same twice', () => {
    expect(sealer.seal('token')).not.toEqual(sealer.seal('token'))
  })

  it('does not open under another secret', () => {
    expect(createSealer('another secret', randomBytes).open(sealer.seal('token'))).toBeUndefined()
  })

  it('does not open when any bit of it was changed, nor when it is cut', () => {
    const sealed = sealer.seal('token')
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(sealer.open(changed)).toBeUndefined()
      expect(sealer.open(sealed.subarray(0, at))).toBeUndefined()
    }
  })
})
