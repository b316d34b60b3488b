import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Round } from '@takepart/shared/domain/round/round'
import { questionWords } from '@takepart/shared/words/questions'
import {
  afterAsking,
  askAll,
  publishQuestions,
  questionsDesk,
} from '../test-support/sample-questions.ts'
import { privateCode, whileRoundOpen } from '../test-support/sample-round.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { setScene } from '../test-support/scene.ts'

const scene = setScene()
let served: TestApp
beforeAll(async () => {
  served = await createTestApp(scene.database)
  served.setClock(whileRoundOpen)
})
afterAll(() => served.close())

async function page(path: string) {
  const reply = await served.app.inject({ url: path, headers: { host: 'takepart.test' } })
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(reply.body) ?? []
  return {
    status: reply.statusCode,
    main,
    text: main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '),
  }
}

async function sessionOf(texts: readonly string[], changes: Partial<Round> = {}) {
  const round = await publishQuestions(scene, changes)
  const asked = await askAll(scene, round, texts)
  const { desk, ctx } = await questionsDesk(scene, { roles: ['moderator'] })
  return { round, asked, desk, ctx, path: `/rounds/${round.slug}`, of: { round: round.id } }
}

describe('the page of a round of questions', () => {
  it('says how it goes on: each question in its group, in the published order, with the rule beside it', async () => {
    const { path, desk, of } = await sessionOf(['Bus?', 'Rooms?', 'Cost?', 'Lift?'])
    await desk.take({ ...of, number: 1, by: 'Jo Fenn' })
    await desk.answer({ ...of, number: 1, id: randomUUID(), text: 'At half past nine.' })
    await desk.take({ ...of, number: 2, by: 'Sunil Dray' })
    await desk.giveReason({ ...of, number: 4, why: 'one-person', note: 'Ring the ward at 9.' })
    const { main, text } = await page(path)
    expect(text).toContain(questionWords.order)
    expect(text).toContain('4 questions: 1 answered, 1 with a reason why not, 2 to come.')
    const places = [
      'Being answered now',
      'Rooms?',
      'Sunil Dray',
      'Next, in this order',
      'Cost?',
      'Answered: 1',
      'Bus?',
      'Jo Fenn',
      'Staff of this Trust, nurse at Birch',
      'At half past nine.',
      'Not answered, and why: 1',
      'Lift?',
      questionWords.reasons['one-person'],
      'Ring the ward at 9.',
    ].map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(main).toContain('href="/rounds/')
    expect(main).not.toContain('/reply/')
  })

  it('names the last event that it tells of', async () => {
    const { path, desk, of } = await sessionOf(['Bus?'])
    const before = (await page(path)).main
    expect(before).toContain('data-sequence="1"')
    await desk.take({ ...of, number: 1, by: 'Jo Fenn' })
    await expect.poll(async () => (await page(path)).main).toContain('data-sequence="2"')
  })

  it('shows nothing of what waits for a moderator, and has no other order and no replies', async () => {
    const { path } = await sessionOf(['A secret?'], { moderation: 'before' })
    expect((await page(path)).text).not.toContain('A secret?')
    for (const rest of ['/order/oldest', '/unlike', '/reply/1', '/transcript'])
      expect((await page(path + rest)).status).toBe(404)
    expect((await page(`${path}/say`)).text).toContain('Your question')
  })

  it('escapes what people write', async () => {
    const { path } = await sessionOf([
      '<script>alert(1)</script>?',
      `${'<b>long</b> '.repeat(40)}?`,
    ])
    const { main } = await page(path)
    expect(main).not.toContain('<script>alert')
    expect(main).not.toContain('<b>long')
  })
})

describe('the transcript', () => {
  it('is there once every question has ended, in the order in which they came, joined ones with where they went', async () => {
    const { path, desk, ctx, of } = await sessionOf(['Bus?', 'Is there a bus?', 'Cost?'])
    await desk.join({ ...of, number: 2, to: 1 })
    await desk.take({ ...of, number: 1, by: 'Jo Fenn' })
    await desk.answer({ ...of, number: 1, id: randomUUID(), text: 'At half past nine.' })
    await desk.giveReason({ ...of, number: 3, why: 'not-known', note: '' })
    expect((await page(`${path}/transcript`)).status).toBe(404)
    ctx.setClock(afterAsking)
    expect(await desk.finish(of)).toMatchObject({ ok: true })
    await expect.poll(async () => (await page(`${path}/transcript`)).status).toBe(200)
    const { text } = await page(`${path}/transcript`)
    const places = [
      'Bus?',
      'At half past nine.',
      'Is there a bus?',
      'Joined with question 1',
      'Cost?',
      questionWords.reasons['not-known'],
    ].map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect((await page(path)).text).toContain('Read the transcript')
  })

  it('loses the words of somebody who takes them back, and keeps the answer', async () => {
    const { path, asked, desk, ctx, of } = await sessionOf(['A word of mine?'])
    await desk.take({ ...of, number: 1, by: 'Jo Fenn' })
    await desk.answer({ ...of, number: 1, id: randomUUID(), text: 'Yes.' })
    ctx.setClock(afterAsking)
    await desk.finish(of)
    const [own] = asked
    await scene.caller.round.withdraw({ contributionId: own!.id, code: own!.code })
    await expect
      .poll(async () => (await page(`${path}/transcript`)).text)
      .toContain(questionWords.gone)
    const { text } = await page(`${path}/transcript`)
    expect([text.includes('A word of mine?'), text.includes('Yes.')]).toEqual([false, true])
  })
})

describe('what became of one’s own question', () => {
  it('is told to both askers of questions that were joined', async () => {
    const { round, asked, desk, of } = await sessionOf(['Bus?', 'Is there a bus?'])
    await desk.join({ ...of, number: 2, to: 1 })
    await desk.take({ ...of, number: 1, by: 'Jo Fenn' })
    const own = async (code: string) => {
      const result = await scene.caller.round.readOwn({ slug: round.slug, code })
      return result.ok ? result.value.map(({ question }) => question) : result.problems
    }
    expect(await own(asked[0]!.code)).toEqual([
      { state: 'being-answered', othersJoined: true, by: 'Jo Fenn' },
    ])
    await desk.answer({ ...of, number: 1, id: randomUUID(), text: 'At nine.' })
    expect(await own(asked[1]!.code)).toEqual([
      {
        state: 'joined',
        joinedWith: { number: 1, text: 'Bus?', state: 'answered' },
        othersJoined: false,
        by: 'Jo Fenn',
        answer: { number: 3, text: 'At nine.' },
      },
    ])
    expect(await own(privateCode)).toMatchObject([{ code: 'contribution-not-found' }])
  })
})
