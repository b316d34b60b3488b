import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { BegunSigningIn, FinishSigningIn } from '@takepart/shared/domain/account/passkey'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import { readSignInSetting } from '../provider/sign-in-setting.queries.ts'
import { startSession, type StartedSession } from '../session/start-session.ts'
import { answersChallenge, makeChallenge } from './challenge.ts'
import { refusalOfKey, type PasskeyWorld } from './join.ts'
import { findPasskey, notePasskeyUse, type StoredPasskey } from './passkey.queries.ts'
import { relyingParty, relyingPartyId } from './relying-party.ts'

/**
 * What the browser hands to the person's key. It names nobody and no key: which people work here is told to no one who
 * has not signed in (S24).
 */
export async function beginSigningIn(world: PasskeyWorld): Promise<BegunSigningIn> {
  return { challenge: await makeChallenge(world), siteId: relyingPartyId(world.publicOrigin) }
}

/** Signs somebody in by their key's answer. Whatever is wrong with it, the words are the same. */
export async function finishSigningIn(
  world: PasskeyWorld,
  input: FinishSigningIn & { readonly browser: string },
): Promise<Result<StartedSession, AccountProblem>> {
  if (!(await readSignInSetting(world.db)).passkeys) return refuse({ code: 'passkeys-not-allowed' })
  const passkey = await findPasskey(world.db, Buffer.from(input.id, 'base64url'))
  const counter = await verifiedCounter(world, input, passkey)
  if (counter === undefined || !passkey || passkey.isSuspended)
    return refuse({ code: 'passkey-not-accepted' })
  if (input.as !== undefined && input.as !== passkey.staffId)
    return refuse({ code: 'passkey-of-another' })
  return world.db.transaction().execute(async (trx) => {
    await notePasskeyUse(trx, { id: passkey.id, counter, at: world.now() })
    const starting = { staffId: passkey.staffId, browser: input.browser }
    return accept(await startSession({ ...world, db: trx }, starting))
  })
}

/** The key's new counter; undefined when it did not answer what it was asked. */
async function verifiedCounter(
  world: PasskeyWorld,
  input: FinishSigningIn,
  passkey: StoredPasskey | undefined,
): Promise<number | undefined> {
  const site = relyingParty(world.publicOrigin, input.clientDataJson)
  if (!site || !passkey) return undefined
  const outcome = await verifyAuthenticationResponse({
    response: {
      id: input.id,
      rawId: input.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: input.clientDataJson,
        authenticatorData: input.authenticatorData,
        signature: input.signature,
      },
    },
    expectedChallenge: (challenge) => answersChallenge(world, challenge),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: {
      id: input.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(refusalOfKey)
  return outcome.verified && 'authenticationInfo' in outcome
    ? outcome.authenticationInfo.newCounter
    : undefined
}
