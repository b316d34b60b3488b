import { html, nothing } from 'lit'
import {
  type ShownQuestion,
  type ShownQuestions,
} from '../../domain/round/questions/shown-question.ts'
import type { Round } from '../../domain/round/round.ts'
import { backLink } from '../../ui/back-link.ts'
import { pageTitleId } from '../../ui/field.ts'
import { questionWords as words } from '../../words/questions.ts'
import { roundAddress } from '../round/round-address.ts'
import { answerView, askedView, askerView, reasonView } from './question-parts.view.ts'
import { countsOf } from './questions-page.view.ts'

export interface TranscriptModel {
  readonly round: Round
  readonly shown: ShownQuestions & { readonly finishedAt: string }
}

export const transcriptTitle = ({ round }: Pick<TranscriptModel, 'round'>): string =>
  words.transcriptOf(round.title)

/** Every question in the order in which it came, with its end. There is one only of a round that is finished. */
export const transcriptView = (model: TranscriptModel) => {
  const { round, shown } = model
  return html`<div class="wrap">
  ${backLink({ href: roundAddress(round.slug), text: round.title })}
  <h1 id=${pageTitleId}>${transcriptTitle(model)}</h1>
  <p class="lede">${words.transcriptLede(shown.finishedAt)}</p>
  <p>${words.counts(countsOf(shown.questions))}</p>
  ${round.answering === undefined ? nothing : html`<p>${words.answering}: ${round.answering.map(words.answerer).join('; ')}.</p>`}
  <h2 class="hidden-text">${words.eyebrow}</h2>
  <ol class="line-up">${shown.questions.map((one) => html`<li id=${`question-${one.number}`}>${entry(one, model)}</li>`)}</ol>
</div>`
}

const entry = (one: ShownQuestion, { round, shown }: TranscriptModel) => html`${askedView(one)}
  ${askerView(one, { joined: 0 })}
  ${one.joinedTo === undefined ? nothing : html`<p><a class="go" href=${`#question-${one.joinedTo}`}>${words.joinedWith(placeOf(one.joinedTo, shown))}</a></p>`}
  ${one.answer ? html`<div class="replies">${answerView(one.answer, one.endedAt, round)}</div>` : nothing}
  ${reasonView(one)}`

/** Questions are counted as they stand here: answers have numbers in the round too. */
const placeOf = (number: number, { questions }: ShownQuestions): number =>
  questions.findIndex((one) => one.number === number) + 1
