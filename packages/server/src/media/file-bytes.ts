import { createHash } from 'node:crypto'
import type { MediaEnding } from '@takepart/shared/domain/consultation/media'
import { pieceBytes } from './media.queries.ts'

type Bytes = AsyncIterable<Buffer>

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Where a file is served: its content says where, so it never changes there. */
export const addressOf = (hash: string, ending: MediaEnding): string => `/media/${hash}.${ending}`

/** What a file holds, and how much; a video is not held in memory for that. */
export async function sha256Of(
  read: Bytes,
): Promise<{ readonly hash: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of read) {
    hash.update(piece)
    bytes += piece.length
  }
  return { hash: hash.digest('hex'), bytes }
}

/** The pieces of what is read, as long as it is still what it was. */
export async function* sameAs(expected: string, read: Bytes): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(read)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== expected) throw changedMeanwhile()
}

export const changedMeanwhile = (): Error =>
  new Error('A file was changed while it was being published')

/** The same bytes in pieces of one size. */
export async function* piecesOf(parts: Iterable<Buffer> | Bytes): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const part of parts) {
    held = held.length === 0 ? part : Buffer.concat([held, part])
    while (held.length >= pieceBytes) {
      yield held.subarray(0, pieceBytes)
      held = held.subarray(pieceBytes)
    }
  }
  if (held.length > 0) yield held
}
