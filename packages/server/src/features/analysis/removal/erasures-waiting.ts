import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may, mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { analysisPaths } from '@takepart/shared/domain/site/analysis-paths'
import { removalWords } from '@takepart/shared/words/removal'
import type { CallContext } from '../../../context.ts'
import { erasuresAsked } from './removal.queries.ts'

/** The law gives a month; a week is left for whoever comes back from leave. */
const daysToDecide = 21
const day = 86_400_000

/** Responses that somebody asked to erase, for those who can be the second person. */
export async function erasuresWaiting({
  db,
  actor,
}: Pick<CallContext, 'db'> & { readonly actor: StaffActor }): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'analysis.erase')) return []
  const asked = await erasuresAsked(db, actor.teams)
  return asked
    .filter(({ consultationId, askedById }) =>
      may(actor, 'analysis.erase', { consultationId, firstPeople: [askedById] }),
    )
    .map(({ consultationId, reference, askedByName, askedAt }) => ({
      id: `erasure-${reference}`,
      when: new Date(askedAt.getTime() + daysToDecide * day).toISOString(),
      words: removalWords.waiting(reference),
      about: removalWords.waitingAbout(askedByName),
      href: analysisPaths.response(consultationId, reference),
      act: removalWords.waitingAct,
    }))
}
