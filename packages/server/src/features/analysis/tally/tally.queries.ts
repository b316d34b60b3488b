import type { PairCount } from '@takepart/shared/domain/analysis/tally/cross-tabulation'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'

type Db = Kysely<Schema>

/**
 * How often each key of an answer stands in a response that counts. One pass over the ledger, whatever the number of
 * questions; docs/analysis.md has its plan and what was measured beside it.
 */
export async function countKeys(
  db: Db,
  consultationId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select key, count(*)::integer as count from counted_response, unnest(keys) as key
    where consultation_id = ${consultationId}::uuid group by key`.execute(db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** Responses that count, by version, and how many of them have one of each list of keys. */
export interface CountedOfVersion {
  readonly version: number
  readonly counted: number
  readonly having: readonly number[]
}

export async function countHaving(
  db: Db,
  consultationId: string,
  lists: readonly (readonly string[])[],
): Promise<readonly CountedOfVersion[]> {
  const filters = lists.map(
    (keys) => sql`count(*) filter (where keys && ${[...keys]}::text[])::integer`,
  )
  const having = filters.length > 0 ? sql`array[${sql.join(filters)}]` : sql`'{}'::integer[]`
  const { rows } = await sql<CountedOfVersion>`
    select version, count(*)::integer as counted, ${having} as having from counted_response
    where consultation_id = ${consultationId}::uuid group by version`.execute(db)
  return rows
}

/** Responses that count, by the day they came and the way. */
export async function countByDay(
  db: Db,
  consultationId: string,
): Promise<readonly { readonly day: string; readonly way: string; readonly count: number }[]> {
  const { rows } = await sql<{ day: string; way: string; count: number }>`
    select came_on::text as day, way, count(*)::integer as count from counted_response
    where consultation_id = ${consultationId}::uuid group by came_on, way order by came_on, way`.execute(
    db,
  )
  return rows
}

interface Grouped {
  readonly down: string | null
  readonly across: string | null
  /** Bit 2: for any `down`; bit 1: for any `across`. */
  readonly margin: number
  readonly people: number
}

/** The keys of two questions' answers, and whether one response may have several of a question. */
export interface AskedPairs {
  readonly down: readonly string[]
  readonly across: readonly string[]
  readonly several: boolean
}

/**
 * Two closed questions against each other with every margin, in one pass. Each response is counted once in a margin, however
 * many codes of the other question it has.
 */
export async function countPairs(
  db: Db,
  consultationId: string,
  { down, across, several }: AskedPairs,
): Promise<readonly PairCount[]> {
  // Where nobody has two codes of a question each response is one row, and need not be told from itself.
  const people = several ? sql`count(distinct response_id)` : sql`count(*)`
  const { rows } = await sql<Grouped>`
    select d.key as down, a.key as across, grouping(d.key, a.key) as margin, ${people}::integer as people
    from counted_response
      left join lateral (select key from unnest(keys) as key where key = any(${[...down]}::text[])) d on true
      left join lateral (select key from unnest(keys) as key where key = any(${[...across]}::text[])) a on true
    where consultation_id = ${consultationId}::uuid group by cube (d.key, a.key)`.execute(db)
  const codeOf = (key: string | null, isMargin: boolean): string | null | undefined =>
    isMargin ? undefined : key === null ? null : key.slice(key.indexOf('=') + 1)
  return rows.map((row) => ({
    down: codeOf(row.down, row.margin >= 2),
    across: codeOf(row.across, row.margin % 2 === 1),
    count: row.people,
  }))
}

/** Who was expected to take part, as staff entered it for a question: people by the code of an option. */
export interface ExpectedPopulation {
  readonly questionKey: string
  readonly source: string
  readonly people: Readonly<Record<string, number>>
}

export async function expectedPopulations(
  db: Db,
  consultationId: string,
): Promise<readonly ExpectedPopulation[]> {
  const { rows } = await sql<ExpectedPopulation>`
    select question_key as "questionKey", source, people from expected_population
    where consultation_id = ${consultationId}::uuid order by question_key limit 50`.execute(db)
  return rows
}

export async function storeExpectedPopulation(
  db: Db,
  consultationId: string,
  expected: ExpectedPopulation,
  by: { readonly staffId: string; readonly name: string; readonly at: Date },
): Promise<void> {
  await sql`insert into expected_population (consultation_id, question_key, source, people, staff_id, staff_name, entered_at)
    values (${consultationId}, ${expected.questionKey}, ${expected.source}, ${JSON.stringify(expected.people)}::jsonb, ${by.staffId},
      ${by.name}, ${by.at})
    on conflict (consultation_id, question_key) do update set source = excluded.source, people = excluded.people,
      staff_id = excluded.staff_id, staff_name = excluded.staff_name, entered_at = excluded.entered_at`.execute(
    db,
  )
}
