import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { TakeOutWords } from '@takepart/shared/domain/analysis/removal/take-out-words'
import { ledgerOf, addsUp } from '@takepart/shared/domain/analysis/ledger/ledger'
import type { RemovedKind } from '@takepart/shared/domain/moderation/redaction'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOf, sentResponse, withdrawalOf } from '../../../test-support/sample-response.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { raiseConcern } from '../../concern/raise-concern.queries.ts'
import { exportAnswers, exportFormats } from '../export/export-analysis.ts'
import { countLedger } from '../ledger/ledger.queries.ts'
import { indexDueWords, listResponses } from '../response-list/response-list.queries.ts'
import { analyst, consultationIn } from '../test-support/analysed.ts'
import { erasuresWaiting } from './erasures-waiting.ts'

const ros = analyst()
const kit = analyst({ staffId: '22222222-2222-4222-8222-222222222222', name: 'Kit Osei' })

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const desk = (actor = ros) => callerFor(testContext(database, { actor })).analysis

/** One response with a name in it, in the index of words and read by an analyst, who marked a passage. */
async function received() {
  const canary = `Zqx${randomUUID().slice(0, 8)}`
  const said = `Nurse ${canary} never came again. More chairs.`
  const consultation = await consultationIn(database)
  const people = callerFor(testContext(database))
  const sent = sentResponse({
    slug: consultation.slug,
    answers: {
      how: { kind: 'one-of', choice: 'other', say: { other: `With ${canary}` } },
      words: { kind: 'long-text', text: said },
    },
  })
  const receipt = await people.response.submit(sent.input)
  if (!receipt.ok) throw new Error('It was received')
  await indexDueWords(database.calls)
  const of = { consultationId: consultation.id, responseId: sent.input.responseId }
  const theme = randomUUID()
  await desk().changeThemes({
    consultationId: consultation.id,
    seen: 0,
    change: { kind: 'add', id: theme, name: 'Staff', definition: 'About staff.' },
  })
  const end = 'Nurse '.length + canary.length
  const passage = { start: 0, end, words: said.slice(0, end) }
  const read = await desk().readAnswer({
    ...of,
    questionId: 'words',
    codings: [{ id: randomUUID(), theme, passage }],
  })
  expect(read.ok).toBe(true)
  const code = { reference: receipt.value.reference, code: sent.code }
  return { consultation, people, sent, of, code, canary, said }
}
type Received = Awaited<ReturnType<typeof received>>

const nameIn = (
  { canary }: Received,
  within: string,
  { seen, ...place }: TakeOutWords['place'] & { readonly seen: number },
): TakeOutWords => ({
  place,
  parts: [
    {
      start: within.indexOf(canary),
      end: within.indexOf(canary) + canary.length,
      what: 'name' as RemovedKind,
    },
  ],
  reason: 'shows-who',
  seen,
})

/** Every place of the whole database that holds these words. */
async function placesWith(words: string): Promise<readonly string[]> {
  const { rows } = await database.asOwner(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const found: string[] = []
  for (const { name } of rows as { name: string }[]) {
    const held = await database.asOwner(
      `select 1 from ${name} t where to_jsonb(t)::text ilike '%${words}%' limit 1`,
    )
    if (held.rowCount !== 0) found.push(name)
  }
  return found.toSorted()
}

const exported = async ({ consultation }: Received) => {
  const versions = [{ number: 1, consultation }]
  const files = exportFormats.map(async (format) => {
    const output = new PassThrough()
    const about = { consultationId: consultation.id, versions, format }
    const [file] = await Promise.all([text(output), exportAnswers(database.calls, about, output)])
    return file
  })
  return (await Promise.all(files)).join('\n')
}

const ledger = async ({ consultation }: Received) =>
  ledgerOf(await countLedger(database.calls, consultation.id))

const log = async ({ of }: Received) =>
  (
    await sql<{ actor: string; verb: string; detail: string }>`
      select actor, verb, detail from audit_entry where thing = ${`response:${of.responseId}`} order by number`.execute(
      database.calls,
    )
  ).rows

const takeBoth = async (one: Received) => {
  const { of, canary } = one
  const first = await desk().takeOut({
    ...of,
    stepId: randomUUID(),
    takeOut: nameIn(one, one.said, { questionId: 'words', seen: 1 }),
  })
  const second = await desk().takeOut({
    ...of,
    stepId: randomUUID(),
    takeOut: nameIn(one, `With ${canary}`, { questionId: 'how', option: 'other', seen: 2 }),
  })
  expect([first.ok, second.ok]).toEqual([true, true])
}

describe('taking words out of a response', () => {
  it('leaves them nowhere: no table, search, file, theme or page of the person', async () => {
    const one = await received()
    expect(await placesWith(one.canary)).toEqual([
      'public.coding',
      'public.response',
      'public.response_words',
    ])
    await takeBoth(one)
    expect(await placesWith(one.canary)).toEqual([])
    await indexDueWords(database.calls)
    expect(await placesWith(one.canary)).toEqual([])
    expect(await listResponses(database.calls, one.consultation.id, { find: one.canary })).toEqual(
      [],
    )
    const found = await listResponses(database.calls, one.consultation.id, { find: 'chairs' })
    expect(found.map(({ reference }) => reference)).toEqual([one.code.reference])
    const files = await exported(one)
    expect(files).not.toContain(one.canary)
    expect(files).toContain(
      'Nurse [name removed because it shows who somebody is] never came again. More chairs.',
    )
    expect(await one.people.response.read(one.code)).toMatchObject({
      ok: true,
      value: {
        receipt: { state: 'received', revision: 3 },
        answers: {
          how: { say: { other: 'With [name removed because it shows who somebody is]' } },
        },
      },
    })
  })

  it('keeps no hash from which the words could be guessed', async () => {
    const one = await received()
    const { rows: before } = await database.asOwner(
      `select content_hash from response where id = '${one.of.responseId}'`,
    )
    const text = 'The chairs.'
    const answers = { ...one.sent.input.answers, words: { kind: 'long-text' as const, text } }
    const changed = await one.people.response.change(
      changeOf(one.sent, { baseRevision: 1, answers }),
    )
    expect(changed.ok).toBe(true)
    const taken = await desk().takeOut({
      ...one.of,
      stepId: randomUUID(),
      takeOut: {
        place: { questionId: 'words' },
        parts: [{ start: 0, end: text.length - 1, what: 'details' }],
        reason: 'private',
        seen: 2,
      },
    })
    expect(taken.ok).toBe(true)
    const { rows } = await database.asOwner(
      `select r.first_hash, r.content_hash, c.content_hash as changed from response r
       join response_change c on c.response_id = r.id where r.id = '${one.of.responseId}'`,
    )
    expect(rows).toEqual([{ first_hash: null, content_hash: expect.any(Buffer), changed: null }])
    expect(rows[0].content_hash).not.toEqual(before[0].content_hash)
  })

  it('stands in the ledger and in the log as a step that nothing undoes, without a word of it', async () => {
    const one = await received()
    const before = await ledger(one)
    await takeBoth(one)
    const after = await ledger(one)
    expect([addsUp(after), after]).toEqual([true, before])
    const { rows: steps } = await sql<{ id: string; kind: string; reason: string }>`
      select id, kind, reason from ledger_step where consultation_id = ${one.consultation.id}`.execute(
      database.calls,
    )
    expect(steps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['take-out', 'shows-who'],
      ['take-out', 'shows-who'],
    ])
    expect(await log(one)).toEqual([
      { actor: `staff:${ros.staffId}`, verb: 'analysis.redact', detail: 'shows-who: name' },
      { actor: `staff:${ros.staffId}`, verb: 'analysis.redact', detail: 'shows-who: name' },
    ])
    const undone = await desk().undo({
      stepId: randomUUID(),
      consultationId: one.consultation.id,
      undoes: steps[0]?.id ?? '',
    })
    expect(undone).toEqual({ ok: false, problems: [{ code: 'done-for-good' }] })
  })

  it('tells the person, and answers what their device sends again as it did before', async () => {
    const one = await received()
    await takeBoth(one)
    expect(await one.people.report.trace(one.code)).toMatchObject({
      ok: true,
      value: {
        counted: true,
        themes: [],
        takenOut: expect.arrayContaining([
          { question: 'What should change?', reason: 'shows-who' },
          { question: 'How do you travel to us?', reason: 'shows-who' },
        ]),
      },
    })
    expect(await one.people.response.submit(one.sent.input)).toMatchObject({
      ok: true,
      value: { reference: one.code.reference, revision: 1, state: 'received' },
    })
    const stale = await one.people.response.change(changeOf(one.sent, { baseRevision: 1 }))
    expect(stale).toEqual({ ok: false, problems: [{ code: 'response-changed-elsewhere' }] })
  })

  it('is done once however often it is sent, and refused where the text has changed since', async () => {
    const one = await received()
    const input = {
      ...one.of,
      stepId: randomUUID(),
      takeOut: nameIn(one, one.said, { questionId: 'words', seen: 1 }),
    }
    expect((await desk().takeOut(input)).ok).toBe(true)
    expect((await desk().takeOut(input)).ok).toBe(true)
    expect(await log(one)).toHaveLength(1)
    expect(await desk().takeOut({ ...input, stepId: randomUUID() })).toEqual({
      ok: false,
      problems: [{ code: 'changed-since' }],
    })
  })

  it('waits for an urgent concern to be closed, and then takes its copy of the words', async () => {
    const one = await received()
    const subject = { kind: 'response', id: one.of.responseId } as const
    const id = randomUUID()
    const at = new Date('2027-02-01T11:00:00Z')
    await database.calls.transaction().execute((trx) =>
      raiseConcern(trx, {
        id,
        subject,
        place: '/consultations/x',
        words: [{ heading: 'Words', text: one.said }],
        by: { kind: 'word-list', phrase: 'hurt' },
        severity: 'today',
        at,
      }),
    )
    const input = {
      ...one.of,
      stepId: randomUUID(),
      takeOut: nameIn(one, one.said, { questionId: 'words', seen: 1 }),
    }
    expect(await desk().takeOut(input)).toEqual({ ok: false, problems: [{ code: 'concern-open' }] })
    await database.asOwner(
      `update concern set state = 'closed', due_at = null, closed_at = now() where id = '${id}'`,
    )
    await takeBoth(one)
    expect(await placesWith(one.canary)).toEqual([])
  })
})

describe('erasing a response', () => {
  const asked = async (one: Received) => {
    const requestId = randomUUID()
    const reason = 'person-asked' as const
    expect(await desk().askToErase({ ...one.of, requestId, reason })).toMatchObject({ ok: true })
    return { ...one.of, requestId, stepId: randomUUID() }
  }

  it('takes two people', async () => {
    const one = await received()
    const input = await asked(one)
    expect(await desk().erase(input)).toEqual({ ok: false, problems: [{ code: 'not-yours' }] })
    expect(await placesWith(one.canary)).toContain('public.response')
    await expect(
      sql`update erasure_request set decided = 'erased', decided_by_id = asked_by_id, decided_at = now()
        where id = ${input.requestId}`.execute(database.calls),
    ).rejects.toThrow('erased_by_two_people')
    const { db } = testContext(database)
    expect(await erasuresWaiting({ db, actor: ros })).toEqual([])
    expect(await erasuresWaiting({ db, actor: kit })).toMatchObject([
      { words: `Response ${one.code.reference} is to be erased` },
    ])
    expect((await desk(kit).erase(input)).ok).toBe(true)
    expect(await erasuresWaiting({ db, actor: kit })).toEqual([])
  })

  it('leaves no word, and a ledger that adds up with the response on the line of the erased', async () => {
    const one = await received()
    const input = await asked(one)
    expect((await desk(kit).erase(input)).ok).toBe(true)
    expect((await desk(kit).erase(input)).ok).toBe(true)
    expect(await placesWith(one.canary)).toEqual([])
    const { notCounted, ...sums } = await ledger(one)
    expect(notCounted.filter(({ count }) => count > 0)).toMatchObject([
      { line: 'erased', count: 1 },
    ])
    expect(sums).toMatchObject({ cameIn: 1, countedTotal: 0, notCountedTotal: 1, withoutLine: 0 })
    expect(await exported(one)).not.toContain(one.code.reference)
    expect(await log(one)).toEqual([
      { actor: `staff:${ros.staffId}`, verb: 'analysis.ask-to-erase', detail: 'person-asked' },
      { actor: `staff:${kit.staffId}`, verb: 'analysis.erase', detail: 'person-asked' },
    ])
  })

  it('is what the person is told, whatever they do with their receipt', async () => {
    const one = await received()
    await desk(kit).erase(await asked(one))
    expect(await one.people.response.read(one.code)).toMatchObject({
      ok: true,
      value: { receipt: { state: 'erased' }, answers: {} },
    })
    expect(await one.people.report.trace(one.code)).toMatchObject({
      ok: true,
      value: { counted: false, erased: 'person-asked', themes: [] },
    })
    const erased = { ok: false, problems: [{ code: 'response-erased' }] }
    expect(await one.people.response.submit(one.sent.input)).toEqual(erased)
    expect(await one.people.response.change(changeOf(one.sent, { baseRevision: 1 }))).toEqual(
      erased,
    )
    expect(await one.people.response.withdraw(withdrawalOf(one.sent))).toEqual(erased)
  })

  it('is kept from happening by either of the two, and can be asked for again', async () => {
    const one = await received()
    for (const who of [ros, kit]) {
      const input = await asked(one)
      const again = { ...one.of, requestId: randomUUID(), reason: 'ordered' as const }
      expect(await desk(kit).askToErase(again)).toEqual({
        ok: false,
        problems: [{ code: 'asked-already' }],
      })
      const { stepId: _, ...keep } = input
      expect((await desk(who).keep(keep)).ok).toBe(true)
      expect(await desk(kit).erase(input)).toEqual({
        ok: false,
        problems: [{ code: 'not-asked' }],
      })
    }
    expect((await one.people.response.read(one.code)).ok).toBe(true)
  })

  it('is refused for what was withdrawn, what is elsewhere, and what others count as', async () => {
    const one = await received()
    const other = await received()
    const ask = { requestId: randomUUID(), reason: 'ordered' as const }
    expect(await desk().askToErase({ ...ask, ...one.of, responseId: other.of.responseId })).toEqual(
      { ok: false, problems: [{ code: 'response-not-here' }] },
    )
    await one.people.response.withdraw(withdrawalOf(one.sent))
    expect(await desk().askToErase({ ...ask, ...one.of })).toEqual({
      ok: false,
      problems: [{ code: 'words-are-gone' }],
    })
    await expect(
      desk(analyst({ teams: [one.consultation.id] })).askToErase({ ...ask, ...other.of }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
