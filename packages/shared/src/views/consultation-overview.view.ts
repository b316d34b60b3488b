import { html, nothing } from 'lit'
import { statusOf, type Consultation, type ConsultationStatus } from '../domain/consultation.ts'
import { dateWords, minutesWords, momentWords } from '../domain/dates.ts'
import { backLink } from '../ui/back-link.ts'
import { linkButton } from '../ui/button.ts'
import { pageTitleId } from '../ui/field.ts'
import { notice } from '../ui/notice.ts'
import { richText } from '../ui/rich-text.ts'
import { anotherWayLink } from './another-way-link.view.ts'
import { consultationFacts } from './consultation-facts.view.ts'
import { keptMediaPart } from './kept-media.view.ts'

export interface ConsultationOverviewModel {
  readonly consultation: Consultation
  readonly now: Date
}

/** The page's own part of the document title. */
export const consultationOverviewTitle = ({ consultation }: ConsultationOverviewModel): string => consultation.title

/** Where the consultation stands, in words, beside the name of the Trust. */
const statusWords: Readonly<Record<ConsultationStatus, string>> = {
  scheduled: 'Opening soon',
  open: 'Open consultation',
  closed: 'Closed consultation',
  concluded: 'Consultation with a decision',
}

/** One consultation: what may change, until when, what to read and where to begin. */
export function consultationOverviewView({ consultation, now }: ConsultationOverviewModel) {
  const status = statusOf(consultation, now)
  return html`<div class="wrap">
    ${backLink({ href: '/', text: 'All consultations' })}
    <div class="split">
      <div>
        <p class="eyebrow">${statusWords[status]} <span aria-hidden="true">·</span> ${consultation.trust.name}</p>
        <h1 id=${pageTitleId}>${consultation.title}</h1>
        <p class="lede">${richText(consultation.summary)}</p>
        ${whatToDo(consultation, status)}
      </div>
      ${consultationFacts(consultation, status, now)}
      <div>
        ${status === 'scheduled' ? nothing : readFirst(consultation, status)}
        ${status === 'concluded' ? nothing : whatHappens(consultation, status)}
        ${status === 'scheduled' ? nothing : theQuestions(consultation, status)}
        ${anotherWay(consultation)}
        ${status === 'scheduled' ? nothing : keptMediaPart(consultation)}
      </div>
    </div>
  </div>`
}

function whatToDo({ slug, opensAt, promise }: Consultation, status: ConsultationStatus) {
  switch (status) {
    case 'open': return html`<div class="actions">${linkButton({ href: `/consultations/${slug}/answer`, text: 'Start answering' })}</div>`
    case 'concluded': return html`<div class="actions">${linkButton({ href: `/consultations/${slug}/outcome`, text: 'See what we decided' })}</div>`
    case 'scheduled': return notice({ title: 'Not open yet', content: html`<p>You can read and answer from ${momentWords(opensAt)}.</p>` })
    case 'closed': return notice({
      title: 'This consultation has closed',
      content: html`<p>We are reading what people said. We say what we decided by ${dateWords(promise.by)}.
        If you finished a response in time and it has not been sent, it is under <a href="/my-responses">My drafts and responses</a>. It can still be sent.</p>`,
    })
    default: return status satisfies never
  }
}

/** What there is to read, with how long each takes. */
export function readFirst({ slug, documents }: Consultation, status: ConsultationStatus) {
  if (documents.length === 0) return nothing
  return html`<section class="part" aria-labelledby="read-first">
    <h2 id="read-first">${status === 'open' ? 'Read first' : 'What people read first'}</h2>
    <ol class="steps">${documents.map(({ id, title, minutes }) => html`<li>
      <a href=${`/consultations/${slug}/read/${id}`}>${title}</a> <span class="quiet small">${minutesWords(minutes)}</span>
    </li>`)}</ol>
  </section>`
}

/** What becomes of what people say, and of what comes late. */
export const whatHappens = ({ promise, grace }: Consultation, status: ConsultationStatus) => html`<section class="part" aria-labelledby="happens">
  <h2 id="happens">${status === 'closed' ? 'What happens to what people said' : 'What happens to what you say'}</h2>
  <div class="prose">
    <p>${richText(promise.text)}</p>
    <p>We do this by <strong>${dateWords(promise.by)}</strong>.</p>
    <h3>If yours arrives late</h3>
    <p>${richText(grace.text)}</p>
  </div>
</section>`

const theQuestions = ({ slug }: Consultation, status: ConsultationStatus) => html`<section class="part" aria-labelledby="questions">
  <h2 id="questions">${status === 'open' ? 'All the questions' : 'What we asked'}</h2>
  <p>${status === 'open' ? 'To look at before you start, to talk about with somebody, or to print.' : 'To read or to print.'}</p>
  <ul class="rows">
    <li><a href=${`/consultations/${slug}/all-questions`}>Read all the questions</a></li>
    <li><a href=${`/consultations/${slug}/large-print`}>Large print to read or print</a></li>
  </ul>
</section>`

const anotherWay = ({ slug }: Consultation) => html`<section class="part" aria-labelledby="another-way">
  <h2 id="another-way">In another way</h2>
  <p>You can ask for Easy Read, large print, audio, sign language, braille or another language, for support, or to talk to somebody.</p>
  <ul class="rows"><li>${anotherWayLink(slug)}</li></ul>
</section>`
