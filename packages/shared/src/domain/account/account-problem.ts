/** A reason something about an account is refused. `code` is for machines; words/account.ts has the words. */
export type AccountProblem =
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'email-unclear' }
  | { readonly code: 'email-taken' }
  | { readonly code: 'roles-missing' }
  /** Used, out of date, taken back or never made: whoever holds a link is told the same (S24). */
  | { readonly code: 'link-not-usable' }
  /** The passkey did not answer what this server asked, or is not known here: told apart to nobody (S24). */
  | { readonly code: 'passkey-not-accepted' }
  | { readonly code: 'passkey-of-another' }
  | { readonly code: 'passkeys-not-allowed' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'last-way-to-sign-in' }
  /** Whoever closes a way to sign in must have come by one that stays open. */
  | { readonly code: 'own-way-to-sign-in' }
  | { readonly code: 'staff-unknown' }
  /** The identity provider says who they are: a passkey of theirs would outlive what it says. */
  | { readonly code: 'comes-by-provider' }

/** Why somebody was not signed in with their work account. They are at a page by then, whose address has the code. */
export const providerProblems = [
  'provider-not-allowed',
  /** They turned back there, or were not let through. */
  'provider-turned-back',
  /** State, code, issuer, audience or signature were not as they must be: told apart to nobody. */
  'provider-not-accepted',
  'provider-no-role',
  'provider-of-another',
  'provider-not-reached',
  'too-often',
] as const

export type ProviderProblem = (typeof providerProblems)[number]
