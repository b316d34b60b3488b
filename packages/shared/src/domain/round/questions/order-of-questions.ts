import { roundedCount } from '../acknowledgement.ts'
import type { Question } from './question.ts'

/** Every so many turns whoever has waited longest is next, however few want to know. */
export const turnsToLongestWait = 3

/** How many from the front of the line can be taken: the answer to the first may be for somebody else to give. */
export const mostTakeable = 3

/**
 * The order in which questions are answered, whole: the numbers of those that wait, the next one first. The question that
 * most people want comes first; of equals, the one that has waited longer. Every third turn goes to the one that has waited
 * longest of all. A turn is used up by each question that is taken, answered or given a reason.
 *
 * Counts are those that everybody can read, to the nearest 5 and none below 8, so that anybody can check the order, and
 * nobody can tell from it what one person pressed. `orderWords` says the same on the page.
 */
export function orderOfQuestions(questions: readonly Question[]): readonly number[] {
  const line = questions.filter(({ state }) => state === 'waiting').toSorted(byNumber)
  let turn = questions.filter(usedTurn).length
  const order: number[] = []
  while (line.length > 0) {
    turn += 1
    const next = turn % turnsToLongestWait === 0 ? 0 : mostWanted(line)
    order.push(...line.splice(next, 1).map(({ number }) => number))
  }
  return order
}

const byNumber = (one: Question, other: Question): number => one.number - other.number

const usedTurn = ({ state }: Question): boolean => state !== 'waiting' && state !== 'joined'

const shownCount = ({ wanted }: Question): number => roundedCount(wanted) ?? 0

/** Where in the line the one stands that most want; the first of equals. */
const mostWanted = (line: readonly Question[]): number =>
  line.reduce((best, one, index) => {
    const before = line[best]
    return before && shownCount(one) > shownCount(before) ? index : best
  }, 0)

/** Those that can be taken now. */
export const takeableQuestions = (questions: readonly Question[]): readonly number[] =>
  orderOfQuestions(questions).slice(0, mostTakeable)
