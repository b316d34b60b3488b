import {
  equalityRule,
  publishedCount,
  standardRule,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import { representation } from '@takepart/shared/domain/analysis/representation'
import { closedQuestionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import { presenceWords } from '@takepart/shared/words/results'
import type { Results } from '../../../features/analysis/tally/read-results.ts'
import type { ExpectedPopulation } from '../../../features/analysis/tally/tally.queries.ts'

/** What can be said of each expected group. Counts are rounded where the question is about equality, before anything is worked out. */
export function presenceSentences(
  results: Results,
  expected: ExpectedPopulation,
): readonly string[] {
  const result = results.questions.find(({ tally }) => tally.question.id === expected.questionKey)
  const [closed] = result ? closedQuestionsOf(result.tally.question) : []
  if (!result || !closed) return []
  const rounded = (count: number): number => {
    const published = publishedCount(count, result.equality ? equalityRule : standardRule)
    return published === 'small' ? 0 : published
  }
  const rows = result.tally.tables[0]?.rows ?? []
  const took = new Map(rows.map(({ code, count }) => [code, rounded(count)]))
  const groups = closed.options
    .filter(({ code }) => Object.hasOwn(expected.people, code))
    .map(({ code, label }) => ({ code, label, expected: expected.people[code] ?? 0 }))
  if (groups.every((group) => group.expected === 0)) return []
  return representation(groups, took)
    .groups.filter(({ verdict }) => verdict !== 'too-few-to-say')
    .map(presenceWords)
}
