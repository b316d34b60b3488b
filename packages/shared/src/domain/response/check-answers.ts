import { told } from '../question/answer-problem-words.ts'
import type { Answers } from '../question/answer.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { answerTo, visibleQuestions, type JourneyPage } from '../consultation/journey.ts'
import type { AnswerProblem, ToldProblem } from './problem.ts'
import { checkAnswer } from '../question/question-kinds.ts'

/** What is wrong on one page, in the order of the page, each with its words. */
export const checkPage = (page: JourneyPage, answers: Answers): readonly ToldProblem[] =>
  page.questions.flatMap((question) =>
    checkAnswer(question, answerTo(answers, question.id)).map(told),
  )

/** What is wrong with the answers to every question that is asked, in the order of the document. */
export const checkAll = (consultation: Consultation, answers: Answers): readonly AnswerProblem[] =>
  visibleQuestions(consultation, answers).flatMap((question) =>
    checkAnswer(question, answerTo(answers, question.id)),
  )
