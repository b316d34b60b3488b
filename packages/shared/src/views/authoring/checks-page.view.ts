import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { dayOfMomentWords } from '../../domain/core/dates.ts'
import { withCapital } from '../../domain/core/text.ts'
import { pathOfPart } from '../../domain/site/authoring-paths.ts'
import { button } from '../../ui/button.ts'
import { hiddenText } from '../../ui/field.ts'
import { textarea } from '../../ui/textarea.ts'
import { authoringWords } from '../../words/authoring.ts'
import { importWords } from '../../words/import.ts'
import { draftHead, nameOf } from './draft-head.view.ts'
import type { DraftHead, People, ShownFinding } from './desk-model.ts'
import { fieldId } from './part-form-model.ts'

export interface PlacedFinding extends ShownFinding {
  /** How its part is called: "question 5". */
  readonly place: string
}

export interface ChecksModel {
  readonly head: DraftHead
  readonly people: People
  readonly findings: readonly PlacedFinding[]
  readonly blocked: number
  readonly undecided: number
  readonly mayWrite: boolean
}

export interface ChecksState {
  /** The advice that somebody is giving a reason for. */
  readonly deciding: string | undefined
  readonly reason: string
  readonly problem: string | undefined
}

export interface ChecksHandlers {
  readonly onDecide?: (key: string) => void
  readonly onReason?: (reason: string) => void
  readonly onKeep?: () => void
  readonly onTakeBack?: (key: string) => void
  readonly onConfirm?: (finding: ShownFinding) => void
}

const nothingDecided: ChecksState = { deciding: undefined, reason: '', problem: undefined }

/** Everything that the checks found, what blocks first, then what a file left to confirm; advice is followed, or kept as it is with a reason. */
export const checksView = (
  model: ChecksModel,
  state: ChecksState = nothingDecided,
  handlers: ChecksHandlers = {},
) => html`<div class="wrap wide">
  ${draftHead(model.head, 'checks')}
  <h2>${authoringWords.checks}</h2>
  <p class="lede">${authoringWords.blocked(model.blocked)} ${authoringWords.undecided(model.undecided)}</p>
  ${(['blocks', 'confirm', 'advice'] as const).map((level) => findings({ model, state, handlers }, level))}
</div>`

interface All {
  readonly model: ChecksModel
  readonly state: ChecksState
  readonly handlers: ChecksHandlers
}

const levelTitles: Readonly<Record<ShownFinding['level'], string>> = {
  blocks: authoringWords.putRight,
  confirm: importWords.fromFile,
  advice: authoringWords.thought,
}

function findings(all: All, level: ShownFinding['level']) {
  const these = all.model.findings.filter((one) => one.level === level)
  if (these.length === 0) return nothing
  return html`<section class="part"><h2>${levelTitles[level]}</h2>
    <ul class="checks plain">${repeat(
      these,
      ({ key }) => key,
      (one) => finding(all, one),
    )}</ul></section>`
}

function finding(all: All, one: PlacedFinding) {
  const { model } = all
  const tone = one.level === 'blocks' ? 'alarm' : one.overruled ? 'good' : 'waiting'
  const href = `${pathOfPart(model.head.id, one.part)}${one.field === undefined ? '' : `#${fieldId(one.field)}`}`
  return html`<li>
    <p><span class=${`mark ${tone}`}>${withCapital(one.place)}</span></p>
    <p>${one.words}</p>
    ${one.overruled ? overruled(all, one) : nothing}
    <p class="tools"><a class="tool" href=${href}>${authoringWords.goThere}${hiddenText(`: ${one.place}`)}</a>
      ${
        one.level === 'advice' && !one.overruled && model.mayWrite
          ? html`<button class="tool" type="button" @click=${() => all.handlers.onDecide?.(one.key)}>${authoringWords.keepAsItIs}${hiddenText(`: ${one.words}`)}</button>`
          : nothing
      }${one.level === 'confirm' && model.mayWrite ? html`<button class="tool" type="button" @click=${() => all.handlers.onConfirm?.(one)}>${importWords.confirm}${hiddenText(`: ${one.words}`)}</button>` : nothing}</p>
    ${all.state.deciding === one.key ? reasonForm(all) : nothing}
  </li>`
}

const overruled = ({ model, handlers }: All, { overruled: kept, key, words }: PlacedFinding) =>
  kept
    ? html`<p>${authoringWords.overruledBy(nameOf(model.people, kept.by), dayOfMomentWords(kept.at))} “${kept.reason}”</p>
      ${model.mayWrite ? html`<p><button class="tool" type="button" @click=${() => handlers.onTakeBack?.(key)}>${authoringWords.takeBack}${hiddenText(`: ${words}`)}</button></p>` : nothing}`
    : nothing

const reasonForm = ({ state, handlers }: All) =>
  html`<form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onKeep?.()
  }}>${textarea({
    id: 'reason',
    name: 'reason',
    title: authoringWords.reason,
    hint: authoringWords.reasonHint,
    rows: 3,
    value: state.reason,
    ...(state.problem ? { error: state.problem } : {}),
    onInput: (reason) => handlers.onReason?.(reason),
  })}<div class="actions">${button({ type: 'submit', kind: 'second', text: authoringWords.keepReason })}</div></form>`
