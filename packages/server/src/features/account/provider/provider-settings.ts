import type { RoleClaim } from '@takepart/shared/domain/account/claimed-roles'
import { isRole, roles, type Role } from '@takepart/shared/domain/account/role'

/** The settings that say which provider it is; either all of them are set, or none. */
export const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/** Why an issuer cannot be one, in words; undefined when it can. */
export function oidcProblem(issuer: string): string | undefined {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  const isSecure =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && thisMachine.includes(url.hostname))
  return url && isSecure && url.search === '' && url.hash === '' && url.username === ''
    ? undefined
    : `OIDC_ISSUER must be the address of an identity provider as it names itself, with https; it is "${issuer}"`
}

/**
 * Which claim gives roles, from the settings: its name, and "value=role" with commas between. Answers why not, in words,
 * where they cannot be used.
 */
export function rolesOfClaim(claim = 'roles', pairs?: string): RoleClaim | string {
  if (pairs === undefined) return { claim }
  const roleOf: Record<string, Role> = Object.create(null) as Record<string, Role>
  for (const pair of pairs.split(',').map((one) => one.trim())) {
    const at = pair.lastIndexOf('=')
    const [value, role] = [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()]
    if (value === '' || !isRole(role))
      return `OIDC_ROLES must be values of the claim with their roles, like "Involvement team=author, f0e1=publisher"; roles are ${roles.join(', ')}; "${pair}" is none`
    roleOf[value] = role
  }
  return { claim, roleOf: { ...roleOf } }
}
