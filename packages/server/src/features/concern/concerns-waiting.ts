import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import type { Waiting } from '@takepart/shared/domain/desk/waiting'
import { standingOf } from '@takepart/shared/domain/moderation/concern'
import { deskPaths } from '@takepart/shared/domain/site/desk-paths'
import { pathOfConcern } from '@takepart/shared/domain/site/moderation-paths'
import { cameFromWords, concernWords } from '@takepart/shared/words/concern'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { countOpen, listOpen } from './concern.queries.ts'

interface Asking {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly actor: StaffActor
}

/**
 * What of the lane needs this person: concerns that nobody has, and their own. An administrator who may not see them learns
 * that one is overdue, and where to see who could answer.
 */
export async function concernsWaiting(asking: Asking): Promise<readonly Waiting[]> {
  if (mayEver(asking.actor, 'concern.see')) return theirs(asking)
  return mayEver(asking.actor, 'staff.change-roles') ? overdue(asking) : []
}

async function theirs({ db, actor }: Asking): Promise<readonly Waiting[]> {
  const open = (await listOpen(db)).map((concern) => ({ ...concern, ...standingOf(concern) }))
  return open
    .filter(({ state, ownerId }) => state === 'waiting' || ownerId === actor.staffId)
    .slice(0, 50)
    .map(({ id, subjectKind, raisedBy, state, severity, dueAt }) => ({
      id: `concern-${id}`,
      ...(dueAt === undefined ? {} : { when: dueAt }),
      ...(severity === 'now' || state === 'waiting' ? { urgent: true as const } : {}),
      words: state === 'waiting' ? concernWords.homeWaiting : concernWords.homeYours,
      about: cameFromWords(subjectKind, raisedBy),
      href: pathOfConcern(id),
      act: concernWords.homeAct,
    }))
}

async function overdue({ db, now }: Asking): Promise<readonly Waiting[]> {
  const { dueAt, escalated } = await countOpen(db)
  const isLate = dueAt !== null && dueAt.getTime() <= now().getTime()
  if (!isLate && escalated === 0) return []
  return [
    {
      id: 'concern-overdue',
      ...(dueAt === null ? {} : { when: dueAt.toISOString() }),
      urgent: true,
      words: concernWords.homeOverdue,
      about: concernWords.homeOverdueMore,
      href: deskPaths.staff,
      act: concernWords.homeOverdueAct,
    },
  ]
}
