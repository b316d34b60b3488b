import { html } from 'lit'
import {
  questionsOf,
  type Consultation,
  type ConsultationStatus,
  type Contact,
} from '../../domain/consultation/consultation.ts'
import { dateWords, minutesWords, momentWords } from '../../domain/core/dates.ts'
import { figures } from '../../domain/core/figures.ts'
import { isPromiseMissed } from '../../domain/report/promise.ts'
import type { Content } from '../../ui/field.ts'
import { contactLines } from './contact.view.ts'
import { timeLeft } from './time-left.view.ts'
import { isEasyRead, minutesIn, ownWordsIn } from '../own-words.ts'

interface Fact {
  readonly name: string
  /** The website's own words, but for who can be asked: those are the consultation's. */
  readonly words: Content | { readonly contact: Contact }
}

/**
 * What a person needs to know before anything else, on the page and not behind a press. It stands at the side of the overview,
 * where the simple layout leaves it out: each fact of it is in the text of that page as well.
 */
export function consultationFacts(
  consultation: Consultation,
  status: ConsultationStatus,
  now: Date,
) {
  const own = ownWordsIn(consultation)
  const shown = (words: Fact['words']) =>
    typeof words === 'object' && 'contact' in words ? contactLines(words.contact, own) : own(words)
  return html`<dl class="facts">${factsOf(consultation, status, now).map(({ name, words }) => html`<dt>${own(name)}</dt><dd>${shown(words)}</dd>`)}</dl>`
}

/** What was promised; and once the day is over and nothing is published, that it is late. The reason stands among the changes. */
export const promiseWords = (consultation: Consultation, now: Date): string =>
  isPromiseMissed(consultation, now)
    ? `We promised our decision by ${dateWords(consultation.promise.by)}. It is late.`
    : isEasyRead(consultation)
      ? `We will say what we decide, and why, by ${dateWords(consultation.promise.by)}.`
      : `We will publish our decision, and the reasons, by ${dateWords(consultation.promise.by)}.`

/** What answering takes, in the edition that is read. */
export function lengthWords(consultation: Consultation): string {
  const minutes = minutesIn(consultation)
  const questions = questionsOf(consultation).length
  if (isEasyRead(consultation))
    return `There are ${questions} questions. You may not get all of them.${minutes ? ` It takes about ${minutesWords(minutes)}.` : ''} You can stop. You can come back later.`
  return `${minutes ? `About ${minutesWords(minutes)}, ` : ''}${questions} questions at most. Stop and come back whenever you like.`
}

/** What leads to somebody to talk to. */
export const talkWords: Readonly<Record<ConsultationStatus, string>> = {
  scheduled: 'Rather talk?',
  open: 'Rather talk?',
  closed: 'Do you want to ask something?',
  concluded: 'Do you want to ask something?',
}

function factsOf(
  consultation: Consultation,
  status: ConsultationStatus,
  now: Date,
): readonly Fact[] {
  const { opensAt, closesAt, promise, outcome, contact } = consultation
  const talk = (name: string): Fact => ({ name, words: { contact } })
  const takes: Fact = {
    name: 'Takes',
    words: lengthWords(consultation),
  }
  const happens: Fact = {
    name: 'What happens then?',
    words: promiseWords(consultation, now),
  }
  switch (status) {
    case 'scheduled':
      return [
        { name: 'Opens', words: momentWords(opensAt) },
        { name: 'Closes', words: momentWords(closesAt) },
        takes,
        talk(talkWords[status]),
      ]
    case 'open':
      return [
        { name: 'Closes', words: closing(closesAt, now) },
        takes,
        talk(talkWords[status]),
        happens,
      ]
    case 'closed':
      return [{ name: 'Closed', words: momentWords(closesAt) }, happens, talk(talkWords[status])]
    case 'concluded':
      return [
        { name: 'Closed', words: momentWords(closesAt) },
        { name: 'Decided', words: dateWords(outcome?.publishedOn ?? promise.by) },
        { name: 'Responses', words: figures(outcome?.responses ?? 0) },
        talk(talkWords[status]),
      ]
    default:
      return status satisfies never
  }
}

const closing = (closesAt: string, now: Date) =>
  html`${momentWords(closesAt)}<br><strong>${timeLeft(closesAt, now)}</strong>`
