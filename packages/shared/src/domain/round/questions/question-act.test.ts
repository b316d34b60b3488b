import { describe, expect, it } from 'vitest'
import { acceptQuestionAct, problemsOfFinishing, type QuestionAct } from './question-act.ts'
import { questionLimits, type Question, type QuestionSession } from './question.ts'

const answering = [{ name: 'Jo Fenn', self: 'nurse at Birch' }, { name: 'Sunil Dray' }]
const states: readonly Question[] = [
  { number: 1, state: 'waiting', wanted: 0 },
  { number: 2, state: 'being-answered', wanted: 0 },
  { number: 3, state: 'answered', wanted: 0 },
  { number: 4, state: 'not-answered', wanted: 0 },
  { number: 5, state: 'joined', wanted: 0, joinedTo: 1 },
  ...[6, 7, 8].map((number) => ({ number, state: 'waiting', wanted: 0 }) as const),
]
const session: QuestionSession = { questions: states, unread: 0, finished: false }
const codeOf = (act: QuestionAct, changes: Partial<QuestionSession> = {}): string => {
  const result = acceptQuestionAct({ ...session, ...changes }, act, answering)
  return result.ok ? 'ok' : (result.problems[0]?.code ?? '')
}

const acts = {
  take: (number: number) => ({ kind: 'take', number, by: 'Jo Fenn' }) as const,
  'put-back': (number: number) => ({ kind: 'put-back', number }) as const,
  answer: (number: number) => ({ kind: 'answer', number, text: 'Yes.' }) as const,
  'give-reason': (number: number) =>
    ({ kind: 'give-reason', number, why: 'not-known', note: '' }) as const,
  join: (number: number) => ({ kind: 'join', number, to: 3 }) as const,
  part: (number: number) => ({ kind: 'part', number }) as const,
}

describe('acceptQuestionAct', () => {
  it.each<[keyof typeof acts, readonly number[]]>([
    ['take', [1]],
    ['put-back', [2]],
    ['answer', [2]],
    ['give-reason', [1, 2]],
    ['join', [1]],
    ['part', [5]],
  ])('lets %s be done only where it makes sense', (kind, possible) => {
    const done = [1, 2, 3, 4, 5].filter((number) => codeOf(acts[kind](number)) === 'ok')
    expect(done).toEqual(possible)
    expect(codeOf(acts[kind](99))).toBe('question-unknown')
    for (const number of possible)
      expect(codeOf(acts[kind](number), { finished: true })).toBe('session-finished')
  })

  it('lets nobody take what is further back in the line', () => {
    expect([1, 6, 7, 8].map((number) => codeOf(acts.take(number)))).toEqual([
      'ok',
      'ok',
      'ok',
      'not-in-turn',
    ])
  })

  it('lets only those answer who are named on the page', () => {
    expect(codeOf({ kind: 'take', number: 1, by: 'Somebody Else' })).toBe('answerer-unknown')
    expect(codeOf({ kind: 'take', number: 1, by: 'Sunil Dray' })).toBe('ok')
  })

  it.each([
    ['', 'answer-empty'],
    [' \u200b ', 'answer-empty'],
    ['a'.repeat(questionLimits.answer), 'ok'],
    ['a'.repeat(questionLimits.answer + 1), 'answer-too-long'],
  ])('weighs the words of an answer %#', (text, code) => {
    expect(codeOf({ kind: 'answer', number: 2, text })).toBe(code)
  })

  it.each([
    ['other', '', 'note-missing'],
    ['other', 'We have passed it on.', 'ok'],
    ['not-ours', '', 'ok'],
    ['not-ours', 'a'.repeat(questionLimits.note + 1), 'note-too-long'],
  ] as const)('weighs a reason %#', (why, note, code) => {
    expect(codeOf({ kind: 'give-reason', number: 1, why, note })).toBe(code)
  })

  it('answers what is done with its words tidied', () => {
    const act = { kind: 'answer', number: 2, text: '  Yes.\r\nAt nine. ' } as const
    expect(acceptQuestionAct(session, act, answering)).toEqual({
      ok: true,
      value: { ...act, text: 'Yes.\nAt nine.' },
    })
  })

  it('joins with no question that is itself joined, with none that is not there, and with none itself', () => {
    const to = (target: number) => codeOf({ kind: 'join', number: 1, to: target })
    expect([to(5), to(99), to(1)]).toEqual(['join-elsewhere', 'join-elsewhere', 'join-elsewhere'])
    expect([to(2), to(3), to(4), to(6)]).toEqual(['ok', 'ok', 'ok', 'ok'])
  })
})

describe('problemsOfFinishing', () => {
  const closesAt = '2027-02-04T19:00:00Z'
  const after = new Date('2027-02-04T19:00:00Z')
  const ended: QuestionSession = { ...session, questions: states.slice(2, 5) }
  const codes = (changes: Partial<QuestionSession>, now = after): readonly string[] =>
    problemsOfFinishing({ closesAt }, { ...ended, ...changes }, now).map(({ code }) => code)

  it('finds none when each question has an answer or a reason and nobody can ask any more', () => {
    expect(codes({})).toEqual([])
  })

  it('names every question that has neither', () => {
    expect(problemsOfFinishing({ closesAt }, session, after)).toEqual([
      { code: 'questions-open', numbers: [1, 2, 6, 7, 8] },
    ])
  })

  it.each<[string, Partial<QuestionSession>, Date]>([
    ['still-asking', {}, new Date('2027-02-04T18:59:59.999Z')],
    ['questions-unread', { unread: 1 }, after],
    ['session-finished', { finished: true }, after],
  ])('finds %s', (code, changes, now) => {
    expect(codes(changes, now)).toEqual([code])
  })
})
