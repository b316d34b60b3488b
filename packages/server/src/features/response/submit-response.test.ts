import { randomUUID } from 'node:crypto'
import type { ResponseId } from '@takepart/shared/domain/core/ids'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  afterClosing,
  closesAt,
  opensAt,
  otherAnswers,
  publish,
  sentResponse,
  smallConsultation,
  withdrawalOf,
} from '../../test-support/sample-response.ts'
import { callerFor, testContext, type TestContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { systemRandom } from '../../context.ts'

let database: TestDatabase
let ctx: TestContext
let caller: ReturnType<typeof callerFor>
const consultation = smallConsultation()

beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, consultation)
})
afterAll(() => database.close())
beforeEach(() => {
  ctx = testContext(database)
  caller = callerFor(ctx)
})

const rowOf = (id: ResponseId) =>
  database.calls.selectFrom('response').selectAll().where('id', '=', id).execute()
const refusal = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] })
const receipt = (value: object) => ({ ok: true, value: expect.objectContaining(value) })

describe('submitResponse', () => {
  it('stores the response and gives a receipt with times to the hour', async () => {
    const { input } = sentResponse()
    const result = await caller.response.submit(input)
    expect(result).toEqual({
      ok: true,
      value: {
        responseId: input.responseId,
        reference: expect.stringMatching(/^[A-Z]{4}-\d{4}$/),
        revision: 1,
        state: 'received',
        late: false,
        receivedAt: '2027-02-01T10:00:00.000Z',
        closesAt,
      },
    })
    expect(await rowOf(input.responseId)).toMatchObject([
      { answers: input.answers, version: 1, state: 'received' },
    ])
  })

  it('gives ten copies sent at once one row and equal receipts', async () => {
    const { input } = sentResponse()
    const results = await Promise.all(
      Array.from({ length: 10 }, () => caller.response.submit(input)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(results[0]?.ok).toBe(true)
    expect(await rowOf(input.responseId)).toHaveLength(1)
  })

  it('gives copies sent at once through several servers one row and equal receipts', async () => {
    const { input } = sentResponse()
    const results = await Promise.all(
      Array.from({ length: 8 }, () => callerFor(testContext(database)).response.submit(input)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(await rowOf(input.responseId)).toHaveLength(1)
  })

  it('answers a repeat with the first receipt, 30 days after closing too', async () => {
    const { input } = sentResponse()
    const first = await caller.response.submit(input)
    ctx.setClock(new Date('2027-03-31T09:00:00Z'))
    expect(await caller.response.submit(input)).toEqual(first)
    expect(
      await callerFor({ ...ctx, versions: testContext(database).versions }).response.submit(input),
    ).toEqual(first)
  })

  it('answers a repeat whose device times have moved on, since the words are the same', async () => {
    const { input } = sentResponse()
    const first = await caller.response.submit(input)
    expect(await caller.response.submit({ ...input, sentAt: '2027-02-02T08:00:00.000Z' })).toEqual(
      first,
    )
  })

  it('refuses other words under the same id, and keeps the first ones', async () => {
    const { input } = sentResponse()
    await caller.response.submit(input)
    expect(await caller.response.submit({ ...input, answers: otherAnswers })).toEqual(
      refusal('response-received-different'),
    )
    expect(await rowOf(input.responseId)).toMatchObject([{ answers: input.answers }])
  })

  it('gives no receipt to somebody who knows the id and words but not the private code', async () => {
    const { input } = sentResponse()
    await caller.response.submit(input)
    expect(
      await caller.response.submit({ ...input, codeHash: sentResponse().input.codeHash }),
    ).toEqual(refusal('response-received-different'))
  })

  it('does not bring a withdrawn response back', async () => {
    const sent = sentResponse()
    await caller.response.submit(sent.input)
    await caller.response.withdraw(withdrawalOf(sent))
    expect(await caller.response.submit(sent.input)).toEqual(refusal('response-withdrawn'))
    expect(await rowOf(sent.input.responseId)).toMatchObject([
      { state: 'withdrawn', answers: null },
    ])
  })

  it('draws another reference when the first is taken', async () => {
    const fixed = { ...ctx, random: (bytes: number) => new Uint8Array(bytes) }
    expect(await callerFor(fixed).response.submit(sentResponse().input)).toEqual(
      receipt({ reference: 'BBBB-0000' }),
    )
    let draws = 0
    const soonOther = {
      ...ctx,
      random: (bytes: number) => (draws++ < 1 ? new Uint8Array(bytes) : systemRandom(bytes)),
    }
    const second = await callerFor(soonOther).response.submit(sentResponse().input)
    expect(second.ok && second.value.reference).not.toBe('BBBB-0000')
    expect(second.ok).toBe(true)
  })

  it('refuses a private code that another response has', async () => {
    const { input } = sentResponse()
    await caller.response.submit(input)
    const other = { ...input, responseId: randomUUID() as ResponseId }
    expect(await caller.response.submit(other)).toEqual(refusal('response-received-different'))
    expect(await rowOf(other.responseId)).toEqual([])
  })

  it('refuses what the rule refuses, and stores nothing', async () => {
    const { input } = sentResponse({
      answers: { words: { kind: 'long-text', text: 'No mandatory answer' } },
    })
    expect(await caller.response.submit(input)).toEqual(refusal('answer-missing'))
    expect(await rowOf(input.responseId)).toEqual([])
  })

  it('refuses an unknown consultation and an unknown version', async () => {
    expect(await caller.response.submit(sentResponse({ slug: 'nowhere' }).input)).toEqual(
      refusal('consultation-unknown'),
    )
    expect(await caller.response.submit(sentResponse({ version: 9 }).input)).toEqual(
      refusal('version-unknown'),
    )
  })

  it('refuses before opening and after closing', async () => {
    ctx.setClock(new Date('2027-01-01T00:00:00Z'))
    expect(await caller.response.submit(sentResponse().input)).toEqual({
      ok: false,
      problems: [{ code: 'consultation-not-open', opensAt }],
    })
    ctx.setClock(afterClosing)
    expect(await caller.response.submit(sentResponse().input)).toEqual({
      ok: false,
      problems: [{ code: 'consultation-closed', closedAt: closesAt }],
    })
  })

  it('keeps a response finished before closing and delivered after it, marked late', async () => {
    ctx.setClock(afterClosing)
    const { input } = sentResponse({
      completedAt: '2020-01-01T10:00:00Z',
      sentAt: '2020-01-01T12:00:00Z',
    })
    expect(await caller.response.submit(input)).toEqual(
      receipt({ late: true, receivedAt: '2027-03-01T18:00:00.000Z' }),
    )
    const [row] = await rowOf(input.responseId)
    expect(row?.completed_at.toISOString()).toBe('2027-03-01T16:00:00.000Z')
  })
})

describe('submitResponse while the consultation changes', () => {
  it('takes a response to the version it was begun on', async () => {
    const changing = smallConsultation({ slug: 'changing' })
    await publish(database.calls, changing)
    await caller.response.submit(sentResponse({ slug: 'changing' }).input)
    await publish(database.calls, { ...changing, title: 'Reworded' }, 2)
    const { input } = sentResponse({ slug: 'changing', version: 1 })
    expect((await caller.response.submit(input)).ok).toBe(true)
    expect(await rowOf(input.responseId)).toMatchObject([{ version: 1 }])
  })

  it('goes by the newest closing date, at once, whatever is near at hand', async () => {
    const moving = smallConsultation({ slug: 'moving' })
    await publish(database.calls, moving)
    await caller.response.submit(sentResponse({ slug: 'moving' }).input)
    const longer = '2027-04-01T17:00:00+00:00'
    await publish(database.calls, { ...moving, closesAt: longer }, 2)
    ctx.setClock(afterClosing)
    const soon = { completedAt: afterClosing.toISOString(), sentAt: afterClosing.toISOString() }
    expect(await caller.response.submit(sentResponse({ slug: 'moving', ...soon }).input)).toEqual(
      receipt({ late: false, closesAt: longer }),
    )
    await publish(database.calls, { ...moving, closesAt: '2027-02-02T00:00:00Z' }, 3)
    expect(await caller.response.submit(sentResponse({ slug: 'moving', ...soon }).input)).toEqual(
      refusal('consultation-closed'),
    )
  })

  it('refuses from the moment of a retraction, and still gives earlier senders their receipt', async () => {
    await publish(database.calls, smallConsultation({ slug: 'retracted' }))
    const { input } = sentResponse({ slug: 'retracted' })
    const first = await caller.response.submit(input)
    await database.asOwner(
      "update consultation set retracted_at = now(), retraction_reason = 'A mistake' where slug = 'retracted'",
    )
    expect(await caller.response.submit(sentResponse({ slug: 'retracted' }).input)).toEqual(
      refusal('consultation-retracted'),
    )
    expect(await caller.response.submit(input)).toEqual(first)
  })
})
