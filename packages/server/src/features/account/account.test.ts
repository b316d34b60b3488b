import { nobody } from '@takepart/shared/domain/account/actor'
import { longestIdleMs, longestSessionMs } from '@takepart/shared/domain/account/session'
import { beforeEach, describe, expect, it } from 'vitest'
import { callApp, callOf } from '../../test-support/call-app.ts'
import { whileOpen } from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { softKey } from '../../test-support/soft-key.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { callerFor } from '../../test-support/test-context.ts'
import { inviteStaff, makeFirstLink } from './make-invitation.ts'
import { resolveActor } from './session/resolve-actor.ts'

const scene = setScene()

const after = (milliseconds: number): Date => new Date(whileOpen.getTime() + milliseconds)
const cookieOf = (): string => scene.ctx.answered.get('set-cookie')?.split(';')[0] ?? ''
const actorNow = () => resolveActor(scene.ctx, cookieOf())
const refusal = (code: string) => ({ ok: false, problems: [{ code }] })
const commandLine = { kind: 'command-line' } as const

const emptyDesk = async () => {
  const tables = ['staff_session', 'passkey', 'passkey_challenge', 'invitation', 'staff_member']
  await scene.database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
}
beforeEach(emptyDesk)

const invite = async (changes: object = {}): Promise<string> => {
  const made = await inviteStaff(scene.ctx, commandLine, {
    name: 'Bo Larch',
    email: '',
    roles: ['author'],
    everyConsultation: true,
    ...changes,
  })
  if (!made.ok) throw new Error('not invited')
  return made.value.token
}

const join = async (token: string, key = softKey(), name = '') => {
  const begun = await scene.caller.account.beginJoining({ token, name })
  if (!begun.ok) return begun
  return scene.caller.account.finishJoining(
    key.join({ token, name, challenge: begun.value.challenge }),
  )
}

const signIn = async (key: ReturnType<typeof softKey>, changes: object = {}) => {
  const { challenge } = await scene.caller.account.beginSigningIn({})
  return scene.caller.account.finishSigningIn(key.signIn({ challenge, ...changes }))
}

describe('the first member of staff', () => {
  it('joins by a link that is made while nobody works here, with every role, and is signed in', async () => {
    const link = await makeFirstLink(scene.ctx)
    expect(await join(link!.token, softKey(), ' Ash  Fell ')).toEqual({ ok: true, value: true })
    expect(await actorNow()).toMatchObject({
      kind: 'staff',
      name: 'Ash  Fell',
      roles: ['author', 'moderator', 'analyst', 'publisher', 'administrator'],
      teams: 'every',
    })
    expect(await makeFirstLink(scene.ctx)).toBeUndefined()
  })

  it('gives a name', async () => {
    const link = await makeFirstLink(scene.ctx)
    expect(await scene.caller.account.beginJoining({ token: link!.token, name: ' ' })).toEqual(
      refusal('name-missing'),
    )
  })

  it('is one person, of however many links and however many at once', async () => {
    const links = await Promise.all(Array.from({ length: 5 }, () => makeFirstLink(scene.ctx)))
    const results = await Promise.all(
      links.map((link, one) => join(link!.token, softKey(), `Person ${one}`)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 4 }, () => refusal('link-not-usable')),
    )
    expect((await scene.database.asOwner('select from staff_member')).rowCount).toBe(1)
  })
})

describe('a link of an invitation', () => {
  it('lets in whom it names, with their roles, whatever name is sent', async () => {
    expect(await join(await invite(), softKey(), 'Somebody else')).toEqual({
      ok: true,
      value: true,
    })
    expect(await actorNow()).toMatchObject({ name: 'Bo Larch', roles: ['author'], teams: 'every' })
  })

  it('gives work on no consultation where that is what was meant', async () => {
    await join(await invite({ everyConsultation: false }))
    expect(await actorNow()).toMatchObject({ teams: [] })
  })

  it('lets one in, of 20 who use it at once (R07)', async () => {
    const token = await invite()
    const results = await Promise.all(Array.from({ length: 20 }, () => join(token)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await scene.database.asOwner('select from staff_member')).rowCount).toBe(1)
    expect((await scene.database.asOwner('select from passkey')).rowCount).toBe(1)
  })

  it('is of no use after 72 hours, nor when it was used, taken back, or never made: all told alike (S24)', async () => {
    const [used, old, back] = [await invite(), await invite(), await invite()]
    await join(used)
    const admin = await signInStaff(scene.database)
    const { rows } = await scene.database.asOwner(
      `select id from invitation where token_hash = sha256('${back}')`,
    )
    await callerFor({ ...scene.ctx, actor: admin.actor }).account.withdrawInvitation({
      invitationId: rows[0].id,
    })
    scene.ctx.setClock(after(72 * 3_600_000))
    const answers = await Promise.all(
      [used, old, back, 'x'.repeat(43)].map((token) =>
        scene.caller.account.beginJoining({ token, name: '' }),
      ),
    )
    expect(answers).toEqual(Array.from({ length: 4 }, () => refusal('link-not-usable')))
  })

  it('does not outlive its time while the key is being found', async () => {
    const token = await invite()
    const begun = await scene.caller.account.beginJoining({ token, name: '' })
    scene.ctx.setClock(after(72 * 3_600_000))
    const { challenge } = begun.ok ? begun.value : { challenge: '' }
    expect(await scene.caller.account.finishJoining(softKey().join({ token, challenge }))).toEqual(
      refusal('link-not-usable'),
    )
  })

  it('is stored nowhere, nor is a session or a challenge: the database opens nothing (S18)', async () => {
    const token = await invite()
    const key = softKey()
    await join(token, key)
    const { challenge } = await scene.caller.account.beginSigningIn({})
    const secret = cookieOf().split('=')[1]!
    const tables = [
      'invitation',
      'staff_session',
      'passkey_challenge',
      'passkey',
      'audit_entry',
      'staff_member',
    ]
    for (const table of tables) {
      const all = JSON.stringify(
        (await scene.database.asOwner(`select t::text from ${table} t`)).rows,
      )
      for (const word of [token, challenge, secret]) {
        expect(all).not.toContain(word)
        expect(all).not.toContain(Buffer.from(word, 'base64url').toString('hex'))
      }
    }
  })

  it('is not made for an address that is somebody’s', async () => {
    await join(await invite({ email: 'bo@example.nhs.uk' }))
    expect(
      await inviteStaff(scene.ctx, commandLine, {
        name: 'Other',
        email: 'BO@example.nhs.uk',
        roles: ['author'],
        everyConsultation: true,
      }),
    ).toEqual(refusal('email-taken'))
  })
})

describe('a passkey', () => {
  it('signs its owner in, each time under another session', async () => {
    const key = softKey()
    await join(await invite(), key)
    const first = cookieOf()
    scene.ctx.answered.clear()
    expect(await signIn(key)).toEqual({ ok: true, value: true })
    expect(cookieOf()).not.toBe(first)
    expect(await actorNow()).toMatchObject({ name: 'Bo Larch' })
  })

  it.each<[string, object]>([
    ['for another website', { origin: 'http://evil.invalid' }],
    ['for another port of another name', { origin: 'http://localhost.evil.invalid:3000' }],
    ['for an address that only looks like this machine', { origin: 'https://localhost' }],
    ['for another site id', { siteId: 'evil.invalid' }],
    ['without anybody there', { verified: false }],
    ['to a challenge that was never made', { challenge: 'x'.repeat(43) }],
  ])('is not taken %s', async (_, changes) => {
    const key = softKey()
    await join(await invite(), key)
    scene.ctx.answered.clear()
    expect(await signIn(key, changes)).toEqual(refusal('passkey-not-accepted'))
    expect(scene.ctx.answered.size).toBe(0)
  })

  it('is not taken twice for one answer, nor 5 minutes late, nor for another purpose (R26, R32)', async () => {
    const key = softKey()
    const token = await invite()
    await join(token, key)
    const { challenge } = await scene.caller.account.beginSigningIn({})
    const answer = key.signIn({ challenge })
    expect(await scene.caller.account.finishSigningIn(answer)).toMatchObject({ ok: true })
    expect(await scene.caller.account.finishSigningIn(answer)).toEqual(
      refusal('passkey-not-accepted'),
    )
    const late = (await scene.caller.account.beginSigningIn({})).challenge
    scene.ctx.setClock(after(5 * 60_000))
    expect(await scene.caller.account.finishSigningIn(key.signIn({ challenge: late }))).toEqual(
      refusal('passkey-not-accepted'),
    )
    scene.ctx.setClock(whileOpen)
    const begun = await scene.caller.account.beginJoining({ token: await invite(), name: '' })
    const forJoining = begun.ok ? begun.value.challenge : ''
    expect(
      await scene.caller.account.finishSigningIn(key.signIn({ challenge: forJoining })),
    ).toEqual(refusal('passkey-not-accepted'))
  })

  it('is refused alike when it is unknown, wrong, or somebody’s who is suspended (S24)', async () => {
    const key = softKey()
    await join(await invite(), key)
    await scene.database.asOwner("update staff_member set suspended_at = '2027-01-01'")
    const answers = [await signIn(softKey()), await signIn(key)]
    expect(answers).toEqual([refusal('passkey-not-accepted'), refusal('passkey-not-accepted')])
  })

  it('whose signature is another’s is refused', async () => {
    const [key, other] = [softKey(), softKey()]
    await join(await invite(), key)
    const { challenge } = await scene.caller.account.beginSigningIn({})
    const forged = { ...other.signIn({ challenge }), id: key.signIn({ challenge }).id }
    expect(await scene.caller.account.finishSigningIn(forged)).toEqual(
      refusal('passkey-not-accepted'),
    )
  })

  it('is made for the configured website where there is one', async () => {
    const edge = { ...scene.ctx.edge, publicOrigin: 'https://takepart.example.nhs.uk' }
    const caller = callerFor({ ...scene.ctx, edge })
    expect(await caller.account.beginSigningIn({})).toMatchObject({
      siteId: 'takepart.example.nhs.uk',
    })
    const token = await invite()
    const begun = await caller.account.beginJoining({ token, name: '' })
    const challenge = begun.ok ? begun.value.challenge : ''
    const here = { token, challenge, siteId: 'takepart.example.nhs.uk' }
    expect(
      await caller.account.finishJoining(
        softKey().join({ ...here, origin: 'http://localhost:3000' }),
      ),
    ).toEqual(refusal('passkey-not-accepted'))
    const again = await caller.account.beginJoining({ token, name: '' })
    const now = again.ok ? again.value.challenge : ''
    expect(
      await caller.account.finishJoining(
        softKey().join({ ...here, challenge: now, origin: 'https://takepart.example.nhs.uk' }),
      ),
    ).toEqual({ ok: true, value: true })
  })

  it('that is lost is replaced by another administrator’s link, which ends keys, sessions and older links', async () => {
    const lost = softKey()
    await join(await invite(), lost)
    const before = cookieOf()
    const bo = await actorNow()
    const staffId = bo.kind === 'staff' ? bo.staffId : ''
    const admin = await signInStaff(scene.database, { roles: ['administrator'] })
    const asAdmin = callerFor({ ...scene.ctx, actor: admin.actor })
    const [older, link] = [
      await asAdmin.account.replacePasskey({ staffId }),
      await asAdmin.account.replacePasskey({ staffId }),
    ]
    const tokenOf = (made: typeof link) => (made.ok ? made.value.path.split('/').at(-1)! : '')
    expect(await join(tokenOf(older))).toEqual(refusal('link-not-usable'))
    expect(await resolveActor(scene.ctx, before)).toMatchObject({ kind: 'staff' })
    const found = softKey()
    expect(await join(tokenOf(link), found)).toEqual({ ok: true, value: true })
    expect(await resolveActor(scene.ctx, before)).toEqual(nobody)
    expect(await signIn(lost)).toEqual(refusal('passkey-not-accepted'))
    expect(await signIn(found)).toEqual({ ok: true, value: true })
    expect(await actorNow()).toMatchObject({ staffId, roles: ['author'] })
    await expect(
      asAdmin.account.replacePasskey({ staffId: admin.actor.staffId }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('a session', () => {
  it('is a cookie that only this host gets, over a secure connection, and no script reads (S22)', async () => {
    await join(await invite())
    expect(scene.ctx.answered.get('set-cookie')).toMatch(
      /^__Host-takepart-staff=[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    )
  })

  it('is not the one that was planted beforehand', async () => {
    const planted = `__Host-takepart-staff=${'x'.repeat(43)}`
    await join(await invite())
    expect(cookieOf()).not.toBe(planted)
    expect(await resolveActor(scene.ctx, planted)).toEqual(nobody)
  })

  it('ends after 30 minutes of nothing, and 12 hours whatever happens', async () => {
    const { cookie } = await signInStaff(scene.database)
    const at = async (milliseconds: number) => {
      scene.ctx.setClock(after(milliseconds))
      return (await resolveActor(scene.ctx, cookie)).kind
    }
    for (let time = 0; time < longestSessionMs; time += longestIdleMs - 60_000)
      expect(await at(time)).toBe('staff')
    expect(await at(longestSessionMs)).toBe('nobody')
    const other = await signInStaff(scene.database)
    scene.ctx.setClock(after(longestIdleMs))
    expect(await resolveActor(scene.ctx, other.cookie)).toEqual(nobody)
  })

  it('that has ended stays ended when the clock goes back (F25)', async () => {
    const { cookie } = await signInStaff(scene.database)
    scene.ctx.setClock(after(longestIdleMs))
    expect(await resolveActor(scene.ctx, cookie)).toEqual(nobody)
    scene.ctx.setClock(after(0))
    expect(await resolveActor(scene.ctx, cookie)).toEqual(nobody)
  })

  it.each([
    undefined,
    '',
    'x=y',
    '__Host-takepart-staff=',
    '__Host-takepart-staff=short',
    `__Host-takepart-staff=${'x'.repeat(43)}`,
    `takepart-staff=${'x'.repeat(43)}`,
    `__Host-takepart-staff=${'%'.repeat(43)}`,
  ])('is nobody’s for the cookies %s', async (cookies) => {
    expect(await resolveActor(scene.ctx, cookies)).toEqual(nobody)
  })

  it('is nobody’s when its cookie is there twice', async () => {
    const { cookie } = await signInStaff(scene.database)
    expect(await resolveActor(scene.ctx, `a=b; ${cookie}`)).toMatchObject({ kind: 'staff' })
    expect(await resolveActor(scene.ctx, `${cookie}; ${cookie}`)).toEqual(nobody)
  })

  it('ends by signing out, which leaves nothing in the browser (S47)', async () => {
    const { actor, cookie } = await signInStaff(scene.database)
    const app = await callApp({
      database: scene.database,
      resolveActor: (cookies) => resolveActor(scene.ctx, cookies),
    })
    const reply = await app.inject(callOf('account.signOut', {}, { cookie }))
    await app.close()
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['clear-site-data']).toBe('"cache", "storage"')
    expect(reply.headers['set-cookie']).toMatch(/^__Host-takepart-staff=; Max-Age=0;/)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(await resolveActor(scene.ctx, cookie)).toEqual(nobody)
    const { rows } = await scene.database.asOwner(
      `select verb, thing from audit_entry where actor = 'staff:${actor.staffId}' order by number`,
    )
    expect(rows).toEqual([{ verb: 'session.end', thing: `session:${actor.sessionId}` }])
  })

  it('is ended from another, of one’s own and nobody else’s', async () => {
    const [mine, theirs] = [await signInStaff(scene.database), await signInStaff(scene.database)]
    const caller = callerFor({ ...scene.ctx, actor: mine.actor })
    await caller.account.endSession({ sessionId: theirs.actor.sessionId })
    expect(await resolveActor(scene.ctx, theirs.cookie)).toMatchObject({ kind: 'staff' })
    await caller.account.endSession({ sessionId: mine.actor.sessionId })
    expect(await resolveActor(scene.ctx, mine.cookie)).toEqual(nobody)
  })
})

describe('an administrator', () => {
  const two = async () => {
    const admin = await signInStaff(scene.database, { roles: ['administrator'] })
    const bo = await signInStaff(scene.database, { roles: ['author'], name: 'Bo Larch' })
    return { admin, bo, caller: callerFor({ ...scene.ctx, actor: admin.actor }).account }
  }

  it('changes a colleague’s roles, whose sessions end', async () => {
    const { bo, caller } = await two()
    const change = { staffId: bo.actor.staffId, everyConsultation: false, consultations: [] }
    expect(await caller.changeRoles({ ...change, roles: ['publisher', 'analyst'] })).toEqual({
      ok: true,
      value: true,
    })
    expect(await resolveActor(scene.ctx, bo.cookie)).toEqual(nobody)
    const { rows } = await scene.database.asOwner(
      `select roles::text, every_consultation from staff_member where id = '${bo.actor.staffId}'`,
    )
    expect(rows).toEqual([{ roles: '{analyst,publisher}', every_consultation: false }])
    expect(await caller.changeRoles({ ...change, roles: [] })).toEqual(refusal('roles-missing'))
  })

  it('suspends a colleague at once, and lets them in again (S23)', async () => {
    const { bo, caller } = await two()
    const told: string[] = []
    const hearing = scene.database.hear(
      'staff_session_ended',
      (payload) => payload && told.push(payload),
    )
    for (let waited = 0; waited < 100 && !hearing.hears(); waited += 1)
      await new Promise((done) => setTimeout(done, 20))
    expect(await caller.suspend({ staffId: bo.actor.staffId })).toEqual({ ok: true, value: true })
    expect(await resolveActor(scene.ctx, bo.cookie)).toEqual(nobody)
    for (let waited = 0; waited < 100 && told.length === 0; waited += 1)
      await new Promise((done) => setTimeout(done, 20))
    expect(told).toEqual([bo.actor.sessionId])
    await hearing.stop()
    expect(await caller.readmit({ staffId: bo.actor.staffId })).toEqual({ ok: true, value: true })
    const { rows } = await scene.database.asOwner(
      `select suspended_at from staff_member where id = '${bo.actor.staffId}'`,
    )
    expect(rows).toEqual([{ suspended_at: null }])
  })

  it('changes nothing of their own', async () => {
    const { admin, caller } = await two()
    const { staffId } = admin.actor
    const change = {
      staffId,
      roles: ['author' as const],
      everyConsultation: true,
      consultations: [],
    }
    const acts = [
      () => caller.changeRoles(change),
      () => caller.suspend({ staffId }),
      () => caller.readmit({ staffId }),
    ]
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('cannot take the last administrator away, also when two do it to each other at once', async () => {
    const [one, other] = [
      await signInStaff(scene.database, { roles: ['administrator'] }),
      await signInStaff(scene.database, { roles: ['administrator'] }),
    ]
    const results = await Promise.allSettled(
      [
        [one, other],
        [other, one],
      ].map(([actor, whom]) =>
        callerFor({ ...scene.ctx, actor: actor!.actor }).account.suspend({
          staffId: whom!.actor.staffId,
        }),
      ),
    )
    const { rows } = await scene.database.asOwner(
      'select from staff_member where suspended_at is null',
    )
    expect(rows).toHaveLength(1)
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  })

  it('is told of somebody who is not there', async () => {
    const { caller } = await two()
    const staffId = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
    expect(await caller.suspend({ staffId })).toEqual(refusal('staff-unknown'))
    expect(await caller.replacePasskey({ staffId })).toEqual(refusal('staff-unknown'))
  })
})
