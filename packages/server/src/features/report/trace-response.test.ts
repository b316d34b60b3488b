import { randomUUID } from 'node:crypto'
import { emptyPoint } from '@takepart/shared/domain/report/outcome-draft'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentResponse, withdrawalOf } from '../../test-support/sample-response.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { analyst, consultationIn } from '../analysis/test-support/analysed.ts'

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

/** One response in words, read by an analyst, who gave it a theme. */
async function read() {
  const consultation = await consultationIn(database)
  const people = callerFor(testContext(database))
  const sent = sentResponse({
    slug: consultation.slug,
    answers: {
      how: { kind: 'one-of', choice: 'bus' },
      words: { kind: 'long-text', text: 'Too few chairs.' },
    },
  })
  const receipt = await people.response.submit(sent.input)
  if (!receipt.ok) throw new Error('It was received')
  const desk = callerFor(testContext(database, { actor: ros, now: () => afterClosing }))
  const theme = randomUUID()
  const of = { consultationId: consultation.id }
  await desk.analysis.changeThemes({
    ...of,
    seen: 0,
    change: { kind: 'add', id: theme, name: 'Seats', definition: 'About where to sit.' },
  })
  await desk.analysis.readAnswer({
    ...of,
    responseId: sent.input.responseId,
    questionId: 'words',
    codings: [{ id: randomUUID(), theme }],
  })
  const code = { reference: receipt.value.reference, code: sent.code }
  return { consultation, desk, theme, of, sent, people, code }
}

describe('traceResponse', () => {
  it('leads from what somebody wrote to its theme, and to what was decided about it', async () => {
    const { consultation, desk, theme, of, people, code } = await read()
    const before = await people.report.trace(code)
    expect(before).toMatchObject({
      ok: true,
      value: {
        counted: true,
        concluded: false,
        themes: [{ name: 'Seats', definition: 'About where to sit.', decisions: [] }],
      },
    })
    const point = {
      ...emptyPoint('p1'),
      title: 'Chairs',
      youSaid: 'There are too few.',
      themes: [theme],
      did: 'part' as const,
      weDid: 'Some are bought.',
    }
    const document = {
      summary: 'Chairs are bought.',
      weAsked: 'What should change?',
      points: [point],
      next: '',
      elsewhere: [],
    }
    await desk.report.save({ ...of, seen: 0, document })
    await desk.report.freeze(of)
    await desk.report.ask(of)
    // Not before it is published: until then it can still change.
    expect(await people.report.trace(code)).toEqual(before)
    const publisher = callerFor(testContext(database, { actor: kit, now: () => afterClosing }))
    expect(await publisher.report.conclude(of)).toMatchObject({ ok: true })
    expect(await people.report.trace(code)).toMatchObject({
      value: {
        concluded: true,
        slug: consultation.slug,
        themes: [{ decisions: [{ point: 'p1', title: 'Chairs', did: 'part' }] }],
      },
    })
  })

  it('tells nothing without the right code, and the same of what is not there', async () => {
    const { people, code } = await read()
    const other = await read()
    const refused = { ok: false, problems: [{ code: 'response-not-found' }] }
    expect(await people.report.trace({ ...code, code: other.code.code })).toEqual(refused)
    expect(await people.report.trace({ ...code, reference: 'ZZZZ-0000' })).toEqual(refused)
    expect(JSON.stringify(refused)).not.toContain('Seats')
  })

  it('has nothing left to tell once the response is withdrawn', async () => {
    const { people, sent, code } = await read()
    await people.response.withdraw(withdrawalOf(sent))
    expect(await people.report.trace(code)).toMatchObject({
      ok: true,
      value: { counted: false, themes: [] },
    })
  })
})
