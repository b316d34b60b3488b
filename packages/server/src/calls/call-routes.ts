import { nobody } from '@takepart/shared/domain/account/actor'
import { callRelease, callReleaseHeader } from '@takepart/shared/domain/response/call-release'
import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
} from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { appRouter } from '../app-router.ts'
import type { CallContext } from '../context.ts'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { createVersionCache } from '../features/response/version-cache.ts'
import { RetryLater } from '../retry-later.ts'
import type { AppDeps } from '../http/app-deps.ts'
import { answerErrors, referenceOf } from '../http/errors.ts'
import { readJsonBody } from './json-body.ts'
import { networkOf } from '../http/network.ts'
import { refusalOfCall } from './same-site.ts'

const json = 'application/json; charset=utf-8'

/**
 * The calls of the router, each its own POST route, in tRPC's wire format. tRPC's own adapter would also read multipart
 * bodies, batches and GET, none of which a client of ours sends, and each of which has been a hole somewhere.
 */
export function registerCalls(
  app: FastifyInstance,
  deps: AppDeps,
  errors: ReturnType<typeof answerErrors>,
): void {
  const call = createCall(deps)
  app.register(async (calls) => {
    calls.removeAllContentTypeParsers()
    calls.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, body: Buffer) => readJsonBody(body),
    )
    calls.addHook('onRequest', async (request, reply) => {
      void reply.header(callReleaseHeader, callRelease)
      const refusal = refusalOfCall(request.headers, deps.config.publicOrigin)
      if (refusal !== undefined) return errors.answer(request, reply, refusal)
      // One call a request: with a batch, a limit on requests would be no limit on calls.
      return request.url.includes('?') ? errors.answer(request, reply, 400) : undefined
    })
    for (const path of procedurePaths)
      calls.post(`/trpc/${path}`, (request, reply) => call(path, request, reply))
  })
  app.all('/trpc/*', async (request, reply) => {
    const [path = '', query] = request.url.slice('/trpc/'.length).split('?')
    const status = procedurePaths.includes(path)
      ? 405
      : path.includes(',') || query?.includes('batch')
        ? 400
        : 404
    return errors.answer(request, status === 405 ? reply.header('allow', 'POST') : reply, status)
  })
}

/** Every procedure by its path, as `response.submit`. */
export const procedurePaths: readonly string[] = Object.keys(appRouter._def.procedures)

function createCall(deps: AppDeps) {
  const { database, now, random, limiter, resolveActor, log, config } = deps
  const versions = createVersionCache()
  let atWork = 0
  return async (
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    let ctx: CallContext = {
      db: database.calls,
      now,
      random,
      versions,
      limiter,
      actor: nobody,
      network: networkOf(request.ip),
      reference: () => referenceOf(request, random),
    }
    atWork += 1
    try {
      if (atWork > config.limits.callsAtOnce) throw new RetryLater(2)
      ctx = { ...ctx, actor: await resolveActor(request.headers.cookie) }
      const data = await callTRPCProcedure({
        router: appRouter,
        path,
        ctx,
        type: 'mutation',
        signal: undefined,
        batchIndex: 0,
        getRawInput: async () => request.body,
      })
      return await reply.type(json).send(JSON.stringify({ result: { data } }))
    } catch (cause) {
      return await answerFailure(reply, { error: callError(cause), path, ctx, log })
    } finally {
      atWork -= 1
    }
  }
}

/** Away, overloaded, stopping: "not now" and not "broken". */
function callError(cause: unknown): TRPCError {
  const error = getTRPCErrorFromUnknown(cause)
  const inner = error.cause
  if (inner instanceof DatabaseUnavailable)
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: inner })
  if (inner instanceof RetryLater && error.code !== 'TOO_MANY_REQUESTS')
    return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: inner })
  return error
}

interface Failure {
  readonly error: TRPCError
  readonly path: string
  readonly ctx: CallContext
  readonly log: AppDeps['log']
}

async function answerFailure(
  reply: FastifyReply,
  { error, path, ctx, log }: Failure,
): Promise<FastifyReply> {
  const status = getHTTPStatusCodeFromError(error)
  if (status === 500)
    log.error({ err: error.cause ?? error, reference: ctx.reference() }, 'A call failed')
  if (status === 503)
    log.warn({ err: error.cause, reference: ctx.reference() }, 'A call was put off')
  const seconds = error.cause instanceof RetryLater ? error.cause.seconds : 2
  if (status === 503 || status === 429) void reply.header('retry-after', String(seconds))
  const shape = getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: 'mutation',
    path,
    input: undefined,
    ctx,
  })
  return reply
    .status(status)
    .type(json)
    .send(JSON.stringify({ error: shape }))
}
