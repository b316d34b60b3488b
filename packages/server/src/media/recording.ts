import type { FileHandle } from 'node:fs/promises'
import type { FileType } from '@takepart/shared/domain/consultation/media'

/** What a recording says about itself. */
export interface RecordingFacts {
  readonly type: FileType
  readonly seconds?: number | undefined
}

const mostIndexBytes = 16_000_000

/** Reads from an open file: what the recording in it is, and how long it plays where it says so. */
export async function recordingFacts(
  file: FileHandle,
  type: FileType,
  bytes: number,
): Promise<RecordingFacts> {
  switch (type) {
    case 'mp4':
      return mpeg4Facts(file, bytes)
    case 'mov':
      return { type, seconds: (await mpeg4Facts(file, bytes)).seconds }
    case 'wav':
      return { type, seconds: wavSeconds(await readAt(file, 0, 44), bytes) }
    case 'webm':
      return { type, seconds: webmSeconds(await readAt(file, 0, 65_536)) }
    case 'ogg':
      return {
        type,
        seconds: oggSeconds(
          await readAt(file, 0, 4096),
          await readAt(file, Math.max(0, bytes - 65_536), 65_536),
        ),
      }
    default:
      return { type }
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Its index says whether there is anything to see: without, it is M4A. It may stand at either end of the file. */
async function mpeg4Facts(file: FileHandle, bytes: number): Promise<RecordingFacts> {
  for (let at = 0, boxes = 0; at + 8 <= bytes && boxes < 1000; boxes += 1) {
    const head = await readAt(file, at, 16)
    const size = boxSize(head, bytes - at)
    if (size < 8) break
    if (head.toString('latin1', 4, 8) === 'moov') {
      const index = await readAt(file, at, Math.min(size, mostIndexBytes))
      return { type: index.includes('vide') ? 'mp4' : 'm4a', seconds: movieSeconds(index) }
    }
    at += size
  }
  return { type: 'mp4' }
}

function boxSize(head: Buffer, rest: number): number {
  const size = head.readUInt32BE(0)
  if (size === 1) return head.length >= 16 ? Number(head.readBigUInt64BE(8)) : 0
  return size === 0 ? rest : size
}

function movieSeconds(index: Buffer): number | undefined {
  const at = index.indexOf('mvhd')
  if (at < 0 || at + 36 > index.length) return undefined
  const long = index[at + 4] === 1
  const scale = index.readUInt32BE(at + (long ? 24 : 16))
  const duration = long ? Number(index.readBigUInt64BE(at + 28)) : index.readUInt32BE(at + 20)
  return positive(duration / scale)
}

const positive = (seconds: number): number | undefined =>
  Number.isFinite(seconds) && seconds > 0 ? seconds : undefined

/** So many bytes for each second. */
const wavSeconds = (start: Buffer, bytes: number): number | undefined =>
  start.length === 44 ? positive((bytes - start.length) / start.readUInt32LE(28)) : undefined

/** Its length is counted in ticks, of a millisecond unless it says otherwise. */
function webmSeconds(start: Buffer): number | undefined {
  const at = start.findIndex(
    (byte, index) =>
      byte === 0x44 &&
      start[index + 1] === 0x89 &&
      (start[index + 2] === 0x84 || start[index + 2] === 0x88),
  )
  if (at < 0 || at + 11 > start.length) return undefined
  const ticks = start[at + 2] === 0x84 ? start.readFloatBE(at + 3) : start.readDoubleBE(at + 3)
  const scaleAt = start.indexOf(Buffer.from([0x2a, 0xd7, 0xb1, 0x83]))
  const nanoseconds = scaleAt < 0 ? 1_000_000 : start.readUIntBE(scaleAt + 4, 3)
  return positive((ticks * nanoseconds) / 1e9)
}

/** The last page says how many samples there are. */
function oggSeconds(start: Buffer, end: Buffer): number | undefined {
  const last = end.lastIndexOf('OggS')
  if (last < 0 || last + 14 > end.length) return undefined
  const samples = Number(end.readBigInt64LE(last + 6))
  const opus = start.indexOf('OpusHead')
  if (opus >= 0 && opus + 12 <= start.length)
    return positive((samples - start.readUInt16LE(opus + 10)) / 48_000)
  const vorbis = start.indexOf('\x01vorbis', 0, 'latin1')
  return vorbis >= 0 && vorbis + 16 <= start.length
    ? positive(samples / start.readUInt32LE(vorbis + 12))
    : undefined
}
