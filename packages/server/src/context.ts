import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Schema } from './db/schema.ts'
import type { VersionCache } from './features/response/version-cache.ts'
import type { Limiter } from './features/rate-limit/rate-limit.ts'

/** What a call may use. There is no session and no person in it: nobody needs an account to respond. */
export interface CallContext {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  /** That many bytes from a cryptographic source. */
  readonly random: (bytes: number) => Uint8Array
  readonly versions: VersionCache
  readonly limiter: Limiter
  /** The network the call came from (http/network.ts), for limits only; stored nowhere. */
  readonly network: string
  /** The name under which the log will hold what went wrong with this call, made when first asked for. */
  readonly reference: () => string
}

/** The clock and the randomness of this process; everything else is handed them. */
export const systemClock = (): Date => new Date()
export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes)
