/** The Trust's own sign-in, as far as a journey has to do with it. */
export interface IdentityProvider {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Who signs in there next, and what it says of them from now on. */
  is(account: {
    readonly sub: string
    readonly name: string
    readonly roles: readonly string[]
  }): void
  close(): Promise<void>
}

interface Program {
  readonly startIdentityProvider: (redirectUri: string) => Promise<IdentityProvider>
}

/** The one that the tests of the server use. By its address: it finds its own packages from where it lies. */
const program = new URL(
  '../../packages/server/src/test-support/identity-provider-server.ts',
  import.meta.url,
).href

export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const { startIdentityProvider: start } = (await import(program)) as Program
  return start(redirectUri)
}
