import { html, nothing } from 'lit'
import {
  statusOf,
  type Consultation,
  type ConsultationStatus,
} from '../../domain/consultation/consultation.ts'
import { dateWords, minutesWords, momentWords } from '../../domain/core/dates.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { figures } from '../../domain/core/figures.ts'
import { backLink } from '../../ui/back-link.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { ownPartAmong, ownWordsAmong, wordsIn } from '../../ui/languages.ts'
import { notice } from '../../ui/notice.ts'
import { changeWords } from '../../words/consultation.ts'
import { roundWords } from '../../words/round.ts'
import { richText } from '../../ui/rich-text.ts'
import {
  consultationFacts,
  promiseWords,
  lengthWords,
  talkWords,
} from './consultation-facts.view.ts'
import { roundAddress } from '../round/round-address.ts'
import type { ListedRound } from '../../domain/round/listed-round.ts'
import { questionTalk, whenOf } from '../round/round-when.ts'
import { contactLines } from './contact.view.ts'
import { keptMediaPart } from './kept-media.view.ts'
import { mediaView } from './media.view.ts'
import { editionNote, otherForms } from './other-forms.view.ts'
import { timeLeft } from './time-left.view.ts'
import { isEasyRead, ownWordsIn } from '../own-words.ts'

export interface ConsultationOverviewModel {
  readonly consultation: Consultation
  readonly now: Date
  /** The discussions that belong to it, if any. */
  readonly rounds?: readonly ListedRound[]
}

/** The page's own part of the document title. */
export const consultationOverviewTitle = ({ consultation }: ConsultationOverviewModel): string =>
  consultation.title

/** One consultation: what may change, until when, what to read and where to begin. */
export function consultationOverviewView({
  consultation,
  now,
  rounds = [],
}: ConsultationOverviewModel) {
  const status = statusOf(consultation, now)
  const own = ownWordsIn(consultation)
  return html`<div class="wrap">
    ${backLink({ href: '/', text: own('All consultations') })}
    <div class="split">
      <div>
        <p class="eyebrow">${own('Consultation')} <span aria-hidden="true">·</span> ${own(consultation.trust.name)}</p>
        <h1 id=${pageTitleId}>${consultation.title}</h1>
        ${standing(consultation, status, now)}
        <p class="lede">${richText(consultation.summary)}</p>
        ${consultation.recording === undefined ? nothing : mediaView(consultation).block({ kind: 'recording', recording: consultation.recording }, 'h2')}
        ${changesNoted(consultation)}
        ${editionNote(consultation)}
        ${whatToDo(consultation, status, now)}
        ${otherForms({ consultation, rest: '', opensLater: status === 'scheduled' })}
      </div>
      ${consultationFacts(consultation, status, now)}
      <div>
        ${status === 'scheduled' ? nothing : readFirst(consultation, status)}
        ${ownPartAmong(consultation.lang, talkAboutIt(rounds, now))}
        ${status === 'concluded' ? nothing : whatHappens(consultation, status)}
        ${status === 'scheduled' ? nothing : theQuestions(consultation, status)}
        ${status === 'scheduled' ? nothing : ownPartAmong(consultation.lang, keptMediaPart(consultation))}
        ${somebodyToAsk(consultation, status)}
      </div>
    </div>
  </div>`
}

/** Where the consultation stands, and the day that matters now. What is not open has a notice for that. */
function standing(
  { closesAt, outcome, lang, edition }: Consultation,
  status: ConsultationStatus,
  now: Date,
) {
  const own = ownWordsIn({ lang, edition })
  if (status === 'open')
    return html`<p class="standing">${own(html`<strong>Open until ${momentWords(closesAt)}</strong> · ${timeLeft(closesAt, now)}`)}</p>`
  if (status !== 'concluded' || !outcome) return nothing
  return html`<p class="standing">${own(html`<strong>Decided ${dateWords(outcome.publishedOn)}</strong>, after ${figures(outcome.responses)} responses.
    It closed on ${momentWords(closesAt)}.`)}</p>`
}

/** What was changed after publishing, the newest first: an extension, a figure put right. */
function changesNoted({ changes = [], lang }: Consultation) {
  if (changes.length === 0) return nothing
  const own = ownWordsAmong(lang)
  return notice({
    title: own(changeWords.title),
    content: html`${changes
      .toReversed()
      .map(
        ({ on, text }) =>
          html`<p>${own(html`<strong>${dateWords(on)}</strong>: ${richText(text)}`)}</p>`,
      )}`,
  })
}

function whatToDo(consultation: Consultation, status: ConsultationStatus, now: Date) {
  const { slug, opensAt, closesAt } = consultation
  const own = ownWordsIn(consultation)
  switch (status) {
    case 'open':
      return html`<div class="actions">${linkButton({ href: `${addressOf(consultation)}/answer`, text: own('Start answering') })}</div>`
    case 'concluded':
      return html`<div class="actions">${linkButton({ href: `/consultations/${slug}/outcome`, text: own('See what we decided') })}</div>`
    case 'scheduled':
      return notice({
        title: own('Not open yet'),
        content: html`<p>${own(`You can read and answer from ${momentWords(opensAt)} until ${momentWords(closesAt)}.`)}</p>
      <p>${own(lengthWords(consultation))}</p>`,
      })
    case 'closed':
      return notice({
        title: own('This consultation has closed'),
        content: html`<p>${own(html`It closed on ${momentWords(closesAt)}. We are reading what people said. ${promiseWords(consultation, now)}
        If you finished a response in time and it has not been sent, it is under <a href="/my-responses">My drafts and responses</a>. It can still be sent.`)}</p>`,
      })
    default:
      return status satisfies never
  }
}

/** What there is to read, with how long each takes. */
export function readFirst(consultation: Consultation, status: ConsultationStatus) {
  const { documents } = consultation
  if (documents.length === 0) return nothing
  const own = ownWordsIn(consultation)
  return html`<section class="part" aria-labelledby="read-first">
    <h2 id="read-first">${own(status === 'open' ? 'Read first' : 'What people read first')}</h2>
    <ol class="steps">${documents.map(
      (one) => html`<li>
      <a href=${`${addressOf(consultation)}/read/${one.id}`}>${wordsIn(one.title, one.lang)}</a> <span class="quiet small">${own(minutesWords(one.minutes))}</span>
    </li>`,
    )}</ol>
  </section>`
}

/** The discussions beside it, in which people talk to each other. */
const talkAboutIt = (rounds: readonly ListedRound[], now: Date) =>
  rounds.length === 0
    ? nothing
    : html`<section class="part" aria-labelledby="discussions">
    <h2 id="discussions">${roundWords.beside.title}</h2>
    <p>${roundWords.beside.why}</p>
    <ul class="rows" data-talk=${JSON.stringify(questionTalk(rounds, now))}>${rounds.map(
      (one) => html`<li><a href=${roundAddress(one.round.slug)}>${one.round.title}</a>
        <p class="quiet">${whenOf(one.round, now)}</p></li>`,
    )}</ul>
  </section>`

/** What becomes of what people say, and of what comes late. */
export const whatHappens = (
  { promise, grace, lang, edition }: Consultation,
  status: ConsultationStatus,
  own = ownWordsIn({ lang, edition }),
) => html`<section class="part" aria-labelledby="happens">
  <h2 id="happens">${own(status === 'closed' ? 'What happens to what people said' : 'What happens to what you say')}</h2>
  <div class="prose">
    <p>${wordsIn(richText(promise.text), promise.lang)}</p>
    <p>${own(html`We will do this by <strong>${dateWords(promise.by)}</strong>.`)}</p>
    <h3>${own('If yours arrives late')}</h3>
    <p>${wordsIn(richText(grace.text), grace.lang)}</p>
  </div>
</section>`

const theQuestions = (
  consultation: Consultation,
  status: ConsultationStatus,
  own = ownWordsIn(consultation),
) => html`<section class="part" aria-labelledby="questions">
  <h2 id="questions">${own(status === 'open' ? 'All the questions' : 'What we asked')}</h2>
  <p>${own(status === 'open' ? `${lengthWords(consultation)} ${isEasyRead(consultation) ? 'You can look at them first. You can talk about them with somebody. You can print them.' : 'Look at them before you start, talk about them with somebody, or print them.'}` : 'To read or to print.')}</p>
  <p><a class="go" href=${`${addressOf(consultation)}/all-questions`}>${own('Read all the questions')}</a></p>
</section>`

const somebodyToAsk = (
  { contact, lang, edition }: Consultation,
  status: ConsultationStatus,
  own = ownWordsIn({ lang, edition }),
) => html`<section class="part" aria-labelledby="talk">
  <h2 id="talk">${own(talkWords[status])}</h2>
  ${contactLines(contact, own)}
</section>`
