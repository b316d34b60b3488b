import { html, nothing } from 'lit'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import {
  coverageOf,
  hasQuestions,
  langOf,
  nameOf,
  type Edition,
} from '../../domain/consultation/edition.ts'
import { addressOf, standardEdition } from '../../domain/consultation/edition-address.ts'
import { directionOf } from '../../domain/core/language.ts'
import { asTheyAre } from '../../ui/field.ts'
import { anotherWayLink } from '../support-request/another-way-link.view.ts'
import { wantedWords } from './wanted-form.ts'
import { ownWordsIn } from '../own-words.ts'

export interface OtherFormsModel {
  readonly consultation: Consultation
  /** Where in the consultation the page is, after its address: "/questions/how-travel". */
  readonly rest: string
  /** The questions of the page; absent: it is not about single ones. */
  readonly questions?: readonly string[]
  /** True while only the overview can be read. */
  readonly opensLater?: boolean
  /** The edition that the person wants first, by the settings of the device. Nobody is led anywhere by it. */
  readonly wanted?: string | undefined
}

/** The id of the heading. */
const headingId = 'other-forms'

/**
 * The same page in the other forms of the consultation: ordinary links, each by the name that its readers know, in their
 * own language. What an edition has not got is said beside it.
 */
export function otherForms(model: OtherFormsModel) {
  const { consultation } = model
  const { editions = [], edition: shown = standardEdition, slug } = consultation
  const own = ownWordsIn(consultation)
  const forms = [standardEdition, ...editions.map(({ id }) => id)].filter((id) => id !== shown)
  return html`<nav class="part forms" aria-labelledby=${headingId}>
    <h2 id=${headingId}>${own('This consultation in other forms')}</h2>
    ${model.questions && forms.length > 0 ? html`<p class="quiet">${own('Your answers stay as they are.')}</p>` : nothing}
    <ul class="rows">
      ${forms.map((id) => formLink(model, id))}
      ${model.opensLater ? nothing : html`<li>${own(html`<a href=${`${addressOf(consultation)}/large-print`} data-form="large-print">Large print to read or print</a>`)}</li>`}
      <li>${own(anotherWayLink(slug))}</li>
    </ul>
  </nav>`
}

function formLink({ consultation, rest, questions, wanted }: OtherFormsModel, id: string) {
  const { name, lang } = nameOf(id)
  const own = ownWordsIn(consultation)
  const notes = [partWords(consultation, id, questions), id === wanted ? wantedWords : '']
    .filter(Boolean)
    .join('; ')
  return html`<li><a href=${addressOf({ slug: consultation.slug, edition: id }) + rest} lang=${lang} dir=${directionOf(lang)} hreflang=${hreflangOf(consultation, id)}
    data-form=${id}>${name}</a>${notes ? html` ${own(html`<span class="quiet">(${notes})</span>`)}` : nothing}</li>`
}

const hreflangOf = (consultation: Consultation, id: string): string =>
  id === standardEdition ? 'en-GB' : langOf(id, { ...consultation, lang: 'en-GB' })

/** What somebody should know who reads in an edition: which part of it there is, and what is in English or has pictures. */
export function editionNote(consultation: Consultation) {
  const edition = consultation.editions?.find(({ id }) => id === consultation.edition)
  if (!edition) return nothing
  const own = ownWordsIn(consultation)
  const has = coverageWords(consultation, edition)
  const isOther = own !== asTheyAre
  return html`<div class="prose part">
    ${isOther ? html`<p>${own('The buttons and messages of this website are in English.')}</p>` : nothing}
    ${has ? html`<p>${own(`In this form there is ${has}. The rest is ${isOther ? 'in English' : 'as in the full version'}.`)}</p>` : nothing}
    ${edition.id === 'easy-read' ? withoutPictures : nothing}
  </div>`
}

/** An ordinary link to the display setting: a choice that is made once, for every page. */
const withoutPictures = html`<p>Do you want this without pictures? <a href="/display-settings">Choose that in display and reading settings</a>.</p>`

/** What there is not, in words; empty when all of it is there. */
function partWords(
  consultation: Consultation,
  id: string,
  questions: readonly string[] | undefined,
): string {
  const edition = consultation.editions?.find((one) => one.id === id)
  if (!edition) return ''
  if (questions)
    return hasQuestions(consultation, id, questions)
      ? ''
      : questions.length === 1
        ? 'this question is not in it yet'
        : 'not all of this page is in it yet'
  return coverageWords(consultation, edition)
}

/** "the overview and 4 of 31 questions"; empty when the edition is whole. */
export function coverageWords(consultation: Consultation, edition: Edition): string {
  const { questions, ofQuestions, documents, ofDocuments, whole } = coverageOf(
    consultation,
    edition,
  )
  if (whole) return ''
  const read =
    documents === 0
      ? ''
      : documents === ofDocuments
        ? 'all there is to read'
        : `${documents} of ${ofDocuments} parts to read`
  const asked =
    questions === 0
      ? ''
      : questions === ofQuestions
        ? 'all questions'
        : `${questions} of ${ofQuestions} questions`
  return ['the overview', read, asked].filter(Boolean).join(' and ')
}
