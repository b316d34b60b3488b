import { Readable } from 'node:stream'
import { mediaTypes, type MediaEnding } from '@takepart/shared/domain/consultation/media'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findFile, pieceBytes, readPiece, type StoredFile } from '../media/media.queries.ts'
import type { AppDeps } from '../http/app-deps.ts'
import { rangeOf, type ByteRange } from './byte-range.ts'
import { createTurns } from '../turns.ts'

/** So that pages are answered while many people watch a video. */
const mostQueries = 4

const namePattern = /^([0-9a-f]{64})\.([a-z0-9]{2,4})$/

/** Only the person's own browser may hold a file for good: what is retracted must leave shared caches (promise P10). */
const keepForGood = 'private, max-age=31536000, immutable'

/**
 * Serves pictures, recordings and files by what is in them. Any part can be asked for alone, as players do; it is read
 * piece by piece, as fast as it is taken.
 */
export function registerMedia(app: FastifyInstance, { database }: Pick<AppDeps, 'database'>): void {
  const inTurn = createTurns(mostQueries)
  const piece = async (hash: string, number: number): Promise<Buffer> => {
    const bytes = await inTurn(() => readPiece(database.pages, hash, number))
    if (!bytes) throw new Error(`A piece of ${hash} is not there`)
    return bytes
  }
  const onRequest = async (
    request: FastifyRequest<{ Params: { name: string } }>,
    reply: FastifyReply,
  ) => {
    const [, hash, ending] = namePattern.exec(request.params.name) ?? []
    if (hash === undefined) return reply.callNotFound()
    const file = await inTurn(() => findFile(database.pages, hash))
    if (!file || file.ending !== ending) return reply.callNotFound()
    return answer(request, reply, { hash, file, piece: (number) => piece(hash, number) })
  }
  // One route for both: Fastify's own for HEAD would read the whole file to leave it out.
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:name',
    exposeHeadRoute: false,
    handler: onRequest,
  })
}

interface Found {
  readonly hash: string
  readonly file: StoredFile
  readonly piece: (number: number) => Promise<Buffer>
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { hash, file, piece }: Found,
): Promise<FastifyReply> {
  const etag = `"${hash}"`
  reply.headers({ 'cache-control': keepForGood, etag, 'accept-ranges': 'bytes' })
  if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send()
  const mayBePart =
    request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  const range = mayBePart ? rangeOf(request.headers.range, file.bytes) : undefined
  if (range === 'outside')
    return reply
      .code(416)
      .headers({ 'content-range': `bytes */${file.bytes}`, 'cache-control': 'no-store' })
      .send()
  const part = range ?? { from: 0, to: file.bytes - 1 }
  if (range) reply.code(206).header('content-range', `bytes ${part.from}-${part.to}/${file.bytes}`)
  reply.headers({
    'content-type': mediaTypes[file.ending as MediaEnding],
    'content-length': part.to - part.from + 1,
    ...opened(file),
  })
  if (request.method === 'HEAD') return reply.send()
  // Asked for before anything is sent: where the database does not answer, that can still be said.
  const first = await piece(Math.floor(part.from / pieceBytes))
  return reply.send(
    Readable.from(bytesOf(part, first, piece), { objectMode: false, highWaterMark: pieceBytes }),
  )
}

/** A document is handed to the person's own program and never shown here, where it would count as this website's. */
const opened = ({ ending }: StoredFile): Readonly<Record<string, string>> =>
  ending === 'pdf' ? { 'content-disposition': 'attachment' } : {}

const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(',').some((one) => [etag, `W/${etag}`, '*'].includes(one.trim()))

async function* bytesOf(
  { from, to }: ByteRange,
  first: Buffer,
  piece: Found['piece'],
): AsyncGenerator<Buffer> {
  const start = Math.floor(from / pieceBytes)
  for (let number = start; number * pieceBytes <= to; number += 1) {
    const bytes = number === start ? first : await piece(number)
    yield bytes.subarray(Math.max(0, from - number * pieceBytes), to - number * pieceBytes + 1)
  }
}
