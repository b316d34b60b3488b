import { inflateSync } from 'node:zlib'
import {
  contrastOf,
  luminanceOf,
} from '../../../packages/shared/src/domain/settings/display-settings.ts'

/** A picture as bytes: red, green, blue, and alpha where `channels` is 4, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly bytes: Buffer
}

const unfilter = (kind: number, left: number, up: number, corner: number): number => {
  switch (kind) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [toLeft, toUp, toCorner] = [
        Math.abs(up - corner),
        Math.abs(left - corner),
        Math.abs(left + up - 2 * corner),
      ]
      return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
    }
    default:
      return 0
  }
}

/** Reads a PNG as a browser's screenshots are: 8 bits a channel, colour, not interlaced. https://www.w3.org/TR/png-3/ */
export function readPng(file: Buffer): Picture {
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  const [depth, colour, , , interlace] = file.subarray(24, 29)
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0)
    throw new Error('not a screenshot')
  const channels = colour === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const packed = inflateSync(Buffer.concat(parts))
  const row = width * channels
  const bytes = Buffer.alloc(row * height)
  for (let y = 0; y < height; y += 1) {
    const kind = packed[y * (row + 1)] ?? 0
    const from = y * (row + 1) + 1
    const to = y * row
    if (kind === 0) packed.copy(bytes, to, from, from + row)
    else
      for (let x = 0; x < row; x += 1) {
        const left = x >= channels ? bytes[to + x - channels]! : 0
        const up = y > 0 ? bytes[to + x - row]! : 0
        const corner = x >= channels && y > 0 ? bytes[to + x - row - channels]! : 0
        bytes[to + x] = packed[from + x]! + unfilter(kind, left, up, corner)
      }
  }
  return { width, height, channels, bytes }
}

/** Pixels that differ between two pictures of the same place, and those of them that differ by a contrast of 3 to 1 or more. */
export function changedPixels(one: Picture, other: Picture): { changed: number; strong: number } {
  let changed = 0
  let strong = 0
  for (
    let pixel = 0;
    pixel < Math.min(one.width * one.height, other.width * other.height);
    pixel += 1
  ) {
    const here = pixel * one.channels
    const there = pixel * other.channels
    const apart = [0, 1, 2].reduce(
      (sum, channel) => sum + Math.abs(one.bytes[here + channel]! - other.bytes[there + channel]!),
      0,
    )
    if (apart <= 24) continue
    changed += 1
    if (
      contrastOf(
        luminanceOf(one.bytes.subarray(here, here + 3)),
        luminanceOf(other.bytes.subarray(there, there + 3)),
      ) >= 3
    )
      strong += 1
  }
  return { changed, strong }
}
