import { answerWords } from '../question/answer-problem-words.ts'
import { minutesWords, momentWords } from '../core/dates.ts'
import type { Problem, ResponseProblem } from './problem.ts'
import { requestWords } from '../support-request/request-problem-words.ts'

/**
 * The words for a problem: what to do next, in plain English, the same beside the field and in the error summary.
 * They never say please, sorry, valid, invalid or required (GOV.UK, "Error message"). One sentence has no full stop.
 * A code that a newer server knows and this program does not has words too, of no help but to try again.
 */
export function problemWords(problem: Problem): string {
  if (!Object.hasOwn(words, problem.code))
    return 'Something stopped this being sent. Load this page again, then try once more.'
  const say = words[problem.code] as (problem: Problem) => string
  return say(problem)
}

type Words = {
  readonly [Code in ResponseProblem['code']]: (
    problem: Extract<ResponseProblem, { code: Code }>,
  ) => string
}

/** A code without words here does not compile. */
const responseWords: Words = {
  'consultation-not-open': ({ opensAt }) =>
    `This consultation opens on ${momentWords(opensAt)}. Send your response then.`,
  'consultation-closed': ({ closedAt }) =>
    `This consultation closed on ${momentWords(closedAt)}. You can still copy or download what you wrote.`,
  'consultation-retracted': () =>
    'This consultation has been taken down. You can still copy or download what you wrote.',
  'consultation-unknown': () =>
    'We cannot find this consultation. Check the address, or choose from the list of consultations.',
  'version-unknown': () =>
    'We cannot find the questions you answered. Open the consultation again, check your answers and send them.',
  'question-unknown': () =>
    'One of your answers is to a question we do not ask. Open the consultation again, check your answers and send them.',
  'question-not-asked': ({ about }) =>
    `Your other answers mean that we do not ask ${about}. Check your answers and send them.`,

  'response-empty': () => 'Answer at least one question before you send your response',
  'response-not-understood': () =>
    'We could not read what was sent. Copy or download what you wrote, then use another way to respond.',
  'response-received-different': () =>
    'We received this response before, with other answers. To change it, open it with your reference and private code.',
  'response-withdrawn': () =>
    'This response has been withdrawn. To take part again, start a new one.',
  'response-erased': () => 'This response has been erased. To take part again, start a new one.',
  'response-not-found': () =>
    'We cannot find a response with that reference and private code. Check both and try again.',
  'response-changed-elsewhere': () =>
    'This response was changed somewhere else after you opened it. Open it again, then make your change.',
  'too-many-tries': ({ minutes }) =>
    `You have tried too many times. Wait ${minutesWords(minutes)}, then try again.`,
}

const words = { ...answerWords, ...responseWords, ...requestWords }
