import { html, nothing } from 'lit'
import { pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { authoringWords } from '../../words/authoring.ts'
import type { EditorModel, ShownFinding } from './desk-model.ts'
import { fieldId } from './part-form-model.ts'

/** What the checks say of this part, each a link to its field, and how it stands with the whole. */
export const checkPanel = (
  { head, blocked, undecided }: EditorModel,
  findings: readonly ShownFinding[],
) => html`<section id="checks" aria-labelledby="checks-title">
  <h2 id="checks-title">${authoringWords.checks}</h2>
  <p>${authoringWords.blocked(blocked)}</p>
  ${undecided > 0 ? html`<p>${authoringWords.undecided(undecided)}</p>` : nothing}
  ${findings.length === 0 ? html`<p class="quiet">${authoringWords.nothingFound}</p>` : nothing}
  ${list(findings, 'blocks')}${list(findings, 'advice')}
  <p><a class="tool" href=${pathOfDraft('checks', head.id)}>${authoringWords.checksAll}</a></p>
</section>`

function list(findings: readonly ShownFinding[], level: ShownFinding['level']) {
  const these = findings.filter((one) => one.level === level)
  if (these.length === 0) return nothing
  return html`<h3>${level === 'blocks' ? authoringWords.putRight : authoringWords.thought}</h3>
    <ul class="checks plain">${these.map(
      ({ words, field, overruled }) =>
        html`<li><p><span class=${`mark ${level === 'blocks' ? 'alarm' : overruled ? 'good' : 'waiting'}`}>${field === undefined ? words : html`<a class="tool" href=${`#${fieldId(field)}`}>${words}</a>`}</span></p></li>`,
    )}</ul>`
}
