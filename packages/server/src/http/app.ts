import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import type { AppDeps, ErrorPageModel } from './app-deps.ts'
import { registerCalls } from '../calls/call-routes.ts'
import { answerErrors, knownReference, plainErrorPage } from './errors.ts'
import { createSecurityHeaders } from './headers.ts'
import { registerHealth } from './health.ts'
import { registerMedia } from '../pages/media-files.ts'
import { trustIn } from './network.ts'
import { requestName } from './request-name.ts'
import { registerPages } from '../pages/pages.ts'

/** Room for every answer at its limit in scripts whose characters take five bytes and more; the limiter counts requests, not bytes. */
const bodyBytes = 1_048_576

/**
 * Everything this server answers over HTTP: calls, pages and static files, health. Every reply carries the security
 * headers, and every request is one line in the log that holds no address, no query and nothing that was sent.
 * `addPages` is another one only in tests.
 */
export async function buildApp(
  deps: AppDeps,
  addPages: typeof registerPages = registerPages,
): Promise<FastifyInstance> {
  const { config, log } = deps
  const security = createSecurityHeaders({
    https: config.publicOrigin?.startsWith('https:') === true,
  })
  let errorPage: (model: ErrorPageModel) => string = plainErrorPage
  const errors = answerErrors(deps, () => errorPage)
  let stopping = false
  const app = Fastify({
    loggerInstance: log,
    // Fastify's own lines hold the address of the page and of the person; ours is in logRequests.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    bodyLimit: bodyBytes,
    trustProxy: config.trustProxy.length > 0 ? trustIn(config.trustProxy) : false,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    // Somebody who asks for a recording and reads none of it would hold a connection, and a piece in memory, for ever.
    connectionTimeout: 120_000,
    // On shutdown idle connections are closed and requests under way are answered, also a last one on a kept connection.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200, ignoreDuplicateSlashes: false },
    // Node would refuse a request for no host itself, without our headers.
    http: {
      connectionsCheckingInterval: 5000,
      headersTimeout: 15_000,
      maxHeaderSize: 16_384,
      requireHostHeader: false,
    },
    frameworkErrors: (_error, request, reply) =>
      void errors.answer(request, reply.headers(security.all()), 400),
    clientErrorHandler: (error, socket) => answerBrokenRequest(socket, error, security.all()),
  })
  putHeadersOnAll(app, security.all, errors)
  app.addHook('preClose', async () => void (stopping = true))
  logRequests(app)
  app.setErrorHandler(errors.onError)
  app.setNotFoundHandler(errors.onNotFound)
  registerHealth(app, { database: deps.database, isStopping: () => stopping })
  registerCalls(app, deps, errors)
  registerMedia(app, deps)
  warnOfUnnamedProxy(app, deps)
  const pages = await addPages(app, {
    ...deps,
    allow: security.allow,
    securityHeaders: security.all,
  })
  errorPage = pages.errorPage ?? plainErrorPage
  return app
}

/** Also on what Node answers before there is a request: one for no host, and one that expects what nobody knows. */
function putHeadersOnAll(
  app: FastifyInstance,
  headers: () => Readonly<Record<string, string>>,
  errors: ReturnType<typeof answerErrors>,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers())
    const hosts = hostsIn(request.raw.rawHeaders)
    if (hosts > 1 || (hosts === 0 && request.raw.httpVersion === '1.1'))
      errors.answer(request, reply, 400)
    else done()
  })
  app.server.on('checkExpectation', (_request, response: ServerResponse) => {
    response.writeHead(417, { ...headers(), 'content-length': '0' }).end()
  })
}

/** Node gives the first of several hosts, a proxy may have gone by another: such a request is refused (RFC 9112 3.2). */
const hostsIn = (headers: readonly string[]): number =>
  headers.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length

function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const reference = knownReference(request)
    app.log.info({
      method: request.method,
      route: requestName(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(reference ? { reference } : {}),
    })
    done()
  })
}

/** Bytes that are no HTTP request, or come too slowly, never become a request that hooks could see. */
function answerBrokenRequest(
  socket: Socket,
  error: NodeJS.ErrnoException,
  headers: Readonly<Record<string, string>>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 408
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 431
        : 400
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n`)
}

/** Behind a proxy that is not named everybody counts as one network; said once, since nothing looks wrong. */
function warnOfUnnamedProxy(app: FastifyInstance, { config, log }: AppDeps): void {
  if (config.trustProxy.length > 0) return
  let said = false
  app.addHook('onRequest', (request, _reply, done) => {
    if (!said && request.headers['x-forwarded-for'] !== undefined) {
      said = true
      log.warn(
        'A proxy is in front that TRUST_PROXY does not name: limits count everybody behind it as one network',
      )
    }
    done()
  })
}
