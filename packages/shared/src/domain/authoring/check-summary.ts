import type { Consultation } from '../consultation/consultation.ts'
import { error, warning, type Finding } from './finding.ts'
import type { Path } from '../core/loose-fields.ts'
import { plainWords, sentencesOf, wordsOf } from './sentences.ts'

const mostWords = 60
const fewestWords = 8

/**
 * The summary is what somebody reads who reads nothing else: two or three plain sentences (WCAG 2.2, 3.1.5). One that says
 * nothing beyond the title is none, and stops publishing.
 */
export const checkSummary = ({ title, summary, outcome }: Consultation): readonly Finding[] => [
  ...checkOne(summary, title, ['summary']),
  ...(outcome ? checkOne(outcome.summary, title, ['outcome', 'summary']) : []),
]

function checkOne(summary: string, title: string, path: Path): readonly Finding[] {
  const text = plainWords(summary)
  const words = wordsOf(text).length
  const sentences = sentencesOf(text).length
  if (
    words === 0 ||
    wordsOf(text).join(' ').toLowerCase() === wordsOf(title).join(' ').toLowerCase()
  ) {
    return [
      error(
        path,
        'There is no summary. Say in two or three plain sentences what this is about and what may change',
      ),
    ]
  }
  if (words < fewestWords)
    return [
      warning(
        path,
        `The summary has ${words} words. Say in two or three plain sentences what may change`,
      ),
    ]
  if (words <= mostWords) return []
  return [
    warning(
      path,
      `The summary has ${words} words in ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}. Keep to two or three short ones, ${mostWords} words at most`,
    ),
  ]
}
