import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { takeableQuestions } from '../../domain/round/questions/order-of-questions.ts'
import { problemsOfFinishing } from '../../domain/round/questions/question-act.ts'
import {
  groupQuestions,
  joinedWith,
  type ShownQuestion,
} from '../../domain/round/questions/shown-question.ts'
import { roundStatus } from '../../domain/round/round.ts'
import { moderationPaths } from '../../domain/site/moderation-paths.ts'
import { roundDeskPaths } from '../../domain/site/round-desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { radios } from '../../ui/radios.ts'
import { questionProblemWords, questionsDeskWords as words } from '../../words/questions-desk.ts'
import { questionWords } from '../../words/questions.ts'
import { roundDeskWords } from '../../words/round-desk.ts'
import { roundAddress } from '../round/round-address.ts'
import { confirmation } from '../response/confirmation.view.ts'
import {
  askedView,
  askerView,
  beginningOf,
  headingIdOf,
  reasonView,
} from './question-parts.view.ts'
import { answerForm, ofQuestion, otherActs } from './questions-desk-parts.view.ts'
import {
  errorAt,
  questionsDeskState,
  sessionOf,
  type DeskOfQuestions,
  type QuestionsDeskHandlers,
  type QuestionsDeskModel,
  type QuestionsDeskState,
} from './questions-desk-model.ts'
import { countsOf } from './questions-page.view.ts'

/** Where staff answer live questions: what is being answered, the line in its published order, and the end. */
export const questionsDeskView = (
  model: QuestionsDeskModel,
  state: QuestionsDeskState = questionsDeskState(model),
  handlers: QuestionsDeskHandlers = {},
) => {
  const desk: DeskOfQuestions = { model, state, handlers }
  const { shown, round } = model
  return html`<div class="wrap wide">
  ${backLink({ href: roundDeskPaths.list, text: roundDeskWords.list })}
  ${state.problems.length > 0 ? errorSummary({ items: state.problems }) : nothing}
  <p class="eyebrow">${round.title}</p>
  <h1 id=${pageTitleId}>${words.title}</h1>
  <p class="lede">${changing(questionWords.counts(countsOf(shown.questions)))}</p>
  <p class="tools"><a class="tool" href=${roundAddress(round.slug)}>${words.see}</a></p>
  ${state.ready ? nothing : html`<p class="notice">${words.noScript}</p>`}
  ${model.unread > 0 ? html`<p class="notice"><strong>${changing(words.unread(model.unread))}</strong> <a href=${moderationPaths.queue}>${words.toModeration}</a></p>` : nothing}
  ${state.changes > 0 ? html`<div class="fresh"><p>${changing(words.changes(state.changes))}</p>${button({ text: words.showChanges, kind: 'second', id: 'show-changes', onClick: () => handlers.onShowChanges?.() })}</div>` : nothing}
  ${shown.finishedAt === undefined ? working(desk) : html`<p class="notice">${words.finished(shown.finishedAt)}</p>`}
  ${endedSection(desk)}
  ${shown.finishedAt === undefined ? finishSection(desk) : nothing}
</div>`
}

const section = (id: string, title: string, content: TemplateResult) =>
  html`<section class="part" aria-labelledby=${`${id}-title`}><h2 id=${`${id}-title`} tabindex="-1">${title}</h2>${content}</section>`

const working = (desk: DeskOfQuestions) => {
  const { now, next } = groupQuestions(desk.model.shown.questions)
  return html`${whoAnswers(desk)}
  ${section(
    'now',
    words.now,
    now.length === 0
      ? html`<p class="quiet">${words.nobodyNow}</p>`
      : html`${repeat(
          now,
          ({ number }) => number,
          (one) => beingAnswered(one, desk),
        )}`,
  )}
  ${section('line', words.line, lineView(next, desk))}
  ${joinedSection(desk)}`
}

const whoAnswers = (desk: DeskOfQuestions) => {
  const { round } = desk.model
  if (round.answering === undefined) return html`<p class="notice">${words.nobodyNamed}</p>`
  return radios({
    id: 'by',
    name: 'by',
    title: words.who.title,
    hint: words.who.hint,
    layout: 'row',
    error: errorAt(desk, 'by'),
    items: round.answering.map((one) => ({
      value: one.name,
      text: questionWords.answerer(one),
      checked: desk.state.by === one.name,
    })),
    onChange: (by) => desk.handlers.onChange?.({ by }),
  })
}

const beingAnswered = (
  one: ShownQuestion,
  desk: DeskOfQuestions,
) => html`<article class="answering" id=${`question-${one.number}`} aria-labelledby=${headingIdOf(one)}>
  ${asked(one, desk)}
  ${one.by === undefined ? nothing : html`<p><span class="mark going">${words.by(one.by.name)}</span> <span class="quiet">${one.takenAt === undefined ? nothing : questionWords.writing(one.takenAt, desk.model.round.opensAt)}</span></p>`}
  ${answerForm(one, desk)}
  ${otherActs(one, desk)}
</article>`

const asked = (one: ShownQuestion, { model }: DeskOfQuestions) => {
  const joined = joinedWith(model.shown.questions, one)
  return html`${askedView(one)}${askerView(one, { joined: joined.length })}`
}

function lineView(next: readonly ShownQuestion[], desk: DeskOfQuestions) {
  const { questions } = sessionOf(desk.model)
  const takeable = takeableQuestions(questions)
  const isIdle = !questions.some(({ state }) => state === 'being-answered')
  const take = (one: ShownQuestion) =>
    takeable.includes(one.number)
      ? button({
          text: words.take,
          // The likeliest next act: whoever is writing an answer sends that first.
          kind: one.number === takeable[0] && isIdle ? 'primary' : 'second',
          id: `take-${one.number}`,
          hidden: ofQuestion(one),
          onClick: () =>
            desk.handlers.onAct?.({ kind: 'take', number: one.number, by: desk.state.by }),
        })
      : html`<p class="quiet small">${words.notYetTakeable}</p>`
  return html`<p class="quiet">${questionWords.order}</p>
  ${
    next.length === 0
      ? html`<div class="empty"><p>${words.nobodyWaits}</p></div>`
      : html`<ol class="line-up">${repeat(
          next,
          ({ number }) => number,
          (one) =>
            html`<li id=${`question-${one.number}`}>${asked(one, desk)}<div>${take(one)}</div>${otherActs(one, desk)}</li>`,
        )}</ol>`
  }`
}

/** What was joined with a question that has no end yet can be parted from it again. */
const joinedSection = (desk: DeskOfQuestions) => {
  const { questions } = desk.model.shown
  const joined = questions.filter((one) => one.state === 'joined')
  if (joined.length === 0) return nothing
  const target = (one: ShownQuestion) => questions.find(({ number }) => number === one.joinedTo)
  return section(
    'joined',
    words.joined,
    html`<ul class="line-up uncounted">${repeat(
      joined,
      ({ number }) => number,
      (one) => html`<li>${askedView(one)}
        <p class="as">${words.joinedWith(beginningOf(target(one)?.asked ?? one.asked))}</p>
        ${desk.model.mayJoin ? html`<p class="tools">${button({ text: words.part, kind: 'quiet', hidden: ofQuestion(one), onClick: () => desk.handlers.onAct?.({ kind: 'part', number: one.number }) })}</p>` : nothing}</li>`,
    )}</ul>`,
  )
}

const endedSection = ({ model }: DeskOfQuestions) => {
  const { answered, notAnswered } = groupQuestions(model.shown.questions)
  const ended = [...answered, ...notAnswered]
  return section(
    'ended',
    words.ended,
    ended.length === 0
      ? html`<p class="quiet">${words.nothingEnded}</p>`
      : html`<ul class="line-up uncounted">${repeat(
          ended,
          ({ number }) => number,
          (one) => html`<li>${askedView(one)}
          ${one.answer?.words.kind === 'said' ? html`<p>${one.answer.words.name}: ${beginningOf(one.answer, 200)}</p>` : nothing}
          ${reasonView(one)}</li>`,
        )}</ul>`,
  )
}

const finishSection = (desk: DeskOfQuestions) => {
  const { model, state, handlers } = desk
  const stands = problemsOfFinishing(model.round, sessionOf(model), new Date(model.now))
  if (roundStatus(model.round, new Date(model.now)) === 'scheduled') return nothing
  return section(
    'finish',
    words.finish.title,
    html`<p>${words.finish.lede}</p>
    ${
      stands.length > 0
        ? html`<ul>${stands.map((problem) => html`<li>${questionProblemWords(problem)}</li>`)}</ul>`
        : state.finishing
          ? confirmation({
              title: words.finish.confirm,
              consequence: words.finish.consequence,
              yes: words.finish.yes,
              onYes: () => handlers.onFinish?.(),
              onNo: () => handlers.onFinishing?.(false),
            })
          : button({
              text: words.finish.button,
              kind: 'second',
              id: 'finish',
              onClick: () => handlers.onFinishing?.(true),
            })
    }`,
  )
}
