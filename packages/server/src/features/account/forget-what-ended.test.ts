import { longestIdleMs, longestSessionMs } from '@takepart/shared/domain/account/session'
import { beforeEach, describe, expect, it } from 'vitest'
import { whileOpen } from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { forgetWhatEnded } from './forget-what-ended.ts'
import { inviteStaff } from './make-invitation.ts'
import { resolveActor } from './session/resolve-actor.ts'

const scene = setScene()
const after = (milliseconds: number) => new Date(whileOpen.getTime() + milliseconds)
const day = 24 * 3_600_000

beforeEach(async () => {
  const tables = ['staff_session', 'passkey_challenge', 'invitation', 'staff_member']
  await scene.database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
})

const count = async (table: string) =>
  (await scene.database.asOwner(`select from ${table}`)).rowCount

describe('forgetWhatEnded', () => {
  it('takes a session away when it has been idle for 30 minutes, and not a moment before', async () => {
    await signInStaff(scene.database)
    expect(await forgetWhatEnded(scene.ctx.db, after(longestIdleMs - 1))).toBe(0)
    expect(await count('staff_session')).toBe(1)
    expect(await forgetWhatEnded(scene.ctx.db, after(longestIdleMs))).toBe(1)
    expect(await count('staff_session')).toBe(0)
  })

  it('takes a session away after 12 hours, however much it is used', async () => {
    await signInStaff(scene.database)
    await scene.database.asOwner(
      `update staff_session set last_used_at = '${after(longestSessionMs - 1).toISOString()}'`,
    )
    expect(await forgetWhatEnded(scene.ctx.db, after(longestSessionMs - 1))).toBe(0)
    expect(await forgetWhatEnded(scene.ctx.db, after(longestSessionMs))).toBe(1)
  })

  it('never takes away what somebody could still sign in with', async () => {
    const { cookie } = await signInStaff(scene.database)
    for (let minutes = 0; minutes < 120; minutes += 7) {
      scene.ctx.setClock(after(minutes * 60_000))
      expect((await resolveActor(scene.ctx, cookie)).kind).toBe('staff')
      await forgetWhatEnded(scene.ctx.db, scene.ctx.now())
    }
  })

  it('forgets what a key was asked once it is too late to answer', async () => {
    await scene.caller.account.beginSigningIn({})
    await forgetWhatEnded(scene.ctx.db, after(4 * 60_000))
    expect(await count('passkey_challenge')).toBe(1)
    await forgetWhatEnded(scene.ctx.db, after(6 * 60_000))
    expect(await count('passkey_challenge')).toBe(0)
  })

  it('forgets the address somebody was invited by 30 days after the link ended, and nothing else of it', async () => {
    await inviteStaff(
      scene.ctx,
      { kind: 'command-line' },
      { name: 'Bo Larch', email: 'bo@example.nhs.uk', roles: ['author'], everyConsultation: true },
    )
    const invited = async () =>
      (await scene.database.asOwner('select name, email from invitation')).rows
    await forgetWhatEnded(scene.ctx.db, after(33 * day))
    expect(await invited()).toEqual([{ name: 'Bo Larch', email: 'bo@example.nhs.uk' }])
    await forgetWhatEnded(scene.ctx.db, after(33 * day + 1))
    expect(await invited()).toEqual([{ name: 'Bo Larch', email: null }])
  })
})
