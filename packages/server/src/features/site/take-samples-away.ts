import { may } from '@takepart/shared/domain/account/may'
import { isForbidden } from '../../forbidden.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { tellServers, waitForTurnToPublish } from '../consultation/consultation.queries.ts'
import { deleteSamples, listSamples } from './samples.queries.ts'
import type { By } from './save-site.ts'

/**
 * Takes the sample away, with everything that was said in it: all of it or nothing, and nothing that is real. It does not
 * come back when a server starts. Asked a second time it does nothing more.
 */
export function takeSamplesAway({ db, actor, now }: By): Promise<true> {
  return db.transaction().execute(async (trx): Promise<true> => {
    if (!may(actor, 'site.take-samples-away')) throw isForbidden()
    await waitForTurnToPublish(trx)
    const { consultations, rounds } = await listSamples(trx)
    if (consultations.length === 0 && rounds.length === 0) return true
    const at = now()
    await deleteSamples(trx, at)
    await tellServers(trx, '')
    const things = [
      ...consultations.map(({ id }) => ({ kind: 'consultation', id })),
      ...rounds.map(({ id }) => ({ kind: 'round', id })),
    ]
    for (const thing of things)
      await recordAct(trx, actor, { at, verb: 'site.take-samples-away', thing })
    return true
  })
}
