import { callRelease, callReleaseHeader } from '@takepart/shared/domain/response/call-release'
import type { AnyRouter } from '@trpc/server'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appRouter } from '../app-router.ts'
import type { CallContext } from '../context.ts'
import { createLiveEvents, type LiveEvents } from '../db/live/live-events.ts'
import { createVersionCache } from '../features/response/version-cache.ts'
import { RetryLater } from '../retry-later.ts'
import type { AppDeps } from '../http/app-deps.ts'
import { referenceOf, type answerErrors } from '../http/errors.ts'
import { networkOf } from '../http/network.ts'
import { nameRequest } from '../http/request-name.ts'
import { readJsonBody } from './json-body.ts'
import { createLoad, type CallAtWork } from './load.ts'
import { checkQuery } from './read-input.ts'
import { refusalOfCall } from './same-site.ts'
import { watchSession } from './watch-session.ts'

/** The request of a call, with the name of its procedure. */
type CallRequest = FastifyRequest<{ Params: { path: string } }>

/**
 * The procedures of the router over HTTP, by tRPC's own adapter: mutations by POST, queries and streams of events by GET. What
 * the adapter would take besides is refused before it: other content types, batches, and calls from other sites.
 */
export function registerCalls(
  app: FastifyInstance,
  deps: AppDeps,
  errors: ReturnType<typeof answerErrors>,
): void {
  app.register(async (calls) => {
    calls.removeAllContentTypeParsers()
    calls.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, body: Buffer) => readJsonBody(body),
    )
    calls.addHook('onRequest', async (request, reply) => {
      void reply.header(callReleaseHeader, callRelease)
      const refusal = refusalOfCall(request, deps.config.publicOrigin)
      if (refusal !== undefined) return errors.answer(request, reply, refusal)
      if (request.method === 'GET') checkQuery(request.query)
      else if (request.url.includes('?')) return errors.answer(request, reply, 400)
      return undefined
    })
    const load = createLoad(deps.config.limits)
    calls.addHook('preClose', async () => load.cutStreams())
    const live = createLiveEvents({ db: deps.database.pages, hear: deps.database.hear })
    calls.addHook('onClose', () => live.stop())
    const handle = createHandler(deps, live)
    calls.route<{ Params: { path: string } }>({
      method: ['GET', 'POST'],
      url: '/trpc/:path',
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        const atWork = load.begin()
        await handle({ request, reply, atWork }).finally(atWork.end)
        return reply
      },
    })
  })
  app.all('/trpc/*', async (request, reply) => {
    const [path = '', query] = request.url.slice('/trpc/'.length).split('?')
    if (path.includes(',') || query?.includes('batch')) return errors.answer(request, reply, 400)
    const mayBeCall = /^[\w.]+$/.test(path) && !['GET', 'POST'].includes(request.method)
    return mayBeCall
      ? errors.answer(request, reply.header('allow', 'GET, POST'), 405)
      : errors.answer(request, reply, 404)
  })
}

interface Handling {
  readonly request: CallRequest
  readonly reply: FastifyReply
  readonly atWork: CallAtWork
}

function createHandler(deps: AppDeps, live: LiveEvents) {
  const { database, now, random, limiter, resolveActor, router = appRouter } = deps
  const versions = createVersionCache()
  return async ({ request, reply, atWork }: Handling): Promise<void> => {
    const actor = await resolveActor(request.headers.cookie)
    const ctx: CallContext = {
      db: database.calls,
      now,
      random,
      versions,
      limiter,
      live,
      network: networkOf(request.ip),
      actor,
      edge: {
        publicOrigin: deps.config.publicOrigin,
        userAgent: request.headers['user-agent'],
        sendsMail: deps.config.smtp !== undefined,
        hasProvider: deps.config.oidc !== undefined,
        setHeader: (name, value) => void reply.header(name, value),
      },
      reference: () => referenceOf(request, random),
      beginStream: () => {
        atWork.streams(reply.raw)
        if (actor.kind === 'staff') watchSession(request, reply, { actor, resolveActor })
      },
    }
    await fastifyRequestHandler<AnyRouter, CallRequest, FastifyReply>({
      router,
      req: request,
      res: reply,
      path: request.params.path,
      allowBatching: false,
      createContext: ({ info }) => {
        // Only what is one of our procedures: the log holds nothing that somebody sent.
        const known = info.calls[0]
        if (known?.procedure) nameRequest(request, `/trpc/${known.path}`)
        return ctx
      },
      onError: ({ error, path }) => logFailure({ error, path, ctx, log: deps.log }),
      responseMeta: ({ errors, type }) => ({
        headers: type === 'subscription' ? streamHeaders : waitFor(errors[0]),
      }),
    })
  }
}

/** Nobody may keep a stream, and no proxy may collect or compress it before it passes it on. */
const streamHeaders = { 'cache-control': 'no-store, no-transform' }

type CallError = Parameters<typeof getHTTPStatusCodeFromError>[0]

interface Failure {
  readonly error: CallError
  readonly path: string | undefined
  readonly ctx: CallContext
  readonly log: AppDeps['log']
}

function logFailure({ error, path, ctx, log }: Failure): void {
  const status = getHTTPStatusCodeFromError(error)
  const about = { err: error.cause ?? error, path, reference: ctx.reference() }
  if (status === 500) log.error(about, 'A call failed')
  if (status === 503) log.warn(about, 'A call was put off')
}

/** When asking again will help, in seconds. */
function waitFor(error: CallError | undefined): Record<string, string> {
  const status = error && getHTTPStatusCodeFromError(error)
  if (status !== 503 && status !== 429) return {}
  return { 'retry-after': String(error?.cause instanceof RetryLater ? error.cause.seconds : 2) }
}
