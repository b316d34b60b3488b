import { html, nothing, type TemplateResult } from 'lit'
import { analysisPaths } from '../../domain/site/analysis-paths.ts'
import { button } from '../../ui/button.ts'
import { select } from '../../ui/select.ts'
import { table } from '../../ui/table.ts'
import { textInput } from '../../ui/text-input.ts'
import { responsesWords } from '../../words/responses.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'

export interface ResponsesModel {
  readonly consultation: AnalysedConsultation
  readonly find: string
  readonly filters: readonly {
    readonly name: string
    readonly title: string
    readonly items: readonly {
      readonly value: string
      readonly text: string
      readonly selected: boolean
    }[]
  }[]
  readonly rows: readonly ListedResponse[]
  /** Where the next ones are; absent after the last. */
  readonly next?: string
}

export interface ListedResponse {
  readonly reference: string
  readonly cameOn: string
  readonly way: string
  readonly line: string
  /** The first words somebody wrote; empty where they wrote none, or they are gone. */
  readonly begins: string
}

/** The responses that came in, to look for and to open. A form that only asks: it works without a script. */
export const responsesView = (model: ResponsesModel): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'responses',
    heading: responsesWords.title,
    content: html`
      <form class="filters" method="get" action=${analysisPaths.responses(model.consultation.id)}>
        ${textInput({ id: 'find', name: 'find', title: responsesWords.find, hint: responsesWords.findHint, value: model.find, width: 20 })}
        ${model.filters.map(({ name, title, items }) => select({ id: name, name, title, items }))}
        ${button({ text: responsesWords.show, type: 'submit' })}
      </form>
      <p>${responsesWords.count(model.rows.length, model.next !== undefined)}</p>
      ${model.rows.length === 0 ? nothing : responsesTable(model)}
      ${model.next === undefined ? nothing : html`<p><a class="tool" href=${model.next}>${responsesWords.next}</a></p>`}`,
  })

const responsesTable = ({ consultation, rows }: ResponsesModel) =>
  table({
    caption: responsesWords.caption,
    columns: [
      responsesWords.reference,
      responsesWords.came,
      responsesWords.how,
      responsesWords.place,
      responsesWords.says,
    ],
    rows: rows.map((row) => [
      html`<a class="tool reference" href=${analysisPaths.response(consultation.id, row.reference)}>${row.reference}</a>`,
      row.cameOn,
      row.way,
      row.line,
      row.begins === '' ? responsesWords.noWords : html`<bdi>${row.begins}</bdi>`,
    ]),
  })
