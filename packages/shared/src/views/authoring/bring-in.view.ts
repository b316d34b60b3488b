import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import type { Unsaid } from '../../domain/authoring/fhir/write-fhir.ts'
import { nameOf } from '../../domain/consultation/edition.ts'
import { pathOfImport, pathOfQuestionnaire } from '../../domain/site/authoring-paths.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, fieldIds } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { importWords } from '../../words/import.ts'
import type { DraftHead } from './desk-model.ts'
import { draftHead } from './draft-head.view.ts'

/** A file that was brought in before. */
export interface BroughtFile {
  readonly id: string
  readonly name: string
  /** ISO 8601. */
  readonly at: string
  readonly state: 'read' | 'taken' | 'thrown-away'
}

export interface BringInModel {
  readonly head: DraftHead
  /** The newest first. */
  readonly before: readonly BroughtFile[]
  /** What a FHIR Questionnaire cannot say of it; null: it cannot be taken out yet. */
  readonly unsaid: readonly Unsaid[] | null
}

/** How it stands with a file that somebody chose. Each is said only when it is so. */
export type SendingFile =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'left'; readonly name: string }
  | { readonly kind: 'keeping' | 'reading' }
  | { readonly kind: 'sending'; readonly done: number; readonly all: number }
  | { readonly kind: 'waiting'; readonly name: string; readonly onDevice: boolean }
  | { readonly kind: 'stopped'; readonly name: string; readonly words: string }

export interface BringInState {
  readonly sending: SendingFile
  readonly problem: string | undefined
  /** False until the script runs, and for ever where none does. */
  readonly canSend: boolean
}

export interface BringInHandlers {
  readonly onChoose?: (file: File | undefined) => void
  readonly onSend?: () => void
  readonly onSendLeft?: () => void
  readonly onForget?: () => void
}

export const notSending: BringInState = {
  sending: { kind: 'nothing' },
  problem: undefined,
  canSend: false,
}

const fileId = 'file'

/** Where somebody chooses a file to be read into the consultation. */
export const bringInView = (
  model: BringInModel,
  state: BringInState = notSending,
  handlers: BringInHandlers = {},
) => html`<div class="wrap wide">
  ${state.problem ? errorSummary({ items: [{ href: fieldHref(fileId), text: state.problem }] }) : nothing}
  ${draftHead(model.head, 'bringIn')}
  <h2>${importWords.title}</h2>
  <p class="lede">${importWords.lede}</p>
  ${standing(state, handlers)}
  ${chooser(state, handlers)}
  <dl class="file-kinds">
    <dt>${importWords.word}</dt><dd>${importWords.wordMore}</dd>
    <dt>${importWords.form}</dt><dd>${importWords.formMore}</dd>
    <dt>${importWords.fhir}</dt><dd>${importWords.fhirMore}</dd>
    <dt>${importWords.pictureKind}</dt><dd>${importWords.pictureMore}</dd>
  </dl>
  ${before(model)}
  ${takeOut(model)}
</div>`

function chooser({ problem, canSend, sending }: BringInState, handlers: BringInHandlers) {
  const ids = fieldIds(fileId)
  const busy =
    sending.kind === 'keeping' || sending.kind === 'sending' || sending.kind === 'reading'
  return html`<form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers.onSend?.()
  }}>
    <div class=${problem ? 'field has-problem' : 'field'}>
      <label class="label" for=${fileId}>${importWords.choose}</label>
      <p class="hint" id=${ids.hint}>${importWords.chooseHint}</p>
      ${problem ? html`<p class="problem" id=${ids.error}>${problem}</p>` : nothing}
      <input class="input file" type="file" id=${fileId} name=${fileId}
        accept=".docx,.xlsx,.json,.png,.jpg,.jpeg,.webp,application/json,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-describedby=${problem ? `${ids.error} ${ids.hint}` : ids.hint}
        aria-invalid=${problem ? 'true' : nothing}
        @change=${(event: Event) => handlers.onChoose?.((event.currentTarget as HTMLInputElement).files?.[0])}>
    </div>
    ${canSend ? html`<div class="actions">${busy ? nothing : button({ type: 'submit', text: importWords.send })}</div>` : html`<p class="quiet">${importWords.noScript}</p>`}
  </form>`
}

/** What is happening with the file. Its first words are also said aloud by the page. */
function standing({ sending }: BringInState, handlers: BringInHandlers) {
  switch (sending.kind) {
    case 'nothing':
      return nothing
    case 'left':
      return notice({
        title: importWords.left(sending.name),
        content: html`<div class="actions">
          ${button({ kind: 'second', text: importWords.sendNow, onClick: () => handlers.onSendLeft?.() })}
          ${button({ kind: 'quiet', text: importWords.dontSend, onClick: () => handlers.onForget?.() })}</div>`,
      })
    case 'stopped':
      return notice({
        tone: 'warning',
        title: importWords.stopped(sending.name),
        content: html`<p>${sending.words}</p>`,
      })
    default:
      return notice({
        tone: sending.kind === 'waiting' ? 'warning' : 'plain',
        content: html`<p>${sendingWords(sending)}</p>
          ${sending.kind === 'waiting' ? button({ kind: 'second', text: importWords.sendNow, onClick: () => handlers.onSendLeft?.() }) : nothing}`,
      })
  }
}

/** What is said of a file on its way. */
export function sendingWords(
  sending: Extract<SendingFile, { kind: 'keeping' | 'reading' | 'sending' | 'waiting' }>,
): string {
  switch (sending.kind) {
    case 'keeping':
      return importWords.keeping
    case 'reading':
      return importWords.reading
    case 'sending':
      return importWords.sending(sending.done, sending.all)
    case 'waiting':
      return sending.onDevice
        ? importWords.waitsOnDevice(sending.name)
        : importWords.waitsOnPage(sending.name)
  }
}

const before = ({ head, before: files }: BringInModel) =>
  files.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="before">
        <h2 id="before">${importWords.importsSoFar}</h2>
        <ul class="plain">${files.map(
          ({ id, name, at, state }) =>
            html`<li><a class="tool" href=${pathOfImport(head.id, id)}>${name}</a> <span class="quiet">${momentWords(at)} · ${importWords.states[state]}</span></li>`,
        )}</ul>
      </section>`

const takeOut = ({
  head,
  unsaid,
}: BringInModel) => html`<section class="part" aria-labelledby="out">
  <h2 id="out">${importWords.out}</h2>
  <p>${importWords.outLede}</p>
  ${
    unsaid === null
      ? html`<p class="quiet">${importWords.outNotYet}</p>`
      : html`<p><a class="tool" href=${pathOfQuestionnaire(head.id)} download>${importWords.outLink}</a></p>
        <p>${importWords.outUnsaid}</p>
        <ul>${unsaid.map((one) => html`<li>${unsaidWords(one)}</li>`)}</ul>`
  }
</section>`

function unsaidWords(one: Unsaid): string {
  switch (one.kind) {
    case 'order':
      return importWords.unsaidOrder(one.question)
    case 'several-fields':
      return importWords.unsaidFields(one.question)
    case 'edition':
      return importWords.unsaidEdition(nameOf(one.edition).name)
    default:
      return importWords.unsaid[one.kind]
  }
}
