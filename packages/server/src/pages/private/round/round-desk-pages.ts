import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { Action } from '@takepart/shared/domain/account/actions'
import { mayEver } from '@takepart/shared/domain/account/may'
import { roundStatus } from '@takepart/shared/domain/round/round'
import { roundDeskPaths } from '@takepart/shared/domain/site/round-desk-paths'
import type { RoundStage } from '@takepart/shared/domain/round/desk/round-draft'
import {
  beginRoundView,
  type BeginRoundModel,
} from '@takepart/shared/views/round-desk/begin-round.view'
import type { RoundNext } from '@takepart/shared/views/round-desk/round-desk-model'
import {
  roundDeskView,
  type RoundDeskModel,
  type RoundRow,
} from '@takepart/shared/views/round-desk/round-list.view'
import { roundDeskWords } from '@takepart/shared/words/round-desk'
import { mayOfRound } from '../../../features/round/desk/may-of-round.ts'
import {
  listRoundsOnDesk,
  type DeskRound,
} from '../../../features/round/desk/round-desk-list.queries.ts'
import { privatePage, type PrivatePage } from '../private-page.ts'
import { questionsDeskPage } from './questions-desk-page.ts'
import { openRound } from './open-round.ts'
import { roundPreviewPage, roundSignOffPage, roundWritePage } from './round-pages-of-one.ts'

const listPage = privatePage<RoundDeskModel>({
  path: roundDeskPaths.list,
  action: 'round.read',
  load: async ({ db, actor, now }) => ({
    rows: (await listRoundsOnDesk(db, actor.teams)).map((one) => rowOf(one, actor, now())),
    mayBegin: mayEver(actor, 'round.write'),
  }),
  render: (model) => ({ title: roundDeskWords.list, main: roundDeskView(model) }),
})

function rowOf(one: DeskRound, actor: StaffActor, now: Date): RoundRow {
  const { id, title, slug, opensAt, closesAt, summaryBy, contributions, signOff, dueAt } = one
  const stage = stageOfRow(one, now)
  return {
    id,
    title,
    slug,
    stage,
    signOff,
    opensAt,
    closesAt,
    summaryBy,
    contributions,
    dueAt: signOff === 'scheduled' ? dueAt : null,
    next: nextFor(one, stage, actor),
  }
}

/** Where a row of the list stands; the same as of its document. */
function stageOfRow(
  { slug, retracted, concluded, opensAt, closesAt }: DeskRound,
  now: Date,
): RoundStage {
  if (slug === null || opensAt === null || closesAt === null) return 'draft'
  if (retracted) return 'retracted'
  const status = roundStatus({ opensAt, closesAt }, now)
  return status === 'closed' && concluded ? 'concluded' : status
}

/** What this person can do next, the likeliest first. */
function nextFor(one: DeskRound, stage: RoundStage, actor: StaffActor): readonly RoundNext[] {
  const { id, kind, consultationId, askedBy, signOff, inProcess } = one
  const thing = {
    id,
    consultationId: consultationId ?? undefined,
    firstPeople: askedBy === null ? [] : [askedBy],
  }
  const can = (action: Action): boolean => mayOfRound(actor, action, thing)
  const isOver = stage === 'concluded' || stage === 'retracted'
  const isTalk = stage === 'open' || stage === 'closed'
  const acts: readonly (readonly [RoundNext, boolean, Action])[] = [
    ['sign', !isOver && signOff === 'asked', 'round.sign-off'],
    ['publish', !isOver && signOff === 'signed', 'round.sign-off'],
    ['answer', isTalk && kind === 'questions', 'round.run'],
    ['summary', isTalk, 'round.write'],
    ['write', !isOver && !isTalk, 'round.write'],
    ['following', stage === 'concluded' && inProcess, 'round.write'],
    ['look', stage !== 'draft', 'round.read'],
  ]
  return acts.filter(([, possible, action]) => possible && can(action)).map(([next]) => next)
}

const beginPage = privatePage<BeginRoundModel>({
  path: roundDeskPaths.begin,
  action: 'round.write',
  load: async (ctx) => {
    const id = ctx.search.get('after')
    if (id === null) return { title: '', after: null }
    const opened = await openRound(ctx, { id })
    return opened?.head.stage === 'concluded'
      ? { title: '', after: { id, title: opened.head.title } }
      : undefined
  },
  render: (model) => ({
    title: roundDeskWords.begin,
    main: beginRoundView(model),
    element: 'tp-begin-round-page',
  }),
})

/** The pages of the desk on which discussions are made, signed and published. */
export const roundDeskPages: readonly PrivatePage[] = [
  listPage,
  beginPage,
  roundWritePage,
  roundPreviewPage,
  roundSignOffPage,
  questionsDeskPage,
]
