import { randomUUID } from 'node:crypto'
import type { Actor, StaffActor } from '@takepart/shared/domain/account/actor'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import type { ResponseId } from '@takepart/shared/domain/core/ids'
import { makeCode } from '@takepart/shared/domain/response/private-code'
import type { EnterResponse } from '@takepart/shared/domain/response/response-entry'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../context.ts'
import { hashOf, withdrawalOf } from '../../test-support/sample-response.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { readAnswerAs, readingState } from './theme/code-answers.ts'
import { answersToRead } from './theme/theme.queries.ts'
import { analyst, consultationIn, howAnswer, storeResponse } from './test-support/analysed.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const as = (actor: Actor) => callerFor(testContext(database, { actor }))
const kit = analyst({ staffId: 'kit', name: 'Kit Osei' })

const entryOf = (
  consultation: Consultation,
  changes: Partial<EnterResponse> = {},
): EnterResponse => ({
  responseId: randomUUID() as ResponseId,
  consultationId: consultation.id,
  version: 1,
  way: 'paper',
  givenOn: '2027-01-20',
  arrivedOn: '2027-01-22',
  behalf: 'self',
  behalfWords: '',
  readBack: false,
  answers: { ...howAnswer('car'), park: { kind: 'yes-no', choice: 'no' } },
  leftOut: [],
  codeHash: hashOf(makeCode(systemRandom)),
  ...changes,
})

describe('a procedure of analysis', () => {
  const strangers: readonly [string, StaffActor][] = [
    ['somebody of another consultation', analyst({ teams: [randomUUID()] })],
    ['a moderator', analyst({ roles: ['moderator'] })],
    ['an administrator', analyst({ roles: ['administrator'] })],
  ]
  it.each(strangers)('refuses %s', async (_, actor) => {
    const consultation = await consultationIn(database)
    const id = await storeResponse(database, consultation, howAnswer('bus'))
    const caller = as(actor).analysis
    const consultationId = consultation.id
    const step = { stepId: randomUUID(), consultationId, reason: 'x' }
    const calls = [
      () => caller.findCampaigns({ consultationId }),
      () =>
        caller.decide({
          ...step,
          responseIds: [id],
          decision: { kind: 'exclude', because: 'test' },
        }),
      () => caller.undo({ stepId: step.stepId, consultationId, undoes: randomUUID() }),
      () => caller.countCampaign({ ...step, campaignId: randomUUID(), countAs: 'one' }),
      () => caller.expect({ consultationId, questionKey: 'how', source: 'x', people: { bus: 1 } }),
      () => caller.changeThemes({ consultationId, seen: 0, change: { kind: 'retire', id } }),
      () => caller.readAnswer({ consultationId, responseId: id, questionId: 'words', codings: [] }),
      () => caller.enter(entryOf(consultation)),
      () => caller.enterAgain({ entryId: id, consultationId, reference: 'AAAA-0000', answers: {} }),
      () => caller.settleEntry({ consultationId, reference: 'AAAA-0000', answers: {} }),
    ]
    for (const call of calls)
      await expect(call()).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/),
      })
    const { rows } =
      await sql`select from ledger_step where consultation_id = ${consultationId}`.execute(
        database.calls,
      )
    expect(rows).toEqual([])
  })

  it('says what is wrong and changes nothing', async () => {
    const consultation = await consultationIn(database)
    const id = await storeResponse(database, consultation, howAnswer('bus'))
    const result = await as(analyst()).analysis.decide({
      stepId: randomUUID(),
      consultationId: consultation.id,
      responseIds: [id],
      decision: { kind: 'exclude', because: 'test' },
      reason: ' ',
    })
    expect(result).toEqual({ ok: false, problems: [{ code: 'reason-missing' }] })
  })
})

describe('entering a response', () => {
  it('stores it once with where it came from, and the person can open and withdraw it', async () => {
    const consultation = await consultationIn(database)
    const code = makeCode(systemRandom)
    const entry = entryOf(consultation, {
      codeHash: hashOf(code),
      behalf: 'person',
      behalfWords: 'My mother',
    })
    const caller = as(analyst())
    const first = await caller.analysis.enter(entry)
    expect(first.ok).toBe(true)
    expect(await caller.analysis.enter(entry)).toEqual(first)
    expect(await caller.analysis.enter({ ...entry, answers: howAnswer('bus') })).toEqual({
      ok: false,
      problems: [{ code: 'entered-already' }],
    })
    const stored = async () =>
      (
        await sql<{ way: string; line: string; came_on: string; behalf_words: string | null }>`
          select l.way, l.line, l.came_on::text, s.behalf_words from response_ledger l join response_source s using (response_id)
          where l.consultation_id = ${consultation.id}`.execute(database.calls)
      ).rows
    expect(await stored()).toEqual([
      { way: 'paper', line: 'on-behalf', came_on: '2027-01-22', behalf_words: 'My mother' },
    ])
    const { reference } = first.ok ? first.value : { reference: '' }
    const read = await caller.response.read({ reference, code })
    expect(read).toMatchObject({ ok: true, value: { answers: entry.answers } })
    const sent = { input: { responseId: entry.responseId }, code } as never
    expect(await caller.response.withdraw(withdrawalOf(sent))).toMatchObject({ ok: true })
    expect(await stored()).toMatchObject([{ line: 'withdrawn', behalf_words: null }])
  })

  it('takes a blank form, and what came after closing', async () => {
    const consultation = await consultationIn(database)
    const caller = callerFor({
      ...testContext(database, { actor: analyst() }),
      now: () => new Date('2027-03-20T09:00:00Z'),
    })
    await caller.analysis.enter(entryOf(consultation, { answers: {}, leftOut: ['how'] }))
    await caller.analysis.enter(entryOf(consultation, { arrivedOn: '2027-03-03' }))
    await caller.analysis.enter(entryOf(consultation, { arrivedOn: '2027-03-19' }))
    const { rows } = await sql<{ line: string }>`
      select line from response_ledger where consultation_id = ${consultation.id} order by line`.execute(
      database.calls,
    )
    expect(rows.map(({ line }) => line)).toEqual(['blank', 'late-accepted', 'late-waiting'])
  })

  it('shows where two people differ, and stands as they settle it', async () => {
    const consultation = await consultationIn(database)
    const entered = await as(analyst()).analysis.enter(entryOf(consultation))
    const reference = entered.ok ? entered.value.reference : ''
    const again = {
      entryId: randomUUID(),
      consultationId: consultation.id,
      reference,
      answers: howAnswer('bus'),
    }
    expect(await as(analyst()).analysis.enterAgain(again)).toEqual({
      ok: false,
      problems: [{ code: 'entered-by-the-same-person' }],
    })
    const differences = await as(kit).analysis.enterAgain(again)
    expect(differences).toMatchObject({
      ok: true,
      value: {
        differences: [
          { questionId: 'how', one: ['Car'], other: ['Bus'] },
          { questionId: 'park', one: ['No'], other: [] },
        ],
      },
    })
    const settled = { consultationId: consultation.id, reference, answers: howAnswer('bus') }
    expect(await as(kit).analysis.settleEntry(settled)).toMatchObject({ ok: true })
    const { rows } = await sql<{ keys: string[] }>`
      select keys from response_ledger where consultation_id = ${consultation.id}`.execute(
      database.calls,
    )
    expect(rows[0]?.keys).toEqual(['how=bus'])
    const unknown = { ...settled, reference: 'AAAA-0000' }
    expect(await as(kit).analysis.settleEntry(unknown)).toEqual({
      ok: false,
      problems: [{ code: 'entry-not-here' }],
    })
  })

  it('never brings back from the paper what was taken out, or settles what nobody differs on', async () => {
    const consultation = await consultationIn(database)
    const words = { kind: 'long-text', text: 'Ann is late.' } as const
    const entry = entryOf(consultation, { answers: { ...howAnswer('bus'), words } })
    const entered = await as(analyst()).analysis.enter(entry)
    const reference = entered.ok ? entered.value.reference : ''
    const of = {
      consultationId: consultation.id,
      reference,
      answers: { ...howAnswer('bus'), words },
    }
    expect((await as(kit).analysis.enterAgain({ ...of, entryId: randomUUID() })).ok).toBe(true)
    const taken = await as(analyst()).analysis.takeOut({
      stepId: randomUUID(),
      consultationId: consultation.id,
      responseId: entry.responseId,
      takeOut: {
        place: { questionId: 'words' },
        parts: [{ start: 0, end: 3, what: 'name' }],
        reason: 'shows-who',
        seen: 1,
      },
    })
    expect(taken.ok).toBe(true)
    expect(await as(kit).analysis.settleEntry(of)).toEqual({
      ok: false,
      problems: [{ code: 'entry-not-here' }],
    })
    expect(await as(kit).analysis.enterAgain({ ...of, entryId: randomUUID() })).toEqual({
      ok: false,
      problems: [{ code: 'words-taken-out' }],
    })
    const { rows } = await sql<{ answers: object }>`
      select answers from response where id = ${entry.responseId}`.execute(database.calls)
    expect(JSON.stringify(rows)).not.toContain('Ann')
  })
})

describe('themes', () => {
  it('are made, given to passages by two coders, compared, and forgotten with the words', async () => {
    const consultation = await consultationIn(database)
    const consultationId = consultation.id
    const text = 'More chairs. And a clock.'
    const say = (words: string) =>
      storeResponse(database, consultation, { words: { kind: 'long-text', text: words } })
    const [one, other] = [await say(text), await say('A clock')]
    const theme = { id: randomUUID(), name: 'Seats', definition: 'Wanting somewhere to sit.' }
    const change = { kind: 'add', ...theme } as const
    const made = await as(kit).analysis.changeThemes({ consultationId, seen: 0, change })
    expect(made).toEqual({ ok: true, value: { version: 1, themes: [theme] } })
    expect(await as(kit).analysis.changeThemes({ consultationId, seen: 0, change })).toEqual(made)
    const late = { ...change, id: randomUUID(), name: 'Time' }
    expect(await as(kit).analysis.changeThemes({ consultationId, seen: 0, change: late })).toEqual({
      ok: false,
      problems: [{ code: 'codebook-changed-since' }],
    })
    const passage = { start: 0, end: 12, words: 'More chairs.' }
    const reading = { consultationId, responseId: one, questionId: 'words' }
    const coding = { id: randomUUID(), theme: theme.id, passage }
    const read = (actor: StaffActor, responseId: string, codings: (typeof coding)[]) =>
      as(actor).analysis.readAnswer({ ...reading, responseId, codings })
    expect(await read(kit, one, [coding])).toEqual({ ok: true, value: { themes: 1 } })
    expect(await read(kit, one, [coding])).toEqual({ ok: true, value: { themes: 1 } })
    await read(analyst(), one, [])
    await read(kit, other, [])
    await read(analyst(), other, [])
    const wrong = { ...coding, id: randomUUID(), passage: { ...passage, start: 1 } }
    expect(await read(kit, other, [wrong])).toEqual({
      ok: false,
      problems: [{ code: 'passage-not-there' }],
    })
    const state = await readingState(database.calls, consultationId, 'words')
    expect(state).toMatchObject({
      read: 2,
      agreement: { both: 2, same: 1 },
      counts: [{ responses: 1 }],
    })
    expect(state.agreement.toSettle).toEqual([
      { answer: one, theme: theme.id, gave: ['kit'], didNot: [analyst().staffId] },
    ])
    const asked = { questionId: 'words', staffId: 'kit', unread: false }
    const answers = await answersToRead(database.calls, consultationId, asked)
    expect(answers.find(({ responseId }) => responseId === one)).toMatchObject({
      text,
      read: true,
      codings: [{ theme: theme.id, passage }],
    })
    expect(await answersToRead(database.calls, consultationId, { ...asked, unread: true })).toEqual(
      [],
    )
    await sql`update response set answers = null, state = 'withdrawn', content_hash = null, first_hash = null where id = ${one}`.execute(
      database.calls,
    )
    const { rows } = await sql`select from coding where response_id = ${one}`.execute(
      database.calls,
    )
    expect(rows).toEqual([])
  })

  it('are never given to words about equality, nor to what is not there', async () => {
    const consultation = await consultationIn(database, {
      sections: [
        {
          id: 'about-you',
          title: 'About you',
          purpose: 'equality',
          questions: [{ id: 'self', kind: 'long-text', title: 'You?', about: 'you' }],
        },
      ],
    })
    const id = await storeResponse(database, consultation, {
      self: { kind: 'long-text', text: 'Me' },
    })
    const ctx = { ...testContext(database), actor: analyst() }
    for (const questionId of ['self', 'nothing', '__proto__'])
      expect(
        await readAnswerAs(ctx, {
          consultationId: consultation.id,
          responseId: id,
          questionId,
          codings: [],
        }),
      ).toEqual({ ok: false, problems: [{ code: 'answer-not-here' }] })
    const asked = { questionId: 'self', staffId: 'kit', unread: false }
    expect(await answersToRead(database.calls, consultation.id, asked)).toEqual([])
  })
})
