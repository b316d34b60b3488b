import type { IncomingMessage } from 'node:http'
import type { FastifyReply } from 'fastify'
import { chooseEncoding } from './body-encoding.ts'
import {
  mayBeValidated,
  pageForOnce,
  type MadePage,
  type ReadyPage,
  type SharedHeaders,
} from './ready-page.ts'

/**
 * Writes a ready page past Fastify: its headers are one list that was made before. Answers 304 to whoever has the page
 * already, and leaves the body out for HEAD.
 */
export function writePage(request: IncomingMessage, reply: FastifyReply, page: ReadyPage): void {
  reply.hijack()
  if (mayBeValidated(page.made) && has(request.headers['if-none-match'], page.etag)) {
    reply.raw.writeHead(304, page.notModifiedHeaders).end()
    return
  }
  const encoding = chooseEncoding(request.headers['accept-encoding'])
  reply.raw.writeHead(page.made.status, page.headers[encoding])
  reply.raw.end(request.method === 'HEAD' ? undefined : page.body[encoding])
}

/** Writes a page that was made for this request alone. */
export function writePageOnce(
  request: IncomingMessage,
  reply: FastifyReply,
  page: { made: MadePage; shared: SharedHeaders },
): void {
  const { headers, body } = pageForOnce(
    page.made,
    page.shared,
    chooseEncoding(request.headers['accept-encoding']),
  )
  reply.hijack()
  reply.raw.writeHead(page.made.status, headers)
  reply.raw.end(request.method === 'HEAD' ? undefined : body)
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2): one of the list, or anything. */
const has = (given: string | undefined, etag: string): boolean =>
  given !== undefined &&
  (given === etag ||
    given === '*' ||
    given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2)))
