import { createHash } from 'node:crypto'

/** Something that opens something, and what of it is stored. */
export interface Secret {
  readonly token: string
  readonly hash: Buffer
}

/** A secret of 256 random bits, written so that it fits an address and a cookie. */
export function makeSecret(random: (bytes: number) => Uint8Array): Secret {
  const token = Buffer.from(random(32)).toString('base64url')
  return { token, hash: hashOfSecret(token) }
}

/** It has 256 random bits, so that a plain hash is enough: there is nothing to guess. */
export const hashOfSecret = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A random UUID (RFC 9562, version 4). */
export function makeUuid(random: (bytes: number) => Uint8Array): string {
  const bytes = Buffer.from(random(16))
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x40
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}
