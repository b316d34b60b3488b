import {
  equalityRule,
  standardRule,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import {
  protectTables,
  type PublishedCounts,
} from '@takepart/shared/domain/analysis/disclosure/protect-tables'
import {
  crossTabulation,
  namedCounts,
  type CrossTabulation,
} from '@takepart/shared/domain/analysis/tally/cross-tabulation'
import {
  closedQuestionWith,
  keysOf,
  type ClosedQuestion,
} from '@takepart/shared/domain/analysis/tally/closed-question'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { everyQuestion } from './read-results.ts'
import { countPairs } from './tally.queries.ts'

/** A cross-tabulation with each of its numbers as it may be shown. */
export interface SafeCrossTabulation {
  readonly table: CrossTabulation
  /** By the names of namedCounts. */
  readonly shown: PublishedCounts
  /** About equality: the stricter rule was kept to. */
  readonly equality: boolean
}

/**
 * Counts two closed questions against each other and hides what would say something about few people. Undefined where one
 * of them is not there, or both are the same. The counts as they are never leave this function for a table about
 * equality: who somebody is and what they said are joined in here and nowhere else (S33).
 */
export async function crossTabulate(
  db: Kysely<Schema>,
  consultationId: string,
  versions: readonly ConsultationVersion[],
  keys: { readonly down: string; readonly across: string },
): Promise<SafeCrossTabulation | undefined> {
  const questions = everyQuestion(versions)
  const find = (key: string): ClosedQuestion | undefined =>
    closedQuestionWith(
      questions.map(({ question }) => question),
      key,
    )
  const [down, across] = [find(keys.down), find(keys.across)]
  if (!down || !across || down.questionId === across.questionId) return undefined
  const apart = new Set(
    questions.filter(({ equality }) => equality).map(({ question }) => question.id),
  )
  const equality = apart.has(down.questionId) || apart.has(across.questionId)
  const pairs = await countPairs(db, consultationId, {
    down: keysOf(down),
    across: keysOf(across),
  })
  const table = crossTabulation(down, across, pairs)
  const { counts, sums, grids } = namedCounts(table)
  const shown = protectTables(
    { counts, sums, grids, equality: new Set(equality ? counts.keys() : []) },
    { standard: standardRule, equality: equalityRule },
  )
  if (!shown) throw new Error('Numbers that were never published can always be withheld')
  return { table, shown, equality }
}
