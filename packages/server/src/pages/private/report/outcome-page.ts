import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { momentWords } from '@takepart/shared/domain/core/dates'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { emptyOutcome, outcomeProblems } from '@takepart/shared/domain/report/outcome-draft'
import { promiseClock } from '@takepart/shared/domain/report/promise'
import {
  outcomeDeskView,
  type OutcomeDeskModel,
} from '@takepart/shared/views/report/outcome-desk.view'
import { reportWords } from '@takepart/shared/words/report'
import { currentThemes } from '@takepart/shared/domain/analysis/theme/codebook'
import { newestCodebook } from '../../../features/analysis/theme/theme.queries.ts'
import {
  findByIdOrSlug,
  type PublishedVersion,
} from '../../../features/consultation/consultation.queries.ts'
import { findOutcome, type StoredOutcome } from '../../../features/report/outcome.queries.ts'
import { groundOf } from '../../../features/report/write-outcome.ts'
import { privatePage, type PageContext } from '../private-page.ts'

/** Where an outcome is written, signed and published. */
export const outcomePage = privatePage<OutcomeDeskModel>({
  path: '/desk/consultations/:consultation/outcome',
  action: 'consultation.read-outcome',
  load: async (ctx, { consultation: id = '' }) => {
    if (!isUuid(id) || !may(ctx.actor, 'consultation.read-outcome', { consultationId: id }))
      return undefined
    const newest = (await findByIdOrSlug(ctx.db, id, '')).find((one) => one.id === id)
    if (!newest) return undefined
    return outcomeModel(ctx, newest)
  },
  render: (model) => ({
    title: reportWords.titleOf(model.consultation.title),
    main: outcomeDeskView(model),
    element: 'tp-outcome-page',
  }),
})

async function outcomeModel(
  { db, actor, now }: PageContext<StaffActor>,
  { id, slug, version: { consultation } }: PublishedVersion,
): Promise<OutcomeDeskModel> {
  const [stored, codebook] = await Promise.all([findOutcome(db, id), newestCodebook(db, id)])
  const ground = await groundOf(db, consultation, {
    frozen: stored?.frozen ?? undefined,
    now: now(),
  })
  const clock = promiseClock(consultation, now())
  const shown = stored ? shownOutcome(stored, actor.staffId) : nothingWritten
  return {
    consultation: {
      id,
      title: consultation.title,
      slug,
      onlyReport: !may(actor, 'analysis.read', { consultationId: id }),
    },
    ...shown,
    problems: shown.state === 'published' ? [] : outcomeProblems(shown.document, ground),
    themes: currentThemes(codebook).map((theme) => ({ id: theme.id, name: theme.name })),
    ...(clock ? { clock } : {}),
    closes: momentWords(consultation.closesAt),
    ...rightsOf(actor, id, stored),
  }
}

const rightsOf = (actor: StaffActor, consultationId: string, stored?: StoredOutcome) => ({
  mayWrite: may(actor, 'consultation.write-outcome', { consultationId }),
  maySign: may(actor, 'consultation.conclude', {
    consultationId,
    firstPeople: [stored?.askedById ?? 'nobody has asked'],
  }),
  maySayLate: may(actor, 'consultation.say-late', { consultationId }),
})

type Shown = Pick<
  OutcomeDeskModel,
  | 'revision'
  | 'document'
  | 'saved'
  | 'frozen'
  | 'frozenMoment'
  | 'frozenBy'
  | 'state'
  | 'askedBy'
  | 'askedMoment'
  | 'own'
  | 'sentBack'
  | 'publishedMoment'
  | 'publishedBy'
>

const nothingWritten: Shown = {
  revision: 0,
  document: emptyOutcome,
  frozen: null,
  frozenMoment: '',
  frozenBy: '',
  state: 'writing',
  askedBy: '',
  askedMoment: '',
  own: false,
  sentBack: null,
  publishedMoment: '',
  publishedBy: '',
}

const when = (moment: Date | null): string => (moment ? momentWords(moment) : '')

const shownOutcome = (stored: StoredOutcome, me: string): Shown => ({
  revision: stored.revision,
  document: stored.document,
  saved: { moment: momentWords(stored.changedAt), by: stored.changedByName },
  frozen: stored.frozen,
  frozenMoment: stored.frozen ? momentWords(stored.frozen.at) : '',
  frozenBy: stored.frozenByName ?? '',
  state: stored.state,
  askedBy: stored.askedByName ?? '',
  askedMoment: when(stored.askedAt),
  own: stored.askedById === me,
  sentBack: stored.sentBackNote,
  publishedMoment: when(stored.publishedAt),
  publishedBy: stored.publishedByName ?? '',
})
