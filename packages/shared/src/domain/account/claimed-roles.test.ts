import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasClaim,
  nameInClaims,
  rolesInClaims,
  type Claims,
  type RoleClaim,
} from './claimed-roles.ts'
import { roles } from './role.ts'

const plain: RoleClaim = { claim: 'roles' }
const groups: RoleClaim = {
  claim: 'groups',
  roleOf: {
    'Takepart authors': 'author',
    'Takepart signs': 'publisher',
    'f0e1-22': 'administrator',
  },
}

describe('rolesInClaims', () => {
  it.each<[string, Claims, RoleClaim, readonly string[]]>([
    ['names of roles', { roles: ['publisher', 'author'] }, plain, ['author', 'publisher']],
    ['one name alone', { roles: 'analyst' }, plain, ['analyst']],
    ['a name twice', { roles: ['author', 'author'] }, plain, ['author']],
    ['names that are no roles', { roles: ['owner', 'Author', ' author'] }, plain, []],
    ['no claim', {}, plain, []],
    ['an empty claim', { roles: [] }, plain, []],
    ['null', { roles: null }, plain, []],
    ['a claim of another shape', { roles: { author: true } }, plain, []],
    ['numbers and lists in it', { roles: [1, ['author'], null] }, plain, []],
    [
      'groups that mean roles',
      { groups: ['f0e1-22', 'Takepart signs'] },
      groups,
      ['publisher', 'administrator'],
    ],
    ['a role’s own name, where groups are meant', { groups: ['administrator'] }, groups, []],
    ['names from the prototype', { groups: ['constructor', '__proto__'] }, groups, []],
    [
      'a claim inside another',
      { realm_access: { roles: ['author'] } },
      { claim: 'realm_access.roles' },
      ['author'],
    ],
    [
      'a claim with a dot in its name',
      { 'https://x.example/roles': ['author'] },
      { claim: 'https://x.example/roles' },
      ['author'],
    ],
    ['a claim inherited from nowhere', {}, { claim: 'constructor.name' }, []],
  ])('%s', (_, claims, claim, found) => {
    expect(rolesInClaims(claims, claim)).toEqual(found)
  })

  it('gives only roles there are, whatever a provider says', () => {
    fc.assert(
      fc.property(fc.object(), fc.string(), (claims, claim) => {
        for (const role of rolesInClaims(claims as Claims, { claim })) expect(roles).toContain(role)
      }),
    )
  })

  it('looks at a limited number of groups', () => {
    const many = [...Array.from({ length: 5_000 }, (_, one) => `group ${one}`), 'author']
    expect(rolesInClaims({ roles: many }, plain)).toEqual([])
    expect(rolesInClaims({ roles: many.slice(1) }, plain)).toEqual(['author'])
  })
})

describe('hasClaim', () => {
  it('is true of a claim that gives nothing, and false where it is missing', () => {
    expect(hasClaim({ roles: [] }, plain)).toBe(true)
    expect(hasClaim({}, plain)).toBe(false)
  })
})

describe('nameInClaims', () => {
  it.each<[Claims, string | undefined]>([
    [{ name: '  Bo \n Larch ' }, 'Bo Larch'],
    [{ name: '', preferred_username: 'bo.larch' }, 'bo.larch'],
    [{ email: 'bo@example.nhs.uk' }, 'bo@example.nhs.uk'],
    [{ name: 7, preferred_username: null }, undefined],
    [{ name: 'a\u202Eb\u0000c' }, 'a b c'],
    [{ name: '🌳'.repeat(150) }, '🌳'.repeat(100)],
    [{}, undefined],
  ])('%j is %s', (claims, name) => {
    expect(nameInClaims(claims)).toBe(name)
  })
})
