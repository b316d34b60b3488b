import type { AccountWorld } from '../account-world.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Sealer } from './seal.ts'

/** What signing in by the identity provider reaches. */
export interface ProviderWorld extends AccountWorld {
  readonly provider: IdentityProvider
  readonly sealer: Sealer
}
