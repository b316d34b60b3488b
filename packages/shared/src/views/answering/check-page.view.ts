import { html, nothing } from 'lit'
import type { Answers } from '../../domain/question/answer.ts'
import type { Consultation, Section } from '../../domain/consultation/consultation.ts'
import type { Paging } from '../../domain/device/draft.ts'
import { answerTo, pagePath, visibleQuestions } from '../../domain/consultation/journey.ts'
import type { Problem } from '../../domain/response/problem.ts'
import { problemWords } from '../../domain/response/problem-words.ts'
import { readAnswer } from '../../domain/question/question-kinds.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { ownPartAmong, wordsIn } from '../../ui/languages.ts'
import { summaryList } from '../../ui/summary-list.ts'
import { askedWords } from './asked-words.ts'
import { closedNotice } from './closed-notice.view.ts'
import { notSavedNotice } from './not-saved.view.ts'
import { changeLinkId, questionFieldId } from './question-field.view.ts'
import { ownWordsIn } from '../own-words.ts'

export interface CheckPageModel {
  readonly consultation: Consultation
  readonly answers: Answers
  readonly paging: Paging
  readonly problems: readonly Problem[]
  readonly backHref: string
  /** `change` when a response that was received is being changed. */
  readonly sending: 'submit' | 'change'
  /** False when this browser keeps nothing after the tab is closed. */
  readonly canKeep: boolean
  /** True when the consultation has closed, by the clock of this device. */
  readonly closed: boolean
  /** Bad news about keeping the words on this device, or nothing. */
  readonly failed: boolean
  /** Why sending did not work, in words; empty when nothing went wrong. */
  readonly trouble: string
}

export interface CheckPageHandlers {
  readonly onSend: () => void
  readonly onTakeAway: () => void
}

/** Everything that was said, with a way to change each, before it is sent. */
export const checkPageView = (
  model: CheckPageModel,
  handlers: CheckPageHandlers,
  own = ownWordsIn(model.consultation),
) => html`<div class="wrap">
  ${backLink({ href: model.backHref, text: own('Back') })}
  ${model.problems.length > 0 ? errorSummary({ title: 'There is something to put right before you send', items: problemItems(model), own }) : nothing}
  <p class="eyebrow">${model.consultation.title}</p>
  <h1 id=${pageTitleId}>${own('Check your answers')}</h1>
  <p class="lede">${own('This is what we will receive. Change anything you like first.')}</p>
  ${model.consultation.sections.map((section) => sectionAnswers(model, section))}
  <h2>${own(model.sending === 'change' ? 'Send your changes' : 'Send your response')}</h2>
  ${model.closed ? ownPartAmong(model.consultation.lang, closedNotice(model.consultation)) : nothing}
  <p>${own(
    model.canKeep
      ? 'If you have no connection, we keep your response on this device and send it when you are back online.'
      : 'If you have no connection, keep this tab open after you press the button. We send your response when you are back online.',
  )}</p>
  ${model.failed ? ownPartAmong(model.consultation.lang, notSavedNotice(handlers.onTakeAway)) : nothing}
  ${model.trouble ? html`<p class="problem">${own(changing(model.trouble))}</p>` : nothing}
  <div class="actions">${button({ text: own(model.sending === 'change' ? 'Send my changes' : 'Send my response'), id: 'send', onClick: handlers.onSend })}
    <a href="/my-responses">${own('Stop for now')}</a></div>
</div>`

function problemItems({ consultation, problems, paging }: CheckPageModel) {
  return problems.map((problem) => ({
    href: 'questionId' in problem ? hrefOf(consultation, paging, problem.questionId) : '#send',
    text: problemWords(problem),
  }))
}

function sectionAnswers(model: CheckPageModel, { title, lang, questions }: Section) {
  const own = ownWordsIn(model.consultation)
  const visible = new Set(visibleQuestions(model.consultation, model.answers))
  const asked = questions.filter((question) => visible.has(question))
  if (asked.length === 0) return nothing
  return html`<h2>${wordsIn(title, lang)}</h2>${summaryList({
    none: own('Not answered'),
    rows: asked.map((question) => ({
      key: wordsIn(askedWords(question), question.lang),
      lines: readAnswer(question, answerTo(model.answers, question.id)).map((line) =>
        wordsIn(line, question.lang),
      ),
      action: {
        id: changeLinkId(questionFieldId(question.id)),
        href: hrefOf(model.consultation, model.paging, question.id),
        text: own('Change'),
        hidden: own(question.about),
      },
    })),
  })}`
}

/** Where a question is answered, the way this person reads. */
function hrefOf(consultation: Consultation, paging: Paging, questionId: string): string {
  const section = consultation.sections.find(({ questions }) =>
    questions.some((question) => question.id === questionId),
  )
  if (!section) return '#send'
  if (paging === 'question')
    return `${pagePath(consultation, { paging, id: questionId })}?from=check`
  return `${pagePath(consultation, { paging, id: section.id })}?from=check#${questionFieldId(questionId)}`
}
