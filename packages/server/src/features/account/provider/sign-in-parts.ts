import type { ResolveActor } from '../../../context.ts'
import type { AccountWorld } from '../account-world.ts'
import { resolveActor } from '../session/resolve-actor.ts'
import { createIdentityProvider, type ProviderConfig } from './identity-provider.ts'
import type { ProviderWorld } from './provider-world.ts'
import { createRecheck, withoutProvider } from './recheck.ts'
import { createSealer } from './seal.ts'

/** What a server knows its staff by: whose a cookie is, and the identity provider where the settings name one. */
export interface SignInParts {
  readonly resolveActor: ResolveActor
  readonly signInByProvider?: ProviderWorld
}

export function signInParts(account: AccountWorld, oidc: ProviderConfig | undefined): SignInParts {
  if (oidc === undefined)
    return { resolveActor: (cookies) => resolveActor(account, cookies, withoutProvider) }
  const signInByProvider = {
    ...account,
    provider: createIdentityProvider(oidc, account.now),
    // The key for its tokens is made from the client's secret.
    sealer: createSealer(oidc.clientSecret, account.random),
  }
  const recheck = createRecheck(signInByProvider)
  return {
    resolveActor: (cookies) => resolveActor(account, cookies, recheck),
    signInByProvider,
  }
}
