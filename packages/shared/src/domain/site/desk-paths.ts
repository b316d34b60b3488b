/** Addresses of the staff desk. All pages below `/desk` are private: they depend on who asks and are kept nowhere. */
export const deskPaths = {
  home: '/desk',
  signIn: '/desk/sign-in',
  staff: '/desk/staff',
  invite: '/desk/staff/invite',
  signInWays: '/desk/staff/sign-in',
  /** What one colleague may do; `:staffId` for the route itself. */
  colleague: (staffId: string): `/desk/staff/${string}` => `/desk/staff/${staffId}`,
  /** Where the way through the identity provider begins, and where it leads back to. */
  provider: '/desk/sign-in/provider',
  providerReturn: '/desk/sign-in/return',
  /** What is said to whoever signed in beside a page that is still open. */
  signedIn: '/desk/signed-in',
  sessions: '/desk/sessions',
  audit: '/desk/audit',
  requests: '/desk/requests',
  /** What the Trust says of itself. */
  site: '/desk/site',
  samples: '/desk/site/samples',
  /** Where somebody joins; the token is the secret of their link. */
  join: (token: string): `/desk/join/${string}` => `/desk/join/${token}`,
} as const

/**
 * The address that somebody is led back to once they have signed in. Only an address of the desk itself counts, for
 * whatever stands in a link could lead to another website; anything else leads to the first page of the desk.
 */
export function deskPathAfterSignIn(wanted: string | null | undefined): string {
  return wanted && /^\/desk(?:\/[\w-]+)*$/.test(wanted) && wanted !== deskPaths.signIn
    ? wanted
    : deskPaths.home
}

/** Where somebody begins to sign in with their work account; `as` names who alone may go on with a page. */
export function providerSignInPath(next: string, as?: string): string {
  const search = new URLSearchParams({ next, ...(as === undefined ? {} : { as }) })
  return `${deskPaths.provider}?${search.toString()}`
}
