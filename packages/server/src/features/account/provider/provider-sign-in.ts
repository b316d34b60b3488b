import { nameInClaims, rolesInClaims } from '@takepart/shared/domain/account/claimed-roles'
import type { ProviderProblem } from '@takepart/shared/domain/account/account-problem'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { deskPathAfterSignIn } from '@takepart/shared/domain/site/desk-paths'
import { hashOfSecret, makeSecret } from '../secret.ts'
import { startSession, type StartedSession } from '../session/start-session.ts'
import { admitByProvider } from './admit-by-provider.ts'
import type { ProviderAnswer, SignInChecks } from './identity-provider.ts'
import { ProviderAway, ProviderRefused } from './provider-failure.ts'
import type { ProviderWorld } from './provider-world.ts'
import { insertAttempt, takeAttempt, type SignInAttempt } from './sign-in-attempt.queries.ts'
import { readSignInSetting } from './sign-in-setting.queries.ts'

type Refusable<Value> = Result<Value, { readonly code: ProviderProblem }>

/** How long somebody may take at the provider, in milliseconds: 10 minutes, for a second factor that has to be fetched. */
export const attemptLastsMs = 10 * 60_000

export interface BegunAtProvider {
  readonly to: URL
  /** For a cookie of this browser: nobody comes back in another one. */
  readonly browserToken: string
}

/** The first half: where to send somebody who wants to sign in with their work account. */
export async function beginAtProvider(
  world: ProviderWorld,
  { next, as }: { readonly next: string | null; readonly as: string | null },
): Promise<Refusable<BegunAtProvider>> {
  const { db, provider, random, now } = world
  if (!(await readSignInSetting(db)).provider) return refuse({ code: 'provider-not-allowed' })
  const [state, browser] = [makeSecret(random), makeSecret(random)]
  const checks = {
    state: state.token,
    nonce: makeSecret(random).token,
    codeVerifier: makeSecret(random).token,
  }
  const to = await orProblem(() => provider.begin(checks))
  if (!to.ok) return to
  const attempt = {
    stateHash: state.hash,
    browserHash: browser.hash,
    codeVerifier: checks.codeVerifier,
    nonce: checks.nonce,
    returnTo: deskPathAfterSignIn(next),
    forStaff: as !== null && isUuid(as) ? as : null,
  }
  const times = { now: now(), endsAt: new Date(now().getTime() + attemptLastsMs) }
  await insertAttempt(db, attempt, times)
  return accept({ to: to.value, browserToken: browser.token })
}

export interface Returned {
  /** The whole address that the provider sent the browser to. */
  readonly address: URL
  readonly browserToken: string | undefined
  /** The kind of browser, in a few words. */
  readonly browser: string
}

/**
 * The second half: somebody is back from the provider. Whoever it names, with at least one role, is signed in; a new
 * colleague is let in by that alone. Refused: a state that this browser did not begin with or that was used, a code that
 * was used, an answer by another issuer, for another audience or under a key that is not the provider's.
 */
export async function finishAtProvider(
  world: ProviderWorld,
  { address, browserToken, browser }: Returned,
): Promise<Refusable<{ readonly session: StartedSession; readonly returnTo: string }>> {
  const state = address.searchParams.get('state')
  const attempt =
    state !== null && browserToken !== undefined
      ? await takeAttempt(world.db, {
          stateHash: hashOfSecret(state),
          browserHash: hashOfSecret(browserToken),
          now: world.now(),
        })
      : undefined
  if (!attempt || state === null) return refuse({ code: 'provider-not-accepted' })
  if (!(await readSignInSetting(world.db)).provider) return refuse({ code: 'provider-not-allowed' })
  const { nonce, codeVerifier } = attempt
  const checks: SignInChecks = { state, nonce, codeVerifier }
  const answer = await orProblem(() => world.provider.finish(address, checks))
  return answer.ok ? admit(world, answer.value, { attempt, browser }) : answer
}

function admit(
  world: ProviderWorld,
  answer: ProviderAnswer,
  { attempt, browser }: { readonly attempt: SignInAttempt; readonly browser: string },
): Promise<Refusable<{ readonly session: StartedSession; readonly returnTo: string }>> {
  const { provider, sealer } = world
  return world.db.transaction().execute(async (trx) => {
    const inside = { ...world, db: trx }
    const admitted = await admitByProvider(inside, {
      subject: answer.subject,
      name: nameInClaims(answer.claims),
      roles: rolesInClaims(answer.claims, provider.roles),
    })
    if (!admitted.ok) return admitted
    const staffId = admitted.value
    if (attempt.forStaff !== null && attempt.forStaff !== staffId)
      return refuse({ code: 'provider-of-another' })
    const { refreshToken } = answer
    const sealedToken = refreshToken === undefined ? null : sealer.seal(refreshToken)
    const session = await startSession(inside, { staffId, browser, provider: { sealedToken } })
    return accept({ session, returnTo: attempt.returnTo })
  })
}

/** What stands in the way, as somebody is told it; a bug is thrown on. */
async function orProblem<Value>(work: () => Promise<Value>): Promise<Refusable<Value>> {
  try {
    return accept(await work())
  } catch (error) {
    if (error instanceof ProviderAway) return refuse({ code: 'provider-not-reached' })
    if (!(error instanceof ProviderRefused)) throw error
    return refuse({
      code: error.reason === 'access_denied' ? 'provider-turned-back' : 'provider-not-accepted',
    })
  }
}
