import { html, nothing } from 'lit'
import {
  statusOf,
  type ConsultationStatus,
  type ListedConsultation,
} from '../../domain/consultation/consultation.ts'
import { dateWords, dayOfMomentWords, minutesWords, momentWords } from '../../domain/core/dates.ts'
import { button } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { richText } from '../../ui/rich-text.ts'
import { textInput } from '../../ui/text-input.ts'
import { timeLeft } from './time-left.view.ts'

export interface ConsultationListModel {
  /** What is shown: one page of everything, or of what was found by the search. */
  readonly consultations: readonly ListedConsultation[]
  /** How many there are on all pages. */
  readonly total: number
  /** Which page this is, from 1, and how many there are. */
  readonly page: number
  readonly pages: number
  /** What was searched for; empty: nothing. */
  readonly search: string
  readonly now: Date
}

/** The page's own part of the document title. */
export const consultationListTitle = ({ search, page, pages }: ConsultationListModel): string => {
  const place = pages > 1 ? ` (page ${page} of ${pages})` : ''
  return (search ? `Consultations about “${search}”` : 'Consultations') + place
}

const groups: readonly { readonly status: ConsultationStatus; readonly title: string }[] = [
  { status: 'open', title: 'Open now' },
  { status: 'scheduled', title: 'Opening soon' },
  { status: 'closed', title: 'Closed: we are reading what people said' },
  { status: 'concluded', title: 'Decided: what you said and what we did' },
]

/** Consultations, by where they stand, with the way to more of them and a search. */
export const consultationListView = (model: ConsultationListModel) => html`<div class="wrap">
  <div class="opening">
    <h1 id=${pageTitleId}>${model.search ? 'What we found' : 'Tell us what you think'}</h1>
    ${
      model.search
        ? found(model)
        : html`<p class="lede">Read what may change, and say what it would mean for you. You do not need an account,
      and you can answer without a connection.</p>`
    }
  </div>
  ${groups.map((group) => groupOf(model, group))}
  ${morePages(model)}
  ${searchForm(model.search)}
</div>`

function found({ total: count, search }: ConsultationListModel) {
  if (count === 0) {
    return html`<p class="lede">No consultation mentions “${search}”.</p>
      <p>Try one other word, or <a href="/">see all the consultations</a>.</p>`
  }
  return html`<p class="lede">${count === 1 ? '1 consultation mentions' : `${count} consultations mention`} “${search}”.</p>
    <p><a class="go" href="/">See all the consultations</a></p>`
}

function groupOf(
  { consultations, now }: ConsultationListModel,
  { status, title }: (typeof groups)[number],
) {
  const members = consultations.filter((consultation) => statusOf(consultation, now) === status)
  if (members.length === 0) return nothing
  return html`<section class="part" aria-labelledby=${`group-${status}`}>
    <h2 id=${`group-${status}`}>${title}</h2>
    <ul class="cards">${members.map((consultation) => consultationCard(consultation, status, now))}</ul>
  </section>`
}

/** One consultation in the list: what may change, and when. */
export const consultationCard = (
  consultation: ListedConsultation,
  status: ConsultationStatus,
  now: Date,
) => html`<li class=${status}>
  <h3><a href=${addressOf(consultation, status)}>${consultation.title}</a></h3>
  <p>${richText(consultation.summary)}</p>
  <p class="when">${factsOf(consultation, status, now)}</p>
</li>`

const addressOf = ({ slug }: ListedConsultation, status: ConsultationStatus): string =>
  status === 'concluded' ? `/consultations/${slug}/outcome` : `/consultations/${slug}`

function factsOf(consultation: ListedConsultation, status: ConsultationStatus, now: Date) {
  switch (status) {
    case 'open':
      return html`<strong>Closes ${momentWords(consultation.closesAt)}</strong> · ${timeLeft(consultation.closesAt, now)} ·
      takes about ${minutesWords(consultation.minutes)}`
    case 'scheduled':
      return html`<strong>Opens ${momentWords(consultation.opensAt)}</strong>`
    case 'closed':
      return html`Closed ${dayOfMomentWords(consultation.closesAt)} · <strong>we say what we decided by
      ${dateWords(consultation.promise.by)}</strong>`
    case 'concluded':
      return html`<strong>Decided ${dateWords(consultation.outcome?.publishedOn ?? consultation.promise.by)}</strong>`
    default:
      return status satisfies never
  }
}

/** Ordinary links, so that every page has an address and needs no script. */
function morePages({ page, pages, total, search }: ConsultationListModel) {
  if (pages < 2) return nothing
  const link = (to: number, rel: 'prev' | 'next', words: string) =>
    html`<a rel=${rel} href=${pageOfList(to, search)}>${words}<span class="hidden-text">: page ${to} of ${pages}</span></a>`
  return html`<nav class="part" aria-label="Pages of consultations">
    <p>Page ${page} of ${pages}. There are ${total} consultations in all.</p>
    <div class="actions">${page > 1 ? link(page - 1, 'prev', 'Previous page') : nothing} ${page < pages ? link(page + 1, 'next', 'Next page') : nothing}</div>
  </nav>`
}

/** The address of one page of the list, or of what a search found. */
function pageOfList(page: number, search: string): string {
  const query = [
    search ? `search=${encodeURIComponent(search)}` : '',
    page > 1 ? `page=${page}` : '',
  ]
    .filter(Boolean)
    .join('&')
  return query ? `/?${query}` : '/'
}

const searchForm = (search: string) => html`<search><form class="search" action="/" method="get">
  ${textInput({ id: 'search', name: 'search', title: 'Search the consultations', heading: 'h2', value: search })}
  ${button({ text: 'Search', type: 'submit', kind: 'second' })}
</form></search>`
