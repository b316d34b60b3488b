import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { assemble } from '@takepart/shared/domain/authoring/draft/assemble'
import { checkDraft } from '@takepart/shared/domain/authoring/draft/check-draft'
import {
  partOf,
  questionsIn,
  textIn,
  type Draft,
} from '@takepart/shared/domain/authoring/draft/draft'
import {
  condensed,
  nameOfPart,
  type MadeEdit,
} from '@takepart/shared/domain/authoring/draft/draft-history'
import { toldOf } from '@takepart/shared/domain/authoring/draft/history-words'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import { authoringPaths, pathOfDraftPicture } from '@takepart/shared/domain/site/authoring-paths'
import { checksView, type ChecksModel } from '@takepart/shared/views/authoring/checks-page.view'
import type { DraftHead, People } from '@takepart/shared/views/authoring/desk-model'
import {
  historyView,
  type HistoryLine,
  type HistoryModel,
} from '@takepart/shared/views/authoring/history-page.view'
import { previewView, type PreviewModel } from '@takepart/shared/views/authoring/preview-page.view'
import { signOffView, type SignOffModel } from '@takepart/shared/views/authoring/sign-off-page.view'
import { authoringWords, historyPageWords } from '@takepart/shared/words/authoring'
import { partWords } from '@takepart/shared/words/draft'
import { historyWords } from '@takepart/shared/words/history'
import { signOffWords } from '@takepart/shared/words/sign-off'
import { privatePage, type PageContext, type PathPlaces } from '../private-page.ts'
import { checkDraftNow } from '../../../features/authoring/check-draft-now.ts'
import {
  findDraft,
  listEdits,
  type StoredDraft,
} from '../../../features/authoring/draft.queries.ts'
import {
  findLook,
  findSignOff,
  signOffOf,
  type StoredSignOff,
} from '../../../features/authoring/sign-off.queries.ts'
import { namesOf } from '../../../features/authoring/staff-names.ts'

type Ctx = PageContext<StaffActor>

/** A draft that the person works on, with where it stands; undefined: there is none, or it is not theirs. */
export interface OpenedDraft extends StoredDraft {
  readonly head: DraftHead
  readonly stored: StoredSignOff | undefined
}

export async function openDraft(
  { db, actor }: Ctx,
  { id = '' }: PathPlaces,
): Promise<OpenedDraft | undefined> {
  if (!isId(id) || !may(actor, 'consultation.read-draft', { consultationId: id })) return undefined
  const found = await findDraft(db, id)
  if (!found) return undefined
  const stored = await findSignOff(db, id)
  return { ...found, stored, head: headOf(found, stored) }
}

/** Anything else would be refused by the database as no UUID. */
export const isId = (id: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

function headOf({ draft, basedOn }: StoredDraft, stored: StoredSignOff | undefined): DraftHead {
  return {
    id: draft.id,
    title: textIn(partOf(draft, 'about'), 'title'),
    version: basedOn ?? null,
    state: signOffOf(stored, assemble(draft)).state,
    questions: questionsIn(draft.outline).length,
    opensAt: textIn(partOf(draft, 'dates'), 'opensAt') || null,
  }
}

export const mayWrite = (actor: StaffActor, id: string): boolean =>
  may(actor, 'consultation.write', { consultationId: id })

/** The names that a page has to say. */
export const peopleOf = async (
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  ids: readonly string[],
): Promise<People> => ({ me: actor.staffId, names: await namesOf(db, ids) })

export const checksPage = privatePage<ChecksModel>({
  path: authoringPaths.checks,
  action: 'consultation.read-draft',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    if (!opened) return undefined
    const { draft, head } = opened
    const checked = await checkDraftNow(ctx.db, draft, ctx.now())
    const deciders = checked.findings.flatMap(({ overruled }) => overruled?.by ?? [])
    return {
      ...checked,
      head,
      findings: checked.findings.map((finding) => ({
        ...finding,
        place: partWords(nameOfPart(draft, finding.part)),
      })),
      people: await peopleOf(ctx, deciders),
      mayWrite: mayWrite(ctx.actor, draft.id),
    }
  },
  render: (model) => ({
    title: `${authoringWords.checks} – ${model.head.title}`,
    main: checksView(model),
    element: 'tp-checks-page',
  }),
})

const mostLines = 300

/** What was changed, in words, the newest first. */
export const linesOf = (draft: Draft, history: readonly MadeEdit[]): readonly HistoryLine[] =>
  condensed(history)
    .toReversed()
    .map(({ number, edit, by, at, outcome, undoes }) => ({
      number,
      part: edit.part,
      words: historyWords(toldOf(edit), nameOfPart(draft, edit.part), undoes !== undefined),
      by,
      at,
      beside: outcome === 'kept-beside',
    }))

export const historyPage = privatePage<HistoryModel>({
  path: authoringPaths.history,
  action: 'consultation.read-draft',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    if (!opened) return undefined
    const { draft, head } = opened
    const history = await listEdits(ctx.db, draft.id, { most: 2_000 })
    const lines = linesOf(draft, history).slice(0, mostLines)
    return {
      head,
      lines,
      people: await peopleOf(
        ctx,
        lines.map(({ by }) => by),
      ),
      mayWrite: mayWrite(ctx.actor, draft.id),
    }
  },
  render: (model) => ({
    title: `${historyPageWords.title} – ${model.head.title}`,
    main: historyView(model),
    element: 'tp-history-page',
  }),
})

/** Its pictures as the desk shows them; they get their public addresses when they are published. */
const withOwnPictures = (consultation: Consultation): Consultation =>
  consultation.media === undefined
    ? consultation
    : {
        ...consultation,
        media: consultation.media.map((one) =>
          one.kind === 'picture' && one.made === undefined
            ? { ...one, made: madeHere(consultation.id, one.file) }
            : one,
        ),
      }

const madeHere = (id: string, file: string) => ({
  source: '',
  files: ['webp', 'last'].map((form) => ({
    address: pathOfDraftPicture(id, file, form),
    bytes: 0,
    width: 960,
  })),
})

export const previewPage = privatePage<PreviewModel>({
  path: authoringPaths.preview,
  action: 'consultation.read-draft',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    if (!opened) return undefined
    const { draft, head } = opened
    const { consultation } = checkDraft(draft, ctx.now())
    const opens = Date.parse(consultation?.opensAt ?? '')
    return {
      head,
      consultation: consultation ? withOwnPictures(consultation) : null,
      edition: ctx.search.get('edition') ?? standardEdition,
      narrow: ctx.search.get('width') !== 'wide',
      show: ctx.search.get('show') ?? 'overview',
      // As it will be on its first day.
      now: new Date(Math.max(ctx.now().getTime(), opens || 0)).toISOString(),
    }
  },
  render: (model) => ({
    title: `${authoringWords.tabs.preview} – ${model.head.title}`,
    main: previewView(model),
  }),
})

export const signOffPage = privatePage<SignOffModel>({
  path: authoringPaths.signOff,
  action: 'consultation.read-draft',
  load: async (ctx, places) => {
    const opened = await openDraft(ctx, places)
    return opened && signOffModel(ctx, opened)
  },
  render: (model) => ({
    title: `${signOffWords.title} – ${model.head.title}`,
    main: signOffView(model),
    element: 'tp-sign-off-page',
  }),
})

async function signOffModel(ctx: Ctx, opened: OpenedDraft): Promise<SignOffModel> {
  const { db, actor } = ctx
  const { draft, head, stored } = opened
  const { blocked, undecided } = await checkDraftNow(db, draft, ctx.now())
  const seen = await findLook(db, draft.id, actor.staffId)
  const history = await listEdits(db, draft.id, { most: 2_000, after: seen })
  const changes = linesOf(draft, history).slice(0, mostLines)
  const firstPeople = stored ? [stored.askedBy] : ['']
  const thing = { consultationId: draft.id, firstPeople }
  return {
    head,
    blocked,
    undecided,
    changes,
    lookedBefore: seen > 0,
    ...decidedIn(stored),
    slug: textIn(partOf(draft, 'about'), 'slug') || null,
    people: await peopleOf(ctx, [
      ...changes.map(({ by }) => by),
      ...[stored?.askedBy, stored?.decidedBy].flatMap((id) => id ?? []),
    ]),
    mayAsk: may(actor, 'consultation.ask-sign-off', thing),
    maySign: may(actor, 'consultation.sign-off', thing),
    mayPublish: may(actor, 'consultation.publish', thing),
  }
}

const nothingDecided = {
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
  return {
    askedBy: stored.askedBy,
    askedAt: stored.askedAt.toISOString(),
    decidedBy: stored.decidedBy,
    decidedAt: stored.decidedAt?.toISOString() ?? null,
    sentBackNote: stored.decision === 'sent-back' ? stored.note : null,
    dueAt: stored.publication === 'waiting' ? (stored.dueAt?.toISOString() ?? null) : null,
    problem: stored.publication === 'failed' ? stored.problem : null,
  }
}
