import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import {
  anotherCode,
  hashOfCode,
  letIn,
  publishRound,
  sentContribution,
  whileRoundOpen,
} from '../../test-support/sample-round.ts'
import { setScene } from '../../test-support/scene.ts'

const scene = setScene()
const open = () => {
  scene.ctx.setClock(whileRoundOpen)
  return publishRound(scene.database)
}
const rowsOf = async (roundId: string) =>
  (
    await sql<{
      state: string
      revision: number
      said: object
    }>`select c.state, c.revision, w.said from contribution c left join contribution_words w on w.contribution_id = c.id
       where c.round_id = ${roundId} order by c.received_at`.execute(scene.ctx.db)
  ).rows
const shownIn = async (roundId: string) =>
  (
    await sql<{ number: number; body: string; replies: number; answered: number | null }>`
      select number, body, replies, answered_number as answered from contribution_shown where round_id = ${roundId} order by number`.execute(
      scene.ctx.db,
    )
  ).rows

describe('contributing', () => {
  it('stores what was said, as waiting, and shows it to nobody', async () => {
    const round = await open()
    const result = await scene.caller.round.contribute(
      sentContribution(round, { text: ' Hello. ' }),
    )
    expect(result).toEqual({
      ok: true,
      value: {
        contributionId: expect.any(String),
        slug: round.slug,
        revision: 1,
        state: 'waiting',
        late: false,
        receivedAt: '2027-03-10T12:00:00.000Z',
        closesAt: round.closesAt,
      },
    })
    const [row] = await rowsOf(round.id)
    expect(row).toMatchObject({ state: 'waiting', said: { text: 'Hello.' } })
    expect(await shownIn(round.id)).toEqual([])
  })

  it('counts once what is sent many times at once, with equal receipts (P3, F06)', async () => {
    const round = await open()
    const sent = sentContribution(round)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => scene.caller.round.contribute(sent)),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.ok).toBe(true)
    expect(await rowsOf(round.id)).toHaveLength(1)
  })

  it('answers a repeat after closing, and after a moderator has decided', async () => {
    const round = await open()
    const sent = sentContribution(round)
    await scene.caller.round.contribute(sent)
    await letIn(scene.ctx, sent.contributionId)
    scene.ctx.setClock(new Date('2027-05-01T00:00:00Z'))
    expect(await scene.caller.round.contribute(sent)).toMatchObject({
      ok: true,
      value: { state: 'accepted', number: 1, receivedAt: '2027-03-10T12:00:00.000Z' },
    })
  })

  it('refuses other words, another code and another round under the same id', async () => {
    const round = await open()
    const sent = sentContribution(round)
    await scene.caller.round.contribute(sent)
    const elsewhere = await publishRound(scene.database)
    for (const other of [
      { ...sent, said: { ...sent.said, text: 'Something else' } },
      { ...sent, codeHash: hashOfCode(anotherCode) },
      { ...sent, slug: elsewhere.slug },
    ])
      expect(await scene.caller.round.contribute(other)).toEqual({
        ok: false,
        problems: [{ code: 'contribution-received-different' }],
      })
    expect(await rowsOf(round.id)).toHaveLength(1)
    expect(await rowsOf(elsewhere.id)).toHaveLength(0)
  })

  it('shows at once what somebody says who was heard before, and waits again under another code', async () => {
    const round = await open()
    const first = sentContribution(round)
    await scene.caller.round.contribute(first)
    await letIn(scene.ctx, first.contributionId)
    const second = await scene.caller.round.contribute(sentContribution(round, { text: 'More.' }))
    expect(second).toMatchObject({ ok: true, value: { state: 'accepted', number: 2 } })
    const stranger = sentContribution(round, {}, { code: anotherCode })
    expect(await scene.caller.round.contribute(stranger)).toMatchObject({
      value: { state: 'waiting' },
    })
    expect((await shownIn(round.id)).map(({ number }) => number)).toEqual([1, 2])
  })

  it('keeps what somebody says who needs help from everybody, whatever the round says (S54)', async () => {
    scene.ctx.setClock(whileRoundOpen)
    const round = await publishRound(scene.database, { moderation: 'after' })
    const sent = sentContribution(round, { helpNow: true })
    expect(await scene.caller.round.contribute(sent)).toMatchObject({ value: { state: 'waiting' } })
    expect(await shownIn(round.id)).toEqual([])
  })

  it('keeps what was finished before closing and came after, as late, for a moderator', async () => {
    const round = await publishRound(scene.database, { moderation: 'after' })
    scene.ctx.setClock(new Date('2027-03-21T17:00:00Z'))
    const completedAt = '2027-03-20T16:00:00Z'
    const sent = sentContribution(round, {}, { completedAt, sentAt: '2027-03-21T17:00:00Z' })
    expect(await scene.caller.round.contribute(sent)).toMatchObject({
      ok: true,
      value: { state: 'waiting', late: true },
    })
    expect(await shownIn(round.id)).toEqual([])
  })

  it('answers a comment; a reply to a reply stands under the same comment', async () => {
    scene.ctx.setClock(whileRoundOpen)
    const round = await publishRound(scene.database, { moderation: 'after' })
    await scene.caller.round.contribute(sentContribution(round))
    await scene.caller.round.contribute(sentContribution(round, {}, { inReplyTo: 1 }))
    await scene.caller.round.contribute(sentContribution(round, {}, { inReplyTo: 2 }))
    expect(await shownIn(round.id)).toMatchObject([
      { number: 1, answered: null, replies: 2 },
      { number: 2, answered: 1 },
      { number: 3, answered: 1 },
    ])
  })

  it('refuses an answer to what is not there, an unknown round, and a retracted one', async () => {
    const round = await open()
    const answer = await scene.caller.round.contribute(
      sentContribution(round, {}, { inReplyTo: 9 }),
    )
    expect(answer).toEqual({ ok: false, problems: [{ code: 'answered-unknown' }] })
    const nowhere = sentContribution({ slug: 'no-such-round' })
    const unknown = { ok: false, problems: [{ code: 'round-unknown' }] }
    expect(await scene.caller.round.contribute(nowhere)).toEqual(unknown)
    await sql`update round set retracted_at = now(), retracted_reason = 'A mistake' where id = ${round.id}`.execute(
      scene.ctx.db,
    )
    expect(await scene.caller.round.contribute(sentContribution(round))).toEqual(unknown)
  })

  it('gives every number once, however many are shown at once', async () => {
    scene.ctx.setClock(whileRoundOpen)
    const round = await publishRound(scene.database, { moderation: 'after' })
    await Promise.all(
      Array.from({ length: 20 }, () => scene.caller.round.contribute(sentContribution(round))),
    )
    expect((await shownIn(round.id)).map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    )
  })
})
