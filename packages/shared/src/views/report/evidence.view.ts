import { html, nothing, type TemplateResult } from 'lit'
import { evidenceWords } from '../../words/evidence.ts'
import { analysisFrame, type AnalysedConsultation } from '../analysis/analysis-frame.view.ts'

/** A principle, whether the records bear it out, and what they say. */
export interface Norm {
  readonly title: string
  readonly met: boolean
  readonly lines: readonly string[]
}

export interface EvidencePart {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  /** Shown as a list below the lines. */
  readonly items?: readonly string[]
}

export interface EvidenceModel {
  readonly consultation: AnalysedConsultation
  readonly moment: string
  readonly trust: string
  readonly summary: string
  readonly parts: readonly EvidencePart[]
  readonly norms: readonly Norm[]
}

/** The evidence pack: one page to read, print and keep. */
export const evidenceView = (model: EvidenceModel): TemplateResult =>
  analysisFrame({
    consultation: model.consultation,
    part: 'evidence',
    heading: evidenceWords.title,
    content: html`<p class="lede">${evidenceWords.lede(model.moment)}</p>
      <p class="quiet no-print">${evidenceWords.print}</p>
      <p>${model.trust}: <strong>${model.consultation.title}</strong>. ${model.summary}</p>
      ${model.parts.map(part)}
      <section class="part" aria-labelledby="norms">
        <h2 id="norms">${evidenceWords.norms}</h2>
        ${model.norms.map(norm)}
      </section>`,
  })

const part = ({
  id,
  title,
  lines,
  items = [],
}: EvidencePart) => html`<section class="part" aria-labelledby=${id}>
  <h2 id=${id}>${title}</h2>
  ${lines.map((line) => html`<p>${line}</p>`)}
  ${items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : nothing}
</section>`

const norm = ({ title, met, lines }: Norm) => html`<h3>${title}</h3>
  <p><span class=${met ? 'mark good' : 'mark waiting'}>${met ? 'The records bear it out' : 'To be looked at'}</span></p>
  ${lines.map((line) => html`<p>${line}</p>`)}`
