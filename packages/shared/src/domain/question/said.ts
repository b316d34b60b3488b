import type { Answer, AnswerKind, AnswerOf } from './answer.ts'
import type { Question } from './question.ts'
import { isBlank } from '../core/text.ts'

/**
 * What an answer says by itself, whether or not it fits its question: all that a page needs to know which questions are
 * asked. Whether it fits, and how it is stored, read and exported, is each kind's own (question-kinds.ts); a page of
 * questions fetches that with the first Continue.
 */

/** The answer if it answers this kind of question and says something; otherwise undefined. */
export const saidTo = (question: Question, answer: Answer | undefined): Answer | undefined =>
  answer?.kind === question.kind && !saysNothing(answer) ? answer : undefined

/** True when the person has said something that answers this kind of question, whether or not it fits yet. */
export const isAnswered = (question: Question, answer?: Answer): boolean =>
  saidTo(question, answer) !== undefined

/** The codes that a condition on this question looks for, each once; none when it has not been answered, and for kinds without options. */
export function answerCodes(question: Question, answer?: Answer): readonly string[] {
  const said = saidTo(question, answer)
  return said ? [...new Set(codesOf(said))] : []
}

type Of<Value> = { readonly [Kind in AnswerKind]: (answer: AnswerOf<Kind>) => Value }

const words = ({ text }: { readonly text: string }): boolean => isBlank(text)
const choice = ({ choice }: { readonly choice: string }): boolean => choice === ''

/** Nothing chosen, nothing visible typed. An empty box is no answer: nobody has refused, or agreed, by leaving it. */
const empty: Of<boolean> = {
  'short-text': words,
  'long-text': words,
  number: words,
  'one-of': choice,
  'yes-no': choice,
  agreement: choice,
  'number-scale': choice,
  'several-of': ({ choices }) => choices.length === 0,
  matrix: ({ rows }) => Object.values(rows).every((code) => code === ''),
  ranking: ({ order }) => order.length === 0,
  date: ({ day, month, year }) => [day, month, year].every(isBlank),
  consent: ({ given }) => given !== true,
}

const saysNothing = (answer: Answer): boolean =>
  (empty[answer.kind] as (answer: Answer) => boolean)(answer)

function codesOf(answer: Answer): readonly string[] {
  if ('choice' in answer) return [answer.choice]
  if ('choices' in answer) return answer.choices
  if ('order' in answer) return answer.order
  return answer.kind === 'consent' ? ['given'] : []
}
