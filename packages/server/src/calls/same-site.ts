import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a call is refused before its body is read, as an HTTP status; undefined when it may go on.
 *
 * A page of another site can make a browser send a POST here, but not with JSON as its content type, nor with a header
 * of its own, unless this server agreed beforehand, which it never does. Where the browser says which page sent it, that
 * must be one of ours. A caller that is no browser says nothing of the kind, and holds nobody's cookies.
 */
export function refusalOfCall(
  headers: IncomingHttpHeaders,
  publicOrigin: string | undefined,
): 403 | 415 | undefined {
  if (headers['x-takepart'] !== '1') return 403
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return 415
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return 403
  return headers.origin === undefined || isOurs(headers.origin, headers.host, publicOrigin)
    ? undefined
    : 403
}

/** Our origin is the configured one; without one, whatever host the browser asked. */
function isOurs(
  origin: string,
  host: string | undefined,
  publicOrigin: string | undefined,
): boolean {
  if (publicOrigin !== undefined) return origin === publicOrigin
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
