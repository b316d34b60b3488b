import { randomUUID } from 'node:crypto'
import type { ChangeId, ResponseId } from '@takepart/shared/domain/core/ids'
import { describe, expect, it } from 'vitest'
import {
  afterClosing,
  changeOf,
  otherAnswers,
  sentResponse,
  withdrawalOf,
  type SentResponse,
} from '../../test-support/sample-response.ts'
import { setScene } from '../../test-support/scene.ts'
import { callerFor } from '../../test-support/test-context.ts'

const scene = setScene()

const received = async (): Promise<SentResponse> => {
  const sent = sentResponse()
  expect((await scene.caller.response.submit(sent.input)).ok).toBe(true)
  return sent
}
const rowOf = async (id: ResponseId) =>
  (await scene.database.calls.selectFrom('response').selectAll().where('id', '=', id).execute())[0]
const changesOf = (id: ResponseId) =>
  scene.database.calls
    .selectFrom('response_change')
    .selectAll()
    .where('response_id', '=', id)
    .execute()
/** Waits until a statement stands behind a lock that another transaction holds. */
const untilOneWaits = async (): Promise<void> => {
  for (let looked = 0; looked < 100; looked += 1) {
    const waiting = await scene.database.asOwner(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
    if (waiting.rowCount) return
  }
  throw new Error('Nothing waits')
}
const refusal = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] })

describe('changeResponse', () => {
  it('replaces the answers and gives a receipt of the next revision', async () => {
    const sent = await received()
    const result = await scene.caller.response.change(changeOf(sent))
    expect(result).toMatchObject({
      ok: true,
      value: { revision: 2, state: 'received', receivedAt: '2027-02-01T10:00:00.000Z' },
    })
    expect(await rowOf(sent.input.responseId)).toMatchObject({ revision: 2, answers: otherAnswers })
  })

  it('takes the private code however it is typed', async () => {
    const sent = await received()
    const typed = changeOf({ ...sent, code: ` ${sent.code.toLowerCase().replaceAll('-', ' ')} ` })
    expect(await scene.caller.response.change(typed)).toMatchObject({ ok: true })
  })

  it('counts a change sent ten times at once as one', async () => {
    const sent = await received()
    const change = changeOf(sent)
    const results = await Promise.all(
      Array.from({ length: 10 }, () => scene.caller.response.change(change)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(results[0]).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(await changesOf(sent.input.responseId)).toHaveLength(1)
  })

  it('answers a repeat with its receipt after closing, and refuses a new change then', async () => {
    const sent = await received()
    const change = changeOf(sent)
    const first = await scene.caller.response.change(change)
    scene.ctx.setClock(afterClosing)
    expect(await scene.caller.response.change(change)).toEqual(first)
    const now = afterClosing.toISOString()
    expect(
      await scene.caller.response.change(
        changeOf(sent, { baseRevision: 2, completedAt: now, sentAt: now }),
      ),
    ).toEqual(refusal('consultation-closed'))
  })

  it('still answers a repeat of the first sending with the first receipt', async () => {
    const sent = sentResponse()
    const first = await scene.caller.response.submit(sent.input)
    await scene.caller.response.change(changeOf(sent))
    expect(await scene.caller.response.submit(sent.input)).toEqual(first)
    expect(await rowOf(sent.input.responseId)).toMatchObject({ revision: 2, answers: otherAnswers })
  })

  it('lets one of two changes made from the same revision through', async () => {
    const sent = await received()
    const results = await Promise.all(
      [changeOf(sent), changeOf(sent)].map((change) => scene.caller.response.change(change)),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(results.find((result) => !result.ok)).toEqual(refusal('response-changed-elsewhere'))
  })

  it('refuses other words under the same change id, and the change id of another response', async () => {
    const [sent, other] = [await received(), await received()]
    const change = changeOf(sent)
    await scene.caller.response.change(change)
    expect(await scene.caller.response.change({ ...change, answers: sent.input.answers })).toEqual(
      refusal('response-received-different'),
    )
    expect(
      await scene.caller.response.change(changeOf(other, { changeId: change.changeId })),
    ).toEqual(refusal('response-received-different'))
    expect(await rowOf(other.input.responseId)).toMatchObject({ revision: 1 })
  })

  it('refuses what the rule refuses and keeps what was there', async () => {
    const sent = await received()
    expect(await scene.caller.response.change(changeOf(sent, { answers: {} }))).toEqual(
      refusal('answer-missing'),
    )
    expect(await rowOf(sent.input.responseId)).toMatchObject({
      revision: 1,
      answers: sent.input.answers,
    })
  })

  it("has one answer for a wrong code, an unknown response and somebody else's code", async () => {
    const [sent, other] = [await received(), await received()]
    const wrong = await scene.caller.response.change(
      changeOf({ ...sent, code: '0000-0000-0000-0000-0000' }),
    )
    const unknown = await scene.caller.response.change(
      changeOf(sent, { responseId: randomUUID() as ResponseId }),
    )
    const others = await scene.caller.response.change(changeOf({ ...sent, code: other.code }))
    expect([wrong, unknown, others]).toEqual([wrong, wrong, wrong])
    expect(wrong).toEqual({ ok: false, problems: [{ code: 'response-not-found' }] })
    expect(await rowOf(sent.input.responseId)).toMatchObject({ revision: 1 })
  })
})

describe('withdrawResponse', () => {
  it('erases the words and every hash of them, and keeps that there was a response', async () => {
    const sent = await received()
    await scene.caller.response.change(changeOf(sent))
    expect(await scene.caller.response.withdraw(withdrawalOf(sent))).toMatchObject({
      ok: true,
      value: { state: 'withdrawn', revision: 2 },
    })
    expect(await rowOf(sent.input.responseId)).toMatchObject({
      state: 'withdrawn',
      answers: null,
      content_hash: null,
      first_hash: null,
    })
    expect((await changesOf(sent.input.responseId)).map((change) => change.content_hash)).toEqual([
      null,
      null,
    ])
  })

  it('answers a repeat with its receipt, and another withdrawal with the truth', async () => {
    const sent = await received()
    const withdrawal = withdrawalOf(sent)
    const first = await scene.caller.response.withdraw(withdrawal)
    scene.ctx.setClock(afterClosing)
    expect(await scene.caller.response.withdraw(withdrawal)).toEqual(first)
    expect(await scene.caller.response.withdraw(withdrawalOf(sent))).toEqual(
      refusal('response-withdrawn'),
    )
  })

  it('counts a withdrawal sent ten times at once as one', async () => {
    const sent = await received()
    const withdrawal = withdrawalOf(sent)
    const results = await Promise.all(
      Array.from({ length: 10 }, () => scene.caller.response.withdraw(withdrawal)),
    )
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    expect(await changesOf(sent.input.responseId)).toHaveLength(1)
  })

  it('refuses changes afterwards, and withdrawing after closing', async () => {
    const sent = await received()
    await scene.caller.response.withdraw(withdrawalOf(sent))
    expect(await scene.caller.response.change(changeOf(sent))).toEqual(
      refusal('response-withdrawn'),
    )
    const late = await received()
    scene.ctx.setClock(afterClosing)
    expect(await scene.caller.response.withdraw(withdrawalOf(late))).toEqual(
      refusal('consultation-closed'),
    )
    expect(await rowOf(late.input.responseId)).toMatchObject({ state: 'received' })
  })

  it('does not withdraw with a wrong code or under the id of a change', async () => {
    const sent = await received()
    const change = changeOf(sent)
    await scene.caller.response.change(change)
    expect(
      await scene.caller.response.withdraw(
        withdrawalOf({ ...sent, code: '0000-0000-0000-0000-0000' }),
      ),
    ).toEqual(refusal('response-not-found'))
    expect(
      await scene.caller.response.withdraw(withdrawalOf(sent, { changeId: change.changeId })),
    ).toEqual(refusal('response-received-different'))
    expect(await rowOf(sent.input.responseId)).toMatchObject({ state: 'received' })
  })

  it('leaves one of a change and a withdrawal sent at once with the last word, and nothing between', async () => {
    for (let round = 0; round < 10; round += 1) {
      const sent = await received()
      const [changed, withdrawn] = await Promise.all([
        scene.caller.response.change(changeOf(sent)),
        scene.caller.response.withdraw(withdrawalOf(sent, { changeId: randomUUID() as ChangeId })),
      ])
      expect(withdrawn.ok).toBe(true)
      const row = await rowOf(sent.input.responseId)
      expect(row).toMatchObject({ state: 'withdrawn', answers: null, revision: changed.ok ? 2 : 1 })
    }
  })

  it('erases the hash of a change that is stored while the withdrawal waits for it', async () => {
    const sent = await received()
    const withdrawn = await scene.database.calls.transaction().execute(async (trx) => {
      expect((await callerFor({ ...scene.ctx, db: trx }).response.change(changeOf(sent))).ok).toBe(
        true,
      )
      const withdrawing = scene.caller.response.withdraw(withdrawalOf(sent))
      await untilOneWaits()
      return { withdrawing }
    })
    expect(await withdrawn.withdrawing).toMatchObject({
      ok: true,
      value: { state: 'withdrawn', revision: 2 },
    })
    expect((await changesOf(sent.input.responseId)).map((one) => one.content_hash)).toEqual([
      null,
      null,
    ])
  })
})

describe('readResponse', () => {
  it('opens a response with reference and private code, however they are typed, also after closing', async () => {
    const sent = sentResponse()
    const result = await scene.caller.response.submit(sent.input)
    const reference = result.ok ? result.value.reference : ''
    scene.ctx.setClock(afterClosing)
    const typed = {
      reference: reference.toLowerCase().replace('-', ' '),
      code: sent.code.toLowerCase(),
    }
    expect(await scene.caller.response.read(typed)).toEqual({
      ok: true,
      value: {
        receipt: result.ok && result.value,
        slug: 'waiting-rooms',
        version: 1,
        edition: 'standard',
        answers: sent.input.answers,
      },
    })
  })

  it('shows a withdrawn response without words', async () => {
    const sent = await received()
    await scene.caller.response.withdraw(withdrawalOf(sent))
    const { reference } = (await rowOf(sent.input.responseId)) ?? { reference: '' }
    expect(await scene.caller.response.read({ reference, code: sent.code })).toMatchObject({
      ok: true,
      value: { receipt: { state: 'withdrawn' }, answers: {} },
    })
  })

  it('has one answer for a wrong code, an unknown reference and what can be neither', async () => {
    const sent = await received()
    const { reference } = (await rowOf(sent.input.responseId)) ?? { reference: '' }
    const notFound = { ok: false, problems: [{ code: 'response-not-found' }] }
    expect(
      await scene.caller.response.read({ reference, code: '0000-0000-0000-0000-0000' }),
    ).toEqual(notFound)
    expect(await scene.caller.response.read({ reference: 'ZZZZ-0000', code: sent.code })).toEqual(
      notFound,
    )
    expect(await scene.caller.response.read({ reference: '', code: '' })).toEqual(notFound)
  })

  it('does the same work for a wrong code as for an unknown reference', async () => {
    const sent = await received()
    const { reference } = (await rowOf(sent.input.responseId)) ?? { reference: '' }
    const readers = {
      wrong: { reference, code: '0000-0000-0000-0000-0000' },
      unknown: { reference: 'ZZZZ-0000', code: '1111-1111-1111-1111-1111' },
    }
    const limiter = {
      take: () => 0,
      giveBack: () => undefined,
      exchange: async () => undefined,
      size: () => 0,
    }
    const reader = callerFor({ ...scene.ctx, limiter })
    const times = { wrong: [] as number[], unknown: [] as number[] }
    for (let round = 0; round < 300; round += 1) {
      for (const kind of ['wrong', 'unknown'] as const) {
        const begun = performance.now()
        await reader.response.read(readers[kind])
        times[kind].push(performance.now() - begun)
      }
    }
    const median = (all: number[]): number =>
      all.sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
    const [wrong, unknown] = [median(times.wrong), median(times.unknown)]
    expect(Math.abs(wrong - unknown) / Math.max(wrong, unknown)).toBeLessThan(0.35)
  })
})

describe('limits on wrong codes', () => {
  it('says so after ten wrong codes for one response, to the right code as well, and not to another network', async () => {
    const sent = await received()
    const { reference } = (await rowOf(sent.input.responseId)) ?? { reference: '' }
    for (let tries = 0; tries < 10; tries += 1)
      await scene.caller.response.read({ reference, code: '0000-0000-0000-0000-0000' })
    expect(await scene.caller.response.read({ reference, code: sent.code })).toEqual({
      ok: false,
      problems: [{ code: 'too-many-tries', minutes: expect.any(Number) }],
    })
    const elsewhere = callerFor({ ...scene.ctx, network: '198.51.100.0/24' })
    expect(await elsewhere.response.read({ reference, code: sent.code })).toMatchObject({
      ok: true,
    })
  })

  it('counts guesses made at once, and lets nobody guess over all responses of a network', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 150 }, (_, number) =>
        scene.caller.response.read({
          reference: `BBBB-${String(number).padStart(4, '0')}`,
          code: '0000-0000-0000-0000-0000',
        }),
      ),
    )
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.problems[0]?.code))
    expect(codes.filter((code) => code === 'response-not-found')).toHaveLength(100)
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(50)
  })

  it('remembers no more responses than a network may try codes on, whatever it sends', async () => {
    const before = scene.ctx.limiter.size()
    const tries = Array.from({ length: 300 }, () => randomUUID())
    for (const responseId of tries) {
      await scene.caller.response
        .change({ ...changeOf(sentResponse()), responseId: responseId as ResponseId })
        .catch(() => undefined)
      await scene.caller.response.change({ responseId } as never).catch(() => undefined)
    }
    expect(scene.ctx.limiter.size() - before).toBeLessThanOrEqual(101)
  })

  it('counts no right code: somebody may open their own response all day', async () => {
    const sent = await received()
    const { reference } = (await rowOf(sent.input.responseId)) ?? { reference: '' }
    for (let visit = 0; visit < 120; visit += 1)
      expect((await scene.caller.response.read({ reference, code: sent.code })).ok).toBe(true)
  })

  it('asks an outbox to come back later instead of refusing a change', async () => {
    const sent = await received()
    const wrong = { ...sent, code: '0000-0000-0000-0000-0000' }
    for (let tries = 0; tries < 10; tries += 1) await scene.caller.response.change(changeOf(wrong))
    await expect(scene.caller.response.change(changeOf(sent))).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    })
  })

  it('refuses sending beyond the budget of a network, and keeps a hospital going below it', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 1250 }, () =>
        scene.caller.response.submit(sentResponse({ answers: {} }).input),
      ),
    )
    // A slow machine may put some of the others off (503): that is no limit on a network.
    const refused = results.filter(
      (result) =>
        result.status === 'rejected' &&
        (result.reason as { code?: string }).code === 'TOO_MANY_REQUESTS',
    )
    expect(refused).toHaveLength(50)
  })
})
