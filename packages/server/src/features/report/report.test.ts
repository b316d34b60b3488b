import type { Actor, StaffActor } from '@takepart/shared/domain/account/actor'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { emptyPoint, type OutcomeDraft } from '@takepart/shared/domain/report/outcome-draft'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import {
  analyst,
  consultationIn,
  howAnswer,
  storeResponse,
} from '../analysis/test-support/analysed.ts'
import { allVersions } from '../consultation/consultation.queries.ts'
import { findOutcome } from './outcome.queries.ts'
import { promisesWaiting } from './promises-waiting.ts'

const afterClosing = new Date('2027-03-10T10:00:00Z')
const ros = analyst()
const kit = analyst({
  staffId: '22222222-2222-4222-8222-222222222222',
  name: 'Kit Osei',
  roles: ['publisher'],
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const as = (actor: Actor, now = afterClosing) =>
  callerFor(testContext(database, { actor, now: () => now })).report

/** Forty people answered, two of them with something that few chose. */
async function answered(): Promise<Consultation> {
  const consultation = await consultationIn(database)
  for (let index = 0; index < 40; index += 1)
    await storeResponse(database, consultation, howAnswer(index < 38 ? 'bus' : 'car'))
  return consultation
}

const written: OutcomeDraft = {
  summary: 'The bus comes every hour from April.',
  weAsked: 'How do you come to us?',
  points: [
    {
      ...emptyPoint('p1'),
      title: 'The bus',
      youSaid: 'All but a few of 40 people come by bus.',
      tables: ['how'],
      did: 'this',
      weDid: 'We pay for a bus every hour.',
    },
  ],
  next: '',
  elsewhere: [],
}

async function readyToSign(): Promise<Consultation> {
  const consultation = await answered()
  const of = { consultationId: consultation.id }
  await as(ros).save({ ...of, seen: 0, document: written })
  await as(ros).freeze(of)
  expect(await as(ros).ask(of)).toMatchObject({ ok: true })
  return consultation
}

const newest = async ({ id }: Consultation) =>
  (await allVersions(database.calls, id)).at(-1)?.consultation

describe('an outcome', () => {
  it('is written, frozen, signed by a second person and published as the next version', async () => {
    const consultation = await readyToSign()
    const of = { consultationId: consultation.id }
    expect(await as({ ...ros, roles: ['publisher', 'analyst'] }).conclude(of)).toEqual({
      ok: false,
      problem: 'own-request',
    })
    expect((await newest(consultation))?.outcome).toBeUndefined()
    expect(await as(kit).conclude(of)).toMatchObject({ ok: true })
    const outcome = (await newest(consultation))?.outcome
    expect(outcome).toMatchObject({
      publishedOn: '2027-03-10',
      responses: 40,
      points: [{ title: 'The bus', weDid: [{ text: '**We did this.**' }, {}] }],
    })
    const [table] = outcome?.results ?? []
    expect(table?.rows.map(({ count }) => count)).toEqual([expect.anything(), 'small', 0])
    const { rows } = await sql<{ counts: object }>`
      select counts from published_tables where consultation_id = ${consultation.id}`.execute(
      database.calls,
    )
    expect(rows).toHaveLength(1)
    expect(await as(kit).conclude(of)).toEqual({ ok: false, problem: 'not-asked' })
    await expect(
      database.asOwner(
        `update outcome set revision = 99 where consultation_id = '${consultation.id}'`,
      ),
    ).rejects.toMatchObject({ code: '23001' })
  })

  it('does not change when somebody withdraws after freezing', async () => {
    const consultation = await readyToSign()
    await sql`update response set state = 'withdrawn', answers = null, content_hash = null, first_hash = null
      where id in (select id from response where consultation_id = ${consultation.id} limit 5)`.execute(
      database.calls,
    )
    await as(kit).conclude({ consultationId: consultation.id })
    expect((await newest(consultation))?.outcome?.responses).toBe(40)
  })

  it('takes the request back when anything is written after it', async () => {
    const consultation = await readyToSign()
    const of = { consultationId: consultation.id }
    const stored = await findOutcome(database.calls, consultation.id)
    await as(ros).save({
      ...of,
      seen: stored?.revision ?? 0,
      document: { ...written, summary: 'Something else.' },
    })
    expect(await as(kit).conclude(of)).toEqual({ ok: false, problem: 'not-asked' })
  })

  it('tells the second of two people who write at once, and keeps what the first wrote', async () => {
    const { id: consultationId } = await answered()
    const save = (summary: string, seen: number) =>
      as(ros).save({ consultationId, seen, document: { ...written, summary } })
    const results = await Promise.all([save('One', 0), save('Other', 0)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results).toContainEqual({ ok: false, problem: 'changed-since' })
    expect(await save('Third', 1)).toEqual({ ok: true, revision: 2 })
    expect(await save('Late', 1)).toEqual({ ok: false, problem: 'changed-since' })
  })

  it('is not asked about while a number is not in the results, or a late response waits', async () => {
    const consultation = await answered()
    const of = { consultationId: consultation.id }
    const slip = written.points.map((point) => ({ ...point, youSaid: 'Nearly 50 people.' }))
    await as(ros).save({ ...of, seen: 0, document: { ...written, points: slip } })
    expect(await as(ros).ask(of)).toEqual({ ok: false, problem: 'not-ready' })
    await as(ros).freeze(of)
    expect(await as(ros).ask(of)).toEqual({ ok: false, problem: 'not-ready' })
    await as(ros).save({
      ...of,
      seen: 2,
      document: { ...written, points: slip, elsewhere: ['50'] },
    })
    expect(await as(ros).ask(of)).toMatchObject({ ok: true })
    await storeResponse(database, consultation, howAnswer('bus'), {
      late: true,
      receivedAt: '2027-06-01T09:00:00Z',
    })
    expect(await as(kit).conclude(of)).toEqual({ ok: false, problem: 'not-ready' })
  })

  it('is sent back with what has to be put right', async () => {
    const consultation = await readyToSign()
    const of = { consultationId: consultation.id }
    expect(await as(kit).sendBack({ ...of, note: ' ' })).toEqual({
      ok: false,
      problem: 'note-missing',
    })
    await as(kit).sendBack({ ...of, note: 'Say when.' })
    expect(await findOutcome(database.calls, consultation.id)).toMatchObject({
      state: 'writing',
      sentBackNote: 'Say when.',
    })
  })

  it('cannot be frozen before closing', async () => {
    const { id: consultationId } = await answered()
    expect(await as(ros, new Date('2027-02-01T10:00:00Z')).freeze({ consultationId })).toEqual({
      ok: false,
      problem: 'not-ready',
    })
  })

  it('is not for people of another team', async () => {
    const { id: consultationId } = await answered()
    const other: StaffActor = { ...ros, teams: [] }
    await expect(
      as(other).save({ consultationId, seen: 0, document: written }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(as({ ...kit, teams: [] }).conclude({ consultationId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('a promise', () => {
  const missed = new Date('2028-01-10T10:00:00Z')

  it('is counted down at the desk, and leads to the page where it is kept', async () => {
    const consultation = await answered()
    const waiting = await promisesWaiting({
      db: database.calls,
      now: () => afterClosing,
      actor: { ...ros, teams: [consultation.id] },
    })
    expect(waiting).toEqual([
      expect.objectContaining({
        id: `promise-${consultation.id}`,
        href: `/desk/consultations/${consultation.id}/outcome`,
      }),
    ])
    const others = { db: database.calls, now: () => afterClosing, actor: { ...ros, teams: [] } }
    expect(await promisesWaiting(others)).toEqual([])
  })

  it('that is missed gets a reason and a new day, which everybody reads with the old one', async () => {
    const consultation = await answered()
    const late = { consultationId: consultation.id, reason: 'The board meets later.' }
    const publisher = as(kit, missed)
    expect(await publisher.sayLate({ ...late, by: '2028-01-09' })).toEqual({
      ok: false,
      problem: 'date-past',
    })
    expect(await publisher.sayLate({ ...late, reason: '', by: '2028-02-01' })).toEqual({
      ok: false,
      problem: 'note-missing',
    })
    expect(await publisher.sayLate({ ...late, by: '2028-02-01' })).toMatchObject({ ok: true })
    const said = await newest(consultation)
    expect(said?.promise.by).toBe('2028-02-01')
    expect(said?.changes?.at(-1)?.text).toMatch(/We promised .* The board meets later\. .*2028/)
  })
})
