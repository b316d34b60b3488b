/** Whom a passkey is made for: this site, by its host name and its origin. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/**
 * The site by its configured origin. Without one this is somebody's own machine, and the only name there that browsers
 * make passkeys for is localhost, on whatever port. Undefined: what the browser says it is at is not this site.
 */
export function relyingParty(
  publicOrigin: string | undefined,
  clientDataJson: string,
): RelyingParty | undefined {
  if (publicOrigin !== undefined)
    return { id: new URL(publicOrigin).hostname, origin: publicOrigin }
  const origin = originIn(clientDataJson)
  return origin !== undefined && /^http:\/\/localhost(:\d{1,5})?$/.test(origin)
    ? { id: 'localhost', origin }
    : undefined
}

export const relyingPartyId = (publicOrigin: string | undefined): string =>
  publicOrigin === undefined ? 'localhost' : new URL(publicOrigin).hostname

function originIn(clientDataJson: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'))
    const { origin } = (data ?? {}) as { readonly origin?: unknown }
    return typeof origin === 'string' ? origin : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
