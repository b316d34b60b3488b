import type { AnyRouter } from '@trpc/server'
import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../config.ts'
import type { ResolveActor } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Inline } from './headers.ts'
import type { ProviderWorld } from '../features/account/provider/provider-world.ts'
import type { Limiter } from '../features/rate-limit/rate-limit.ts'

/** What the HTTP side is made from; nothing in it is reached any other way. */
export interface AppDeps {
  readonly config: Config
  readonly database: Database
  readonly limiter: Limiter
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly resolveActor: ResolveActor
  /** Signing in with a work account. Absent: the settings name no identity provider. */
  readonly signInByProvider?: ProviderWorld
  /** The procedures that can be called; other ones than the app's only in tests. */
  readonly router?: AnyRouter
  /** The folder that the client was built to. Absent: pages have no styles and no script. */
  readonly clientFolder?: string
}

/** What pages are made from besides. */
export interface PagesDeps extends AppDeps {
  /** Takes the text of a stylesheet or script that pages hold themselves; before the first reply only. */
  readonly allow: (inline: Inline) => void
  /** What every reply carries; for replies that are written ready-made. */
  readonly securityHeaders: () => Readonly<Record<string, string>>
}

/** What an error page says; nothing in it comes from the error itself. */
export interface ErrorPageModel {
  readonly status: number
  readonly title: string
  readonly words: string
  /** Under which the log holds the cause; absent when there is nothing to look up. */
  readonly reference?: string
}

/** What the pages give back when they are registered: how an error looks as a page. */
export interface RegisteredPages {
  readonly errorPage?: (model: ErrorPageModel) => string
}
