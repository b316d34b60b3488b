import { lines, ways } from '@takepart/shared/domain/analysis/ledger/ledger-line'
import { dateWords } from '@takepart/shared/domain/core/dates'
import { isUuid } from '@takepart/shared/domain/core/ids'
import { tidyLine } from '@takepart/shared/domain/core/text'
import { analysisPaths } from '@takepart/shared/domain/site/analysis-paths'
import {
  responsesView,
  type ListedResponse,
  type ResponsesModel,
} from '@takepart/shared/views/analysis/responses.view'
import { lineNames } from '@takepart/shared/words/ledger'
import { responsesWords } from '@takepart/shared/words/responses'
import { resultsWords } from '@takepart/shared/words/results'
import {
  listResponses,
  rowsAtOnce,
  type ListedRow,
  type ResponseFilter,
} from '../../../features/analysis/response-list/response-list.queries.ts'
import { everyQuestion } from '../../../features/analysis/tally/read-results.ts'
import { privatePage } from '../private-page.ts'
import { analysedPlace, type AnalysedPlace } from './analysed-consultation.ts'

const longestSearch = 200

/** The responses of a consultation, to look for by words, line, way and question. */
export const responsesPage = privatePage<ResponsesModel>({
  path: '/desk/consultations/:consultation/responses',
  action: 'analysis.read',
  load: async (ctx, { consultation }) => {
    const place = await analysedPlace(ctx, consultation)
    if (!place) return undefined
    const filter = filterIn(ctx.search, place)
    const found = await listResponses(ctx.db, place.id, filter)
    const rows = found.slice(0, rowsAtOnce)
    const last = rows.at(-1)
    return {
      consultation: { id: place.id, title: place.title },
      find: filter.find ?? '',
      filters: filtersOf(filter, place),
      rows: rows.map(listed),
      ...(last && found.length > rows.length
        ? { next: nextAddress(place.id, filter, last.id) }
        : {}),
    }
  },
  render: (model) => ({
    title: responsesWords.titleOf(model.consultation.title),
    main: responsesView(model),
  }),
})

/** What the address asks for; anything that is not a choice of this page is as if it were not there. */
function filterIn(search: URLSearchParams, place: AnalysedPlace): ResponseFilter {
  const find = tidyLine((search.get('find') ?? '').slice(0, longestSearch))
  const line = lines.find((one) => one === search.get('line'))
  const way = ways.find((one) => one === search.get('way'))
  const key = textQuestions(place).find(({ id }) => id === search.get('question'))?.id
  const after = search.get('after')
  return {
    ...(find === '' ? {} : { find }),
    ...(line ? { line } : {}),
    ...(way ? { way } : {}),
    ...(key ? { key } : {}),
    ...(after !== null && isUuid(after) ? { after } : {}),
  }
}

const textQuestions = ({ versions }: AnalysedPlace) =>
  everyQuestion(versions)
    .filter(({ equality }) => !equality)
    .map(({ question }) => question)
    .filter(({ kind }) => kind === 'long-text' || kind === 'short-text')

const filtersOf = (
  { line, way, key }: ResponseFilter,
  place: AnalysedPlace,
): ResponsesModel['filters'] => [
  {
    name: 'line',
    title: responsesWords.line,
    items: [
      { value: '', text: responsesWords.anyLine, selected: line === undefined },
      ...lines.map((one) => ({ value: one, text: lineNames[one], selected: one === line })),
    ],
  },
  {
    name: 'way',
    title: responsesWords.way,
    items: [
      { value: '', text: responsesWords.anyWay, selected: way === undefined },
      ...ways.map((one) => ({ value: one, text: resultsWords.ways[one], selected: one === way })),
    ],
  },
  {
    name: 'question',
    title: responsesWords.questionAnswered,
    items: [
      { value: '', text: responsesWords.anyQuestion, selected: key === undefined },
      ...textQuestions(place).map(({ id, title }) => ({
        value: id,
        text: title,
        selected: id === key,
      })),
    ],
  },
]

const listed = ({ reference, cameOn, way, line, begins }: ListedRow): ListedResponse => ({
  reference,
  cameOn: dateWords(cameOn),
  way: resultsWords.ways[way],
  line: lineNames[line],
  begins: begins ?? '',
})

function nextAddress(id: string, { find, line, way, key }: ResponseFilter, after: string): string {
  const asked = new URLSearchParams({
    ...(find === undefined ? {} : { find }),
    ...(line === undefined ? {} : { line }),
    ...(way === undefined ? {} : { way }),
    ...(key === undefined ? {} : { question: key }),
    after,
  })
  return `${analysisPaths.responses(id)}?${asked.toString()}`
}
