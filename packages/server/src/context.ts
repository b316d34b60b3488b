import { randomBytes } from 'node:crypto'
import { nobody, type Actor } from '@takepart/shared/domain/account/actor'
import type { Kysely } from 'kysely'
import type { Schema } from './db/schema.ts'
import type { VersionCache } from './features/response/version-cache.ts'
import type { Limiter } from './features/rate-limit/rate-limit.ts'

/** What a call may use. */
export interface CallContext {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  /** That many bytes from a cryptographic source. */
  readonly random: (bytes: number) => Uint8Array
  readonly versions: VersionCache
  readonly limiter: Limiter
  /** Who asks. Participants are `nobody`: they need no account to take part. */
  readonly actor: Actor
  readonly may: Accounts['may']
  /** The network the call came from (http/network.ts), for limits only; stored nowhere. */
  readonly network: string
  /** The name under which the log will hold what went wrong with this call, made when first asked for. */
  readonly reference: () => string
}

/** What the server knows of people with accounts; handed in by the account feature. */
export interface Accounts {
  /** Whose session the cookies of a request name; `nobody` where they name none that holds. Asked once for each request. */
  readonly resolveActor: (cookies: string | undefined) => Promise<Actor>
  /** Whether somebody may do something at all, to whatever thing. */
  readonly may: (actor: Actor, action: string) => boolean
}

/** Everybody is nobody, and nobody may do what takes an account. */
export const withoutAccounts: Accounts = { resolveActor: async () => nobody, may: () => false }

/** The clock and the randomness of this process; everything else is handed them. */
export const systemClock = (): Date => new Date()
export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes)
