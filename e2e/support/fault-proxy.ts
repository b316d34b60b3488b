import { createHash } from 'node:crypto'
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/**
 * What goes wrong between a browser and the server. The browser uses the proxy as its origin, so what the service
 * worker sends passes through it too.
 *
 * - `latency`: everything works, later
 * - `blackhole`: the request is taken and never answered
 * - `refuse`: nobody is listening
 * - `drop-response`: the server does its work and answers; the connection dies before the browser hears of it
 * - `dup`: the server gets the same request `copies` times at once; the browser hears the first answer
 * - `truncate`: the connection dies after `bytes` of the body, of the request or of the response
 * - `replace`: something else answers, like the sign-in page of a hotel; the server hears nothing
 * - `status`: as replace, with a status, headers and no body
 */
export type Fault =
  | { readonly kind: 'pass' }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'blackhole' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'drop-response' }
  | { readonly kind: 'dup'; readonly copies: number }
  | { readonly kind: 'truncate'; readonly of: 'request' | 'response'; readonly bytes: number }
  | {
      readonly kind: 'replace'
      readonly status: number
      readonly type: string
      readonly body: string
    }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: IncomingHttpHeaders }

/** One request as the proxy saw it: a witness apart from both browser and server. */
export interface Witnessed {
  readonly method: string
  readonly path: string
  /** SHA-256 of the request's body, hex: two requests with one hash said the same. */
  readonly bodyHash: string
  readonly fault: Fault['kind']
  /** What the server answered, once for each copy; empty when it was never asked or has not answered. */
  readonly upstream: readonly number[]
  /** What the browser was told; undefined when it heard nothing, or not the whole of it. */
  readonly seen: number | undefined
}

export interface FaultProxy {
  readonly origin: string
  readonly log: readonly Witnessed[]
  /** From now on, requests whose path and body match suffer the fault; all others pass. `refuse` knows no path. */
  set(fault: Fault, path?: RegExp, saying?: RegExp): Promise<void>
  stop(): Promise<void>
}

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: Buffer
  readonly target: URL
}
interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
type Outcome = Pick<Witnessed, 'upstream' | 'seen'>

const nothing: Outcome = { upstream: [], seen: undefined }

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const cut = (socket: Socket | null): void => {
  socket?.resetAndDestroy()
}

/** Asks the server; with `bytes`, tells it the full length and dies after so many. Undefined when there was no answer. */
const forward = (
  { request, body, target }: Call,
  bytes = body.length,
): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    const headers = {
      ...request.headers,
      host: request.headers.host ?? target.host,
      'content-length': String(body.length),
    }
    if (body.length === 0) delete (headers as IncomingHttpHeaders)['content-length']
    delete (headers as IncomingHttpHeaders)['transfer-encoding']
    const upstream = ask({
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.url,
      headers,
      agent: false,
    })
    upstream.once('error', () => resolve(undefined))
    upstream.once('response', (answer) => {
      bodyOf(answer).then(
        (whole) =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }),
        () => resolve(undefined),
      )
    })
    if (bytes >= body.length) upstream.end(body)
    else upstream.write(body.subarray(0, bytes), () => upstream.destroy(new Error('cut')))
  })

const statusesOf = (answers: readonly (Answer | undefined)[]): number[] =>
  answers.flatMap((answer) => answer?.status ?? [])

const hopByHop = ['connection', 'keep-alive', 'transfer-encoding']

const tell = ({ request, response }: Call, answer: Answer | undefined): number | undefined => {
  if (!answer) {
    cut(response.socket)
    return undefined
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => !hopByHop.includes(name)),
  )
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : answer.body)
  return answer.status
}

const tellPart = ({ response }: Call, answer: Answer, bytes: number): undefined => {
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': String(answer.body.length),
  })
  response.write(answer.body.subarray(0, bytes), () => cut(response.socket))
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const pass = async (call: Call): Promise<Outcome> => {
  const answer = await forward(call)
  return { upstream: statusesOf([answer]), seen: tell(call, answer) }
}

const truncate = async (
  call: Call,
  { of, bytes }: Extract<Fault, { kind: 'truncate' }>,
): Promise<Outcome> => {
  const answer = await forward(call, of === 'request' ? bytes : undefined)
  if (of === 'response' && answer)
    return { upstream: [answer.status], seen: tellPart(call, answer, bytes) }
  cut(call.response.socket)
  return { upstream: statusesOf([answer]), seen: undefined }
}

const duplicate = async (call: Call, copies: number): Promise<Outcome> => {
  const asked = Array.from({ length: copies }, () => forward(call))
  const seen = tell(call, await Promise.race(asked))
  return { upstream: statusesOf(await Promise.all(asked)), seen }
}

const suffer = async (call: Call, fault: Fault): Promise<Outcome> => {
  switch (fault.kind) {
    case 'pass':
      return pass(call)
    case 'latency':
      return wait(fault.ms).then(() => pass(call))
    case 'blackhole':
      return nothing
    case 'refuse':
      return cut(call.response.socket) ?? nothing
    case 'drop-response': {
      const answer = await forward(call)
      cut(call.response.socket)
      return { upstream: statusesOf([answer]), seen: undefined }
    }
    case 'dup':
      return duplicate(call, fault.copies)
    case 'truncate':
      return truncate(call, fault)
    case 'replace':
    case 'status': {
      const body = fault.kind === 'replace' ? fault.body : ''
      const type = fault.kind === 'replace' ? fault.type : 'text/plain'
      const headers = fault.kind === 'status' ? fault.headers : {}
      return {
        upstream: [],
        seen: tell(call, {
          status: fault.status,
          headers: { 'content-type': type, ...headers },
          body: Buffer.from(body),
        }),
      }
    }
    default:
      return fault satisfies never
  }
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Stands between a browser and the server at `target` ("http://127.0.0.1:3141"), and passes everything on until told
 * otherwise. `port` 0 or none: any free one.
 */
export async function startFaultProxy(target: string, port = 0): Promise<FaultProxy> {
  const log: Witnessed[] = []
  let fault: Fault = { kind: 'pass' }
  let matching = { path: /^/, saying: /^/ }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    const body = await bodyOf(request)
    const now: Fault =
      matching.path.test(path) && matching.saying.test(body.toString()) ? fault : { kind: 'pass' }
    const outcome = await suffer({ request, response, body, target: new URL(target) }, now)
    const bodyHash = createHash('sha256').update(body).digest('hex')
    log.push({ method: request.method ?? 'GET', path, bodyHash, fault: now.kind, ...outcome })
  }
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => cut(response.socket)),
  )
  const listening = await listen(server, port)
  return {
    origin: `http://127.0.0.1:${listening}`,
    log,
    async set(next, path = /^/, saying = /^/) {
      fault = next
      matching = { path, saying }
      if (next.kind === 'refuse') await close(server)
      else if (!server.listening) await listen(server, listening)
    },
    stop: () => close(server),
  }
}
