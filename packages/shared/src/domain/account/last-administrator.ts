import type { Role } from './role.ts'

/** What somebody may do at the desk, as far as it matters to who can let others in. */
export interface Standing {
  readonly roles: readonly Role[]
  readonly isSuspended: boolean
}

export const canAdminister = ({ roles, isSuspended }: Standing): boolean =>
  roles.includes('administrator') && !isSuspended

/**
 * True when the desk keeps somebody who can invite, once `before` has become `after`. Without an administrator nobody
 * could be let in again but by a command on the server.
 *
 * @param others how many administrators who can sign in there are beside this person
 */
export const keepsAnAdministrator = (before: Standing, after: Standing, others: number): boolean =>
  others > 0 || canAdminister(after) || !canAdminister(before)
