import { html, nothing } from 'lit'
import { statusOf, type Consultation, type ReadingDocument } from '../domain/consultation.ts'
import { minutesWords } from '../domain/dates.ts'
import { backLink } from '../ui/back-link.ts'
import { blocks } from '../ui/blocks.ts'
import { linkButton } from '../ui/button.ts'
import { hiddenText, pageTitleId } from '../ui/field.ts'
import { explaining } from './explained-words.view.ts'
import { mediaView } from './media.view.ts'

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
  const { documents, slug } = consultation
  const at = documents.indexOf(document)
  const words = explaining(consultation)
  const content = blocks(document.blocks, 'h2', { text: words.text, media: mediaView(consultation).block })
  return html`<div class="wrap">
    ${backLink({ href: `/consultations/${slug}`, text: consultation.title })}
    <p class="eyebrow">Part ${at + 1} of ${documents.length} to read <span aria-hidden="true">·</span> ${minutesWords(document.minutes)}</p>
    <article>
      <h1 id=${pageTitleId}>${document.title}</h1>
      <div class="part">${content}</div>
    </article>
    ${words.list()}
    ${statusOf(consultation, now) === 'open'
      ? html`<div class="actions">${linkButton({ href: `/consultations/${slug}/answer`, text: 'Start answering', kind: 'second' })}</div>`
      : nothing}
    ${pager(slug, documents[at - 1], documents[at + 1])}
  </div>`
}

function pager(slug: string, before: ReadingDocument | undefined, after: ReadingDocument | undefined) {
  if (!before && !after) return nothing
  const link = (document: ReadingDocument, word: string) =>
    html`<a href=${`/consultations/${slug}/read/${document.id}`}><span><span class="quiet">${word}${hiddenText('to read:')}</span> ${document.title}</span></a>`
  return html`<nav class="pager" aria-label="More to read">
    ${before ? link(before, 'Before this') : nothing} ${after ? link(after, 'Next') : nothing}
  </nav>`
}
