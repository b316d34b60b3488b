import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ListedPart, PartKey } from '../../domain/authoring/draft/draft.ts'
import { pathOfDraft, pathOfPart } from '../../domain/site/authoring-paths.ts'
import { authoringWords } from '../../words/authoring.ts'
import { fieldId } from './part-form-model.ts'
import type { EditorModel, MapEntry } from './desk-model.ts'

export interface MapHandlers {
  readonly onAdd?: (kind: Exclude<ListedPart, 'media' | 'edition'>) => void
}

/**
 * All of the consultation as links, in order: the way around while writing. What adds a section or a question is where the
 * checks lead that miss one.
 */
export const draftMap = (
  { head, map, part }: EditorModel,
  { onAdd }: MapHandlers,
) => html`<nav class="outline full" aria-labelledby="outline-title"><details open id="outline">
  <summary id="outline-title">${authoringWords.map}</summary>
  <div>
    <ul class="plain">${(['about', 'dates', 'contact', 'glossary'] as const).map(
      (key) =>
        html`<li>${link(head.id, { part: key, title: authoringWords[key], blocked: map.blockedIn[key] ?? 0 }, part.key)}</li>`,
    )}</ul>
    ${
      map.readings.length > 0
        ? html`<p class="outline-head">${authoringWords.readings}</p>
    <ul class="plain">${repeat(
      map.readings,
      (one) => one.part,
      (one) => html`<li>${link(head.id, one, part.key)}</li>`,
    )}</ul>`
        : nothing
    }
    <ol class="plain">${repeat(
      map.sections,
      (one) => one.part,
      (one) => html`<li>${link(head.id, one, part.key)}
        <ol class="plain">${repeat(
          one.questions ?? [],
          (question) => question.part,
          (question) => html`<li>${link(head.id, question, part.key)}</li>`,
        )}</ol></li>`,
    )}</ol>
    ${
      map.media.length > 0
        ? html`<p class="outline-head">${authoringWords.pictures}</p>
    <ul class="plain">${repeat(
      map.media,
      (one) => one.part,
      (one) => html`<li>${link(head.id, one, part.key)}</li>`,
    )}</ul>`
        : nothing
    }
    <p class="tools">
      <button class="tool" type="button" id=${fieldId('questions')} @click=${() => onAdd?.('question')}>${authoringWords.addQuestion}</button>
      <button class="tool" type="button" id=${fieldId('sections')} @click=${() => onAdd?.('section')}>${authoringWords.addSection}</button>
      <button class="tool" type="button" @click=${() => onAdd?.('document')}>${authoringWords.addReading}</button>
      <a class="tool" href=${pathOfDraft('ready', head.id)}>${authoringWords.addReady}</a>
    </p>
  </div>
</details></nav>`

const link = (draft: string, { part, title, number, blocked }: MapEntry, current: PartKey) =>
  html`<a href=${pathOfPart(draft, part)} aria-current=${part === current ? 'page' : nothing}>${number === undefined ? nothing : html`<span class="num">${number}</span> `}${title || authoringWords.untitled}</a>${blocked > 0 ? html` <span class="mark alarm">${authoringWords.toPutRight(blocked)}</span>` : nothing}`
