import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { themeWith } from '@takepart/shared/domain/analysis/theme/codebook'
import { themesView, type ThemesModel } from '@takepart/shared/views/analysis/themes.view'
import { themeWords } from '@takepart/shared/words/theme'
import { everyQuestion } from '../../../features/analysis/tally/read-results.ts'
import { readingState, type ReadingState } from '../../../features/analysis/theme/code-answers.ts'
import {
  answersToRead,
  countToRead,
  newestCodebook,
} from '../../../features/analysis/theme/theme.queries.ts'
import { privatePage, type PageContext, type PrivatePage } from '../private-page.ts'
import { analysedPlace, type AnalysedPlace } from './analysed-consultation.ts'

/** Answers in people's own words, read for themes: of the first question, or of the one in the address. */
export const themesPages: readonly PrivatePage[] = (
  [
    '/desk/consultations/:consultation/themes',
    '/desk/consultations/:consultation/themes/:question',
  ] as const
).map((path) =>
  privatePage<ThemesModel>({
    path,
    action: 'analysis.read',
    load: async (ctx, { consultation, question }) => {
      const place = await analysedPlace(ctx, consultation)
      return place && themesModel(ctx, place, question)
    },
    render: (model) => ({
      title: themeWords.titleOf(model.consultation.title),
      main: themesView(model),
      element: 'tp-themes-page',
    }),
  }),
)

async function themesModel(
  { db, actor }: PageContext<StaffActor>,
  { id, title, versions }: AnalysedPlace,
  asked: string | undefined,
): Promise<ThemesModel | undefined> {
  const questions = everyQuestion(versions)
    .filter(({ question, equality }) => !equality && question.kind.endsWith('-text'))
    .map(({ question }) => ({ id: question.id, title: question.title }))
  const question = questions.find((one) => asked === undefined || one.id === asked)
  if (asked !== undefined && !question) return undefined
  const about = { questionId: question?.id ?? '', staffId: actor.staffId }
  const [codebook, reading, answers, left] = await Promise.all([
    newestCodebook(db, id),
    readingState(db, id, about.questionId),
    answersToRead(db, id, { ...about, unread: true }),
    countToRead(db, id, about),
  ])
  const counts = new Map(reading.counts.map(({ theme, responses }) => [theme.id, responses]))
  return {
    consultation: { id, title },
    questions,
    ...(question ? { question } : {}),
    version: codebook.version,
    themes: codebook.themes.map((theme) => ({ ...theme, responses: counts.get(theme.id) ?? 0 })),
    answers: answers.map(({ responseId, reference, text }) => ({ responseId, reference, text })),
    left,
    read: reading.read,
    agreement: shownAgreement(reading, (theme) => themeWith(codebook, theme)?.name ?? ''),
    mayCode: may(actor, 'analysis.code', { consultationId: id }),
  }
}

const mostToSettle = 30

function shownAgreement(
  { agreement, coders, references }: ReadingState,
  nameOf: (theme: string) => string,
): ThemesModel['agreement'] {
  const people = (ids: readonly string[]): string => ids.map((id) => coders[id] ?? id).join(', ')
  const shown = (value: number | undefined): string | null =>
    value === undefined ? null : value.toFixed(2)
  return {
    both: agreement.both,
    same: agreement.same,
    kappa: shown(agreement.kappa),
    alpha: shown(agreement.alpha),
    toSettle: agreement.toSettle
      .slice(0, mostToSettle)
      .map(({ answer, theme, gave, didNot }) =>
        themeWords.difference(
          references[answer] ?? '',
          nameOf(theme),
          people(gave),
          people(didNot),
        ),
      ),
  }
}
