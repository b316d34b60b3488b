import { accept, refuse, type Result } from '../core/result.ts'
import type { AccountProblem } from './account-problem.ts'

export type WayToSignIn = 'passkey' | 'provider'

/** Which ways to sign in an administrator allows. */
export interface SignInChoice {
  readonly passkeys: boolean
  readonly provider: boolean
}

/** How an administrator is placed who chooses. */
export interface Choosing {
  /** This server knows an identity provider. */
  readonly hasProvider: boolean
  /** How the session began in which they choose. */
  readonly signedInBy: WayToSignIn
}

/**
 * Decides on which ways to sign in are allowed. Whoever closes a way must have come by one that stays open, so that it is
 * known to work: nobody shuts themselves, and with them everybody, out. Refused as well: no way at all, and a provider
 * where the settings of the server name none.
 */
export function acceptSignInChoice(
  wanted: SignInChoice,
  { hasProvider, signedInBy }: Choosing,
): Result<SignInChoice, AccountProblem> {
  const open = { passkey: wanted.passkeys, provider: wanted.provider && hasProvider }
  if (!open.passkey && !open.provider) return refuse({ code: 'last-way-to-sign-in' })
  return open[signedInBy] ? accept(wanted) : refuse({ code: 'own-way-to-sign-in' })
}
