import { html, type TemplateResult } from 'lit'
import { missingWords } from '../../domain/analysis/export/export-variables.ts'
import { analysisPaths, type ExportFile } from '../../domain/site/analysis-paths.ts'
import { notice } from '../../ui/notice.ts'
import { exportWords } from '../../words/export.ts'
import { analysisFrame, type AnalysedConsultation } from './analysis-frame.view.ts'

export interface ExportModel {
  readonly consultation: AnalysedConsultation
}

const files: readonly (readonly [ExportFile, string])[] = [
  ['answers.xlsx', exportWords.xlsx],
  ['answers.csv', exportWords.csv],
  ['answers.json', exportWords.json],
  ['answers.fhir.json', exportWords.fhir],
  ['codebook.csv', exportWords.codebook],
]

/** Files of what was answered, and how to read them. */
export const exportView = ({ consultation }: ExportModel): TemplateResult =>
  analysisFrame({
    consultation,
    part: 'export',
    heading: exportWords.title,
    content: html`
      <p class="lede">${exportWords.lede}</p>
      ${notice({ content: exportWords.private })}
      <h2>${exportWords.formats}</h2>
      <ul>${files.map(([file, words]) => html`<li><a class="tool" href=${analysisPaths.exported(consultation.id, file)} download>${words}</a></li>`)}</ul>
      <h2>${exportWords.columns}</h2>
      <p>${exportWords.names}</p>
      <p>${exportWords.several}</p>
      <p>${exportWords.dates}</p>
      <p>${exportWords.missing}</p>
      <ul>${missingWords.map(({ code, label }) => html`<li><strong>${code}</strong>: ${label}</li>`)}</ul>
      <p>${exportWords.equality}</p>`,
  })
