import { html, nothing, type TemplateResult } from 'lit'
import { fieldOf, readKey, type OtherText, type Value } from '../../domain/authoring/draft/draft.ts'
import type { Place } from '../../domain/authoring/draft/edit.ts'
import { pathOfPart } from '../../domain/site/authoring-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { notice } from '../../ui/notice.ts'
import { authoringWords } from '../../words/authoring.ts'
import { fieldName } from '../../words/draft.ts'
import { checkPanel, type CheckPanelHandlers } from './check-panel.view.ts'
import { draftHead, nameOf } from './draft-head.view.ts'
import type { EditorModel, People } from './desk-model.ts'
import { draftMap, type MapHandlers } from './draft-map.view.ts'
import { partForm, type PartFormHandlers } from './part-form.view.ts'
import type { PartFormModel } from './part-form-model.ts'
import { partPreview } from './part-preview.view.ts'

/** What the editor knows beside the page: what was typed, and how it stands with saving. */
export interface EditorState {
  readonly form: PartFormModel
  /** What the line at the top says. */
  readonly saving: string
  readonly tone: 'good' | 'waiting' | 'problem' | 'plain'
  /** True while the place to move to is being chosen. */
  readonly choosingPlace: boolean
}

export interface EditorHandlers extends PartFormHandlers, MapHandlers, CheckPanelHandlers {
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  readonly onMove?: (place: Place) => void
  readonly onChoosePlace?: () => void
  readonly onRemove?: () => void
  readonly onBringBack?: () => void
  readonly onCopy?: () => void
  readonly onSettle?: (other: OtherText, value: Value) => void
}

export const stateOf = (model: EditorModel): EditorState => ({
  form: {
    part: model.part,
    typed: {},
    problems: {},
    earlier: model.earlier,
    readings: model.readings,
  },
  // What is true until the script runs, and for ever where none does.
  saving: authoringWords.noScript,
  tone: 'plain',
  choosingPlace: false,
})

/** Writing one part: the map as the way around, the work in the middle, what people see and what the checks say beside it. */
export const editorView = (
  model: EditorModel,
  state: EditorState = stateOf(model),
  handlers: EditorHandlers = {},
) => html`<div class="wrap wide">
  ${draftHead(model.head, 'edit')}
  <div class=${`saving ${state.tone}`}><p><span class=${`dot ${state.tone}`}></span><span id="saving">${state.saving}</span></p>
    <p class="tools"><button class="tool" type="button" @click=${() => handlers.onUndo?.()}>${authoringWords.undo}</button><button class="tool" type="button" @click=${() => handlers.onRedo?.()}>${authoringWords.redo}</button></p></div>
  <div class="bench three">
    ${draftMap(model, handlers)}
    <section id="part" aria-labelledby="part-title">
      ${partTitle(model)}
      ${model.inOutline ? nothing : removedNotice(handlers)}
      ${twoTexts(model, state, handlers)}
      <form method="dialog" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${partForm(state.form, handlers)}
      </form>
      ${acts(model, state, handlers)}
    </section>
    <div class="stack">
      ${partPreview(model, state.form.part)}
      ${checkPanel(model, model.findings, handlers)}
    </div>
  </div>
</div>`

function partTitle({ part, number, sectionTitle }: EditorModel): TemplateResult {
  const read = readKey(part.key)
  const words = {
    about: authoringWords.about,
    dates: authoringWords.dates,
    contact: authoringWords.contact,
    glossary: authoringWords.glossary,
    question: authoringWords.question(number ?? 0),
    section: authoringWords.section(number ?? 0),
    document: authoringWords.readings,
    media: authoringWords.picture,
  }[read?.kind as 'about']
  return html`<h2 id="part-title">${words}${sectionTitle ? html` <span class="optional">${authoringWords.inSection(sectionTitle)}</span>` : nothing}</h2>`
}

const removedNotice = ({ onBringBack }: EditorHandlers) =>
  notice({
    tone: 'warning',
    content: html`<p>${authoringWords.removed}</p>${button({ kind: 'second', text: authoringWords.bringBack, onClick: () => onBringBack?.() })}`,
  })

/** Two texts of one field: neither is lost, and somebody chooses. */
function twoTexts(
  { people }: EditorModel,
  { form: { part } }: EditorState,
  handlers: EditorHandlers,
) {
  return part.others.map((other) =>
    notice({
      tone: 'warning',
      heading: 'h3',
      title: `${authoringWords.twoTexts(nameOf(people, other.by))}: ${fieldName(other.field)}`,
      content: html`<p>${authoringWords.twoTextsAsk}</p>
        <div class="two-words">
          ${oneText(authoringWords.inPlace, fieldOf(part, other.field), () => handlers.onSettle?.(other, fieldOf(part, other.field)))}
          ${oneText(keptFrom(people, other), other.value, () => handlers.onSettle?.(other, other.value))}
        </div>`,
    }),
  )
}

const keptFrom = (people: People, { by }: OtherText): string =>
  authoringWords.kept(nameOf(people, by))

const oneText = (whose: string, value: Value, onUse: () => void) =>
  html`<div class="panel"><p><strong>${whose}</strong></p><p class="said">${valueWords(value)}</p>
    ${button({ kind: 'second', text: authoringWords.useThis, hidden: whose, onClick: onUse })}</div>`

function valueWords(value: Value): string {
  if (value === undefined || value === '') return authoringWords.emptyText
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map((one) => (one as { label?: string; text?: string }).label ?? JSON.stringify(one))
      .join('\n')
  return JSON.stringify(value)
}

function acts(model: EditorModel, state: EditorState, handlers: EditorHandlers) {
  const { part, up, down, next, inOutline, head } = model
  const kind = readKey(part.key)?.kind
  const listed = kind === 'question' || kind === 'section' || kind === 'document'
  const move = (place: Place | null, text: string) =>
    html`<button class="tool" type="button" aria-disabled=${place ? nothing : 'true'} @click=${() => place && handlers.onMove?.(place)}>${text}</button>`
  return html`<div class="actions">
      ${next ? linkButton({ href: pathOfPart(head.id, next), text: authoringWords.next }) : nothing}
      ${
        listed && inOutline
          ? html`${move(up, authoringWords.moveUp)}${move(down, authoringWords.moveDown)}
        <button class="tool" type="button" aria-expanded=${state.choosingPlace ? 'true' : 'false'} @click=${() => handlers.onChoosePlace?.()}>${authoringWords.moveTo}</button>
        ${kind === 'question' ? html`<button class="tool" type="button" @click=${() => handlers.onCopy?.()}>${authoringWords.copy}</button>` : nothing}
        <button class="tool" type="button" @click=${() => handlers.onRemove?.()}>${authoringWords.remove}</button>`
          : nothing
      }
      ${kind === 'media' && inOutline ? html`<button class="tool" type="button" @click=${() => handlers.onRemove?.()}>${authoringWords.remove}</button>` : nothing}
    </div>
    ${state.choosingPlace ? placeChooser(model, handlers) : nothing}`
}

/** Every place it can move to, in words: never by dragging alone. */
function placeChooser({ neighbours, map, part }: EditorModel, handlers: EditorHandlers) {
  const isQuestion = readKey(part.key)?.kind === 'question'
  const places: readonly { readonly text: string; readonly place: Place }[] = isQuestion
    ? map.sections.flatMap((section) => [
        {
          text: `${section.title || authoringWords.untitled}: ${authoringWords.moveToFirst}`,
          place: { section: readKey(section.part)?.id ?? '' },
        },
        ...neighbours
          .filter((one) => one.section === readKey(section.part)?.id)
          .map((one) => ({
            text: one.title,
            place: { ...(one.section ? { section: one.section } : {}), after: one.id },
          })),
      ])
    : [
        { text: authoringWords.moveToFirst, place: {} },
        ...neighbours.map((one) => ({ text: one.title, place: { after: one.id } })),
      ]
  return html`<form method="dialog" class="move-to" @submit=${(event: Event) => {
    event.preventDefault()
    const chosen = (event.currentTarget as HTMLFormElement).querySelector('select')
    const place = places[chosen?.selectedIndex ?? -1]?.place
    if (place) handlers.onMove?.(place)
  }}>
    <label class="label" for="move-to">${authoringWords.moveToLabel}</label>
    <select class="input" id="move-to">${places.map(({ text }) => html`<option>${text || authoringWords.untitled}</option>`)}</select>
    <div class="actions">${button({ type: 'submit', kind: 'second', text: authoringWords.move })}</div>
  </form>`
}
