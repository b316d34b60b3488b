import type { ProviderProblem } from '@takepart/shared/domain/account/account-problem'
import { deskPathAfterSignIn, deskPaths } from '@takepart/shared/domain/site/desk-paths'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  beginAtProvider,
  finishAtProvider,
} from '../../../features/account/provider/provider-sign-in.ts'
import type { ProviderWorld } from '../../../features/account/provider/provider-world.ts'
import { browserName } from '../../../features/account/session/browser-name.ts'
import {
  attemptCookie,
  attemptCookieName,
  noAttemptCookie,
  sessionCookie,
  tokenInCookies,
} from '../../../features/account/session/session-cookie.ts'
import type { PagesDeps } from '../../../http/app-deps.ts'
import { networkOf } from '../../../http/network.ts'
import { keepNowhere } from '../../page-deps.ts'

/**
 * The way to the Trust's identity provider and back, where the settings name one. Neither is a page: both send the browser
 * on at once, to the provider, to the desk, or to the page to sign in, which says what was in the way.
 */
export function registerProvider(app: FastifyInstance, deps: PagesDeps): void {
  const { signInByProvider: world } = deps
  if (!world) return
  app.get(deskPaths.provider, async (request, reply) => {
    const search = searchOf(request)
    const next = search.get('next')
    const problem = spend(deps, request)
    if (problem) return toSignIn(reply, problem, next)
    const begun = await beginAtProvider(world, { next, as: search.get('as') })
    if (!begun.ok) return toSignIn(reply, problemOf(begun.problems), next)
    const { to, browserToken } = begun.value
    return on(reply.header('set-cookie', attemptCookie(browserToken)), to.href)
  })
  app.get(deskPaths.providerReturn, async (request, reply) => {
    const problem = spend(deps, request)
    if (problem) return toSignIn(reply, problem, null)
    return finish(world, request, reply)
  })
}

async function finish(world: ProviderWorld, request: FastifyRequest, reply: FastifyReply) {
  const address = new URL(world.provider.redirectUri)
  address.search = searchOf(request).toString()
  const finished = await finishAtProvider(world, {
    address,
    browserToken: tokenInCookies(request.headers.cookie, attemptCookieName),
    browser: browserName(request.headers['user-agent']),
  })
  if (!finished.ok)
    return toSignIn(reply.header('set-cookie', noAttemptCookie), problemOf(finished.problems), null)
  const { session, returnTo } = finished.value
  return on(
    reply.header('set-cookie', [sessionCookie(session.token), noAttemptCookie]),
    deskPathAfterSignIn(returnTo),
  )
}

/** Nobody is signed in yet, so the network pays, as it does for passkeys. */
const spend = ({ limiter }: PagesDeps, request: FastifyRequest): ProviderProblem | undefined =>
  limiter.take('sign-ins', networkOf(request.ip)) > 0 ? 'too-often' : undefined

const problemOf = (problems: readonly { readonly code: ProviderProblem }[]): ProviderProblem =>
  problems[0]?.code ?? 'provider-not-accepted'

function toSignIn(reply: FastifyReply, problem: ProviderProblem, next: string | null) {
  const search = new URLSearchParams({
    ...(next === null ? {} : { next: deskPathAfterSignIn(next) }),
    problem,
  })
  return on(reply, `${deskPaths.signIn}?${search.toString()}`)
}

const on = (reply: FastifyReply, to: string) =>
  reply.header('cache-control', keepNowhere).redirect(to, 303)

const searchOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams((request.raw.url ?? '').split('?')[1] ?? '')
