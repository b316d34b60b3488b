import type { Role } from './role.ts'

/**
 * Who acts. `nobody` is everyone who has not shown who they are, which is how people take part; a `code-holder` has
 * shown a private code that the procedure compares; a `job` is the server itself, at a time that was set before.
 */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'code-holder' }
  | StaffActor
  | { readonly kind: 'job'; readonly name: string }

/** A member of staff, signed in. */
export interface StaffActor {
  readonly kind: 'staff'
  readonly staffId: string
  /** As their colleagues see it. */
  readonly name: string
  readonly roles: readonly Role[]
  /** Names the session among the person's own; it opens nothing. */
  readonly sessionId: string
  /** Ids of the consultations they work on, or every one. */
  readonly teams: readonly string[] | 'every'
}

export const nobody: Actor = { kind: 'nobody' }

export const isInTeam = ({ teams }: StaffActor, consultationId: string): boolean =>
  teams === 'every' || teams.includes(consultationId)
