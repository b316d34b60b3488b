import { describe, expect, it } from 'vitest'
import type { AnswerKind } from '../question/answer.ts'
import { problemWords } from './problem-words.ts'
import type { Problem, ProblemCode } from './problem.ts'

const part = { questionId: 'travel', about: 'how you travel' }

/** One problem for every code; a code without one does not compile. */
const every: { readonly [Code in ProblemCode]: Extract<Problem, { code: Code }> } = {
  'answer-missing': { ...part, code: 'answer-missing', kind: 'one-of' },
  'say-missing': { ...part, code: 'say-missing', option: 'Another way' },
  'say-too-long': { ...part, code: 'say-too-long', option: 'Another way', most: 100, over: 3 },
  'text-too-long': { ...part, code: 'text-too-long', most: 200, over: 14 },
  'choice-unknown': { ...part, code: 'choice-unknown' },
  'choices-too-many': { ...part, code: 'choices-too-many', most: 3 },
  'choices-exclusive': { ...part, code: 'choices-exclusive', option: 'None of these' },
  'row-missing': { ...part, code: 'row-missing', statement: 'Parking' },
  'number-not-a-number': { ...part, code: 'number-not-a-number' },
  'number-not-whole': { ...part, code: 'number-not-whole' },
  'number-too-many-decimals': { ...part, code: 'number-too-many-decimals', decimals: 2 },
  'number-too-small': { ...part, code: 'number-too-small', least: 0.5 },
  'number-too-large': { ...part, code: 'number-too-large', most: 1200 },
  'date-part-missing': { ...part, code: 'date-part-missing', parts: ['month', 'year'] },
  'date-part-unclear': { ...part, code: 'date-part-unclear', part: 'year' },
  'date-not-real': { ...part, code: 'date-not-real' },
  'date-too-early': { ...part, code: 'date-too-early', earliest: '2020-03-01' },
  'date-too-late': { ...part, code: 'date-too-late', latest: '2027-02-14' },
  'answer-of-another-kind': { ...part, code: 'answer-of-another-kind', kind: 'date' },
  'consultation-not-open': { code: 'consultation-not-open', opensAt: '2027-01-04T09:00:00+00:00' },
  'consultation-closed': { code: 'consultation-closed', closedAt: '2027-06-14T17:00:00+01:00' },
  'consultation-retracted': { code: 'consultation-retracted' },
  'consultation-unknown': { code: 'consultation-unknown' },
  'version-unknown': { code: 'version-unknown' },
  'question-unknown': { code: 'question-unknown', questionId: 'gone' },
  'question-not-asked': { code: 'question-not-asked', ...part },
  'response-empty': { code: 'response-empty' },
  'response-not-understood': { code: 'response-not-understood' },
  'response-received-different': { code: 'response-received-different' },
  'response-withdrawn': { code: 'response-withdrawn' },
  'response-erased': { code: 'response-erased' },
  'response-not-found': { code: 'response-not-found' },
  'response-changed-elsewhere': { code: 'response-changed-elsewhere' },
  'too-many-tries': { code: 'too-many-tries', minutes: 10 },
  'need-missing': { code: 'need-missing' },
  'need-say-missing': { code: 'need-say-missing', need: 'other-language' },
  'need-say-too-long': { code: 'need-say-too-long', need: 'other-language', most: 200, over: 1 },
  'reach-missing': { code: 'reach-missing' },
  'reach-to-missing': { code: 'reach-to-missing', by: 'phone' },
  'reach-to-unclear': { code: 'reach-to-unclear', by: 'email' },
  'reach-to-too-long': { code: 'reach-to-too-long', by: 'post', most: 500, over: 12 },
  'request-text-too-long': { code: 'request-text-too-long', field: 'when', most: 300, over: 4 },
  'request-not-understood': { code: 'request-not-understood' },
  'request-received-different': { code: 'request-received-different' },
  'request-closed': { code: 'request-closed' },
}

const said = Object.values(every).map((problem) => [problem.code, problemWords(problem)] as const)

describe('problemWords', () => {
  it.each(said)('says nothing of blame or begging: %s', (_, words) => {
    expect(words).not.toMatch(
      /\b(please|sorry|valid|invalid|required|mandatory|error|oops|fail\w*|undefined|NaN)\b/i,
    )
  })

  it.each(said)('is a short sentence or two, begun and ended properly: %s', (_, words) => {
    const sentences = words.split(/[.!?]\s/)
    expect(words).toMatch(/^\p{Lu}/u)
    expect(words).toMatch(sentences.length === 1 ? /[\p{L}\d’]$/u : /\.$/)
    for (const sentence of sentences) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20)
  })

  it.each(said)('says what to do next: %s', (_, words) => {
    expect(words).toMatch(
      /\b(Enter|Select|Put|Tick|Answer|Open|Check|Send|Copy|Wait|choose|copy|open|start|must (be|have|include)|Ask|ask)\b/,
    )
  })

  it('has words of its own for every code', () =>
    expect(new Set(said.map(([, words]) => words)).size).toBe(said.length))

  it.each<[string, Problem, string]>([
    [
      'a text',
      every['text-too-long'],
      'How you travel must be 200 characters or fewer. You have used 214.',
    ],
    [
      'a low number',
      every['number-too-small'],
      'Enter a number that is 0.5 or more for how you travel',
    ],
    [
      'a high number',
      every['number-too-large'],
      'Enter a number that is 1,200 or less for how you travel',
    ],
    [
      'decimals',
      every['number-too-many-decimals'],
      'Enter a number with no more than 2 figures after the point for how you travel',
    ],
    [
      'a date in part',
      every['date-part-missing'],
      'How you travel must include a month and a year',
    ],
    ['an early date', every['date-too-early'], 'How you travel must be 1 March 2020 or later'],
    [
      'summer time',
      every['consultation-closed'],
      'This consultation closed on Monday 14 June 2027 at 5 pm. You can still copy or download what you wrote.',
    ],
    [
      'winter time',
      every['consultation-not-open'],
      'This consultation opens on Monday 4 January 2027 at 9 am. Send your response then.',
    ],
    ['a language', every['need-say-missing'], 'Enter a few words about ‘Another language’'],
    [
      'a number to text',
      { code: 'reach-to-unclear', by: 'text' },
      'Enter a mobile number for texts, like 07700 900123',
    ],
    [
      'one minute',
      { code: 'too-many-tries', minutes: 1 },
      'You have tried too many times. Wait 1 minute, then try again.',
    ],
  ])('is exact about %s', (_, problem, words) => expect(problemWords(problem)).toBe(words))

  it('asks for each kind of answer in the way it is given', () => {
    const kinds: readonly AnswerKind[] = ['long-text', 'one-of', 'ranking', 'date', 'consent']
    expect(
      kinds.map((kind) => problemWords({ ...part, code: 'answer-missing', kind }).split(' ')[0]),
    ).toEqual(['Enter', 'Select', 'Put', 'Enter', 'Tick'])
  })

  it('has words for a code that a newer server may send', () => {
    const unknown = { code: 'not-known-yet' } as unknown as Problem
    expect(problemWords(unknown)).toBe(
      'Something stopped this being sent. Load this page again, then try once more.',
    )
  })
})
