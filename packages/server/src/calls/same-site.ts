import type { IncomingHttpHeaders } from 'node:http'

/** What of a request says whether a page of ours sent it. */
export interface Asked {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Why a call is refused before its body is read, as an HTTP status; undefined when it may go on (S09).
 *
 * A page of another site can make a browser send a POST here, but not with JSON as its content type, nor with a header
 * of its own, unless this server agreed beforehand, which it never does. Reads by GET need that header as well: without
 * it, another site could not see the answer, but could have it worked out as often as it likes. A stream of events is the
 * exception, since browsers open those without headers of ours; it can change nothing, and no other site can read it.
 * Where the browser says which page sent it, that must be one of ours. A caller that is no browser says nothing of the
 * kind, and holds nobody's cookies.
 */
export function refusalOfCall(
  { method, headers }: Asked,
  publicOrigin: string | undefined,
): 403 | 415 | undefined {
  const opensStream = method === 'GET' && headers.accept === 'text/event-stream'
  if (!opensStream && headers['x-takepart'] !== '1') return 403
  const type = headers['content-type']
  if (type === undefined ? method !== 'GET' : !isJson(type)) return 415
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return 403
  return headers.origin === undefined || isOurs(headers.origin, headers.host, publicOrigin)
    ? undefined
    : 403
}

const isJson = (type: string): boolean => /^application\/json(?:; ?charset=utf-8)?$/i.test(type)

/** Our origin is the configured one; without one, whatever host the browser asked. */
function isOurs(
  origin: string,
  host: string | undefined,
  publicOrigin: string | undefined,
): boolean {
  if (publicOrigin !== undefined) return origin === publicOrigin
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
