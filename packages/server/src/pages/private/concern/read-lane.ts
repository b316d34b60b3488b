import type { StaffActor } from '@takepart/shared/domain/account/actor'
import {
  falseAlarmsByPhrase,
  measureWordList,
  standingOf,
  type Concern,
  type ConcernEvent,
} from '@takepart/shared/domain/moderation/concern'
import { firstUrgentWords } from '@takepart/shared/domain/moderation/first-urgent-words'
import { daysMeasured } from '@takepart/shared/views/concern/word-list.view'
import type {
  ClosedItem,
  ConcernModel,
  LaneModel,
  WordListModel,
} from '@takepart/shared/views/concern/concern-model'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { namesOf } from '../../../features/authoring/staff-names.ts'
import {
  findWordList,
  listClosed,
  listLooks,
  listOpen,
  listRaisedSince,
  type ClosedConcern,
} from '../../../features/concern/concern.queries.ts'
import { listOnDuty } from '../../../features/concern/on-duty.queries.ts'
import { readConcern } from '../../../features/concern/read-concern.ts'

export interface Looking {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly actor: StaffActor
}

const day = 24 * 3_600_000
const daysClosedShown = 30

/** The lane as those on duty see it: what is open, and what was closed lately. */
export async function readLane({ db, now, actor }: Looking): Promise<LaneModel> {
  const at = now()
  const [open, closed] = await Promise.all([
    listOpen(db),
    listClosed(db, new Date(at.getTime() - daysClosedShown * day)),
  ])
  const items = open.map(({ id, subjectKind, place, events }) => ({
    id,
    subject: subjectKind,
    place,
    standing: standingOf({ events }),
  }))
  const shown = closed.map(closedItem)
  return {
    now: at.toISOString(),
    me: actor.staffId,
    people: await namesOf(db, [
      ...items.flatMap(({ standing }) => standing.ownerId ?? []),
      ...shown.map(({ by }) => by),
    ]),
    items,
    closed: shown,
  }
}

function closedItem({ id, events }: ClosedConcern): ClosedItem {
  const closed = events.findLast((event) => event.kind === 'closed')
  if (!closed) throw new Error('A closed concern was never closed')
  const { severity } = standingOf({ events })
  return { id, severity, closedAt: closed.at, how: closed.how, by: closed.by }
}

/** One concern with its words. That this person looks is noted before the words leave the server. */
export async function readOneConcern(
  looking: Looking,
  id: string,
): Promise<ConcernModel | undefined> {
  const { db, now, actor } = looking
  const concern = await readConcern(looking, id)
  if (!concern) return undefined
  const [looks, colleagues] = await Promise.all([listLooks(db, id), listOnDuty(db)])
  const { events, words, reach, subjectKind, place } = concern
  return {
    id,
    now: now().toISOString(),
    me: actor.staffId,
    subject: subjectKind,
    place,
    standing: standingOf(concern),
    events,
    words,
    reach,
    looks: looks.map(({ by, at }) => ({ by, at: at.toISOString() })),
    colleagues: colleagues.map(({ id: staffId, name }) => ({ id: staffId, name })),
    people: await namesOf(db, [...peopleIn(events), ...looks.map(({ by }) => by)]),
  }
}

const peopleIn = (events: readonly ConcernEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.kind === 'given') return [event.by, event.to]
    if (!('by' in event)) return []
    if (typeof event.by === 'string') return [event.by]
    return event.by.kind === 'staff' ? [event.by.staffId] : []
  })

/** The list in use, with how well it did. */
export async function readWordList({ db, now }: Omit<Looking, 'actor'>): Promise<WordListModel> {
  const at = now()
  const [found, raised] = await Promise.all([
    findWordList(db),
    listRaisedSince(db, new Date(at.getTime() - daysMeasured * day)),
  ])
  const concerns: readonly Concern[] = raised
  return {
    now: at.toISOString(),
    people: await namesOf(db, found ? [found.savedBy] : []),
    number: found?.number ?? 0,
    savedBy: found?.savedBy ?? null,
    savedAt: found?.savedAt.toISOString() ?? null,
    list: found?.list ?? firstUrgentWords,
    measure: measureWordList(concerns),
    phrases: falseAlarmsByPhrase(concerns).slice(0, 20),
  }
}
