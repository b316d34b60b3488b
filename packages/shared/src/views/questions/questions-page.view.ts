import { html, nothing, type TemplateResult } from 'lit'
import { isOpenQuestion } from '../../domain/round/questions/question.ts'
import {
  groupQuestions,
  joinedWith,
  type GroupedQuestions,
  type ShownQuestion,
  type ShownQuestions,
} from '../../domain/round/questions/shown-question.ts'
import { roundStatus, type Round } from '../../domain/round/round.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { questionWords as words, type QuestionCounts } from '../../words/questions.ts'
import { roundWords } from '../../words/round.ts'
import { helpLine } from '../round/help-line.view.ts'
import { sayAddress, transcriptAddress } from '../round/round-address.ts'
import type { RoundsProcess } from '../round/round-model.ts'
import { backOf, eyebrowOf } from '../round/round-page.view.ts'
import { startersView } from '../round/starters.view.ts'
import { summaryView } from '../round/summary.view.ts'
import { face } from '../round/contribution.view.ts'
import { questionFacts } from './question-facts.view.ts'
import {
  answerView,
  askedView,
  askerView,
  headingIdOf,
  joinedView,
  reasonView,
  toolsOf,
  wantedPlace,
} from './question-parts.view.ts'

export interface QuestionsPageModel {
  readonly round: Round
  readonly now: Date
  readonly shown: ShownQuestions
  readonly process?: RoundsProcess
}

export const questionsPageTitle = ({ round }: Pick<QuestionsPageModel, 'round'>): string =>
  round.title

/** Where people ask and staff answer. It is whole as it comes; a script makes it live. */
export const questionsPageView = (model: QuestionsPageModel) => {
  const { round, now, shown } = model
  const status = roundStatus(round, now)
  const canAsk = status === 'open' && shown.finishedAt === undefined
  return html`<div class="wrap" data-round=${round.slug} data-open=${canAsk ? 'true' : 'false'} data-live=${status !== 'scheduled' && shown.finishedAt === undefined ? 'true' : 'false'}>
  ${backOf({ round, ...(model.process ? { process: model.process } : {}), later: false })}
  <p class="eyebrow">${eyebrowOf(model, status)}</p>
  <h1 id=${pageTitleId}>${round.title}</h1>
  <p class="lede">${round.lede}</p>
  <p>${words.promise}</p>
  ${canAsk ? html`<div class="actions no-print">${linkButton({ href: sayAddress(round.slug), text: words.ask })}</div>` : nothing}
  ${shown.finishedAt === undefined ? nothing : html`<div class="actions no-print">${linkButton({ href: transcriptAddress(round.slug), text: words.transcript })}</div>`}
  <div id="live" class="no-print"></div>
  ${round.summary && status === 'concluded' ? summaryView(round.summary) : nothing}
  ${startersView(round.starters, now)}
  <div class="round">
    <div id="questions" data-sequence=${shown.sequence}>${standing(model, status)}${sections(model)}
      ${canAsk ? helpLine(round.reading) : nothing}</div>
    ${questionFacts(model, status)}
  </div>
</div>`
}

export const countsOf = (questions: readonly ShownQuestion[]): QuestionCounts => {
  const readable = questions.filter(
    (one) => !isOpenQuestion(one) || one.asked.words.kind === 'said',
  )
  const count = (wanted: (one: ShownQuestion) => boolean) => readable.filter(endOf(wanted)).length
  const endOf = (wanted: (one: ShownQuestion) => boolean) => (one: ShownQuestion) =>
    wanted(readable.find(({ number }) => number === one.joinedTo) ?? one)
  return {
    all: readable.length,
    answered: count(({ state }) => state === 'answered'),
    notAnswered: count(({ state }) => state === 'not-answered'),
    toCome: count(isOpenQuestion),
  }
}

type Status = ReturnType<typeof roundStatus>

/** How many there are, and whether one can still ask. */
const standing = (
  { round, shown }: QuestionsPageModel,
  status: Status,
) => html`<div class="standing">
  <p>${words.counts(countsOf(shown.questions))} ${standingWords(round, shown, status)}</p>
  ${shown.finishedAt === undefined && status !== 'scheduled' ? html`<p class="quiet small" id="as-of">${words.asOf}</p>` : nothing}
</div>`

function standingWords(round: Round, { finishedAt }: ShownQuestions, status: Status): string {
  if (finishedAt !== undefined) return words.finished(finishedAt)
  if (status === 'scheduled') return roundWords.notYet(round.opensAt)
  return status === 'open' ? words.asking(round.closesAt) : words.askingOver
}

function sections(model: QuestionsPageModel) {
  const { finishedAt, questions } = model.shown
  const groups = groupQuestions(questions)
  const inLine = finishedAt === undefined && questions.length > 0
  return html`
  ${inLine ? section('now', words.now, nowList(groups, model)) : nothing}
  ${inLine ? section('next', words.next, lineUp(groups, model)) : nothing}
  ${questions.length > 0 ? section('answered', words.answered(groups.answered.length), answeredList(groups, model)) : nothing}
  ${groups.notAnswered.length > 0 ? section('not-answered', words.notAnswered(groups.notAnswered.length), reasonList(groups, model)) : nothing}`
}

const section = (id: string, title: string, content: TemplateResult) =>
  html`<section class="part" aria-labelledby=${`${id}-title`}><h2 id=${`${id}-title`}>${title}</h2>${content}</section>`

const nowList = ({ now }: GroupedQuestions, model: QuestionsPageModel) =>
  now.length === 0
    ? html`<p class="quiet">${words.nobodyNow}</p>`
    : html`${now.map((one) => answeringView(one, model))}<p class="quiet">${words.appears}</p>`

const answeringView = (one: ShownQuestion, { shown, round }: QuestionsPageModel) => {
  const joined = joinedWith(shown.questions, one)
  return html`<article class="answering" id=${`said-${one.number}`} aria-labelledby=${headingIdOf(one)}>
    ${askedView(one)}
    ${askerView(one, { joined: joined.length })}
    ${joinedView(joined)}
    ${one.by === undefined ? nothing : html`<div class="by">${face(one.by.name, 'staff')}<div><p class="who">${one.by.name}</p> <p class="as">${words.staff(one.by.self)}</p></div></div>`}
    ${one.takenAt === undefined ? nothing : html`<p><span class="mark going">${words.writing(one.takenAt, round.opensAt)}</span></p>`}
    ${wantedPlace(one)}
    ${toolsOf(one.asked, round.slug)}
  </article>`
}

const lineUp = ({ next }: GroupedQuestions, { shown, round }: QuestionsPageModel) => {
  const longest = Math.min(...next.map(({ number }) => number))
  return html`<p class="order">${words.order}</p>
  ${
    next.length === 0
      ? html`<p class="quiet">${words.nobodyNext}</p>`
      : html`<ol class="line-up">${next.map((one) => {
          const joined = joinedWith(shown.questions, one)
          return html`<li id=${`said-${one.number}`}>${askedView(one)}
          ${askerView(one, { joined: joined.length, longest: next.length > 1 && one.number === longest })}
          ${joinedView(joined)}${wantedPlace(one)}${toolsOf(one.asked, round.slug)}</li>`
        })}</ol>`
  }`
}

const answeredList = ({ answered }: GroupedQuestions, { shown, round }: QuestionsPageModel) =>
  answered.length === 0
    ? html`<p class="quiet">${words.nothingAnswered}</p>`
    : html`<ol class="talk">${answered.map((one) => {
        const joined = joinedWith(shown.questions, one)
        return html`<li><article class="say" id=${`said-${one.number}`} aria-labelledby=${headingIdOf(one)}>
          ${one.asked.words.kind === 'said' ? face(one.asked.words.name, one.asked.source) : html`<span class="face" aria-hidden="true">–</span>`}
          <div class="bubble"><div>${askedView(one)}${askerView(one, { joined: joined.length })}</div>${joinedView(joined)}</div>
        </article>
        ${one.answer ? html`<ol class="replies"><li>${answerView(one.answer, one.endedAt, round)}</li></ol>` : nothing}</li>`
      })}</ol>`

const reasonList = ({ notAnswered }: GroupedQuestions, { shown }: QuestionsPageModel) =>
  html`<ul class="line-up uncounted">${notAnswered.map((one) => {
    const joined = joinedWith(shown.questions, one)
    return html`<li id=${`said-${one.number}`}>${askedView(one)}${askerView(one, { joined: joined.length })}${joinedView(joined)}${reasonView(one)}</li>`
  })}</ul>`
