import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { ContributionId } from '@takepart/shared/domain/core/ids'
import type { Round } from '@takepart/shared/domain/round/round'
import { publishRound, sentContribution, whileRoundOpen } from './sample-round.ts'
import type { setScene } from './scene.ts'
import { signInStaff } from './staff.ts'
import { callerFor, testContext } from './test-context.ts'

type Scene = ReturnType<typeof setScene>

/** Once people cannot ask any more in the round of the tests. */
export const afterAsking = new Date('2027-03-20T17:00:00Z')

/** A round of questions of its own, open, in which what is asked is shown at once. */
export async function publishQuestions(scene: Scene, changes: Partial<Round> = {}): Promise<Round> {
  scene.ctx.setClock(whileRoundOpen)
  return publishRound(scene.database, {
    kind: 'questions',
    moderation: 'after',
    starters: [],
    answering: [{ name: 'Jo Fenn', self: 'nurse at Birch' }, { name: 'Sunil Dray' }],
    ...changes,
  })
}

/** Asks so many questions, which get the numbers that follow. Each has a private code of its own. */
export async function askAll(
  scene: Scene,
  round: Pick<Round, 'slug'>,
  texts: readonly string[],
): Promise<readonly { readonly id: ContributionId; readonly code: string }[]> {
  const asked = []
  for (const [index, text] of texts.entries()) {
    const code = `AAAA-BBBB-CCCC-DDDD-${String(index).padStart(4, '0')}`
    const sent = sentContribution(round, { text }, { code })
    const result = await scene.caller.round.contribute(sent)
    if (!result.ok) throw new Error(result.problems.map((problem) => problem.code).join())
    asked.push({ id: sent.contributionId, code })
  }
  return asked
}

/** On so many devices somebody wants to know it too. */
export async function wantedBy(
  scene: Scene,
  { slug }: Pick<Round, 'slug'>,
  { number, count }: { readonly number: number; readonly count: number },
): Promise<void> {
  for (let left = count; left > 0; left -= 1)
    await scene.caller.round.acknowledge({
      slug,
      number,
      kind: 'wanted',
      deviceId: randomUUID(),
      on: true,
    })
}

/** The desk of somebody with these roles, in the team of these rounds. */
export async function questionsDesk(
  scene: Scene,
  who: {
    readonly roles: StaffActor['roles']
    readonly teams?: readonly string[]
    readonly at?: Date
  },
) {
  const { actor } = await signInStaff(scene.database, who)
  const ctx = testContext(scene.database, { actor })
  ctx.setClock(who.at ?? whileRoundOpen)
  return { actor, ctx, desk: callerFor(ctx).questions }
}
