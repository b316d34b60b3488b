import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whileOpen } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { recordAct, type Act, type AuditActor } from './audit.queries.ts'
import { verifyAudit, type AuditHead } from './verify-audit.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const job: AuditActor = { kind: 'job', name: 'publish-at-time' }
const act = (verb = 'consultation.publish', more: Partial<Act> = {}) => ({
  at: whileOpen,
  verb,
  thing: { kind: 'consultation', id: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11' },
  ...more,
})
const write = async (count: number): Promise<void> => {
  for (let one = 0; one < count; one += 1) await recordAct(database.calls, job, act())
}

/** As somebody would who may do everything on the database: rows cannot be changed any other way. */
const tamper = (statement: string) =>
  database.asOwner(`set session_replication_role = replica; ${statement}`)

describe('recordAct', () => {
  it('numbers entries one after the other, each with the hash of the one before it', async () => {
    await write(3)
    const { rows } = await database.asOwner(
      `select number::int, actor, verb, thing, detail, encode(previous_hash, 'hex') as before, encode(hash, 'hex') as hash
       from audit_entry order by number`,
    )
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(rows[0]).toMatchObject({
      actor: 'job:publish-at-time',
      verb: 'consultation.publish',
      thing: 'consultation:0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11',
      detail: '',
      before: '0'.repeat(64),
    })
    expect([rows[1].before, rows[2].before]).toEqual([rows[0].hash, rows[1].hash])
  })

  it('has no gaps and no forks when 20 write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => recordAct(database.calls, job, act())))
    expect(await verifyAudit(database.calls)).toMatchObject({ outcome: 'whole' })
  })

  it('goes with its transaction', async () => {
    const before = await verifyAudit(database.calls)
    await expect(
      database.calls.transaction().execute(async (trx) => {
        await recordAct(trx, job, act())
        throw new Error('not done after all')
      }),
    ).rejects.toThrow('not done after all')
    expect(await verifyAudit(database.calls)).toEqual(before)
  })

  it('names who did it', async () => {
    const { actor } = await signInStaff(database)
    for (const one of [actor, { kind: 'nobody' }, { kind: 'command-line' }, job] as const)
      await recordAct(database.calls, one, act())
    const { rows } = await database.asOwner(
      'select actor from audit_entry order by number desc limit 4',
    )
    expect(rows.map((row) => row.actor).toReversed()).toEqual([
      `staff:${actor.staffId}`,
      'nobody',
      'command-line',
      'job:publish-at-time',
    ])
  })

  it.each<[string, Partial<Act>]>([
    ['words in place of an id', { thing: { kind: 'response', id: 'I waited for weeks' } }],
    ['a line end, which would give a line two readings', { detail: 'author\n7' }],
    ['words in place of names from a list', { detail: 'I waited for WEEKS' }],
    ['a detail that is long', { detail: 'a'.repeat(201) }],
    ['a verb that is none', { verb: 'publish' }],
  ])('refuses %s', async (_, more) => {
    await expect(recordAct(database.calls, job, act(undefined, more))).rejects.toMatchObject({
      code: '23514',
    })
  })
})

describe('the audit log', () => {
  it.each([
    ["update audit_entry set verb = 'a.b'"],
    ['delete from audit_entry'],
    ['truncate audit_entry'],
  ])('refuses the role of the application: %s', async (statement) => {
    const { connection } = database
    await expect(
      database.asOwner(`set role ${connection.user}; ${statement}`),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it.each([
    "update audit_entry set verb = 'a.b'",
    'delete from audit_entry',
    'truncate audit_entry',
  ])('refuses the owner of the server too, who is asked twice: %s', async (statement) => {
    await expect(database.asOwner(statement)).rejects.toMatchObject({ code: '23001' })
  })
})

describe('verifyAudit', () => {
  const changes: readonly (readonly [string, string, object])[] = [
    [
      'an entry that was edited',
      "update audit_entry set detail = 'x' where number = 4",
      { number: 4, why: 'altered' },
    ],
    [
      'an edited time',
      "update audit_entry set at = at + interval '1 microsecond' where number = 4",
      { number: 4, why: 'altered' },
    ],
    [
      'an entry that was taken out',
      'delete from audit_entry where number = 4',
      { number: 4, why: 'number-missing' },
    ],
    [
      'the first taken off',
      'delete from audit_entry where number = 1',
      { number: 1, why: 'number-missing' },
    ],
    [
      'two that changed places',
      'update audit_entry set number = 99 where number = 4; update audit_entry set number = 4 where number = 5; update audit_entry set number = 5 where number = 99',
      { number: 4, why: 'does-not-follow' },
    ],
    [
      'an entry edited with its hash made anew',
      "update audit_entry set hash = sha256('x') where number = 4",
      { number: 4, why: 'altered' },
    ],
  ]

  it.each(changes)('names %s', async (_, statement, found) => {
    const own = await createTestDatabase()
    for (let one = 0; one < 8; one += 1) await recordAct(own.calls, job, act())
    expect(await verifyAudit(own.calls)).toMatchObject({ outcome: 'whole', head: { number: 8 } })
    await own.asOwner(`set session_replication_role = replica; ${statement}`)
    expect(await verifyAudit(own.calls)).toEqual({ outcome: 'changed', ...found })
    await own.close()
  })

  it('finds that the end was taken off, and that it was written anew, by what was noted outside', async () => {
    const head = async (): Promise<AuditHead> => {
      const verdict = await verifyAudit(database.calls)
      return verdict.outcome === 'whole' ? verdict.head : { number: 0, hash: '' }
    }
    await write(2)
    const noted = await head()
    expect(await verifyAudit(database.calls, { noted: [noted] })).toMatchObject({
      outcome: 'whole',
    })
    await tamper(`delete from audit_entry where number = ${noted.number}`)
    expect(await verifyAudit(database.calls)).toMatchObject({ outcome: 'whole' })
    expect(await verifyAudit(database.calls, { noted: [noted] })).toEqual({
      outcome: 'changed',
      number: noted.number,
      why: 'cut-short',
    })
    await recordAct(database.calls, job, act('consultation.retract'))
    expect(await verifyAudit(database.calls, { noted: [noted] })).toEqual({
      outcome: 'changed',
      number: noted.number,
      why: 'differs-from-noted',
    })
  })

  it('is content with a log that is empty, and reads more than 1,000 entries', async () => {
    const own = await createTestDatabase()
    expect(await verifyAudit(own.calls)).toEqual({
      outcome: 'whole',
      head: { number: 0, hash: '0'.repeat(64) },
    })
    await own.asOwner(
      `insert into audit_entry (at, actor, verb, thing, detail)
       select now(), 'nobody', 'a.b', 'x:' || n, '' from generate_series(1, 1005) n`,
    )
    expect(await verifyAudit(own.calls)).toMatchObject({ outcome: 'whole', head: { number: 1005 } })
    await own.close()
  })
})
