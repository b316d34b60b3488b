import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallContext } from './context.ts'
import { testContext } from './test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from './test-support/test-database.ts'
import { createCallerFactory, procedureWith, router, staffProcedureWith } from './trpc.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const staff: StaffActor = {
  kind: 'staff',
  staffId: 'b6b1a5c2-0000-4000-8000-000000000001',
  name: 'A moderator',
  roles: ['moderator'],
  sessionId: 's1',
  teams: [],
}

const limiterOf = (taken: string[], wait = 0): CallContext['limiter'] => ({
  take: (limit, subject) => (taken.push(`${limit} of ${subject}`), wait),
  giveBack: (limit, subject) => void taken.push(`back ${limit} of ${subject}`),
  exchange: async () => undefined,
  size: () => 0,
})

const tries = router({
  open: procedureWith({
    who: 'anyone',
    limits: ['submits'],
    whenUsedUp: 'retry-later',
  }).query(({ ctx }) => ctx.actor.kind),
  own: procedureWith({
    who: 'code-holder',
    limits: ['code-tries-of-network', { limit: 'code-tries', about: (input) => String(input) }],
    whenUsedUp: 'say-so',
    wasWrongCode: (answer) => answer === 'wrong',
  })
    .input((input) => input as string)
    .query(({ ctx, input }) => (input === 'actor' ? ctx.actor.kind : input)),
  desk: staffProcedureWith({
    who: 'staff',
    action: 'moderation.decide',
    limits: ['submits'],
    whenUsedUp: 'retry-later',
  }).query(({ ctx }) => ctx.actor.name),
})

function callerAs(actor: Actor, changes: Partial<CallContext> = {}) {
  return createCallerFactory(tries)(testContext(database, { actor, ...changes }))
}

describe('a policy for staff', () => {
  it('lets in a member of staff who may', async () => {
    expect(await callerAs(staff).desk()).toBe('A moderator')
  })

  it.each<Actor>([nobody, { kind: 'code-holder' }, { kind: 'job', name: 'erase' }])(
    'asks $kind to sign in',
    async (actor) => {
      await expect(callerAs(actor).desk()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    },
  )

  it('refuses staff who may not, before anything is spent', async () => {
    const taken: string[] = []
    await expect(
      callerAs({ ...staff, roles: ['analyst'] }, { limiter: limiterOf(taken) }).desk(),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(taken).toEqual([])
  })

  it('counts the person and not the network, which a whole hospital shares', async () => {
    const taken: string[] = []
    await callerAs(staff, { limiter: limiterOf(taken) }).desk()
    expect(taken).toEqual([`submits of staff ${staff.staffId}`])
  })
})

describe('a policy for code holders', () => {
  it('forgets who somebody is otherwise', async () => {
    expect(await callerAs(staff).own('actor')).toBe('code-holder')
  })

  it('spends from the network before what the call is about, and gives back what was not a wrong code', async () => {
    const taken: string[] = []
    const limiter = limiterOf(taken)
    await callerAs(nobody, { limiter }).own('wrong')
    expect(taken).toEqual([
      'code-tries-of-network of 192.0.2.0/24',
      'code-tries of 192.0.2.0/24 wrong',
    ])
    taken.length = 0
    await callerAs(nobody, { limiter }).own('right')
    expect(taken.slice(2)).toEqual([
      'back code-tries-of-network of 192.0.2.0/24',
      'back code-tries of 192.0.2.0/24 right',
    ])
  })
})

describe('a policy for anyone', () => {
  it('lets in everybody', async () => {
    expect(await callerAs(nobody).open()).toBe('nobody')
    expect(await callerAs(staff).open()).toBe('staff')
  })

  it('asks to come back later when the limit is used up', async () => {
    await expect(callerAs(nobody, { limiter: limiterOf([], 30) }).open()).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      cause: { seconds: 30 },
    })
  })
})
