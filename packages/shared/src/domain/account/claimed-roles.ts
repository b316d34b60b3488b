import { inOrder, isRole, type Role } from './role.ts'

/** Where an identity provider says what somebody may do, and what its words mean here. */
export interface RoleClaim {
  /** The claim's name; dots lead into it ("realm_access.roles") where there is none of the whole name. */
  readonly claim: string
  /** What a value of the claim gives. Absent: the values are the names of the roles. */
  readonly roleOf?: Readonly<Record<string, Role>>
}

export type Claims = Readonly<Record<string, unknown>>

/** The most values of a claim that are looked at: somebody may be in thousands of groups. */
const mostValues = 5_000

/** True when the claim is there at all, whatever it says: then nobody else needs to be asked. */
export const hasClaim = (claims: Claims, { claim }: RoleClaim): boolean =>
  valueAt(claims, claim) !== undefined

/**
 * The roles that somebody's claims give, each once and in their own order. What the provider says beside is of no
 * account here, and a claim of a shape that is not understood gives nothing: it fails closed.
 */
export function rolesInClaims(claims: Claims, { claim, roleOf }: RoleClaim): readonly Role[] {
  const value = valueAt(claims, claim)
  const values: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostValues) : [value]
  return inOrder(
    values.flatMap((one) => {
      if (typeof one !== 'string') return []
      if (roleOf === undefined) return isRole(one) ? [one] : []
      const role = Object.hasOwn(roleOf, one) ? roleOf[one] : undefined
      return role === undefined ? [] : [role]
    }),
  )
}

function valueAt(claims: Claims, claim: string): unknown {
  if (Object.hasOwn(claims, claim)) return claims[claim]
  let value: unknown = claims
  for (const name of claim.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Claims)[name]
  }
  return value
}

/**
 * The name of somebody as the provider says it, for colleagues to know them by.
 *
 * @returns undefined when it says none that could stand on a page
 */
export function nameInClaims(claims: Claims): string | undefined {
  const given = [claims['name'], claims['preferred_username'], claims['email']]
  return given
    .filter((name): name is string => typeof name === 'string')
    .map((name) => [...name.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()].slice(0, 100).join(''))
    .find((name) => name !== '')
}
