import { html, nothing } from 'lit'
import { momentWords } from '../../domain/core/dates.ts'
import { pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { button, linkButton } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { notice } from '../../ui/notice.ts'
import { authoringWords } from '../../words/authoring.ts'
import { questionKindWords } from '../../words/draft.ts'
import { importWords } from '../../words/import.ts'
import type { DraftHead, People } from './desk-model.ts'
import { draftHead, nameOf } from './draft-head.view.ts'

/** Something that the import was not sure of, or left out. */
export interface FoundNote {
  readonly kind: 'unsure' | 'left-out'
  readonly words: string
}

export interface FoundText {
  readonly title: string
  readonly notes: readonly FoundNote[]
}

export interface FoundQuestion extends FoundText {
  readonly kind: string
  /** The words of its choices, statements or points. */
  readonly choices: readonly string[]
}

export interface FoundSection extends FoundText {
  readonly questions: readonly FoundQuestion[]
}

export interface ImportedModel {
  readonly head: DraftHead
  readonly people: People
  readonly id: string
  readonly fileName: string
  readonly state: 'read' | 'taken' | 'thrown-away'
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly title: string | null
  readonly documents: readonly FoundText[]
  readonly sections: readonly FoundSection[]
  readonly pictures: readonly FoundText[]
  /** Names of the other languages. */
  readonly editions: readonly string[]
  /** What belongs to no place in particular. */
  readonly general: readonly FoundNote[]
  /** Why the draft has no room for it; null: it has. */
  readonly noRoom: string | null
  readonly mayWrite: boolean
}

export interface ImportedHandlers {
  readonly onTake?: () => void
  readonly onThrowAway?: () => void
}

/** What was found in a file, with what to confirm beside its place, before it goes into the consultation. */
export const importedView = (
  model: ImportedModel,
  problem?: string,
  handlers: ImportedHandlers = {},
) => html`<div class="wrap wide">
  ${problem ? errorSummary({ items: [{ href: '#act', text: problem }] }) : nothing}
  ${draftHead(model.head, 'bringIn')}
  <h2>${importWords.found(model.fileName)}</h2>
  <p class="lede">${counts(model)}</p>
  ${standing(model, handlers)}
  ${notes(importWords.general, model.general)}
  ${texts('texts', importWords.textsFound, model.documents)}
  ${model.sections.map((section, index) => sectionFound(section, index))}
  ${texts('pictures', importWords.picturesFound, model.pictures)}
  ${model.editions.length === 0 ? nothing : html`<h3>${importWords.counts.editions(model.editions.length)}</h3><p>${model.editions.join(', ')}</p>`}
</div>`

function counts({ documents, sections, pictures, editions }: ImportedModel): string {
  const words = importWords.counts
  const questions = sections.reduce((sum, one) => sum + one.questions.length, 0)
  return [
    ...(documents.length > 0 ? [words.documents(documents.length)] : []),
    ...(sections.length > 0 ? [words.sections(sections.length), words.questions(questions)] : []),
    ...(pictures.length > 0 ? [words.pictures(pictures.length)] : []),
    ...(editions.length > 0 ? [words.editions(editions.length)] : []),
  ].join(', ')
}

function standing(model: ImportedModel, handlers: ImportedHandlers) {
  const { state, people, decidedBy, decidedAt, head, noRoom, mayWrite } = model
  const onward = html`<div class="actions">
    ${linkButton({ href: pathOfDraft('edit', head.id), text: importWords.goOn })}
    <a class="tool" href=${pathOfDraft('checks', head.id)}>${authoringWords.checksAll}</a>
    <a class="tool" href=${pathOfDraft('bringIn', head.id)}>${importWords.other}</a></div>`
  if (state === 'thrown-away')
    return html`${notice({ content: html`<p>${importWords.thrownAway}</p>` })}${onward}`
  if (state === 'taken')
    return html`${notice({
      tone: 'good',
      content: html`<p>${importWords.takenBy(nameOf(people, decidedBy ?? ''), momentWords(decidedAt ?? ''))}</p>`,
    })}${onward}`
  if (!mayWrite) return html`<p>${importWords.nothingYet}</p>`
  return html`${noRoom === null ? html`<p>${importWords.nothingYet}</p>` : notice({ tone: 'warning', content: html`<p>${noRoom}</p>` })}
    <div class="actions" id="act" tabindex="-1">
      ${noRoom === null ? button({ text: importWords.put, onClick: () => handlers.onTake?.() }) : nothing}
      ${button({ kind: 'second', text: importWords.throwAway, onClick: () => handlers.onThrowAway?.() })}
    </div>`
}

/** Each with its own mark in words: what is to be confirmed, and what is not there. */
function notes(title: string | undefined, list: readonly FoundNote[]) {
  if (list.length === 0) return nothing
  return html`${title === undefined ? nothing : html`<h3>${title}</h3>`}
    <ul class="checks plain">${list.map(
      ({ kind, words }) =>
        html`<li><p><span class=${`mark ${kind === 'unsure' ? 'waiting' : 'due'}`}>${kind === 'unsure' ? importWords.toConfirm : importWords.leftOutTitle}</span></p><p>${words}</p></li>`,
    )}</ul>`
}

const texts = (id: string, title: string, list: readonly FoundText[]) =>
  list.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby=${id}><h3 id=${id}>${title}</h3>
        <ul class="plain found">${list.map((one) => html`<li><p>${one.title}</p>${notes(undefined, one.notes)}</li>`)}</ul></section>`

const sectionFound = (
  { title, questions, notes: own }: FoundSection,
  index: number,
) => html`<section class="part" aria-labelledby=${`s-${index}`}>
  <h3 id=${`s-${index}`}>${authoringWords.section(index + 1)}: ${title}</h3>
  ${notes(undefined, own)}
  <ol class="found">${questions.map(questionFound)}</ol>
</section>`

const questionFound = (one: FoundQuestion) => html`<li>
  <p><strong>${one.title}</strong></p>
  <p class="quiet">${questionKindWords[one.kind] ?? one.kind}${one.choices.length > 0 ? `: ${one.choices.join(' · ')}` : ''}</p>
  ${notes(undefined, one.notes)}
</li>`
