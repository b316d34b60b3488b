import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { FinishJoining, FinishSigningIn } from '@takepart/shared/domain/account/passkey'

/** A passkey made of software: it answers as a person's own device would, and can be told to answer wrongly. */
export interface SoftKey {
  join(asked: Asked & { token: string; name?: string }): FinishJoining
  signIn(asked: Asked): FinishSigningIn
}

interface Asked {
  readonly challenge: string
  readonly origin?: string
  readonly siteId?: string
  /** False: nobody touched the key or said who they are. */
  readonly verified?: boolean
}

const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()

export function softKey(): SoftKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  const clientData = (type: string, { challenge, origin = 'http://localhost:3000' }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = (
    { siteId = 'localhost', verified = true }: Asked,
    attested = Buffer.alloc(0),
  ) => {
    counter += 1
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0)
    const rest = Buffer.alloc(5)
    rest.writeUInt8(flags, 0)
    rest.writeUInt32BE(counter, 1)
    return Buffer.concat([sha256(siteId), rest, attested])
  }
  return {
    join: ({ token, name = '', ...asked }) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = cbor(
        new Map<number, number | Buffer>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, key])
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authenticatorData(asked, attested)],
        ]),
      )
      return {
        token,
        name,
        id: id.toString('base64url'),
        clientDataJson: clientData('webauthn.create', asked).toString('base64url'),
        attestation: attestation.toString('base64url'),
        transports: ['internal'],
      }
    },
    signIn: (asked) => {
      const client = clientData('webauthn.get', asked)
      const data = authenticatorData(asked)
      return {
        id: id.toString('base64url'),
        clientDataJson: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString(
          'base64url',
        ),
      }
    },
  }
}

/** As much of CBOR (RFC 8949) as a passkey's answer is made of. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flat().map((part) => cbor(part))])
  throw new Error('not needed')
}

function head(type: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(type << 5) | count])
  if (count < 256) return Buffer.from([(type << 5) | 24, count])
  return Buffer.from([(type << 5) | 25, count >> 8, count & 255])
}
