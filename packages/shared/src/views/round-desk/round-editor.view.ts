import { html, nothing } from 'lit'
import {
  fieldOf,
  type OtherText,
  type Part,
  type Value,
} from '../../domain/authoring/draft/draft.ts'
import type { RoundFinding } from '../../domain/round/desk/check-round.ts'
import { momentWords } from '../../domain/core/dates.ts'
import { pathOfRoundDesk } from '../../domain/site/round-desk-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { notice } from '../../ui/notice.ts'
import { authoringWords } from '../../words/authoring.ts'
import { roundDeskWords as words, roundFieldWords } from '../../words/round-desk.ts'
import type { People } from '../authoring/desk-model.ts'
import { nameOf } from '../authoring/draft-head.view.ts'
import { fieldId } from '../authoring/part-form-model.ts'
import { roundForm, type RoundFormHandlers, type RoundFormModel } from './round-form.view.ts'
import { isSummary, roundHead } from './round-head.view.ts'
import type { RoundHead } from './round-desk-model.ts'

export interface RoundEditorModel {
  readonly head: RoundHead
  readonly people: People
  readonly part: Part
  readonly findings: readonly RoundFinding[]
  readonly processes: RoundFormModel['processes']
  readonly consultations: RoundFormModel['consultations']
  readonly mayWrite: boolean
}

export interface RoundEditorState extends Pick<RoundFormModel, 'part' | 'typed' | 'problems'> {
  /** What the line at the top says. */
  readonly saving: string
  readonly tone: 'good' | 'waiting' | 'problem' | 'plain'
}

export interface RoundEditorHandlers extends RoundFormHandlers {
  readonly onSettle?: (other: OtherText, value: Value) => void
}

export const roundStateOf = ({ part }: RoundEditorModel): RoundEditorState => ({
  part,
  typed: {},
  problems: {},
  // What is true until the script runs, and for ever where none does.
  saving: words.noScript,
  tone: 'plain',
})

/** Writing a discussion: its form, and beside it what the checks say. */
export const roundEditorView = (
  model: RoundEditorModel,
  state: RoundEditorState = roundStateOf(model),
  handlers: RoundEditorHandlers = {},
) => html`<div class="wrap wide">
  ${roundHead(model.head, 'write')}
  ${isWritten(model) ? working(model, state, handlers) : frozen(model)}
</div>`

const isWritten = ({ head, mayWrite }: RoundEditorModel): boolean =>
  mayWrite && head.stage !== 'concluded' && head.stage !== 'retracted'

const frozen = ({ head: { stage } }: RoundEditorModel) =>
  stage === 'concluded' || stage === 'retracted'
    ? html`<p class="lede">${words.frozen[stage]}</p>`
    : html`<p class="lede">${words.onlyAuthors}</p>`

const working = (
  model: RoundEditorModel,
  state: RoundEditorState,
  handlers: RoundEditorHandlers,
) => html`<div class=${`saving ${state.tone}`}><p><span class=${`dot ${state.tone}`}></span><span id="saving">${state.saving}</span></p></div>
  <div class="bench">
    <div>
      ${about(model)}
      ${twoTexts(model, state, handlers)}
      <form method="dialog" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${roundForm({ ...model, ...state, stage: model.head.stage }, handlers)}
      </form>
      <div class="actions">${linkButton({ href: pathOfRoundDesk('signOff', model.head.id), text: words.tabs.signOff })}</div>
    </div>
    <div class="stack">${checks(model.findings)}</div>
  </div>`

/** What is special about the stage it is at. */
function about({ head }: RoundEditorModel) {
  if (head.stage === 'scheduled') return html`<p>${words.keptLede}</p>`
  if (!isSummary(head)) return nothing
  return html`<p class="lede">${words.summaryLede}</p>
    ${head.stage === 'open' && head.closesAt ? html`<p>${words.stillOpen(momentWords(head.closesAt))}</p>` : nothing}`
}

/** Two texts of one field: neither is lost, and somebody chooses. */
const twoTexts = (
  { people }: RoundEditorModel,
  { part }: RoundEditorState,
  { onSettle }: RoundEditorHandlers,
) =>
  part.others.map((other) => {
    const here = fieldOf(part, other.field)
    const name = nameOf(people, other.by)
    return notice({
      tone: 'warning',
      title: `${authoringWords.twoTexts(name)}: ${roundFieldWords[other.field]?.label ?? other.field}`,
      content: html`<p>${authoringWords.twoTextsAsk}</p>
        <div class="two-words">
          ${oneText(authoringWords.inPlace, here, () => onSettle?.(other, here))}
          ${oneText(authoringWords.kept(name), other.value, () => onSettle?.(other, other.value))}
        </div>`,
    })
  })

const oneText = (whose: string, value: Value, onUse: () => void) =>
  html`<div class="panel"><p><strong>${whose}</strong></p><p class="said">${valueWords(value)}</p>
    ${button({ kind: 'second', text: authoringWords.useThis, hidden: whose, onClick: onUse })}</div>`

/** A value of a field in words: a time as it is said, a choice as it is offered. */
export function valueWords(value: Value): string {
  if (value === undefined || value === '') return authoringWords.emptyText
  if (value === true) return words.indexed.yes
  if (value === false) return words.indexed.no
  const text = String(value as string | number)
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? momentWords(text) : text
}

/** What the checks say, each a link to its field. */
export const checks = (
  findings: readonly RoundFinding[],
) => html`<section id="checks" aria-labelledby="checks-title">
  <h2 id="checks-title">${words.checks}</h2>
  <p>${words.blocked(findings.filter(({ level }) => level === 'blocks').length)}</p>
  ${findings.length === 0 ? html`<p class="quiet">${words.nothingFound}</p>` : nothing}
  ${findingList(findings, 'blocks')}${findingList(findings, 'advice')}
</section>`

/** The findings of one level. `base`: the page of the fields, where they are on another one. */
export function findingList(
  findings: readonly RoundFinding[],
  level: RoundFinding['level'],
  base = '',
) {
  const these = findings.filter((one) => one.level === level)
  if (these.length === 0) return nothing
  return html`<h3>${level === 'blocks' ? words.putRight : words.thought}</h3>
    <ul class="checks plain">${these.map(
      ({ words: said, field }) =>
        html`<li><p><span class=${`mark ${level === 'blocks' ? 'alarm' : 'waiting'}`}><a class="tool" href=${`${base}#${fieldId(field)}`}>${said}</a></span></p></li>`,
    )}</ul>`
}
