import { longestSessionMs } from '@takepart/shared/domain/account/session'

/**
 * The prefix makes browsers refuse the cookie unless it is Secure, of this host alone and for every path: no other host
 * of the Trust and no page without https can plant one (S22). Browsers count http://localhost as secure.
 */
export const sessionCookieName = '__Host-takepart-staff'

const always = 'Path=/; Secure; HttpOnly; SameSite=Lax'

export const sessionCookie = (token: string): string =>
  `${sessionCookieName}=${token}; Max-Age=${longestSessionMs / 1000}; ${always}`

export const noSessionCookie = `${sessionCookieName}=; Max-Age=0; ${always}`

/** Ties the way to the identity provider and back to one browser, for as long as it may take. */
export const attemptCookieName = '__Host-takepart-sign-in'

export const attemptCookie = (token: string): string =>
  `${attemptCookieName}=${token}; Max-Age=600; ${always}`

export const noAttemptCookie = `${attemptCookieName}=; Max-Age=0; ${always}`

/** The cookie's value in a Cookie header; undefined when it is not there, is no token, or is there twice. */
export function tokenInCookies(cookies: string | undefined, name: string): string | undefined {
  if (cookies === undefined || !cookies.includes(name)) return undefined
  const values = cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  const [value] = values
  return values.length === 1 && value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}
