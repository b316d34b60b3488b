import { describe, expect, it } from 'vitest'
import type { RoundProblem } from '../domain/round/round-problem.ts'
import { roundProblemWords } from './round-problem.ts'

const problems: readonly RoundProblem[] = [
  { code: 'round-unknown' },
  { code: 'round-not-open', opensAt: '2027-03-01T09:00:00+00:00' },
  { code: 'round-closed', closedAt: '2027-03-20T17:00:00+00:00' },
  { code: 'contribution-empty' },
  { code: 'contribution-too-long', most: 2_000, over: 1 },
  { code: 'name-missing' },
  { code: 'name-too-long', most: 60, over: 2 },
  { code: 'self-too-long', most: 100, over: 2 },
  { code: 'condition-missing' },
  { code: 'condition-too-long', most: 200, over: 2 },
  { code: 'quotations-too-many', most: 5 },
  { code: 'quotation-too-long', most: 500 },
  { code: 'answered-unknown' },
  { code: 'contribution-received-different' },
  { code: 'contribution-not-found' },
  { code: 'contribution-changed-elsewhere' },
  { code: 'contribution-withdrawn' },
  { code: 'contribution-rejected' },
  { code: 'contribution-not-understood' },
  { code: 'code-tries-used-up', minutes: 3 },
]

describe('roundProblemWords', () => {
  it.each(problems.map((problem) => [problem.code, problem] as const))(
    'says for %s what to do next',
    (_code, problem) => {
      const words = roundProblemWords(problem)
      expect(words.length).toBeGreaterThan(15)
      expect(words).not.toMatch(
        /\b(?:please|sorry|valid|invalid|required|error|oops)\b|undefined|NaN|!/i,
      )
    },
  )

  it('says by how much a text is too long', () => {
    expect(roundProblemWords({ code: 'contribution-too-long', most: 2_000, over: 1 })).toBe(
      'Shorten what you want to say by 1 character, to 2,000 or fewer',
    )
  })

  it('has words for what a newer server says', () => {
    expect(roundProblemWords({ code: 'of-tomorrow' } as unknown as RoundProblem)).toContain('try')
  })
})
