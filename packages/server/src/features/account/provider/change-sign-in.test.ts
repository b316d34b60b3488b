import { beforeEach, describe, expect, it } from 'vitest'
import { setScene } from '../../../test-support/scene.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { callerFor } from '../../../test-support/test-context.ts'
import { resolveActor } from '../session/resolve-actor.ts'
import { readSignInSetting } from './sign-in-setting.queries.ts'

const scene = setScene()
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })

beforeEach(() =>
  scene.database
    .asOwner(
      'delete from invitation; delete from staff_session; delete from staff_member; update sign_in_setting set passkeys = true, provider = true',
    )
    .then(() => {}),
)

/** An administrator who came by a passkey, or by the provider. */
const administrator = async (way: 'passkey' | 'provider', hasProvider = true) => {
  const admin = await signInStaff(scene.database, { roles: ['administrator'] })
  if (way === 'provider')
    await scene.database.asOwner(
      `update staff_session set way = 'provider', checked_at = started_at where id = '${admin.actor.sessionId}'`,
    )
  const edge = { ...scene.ctx.edge, hasProvider }
  return { ...admin, account: callerFor({ ...scene.ctx, edge, actor: admin.actor }).account }
}
const setting = () => readSignInSetting(scene.database.calls)

describe('changing how people sign in', () => {
  it('ends the sessions that began in a way that is turned off, and no others', async () => {
    const byPasskey = await administrator('passkey')
    const byProvider = await administrator('provider')
    expect(await byProvider.account.changeSignIn({ passkeys: false, provider: true })).toEqual({
      ok: true,
      value: true,
    })
    expect((await resolveActor(scene.ctx, byPasskey.cookie)).kind).toBe('nobody')
    expect((await resolveActor(scene.ctx, byProvider.cookie)).kind).toBe('staff')
    expect(await setting()).toEqual({ passkeys: false, provider: true })
  })

  it('is refused to whoever would shut themselves out, and changes nothing', async () => {
    const { account } = await administrator('passkey')
    expect(await account.changeSignIn({ passkeys: false, provider: true })).toEqual(
      refusal('own-way-to-sign-in'),
    )
    expect(await account.changeSignIn({ passkeys: false, provider: false })).toEqual(
      refusal('last-way-to-sign-in'),
    )
    expect(await setting()).toEqual({ passkeys: true, provider: true })
  })

  it('leaves passkeys where the settings name no provider', async () => {
    const { account } = await administrator('passkey', false)
    expect(await account.changeSignIn({ passkeys: false, provider: true })).toEqual(
      refusal('last-way-to-sign-in'),
    )
  })

  it('makes links of no use, and none anew, where passkeys are turned off', async () => {
    const byPasskey = await administrator('passkey')
    const invitation = {
      name: 'Bo',
      email: '',
      roles: ['author' as const],
      everyConsultation: true,
    }
    const made = await byPasskey.account.invite(invitation)
    const token = made.ok ? (made.value.path.split('/').at(-1) ?? '') : ''
    const byProvider = await administrator('provider')
    await byProvider.account.changeSignIn({ passkeys: false, provider: true })
    expect(await scene.caller.account.beginJoining({ token, name: '' })).toEqual(
      refusal('passkeys-not-allowed'),
    )
    expect(await byProvider.account.invite(invitation)).toEqual(refusal('passkeys-not-allowed'))
    await byProvider.account.changeSignIn({ passkeys: true, provider: true })
    expect(await scene.caller.account.beginJoining({ token, name: '' })).toMatchObject({ ok: true })
  })

  it('is noted in the audit log, once', async () => {
    const { account, actor } = await administrator('passkey')
    for (let times = 0; times < 2; times += 1)
      await account.changeSignIn({ passkeys: true, provider: false })
    const { rows } = await scene.database.asOwner(
      `select verb, thing, detail from audit_entry where actor = 'staff:${actor.staffId}'`,
    )
    expect(rows).toEqual([{ verb: 'site.change', thing: 'setting:sign-in', detail: 'passkeys' }])
  })
})
