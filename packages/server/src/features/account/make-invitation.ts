import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import {
  acceptInvitation,
  invitationEnds,
  type WrittenInvitation,
} from '@takepart/shared/domain/account/invitation'
import { may } from '@takepart/shared/domain/account/may'
import { roles } from '@takepart/shared/domain/account/role'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { isForbidden } from '../../forbidden.ts'
import type { AccountWorld } from './account-world.ts'
import { recordAct, type AuditActor } from './audit/audit.queries.ts'
import { endLinksFor, insertInvitation, type NewInvitation } from './invitation.queries.ts'
import { mailInvitation } from './mail-invitation.ts'
import { readSignInSetting } from './provider/sign-in-setting.queries.ts'
import { makeSecret, makeUuid } from './secret.ts'
import { findStaffToChange, isAnybodyHere, isEmailTaken } from './staff.queries.ts'

/** A link that was made. The token is in it and nowhere else, so it can be shown once only. */
export interface MadeLink {
  readonly token: string
  readonly endsAt: string
  readonly isMailed: boolean
}

/** Where invitations are made. `sendsMail`: this server has a mail server to give them to. */
export interface InvitingWorld extends AccountWorld {
  readonly sendsMail?: boolean
}

type Made = Result<MadeLink, AccountProblem>

/**
 * Invites somebody to the desk, for 72 hours, once. Where mail is sent and they have an address, the invitation goes there
 * as well, and nothing else with it. Refused as `acceptInvitation` says, for an address
 * that is somebody's, and where passkeys are turned off: a link makes one.
 */
export async function inviteStaff(
  world: InvitingWorld,
  actor: StaffActor | { readonly kind: 'command-line' },
  written: WrittenInvitation,
): Promise<Made> {
  const accepted = acceptInvitation(written)
  if (!accepted.ok) return accepted
  const { email, ...invited } = accepted.value
  if (!(await readSignInSetting(world.db)).passkeys) return refuse({ code: 'passkeys-not-allowed' })
  if (email !== undefined && (await isEmailTaken(world.db, email)))
    return refuse({ code: 'email-taken' })
  return world.db.transaction().execute(async (trx) => {
    const invitation = { purpose: 'join', staffId: null, ...invited, email: email ?? null } as const
    const link = await store({ ...world, db: trx }, actor, invitation)
    const isMailed =
      world.sendsMail === true &&
      email !== undefined &&
      (await mailInvitation(trx, { id: link.id, email, now: world.now() }))
    return accept({ ...link, isMailed })
  })
}

/**
 * A link for somebody who has lost their passkey: using it takes the old ones away and ends their sessions. Only another
 * administrator makes it. Links made before for the same person end.
 */
export async function replacePasskey(
  world: AccountWorld,
  actor: StaffActor,
  staffId: string,
): Promise<Made> {
  return world.db.transaction().execute(async (trx) => {
    if (!may(actor, 'staff.replace-passkey', { ownerId: staffId })) throw isForbidden()
    const member = await findStaffToChange(trx, staffId)
    if (!member || member.suspendedAt) return refuse({ code: 'staff-unknown' })
    if (member.byProvider) return refuse({ code: 'comes-by-provider' })
    await endLinksFor(trx, staffId, world.now())
    return accept(
      await store({ ...world, db: trx }, actor, {
        purpose: 'new-passkey',
        staffId,
        name: null,
        email: null,
        roles: [],
        everyConsultation: false,
      }),
    )
  })
}

/**
 * The link for the first member of staff, who gets every role: there is nobody yet to give them. Undefined as soon as
 * anybody works here; links made before can then be used no more.
 */
export async function makeFirstLink(world: AccountWorld): Promise<MadeLink | undefined> {
  if (await isAnybodyHere(world.db)) return undefined
  return store(
    world,
    { kind: 'command-line' },
    {
      purpose: 'first',
      staffId: null,
      name: null,
      email: null,
      roles,
      everyConsultation: true,
    },
  )
}

type ToStore = Omit<NewInvitation, 'id' | 'tokenHash' | 'madeBy' | 'madeAt' | 'endsAt'>

async function store(
  { db, now, random }: AccountWorld,
  actor: AuditActor,
  invitation: ToStore,
): Promise<MadeLink & { readonly id: string }> {
  const { token, hash } = makeSecret(random)
  const id = makeUuid(random)
  const madeAt = now()
  const endsAt = invitationEnds(madeAt)
  const madeBy = actor.kind === 'staff' ? actor.staffId : null
  await insertInvitation(db, { ...invitation, id, tokenHash: hash, madeBy, madeAt, endsAt })
  await recordAct(db, actor, {
    at: madeAt,
    verb: invitation.purpose === 'new-passkey' ? 'staff.replace-passkey' : 'staff.invite',
    thing: { kind: 'invitation', id },
    detail: invitation.roles.join(','),
  })
  return { id, token, endsAt: endsAt.toISOString(), isMailed: false }
}
