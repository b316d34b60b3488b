import { html, nothing } from 'lit'
import {
  statusOf,
  type Consultation,
  type ReadingDocument,
} from '../../domain/consultation/consultation.ts'
import { minutesWords } from '../../domain/core/dates.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { backLink } from '../../ui/back-link.ts'
import { blocks } from '../../ui/blocks.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { partIn, wordsIn } from '../../ui/languages.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'
import { otherForms } from './other-forms.view.ts'
import { ownWordsIn } from '../own-words.ts'

export interface ReadingDocumentModel {
  readonly consultation: Consultation
  /** One of the consultation's own documents. */
  readonly document: ReadingDocument
  readonly now: Date
}

/** The page's own part of the document title. */
export const readingDocumentTitle = ({ consultation, document }: ReadingDocumentModel): string =>
  `${document.title} – ${consultation.title}`

/** Something to read before answering, with the one before and the one after it. */
export function readingDocumentView({ consultation, document, now }: ReadingDocumentModel) {
  const { documents } = consultation
  const at = documents.indexOf(document)
  const words = explaining(consultation)
  const media = mediaView(consultation).block
  const content = blocks(document.blocks, 'h2', { text: words.text, media })
  const own = ownWordsIn(consultation)
  return html`<div class="wrap">
    ${backLink({ href: addressOf(consultation), text: consultation.title })}
    <p class="eyebrow">${own(html`Part ${at + 1} of ${documents.length} to read <span aria-hidden="true">·</span> ${minutesWords(document.minutes)}`)}</p>
    <article>
      <h1 id=${pageTitleId}>${wordsIn(document.title, document.lang)}</h1>
      ${document.recording === undefined ? nothing : media({ kind: 'recording', recording: document.recording }, 'h2')}
      <div class="part">${partIn(content, document.lang)}</div>
    </article>
    ${words.list()}
    ${
      statusOf(consultation, now) === 'open'
        ? html`<div class="actions">${linkButton({ href: `${addressOf(consultation)}/answer`, text: own('Start answering'), kind: 'second' })}</div>`
        : nothing
    }
    ${pager(consultation, documents[at - 1], documents[at + 1])}
    ${otherForms({ consultation, rest: `/read/${document.id}` })}
  </div>`
}

function pager(
  consultation: Consultation,
  before: ReadingDocument | undefined,
  after: ReadingDocument | undefined,
) {
  if (!before && !after) return nothing
  const own = ownWordsIn(consultation)
  const link = (document: ReadingDocument, word: string) =>
    html`<a href=${`${addressOf(consultation)}/read/${document.id}`}><span><span class="quiet">${own(`${word}:`)}</span> ${wordsIn(document.title, document.lang)}</span></a>`
  return html`<nav class="pager" aria-label="More to read">
    ${before ? link(before, 'Before this') : nothing} ${after ? link(after, 'Next') : nothing}
  </nav>`
}
