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

/** The keys of two questions' answers. */
export interface AskedPairs {
  readonly down: readonly string[]
  readonly across: readonly string[]
}

/**
 * Two closed questions against each other with every margin, in one pass. The database counts how many responses have the
 * very same keys of the two; what that makes of each pair and margin is added up here, so that each response is counted once
 * in a margin, however many codes of the other question it has.
 */
export async function countPairs(
  db: Db,
  consultationId: string,
  { down, across }: AskedPairs,
): Promise<readonly PairCount[]> {
  const { rows } = await sql<{ had: readonly string[]; people: number }>`
    select had, count(*)::integer as people
    from (select array(select key from unnest(keys) as key where key = any(${[...down, ...across]}::text[])) as had
      from counted_response where consultation_id = ${consultationId}::uuid) each group by had`.execute(
    db,
  )
  const counts = new Map<string, PairCount>()
  const add = (one: PairCount['down'], other: PairCount['across'], people: number): void => {
    const place = [one, other].map((code) => (code ? `=${code}` : String(code))).join(' ')
    counts.set(place, {
      down: one,
      across: other,
      count: (counts.get(place)?.count ?? 0) + people,
    })
  }
  for (const { had, people } of rows) {
    for (const one of [...codesOf(had, down), undefined])
      for (const other of [...codesOf(had, across), undefined]) add(one, other, people)
  }
  return [...counts.values()]
}

/** The codes somebody gave of one question; null alone when they left it out. */
function codesOf(had: readonly string[], keys: readonly string[]): readonly (string | null)[] {
  const codes = had
    .filter((key) => keys.includes(key))
    .map((key) => key.slice(key.indexOf('=') + 1))
  return codes.length > 0 ? codes : [null]
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
