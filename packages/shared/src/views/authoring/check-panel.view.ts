import { html, nothing } from 'lit'
import { pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { button } from '../../ui/button.ts'
import { authoringWords } from '../../words/authoring.ts'
import { importWords } from '../../words/import.ts'
import type { EditorModel, ShownFinding } from './desk-model.ts'
import { fieldId } from './part-form-model.ts'

export interface CheckPanelHandlers {
  /** Says of something from a file that it is right. */
  readonly onConfirm?: (finding: ShownFinding) => void
}

/** What the checks say of this part, each a link to its field, and how it stands with the whole. */
export const checkPanel = (
  { head, blocked, undecided }: EditorModel,
  findings: readonly ShownFinding[],
  handlers: CheckPanelHandlers = {},
) => html`<section id="checks" tabindex="-1" aria-labelledby="checks-title">
  <h2 id="checks-title">${authoringWords.checks}</h2>
  <p>${authoringWords.blocked(blocked)}</p>
  ${undecided > 0 ? html`<p>${authoringWords.undecided(undecided)}</p>` : nothing}
  ${findings.length === 0 ? html`<p class="quiet">${authoringWords.nothingFound}</p>` : nothing}
  ${list(findings, 'blocks')}${toConfirm(findings, handlers)}${list(findings, 'advice')}
  <p><a class="tool" href=${pathOfDraft('checks', head.id)}>${authoringWords.checksAll}</a></p>
</section>`

/** What a file that was brought in left open here. */
function toConfirm(findings: readonly ShownFinding[], { onConfirm }: CheckPanelHandlers) {
  const these = findings.filter(({ level }) => level === 'confirm')
  if (these.length === 0) return nothing
  return html`<h3>${importWords.fromFile}</h3>
    <p>${importWords.fromFileMore}</p>
    <ul class="checks plain">${these.map(
      (one) => html`<li><p><span class="mark waiting">${one.words}</span></p>
        ${button({ kind: 'second', text: importWords.confirm, hidden: one.words, onClick: () => onConfirm?.(one) })}</li>`,
    )}</ul>`
}

function list(findings: readonly ShownFinding[], level: 'blocks' | 'advice') {
  const these = findings.filter((one) => one.level === level)
  if (these.length === 0) return nothing
  return html`<h3>${level === 'blocks' ? authoringWords.putRight : authoringWords.thought}</h3>
    <ul class="checks plain">${these.map(
      ({ words, field, overruled }) =>
        html`<li><p><span class=${`mark ${level === 'blocks' ? 'alarm' : overruled ? 'good' : 'waiting'}`}>${field === undefined ? words : html`<a class="tool" href=${`#${fieldId(field)}`}>${words}</a>`}</span></p></li>`,
    )}</ul>`
}
