import { describe, expect, it } from 'vitest'
import { mostTakeable, orderOfQuestions, takeableQuestions } from './order-of-questions.ts'
import type { Question } from './question.ts'

const question = (number: number, wanted = 0, changes: Partial<Question> = {}): Question => ({
  number,
  wanted,
  state: 'waiting',
  ...changes,
})
const answered = (number: number): Question => question(number, 90, { state: 'answered' })

describe('orderOfQuestions', () => {
  it.each<[string, readonly Question[], readonly number[]]>([
    ['nothing to answer', [], []],
    [
      'nobody has pressed anything: as they came',
      [question(3), question(1), question(2)],
      [1, 2, 3],
    ],
    ['most wanted first', [question(1), question(2, 40), question(3, 20)], [2, 3, 1]],
    [
      'the third turn goes to the one that has waited longest',
      [question(1), question(2, 40), question(3, 20), question(4, 30)],
      [2, 4, 1, 3],
    ],
    [
      'the sixth turn too',
      [
        question(1),
        question(2),
        question(3, 50),
        question(4, 40),
        question(5, 30),
        question(6, 20),
      ],
      [3, 4, 1, 5, 6, 2],
    ],
    [
      'below 8 counts as none, as on the page',
      [question(1), question(2, 7), question(3, 8)],
      [3, 1, 2],
    ],
    ['equal to the nearest 5: whoever waits longer', [question(1, 11), question(2, 12)], [1, 2]],
    [
      'two turns are used up: the next is for the longest wait',
      [answered(1), answered(2), question(3), question(4, 50)],
      [3, 4],
    ],
    [
      'one that is being answered and one with a reason have used a turn each',
      [
        question(1, 0, { state: 'being-answered' }),
        question(2, 0, { state: 'not-answered' }),
        question(3),
        question(4, 50),
      ],
      [3, 4],
    ],
    [
      'one that is joined uses no turn and has no place',
      [
        question(1, 0, { state: 'joined', joinedTo: 4 }),
        question(2, 0, { state: 'joined', joinedTo: 4 }),
        question(3),
        question(4, 50),
      ],
      [4, 3],
    ],
  ])('%s', (_case, questions, order) => {
    expect(orderOfQuestions(questions)).toEqual(order)
    expect(orderOfQuestions(questions.toReversed())).toEqual(order)
  })

  it('leaves nobody waiting for ever, however much others want something else', () => {
    const line = Array.from({ length: 30 }, (_, index) => question(index + 1, index === 0 ? 0 : 80))
    expect(orderOfQuestions(line).indexOf(1)).toBeLessThan(3)
  })

  it('holds every question that waits once', () => {
    const line = Array.from({ length: 40 }, (_, index) => question(index + 1, (index * 37) % 50))
    expect(orderOfQuestions(line).toSorted((a, b) => a - b)).toEqual(line.map((one) => one.number))
  })
})

describe('takeableQuestions', () => {
  it('are the first of the line', () => {
    const line = [question(1), question(2, 40), question(3, 20), question(4, 30), answered(5)]
    expect(takeableQuestions(line)).toEqual(orderOfQuestions(line).slice(0, mostTakeable))
    expect(takeableQuestions([question(9)])).toEqual([9])
  })
})
