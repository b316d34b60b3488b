import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import { acceptInvitation, isUsable } from '@takepart/shared/domain/account/invitation'
import type { BegunJoining, FinishJoining } from '@takepart/shared/domain/account/passkey'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { AccountWorld } from '../account-world.ts'
import { recordAct } from '../audit/audit.queries.ts'
import { findInvitation, useInvitation, type StoredInvitation } from '../invitation.queries.ts'
import { readSignInSetting } from '../provider/sign-in-setting.queries.ts'
import { hashOfSecret, makeUuid } from '../secret.ts'
import { deleteSessionsOf } from '../session/session.queries.ts'
import { startSession, type StartedSession } from '../session/start-session.ts'
import { insertStaffMember, isAnybodyHere, isEmailTaken } from '../staff.queries.ts'
import { answersChallenge, makeChallenge } from './challenge.ts'
import { deletePasskeysOf, insertPasskey, lockFirstJoining } from './passkey.queries.ts'
import { relyingParty, relyingPartyId } from './relying-party.ts'

export interface PasskeyWorld extends AccountWorld {
  readonly publicOrigin: string | undefined
}

type Refusable<Value> = Result<Value, AccountProblem>

const notUsable = refuse({ code: 'link-not-usable' })
const notAccepted = refuse({ code: 'passkey-not-accepted' })
const notAllowed = refuse({ code: 'passkeys-not-allowed' })

/** What the page of a link may show: to whom it is, as far as the link says. Refused alike for every link that lets nobody in. */
export async function readInvitation(
  world: Pick<AccountWorld, 'db' | 'now'>,
  token: string,
): Promise<Refusable<StoredInvitation>> {
  const found = await findInvitation(world.db, hashOfSecret(token))
  if (!found || found.isSuspended || !isUsable(found, world.now())) return notUsable
  if (found.purpose === 'first' && (await isAnybodyHere(world.db))) return notUsable
  return accept(found)
}

/** The first half: what the browser hands to the person's key. */
export async function beginJoining(
  world: PasskeyWorld,
  { token, name }: { readonly token: string; readonly name: string },
): Promise<Refusable<BegunJoining>> {
  if (!(await readSignInSetting(world.db)).passkeys) return notAllowed
  const invitation = await readInvitation(world, token)
  if (!invitation.ok) return invitation
  const chosen = nameFor(invitation.value, name)
  if (!chosen.ok) return chosen
  return accept({
    challenge: await makeChallenge(world, invitation.value.id),
    siteId: relyingPartyId(world.publicOrigin),
    // The key keeps this beside itself, and shows it: random, since a key may be lost with all it holds.
    handle: Buffer.from(world.random(32)).toString('base64url'),
    name: chosen.value,
  })
}

/** The second half: the key has answered. The person joins, or has a new key in place of those they had, and is signed in. */
export async function finishJoining(
  world: PasskeyWorld,
  input: FinishJoining & { readonly browser: string },
): Promise<Refusable<StartedSession>> {
  if (!(await readSignInSetting(world.db)).passkeys) return notAllowed
  const invitation = await readInvitation(world, input.token)
  if (!invitation.ok) return invitation
  const name = nameFor(invitation.value, input.name)
  if (!name.ok) return name
  const key = await verifiedKey(world, input, invitation.value.id)
  if (key === undefined) return notAccepted
  return world.db.transaction().execute(async (trx) => {
    const inside = { ...world, db: trx }
    const staffId = await admit(inside, invitation.value, name.value)
    if (!staffId.ok) return staffId
    if (!(await insertPasskey(trx, { ...key, staffId: staffId.value, at: world.now() })))
      throw new Error('A passkey that was made just now is known already')
    return accept(await startSession(inside, { staffId: staffId.value, browser: input.browser }))
  })
}

function nameFor(invitation: StoredInvitation, written: string): Refusable<string> {
  if (invitation.staffName !== null) return accept(invitation.staffName)
  const accepted = acceptInvitation({
    name: invitation.name ?? written,
    email: '',
    roles: ['author'],
    everyConsultation: true,
  })
  return accepted.ok ? accept(accepted.value.name) : accepted
}

async function verifiedKey(world: PasskeyWorld, input: FinishJoining, invitationId: string) {
  const site = relyingParty(world.publicOrigin, input.clientDataJson)
  if (!site) return undefined
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: {
      id: input.id,
      rawId: input.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: input.clientDataJson,
        attestationObject: input.attestation,
      },
    },
    expectedChallenge: (challenge) => answersChallenge(world, challenge, invitationId),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
  }).catch(refusalOfKey)
  if (!verified || !registrationInfo) return undefined
  const { credential } = registrationInfo
  return {
    id: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: input.transports,
  }
}

/** The library throws plain errors for an answer that is not what was asked for; a failure of the database has its own name. */
export function refusalOfKey(cause: unknown): { verified: false; registrationInfo?: undefined } {
  if (cause instanceof Error && cause.name === 'DatabaseUnavailable') throw cause
  return { verified: false }
}

async function admit(
  world: PasskeyWorld,
  invitation: StoredInvitation,
  name: string,
): Promise<Refusable<string>> {
  const { db, now } = world
  if (invitation.purpose === 'first') {
    await lockFirstJoining(db)
    if (await isAnybodyHere(db)) return notUsable
  }
  if (!(await useInvitation(db, invitation.id, now()))) return notUsable
  return invitation.staffId === null
    ? join(world, invitation, name)
    : accept(await takeOldKeysAway(world, invitation.staffId))
}

async function join(
  { db, now, random }: PasskeyWorld,
  invitation: StoredInvitation,
  name: string,
): Promise<Refusable<string>> {
  const { email, roles, everyConsultation } = invitation
  if (email !== null && (await isEmailTaken(db, email))) return refuse({ code: 'email-taken' })
  const id = makeUuid(random)
  await insertStaffMember(db, { id, name, email, roles, everyConsultation, joinedAt: now() })
  const thing = { kind: 'invitation', id: invitation.id }
  await recordAct(db, asStaff(id), {
    at: now(),
    verb: 'staff.join',
    thing,
    detail: roles.join(','),
  })
  return accept(id)
}

async function takeOldKeysAway({ db, now }: PasskeyWorld, staffId: string): Promise<string> {
  await deletePasskeysOf(db, staffId)
  await deleteSessionsOf(db, staffId)
  const thing = { kind: 'staff', id: staffId }
  await recordAct(db, asStaff(staffId), { at: now(), verb: 'staff.new-passkey', thing })
  return staffId
}

const asStaff = (staffId: string) =>
  ({ kind: 'staff', staffId, sessionId: '', name: '', roles: [], teams: [] }) as const
