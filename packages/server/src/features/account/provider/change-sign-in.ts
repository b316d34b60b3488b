import type { AccountProblem } from '@takepart/shared/domain/account/account-problem'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { acceptSignInChoice, type SignInChoice } from '@takepart/shared/domain/account/sign-in-ways'
import { accept, type Result } from '@takepart/shared/domain/core/result'
import { isForbidden } from '../../../forbidden.ts'
import type { AccountWorld } from '../account-world.ts'
import { recordAct } from '../audit/audit.queries.ts'
import { deleteSessionsBy, wayOfSession } from '../session/session.queries.ts'
import { lockStaffChanges } from '../staff.queries.ts'
import { readSignInSetting, writeSignInSetting } from './sign-in-setting.queries.ts'

/** Says which ways to sign in are allowed. Sessions that began in a way that is closed end with it. */
export function changeSignIn(
  world: AccountWorld & { readonly hasProvider: boolean },
  actor: StaffActor,
  wanted: SignInChoice,
): Promise<Result<true, AccountProblem>> {
  return world.db.transaction().execute(async (db) => {
    if (!may(actor, 'site.change')) throw isForbidden()
    await lockStaffChanges(db)
    const signedInBy = await wayOfSession(db, actor.sessionId)
    if (signedInBy === undefined) throw isForbidden()
    const { hasProvider } = world
    const accepted = acceptSignInChoice(wanted, { hasProvider, signedInBy })
    if (!accepted.ok) return accepted
    const before = await readSignInSetting(db)
    if (before.passkeys === wanted.passkeys && before.provider === wanted.provider)
      return accept(true)
    await writeSignInSetting(db, wanted)
    if (!wanted.passkeys) await deleteSessionsBy(db, 'passkey')
    if (!wanted.provider) await deleteSessionsBy(db, 'provider')
    const detail = [
      ...(wanted.passkeys ? ['passkeys'] : []),
      ...(wanted.provider ? ['provider'] : []),
    ]
    await recordAct(db, actor, {
      at: world.now(),
      verb: 'site.change',
      thing: { kind: 'setting', id: 'sign-in' },
      detail: detail.join(','),
    })
    return accept(true)
  })
}

/** Lets people sign in with passkeys again: by whoever may run commands on the server, when nobody can sign in otherwise. */
export function allowPasskeys({ db, now }: AccountWorld): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await lockStaffChanges(trx)
    const { provider, passkeys } = await readSignInSetting(trx)
    if (passkeys) return
    await writeSignInSetting(trx, { passkeys: true, provider })
    const thing = { kind: 'setting', id: 'sign-in' }
    const detail = provider ? 'passkeys,provider' : 'passkeys'
    await recordAct(
      trx,
      { kind: 'command-line' },
      { at: now(), verb: 'site.change', thing, detail },
    )
  })
}
