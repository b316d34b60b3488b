import { randomBytes } from 'node:crypto'
import { nobody, type Actor } from '@takepart/shared/domain/account/actor'
import type { Kysely } from 'kysely'
import type { LiveEvents } from './db/live/live-events.ts'
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
  readonly live: LiveEvents
  readonly actor: Actor
  /** Called once when the call is a stream of events. Throws `RetryLater` when there are too many. */
  readonly beginStream: () => void
  /** The network the call came from (http/network.ts), for limits only; stored nowhere. */
  readonly network: string
  readonly edge: CallEdge
  /** The name under which the log will hold what went wrong with this call, made when first asked for. */
  readonly reference: () => string
}

/** What a call that signs somebody in or out must know of its request, and may add to its answer. */
export interface CallEdge {
  /** The configured origin of this website; undefined on somebody's own machine. */
  readonly publicOrigin: string | undefined
  readonly userAgent: string | undefined
  /** Whether this server has a mail server to give mail to. */
  readonly sendsMail: boolean
  /** Whether the settings name an identity provider. */
  readonly hasProvider: boolean
  readonly setHeader: (name: 'set-cookie' | 'clear-site-data', value: string) => void
}

/** Whose session the cookies of a request name; `nobody` where they name none that holds. Asked once for each request. */
export type ResolveActor = (cookies: string | undefined) => Promise<Actor>

/** Everybody is nobody: for a server on which nobody can have an account. */
export const withoutAccounts: ResolveActor = async () => nobody

/** The clock and the randomness of this process; everything else is handed them. */
export const systemClock = (): Date => new Date()
export const systemRandom = (bytes: number): Uint8Array => randomBytes(bytes)
