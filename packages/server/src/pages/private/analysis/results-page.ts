import { ways } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import { dateWords } from '@takepart/shared/domain/core/dates'
import { figures } from '@takepart/shared/domain/core/figures'
import { resultsView, type ResultsModel } from '@takepart/shared/views/analysis/results.view'
import { resultsWords } from '@takepart/shared/words/results'
import { countLedger } from '../../../features/analysis/ledger/ledger.queries.ts'
import { readResults } from '../../../features/analysis/tally/read-results.ts'
import { countByDay, expectedPopulations } from '../../../features/analysis/tally/tally.queries.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'
import { presenceSentences } from './presence-sentences.ts'
import { shownQuestion } from './shown-question.ts'

/** Every question of a consultation: what was found, a chart and the table. */
export const resultsPage = privatePage<ResultsModel>({
  path: '/desk/consultations/:consultation/results',
  action: 'analysis.read',
  load: async (ctx, { consultation }) => {
    const place = await analysedPlace(ctx, consultation)
    if (!place) return undefined
    const [results, ledger, days, expected] = await Promise.all([
      readResults(ctx.db, place.id, place.versions),
      countLedger(ctx.db, place.id),
      countByDay(ctx.db, place.id),
      expectedPopulations(ctx.db, place.id),
    ])
    const of = results.questions.length
    return {
      consultation: { id: place.id, title: place.title },
      cameIn: ledger.cameIn,
      inResults: results.counted,
      questions: results.questions.map((result, index) =>
        shownQuestion(result, { number: index + 1, of, counted: results.counted }),
      ),
      byDay: dayTable(days),
      presence: expected.flatMap((population) => presenceSentences(results, population)),
    }
  },
  render: (model) => ({
    title: resultsWords.titleOf(model.consultation.title),
    main: resultsView(model),
  }),
})

function dayTable(
  days: readonly { readonly day: string; readonly way: string; readonly count: number }[],
): ResultsModel['byDay'] {
  const used = ways.filter((way) => days.some((one) => one.way === way))
  const dates = [...new Set(days.map(({ day }) => day))]
  const countOf = (day: string, way: string): number =>
    days.find((one) => one.day === day && one.way === way)?.count ?? 0
  return {
    ways: [...used.map((way) => resultsWords.ways[way]), resultsWords.all],
    days: dates.map((day) => {
      const counts = used.map((way) => countOf(day, way))
      const all = counts.reduce((sum, count) => sum + count, 0)
      return [dateWords(day), ...counts.map(figures), figures(all)]
    }),
  }
}
