import { closedQuestionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import { expectedView, type ExpectedModel } from '@takepart/shared/views/analysis/expected.view'
import { expectedWords } from '@takepart/shared/words/expected'
import { everyQuestion } from '../../../features/analysis/tally/read-results.ts'
import { expectedPopulations } from '../../../features/analysis/tally/tally.queries.ts'
import { privatePage, type PrivatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'

/** Who was expected to take part, by the options of one question. */
export const expectedPages: readonly PrivatePage[] = (
  [
    '/desk/consultations/:consultation/expected',
    '/desk/consultations/:consultation/expected/:question',
  ] as const
).map((path) =>
  privatePage<ExpectedModel>({
    path,
    action: 'analysis.reconcile',
    load: async (ctx, { consultation, question: asked }) => {
      const place = await analysedPlace(ctx, consultation)
      if (!place) return undefined
      const questions = everyQuestion(place.versions)
        .flatMap(({ question }) => closedQuestionsOf(question))
        .filter(({ key, questionId, several }) => key === questionId && !several)
      const question = questions.find(({ key }) => key === asked)
      if (asked !== undefined && !question) return undefined
      const populations = await expectedPopulations(ctx.db, place.id)
      const stored = populations.find(({ questionKey }) => questionKey === asked)
      return {
        consultation: { id: place.id, title: place.title },
        questions: questions.map(({ key, title }) => ({ id: key, title })),
        ...(question
          ? { question: { id: question.key, title: question.title, options: question.options } }
          : {}),
        source: stored?.source ?? '',
        people: Object.fromEntries(
          Object.entries(stored?.people ?? {}).map(([code, count]) => [code, String(count)]),
        ),
      }
    },
    render: (model) => ({
      title: expectedWords.titleOf(model.consultation.title),
      main: expectedView(model),
      element: 'tp-expected-page',
    }),
  }),
)
