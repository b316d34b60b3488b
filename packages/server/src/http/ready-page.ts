import { createHash } from 'node:crypto'
import { encodeQuickly, type BodyEncoding, type EncodedBody } from './body-encoding.ts'

/** A page as it was made: what to say, and until when it is true. */
export interface MadePage {
  readonly status: number
  readonly type: string
  readonly cacheControl: string
  readonly body: string
  /** When it reads differently though nothing is published: the next opening or closing. Milliseconds since 1970. */
  readonly changesAt?: number
}

/** A page ready to be written: for each encoding the bytes and one flat list of headers, name after value. */
export interface ReadyPage {
  readonly made: MadePage
  readonly etag: string
  readonly body: EncodedBody
  readonly headers: Readonly<Record<BodyEncoding, string[]>>
  readonly notModifiedHeaders: string[]
}

/** Headers that every page carries, by name: the security headers. */
export type SharedHeaders = Readonly<Record<string, string>>

/** Makes a page ready: its validator, and the list of headers for each encoding. */
export function readyPage(made: MadePage, shared: SharedHeaders, encoded?: EncodedBody): ReadyPage {
  const body = encoded ?? encodeQuickly(Buffer.from(made.body))
  // Weak, since one validator stands for the page in every encoding.
  const etag = `W/"${createHash('sha256').update(body.identity).digest('base64url').slice(0, 27)}"`
  const lasting = {
    ...shared,
    'cache-control': made.cacheControl,
    vary: 'accept-encoding',
    ...(mayBeValidated(made) ? { etag } : {}),
  }
  const headersFor = (encoding: BodyEncoding): string[] => flat({
    'content-type': made.type,
    'content-length': String(body[encoding].length),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...lasting,
  })
  return {
    made: { ...made, body: '' },
    etag,
    body,
    headers: { br: headersFor('br'), gzip: headersFor('gzip'), identity: headersFor('identity') },
    notModifiedHeaders: flat(lasting),
  }
}

/** Errors and what must not be stored have no validator. */
export const mayBeValidated = (made: MadePage): boolean => made.status === 200 && !made.cacheControl.includes('no-store')

export const bytesOf = (page: ReadyPage): number => page.body.identity.length + page.body.gzip.length + page.body.br.length

const flat = (headers: SharedHeaders): string[] => Object.entries(headers).flat()
