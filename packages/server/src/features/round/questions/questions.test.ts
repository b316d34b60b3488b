import { randomUUID } from 'node:crypto'
import { orderOfQuestions } from '@takepart/shared/domain/round/questions/order-of-questions'
import type { Round } from '@takepart/shared/domain/round/round'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  afterAsking,
  askAll,
  publishQuestions,
  questionsDesk,
  wantedBy,
} from '../../../test-support/sample-questions.ts'
import { letIn, sentContribution, sentEdit } from '../../../test-support/sample-round.ts'
import { setScene } from '../../../test-support/scene.ts'
import { hideContribution } from '../show-contribution.queries.ts'
import { questionsWaiting } from './questions-waiting.ts'
import { finishedAt, listQuestions, readSession } from './question.queries.ts'

const scene = setScene()
const questionsOf = ({ id }: Pick<Round, 'id'>) => listQuestions(scene.ctx.db, id)
const standingOf = async (round: Round) =>
  Object.fromEntries((await questionsOf(round)).map(({ number, state }) => [number, state]))
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.problems?.map(({ code }) => code).join(' ')

async function inProgress(texts: readonly string[], changes: Partial<Round> = {}) {
  const round = await publishQuestions(scene, changes)
  const asked = await askAll(scene, round, texts)
  const { desk, ctx, actor } = await questionsDesk(scene, { roles: ['moderator'] })
  const take = (number: number, by = 'Jo Fenn') => desk.take({ round: round.id, number, by })
  const answer = (number: number, text = 'Yes.', id: string = randomUUID()) =>
    desk.answer({ round: round.id, number, id, text })
  const giveReason = (number: number) =>
    desk.giveReason({ round: round.id, number, why: 'not-known', note: '' })
  return { round, asked, desk, ctx, actor, take, answer, giveReason }
}

describe('answering', () => {
  it('takes a question, answers it in the name of whoever took it, and shows the answer', async () => {
    const { round, take, answer } = await inProgress(['Is there a bus?'])
    expect(codes(await answer(1))).toBe('question-moved-on')
    expect(codes(await take(1))).toBe('ok')
    expect(await standingOf(round)).toEqual({ 1: 'being-answered' })
    expect(codes(await answer(1, ' At half past nine. '))).toBe('ok')
    const [question] = await questionsOf(round)
    expect(question).toMatchObject({ state: 'answered', answer: 2, byName: 'Jo Fenn' })
    const { rows } =
      await sql`select name, source, source_note as note, body, answered_number as "to"
      from contribution_shown where round_id = ${round.id} and number = 2`.execute(scene.ctx.db)
    expect(rows).toEqual([
      {
        name: 'Jo Fenn',
        source: 'staff',
        note: 'nurse at Birch',
        body: 'At half past nine.',
        to: 1,
      },
    ])
  })

  it('gives a question to one of two who take it at the same moment', async () => {
    const { round, take } = await inProgress(['One?', 'Two?'])
    const answers = await Promise.all([take(1), take(1, 'Sunil Dray'), take(1), take(1)])
    expect(answers.map(codes).toSorted()).toEqual([
      'ok',
      'question-moved-on',
      'question-moved-on',
      'question-moved-on',
    ])
    expect(await standingOf(round)).toEqual({ 1: 'being-answered', 2: 'waiting' })
  })

  it('answers once, though the page sends the same answer again', async () => {
    const { round, desk, take } = await inProgress(['One?'])
    await take(1)
    const sent = { round: round.id, number: 1, id: randomUUID(), text: 'Yes.' }
    const answers = await Promise.all([desk.answer(sent), desk.answer(sent), desk.answer(sent)])
    expect(answers.map(codes)).toEqual(['ok', 'ok', 'ok'])
    expect(await questionsOf(round)).toMatchObject([{ answer: 2 }])
    expect((await readSession(scene.ctx.db, round.id)).questions).toHaveLength(1)
  })

  it('keeps to the order that the rule makes of what is stored', async () => {
    const { round, take } = await inProgress(['1?', '2?', '3?', '4?', '5?'])
    await wantedBy(scene, round, { number: 5, count: 10 })
    await wantedBy(scene, round, { number: 4, count: 20 })
    const { questions } = await readSession(scene.ctx.db, round.id)
    expect(orderOfQuestions(questions)).toEqual([4, 5, 1, 2, 3])
    expect([codes(await take(2)), codes(await take(4)), codes(await take(1))]).toEqual([
      'not-in-turn',
      'ok',
      'ok',
    ])
  })

  it('puts one back, and gives reasons', async () => {
    const { round, desk, take, giveReason } = await inProgress(['One?', 'Two?'])
    await take(1)
    expect(codes(await desk.putBack({ round: round.id, number: 1 }))).toBe('ok')
    expect(await standingOf(round)).toEqual({ 1: 'waiting', 2: 'waiting' })
    expect(codes(await giveReason(2))).toBe('ok')
    expect(codes(await giveReason(2))).toBe('question-moved-on')
  })

  it('is for the team of the round, and joining for its moderators', async () => {
    const { round } = await inProgress(['One?', 'Two?'])
    const input = { round: round.id, number: 1, by: 'Jo Fenn' }
    const { desk: stranger } = await questionsDesk(scene, { roles: ['moderator'], teams: [] })
    expect(codes(await stranger.take(input))).toBe('session-unknown')
    const team = { teams: [round.id] }
    const { desk: author } = await questionsDesk(scene, { roles: ['author'], ...team })
    expect(codes(await author.take(input))).toBe('ok')
    await expect(author.join({ round: round.id, number: 2, to: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const { desk: analyst } = await questionsDesk(scene, { roles: ['analyst'], ...team })
    await expect(analyst.take(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('writes into the audit log who did what, without a word of anybody', async () => {
    const { round, actor, take } = await inProgress(['A secret word?'])
    await take(1)
    const { rows } =
      await sql`select verb, thing, detail from audit_entry where actor = ${`staff:${actor.staffId}`}`.execute(
        scene.ctx.db,
      )
    expect(rows).toEqual([
      { verb: 'question.take', thing: `round:${round.id}`, detail: 'question 1' },
    ])
  })
})

describe('wanting to know it too', () => {
  it('counts one device once, however many presses come at once', async () => {
    const { round } = await inProgress(['One?'])
    const deviceId = randomUUID()
    const press = { slug: round.slug, number: 1, kind: 'wanted', deviceId, on: true } as const
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => scene.caller.round.acknowledge(press)),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await questionsOf(round)).toMatchObject([{ wanted: 1 }])
  })

  it('counts a device once that wants two questions which are joined', async () => {
    const { round, desk } = await inProgress(['One?', 'Two?'])
    const deviceId = randomUUID()
    for (const number of [1, 2])
      await scene.caller.round.acknowledge({
        slug: round.slug,
        number,
        kind: 'wanted',
        deviceId,
        on: true,
      })
    await wantedBy(scene, round, { number: 2, count: 1 })
    await desk.join({ round: round.id, number: 2, to: 1 })
    expect(await questionsOf(round)).toMatchObject([{ wanted: 2 }, { wanted: 0, joinedTo: 1 }])
  })

  it('is refused of what has its answer, of what is there not, and where people talk', async () => {
    const { round, giveReason } = await inProgress(['One?'])
    await giveReason(1)
    const press = { slug: round.slug, kind: 'wanted', deviceId: randomUUID(), on: true } as const
    expect(codes(await scene.caller.round.acknowledge({ ...press, number: 1 }))).toBe(
      'question-ended',
    )
    expect(codes(await scene.caller.round.acknowledge({ ...press, number: 7 }))).toBe(
      'question-ended',
    )
    expect(
      codes(await scene.caller.round.acknowledge({ ...press, kind: 'alike', number: 1 })),
    ).toBe('answered-unknown')
    const talk = await publishQuestions(scene, { kind: 'discussion' })
    await askAll(scene, talk, ['One?'])
    expect(
      codes(await scene.caller.round.acknowledge({ ...press, slug: talk.slug, number: 1 })),
    ).toBe('answered-unknown')
  })
})

describe('asking', () => {
  it('takes no replies from the public', async () => {
    const { round } = await inProgress(['One?'])
    const reply = sentContribution(round, {}, { inReplyTo: 1 })
    expect(codes(await scene.caller.round.contribute(reply))).toBe('questions-only')
  })

  it('keeps the words of a question that somebody has taken, and its place when they are changed before', async () => {
    const { round, asked, take } = await inProgress(['One?', 'Two?'])
    const [first, second] = asked
    const edit = (one: (typeof asked)[number]) =>
      scene.caller.round.edit(sentEdit(one.id, { text: 'Something else?' }, { code: one.code }))
    await take(1)
    expect(codes(await edit(first!))).toBe('question-taken')
    expect(codes(await edit(second!))).toBe('ok')
    expect(
      (await readSession(scene.ctx.db, round.id)).questions.map(({ number }) => number),
    ).toEqual([1])
    await letIn(scene.ctx, second!.id, 2)
    expect(await standingOf(round)).toEqual({ 1: 'being-answered', 2: 'waiting' })
  })

  it('lets a question be taken back; those joined with it stand for themselves again', async () => {
    const { round, asked, desk } = await inProgress(['One?', 'Two?', 'Three?'])
    await desk.join({ round: round.id, number: 2, to: 1 })
    const [first] = asked
    await scene.caller.round.withdraw({ contributionId: first!.id, code: first!.code })
    expect(await standingOf(round)).toEqual({ 2: 'waiting', 3: 'waiting' })
  })

  it('keeps the place of an answered question that is taken back, without its words', async () => {
    const { round, asked, take, answer } = await inProgress(['One?'])
    await take(1)
    await answer(1)
    await scene.caller.round.withdraw({ contributionId: asked[0]!.id, code: asked[0]!.code })
    expect(await questionsOf(round)).toMatchObject([{ state: 'answered', said: false, answer: 2 }])
  })
})

describe('what needs somebody today', () => {
  it('names rounds of questions with open ones, to those who run them', async () => {
    const { round, ctx, actor, giveReason } = await inProgress(['One?', 'Two?'])
    const mine = async (who = actor) =>
      (await questionsWaiting({ ...ctx, actor: who })).filter(({ id }) => id.includes(round.id))
    expect((await mine()).map(({ words }) => words)).toEqual([
      '2 questions wait for an answer or a reason',
    ])
    expect(await mine({ ...actor, teams: [] })).toEqual([])
    expect(await mine({ ...actor, roles: ['analyst'] })).toEqual([])
    await giveReason(1)
    await giveReason(2)
    expect(await mine()).toEqual([])
  })
})

describe('joining', () => {
  it('is one step deep, and can be undone', async () => {
    const { round, desk } = await inProgress(['One?', 'Two?', 'Three?'])
    const join = (number: number, to: number) => desk.join({ round: round.id, number, to })
    expect(codes(await join(3, 2))).toBe('ok')
    expect(codes(await join(1, 3))).toBe('join-elsewhere')
    expect(codes(await join(2, 1))).toBe('ok')
    expect((await questionsOf(round)).map(({ joinedTo }) => joinedTo)).toEqual([undefined, 1, 1])
    expect(codes(await desk.part({ round: round.id, number: 3 }))).toBe('ok')
    expect(await standingOf(round)).toEqual({ 1: 'waiting', 2: 'joined', 3: 'waiting' })
  })
})

describe('finishing', () => {
  it('waits until nobody can ask, everything is read, and each question has an answer or a reason', async () => {
    const { round, desk, ctx, take, answer, giveReason } = await inProgress(['One?', 'Two?'])
    const finish = () => desk.finish({ round: round.id })
    expect(codes(await finish())).toBe('still-asking questions-open')
    scene.ctx.setClock(afterAsking)
    const late = sentContribution(
      round,
      {},
      {
        completedAt: '2027-03-20T16:00:00.000Z',
        sentAt: afterAsking.toISOString(),
      },
    )
    expect(codes(await scene.caller.round.contribute(late))).toBe('ok')
    ctx.setClock(afterAsking)
    expect(await finish()).toEqual({
      ok: false,
      problems: [
        { code: 'questions-unread', count: 1 },
        { code: 'questions-open', numbers: [1, 2] },
      ],
    })
    await take(1)
    await answer(1)
    await giveReason(2)
    await letIn(scene.ctx, late.contributionId)
    expect(codes(await finish())).toBe('questions-open')
    await giveReason(4)
    expect(codes(await finish())).toBe('ok')
    expect(codes(await finish())).toBe('session-finished')
    expect(await finishedAt(scene.ctx.db, round.id)).toEqual(afterAsking)
  })

  it('is refused by the database itself while a question is open or unread', async () => {
    const { round, giveReason } = await inProgress(['One?'], { moderation: 'before-first' })
    const end = sql`insert into round_questions_end (round_id, finished_at) values (${round.id}, now())`
    const conclude = sql`update round set document = document || '{"summary": {}}' where id = ${round.id}`
    await expect(end.execute(scene.ctx.db)).rejects.toThrow(/neither an answer nor a reason/)
    await letIn(
      scene.ctx,
      (
        await sql<{ id: string }>`select id from contribution where round_id = ${round.id}`.execute(
          scene.ctx.db,
        )
      ).rows[0]!.id,
    )
    await expect(end.execute(scene.ctx.db)).rejects.toThrow(/neither an answer nor a reason/)
    await expect(conclude.execute(scene.ctx.db)).rejects.toThrow(/neither an answer nor a reason/)
    await giveReason(1)
    await end.execute(scene.ctx.db)
    await conclude.execute(scene.ctx.db)
  })

  it('freezes what was answered: neither the desk nor the database changes it any more', async () => {
    const { round, desk, ctx, giveReason, take } = await inProgress(['One?'])
    await giveReason(1)
    ctx.setClock(afterAsking)
    await desk.finish({ round: round.id })
    expect(codes(await take(1))).toBe('session-finished')
    for (const change of [
      sql`update round_question set note = 'other' where round_id = ${round.id}`,
      sql`delete from round_question where round_id = ${round.id}`,
      sql`delete from round_questions_end where round_id = ${round.id}`,
    ])
      await expect(change.execute(scene.ctx.db)).rejects.toThrow(/finished/)
  })

  it('opens a question again whose answer a moderator takes out', async () => {
    const { round, take, answer } = await inProgress(['One?'])
    await take(1)
    const id = randomUUID()
    await answer(1, 'Ask Mrs Example of 7 Long Lane.', id)
    await scene.ctx.db.transaction().execute((trx) =>
      hideContribution(trx, {
        contributionId: id,
        slug: round.slug,
        why: 'removed',
        at: afterAsking,
      }),
    )
    expect(await questionsOf(round)).toMatchObject([
      { state: 'waiting', answer: null, byName: null },
    ])
  })

  it('ends a question that reaches us afterwards with a reason, and one whose answer is taken out', async () => {
    const { round, desk, ctx, take, answer } = await inProgress(['One?'])
    await take(1)
    await answer(1)
    ctx.setClock(afterAsking)
    scene.ctx.setClock(afterAsking)
    expect(codes(await desk.finish({ round: round.id }))).toBe('ok')
    const late = sentContribution(
      round,
      {},
      {
        completedAt: '2027-03-20T16:00:00.000Z',
        sentAt: afterAsking.toISOString(),
      },
    )
    await scene.caller.round.contribute(late)
    await letIn(scene.ctx, late.contributionId)
    const { rows } = await sql<{ id: string }>`
      select answer_id as id from round_question where round_id = ${round.id} and number = 1`.execute(
      scene.ctx.db,
    )
    await scene.ctx.db.transaction().execute((trx) =>
      hideContribution(trx, {
        contributionId: rows[0]!.id,
        slug: round.slug,
        why: 'removed',
        at: afterAsking,
      }),
    )
    expect(await questionsOf(round)).toMatchObject([
      { state: 'not-answered', why: 'answer-removed', answer: null },
      { state: 'not-answered', why: 'after-the-end' },
    ])
  })
})
