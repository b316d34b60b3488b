import { html, nothing } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { nameOf as editionName } from '../../domain/consultation/edition.ts'
import { consultationIn } from '../../domain/consultation/edition-words.ts'
import { standardEdition } from '../../domain/consultation/edition-address.ts'
import { pathOfDraft } from '../../domain/site/authoring-paths.ts'
import { previewWords } from '../../words/preview.ts'
import { allQuestionsView } from '../consultation/all-questions.view.ts'
import { largePrintView } from '../consultation/large-print.view.ts'
import { consultationOverviewView } from '../consultation/consultation-overview.view.ts'
import { readingDocumentView } from '../consultation/reading-document.view.ts'
import { draftHead } from './draft-head.view.ts'
import type { DraftHead } from './desk-model.ts'

export interface PreviewModel {
  readonly head: DraftHead
  /** Null: something has to be put right before it can be shown. */
  readonly consultation: Consultation | null
  readonly edition: string
  /** ISO 8601: it is shown as it will be while open. */
  readonly now: string
  readonly narrow: boolean
  /** `overview`, `questions`, `large-print` or the id of a reading document. */
  readonly show: string
}

/** One page of the consultation as people will see it, by the very view that shows it to them. Nothing in it can be sent. */
export function previewView(model: PreviewModel) {
  const { head, consultation, edition, narrow } = model
  const shown = consultation && consultationIn(consultation, edition)
  return html`<div class="wrap wide">${draftHead({ ...head, shown: shown !== null }, 'preview')}
    ${shown ? ways(model, shown) : html`<p class="lede">${previewWords.notYet}</p>`}</div>
    ${shown ? html`<div class=${narrow ? 'phone preview' : 'preview'}>${page(shown, model)}</div>` : nothing}`
}

function page(consultation: Consultation, { show, now: at }: PreviewModel) {
  const now = new Date(at)
  const document = consultation.documents.find(({ id }) => id === show)
  if (document) return readingDocumentView({ consultation, document, now })
  if (show === 'questions') return allQuestionsView({ consultation, now })
  return show === 'large-print'
    ? largePrintView({ consultation, now })
    : consultationOverviewView({ consultation, now })
}

function ways(model: PreviewModel, consultation: Consultation) {
  const { head, edition, narrow, show } = model
  const to = (change: { edition?: string; width?: string; show?: string }) =>
    `${pathOfDraft('preview', head.id)}?${new URLSearchParams({
      show,
      edition,
      width: narrow ? 'phone' : 'wide',
      ...change,
    }).toString()}`
  const link = (href: string, text: string, current: boolean) =>
    html`<a href=${href} aria-current=${current ? 'true' : nothing}>${text}</a>`
  const editions = [standardEdition, ...(model.consultation?.editions ?? []).map(({ id }) => id)]
  const pages: readonly (readonly [string, string])[] = [
    ['overview', previewWords.overview],
    ...consultation.documents.map(({ id, title }) => [id, title] as const),
    ['questions', previewWords.questions],
    ['large-print', previewWords.print],
  ]
  return html`<nav class="tabs" aria-label=${previewWords.pages}>${pages.map(([name, text]) =>
    link(to({ show: name }), text, name === show),
  )}</nav>
  <nav class="tabs" aria-label=${previewWords.ways}>
    ${editions.length > 1 ? editions.map((name) => link(to({ edition: name }), editionName(name).name, name === edition)) : nothing}
    ${link(to({ width: 'phone' }), previewWords.phone, narrow)}${link(to({ width: 'wide' }), previewWords.wide, !narrow)}
  </nav>`
}
