import { ways } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import { closedQuestionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import {
  countName,
  columnsOf,
  everybody,
  partName,
} from '@takepart/shared/domain/analysis/tally/cross-tabulation'
import {
  equalityRule,
  publishedCount,
  standardRule,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import { representation } from '@takepart/shared/domain/analysis/representation'
import { dateWords } from '@takepart/shared/domain/core/dates'
import { figures } from '@takepart/shared/domain/core/figures'
import {
  questionView,
  resultsView,
  type BesideModel,
  type QuestionModel,
  type ResultsModel,
} from '@takepart/shared/views/analysis/results.view'
import { presenceWords, resultsWords } from '@takepart/shared/words/results'
import { countLedger } from '../../../features/analysis/ledger/ledger.queries.ts'
import {
  crossTabulate,
  type SafeCrossTabulation,
} from '../../../features/analysis/tally/cross-tabulate.ts'
import { readResults, type Results } from '../../../features/analysis/tally/read-results.ts'
import {
  countByDay,
  expectedPopulations,
  type ExpectedPopulation,
} from '../../../features/analysis/tally/tally.queries.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace } from './analysed-consultation.ts'
import { shownQuestion, standardFootnote } from './shown-question.ts'

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
      footnote: standardFootnote,
    }
  },
  render: (model) => ({
    title: resultsWords.titleOf(model.consultation.title),
    main: resultsView(model),
  }),
})

/** What can be said of each expected group. Counts are rounded where the question is about equality, before anything is worked out. */
function presenceSentences(results: Results, expected: ExpectedPopulation): readonly string[] {
  const result = results.questions.find(({ tally }) => tally.question.id === expected.questionKey)
  const [closed] = result ? closedQuestionsOf(result.tally.question) : []
  if (!result || !closed) return []
  const rounded = (count: number): number => {
    const published = publishedCount(count, result.equality ? equalityRule : standardRule)
    return published === 'small' ? 0 : published
  }
  const rows = result.tally.tables[0]?.rows ?? []
  const took = new Map(rows.map(({ code, count }) => [code, rounded(count)]))
  const groups = closed.options
    .filter(({ code }) => Object.hasOwn(expected.people, code))
    .map(({ code, label }) => ({ code, label, expected: expected.people[code] ?? 0 }))
  if (groups.every((group) => group.expected === 0)) return []
  return representation(groups, took)
    .groups.filter(({ verdict }) => verdict !== 'too-few-to-say')
    .map(presenceWords)
}

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
      footnote: standardFootnote,
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
