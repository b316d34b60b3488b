import type { FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseUnavailable } from '../db/unavailable.ts'
import { RetryLater } from '../retry-later.ts'
import { fixedWords } from '../error-words.ts'
import type { AppDeps, ErrorPageModel } from './app-deps.ts'

/**
 * The status an error is answered with: its own when it names one that a caller caused, 503 when asking again will help,
 * 500 for every other.
 */
export function statusOfError(error: unknown): number {
  if (error instanceof DatabaseUnavailable || error instanceof RetryLater) return 503
  const { statusCode } = (error ?? {}) as { statusCode?: unknown }
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : 500
}

const references = new WeakMap<FastifyRequest, string>()
const referenceLetters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** Ten characters that name one failed request in the log; made at random, so that they tell nothing else. */
export function referenceOf(request: FastifyRequest, random: AppDeps['random']): string {
  const known = references.get(request)
  if (known !== undefined) return known
  const made = Array.from(random(10), (byte) =>
    referenceLetters.charAt(byte % referenceLetters.length),
  ).join('')
  references.set(request, made)
  return made
}

/** The reference of a request that has one already. */
export const knownReference = (request: FastifyRequest): string | undefined =>
  references.get(request)

/** JSON-RPC numbers as tRPC's client expects them beside its names. */
const trpcNames: Readonly<Record<number, readonly [string, number]>> = {
  400: ['BAD_REQUEST', -32_600],
  401: ['UNAUTHORIZED', -32_001],
  403: ['FORBIDDEN', -32_003],
  404: ['NOT_FOUND', -32_004],
  405: ['METHOD_NOT_SUPPORTED', -32_005],
  408: ['TIMEOUT', -32_008],
  413: ['PAYLOAD_TOO_LARGE', -32_013],
  415: ['UNSUPPORTED_MEDIA_TYPE', -32_015],
  429: ['TOO_MANY_REQUESTS', -32_029],
  503: ['SERVICE_UNAVAILABLE', -32_603],
}

/** An error to a call, in the form tRPC's client reads. */
export function callErrorBody(status: number, reference: string): unknown {
  const [name, code] = trpcNames[status] ?? ['INTERNAL_SERVER_ERROR', -32_603]
  return {
    error: {
      message: fixedWords(status).words,
      code,
      data: { code: name, httpStatus: status, reference },
    },
  }
}

/** How errors are answered: as a page to people, as data to calls; never with anything out of the error. */
export function answerErrors(
  { random, log }: Pick<AppDeps, 'random' | 'log'>,
  errorPage: () => (model: ErrorPageModel) => string,
) {
  const answer = (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
    if (status === 503) void reply.header('retry-after', '2')
    void reply
      .status(status)
      .header('cache-control', 'no-store')
      .removeHeader('etag')
      .removeHeader('last-modified')
    if (request.url.startsWith('/trpc')) {
      return reply
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(callErrorBody(status, referenceOf(request, random))))
    }
    const reference = status >= 500 ? referenceOf(request, random) : undefined
    const model = { status, ...fixedWords(status), ...(reference ? { reference } : {}) }
    if (request.headers.accept?.includes('text/html'))
      return reply.type('text/html; charset=utf-8').send(errorPage()(model))
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(model))
  }
  return {
    answer,
    onError: (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const status = statusOfError(error)
      if (status >= 500)
        log[status === 503 ? 'warn' : 'error'](
          { err: error, reference: referenceOf(request, random) },
          'A request failed',
        )
      return answer(request, reply, status)
    },
    onNotFound: (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
      answer(request, reply, 404),
  }
}

/** How an error looks until the pages say how. */
export const plainErrorPage = ({ title, words, reference }: ErrorPageModel): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title></head><body><main><h1>${title}</h1><p>${words}</p>` +
  (reference ? `<p>Reference: ${reference}</p>` : '') +
  '<p><a href="/">All consultations</a></p></main></body></html>'
