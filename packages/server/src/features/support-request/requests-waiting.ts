import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import { londonMoment } from '@takepart/shared/domain/core/london-time'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { askedForWords } from '@takepart/shared/domain/support-request/asked-for-words'
import { requestsDeskWords } from '@takepart/shared/words/requests-desk'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { listOpenRequests } from './support-request.queries.ts'

const mostWaiting = 50

/** Requests for a format or for support that nobody has closed, by the day on which a reply is due. Nothing of who asked. */
export async function requestsWaiting({
  db,
  actor,
}: {
  readonly db: Kysely<Schema>
  readonly actor: StaffActor
}): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'support-request.read')) return []
  const open = await listOpenRequests(db, actor.teams, mostWaiting)
  return open.map(({ id, title, needs, say, dueOn }) => ({
    id: `request-${id}`,
    when: londonMoment(dueOn, '17:00') ?? `${dueOn}T17:00:00Z`,
    words: requestsDeskWords.waiting(askedForWords(needs, say).join(', ')),
    about: requestsDeskWords.waitingMore(title),
    href: deskPaths.requests,
    act: requestsDeskWords.act,
  }))
}
