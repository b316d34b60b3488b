import { describe, expect, it } from 'vitest'
import {
  afterAsking,
  askAll,
  publishQuestions,
  questionsDesk,
} from '../../../test-support/sample-questions.ts'
import { whileRoundOpen } from '../../../test-support/sample-round.ts'
import { setScene } from '../../../test-support/scene.ts'
import { setRefused } from '../../moderation/decision.queries.ts'
import { hideContribution } from '../show-contribution.queries.ts'
import { listQuestions } from './question.queries.ts'

const scene = setScene()

describe('followHidden', () => {
  it('parts those joined with a question whose words are hidden until others come: they need an end of their own', async () => {
    const round = await publishQuestions(scene)
    const asked = await askAll(scene, round, ['One?', 'Two?', 'Three?'])
    const { desk, ctx } = await questionsDesk(scene, { roles: ['moderator'] })
    const giveReason = (number: number) =>
      desk.giveReason({ round: round.id, number, why: 'not-known', note: '' })
    const standing = async () =>
      (await listQuestions(scene.ctx.db, round.id)).map(({ number, state }) => [number, state])
    await desk.join({ round: round.id, number: 2, to: 1 })
    const [first] = asked
    await scene.ctx.db.transaction().execute(async (trx) => {
      const hidden = { contributionId: first!.id, slug: round.slug, at: whileRoundOpen } as const
      await hideContribution(trx, { ...hidden, why: 'changing', shownAgain: true })
      expect((await listQuestions(trx, round.id)).map(({ joinedTo }) => joinedTo)).toEqual([
        undefined,
        1,
        undefined,
      ])
      await hideContribution(trx, { ...hidden, why: 'changing' })
      await setRefused(trx, first!.id, {
        state: 'change-asked',
        reason: 'Leave out the name.',
        at: whileRoundOpen,
      })
    })
    expect(await standing()).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
      [3, 'waiting'],
    ])
    await giveReason(3)
    ctx.setClock(afterAsking)
    const finish = () => desk.finish({ round: round.id })
    expect(await finish()).toEqual({
      ok: false,
      problems: [{ code: 'questions-open', numbers: [2] }],
    })
    await giveReason(2)
    expect(await finish()).toEqual({ ok: true, value: true })
    expect(await standing()).toEqual([
      [2, 'not-answered'],
      [3, 'not-answered'],
    ])
  })
})
