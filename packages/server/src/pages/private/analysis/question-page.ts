import {
  equalityRule,
  standardRule,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import { closedQuestionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import {
  columnsOf,
  countName,
  everybody,
  partName,
} from '@takepart/shared/domain/analysis/tally/cross-tabulation'
import {
  questionView,
  type BesideModel,
  type QuestionModel,
} from '@takepart/shared/views/analysis/results.view'
import { resultsWords } from '@takepart/shared/words/results'
import {
  crossTabulate,
  type SafeCrossTabulation,
} from '../../../features/analysis/tally/cross-tabulate.ts'
import { readResults } from '../../../features/analysis/tally/read-results.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'
import { shownQuestion } from './shown-question.ts'

/** One question, beside another that is chosen. */
export const questionPage = privatePage<QuestionModel>({
  path: '/desk/consultations/:consultation/results/:question',
  action: 'analysis.read',
  load: async (ctx, { consultation, question: id }) => {
    const place = await analysedPlace(ctx, consultation)
    if (!place) return undefined
    const results = await readResults(ctx.db, place.id, place.versions)
    const index = results.questions.findIndex(({ tally }) => tally.question.id === id)
    const result = results.questions[index]
    if (!result) return undefined
    const [down] = closedQuestionsOf(result.tally.question)
    if (!down) return undefined
    const others = results.questions
      .filter((one) => one !== result)
      .flatMap(({ tally }) => closedQuestionsOf(tally.question))
      .map(({ key, title }) => ({ key, title }))
    const asked = ctx.search.get('beside') ?? ''
    const chosen = others.some(({ key }) => key === asked) ? asked : ''
    const beside =
      chosen === ''
        ? undefined
        : await crossTabulate(ctx.db, place.id, place.versions, { down: down.key, across: chosen })
    return {
      consultation: { id: place.id, title: place.title },
      question: shownQuestion(result, {
        number: index + 1,
        of: results.questions.length,
        counted: results.counted,
      }),
      others,
      chosen,
      ...(beside ? { beside: besideModel(beside) } : {}),
    }
  },
  render: (model) => ({
    title: resultsWords.titleOf(model.question.title),
    main: questionView(model),
  }),
})

/** A cross-tabulation as it may be shown: only what the disclosure rule let through is in the model. */
function besideModel({ table, shown, equality }: SafeCrossTabulation): BesideModel {
  const { down, across } = table
  const rule = equality ? equalityRule : standardRule
  const codes: readonly (string | null)[] = [...across.options.map(({ code }) => code), null]
  const show = (name: string) => shown.get(name) ?? 'withheld'
  const cell = (row: string | null, column: string | null) =>
    show(countName(partName(down.key, row), { key: across.key, code: column }))
  return {
    caption: resultsWords.besideCaption(down.title, across.title, rule.roundTo),
    columns: [...columnsOf(table), resultsWords.all],
    rows: [
      ...table.rows.map(({ code, label }) => ({
        label,
        cells: [...codes.map((column) => cell(code, column)), show(partName(down.key, code))],
        total: false,
      })),
      {
        label: resultsWords.all,
        cells: [...codes.map((column) => show(partName(across.key, column))), show(everybody)],
        total: true,
      },
    ],
    footnote: resultsWords.footnote(rule.hideUpTo, rule.roundTo),
    withheld: [...shown.values()].includes('withheld'),
  }
}
