import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Somebody who has an account at the provider. */
export interface ProviderAccount {
  readonly sub: string
  readonly name?: string
  readonly roles?: unknown
}

/** The parts of a token that a test gives instead of the provider. */
export interface Forgery {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** `none`: not signed; `another`: under a key that the provider does not have. */
  readonly signed?: 'own' | 'another' | 'none'
}

/** The npm package oidc-provider at work on this machine, in which somebody is signed in already. */
export interface IdentityProviderServer {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** How often it was asked for tokens with a refresh token. */
  readonly refreshes: () => number
  /** Who signs in next, and what the provider says of them from now on. */
  is(account: ProviderAccount): void
  /** Gives no refresh tokens from now on, or again. */
  setRefresh(gives: boolean): void
  /** The person turns back at the provider. */
  setRefusing(refuses: boolean): void
  /** Signs with another key from now on, and says so. */
  changeKey(): void
  forge(forgery: Forgery | undefined): void
  /** Answers nobody. */
  setAway(isAway: boolean): void
  /** Goes from an address of the provider as a browser does, to where it sends somebody back to. */
  follow(from: URL): Promise<URL>
  close(): Promise<void>
}

const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

export async function startIdentityProvider(redirectUri: string): Promise<IdentityProviderServer> {
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = {
    id: `takepart-${randomBytes(4).toString('hex')}`,
    secret: 'a secret of 32 characters, or more',
  }
  const accounts = new Map<string, ProviderAccount>()
  const state = { sub: '', refreshes: 0, givesRefresh: true, refuses: false, isAway: false }
  let key: KeyObject = makeKey()
  let kid = 0
  let forgery: Forgery | undefined
  let provider = makeProvider()

  function makeProvider(): Provider {
    kid += 1
    const jwk = { ...key.export({ format: 'jwk' }), kid: `key-${kid}`, use: 'sig', alg: 'RS256' }
    return new Provider(issuer, {
      clients: [
        {
          client_id: client.id,
          client_secret: client.secret,
          redirect_uris: [redirectUri],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { openid: ['sub'], profile: ['name', 'roles'] },
      scopes: ['openid', 'profile', 'offline_access'],
      jwks: { keys: [jwk] },
      cookies: { keys: ['a key for cookies of the provider'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      issueRefreshToken: () => state.givesRefresh,
      rotateRefreshToken: true,
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ ...accounts.get(sub), sub }),
      }),
    })
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (state.isAway) {
      request.socket.destroy()
      return
    }
    if (request.url?.startsWith('/interaction/')) void interact(request, response)
    else {
      if (request.url?.startsWith('/token')) watchTokens(request, response)
      provider.callback()(request, response)
    }
  }

  /** Signs in whoever is to, and agrees to everything. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response)
    if (state.refuses)
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    if (prompt.name === 'login')
      return provider.interactionFinished(request, response, { login: { accountId: state.sub } })
    const grant = new provider.Grant({
      accountId: session?.accountId ?? '',
      clientId: params['client_id'] ?? '',
    })
    grant.addOIDCScope('openid profile offline_access')
    const consent = { grantId: await grant.save() }
    return provider.interactionFinished(
      request,
      response,
      { consent },
      { mergeWithLastSubmission: true },
    )
  }

  function watchTokens(request: IncomingMessage, response: ServerResponse): void {
    request.on('data', (part: Buffer) => {
      if (part.includes('grant_type=refresh_token')) state.refreshes += 1
    })
    const forged = forgery
    if (!forged) return
    const end = response.end.bind(response) as (body: string) => ServerResponse
    response.end = ((body: string | Buffer) => {
      const answer = JSON.parse(String(body)) as { id_token?: string }
      if (answer.id_token) answer.id_token = forgedToken(answer.id_token, forged)
      const changed = JSON.stringify(answer)
      response.setHeader('content-length', Buffer.byteLength(changed))
      return end(changed)
    }) as typeof response.end
  }

  function forgedToken(token: string, { header, claims, signed = 'own' }: Forgery): string {
    const parts = token.split('.').slice(0, 2)
    const [head, body] = parts.map(
      (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object,
    )
    const alg = signed === 'none' ? { alg: 'none' } : {}
    const text = `${base64url({ ...head, ...alg, ...header })}.${base64url({ ...body, ...claims })}`
    if (signed === 'none') return `${text}.`
    const by = signed === 'own' ? key : makeKey()
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), by).toString('base64url')}`
  }

  return {
    issuer,
    client,
    refreshes: () => state.refreshes,
    is: (account) => {
      accounts.set(account.sub, account)
      state.sub = account.sub
    },
    setRefresh: (gives) => {
      state.givesRefresh = gives
    },
    setRefusing: (refuses) => {
      state.refuses = refuses
    },
    changeKey: () => {
      key = makeKey()
      provider = makeProvider()
    },
    forge: (next) => {
      forgery = next
    },
    setAway: (isAway) => {
      state.isAway = isAway
    },
    follow: (from) => follow(from, redirectUri),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A browser of its own, with nobody's cookies. */
async function follow(from: URL, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = from
  for (let steps = 0; steps < 12; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The provider stopped at ${at.href}: ${response.status}`)
    at = new URL(location, at)
    if (at.href.startsWith(redirectUri)) return at
  }
  throw new Error('The provider leads round in a circle')
}
