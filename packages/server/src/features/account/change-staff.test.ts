import { randomUUID } from 'node:crypto'
import type { Role } from '@takepart/shared/domain/account/role'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { smallConsultation } from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { signInStaff, type SignedIn } from '../../test-support/staff.ts'
import { callerFor } from '../../test-support/test-context.ts'
import { resolveActor } from './session/resolve-actor.ts'
import { insertStaffMember } from './staff.queries.ts'
import { listTeamChoices } from './team.queries.ts'

const scene = setScene()
let consultation = ''
beforeAll(async () => {
  consultation = (await listTeamChoices(scene.database.calls))[0]?.id ?? ''
})

beforeEach(async () => {
  const tables = ['consultation_team', 'staff_session', 'passkey', 'invitation', 'staff_member']
  await scene.database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
})

const refusal = (code: string) => ({ ok: false, problems: [{ code }] })
const done = { ok: true, value: true }
const callerOf = ({ actor }: SignedIn) => callerFor({ ...scene.ctx, actor }).account

const twoAtDesk = async (theirRoles: readonly Role[] = ['author']) => {
  const admin = await signInStaff(scene.database, { roles: ['administrator'] })
  const bo = await signInStaff(scene.database, { roles: theirRoles, name: 'Bo Larch', teams: [] })
  return { admin, bo, account: callerOf(admin) }
}

const change = ({ actor }: SignedIn, changes: object = {}) => ({
  staffId: actor.staffId,
  roles: [...actor.roles],
  everyConsultation: false,
  consultations: [] as string[],
  ...changes,
})

const actsAbout = async (text: string) => {
  const { rows } = await scene.database.asOwner(
    `select verb, thing, detail from audit_entry where thing like '%${text}' or detail = '${text}' order by number`,
  )
  return rows
}

describe('putting a colleague on the team of a consultation', () => {
  it('lets them work on it and on no other, after they have signed in again', async () => {
    const { bo, account } = await twoAtDesk()
    expect(await account.changeRoles(change(bo, { consultations: [consultation] }))).toEqual(done)
    expect((await resolveActor(scene.ctx, bo.cookie)).kind).toBe('nobody')
    const { rows } = await scene.database.asOwner('select * from consultation_team')
    expect(rows).toEqual([{ staff_id: bo.actor.staffId, consultation_id: consultation }])
    expect(await actsAbout(bo.actor.staffId)).toEqual([
      {
        verb: 'staff.join-team',
        thing: `consultation:${consultation}`,
        detail: bo.actor.staffId,
      },
    ])
  })

  it('takes them off again, and says so in the audit log', async () => {
    const { bo, account } = await twoAtDesk()
    await account.changeRoles(change(bo, { consultations: [consultation] }))
    await account.changeRoles(change(bo))
    const { rows } = await scene.database.asOwner('select * from consultation_team')
    expect(rows).toEqual([])
    expect((await actsAbout(bo.actor.staffId)).map(({ verb }) => verb)).toEqual([
      'staff.join-team',
      'staff.leave-team',
    ])
  })

  it('leaves out what is no consultation', async () => {
    const { bo, account } = await twoAtDesk()
    const consultations = [randomUUID(), consultation]
    expect(await account.changeRoles(change(bo, { consultations }))).toEqual(done)
    const { rows } = await scene.database.asOwner('select consultation_id from consultation_team')
    expect(rows).toEqual([{ consultation_id: consultation }])
  })

  it('offers every consultation by its title', async () => {
    expect(await listTeamChoices(scene.database.calls)).toEqual([
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), title: smallConsultation().title },
    ])
  })
})

describe('saving what a colleague may do', () => {
  it('ends no session and notes no act where nothing changes', async () => {
    const { bo, account } = await twoAtDesk()
    expect(await account.changeRoles(change(bo))).toEqual(done)
    expect((await resolveActor(scene.ctx, bo.cookie)).kind).toBe('staff')
    expect(await actsAbout(bo.actor.staffId)).toEqual([])
  })

  it('notes roles and extent when they change', async () => {
    const { bo, account } = await twoAtDesk()
    await account.changeRoles(
      change(bo, { roles: ['publisher', 'author'], everyConsultation: true }),
    )
    expect(await actsAbout(bo.actor.staffId)).toEqual([
      {
        verb: 'staff.change-roles',
        thing: `staff:${bo.actor.staffId}`,
        detail: 'author,publisher every',
      },
    ])
  })

  it('leaves the roles alone that the identity provider decides, and changes the teams', async () => {
    const { account } = await twoAtDesk()
    const staffId = randomUUID()
    await insertStaffMember(scene.database.calls, {
      id: staffId,
      name: 'Cy Rowan',
      email: null,
      roles: ['analyst'],
      everyConsultation: true,
      joinedAt: scene.ctx.now(),
      provider: { issuer: 'https://id.example', subject: 'cy' },
    })
    const wanted = { staffId, roles: [], everyConsultation: false, consultations: [consultation] }
    expect(await account.changeRoles(wanted)).toEqual(done)
    const { rows } = await scene.database.asOwner(
      `select roles::text, every_consultation from staff_member where id = '${staffId}'`,
    )
    expect(rows).toEqual([{ roles: '{analyst}', every_consultation: false }])
    expect(await account.replacePasskey({ staffId })).toEqual(refusal('comes-by-provider'))
  })
})

describe('the last administrator', () => {
  it('keeps the role and the way in when somebody asks who was one a moment ago', async () => {
    const [one, other] = [
      await signInStaff(scene.database, { roles: ['administrator'] }),
      await signInStaff(scene.database, { roles: ['administrator'], name: 'Bo Larch' }),
    ]
    expect(await callerOf(one).changeRoles(change(other, { roles: ['author'] }))).toEqual(done)
    await expect(callerOf(other).suspend({ staffId: one.actor.staffId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('is there after any number of administrators have shut each other out at once', async () => {
    const everybody = await Promise.all(
      Array.from({ length: 5 }, () => signInStaff(scene.database, { roles: ['administrator'] })),
    )
    const results = await Promise.allSettled(
      everybody.flatMap((one) =>
        everybody
          .filter((other) => other !== one)
          .map((other) =>
            one.actor.staffId < other.actor.staffId
              ? callerOf(one).suspend({ staffId: other.actor.staffId })
              : callerOf(one).changeRoles(change(other, { roles: ['author'] })),
          ),
      ),
    )
    const { rows } = await scene.database.asOwner(
      `select id from staff_member where suspended_at is null and 'administrator' = any(roles)`,
    )
    expect(rows).toHaveLength(1)
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code?: string }).code] : [],
    )
    expect(new Set(reasons)).toEqual(new Set(['FORBIDDEN']))
  })

  it.each([
    `update staff_member set roles = '{author}'`,
    `update staff_member set roles = '{}'`,
    `update staff_member set suspended_at = now()`,
  ])('is kept by the database itself: %s', async (statement) => {
    await signInStaff(scene.database, { roles: ['administrator'] })
    await expect(scene.database.asOwner(statement)).rejects.toThrow(
      'the desk would have no administrator',
    )
    await signInStaff(scene.database, { roles: ['administrator'], name: 'Bo Larch' })
    await scene.database.asOwner(`${statement} where name = 'Bo Larch'`)
  })

  it('may lose the role to the identity provider that gave it', async () => {
    await insertStaffMember(scene.database.calls, {
      id: randomUUID(),
      name: 'Cy Rowan',
      email: null,
      roles: ['administrator'],
      everyConsultation: true,
      joinedAt: scene.ctx.now(),
      provider: { issuer: 'https://id.example', subject: 'cy' },
    })
    const { rowCount } = await scene.database.asOwner(`update staff_member set roles = '{}'`)
    expect(rowCount).toBe(1)
  })
})

describe('suspending', () => {
  it('does nothing and notes nothing when it was done already, and so with letting in again', async () => {
    const { bo, account } = await twoAtDesk()
    const whom = { staffId: bo.actor.staffId }
    for (const act of [account.suspend, account.suspend, account.readmit, account.readmit])
      expect(await act(whom)).toEqual(done)
    expect((await actsAbout(bo.actor.staffId)).map(({ verb }) => verb)).toEqual([
      'staff.suspend',
      'staff.readmit',
    ])
  })
})
