import { html, nothing, type TemplateResult } from 'lit'
import type { PublishedCount } from '../../domain/analysis/disclosure/published-count.ts'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { button } from '../../ui/button.ts'
import { hiddenText } from '../../ui/field.ts'
import { select } from '../../ui/select.ts'
import { resultsWords } from '../../words/results.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'
import { barChart, countCell, countedTable, type CountedTable } from './counted-table.view.ts'

/** One question as it is shown: for each of its tables a sentence, a chart and the table. */
export interface ShownQuestion {
  readonly id: string
  readonly title: string
  readonly number: number
  readonly of: number
  /** What is said first, where it is not a table's. */
  readonly sentence?: string
  readonly tables: readonly (CountedTable & { readonly finding: string })[]
  /** Put to fewer than all; absent where everybody was asked. */
  readonly onlyAsked?: number
  /** About equality: what is said under its rounded numbers. */
  readonly equality?: string
  readonly text: boolean
  /** It can be put beside others. */
  readonly closed: boolean
}

export interface ResultsModel {
  readonly consultation: AnalysedConsultation
  readonly cameIn: number
  readonly inResults: number
  readonly questions: readonly ShownQuestion[]
  /** By day: label, then a number for each way that has any. */
  readonly byDay: {
    readonly ways: readonly string[]
    readonly days: readonly (readonly string[])[]
  }
  /** Sentences about who is missing. */
  readonly presence: readonly string[]
}

/** Everything that was asked, and what people said. */
export const resultsView = (model: ResultsModel): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'results',
    heading: resultsWords.title,
    content: html`
      <p class="lede">${resultsWords.lede(model.inResults, model.cameIn)}</p>
      ${whoTakesPart(model)}
      ${model.questions.length === 0 ? html`<p>${resultsWords.noQuestions}</p>` : nothing}
      ${model.questions.map((question) => questionResult(model, question))}`,
  })

const whoTakesPart = ({ byDay, presence }: ResultsModel) => html`<section aria-labelledby="who">
  <h2 id="who">${resultsWords.who}</h2>
  ${presence.map((sentence) => html`<p>${sentence}</p>`)}
  ${
    byDay.days.length === 0
      ? nothing
      : html`<section class="table all" tabindex="0" aria-label=${resultsWords.byDay}><table>
    <caption>${resultsWords.byDay}</caption>
    <thead><tr><th scope="col">${resultsWords.day}</th>${byDay.ways.map((way) => html`<th scope="col" class="n">${way}</th>`)}</tr></thead>
    <tbody>${byDay.days.map(([day, ...counts]) => html`<tr><th scope="row">${day}</th>${counts.map((count) => html`<td class="n">${count}</td>`)}</tr>`)}</tbody>
  </table></section>`
  }
</section>`

const questionResult = ({ consultation }: ResultsModel, question: ShownQuestion) => html`<section
  class="part result" aria-labelledby="q-${question.id}"
>
  <p class="eyebrow">${resultsWords.questionOf(question.number, question.of)}</p>
  <h2 id="q-${question.id}">${question.title}</h2>
  ${questionTables(question)}
  <p class="tools">
    ${
      question.closed
        ? html`<a class="tool" href=${analysisPaths.question(consultation.id, question.id)}>${resultsWords.more}${hiddenText(resultsWords.moreAbout(question.title))}</a>`
        : nothing
    }
    ${
      question.text
        ? html`<a class="tool" href=${`${analysisPaths.responses(consultation.id)}?question=${question.id}`}>${resultsWords.readThem}${hiddenText(resultsWords.moreAbout(question.title))}</a>`
        : nothing
    }
  </p>
</section>`

const questionTables = (question: ShownQuestion) => html`
  ${question.equality === undefined ? nothing : html`<p class="quiet">${resultsWords.equality} ${question.equality}</p>`}
  ${question.onlyAsked === undefined ? nothing : html`<p class="quiet">${resultsWords.onlyAsked(question.onlyAsked)}</p>`}
  ${question.sentence === undefined ? nothing : html`<p class="finding">${question.sentence}</p>`}
  ${question.tables.map(
    (table) =>
      html`<p class="finding">${table.finding}</p>${barChart(table)}${countedTable(table)}`,
  )}`

/** Two questions beside each other, as it may be shown. */
export interface BesideModel {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly PublishedCount[]
    readonly total: boolean
  }[]
  readonly footnote: string
  readonly withheld: boolean
}

export interface QuestionModel {
  readonly consultation: AnalysedConsultation
  readonly question: ShownQuestion
  /** Closed questions it can be put beside, by key. */
  readonly others: readonly { readonly key: string; readonly title: string }[]
  readonly chosen: string
  readonly beside?: BesideModel
}

/** One question, and beside it another. */
export const questionView = (model: QuestionModel): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'results',
    heading: model.question.title,
    content: html`
      <p class="topline"><a class="back" href=${analysisPaths.results(model.consultation.id)}>${resultsWords.allQuestions}</a></p>
      ${questionTables(model.question)}
      <section aria-labelledby="split">
        <h2 id="split">${resultsWords.split}</h2>
        <form class="beside-form" method="get">
          ${select({
            id: 'beside',
            name: 'beside',
            title: resultsWords.beside,
            hint: resultsWords.besideHint,
            items: model.others.map(({ key, title }) => ({
              value: key,
              text: title,
              selected: key === model.chosen,
            })),
          })}
          ${button({ text: resultsWords.show, kind: 'second', type: 'submit' })}
        </form>
        ${model.beside ? besideTable(model.beside) : nothing}
      </section>`,
  })

const besideTable = (
  beside: BesideModel,
) => html`<section class="table all" tabindex="0" aria-label=${beside.caption}><table>
  <caption>${beside.caption}</caption>
  <thead><tr><th scope="col">${resultsWords.answer}</th>${beside.columns.map((column) => html`<th scope="col" class="n">${column}</th>`)}</tr></thead>
  <tbody>${beside.rows.map(
    ({ label, cells, total }) =>
      html`<tr class=${total ? 'total' : 'row-of'}><th scope="row">${label}</th>${cells.map((cell) => html`<td class="n">${countCell(cell)}</td>`)}</tr>`,
  )}</tbody>
</table></section>
<p class="quiet">${beside.footnote}${beside.withheld ? html` ${resultsWords.withheldNote}` : nothing}</p>`
