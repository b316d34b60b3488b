import { hintsIn } from '@takepart/shared/domain/moderation/choose-parts'
import {
  groupLikeTexts,
  ownWordsIn,
  type LikeGroup,
} from '@takepart/shared/domain/moderation/near-duplicates'
import type {
  LikeContribution,
  ModerationModel,
  QueuedContribution,
} from '@takepart/shared/views/moderation/moderation-model'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { namesOf } from '../../../features/authoring/staff-names.ts'
import { countOpen } from '../../../features/concern/concern.queries.ts'
import {
  countDecided,
  countQueue,
  listQueue,
  type Queued,
} from '../../../features/moderation/queue.queries.ts'

/** How many of those that wait are on the page at once; the others come as these are decided. */
export const mostOnPage = 50

const week = 7 * 24 * 3_600_000

export interface QueueToRead {
  readonly db: Kysely<Schema>
  readonly now: Date
  readonly me: string
  /** Which one to open; absent, or one that no longer waits: the first that nobody else has. */
  readonly open: string | null
}

/** The queue as a moderator reads it, with what was found in the words and which are nearly the same. */
export async function readQueue({ db, now, me, open }: QueueToRead): Promise<ModerationModel> {
  const [queued, counted, decided, concerns] = await Promise.all([
    listQueue(db, now),
    countQueue(db),
    countDecided(db, new Date(now.getTime() - week)),
    countOpen(db),
  ])
  const groups = groupLikeTexts(queued.map(({ id, said }) => ({ id, text: said.text })))
  const items = queued.slice(0, mostOnPage).map((one) => shownInQueue(one, queued, groups))
  const people = await namesOf(
    db,
    [...queued.flatMap((one) => [one.claimedBy, one.firstDecidedBy]), decided.lastBy].filter(
      (id) => id !== null,
    ),
  )
  return {
    now: now.toISOString(),
    me,
    people,
    items,
    waiting: counted.waiting,
    oldest: counted.oldest?.toISOString() ?? null,
    open: openedOf(items, { open, me }),
    concerns: { ...concerns, dueAt: concerns.dueAt?.toISOString() ?? null },
    week: { ...decided, lastAt: decided.lastAt?.toISOString() ?? null },
  }
}

const openedOf = (
  items: readonly QueuedContribution[],
  { open, me }: Pick<QueueToRead, 'open' | 'me'>,
): string | null =>
  items.find(({ id }) => id === open)?.id ??
  items.find(({ claimedBy }) => claimedBy === null || claimedBy === me)?.id ??
  items[0]?.id ??
  null

function shownInQueue(
  one: Queued,
  queued: readonly Queued[],
  groups: readonly LikeGroup[],
): QueuedContribution {
  const { id, revision, source, said, shown, late, first, severity } = one
  const { reports, answer, firstDecidedBy, answered, claimedBy } = one
  return {
    id,
    revision,
    source,
    said,
    shown,
    late,
    first,
    severity,
    reports,
    answer,
    firstDecidedBy,
    answered,
    claimedBy,
    round: one.round,
    since: one.since.toISOString(),
    hints: hintsIn(said),
    like: likeOthers(one, queued, groups),
  }
}

/** Each with what it says and the letter does not: a changed sentence can turn a letter round. */
function likeOthers(
  { id }: Queued,
  queued: readonly Queued[],
  groups: readonly LikeGroup[],
): readonly LikeContribution[] {
  const group = groups.find(({ ids }) => ids.includes(id))
  if (!group) return []
  const textOf = (wanted: string) => queued.find((other) => other.id === wanted)?.said.text ?? ''
  const model = textOf(id)
  return queued
    .filter((other) => other.id !== id && group.ids.includes(other.id))
    .slice(0, mostOnPage - 1)
    .map(({ id: other, said }) => ({
      id: other,
      name: said.name,
      own: ownWordsIn(said.text, model).slice(0, 5),
    }))
}
