import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Answer, Answers } from '../../domain/question/answer.ts'
import {
  questionsOf,
  type Consultation,
  type ConsultationVersion,
  type Section,
} from '../../domain/consultation/consultation.ts'
import type { OtherVersion, Paging } from '../../domain/device/draft.ts'
import { addressOf } from '../../domain/consultation/edition-address.ts'
import { mostPages, pagePath, type JourneyPage } from '../../domain/consultation/journey.ts'
import type { ToldProblem } from '../../domain/response/problem.ts'
import type { Question } from '../../domain/question/question.ts'
import { roundBeside } from '../../words/round-beside.ts'
import { backLink } from '../../ui/back-link.ts'
import { blocks, type BlockHeading } from '../../ui/blocks.ts'
import { button } from '../../ui/button.ts'
import { changing } from '../../ui/changing.ts'
import { details } from '../../ui/details.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId, type HeadingLevel, type OwnWords } from '../../ui/field.ts'
import { ownPartAmong, ownWordsAmong, partIn, wordsIn } from '../../ui/languages.ts'
import { deferred } from '../../ui/hydration/deferred.ts'
import { notice } from '../../ui/notice.ts'
import { progress } from '../../ui/progress.ts'
import { crisisLineOf } from '../../domain/site/crisis-lines.ts'
import { helpNowLine } from '../help-request/help-now-link.view.ts'
import { anotherWayLink } from '../support-request/another-way-link.view.ts'
import { contactLines } from '../consultation/contact.view.ts'
import type { MediaView } from '../consultation/media.view.ts'
import { notSavedNotice } from './not-saved.view.ts'
import { needsScript } from '../site/needs-script.view.ts'
import { pagingWords } from './paging-words.ts'
import { problemHref, questionField, type LargerFields } from './question-field.view.ts'
import { ownWordsIn } from '../own-words.ts'

/** A page of questions as it stands. The server renders it with nothing answered; the app goes on from there. */
export interface AnswerPageModel {
  readonly consultation: Consultation
  /** The number of the consultation's version: the app takes over a page of the version it has, and of no other. */
  readonly version: number
  readonly page: JourneyPage
  readonly backHref: string
  /** True once the app has hydrated the page: until then it says what it needs. */
  readonly ready?: boolean
  readonly answers: Answers
  readonly problems: readonly ToldProblem[]
  readonly others: readonly OtherVersion[]
  /** Shows one of `others`, by its place among them; absent until there is one to show. */
  readonly otherVersion?: OtherVersionView | undefined
  /** What may truly be said about the words on this page (P1), and whether it is bad news. */
  readonly saved: { readonly words: string; readonly failed: boolean }
  /** True once the person has said whose device this is. */
  readonly deviceKnown: boolean
  /** Fields of the kinds that few questions are of; needed where one is asked. */
  readonly larger?: LargerFields | undefined
  /** How the consultation's media look; absent where it has none. */
  readonly media?: MediaView | undefined
  /** The hard words of some questions, explained; absent where none are. */
  readonly words?: ((questions: readonly Question[]) => unknown) | undefined
  /** The page in the other forms of the consultation; absent where there are none. */
  readonly forms?: ((model: AnswerPageModel) => TemplateResult) | undefined
  /** Discussions that questions lead to; absent where none do. */
  readonly talk?: readonly QuestionTalk[] | undefined
  /** The page that the words and forms under it are of, while those of this one cannot be drawn yet. */
  readonly under?: JourneyPage | undefined
  /** The edition that the person wants first, by the settings of the device. */
  readonly wantedEdition?: string | undefined
}

/** A discussion that belongs to a question, by its id. */
export interface QuestionTalk {
  readonly question: string
  readonly href: string
  readonly title: string
}

/** One of the other versions of an answer, beside its question. */
export type OtherVersionView = (
  shown: Live & { readonly question: Question; readonly index: number },
) => unknown

/** What a page of questions can do; without them it can be read. */
export interface AnswerPageHandlers {
  readonly onAnswer: (questionId: string, answer: Answer, typing: boolean) => void
  /** Told in words what a press did beyond what it was on, to say them aloud. */
  readonly onSay: (words: string) => void
  readonly onContinue: () => void
  readonly onFollow: (controlId: string) => void
  readonly onSettleOther: (index: number, use: boolean) => void
  readonly onTakeAway: () => void
}

/** The page as the server sends it. */
export const answerPageModel = (
  { number, consultation }: ConsultationVersion,
  page: JourneyPage,
): AnswerPageModel => ({
  consultation,
  version: number,
  page,
  backHref: addressOf(consultation),
  answers: {},
  problems: [],
  others: [],
  saved: { words: '', failed: false },
  deviceKnown: true,
})

/** The page's own part of the title: problems first, then the question or section and how far that is, then the consultation. */
export function answerPageTitle(model: AnswerPageModel): string {
  const { consultation, page, problems } = model
  const [question] = page.questions
  const title =
    page.paging === 'question' && question
      ? question.title
      : page.paging === 'section'
        ? page.section.title
        : 'Your answers'
  return `${problems.length > 0 ? 'Error: ' : ''}${[title, ...placeWords(model), consultation.title].join(' – ')}`
}

/**
 * How far the page is in the journey, in words; nothing where one page is all there is. While answers can still bring
 * questions, the number is what it can be at most: one that rises again is not believed.
 */
function placeWords({ consultation, answers, page }: AnswerPageModel): readonly string[] {
  if (page.paging === 'all') return []
  const most = mostPages(consultation, answers, page)
  const name = page.paging === 'question' ? 'Question' : 'Part'
  return [`${name} ${page.number} of ${most > page.of ? `${most} at most` : page.of}`]
}

const ownWordsOf = ({ consultation }: AnswerPageModel): OwnWords => ownWordsIn(consultation)

/** The page and what it can do, handed down together. */
interface Live {
  readonly model: AnswerPageModel
  readonly handlers: AnswerPageHandlers | undefined
}

/**
 * A page of questions: one, a section's, or all of them. `method="dialog"` sends a form nowhere outside a dialog: pressed
 * before the script runs, Continue would otherwise put the answers into the address. `autocomplete="off"`: a browser that
 * goes Back otherwise gives the fields what was in them, also when the device has been cleared since (P8). Words that
 * are not there yet are `nothing`: an empty text of the server's page has no node that they could be written into.
 */
export const answerPageView = (
  model: AnswerPageModel,
  handlers?: AnswerPageHandlers,
  own = ownWordsOf(model),
) => html`<div class="wrap" data-version=${model.version} data-talk=${model.talk ? JSON.stringify(model.talk) : nothing}>
  ${backLink({ href: model.backHref, text: own('Back') })}
  ${progress(progressWords(model))}
  ${model.problems.length > 0 ? summaryOf(model, handlers) : nothing}
  ${model.ready ? nothing : needsScript('answer')}
  <form novalidate autocomplete="off" method="dialog" @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onContinue()
  }}>
    ${pageHeading(model)}
    ${model.page.paging === 'all' ? allSections({ model, handlers }) : questionList({ model, handlers }, model.page.questions)}
    <p class=${model.saved.failed ? 'saved failed' : 'saved'} id="saved">${model.saved.words ? own(changing(model.saved.words)) : nothing}</p>
    ${model.saved.failed ? ownPartAmong(model.consultation.lang, notSavedNotice(handlers?.onTakeAway)) : nothing}
    <div class="actions">
      ${button({ text: own('Continue'), type: 'submit', id: 'continue' })}
      <a href="/my-responses">${own('Stop for now')}</a>
    </div>
  </form>
  ${own(helpNowLine(`/consultations/${model.consultation.slug}`, crisisLineOf(model.consultation.contact)))}
  ${underTheForm(model, own)}
</div>`

const underTheForm = (model: AnswerPageModel, own: OwnWords) => html`
  ${model.deviceKnown ? nothing : askDevice(model.consultation)}
  ${talkOf(model, own)}
  ${wordsOf(model)}
  ${details({ summary: own('Show the questions another way'), content: otherPagings(model) })}
  ${details({ summary: own('Help with this'), content: helpWith(model.consultation, own) })}
  ${formsOf(model)}`

/** Going there and back leaves the answers as they are. */
function talkOf({ talk = [], page }: AnswerPageModel, own: OwnWords) {
  const here = talk.filter(({ question }) => page.questions.some(({ id }) => id === question))
  return here.length === 0
    ? nothing
    : html`<p>${own(roundBeside.question)}</p>
      <ul class="rows">${here.map(({ href, title }) => html`<li><a href=${href}>${own(title)}</a></li>`)}</ul>`
}

/** Looked for in every question of the page. */
function wordsOf({ words, page, under }: AnswerPageModel) {
  const { questions } = under ?? page
  return words
    ? deferred(() => html`${words(questions)}`, [words, !under, ...questions], true)
    : nothing
}

/** The names of languages are slow to look up. */
const formsOf = (model: AnswerPageModel) => {
  const { forms, under, wantedEdition } = model
  const page = under ?? model.page
  return forms
    ? deferred(
        () => forms({ ...model, page }),
        [forms, !under, wantedEdition, ...page.questions],
        true,
      )
    : nothing
}

const helpWith = (
  { contact, slug }: Consultation,
  own: OwnWords,
) => html`<p>${own('You can stop and come back whenever you like.')}</p>${contactLines(contact, own)}
  <ul class="contact"><li>${own(anotherWayLink(slug))}</li></ul>`

function progressWords(model: AnswerPageModel) {
  const { consultation, page } = model
  const [text = consultation.title] = placeWords(model)
  const own = ownWordsIn(consultation)
  return page.paging === 'question'
    ? { part: wordsIn(page.section.title, page.section.lang), text: own(text) }
    : { text: text === consultation.title ? text : own(text) }
}

function summaryOf({ consultation, problems }: AnswerPageModel, handlers?: AnswerPageHandlers) {
  const questions = new Map(questionsOf(consultation).map((question) => [question.id, question]))
  return errorSummary({
    items: problems.map((problem) => {
      const question = questions.get(problem.questionId)
      return { href: question ? problemHref(problem, question) : '#continue', text: problem.words }
    }),
    own: ownWordsIn(consultation),
    onFollow: handlers?.onFollow,
  })
}

/** With one question a page the question is the heading; otherwise the section or the consultation is. */
function pageHeading(model: AnswerPageModel) {
  const { page } = model
  if (page.paging === 'all')
    return html`<h1 id=${pageTitleId}>${ownWordsOf(model)('Your answers')}</h1>`
  if (page.paging === 'section')
    return html`<h1 id=${pageTitleId}>${wordsIn(page.section.title, page.section.lang)}</h1>${introduction(model, page.section)}`
  const first = page.section.questions[0]?.id === page.questions[0]?.id
  return first ? introduction(model, page.section) : nothing
}

function introduction(
  { consultation, media }: AnswerPageModel,
  section: Section,
  heading?: BlockHeading,
) {
  const documents = consultation.documents.filter((document) => section.read?.includes(document.id))
  if (!section.introduction && documents.length === 0) return nothing
  return html`<div class="introduction prose">
    ${blocks(section.introduction ?? [], heading, { media: media?.block })}
    ${
      documents.length > 0
        ? html`<p>${ownWordsIn(consultation)('You may want to read first:')}</p><ul class="rows">${documents.map(
            (document) =>
              html`<li><a href=${`${addressOf(consultation)}/read/${document.id}`}>${wordsIn(document.title, document.lang)}</a></li>`,
          )}</ul>`
        : nothing
    }
  </div>`
}

function allSections(live: Live) {
  const { consultation, page, answers, problems, others, otherVersion, media, larger } = live.model
  return consultation.sections.map((section) => {
    const asked = section.questions.filter((question) => page.questions.includes(question))
    if (asked.length === 0) return nothing
    return deferred(
      () =>
        html`<h2 class="section-title">${wordsIn(section.title, section.lang)}</h2>${introduction(live.model, section, 'h3')}${questionList(live, asked)}`,
      [
        live.handlers,
        consultation,
        problems,
        otherVersion,
        media,
        larger,
        ...asked,
        ...asked.map(({ id }) => answers[id]),
        ...others,
      ],
    )
  })
}

/**
 * Keyed, so that a question that comes or goes never takes the focus or the words of another; guarded, so that a key
 * pressed in one of thirty questions draws that one.
 */
const questionList = (live: Live, questions: readonly Question[]) =>
  repeat(
    questions,
    (question) => question.id,
    (question) => {
      const { answers, problems, others, otherVersion, page, media, larger } = live.model
      return guard(
        [
          question,
          answers[question.id],
          problems,
          otherVersion,
          page.paging,
          media,
          larger,
          ...others,
        ],
        () => askedQuestion(live, question),
      )
    },
  )

const headingOf: Readonly<Record<Paging, HeadingLevel>> = {
  question: 'h1',
  section: 'h2',
  all: 'h3',
}

/** A question that the edition has not got is a part in another language, with the website's words in it as they are. */
const askedQuestion = (live: Live, question: Question) =>
  partIn(
    fieldOf(
      live,
      question,
      ownWordsIn({
        lang: question.lang ?? live.model.consultation.lang,
        edition: live.model.consultation.edition,
      }),
    ),
    question.lang,
  )

const fieldOf = ({ model, handlers }: Live, question: Question, own: OwnWords) => html`
  ${question.recording === undefined ? nothing : (model.media?.block({ kind: 'recording', recording: question.recording }, 'h2') ?? nothing)}
  ${questionField(
    question,
    {
      heading: headingOf[model.page.paging],
      answer: model.answers[question.id],
      own,
      symbol: model.media?.symbol,
      problems: model.problems.filter((problem) => problem.questionId === question.id),
      onAnswer: (answer, typing) => handlers?.onAnswer(question.id, answer, typing),
      onSay: handlers?.onSay,
    },
    model.larger,
  )}
  ${model.others.map((other, index) => (other.questionId === question.id ? (model.otherVersion?.({ model, handlers, question, index }) ?? nothing) : nothing))}
  ${question.why ? details({ summary: own('Why we ask'), content: html`<p>${question.why}</p>` }) : nothing}`

const askDevice = (consultation: Consultation) =>
  notice({
    content: html`<p>${ownWordsAmong(
      consultation.lang,
    )(html`What you write is kept until you close Takepart.
    <a href=${`${addressOf(consultation)}/answer`}>Is this your own device?</a> Then we can keep it longer.`)}</p>`,
  })

/** Links, because each way has an address of its own; answers stay as they are. */
function otherPagings({ consultation, page }: AnswerPageModel) {
  const [question] = page.questions
  const own = ownWordsIn(consultation)
  return html`<ul class="rows">${pagingWords.map(
    ([paging, words]) =>
      html`<li>${
        paging === page.paging
          ? html`<span>${own(`${words} (as now)`)}</span>`
          : html`<a href=${pagePath(consultation, { paging, id: paging === 'section' ? page.section.id : (question?.id ?? 'all') })}>${own(words)}</a>`
      }</li>`,
  )}
  </ul>`
}
