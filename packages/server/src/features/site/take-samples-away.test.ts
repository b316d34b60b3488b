import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSamples } from '../../load-samples.ts'
import { piecesOf, sha256 } from '../../media/file-bytes.ts'
import { createTestApp } from '../../test-support/page-app.ts'
import { publish, sentResponse, smallConsultation } from '../../test-support/sample-response.ts'
import { letIn, publishRound, sentContribution } from '../../test-support/sample-round.ts'
import { whileRoundOpen } from '../../test-support/sample-round.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { callerFor, testContext, type TestContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { beginDraft, draftToWrite } from '../authoring/begin-draft.ts'
import { findDraft } from '../authoring/draft.queries.ts'
import { putDraftFile } from '../authoring/files/draft-file.queries.ts'
import { beginRound } from '../round/desk/begin-round.ts'
import { findRoundDraft } from '../round/desk/round-draft.queries.ts'
import { listSamples } from './samples.queries.ts'

const folder = join(import.meta.dirname, '../../../sample')
const sampleId = '5b0c2d1e-7f34-4a96-8c1b-2e9d40f7a613'
const now = new Date('2026-11-25T12:00:00Z')

let database: TestDatabase
let ctx: TestContext
beforeEach(async () => {
  database = await createTestDatabase()
  await loadSamples(database.calls, { folder, now })
  const { actor } = await signInStaff(database, { roles: ['administrator'], at: now })
  ctx = testContext(database, { actor })
})
afterEach(() => database.close())

const rowsOf = async (query: string) => (await database.asOwner(query)).rows
const count = async (table: string) =>
  (await rowsOf(`select count(*)::int as n from ${table}`))[0].n as number

/** Everything in the database of one consultation and one round, so that it can be held against what is there afterwards. */
const everythingOf = async (consultation: string, round: string) => ({
  consultation: await rowsOf(`select * from consultation where id = '${consultation}'`),
  versions: await rowsOf(
    `select * from consultation_version where consultation_id = '${consultation}'`,
  ),
  responses: await rowsOf(
    `select * from response where consultation_id = '${consultation}' order by id`,
  ),
  ledger: await rowsOf(
    `select * from response_ledger where consultation_id = '${consultation}' order by response_id`,
  ),
  round: await rowsOf(`select * from round where id = '${round}'`),
  contributions: await rowsOf(`select * from contribution where round_id = '${round}' order by id`),
  words: await rowsOf(
    `select w.* from contribution_words w join contribution c on c.id = w.contribution_id where c.round_id = '${round}' order by 1`,
  ),
  shown: await rowsOf(
    `select * from contribution_shown where round_id = '${round}' order by number`,
  ),
})

/** One real consultation with responses and one real round with contributions, the round in the process of the sample. */
async function somethingReal() {
  const real = smallConsultation()
  await publish(database.calls, real)
  const atDevice = callerFor(testContext(database))
  for (let sent = 0; sent < 3; sent += 1)
    expect(await atDevice.response.submit(sentResponse().input)).toMatchObject({ ok: true })
  const round = await publishRound(database, {
    moderation: 'before',
    process: { slug: 'nearer-help', number: 50 },
  })
  const talking = testContext(database)
  talking.setClock(whileRoundOpen)
  const said = sentContribution(round)
  expect(await callerFor(talking).round.contribute(said)).toMatchObject({ ok: true })
  await letIn(talking, said.contributionId)
  return { real, round }
}

describe('taking the samples away', () => {
  it('takes all that is of the sample and nothing that is real, and they do not come back', async () => {
    const { real, round } = await somethingReal()
    const before = await everythingOf(real.id, round.id)
    expect(before.responses).toHaveLength(3)
    expect(before.shown).toHaveLength(1)
    const held = await listSamples(database.calls)
    expect(held.consultations).toHaveLength(3)
    expect(held.rounds).toHaveLength(3)
    expect(held.rounds.every(({ said }) => said > 0)).toBe(true)

    expect(await callerFor(ctx).site.takeSamplesAway({ yes: true })).toBe(true)

    expect(await everythingOf(real.id, round.id)).toEqual(before)
    expect(await listSamples(database.calls)).toEqual({
      consultations: [],
      rounds: [],
      supportRequests: 0,
    })
    expect([await count('consultation'), await count('round')]).toEqual([1, 1])
    expect([await count('contribution'), await count('media'), await count('process')]).toEqual([
      1, 0, 1,
    ])
    await loadSamples(database.calls, { folder, now })
    expect(await count('consultation')).toBe(1)
    expect(await callerFor(ctx).site.takeSamplesAway({ yes: true })).toBe(true)
    const entries = await rowsOf(
      "select thing, detail from audit_entry where verb = 'site.take-samples-away'",
    )
    expect(entries).toHaveLength(6)
    expect(entries).toContainEqual({ thing: `consultation:${sampleId}`, detail: '' })
  })

  it('takes what people and staff did with a sample: responses, drafts, steps of the ledger', async () => {
    await database.asOwner(`
      insert into response (id, consultation_id, version, edition, reference, code_hash, revision, state, late, answers,
        content_hash, first_hash, completed_at, received_at)
      values ('${randomUUID()}', '${sampleId}', 1, 'standard', 'ABCD-1234', decode(repeat('ab', 32), 'hex'), 1, 'received',
        false, '{}', decode(repeat('ab', 32), 'hex'), decode(repeat('ab', 32), 'hex'), '2026-11-25T12:00Z', '2026-11-25T12:00Z')`)
    await database.asOwner(`
      insert into ledger_step select '${randomUUID()}', consultation_id, 'exclude', 'test', 's', 'Bo Larch', now(), null from response;
      insert into ledger_move select s.id, r.id, '{}', '{}' from ledger_step s, response r`)
    await draftToWrite(database.calls, { id: sampleId, by: randomUUID(), at: now })
    expect((await listSamples(database.calls)).consultations).toContainEqual(
      expect.objectContaining({ id: sampleId, said: 1 }),
    )
    await callerFor(ctx).site.takeSamplesAway({ yes: true })
    for (const table of [
      'response',
      'response_ledger',
      'ledger_step',
      'ledger_move',
      'draft',
      'draft_part',
    ])
      expect([table, await count(table)]).toEqual([table, 0])
  })

  it('takes the pictures of drafts of a sample, and leaves those that a draft of the Trust has too', async () => {
    const [shared] = await rowsOf("select encode(sha256, 'hex') as hash from consultation_media")
    const of = (name: string) => ({
      name,
      type: 'png' as const,
      by: randomUUID(),
      at: now,
      file: {
        sha256: sha256(Buffer.from(name)),
        ending: 'png' as const,
        bytes: name.length,
        pieces: () => piecesOf([Buffer.from(name)]),
      },
    })
    const own = randomUUID()
    const { actor } = await signInStaff(database, { at: now })
    await draftToWrite(database.calls, { id: sampleId, by: actor.staffId, at: now })
    await beginDraft(database.calls, { id: own, title: 'Our own', by: actor.staffId, at: now })
    const alike = of('alike.png')
    await database.calls.transaction().execute(async (trx) => {
      await putDraftFile(trx, { draft: sampleId, ...of('of-sample.png') })
      await putDraftFile(trx, { draft: sampleId, ...of('of-both.png') })
      await putDraftFile(trx, { draft: own, ...of('of-both.png') })
      const file = { ...alike.file, sha256: String(shared.hash) }
      await putDraftFile(trx, { draft: own, ...alike, file })
    })
    await callerFor(ctx).site.takeSamplesAway({ yes: true })
    expect(
      await rowsOf('select consultation_id as id, name from draft_file order by name'),
    ).toEqual([
      { id: own, name: 'alike.png' },
      { id: own, name: 'of-both.png' },
    ])
    expect(await count('media')).toBe(2)
  })

  it('is all or nothing', async () => {
    await database.asOwner(`
      create table holder (consultation_id uuid references consultation);
      insert into holder values ('${sampleId}')`)
    await expect(callerFor(ctx).site.takeSamplesAway({ yes: true })).rejects.toThrow()
    expect([await count('consultation'), await count('round')]).toEqual([3, 3])
    expect(await count('audit_entry')).toBe(0)
  })

  it('is gone from the pages of a server that has them ready', async () => {
    const server = await createTestApp(database)
    server.setClock(now)
    const status = async (url: string) => (await server.app.inject({ url })).statusCode
    const pages = [
      '/consultations/mental-health-help-in-the-community',
      '/rounds/what-makes-a-place-good',
      '/processes/nearer-help',
    ]
    for (const page of pages) expect([page, await status(page)]).toEqual([page, 200])
    await callerFor(ctx).site.takeSamplesAway({ yes: true })
    for (const page of pages) await expect.poll(() => status(page), { timeout: 2_000 }).toBe(404)
    expect((await server.app.inject({ url: '/' })).body).not.toContain('Example Vale')
    await server.close()
  })

  it('is only for administrators', async () => {
    const { actor } = await signInStaff(database, { roles: ['publisher', 'author'], at: now })
    const caller = callerFor(testContext(database, { actor }))
    await expect(caller.site.takeSamplesAway({ yes: true })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect(await count('consultation')).toBe(3)
  })
})

describe('what the database itself holds', () => {
  it('lets go of no real version, whatever a transaction says it does', async () => {
    await publish(database.calls, smallConsultation())
    const saying = "set takepart.taking_samples_away = 'yes';"
    const ofReal = '(select id from consultation where not sample)'
    await expect(
      database.asOwner(
        `${saying} delete from consultation_version where consultation_id in ${ofReal}`,
      ),
    ).rejects.toMatchObject({ code: '23001' })
    await expect(
      database.asOwner(`${saying} update consultation_version set document = '{}'`),
    ).rejects.toMatchObject({ code: '23001' })
    await expect(database.asOwner('delete from consultation_version')).rejects.toMatchObject({
      code: '23001',
    })
    for (const table of ['consultation', 'round', 'process'])
      await expect(
        database.asOwner(`update ${table} set sample = not sample`),
      ).rejects.toMatchObject({
        code: '23001',
      })
  })
})

describe('a sample', () => {
  it('lends its words to what somebody begins, and neither its Trust nor its contact', async () => {
    const { actor } = await signInStaff(database, { at: now })
    const by = { by: actor.staffId, at: now }
    const id = randomUUID()
    await beginDraft(database.calls, { id, title: 'Our own', ...by }, sampleId)
    const { parts } = (await findDraft(database.calls, id))!.draft
    expect(parts['about']?.fields).not.toHaveProperty('trustName')
    expect(JSON.stringify(parts['contact'])).not.toMatch(/phone|Vale/)
    expect(Object.keys(parts).length).toBeGreaterThan(5)

    const settings = { name: 'Riverside NHS Trust', phone: '01632 960 001' }
    await database.asOwner(
      `update site_setting set revision = 1, settings = '${JSON.stringify(settings)}'`,
    )
    const second = randomUUID()
    await beginDraft(database.calls, { id: second, title: 'Our second', ...by }, sampleId)
    const own = (await findDraft(database.calls, second))!.draft.parts
    expect(own['about']?.fields).toMatchObject({ trustName: 'Riverside NHS Trust' })
    expect(own['contact']?.fields).toEqual({ name: 'Riverside NHS Trust', phone: '01632 960 001' })

    const round = randomUUID()
    await beginRound(database.calls, { id: round, title: 'Talk', actor, at: now })
    const talk = await findRoundDraft(database.calls, round)
    expect(talk?.fields).toMatchObject({ trustName: 'Riverside NHS Trust' })
    expect(JSON.stringify(talk)).not.toContain('Vale')
  })

  it('speaks for the site only while nothing real does', async () => {
    const server = await createTestApp(database)
    server.setClock(now)
    const help = async () => (await server.app.inject({ url: '/help' })).body
    expect(await help()).toContain('Example Vale NHS Trust is made up')
    expect(await help()).toContain('has not written here yet how to reach it')
    await publish(database.calls, smallConsultation())
    await expect.poll(help, { timeout: 2_000 }).not.toContain('Example Vale')
    await server.close()
  })
})
