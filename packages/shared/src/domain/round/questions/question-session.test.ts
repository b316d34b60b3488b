import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOfQuestions, takeableQuestions } from './order-of-questions.ts'
import { acceptQuestionAct, problemsOfFinishing, type QuestionAct } from './question-act.ts'
import { isOpenQuestion, type Question, type QuestionSession } from './question.ts'

/** What becomes of the questions when an act is done, written down a second time and as plainly as it can be. */
function after(questions: readonly Question[], act: QuestionAct): readonly Question[] {
  return questions.map((one): Question => {
    const { joinedTo: _, ...free } = one
    if (act.kind === 'join' && one.joinedTo === act.number) return { ...one, joinedTo: act.to }
    if (one.number !== act.number) return one
    switch (act.kind) {
      case 'take':
        return { ...free, state: 'being-answered' }
      case 'put-back':
      case 'part':
        return { ...free, state: 'waiting' }
      case 'answer':
        return { ...free, state: 'answered' }
      case 'give-reason':
        return { ...free, state: 'not-answered' }
      case 'join':
        return { ...free, state: 'joined', joinedTo: act.to }
    }
  })
}

const answering = [{ name: 'Jo Fenn' }]
const most = 7
const number = fc.integer({ min: 1, max: most })
const anyAct: fc.Arbitrary<QuestionAct> = fc.oneof(
  number.map((one) => ({ kind: 'take', number: one, by: 'Jo Fenn' }) as const),
  number.map((one) => ({ kind: 'put-back', number: one }) as const),
  number.map((one) => ({ kind: 'answer', number: one, text: 'Yes.' }) as const),
  number.map((one) => ({ kind: 'give-reason', number: one, why: 'not-known', note: '' }) as const),
  fc.tuple(number, number).map(([one, to]) => ({ kind: 'join', number: one, to }) as const),
  number.map((one) => ({ kind: 'part', number: one }) as const),
)
const anyLine = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: most })
  .map((counts) =>
    counts.map((wanted, index): Question => ({ number: index + 1, state: 'waiting', wanted })),
  )
const anyRun = fc.record({ line: anyLine, acts: fc.array(anyAct, { maxLength: 60 }) })

const sessionOf = (questions: readonly Question[]): QuestionSession => ({
  questions,
  unread: 0,
  finished: false,
})

/** Everything that the rule lets through, done one after the other. */
const run = (line: readonly Question[], acts: readonly QuestionAct[]): readonly Question[] =>
  acts.reduce(
    (questions, act) =>
      acceptQuestionAct(sessionOf(questions), act, answering).ok
        ? after(questions, act)
        : questions,
    line,
  )

const closesAt = '2027-02-04T19:00:00Z'
const later = new Date('2027-02-04T20:00:00Z')
const canFinish = (questions: readonly Question[]): boolean =>
  problemsOfFinishing({ closesAt }, sessionOf(questions), later).length === 0

describe('a round of questions, whatever staff do in it', () => {
  it('never joins with a question that is itself joined, or is not there', () => {
    fc.assert(
      fc.property(anyRun, ({ line, acts }) => {
        const questions = run(line, acts)
        for (const { joinedTo, state } of questions) {
          expect(state === 'joined').toBe(joinedTo !== undefined)
          if (joinedTo === undefined) continue
          expect(questions.find((one) => one.number === joinedTo)?.state).not.toBe('joined')
          expect(questions.some((one) => one.number === joinedTo)).toBe(true)
        }
      }),
    )
  })

  it('can be finished exactly when each question, or the one it is joined with, has an end', () => {
    fc.assert(
      fc.property(anyRun, ({ line, acts }) => {
        const questions = run(line, acts)
        const endOf = (one: Question) =>
          questions.find(({ number: other }) => other === one.joinedTo) ?? one
        const allEnded = questions.every((one) =>
          ['answered', 'not-answered'].includes(endOf(one).state),
        )
        expect(canFinish(questions)).toBe(allEnded)
      }),
    )
  })

  it('can always be brought to its end', () => {
    fc.assert(
      fc.property(anyRun, ({ line, acts }) => {
        const questions = run(line, acts)
        const reasons = questions
          .filter(isOpenQuestion)
          .map(
            (one) =>
              ({ kind: 'give-reason', number: one.number, why: 'not-known', note: '' }) as const,
          )
        expect(canFinish(run(questions, reasons))).toBe(true)
      }),
    )
  })

  it('loses no question, and has each that waits in the line once', () => {
    fc.assert(
      fc.property(anyRun, ({ line, acts }) => {
        const questions = run(line, acts)
        expect(questions).toHaveLength(line.length)
        const waiting = questions.filter(({ state }) => state === 'waiting')
        expect(orderOfQuestions(questions).toSorted((a, b) => a - b)).toEqual(
          waiting.map((one) => one.number),
        )
      }),
    )
  })

  it('lets the first in line be taken at any time', () => {
    fc.assert(
      fc.property(anyRun, ({ line, acts }) => {
        const questions = run(line, acts)
        const [first] = takeableQuestions(questions)
        if (first === undefined) return
        const act = { kind: 'take', number: first, by: 'Jo Fenn' } as const
        expect(acceptQuestionAct(sessionOf(questions), act, answering).ok).toBe(true)
      }),
    )
  })

  it('takes whoever has waited longest within three turns', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(orderOfQuestions(line).indexOf(1)).toBeLessThan(3)
      }),
    )
  })
})
