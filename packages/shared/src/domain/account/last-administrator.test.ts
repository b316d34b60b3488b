import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canAdminister, keepsAnAdministrator, type Standing } from './last-administrator.ts'
import { roles } from './role.ts'

const standing = (isAdministrator: boolean, isSuspended = false): Standing => ({
  roles: isAdministrator ? ['author', 'administrator'] : ['author'],
  isSuspended,
})

describe('keepsAnAdministrator', () => {
  it.each<[string, Standing, Standing, number, boolean]>([
    ['refuses to take the role from the last one', standing(true), standing(false), 0, false],
    ['refuses to suspend the last one', standing(true), standing(true, true), 0, false],
    ['lets the role go where there is one other', standing(true), standing(false), 1, true],
    [
      'lets one be suspended where there is one other',
      standing(true),
      standing(true, true),
      1,
      true,
    ],
    ['lets the last one be given other roles as well', standing(true), standing(true), 0, true],
    ['lets somebody be suspended who was none', standing(false), standing(false, true), 0, true],
    ['lets a suspended one lose the role', standing(true, true), standing(false, true), 0, true],
    ['lets a suspended one come back', standing(true, true), standing(true), 0, true],
  ])('%s', (_, before, after, others, kept) => {
    expect(keepsAnAdministrator(before, after, others)).toBe(kept)
  })

  it('never lets a desk that has an administrator end without one', () => {
    const anyStanding = fc.record({
      roles: fc.subarray([...roles]),
      isSuspended: fc.boolean(),
    })
    fc.assert(
      fc.property(anyStanding, anyStanding, fc.nat(3), (before, after, others) => {
        const had = canAdminister(before) || others > 0
        const has = canAdminister(after) || others > 0
        if (had && !has) expect(keepsAnAdministrator(before, after, others)).toBe(false)
        else expect(keepsAnAdministrator(before, after, others)).toBe(true)
      }),
    )
  })
})
