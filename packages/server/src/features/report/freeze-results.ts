import { protectTables } from '@takepart/shared/domain/analysis/disclosure/protect-tables'
import {
  equalityRule,
  standardRule,
} from '@takepart/shared/domain/analysis/disclosure/published-count'
import { ledgerOf } from '@takepart/shared/domain/analysis/ledger/ledger'
import { partName } from '@takepart/shared/domain/analysis/tally/cross-tabulation'
import type { TallyTable } from '@takepart/shared/domain/analysis/tally/tally'
import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import type { FrozenResults, ResultTable } from '@takepart/shared/domain/report/frozen-results'
import { ledgerSentences } from '@takepart/shared/words/ledger'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { countLedger } from '../analysis/ledger/ledger.queries.ts'
import { readResults, type QuestionResult } from '../analysis/tally/read-results.ts'

/** One table before the disclosure rule. */
interface OpenTable {
  readonly key: string
  readonly title: string
  readonly table: TallyTable
  readonly equality: boolean
}

/**
 * The results as they are now, under the disclosure rule: small numbers hidden, the rest rounded, and more withheld where
 * the tables together would give one away. All tables are looked at together, since they are published together.
 */
export async function freezeResults(
  db: Kysely<Schema>,
  { id, versions }: { readonly id: string; readonly versions: readonly ConsultationVersion[] },
  now: Date,
): Promise<FrozenResults> {
  const [results, counts] = await Promise.all([readResults(db, id, versions), countLedger(db, id)])
  return {
    at: now.toISOString(),
    responses: results.counted,
    ledger: ledgerSentences(ledgerOf(counts)),
    tables: publishedTables(results.questions.flatMap(tablesOf)),
  }
}

/** Questions answered in words have no table; a table that nobody is in says nothing. */
const tablesOf = ({ tally, equality }: QuestionResult): readonly OpenTable[] =>
  tally.tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({
      key: table.about ? `${tally.question.id}.${table.about.code}` : tally.question.id,
      title: table.about ? `${tally.question.title}: ${table.about.label}` : tally.question.title,
      table,
      equality,
    }))

const answeredName = (key: string): string => `${key}:answered`

/** How many responded is said beside them exactly: it is the first thing that everybody asks, and says nothing about an answer. */
function publishedTables(tables: readonly OpenTable[]): readonly ResultTable[] {
  const counts = new Map<string, number>()
  const equality = new Set<string>()
  for (const { key, table, equality: apart } of tables) {
    const names = [
      ...table.rows.map(({ code, count }) => [partName(key, code), count] as const),
      [answeredName(key), table.answered] as const,
    ]
    for (const [name, count] of names) {
      counts.set(name, count)
      if (apart) equality.add(name)
    }
  }
  const sums = tables
    .filter(({ table }) => !table.several)
    .map(({ key, table }) => ({
      total: answeredName(key),
      parts: table.rows.map(({ code }) => partName(key, code)),
    }))
  const shown = protectTables(
    { counts, sums, equality },
    { standard: standardRule, equality: equalityRule },
  )
  if (!shown) throw new Error('Numbers that were never published can always be withheld')
  return tables.map(({ key, title, table, equality: apart }) => ({
    key,
    title,
    rows: table.rows.map(({ code, label }) => ({
      label,
      count: shown.get(partName(key, code)) ?? 'withheld',
    })),
    answered: shown.get(answeredName(key)) ?? 'withheld',
    ...(table.several ? { several: true as const } : {}),
    ...(apart ? { equality: true as const } : {}),
  }))
}
