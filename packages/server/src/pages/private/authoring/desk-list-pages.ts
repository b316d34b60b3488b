import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may, mayEver } from '@takepart/shared/domain/account/may'
import { hasClosed, statusOf } from '@takepart/shared/domain/consultation/consultation'
import { authoringPaths } from '@takepart/shared/domain/site/authoring-paths'
import {
  beginConsultationView,
  type BeginModel,
} from '@takepart/shared/views/authoring/begin-consultation.view'
import { changeView, type ChangeModel } from '@takepart/shared/views/authoring/change-page.view'
import {
  consultationDeskView,
  type ConsultationDeskModel,
  type DeskRow,
} from '@takepart/shared/views/authoring/consultation-desk.view'
import { authoringWords } from '@takepart/shared/words/authoring'
import { changeWords } from '@takepart/shared/words/sign-off'
import { privatePage } from '../private-page.ts'
import { findByIdOrSlug } from '../../../features/consultation/consultation.queries.ts'
import { listChanges } from '../../../features/authoring/change.queries.ts'
import {
  listOnDesk,
  type DeskConsultation,
} from '../../../features/authoring/draft-list.queries.ts'
import { isId, openDraft, peopleOf } from './draft-pages.ts'

export const consultationDeskPage = privatePage<ConsultationDeskModel>({
  path: authoringPaths.list,
  action: 'consultation.list',
  load: async ({ db, actor, now }) => ({
    rows: (await listOnDesk(db, actor.teams)).flatMap((one) => deskRow(one, actor, now())),
    mayBegin: mayEver(actor, 'consultation.begin'),
  }),
  render: (model) => ({ title: authoringWords.list, main: consultationDeskView(model) }),
})

/** Nothing of a draft for whoever may not read one: what is out, as it is out. */
function deskRow(one: DeskConsultation, actor: StaffActor, now: Date): readonly DeskRow[] {
  const { id, slug, version, opensAt, closesAt, responses } = one
  const mayReadDraft = may(actor, 'consultation.read-draft', { consultationId: id })
  if (!mayReadDraft && version === null) return []
  const row = {
    id,
    title: mayReadDraft ? one.title : one.publishedTitle,
    slug,
    hasDraft: mayReadDraft && one.hasDraft,
    version,
    opensAt,
    closesAt,
    responses,
    standing: standingOf(one, now),
    signOff: !mayReadDraft ? null : one.dueAt ? 'scheduled' : one.signOffBy ? 'asked' : null,
    mayReadDraft,
    mayWrite: may(actor, 'consultation.write', { consultationId: id }),
    mayAnalyse: may(actor, 'analysis.read', { consultationId: id }),
    mayEnter: may(actor, 'analysis.enter', { consultationId: id }),
  } as const
  return [row]
}

function standingOf(one: DeskConsultation, now: Date): DeskRow['standing'] {
  const { version, retractedAt, opensAt, closesAt, hasOutcome } = one
  if (version === null || opensAt === null || closesAt === null) return 'draft'
  if (retractedAt !== null) return 'retracted'
  const closed = hasClosed({ closesAt }, now)
  if (closed) return hasOutcome ? 'concluded' : 'closed'
  return statusOf({ opensAt, closesAt }, now)
}

const mostCopies = 20

export const beginPage = privatePage<BeginModel>({
  path: authoringPaths.begin,
  action: 'consultation.begin',
  load: async ({ db, actor }) => ({
    copies: (await listOnDesk(db, actor.teams))
      .filter(({ id }) => may(actor, 'consultation.read-draft', { consultationId: id }))
      .slice(0, mostCopies)
      .map(({ id, title }) => ({ id, title: title || authoringWords.untitled })),
    title: '',
    copyOf: '',
  }),
  render: (model) => ({
    title: authoringWords.begin,
    main: beginConsultationView(model),
    element: 'tp-begin-page',
  }),
})

export const changePage = privatePage<ChangeModel>({
  path: authoringPaths.change,
  action: 'consultation.read-draft',
  load: async (ctx, { id = '' }) => {
    const { db, actor } = ctx
    if (!isId(id) || !may(actor, 'consultation.read-draft', { consultationId: id }))
      return undefined
    const published = (await findByIdOrSlug(db, id, '')).find((one) => one.id === id)
    if (!published) return undefined
    const { consultation, number } = published.version
    const waiting = (await listChanges(db, id)).filter(({ decision }) => decision === null)
    const opened = await openDraft(ctx, { id })
    return {
      head: opened?.head ?? {
        id,
        title: consultation.title,
        version: number,
        state: 'published',
        questions: consultation.sections.flatMap(({ questions }) => questions).length,
        opensAt: consultation.opensAt,
      },
      people: await peopleOf(
        ctx,
        waiting.map(({ askedBy }) => askedBy),
      ),
      closesAt: consultation.closesAt,
      hasClosed: hasClosed(consultation, ctx.now()),
      retractedAt: published.retraction?.at.toISOString() ?? null,
      waiting: waiting.map((one) => ({
        id: one.id,
        kind: one.kind,
        note: one.note,
        askedBy: one.askedBy,
        closesAt: one.closesAt?.toISOString() ?? null,
        askedAt: one.askedAt.toISOString(),
      })),
      mayAsk: may(actor, 'consultation.ask-to-extend', { consultationId: id }),
      mayDo: may(actor, 'consultation.extend', { consultationId: id, firstPeople: [''] }),
    }
  },
  render: (model) => ({
    title: `${changeWords.title} – ${model.head.title}`,
    main: changeView(model),
    element: 'tp-change-page',
  }),
})
