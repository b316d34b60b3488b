import * as openid from 'openid-client'

/** The provider, or what it says, is not accepted: nobody is signed in, and trying again begins anew. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused'
  /** @param reason a code for the log, never words of the provider's */
  constructor(
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`The identity provider was not accepted: ${reason}`, options)
  }
}

/** The provider cannot be reached, or says that it cannot answer now. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway'
}

/** What a failure of the library means; anything that is no answer of a provider is a bug, and stays what it is. */
export function failureOf(error: unknown): unknown {
  if (error instanceof ProviderRefused) return error
  if (isAway(error))
    return new ProviderAway('The identity provider cannot be reached', { cause: error })
  if (
    error instanceof openid.ResponseBodyError ||
    error instanceof openid.AuthorizationResponseError
  )
    return new ProviderRefused(plainCode(error.error), { cause: error })
  if (error instanceof openid.ClientError)
    return new ProviderRefused(plainCode(error.code ?? 'not-as-agreed'), { cause: error })
  return error
}

function isAway(error: unknown): boolean {
  if (error instanceof openid.ResponseBodyError) return error.status >= 500
  if (!(error instanceof Error)) return false
  const { cause, code } = error as Error & { readonly code?: string }
  if (['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(code ?? '')) return true
  if (code === 'OAUTH_RESPONSE_IS_NOT_CONFORM')
    return cause instanceof Response && cause.status >= 500
  // What `fetch` throws when there is nobody at the other end.
  return (
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (cause instanceof TypeError && cause.message === 'fetch failed')
  )
}

/** Codes are from a fixed set in the standards; whatever else stands there is not put into a log. */
const plainCode = (code: string): string => (/^[A-Za-z_-]{1,60}$/.test(code) ? code : 'other')
