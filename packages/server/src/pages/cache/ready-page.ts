import { createHash } from 'node:crypto'
import { editionHeader } from '@takepart/shared/domain/site/page-edition'
import {
  encodeAtOnce,
  encodeQuickly,
  type BodyEncoding,
  type EncodedBody,
} from './body-encoding.ts'

/** A page as it was made: what to say, and until when it is true. */
export interface MadePage {
  readonly status: number
  readonly type: string
  readonly cacheControl: string
  readonly body: string
  /** When it reads differently though nothing is published: the next opening or closing. Milliseconds since 1970. */
  readonly changesAt?: number
  /** Names what the page says, apart from words that only count time; the service worker compares it (see kept-pages.ts). */
  readonly edition?: string
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
  const lasting = { ...lastingHeaders(made, shared), ...(mayBeValidated(made) ? { etag } : {}) }
  const headersFor = (encoding: BodyEncoding): string[] =>
    flat({ ...contentHeaders(made, body[encoding], encoding), ...lasting })
  return {
    made: { ...made, body: '' },
    etag,
    body,
    headers: { br: headersFor('br'), gzip: headersFor('gzip'), identity: headersFor('identity') },
    notModifiedHeaders: flat(lasting),
  }
}

/** A page to be written once and not kept: one encoding, made as fast as can be, and no validator. */
export function pageForOnce(
  made: MadePage,
  shared: SharedHeaders,
  encoding: BodyEncoding,
): { headers: string[]; body: Buffer } {
  const body = encodeAtOnce(Buffer.from(made.body), encoding)
  return {
    headers: flat({ ...contentHeaders(made, body, encoding), ...lastingHeaders(made, shared) }),
    body,
  }
}

const lastingHeaders = (made: MadePage, shared: SharedHeaders): SharedHeaders => ({
  ...shared,
  'cache-control': made.cacheControl,
  vary: 'accept-encoding',
  ...(made.edition === undefined ? {} : { [editionHeader]: made.edition }),
})

const contentHeaders = (made: MadePage, body: Buffer, encoding: BodyEncoding): SharedHeaders => ({
  'content-type': made.type,
  'content-length': String(body.length),
  ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
})

/** Errors and what must not be stored have no validator. */
export const mayBeValidated = (made: MadePage): boolean =>
  made.status === 200 && !made.cacheControl.includes('no-store')

export const bytesOf = (page: ReadyPage): number =>
  page.body.identity.length + page.body.gzip.length + page.body.br.length

const flat = (headers: SharedHeaders): string[] => Object.entries(headers).flat()
