import { describe, expect, it } from 'vitest'
import type { ShownContribution, WordsGone } from '../shown-contribution.ts'
import { orderOfQuestions } from './order-of-questions.ts'
import { ownQuestion } from './own-question.ts'
import { groupQuestions, joinedWith, type ShownQuestion } from './shown-question.ts'

const words = (number: number, text: string, gone?: WordsGone['kind']): ShownContribution => ({
  number,
  source: 'participant',
  shownOn: '2027-03-10',
  replies: 0,
  acknowledged: { alike: 0, thinking: 0, wanted: 0 },
  words: gone ? { kind: gone } : { kind: 'said', name: 'Mel', text, removed: [], quotations: [] },
})
const question = (
  number: number,
  state: ShownQuestion['state'],
  changes: Partial<ShownQuestion> = {},
): ShownQuestion => ({
  number,
  state,
  wanted: 0,
  asked: words(number, `Question ${number}?`),
  ...changes,
})
const at = (minute: number) => ({
  endedAt: `2027-03-10T12:${String(minute).padStart(2, '0')}:00.000Z`,
})
const numbers = (questions: readonly ShownQuestion[]) => questions.map(({ number }) => number)

describe('groupQuestions', () => {
  const all = [
    question(1, 'answered', at(10)),
    question(2, 'answered', at(30)),
    question(3, 'answered', at(30)),
    question(4, 'not-answered', { ...at(5), why: 'not-ours' }),
    question(5, 'being-answered'),
    question(6, 'joined', { joinedTo: 1 }),
    question(7, 'waiting'),
    question(8, 'waiting', { wanted: 30 }),
    question(9, 'waiting'),
  ]

  it('puts each where it stands: the line in its order, what ended last first', () => {
    const groups = groupQuestions(all)
    expect(numbers(groups.now)).toEqual([5])
    expect(numbers(groups.next)).toEqual(orderOfQuestions(all))
    expect(numbers(groups.answered)).toEqual([3, 2, 1])
    expect(numbers(groups.notAnswered)).toEqual([4])
  })

  it('leaves out of the line what cannot be read, and keeps the place of what has ended', () => {
    const gone = all.map((one) =>
      [2, 5, 8].includes(one.number) ? { ...one, asked: words(one.number, '', 'withdrawn') } : one,
    )
    const groups = groupQuestions(gone)
    expect(numbers(groups.now)).toEqual([])
    expect(numbers(groups.next)).not.toContain(8)
    expect(numbers(groups.answered)).toEqual([3, 2, 1])
  })

  it('loses none: each question is in one group, or joined with one that is', () => {
    const { now, next, answered, notAnswered } = groupQuestions(all)
    const grouped = [...now, ...next, ...answered, ...notAnswered]
    const joined = grouped.flatMap((one) => joinedWith(all, one))
    expect(numbers([...grouped, ...joined]).toSorted((a, b) => a - b)).toEqual(numbers(all))
  })
})

describe('ownQuestion', () => {
  const answer = words(20, 'At nine.')
  const all = [
    question(1, 'answered', { ...at(10), by: { name: 'Jo Fenn', self: 'nurse' }, answer }),
    question(2, 'joined', { joinedTo: 1 }),
    question(3, 'not-answered', { ...at(5), why: 'other', note: 'Ask the bus company.' }),
    question(4, 'joined', { joinedTo: 3 }),
    question(5, 'waiting'),
    question(6, 'joined', { joinedTo: 5 }),
  ]

  it.each([
    [
      1,
      {
        state: 'answered',
        othersJoined: true,
        by: 'Jo Fenn',
        answer: { number: 20, text: 'At nine.' },
      },
    ],
    [
      2,
      {
        state: 'joined',
        joinedWith: { number: 1, state: 'answered', text: 'Question 1?' },
        othersJoined: false,
        by: 'Jo Fenn',
        answer: { number: 20, text: 'At nine.' },
      },
    ],
    [3, { state: 'not-answered', othersJoined: true, why: 'other', note: 'Ask the bus company.' }],
    [
      4,
      {
        state: 'joined',
        joinedWith: { number: 3, state: 'not-answered', text: 'Question 3?' },
        othersJoined: false,
        why: 'other',
        note: 'Ask the bus company.',
      },
    ],
    [5, { state: 'waiting', othersJoined: true }],
    [
      6,
      {
        state: 'joined',
        joinedWith: { number: 5, state: 'waiting', text: 'Question 5?' },
        othersJoined: false,
      },
    ],
  ])('tells whoever asked question %s what became of it', (number, own) => {
    expect(ownQuestion(all, number)).toEqual(own)
  })

  it('tells no words that were taken back or taken out', () => {
    const gone = all.map((one) =>
      one.number === 1
        ? { ...one, asked: words(1, '', 'withdrawn'), answer: words(20, '', 'removed') }
        : one,
    )
    expect(ownQuestion(gone, 2)).toEqual({
      state: 'joined',
      joinedWith: { number: 1, state: 'answered' },
      othersJoined: false,
      by: 'Jo Fenn',
    })
  })

  it('is nothing for what is not shown, or is no question', () => {
    expect([ownQuestion(all, undefined), ownQuestion(all, 20)]).toEqual([undefined, undefined])
  })
})
