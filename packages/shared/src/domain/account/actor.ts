/** What a member of staff may be; each role is given by an administrator, and one person may have several. */
export type Role = 'author' | 'moderator' | 'analyst' | 'publisher' | 'administrator'

/** A member of staff with a session. */
export interface StaffActor {
  readonly kind: 'staff'
  readonly staffId: string
  /** As it is shown to colleagues and written into the history. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly sessionId: string
  /** Ids of the teams they belong to. */
  readonly teams: readonly string[]
}

/**
 * Who asks for something. Participants are `nobody`: they need no account, and nothing is remembered of them.
 * A `code-holder` knows the private code of one response; the use case compares it. A `job` is this service itself.
 */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'code-holder' }
  | StaffActor
  | { readonly kind: 'job'; readonly name: string }

export const nobody: Actor = { kind: 'nobody' }
