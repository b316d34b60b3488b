import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { mayEver } from '@takepart/shared/domain/account/may'
import { howLongWords, type Waiting } from '@takepart/shared/domain/desk/waiting'
import { firstReadingHours } from '@takepart/shared/domain/moderation/reading-hours'
import { moderationPaths } from '@takepart/shared/domain/site/moderation-paths'
import { moderationDeskWords } from '@takepart/shared/words/moderation-desk'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { countQueue } from './queue.queries.ts'

const hour = 3_600_000

/** What waits to be read, by when people are told it is. */
export async function moderationWaiting({
  db,
  now,
  actor,
}: {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly actor: StaffActor
}): Promise<readonly Waiting[]> {
  if (!mayEver(actor, 'moderation.read-queue')) return []
  const { waiting, oldest } = await countQueue(db)
  if (waiting === 0 || oldest === null) return []
  return [
    {
      id: 'moderation-queue',
      when: new Date(oldest.getTime() + firstReadingHours.usuallyWithin * hour).toISOString(),
      words: moderationDeskWords.homeWords(waiting),
      about: moderationDeskWords.homeAbout(howLongWords(now().getTime() - oldest.getTime())),
      href: moderationPaths.queue,
      act: moderationDeskWords.homeAct,
    },
  ]
}
