import {
  hasClaim,
  type Claims,
  type RoleClaim,
} from '@takepart/shared/domain/account/claimed-roles'
import * as openid from 'openid-client'
import { failureOf, ProviderRefused } from './provider-failure.ts'

/** How this server is known to the Trust's identity provider. */
export interface ProviderConfig {
  /** The provider, exactly as it names itself. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  readonly roles: RoleClaim
  /** Where the provider sends people back to. */
  readonly redirectUri: string
}

/** What the provider must give back unchanged, and what only this server knows. */
export interface SignInChecks {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Whom the provider says somebody is. */
export interface ProviderAnswer {
  readonly subject: string
  readonly claims: Claims
  /** To ask again who they are; absent where the provider gives none. */
  readonly refreshToken?: string
}

/** The Trust's identity provider. Each way throws {@link ProviderRefused} or {@link ProviderAway}. */
export interface IdentityProvider {
  readonly issuer: string
  readonly redirectUri: string
  readonly roles: RoleClaim
  /** Where to send somebody who wants to sign in. */
  begin(checks: SignInChecks): Promise<URL>
  /** What the provider answers for the code in the address it sent somebody back to. */
  finish(returned: URL, checks: SignInChecks): Promise<ProviderAnswer>
  /** Who that is now. */
  askAgain(refreshToken: string, subject: string): Promise<ProviderAnswer>
}

const longestAnswerSeconds = 10
const clockToleranceSeconds = 30
const metadataKeptMs = 10 * 60_000

/**
 * OpenID Connect by the authorization code flow, with PKCE, state, nonce, and issuer, audience and signature of what the
 * provider says checked by openid-client. What the provider says of itself is kept for ten minutes; its keys are asked for
 * at every sign-in, so that a key it has changed is known at once.
 */
export function createIdentityProvider(config: ProviderConfig, now: () => Date): IdentityProvider {
  let known: { readonly at: number; readonly metadata: openid.ServerMetadata } | undefined
  const asClient = async (): Promise<openid.Configuration> => {
    if (!known || now().getTime() - known.at > metadataKeptMs)
      known = { at: now().getTime(), metadata: await discover(config) }
    return clientOf(config, known.metadata)
  }
  const ask = async <Answer>(work: (client: openid.Configuration) => Promise<Answer>) => {
    try {
      return await work(await asClient())
    } catch (error) {
      known = undefined
      throw failureOf(error)
    }
  }
  return {
    issuer: config.issuer,
    redirectUri: config.redirectUri,
    roles: config.roles,
    begin: (checks) => ask((client) => authorizationUrl(client, config, checks)),
    finish: (returned, { state, nonce, codeVerifier }) =>
      ask(async (client) => {
        const tokens = await openid.authorizationCodeGrant(client, returned, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        return answerOf(client, { tokens, roles: config.roles })
      }),
    askAgain: (refreshToken, expected) =>
      ask(async (client) => {
        const tokens = await openid.refreshTokenGrant(client, refreshToken)
        const answer = await answerOf(client, { tokens, roles: config.roles, expected })
        // A provider that does not change its token keeps the one there is.
        return { refreshToken, ...answer }
      }),
  }
}

/** Plain http is for a provider on this machine, which tests and people who look at Takepart have; config.ts refuses others. */
const isPlain = ({ issuer }: ProviderConfig): boolean => issuer.startsWith('http:')

async function discover(config: ProviderConfig): Promise<openid.ServerMetadata> {
  const found = await openid.discovery(
    new URL(config.issuer),
    config.clientId,
    config.clientSecret,
    undefined,
    {
      timeout: longestAnswerSeconds,
      ...(isPlain(config) ? { execute: [openid.allowInsecureRequests] } : {}),
    },
  )
  const metadata = found.serverMetadata()
  if (metadata.issuer !== config.issuer) throw new ProviderRefused('another-issuer')
  return metadata
}

function clientOf(config: ProviderConfig, metadata: openid.ServerMetadata): openid.Configuration {
  const client = new openid.Configuration(metadata, config.clientId, {
    client_secret: config.clientSecret,
    [openid.clockTolerance]: clockToleranceSeconds,
  })
  client.timeout = longestAnswerSeconds
  // The library trusts TLS for tokens that come straight from the provider. A signature costs nothing more.
  openid.enableNonRepudiationChecks(client)
  if (isPlain(config)) openid.allowInsecureRequests(client)
  return client
}

async function authorizationUrl(
  client: openid.Configuration,
  { redirectUri, scope }: ProviderConfig,
  { state, nonce, codeVerifier }: SignInChecks,
): Promise<URL> {
  return openid.buildAuthorizationUrl(client, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })
}

type Tokens = openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers

interface Answering {
  readonly tokens: Tokens
  readonly roles: RoleClaim
  /** Whom the answer must be about; absent while that is not known. */
  readonly expected?: string
}

/** The roles may stand in the token or be had for asking; a provider that says them in neither gives none. */
async function answerOf(
  client: openid.Configuration,
  { tokens, roles, expected }: Answering,
): Promise<ProviderAnswer> {
  const said = tokens.claims()
  const subject = said?.sub ?? expected
  if (subject === undefined) throw new ProviderRefused('nobody-named')
  if (expected !== undefined && subject !== expected) throw new ProviderRefused('another-person')
  const claims: Claims = { ...said }
  const more =
    hasClaim(claims, roles) || client.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await openid.fetchUserInfo(client, tokens.access_token, subject)
  return {
    subject,
    claims: { ...more, ...claims },
    ...(tokens.refresh_token === undefined ? {} : { refreshToken: tokens.refresh_token }),
  }
}
