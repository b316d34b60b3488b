import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { dayOfMoment } from '@takepart/shared/domain/core/dates'
import { howManyBlock } from '@takepart/shared/domain/round/desk/check-round'
import { changesOf } from '@takepart/shared/domain/round/desk/round-changes'
import { completedRound, type WrittenRound } from '@takepart/shared/domain/round/desk/round-draft'
import type { Round } from '@takepart/shared/domain/round/round'
import { roundDeskPaths } from '@takepart/shared/domain/site/round-desk-paths'
import type { RoundsProcess } from '@takepart/shared/views/round/round-model'
import {
  roundEditorView,
  type RoundEditorModel,
} from '@takepart/shared/views/round-desk/round-editor.view'
import {
  roundPreviewView,
  type RoundPreviewModel,
} from '@takepart/shared/views/round-desk/round-preview.view'
import {
  roundSignOffView,
  type RoundSignOffModel,
} from '@takepart/shared/views/round-desk/round-sign-off.view'
import { roundDeskWords, roundSignOffWords } from '@takepart/shared/words/round-desk'
import type { StoredSignOff } from '../../../features/authoring/sign-off.queries.ts'
import { findRoundLook, listRoundEdits } from '../../../features/round/desk/round-draft.queries.ts'
import { placesFor } from '../../../features/round/desk/round-surroundings.queries.ts'
import { findProcess, listRounds } from '../../../features/round/round.queries.ts'
import { peopleOf } from '../authoring/draft-pages.ts'
import { privatePage, type PageContext } from '../private-page.ts'
import { openRound, type OpenedRound } from './open-round.ts'

type Ctx = PageContext<StaffActor>

const titleOf = ({ title }: { readonly title: string }): string => title || roundDeskWords.untitled

export const roundWritePage = privatePage<RoundEditorModel>({
  path: roundDeskPaths.write,
  action: 'round.read',
  load: async (ctx, places) => {
    const opened = await openRound(ctx, places)
    if (!opened) return undefined
    const { head, part, checked, can } = opened
    return {
      head,
      part,
      people: await peopleOf(
        ctx,
        part.others.map(({ by }) => by),
      ),
      findings: checked.findings,
      ...(await placesFor(ctx.db, ctx.actor)),
      mayWrite: can('round.write'),
    }
  },
  render: (model) => ({
    title: `${roundDeskWords.tabs.write} – ${titleOf(model.head)}`,
    main: roundEditorView(model),
    element: 'tp-round-editor-page',
  }),
})

export const roundPreviewPage = privatePage<RoundPreviewModel>({
  path: roundDeskPaths.preview,
  action: 'round.read',
  load: async (ctx, places) => {
    const opened = await openRound(ctx, places)
    return opened && previewOf(ctx, opened)
  },
  render: (model) => ({
    title: `${roundDeskWords.tabs.preview} – ${titleOf(model.head)}`,
    main: roundPreviewView(model),
  }),
})

const mostInProcess = 100

async function previewOf(ctx: Ctx, opened: OpenedRound): Promise<RoundPreviewModel> {
  const { head, checked, around } = opened
  const { written, findings } = checked
  const isWritten = head.stage === 'draft' || head.stage === 'scheduled'
  const hasSummary = (written.summary?.said.length ?? 0) > 0
  const others = await othersInProcess(ctx, written)
  const round = roundToShow(opened, others)
  const opens = Date.parse(isWritten ? written.opensAt : '') || 0
  const closes = hasSummary ? Date.parse(written.closesAt) : 0
  return {
    head,
    // What blocks a summary, as that people still talk, does not stop it from being looked at.
    round: isWritten && howManyBlock(findings) > 0 ? null : round,
    now: new Date(Math.max(around.now.getTime(), opens, closes)).toISOString(),
    process: await processToShow(ctx, written, [...others, round]),
  }
}

type InProcess = RoundsProcess['rounds']

async function othersInProcess({ db }: Ctx, { process, slug }: WrittenRound): Promise<InProcess> {
  if (!process) return []
  const listed = await listRounds(db, { process: process.slug, most: mostInProcess })
  return listed.map(({ round }) => round).filter((one) => one.slug !== slug)
}

/** As it will be published; of a summary that nobody has begun there is nothing to show. */
function roundToShow({ checked: { written }, around }: OpenedRound, others: InProcess): Round {
  const last = Math.max(0, ...others.map(({ process }) => process?.number ?? 0))
  const number = around.published?.round.process?.number ?? last + 1
  const round = completedRound(written, { number, day: dayOfMoment(around.now) })
  const { summary, ...without } = round
  return summary?.said.length === 0 ? without : round
}

async function processToShow(
  { db }: Ctx,
  { process }: WrittenRound,
  rounds: InProcess,
): Promise<RoundsProcess | null> {
  if (!process) return null
  const title = process.begins?.title ?? (await findProcess(db, process.slug))?.title
  return { slug: process.slug, title: title ?? '', rounds }
}

const mostEdits = 5_000

export const roundSignOffPage = privatePage<RoundSignOffModel>({
  path: roundDeskPaths.signOff,
  action: 'round.read',
  load: async (ctx, places) => {
    const opened = await openRound(ctx, places)
    if (!opened) return undefined
    const { head, stored, can, checked, around } = opened
    const seen = await findRoundLook(ctx.db, head.id, ctx.actor.staffId)
    const edits = await listRoundEdits(ctx.db, head.id, { most: mostEdits, after: seen })
    const changes = changesOf(edits)
    return {
      head,
      findings: checked.findings,
      ...decidedIn(stored),
      changes,
      lookedBefore: seen > 0,
      opensLater: Date.parse(checked.written.opensAt) > around.now.getTime(),
      people: await peopleOf(ctx, [
        ...changes.flatMap(({ by }) => by),
        ...[stored?.askedBy, stored?.decidedBy].flatMap((id) => id ?? []),
      ]),
      mayAsk: can('round.write'),
      maySign: can('round.sign-off'),
      mayPublish: can('round.sign-off'),
    }
  },
  render: (model) => ({
    title: `${roundSignOffWords.title} – ${titleOf(model.head)}`,
    main: roundSignOffView(model),
    element: 'tp-round-sign-off-page',
  }),
})

const nothingDecided = {
  request: null,
  askedBy: null,
  askedAt: null,
  decidedBy: null,
  decidedAt: null,
  sentBackNote: null,
  dueAt: null,
  problem: null,
}

function decidedIn(stored: StoredSignOff | undefined) {
  if (!stored) return nothingDecided
  const { decision, publication } = stored
  return {
    request: stored.id,
    askedBy: stored.askedBy,
    askedAt: stored.askedAt.toISOString(),
    decidedBy: stored.decidedBy,
    decidedAt: stored.decidedAt?.toISOString() ?? null,
    sentBackNote: decision === 'sent-back' ? stored.note : null,
    dueAt: publication === 'waiting' ? (stored.dueAt?.toISOString() ?? null) : null,
    problem: publication === 'failed' ? stored.problem : null,
  }
}
