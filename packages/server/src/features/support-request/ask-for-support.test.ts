import { describe, expect, it } from 'vitest'
import { callApp, callOf } from '../../test-support/call-app.ts'
import { sentRequest } from '../../test-support/sample-request.ts'
import {
  afterClosing,
  closesAt,
  publish,
  sentResponse,
  smallConsultation,
} from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { markRetracted } from '../consultation/consultation.queries.ts'

const scene = setScene()

const rowOf = async (id: string) =>
  (
    await scene.database.asOwner(
      `select *, received_on::text, due_on::text from support_request where id = '${id}'`,
    )
  ).rows
const refusal = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] })

describe('askForSupport', () => {
  it('stores the request and gives a receipt that holds days and no times', async () => {
    const input = sentRequest({ name: 'Sam', when: 'after 4 pm', remember: true })
    expect(await scene.caller.supportRequest.ask(input)).toEqual({
      ok: true,
      value: {
        requestId: input.requestId,
        reference: expect.stringMatching(/^[A-Z]{4}-\d{4}$/),
        receivedOn: '2027-02-01',
        dueOn: '2027-02-08',
        closesAt,
      },
    })
    expect(await rowOf(input.requestId)).toMatchObject([
      {
        needs: ['large-print', 'other-language'],
        say: { 'other-language': 'Polish' },
        reach_by: 'phone',
        reach_to: '01632 960 001',
        called: 'Sam',
        suits: 'after 4 pm',
        remember: true,
        in_time: true,
        received_on: '2027-02-01',
        due_on: '2027-02-08',
        state: 'asked',
        closed_on: null,
        erased_on: null,
      },
    ])
  })

  it('gives copies sent at once through several servers one row and equal receipts', async () => {
    const input = sentRequest()
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        callerFor(testContext(scene.database)).supportRequest.ask(input),
      ),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(results[0]?.ok).toBe(true)
    expect(await rowOf(input.requestId)).toHaveLength(1)
  })

  it('answers a repeat with the first receipt, long after and untidied too', async () => {
    const input = sentRequest()
    const first = await scene.caller.supportRequest.ask(input)
    scene.ctx.setClock(new Date('2027-03-31T09:00:00Z'))
    expect(
      await scene.caller.supportRequest.ask({ ...input, sentAt: '2027-03-31T09:00:00Z' }),
    ).toEqual(first)
    expect(
      await scene.caller.supportRequest.ask({
        ...input,
        request: { ...input.request, name: ' ', reach: { by: 'phone', to: ' 01632 960 001 ' } },
      }),
    ).toEqual(first)
  })

  it('refuses other words under the same id, racing too, and keeps the first ones', async () => {
    const input = sentRequest()
    const others = ['01632 960 002', '01632 960 003', '01632 960 004'].map((to) => ({
      ...input,
      request: { ...input.request, reach: { by: 'phone' as const, to } },
    }))
    const results = await Promise.all(
      [input, ...others].map((one) => scene.caller.supportRequest.ask(one)),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 3 }, () => refusal('request-received-different')),
    )
    expect(await rowOf(input.requestId)).toHaveLength(1)
    const [row] = await rowOf(input.requestId)
    await scene.caller.supportRequest.ask({
      ...input,
      request: { ...input.request, needs: ['audio'], say: {} },
    })
    expect(await rowOf(input.requestId)).toEqual([row])
  })

  it('refuses what the rule refuses, with every problem, and stores nothing', async () => {
    const input = sentRequest({ needs: [], reach: { by: 'email', to: 'nobody' } })
    expect(await scene.caller.supportRequest.ask(input)).toEqual({
      ok: false,
      problems: [{ code: 'need-missing' }, { code: 'reach-to-unclear', by: 'email' }],
    })
    expect(await rowOf(input.requestId)).toEqual([])
  })

  it('takes requests after closing, and tells who asked before it', async () => {
    scene.ctx.setClock(afterClosing)
    const [late, inTime] = [
      sentRequest({}, { completedAt: '2027-03-01T18:00:00Z', sentAt: '2027-03-01T18:00:00Z' }),
      sentRequest({}, { completedAt: '2027-02-27T18:00:00Z', sentAt: '2027-03-01T18:00:00Z' }),
    ]
    for (const input of [late, inTime])
      expect((await scene.caller.supportRequest.ask(input)).ok).toBe(true)
    expect([await rowOf(late.requestId), await rowOf(inTime.requestId)]).toMatchObject([
      [{ in_time: false }],
      [{ in_time: true }],
    ])
  })

  it('is due on the working day before closing when that comes first', async () => {
    scene.ctx.setClock(new Date('2027-02-24T10:00:00Z'))
    expect(await scene.caller.supportRequest.ask(sentRequest())).toMatchObject({
      ok: true,
      value: { dueOn: '2027-02-26' },
    })
  })

  it('refuses what is about no consultation, and a new one about a consultation that was taken down', async () => {
    expect(await scene.caller.supportRequest.ask(sentRequest({}, { slug: 'nowhere' }))).toEqual(
      refusal('consultation-unknown'),
    )
    await publish(scene.database.calls, smallConsultation({ slug: 'gone' }))
    const before = sentRequest({}, { slug: 'gone' })
    const first = await scene.caller.supportRequest.ask(before)
    await markRetracted(scene.database.calls, 'gone', {
      at: new Date('2027-02-01'),
      reason: 'A mistake',
    })
    expect(await scene.caller.supportRequest.ask(sentRequest({}, { slug: 'gone' }))).toEqual(
      refusal('consultation-retracted'),
    )
    expect(await scene.caller.supportRequest.ask(before)).toEqual(first)
  })

  it('draws another reference when the first is taken', async () => {
    const fixed = { ...scene.ctx, random: (bytes: number) => new Uint8Array(bytes) }
    expect(await callerFor(fixed).supportRequest.ask(sentRequest())).toMatchObject({
      ok: true,
      value: { reference: 'BBBB-0000' },
    })
    let draws = 0
    const soonOther = {
      ...scene.ctx,
      random: (bytes: number) => (draws++ < 1 ? new Uint8Array(bytes) : scene.ctx.random(bytes)),
    }
    expect((await callerFor(soonOther).supportRequest.ask(sentRequest())).ok).toBe(true)
    await expect(callerFor(fixed).supportRequest.ask(sentRequest())).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    })
  })

  it.each<[string, object]>([
    ['a field too many', { responseId: sentResponse().input.responseId }],
    ['a need that there is not', { request: { ...sentRequest().request, needs: ['money'] } }],
    [
      'a way that there is not',
      { request: { ...sentRequest().request, reach: { by: 'fax', to: '1' } } },
    ],
    ['no way to be reached', { request: { ...sentRequest().request, reach: undefined } }],
    ['a text past every limit', { request: { ...sentRequest().request, name: 'x'.repeat(4_001) } }],
    ['an id that is none', { requestId: 'x' }],
  ])('does not read %s', async (_, changes) => {
    await expect(
      scene.caller.supportRequest.ask({ ...sentRequest(), ...changes }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('a request for support', () => {
  it('is limited for each network, apart from responses', async () => {
    const app = await callApp({
      database: scene.database,
      limits: { supportRequests: 3 },
      config: { trustProxy: ['127.0.0.1'] },
    })
    const from = { 'x-forwarded-for': '203.0.113.9' }
    const statuses: number[] = []
    for (let sent = 0; sent < 4; sent += 1)
      statuses.push(
        (await app.inject(callOf('supportRequest.ask', sentRequest(), from))).statusCode,
      )
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(
      (await app.inject(callOf('response.submit', sentResponse().input, from))).statusCode,
    ).toBe(200)
    await app.close()
  })

  it('leaves nothing of itself in the log, and nothing that joins it to a response', async () => {
    const lines: string[] = []
    const app = await callApp({ database: scene.database, lines })
    const [asked, sent] = [
      sentRequest({
        name: 'Canary Wren',
        when: 'canary at noon',
        reach: { by: 'email', to: 'canary@example.com' },
      }),
      sentResponse(),
    ]
    await app.inject(callOf('response.submit', sent.input))
    const { value } = (await app.inject(callOf('supportRequest.ask', asked))).json().result.data
    await app.inject(
      callOf('supportRequest.ask', { ...asked, request: { ...asked.request, name: 7 } }),
    )
    await app.close()
    const log = lines.join('')
    expect(log).toContain('/trpc/supportRequest.ask')
    for (const word of [
      'Canary',
      'canary',
      'Polish',
      asked.requestId,
      value.reference,
      sent.input.responseId,
    ])
      expect(log).not.toContain(word)
    const { rows } = await scene.database
      .asOwner(`select r::text as response, s::text as request from response r, support_request s
      where r.id = '${sent.input.responseId}' and s.id = '${asked.requestId}'`)
    const words = (row: string) =>
      new Set(row.match(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{4}-\d{4}|\d{4}-\d\d-\d\d \d\d:\d\d/g))
    const consultation = (
      await scene.database.asOwner("select id from consultation where slug = 'waiting-rooms'")
    ).rows[0].id
    expect([...words(rows[0].response)].filter((word) => words(rows[0].request).has(word))).toEqual(
      [consultation],
    )
  })

  it('has columns that say what is needed, and none of an account, address, device, response or moment', async () => {
    const { rows } = await scene.database
      .asOwner(`select column_name as name, data_type as type, column_default as otherwise
      from information_schema.columns where table_name = 'support_request' order by 1`)
    expect(rows.map(({ name }) => name)).toEqual([
      'called',
      'closed_on',
      'consultation_id',
      'content_hash',
      'due_on',
      'erased_on',
      'id',
      'in_time',
      'needs',
      'note',
      'reach_by',
      'reach_to',
      'received_on',
      'reference',
      'remember',
      'say',
      'state',
      'suits',
    ])
    expect(
      rows.filter(({ type, otherwise }) => otherwise !== null || /timestamp/.test(type)),
    ).toEqual([])
  })

  it('is never without what it needs, whoever writes it', async () => {
    const { requestId } = sentRequest()
    await scene.caller.supportRequest.ask(sentRequest({}, { requestId }))
    for (const change of [
      "needs = '{}'",
      "needs = '{money}'",
      "state = 'met'",
      "closed_on = '2027-02-03'",
      'due_on = received_on',
      "reference = 'x'",
      "state = 'not-met', closed_on = '2027-02-03'",
      "erased_on = '2027-02-03'",
      'reach_to = null',
      "reach_by = 'fax'",
      "state = 'met', closed_on = '2020-01-01'",
    ]) {
      await expect(
        scene.database.asOwner(`update support_request set ${change} where id = '${requestId}'`),
        change,
      ).rejects.toMatchObject({ code: '23514' })
    }
  })
})
