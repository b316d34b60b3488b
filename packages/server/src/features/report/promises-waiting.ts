import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { isInTeam } from '@takepart/shared/domain/account/actor'
import { may, mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { promiseClock } from '@takepart/shared/domain/report/promise'
import { analysisPaths } from '@takepart/shared/domain/site/analysis-paths'
import { reportWords } from '@takepart/shared/words/report'
import type { CallContext } from '../../context.ts'
import { listClosedWithoutOutcome } from './outcome.queries.ts'

/** Decisions that were promised to people and are not published, and outcomes that wait for this person's signature. */
export async function promisesWaiting({
  db,
  now,
  actor,
}: Pick<CallContext, 'db' | 'now'> & { readonly actor: StaffActor }): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'consultation.read-outcome')) return []
  const theirs = (await listClosedWithoutOutcome(db, now())).filter(({ id }) => isInTeam(actor, id))
  return theirs.slice(0, 50).flatMap((one): Waiting[] => {
    const clock = promiseClock(one, now())
    if (!clock) return []
    const { id, title } = one
    const thing = { consultationId: id, firstPeople: [one.askedById ?? 'nobody has asked'] }
    const sign = one.state === 'asked' && may(actor, 'consultation.conclude', thing)
    const words = clock.left < 0 ? reportWords.waitingLate(title) : reportWords.waitingWords(title)
    return [
      {
        id: `promise-${id}`,
        when: `${clock.by}T12:00:00Z`,
        words: sign ? reportWords.waitingSign(title) : words,
        about: reportWords.waitingAbout(clock.by, clock.week, clock.of),
        href: analysisPaths.outcome(id),
        act: sign ? reportWords.waitingSignAct : reportWords.waitingAct,
      },
    ]
  })
}
