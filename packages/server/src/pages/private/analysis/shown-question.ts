import {
  equalityRule,
  publishedCount,
  publishedShare,
  type PublishedCount,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import { closedQuestionsOf } from '@takepart/shared/domain/analysis/tally/closed-question'
import { findingOf, percentOf } from '@takepart/shared/domain/analysis/tally/finding'
import type { Tally, TallyTable } from '@takepart/shared/domain/analysis/tally/tally'
import type { CountedTable } from '@takepart/shared/views/analysis/counted-table.view'
import type { ShownQuestion } from '@takepart/shared/views/analysis/results.view'
import { figuresWords, findingWords, resultsWords } from '@takepart/shared/words/results'
import type { QuestionResult } from '../../../features/analysis/tally/read-results.ts'

/**
 * A question's result as it is shown on the analyst's own screen: live numbers, but for questions about equality, whose
 * numbers are rounded by the stricter rule here too.
 */
export function shownQuestion(
  { tally, equality }: QuestionResult,
  place: { readonly number: number; readonly of: number; readonly counted: number },
): ShownQuestion {
  const { question, asked } = tally
  const sentence = sentenceOf(tally)
  return {
    id: question.id,
    title: question.title,
    number: place.number,
    of: place.of,
    ...(sentence === undefined ? {} : { sentence }),
    tables: tally.tables.map((table) => ({
      ...countedTableOf(tally, table, equality),
      finding: findingWords(equality ? roundedFinding(table) : findingOf(table)),
    })),
    ...(asked < place.counted && !equality ? { onlyAsked: asked } : {}),
    ...(equality
      ? { equality: resultsWords.footnote(equalityRule.hideUpTo, equalityRule.roundTo) }
      : {}),
    text: question.kind === 'long-text' || question.kind === 'short-text',
    closed: closedQuestionsOf(question).length > 0,
  }
}

function sentenceOf(tally: Tally): string | undefined {
  const { question, answered, figures, placed } = tally
  const [best] = placed ?? []
  if (question.kind === 'long-text' || question.kind === 'short-text')
    return resultsWords.wrote(answered)
  if (figures) return figuresWords(figures, question.kind === 'number' ? question.unit : undefined)
  return best && answered > 0 ? resultsWords.placed(best.label, best.first, best.count) : undefined
}

function countedTableOf(
  { question, asked, answered }: Tally,
  { about, rows, answered: inTable, several }: TallyTable,
  equality: boolean,
): CountedTable {
  const shown = (count: number): PublishedCount =>
    equality ? publishedCount(count, equalityRule) : count
  const whole = shown(inTable)
  return {
    title: about ? `${question.title}: ${about.label}` : question.title,
    caption: about
      ? resultsWords.captionAbout(about.label, inTable)
      : equality
        ? question.title
        : resultsWords.caption(answered, asked - answered, several),
    answered: whole,
    rows: rows.map(({ label, count }) => {
      const share = equality ? publishedShare(shown(count), whole) : percentOf(count, inTable)
      return { label, count: shown(count), ...(share === undefined ? {} : { share }) }
    }),
  }
}

/** A finding worked out from rounded numbers alone, so that its words say no more than the table. */
const roundedFinding = ({ rows, answered }: TallyTable) => {
  const rounded = (count: number): number => {
    const published = publishedCount(count, equalityRule)
    return published === 'small' ? 0 : published
  }
  return findingOf({
    rows: rows.map((row) => ({ ...row, count: rounded(row.count) })),
    answered: rounded(answered),
  })
}
