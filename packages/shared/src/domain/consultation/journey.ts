import type { Answer, Answers } from '../question/answer.ts'
import type { Consultation, Section } from './consultation.ts'
import type { Paging } from '../device/draft.ts'
import { addressOf, type Placed } from './edition-address.ts'
import type { Question } from '../question/question.ts'
import { answerCodes, isAnswered } from '../question/said.ts'

/**
 * The journey is what is asked, in which order and on which pages: derived from the consultation and the answers so
 * far, never stored. A question can depend only on an earlier question, so a journey always comes to an end.
 */
export interface JourneyPage {
  /** The question's id, the section's id, or "all". */
  readonly id: string
  readonly paging: Paging
  /** The section of the questions; on the page with all of them, the first section. */
  readonly section: Section
  /** At least one, each of them asked. */
  readonly questions: readonly Question[]
  /** 1 for the first page. */
  readonly number: number
  readonly of: number
}

/** How far somebody has come: questions answered, of the questions asked. */
export interface Progress {
  readonly answered: number
  readonly of: number
}

/** The answer to a question, or undefined. Safe for any id: what every object inherits is never an answer. */
export const answerTo = (answers: Answers, questionId: string): Answer | undefined =>
  Object.hasOwn(answers, questionId) ? answers[questionId] : undefined

/**
 * The questions that are asked, in the order of the document. A question with a condition is asked when the earlier
 * question is asked itself and its answer includes one of the codes; a condition on anything else never holds.
 */
export function visibleQuestions(
  consultation: Consultation,
  answers: Answers,
): readonly Question[] {
  const visible = new Map<string, Question>()
  for (const section of consultation.sections) {
    for (const question of section.questions) {
      if (isAsked(question, visible, answers)) visible.set(question.id, question)
    }
  }
  return [...visible.values()]
}

/** The pages of the journey; pages and sections without a visible question are left out. */
export function journeyPages(
  consultation: Consultation,
  answers: Answers,
  paging: Paging,
): readonly JourneyPage[] {
  const visible = new Set(visibleQuestions(consultation, answers))
  const sections = consultation.sections
    .map((section) => ({
      section,
      questions: section.questions.filter((question) => visible.has(question)),
    }))
    .filter(({ questions }) => questions.length > 0)
  const pages = pagesFrom(sections, paging)
  return pages.map((page, index) => ({ ...page, paging, number: index + 1, of: pages.length }))
}

/**
 * How many pages the journey has at most, as seen from one of its pages: with every question that an answer on this page or
 * on a later one can still bring. Whoever goes on from page to page sees this number fall and never rise, where `of` goes
 * up and down with every answer.
 */
export function mostPages(consultation: Consultation, answers: Answers, page: JourneyPage): number {
  const questions = consultation.sections.flatMap((section) => section.questions)
  const here = questions.findIndex(({ id }) => id === page.questions[0]?.id)
  const visible = new Map(visibleQuestions(consultation, answers).map((one) => [one.id, one]))
  const possible = new Set<Question>()
  for (const [at, question] of questions.entries()) {
    const earlier = questions.findIndex(({ id }) => id === question.showIf?.question)
    const isOpen =
      earlier >= here &&
      possible.has(questions[earlier]!) &&
      !isAnswered(questions[earlier]!, answerTo(answers, questions[earlier]!.id))
    if (at < here ? visible.has(question.id) : isAsked(question, visible, answers) || isOpen)
      possible.add(question)
  }
  const sections = consultation.sections.filter((section) =>
    section.questions.some((question) => possible.has(question)),
  )
  return page.paging === 'question' ? possible.size : sections.length
}

/** The page that shows a question; the first one when none is named or it is not asked, and undefined when nothing is. */
export const pageWith = (
  pages: readonly JourneyPage[],
  questionId: string | undefined,
): JourneyPage | undefined =>
  pages.find(({ questions }) => questions.some(({ id }) => id === questionId)) ?? pages[0]

/** The next page, or undefined after the last one and for an id that has no page. */
export const pageAfter = (pages: readonly JourneyPage[], id: string): JourneyPage | undefined => {
  const index = pages.findIndex((page) => page.id === id)
  return index < 0 ? undefined : pages[index + 1]
}

/** The page before, or undefined before the first one and for an id that has no page. */
export const pageBefore = (pages: readonly JourneyPage[], id: string): JourneyPage | undefined =>
  pages[pages.findIndex((page) => page.id === id) - 1]

/** The first question that is asked and not answered, or undefined when every one is. */
export const firstUnanswered = (
  consultation: Consultation,
  answers: Answers,
): Question | undefined =>
  visibleQuestions(consultation, answers).find(
    (question) => !isAnswered(question, answerTo(answers, question.id)),
  )

export const progressOf = (consultation: Consultation, answers: Answers): Progress => {
  const visible = visibleQuestions(consultation, answers)
  const answered = visible.filter((question) =>
    isAnswered(question, answerTo(answers, question.id)),
  )
  return { answered: answered.length, of: visible.length }
}

/** The address of a page on this website, in the edition that is read. */
export function pagePath(place: Placed, page: Pick<JourneyPage, 'id' | 'paging'>): string {
  const address = addressOf(place)
  switch (page.paging) {
    case 'question':
      return `${address}/questions/${page.id}`
    case 'section':
      return `${address}/sections/${page.id}`
    case 'all':
      return `${address}/questions`
  }
}

function isAsked(
  question: Question,
  visible: ReadonlyMap<string, Question>,
  answers: Answers,
): boolean {
  if (!question.showIf) return true
  const earlier = visible.get(question.showIf.question)
  if (!earlier) return false
  const codes = answerCodes(earlier, answerTo(answers, earlier.id))
  return question.showIf.includes.some((code) => codes.includes(code))
}

type AskedSection = Pick<JourneyPage, 'section' | 'questions'>
type BarePage = AskedSection & Pick<JourneyPage, 'id'>

function pagesFrom(sections: readonly AskedSection[], paging: Paging): readonly BarePage[] {
  switch (paging) {
    case 'question':
      return sections.flatMap(({ section, questions }) =>
        questions.map((question) => ({ id: question.id, section, questions: [question] })),
      )
    case 'section':
      return sections.map(({ section, questions }) => ({ id: section.id, section, questions }))
    case 'all': {
      const [first] = sections
      return first
        ? [
            {
              id: 'all',
              section: first.section,
              questions: sections.flatMap(({ questions }) => questions),
            },
          ]
        : []
    }
  }
}
