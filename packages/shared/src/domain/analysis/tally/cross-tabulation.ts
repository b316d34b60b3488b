import type { Grid } from '../disclosure/exact-cells.ts'
import type { Sum } from '../disclosure/narrow.ts'
import { keyOf } from './answer-keys.ts'
import type { ClosedQuestion } from './closed-question.ts'

/**
 * Two closed questions against each other, over the responses that count. People who left one of the two out have a row
 * or a column of their own, so that every total is the same number as in the question's own table: the two tables say
 * nothing together that either does not say alone.
 */
export interface CrossTabulation {
  readonly down: ClosedQuestion
  readonly across: ClosedQuestion
  /** The options of `down`, then those who left it out. */
  readonly rows: readonly CrossRow[]
  readonly total: CrossRow
}

export interface CrossRow {
  /** Null: left out. */
  readonly code: string | null
  readonly label: string
  /** One for each option of `across`, then those who left it out. */
  readonly cells: readonly number[]
  /** People in this row; where `across` allows several choices, fewer than the cells add up to. */
  readonly all: number
}

/** How many responses have both codes; null stands for having left the question out. Margins have `undefined` for the other. */
export interface PairCount {
  readonly down: string | null | undefined
  readonly across: string | null | undefined
  readonly count: number
}

/** What a row or a column of those who left the question out is called. */
export const leftOutLabel = 'Did not answer'

const codesOf = (closed: ClosedQuestion): readonly (string | null)[] => [
  ...closed.options.map(({ code }) => code),
  null,
]

const nameOf = (code: string | null | undefined): string =>
  code === undefined ? '*' : code === null ? '' : `=${code}`

/** Puts counted pairs into the order and the words of their questions. */
export function crossTabulation(
  down: ClosedQuestion,
  across: ClosedQuestion,
  pairs: readonly PairCount[],
): CrossTabulation {
  const counts = new Map(
    pairs.map((pair) => [`${nameOf(pair.down)}|${nameOf(pair.across)}`, pair.count]),
  )
  const count = (one: string | null | undefined, other: string | null | undefined): number =>
    counts.get(`${nameOf(one)}|${nameOf(other)}`) ?? 0
  const rowOf = (code: string | null | undefined, label: string): CrossRow => ({
    code: code ?? null,
    label,
    cells: codesOf(across).map((column) => count(code, column)),
    all: count(code, undefined),
  })
  const labels = new Map(down.options.map(({ code, label }) => [code, label]))
  return {
    down,
    across,
    rows: codesOf(down).map((code) =>
      rowOf(code, code === null ? leftOutLabel : (labels.get(code) ?? code)),
    ),
    total: rowOf(undefined, 'All'),
  }
}

/** The headings of its columns. */
export const columnsOf = ({ across }: CrossTabulation): readonly string[] => [
  ...across.options.map(({ label }) => label),
  leftOutLabel,
]

/** What a published count is called wherever it stands: the same people have the same name in every table. */
export const countName = (
  one: string,
  other?: { readonly key: string; readonly code: string | null },
): string => (other === undefined ? one : [one, partName(other.key, other.code)].sort().join(' & '))

/** The name of those who chose a code, or who left the question out. */
export const partName = (key: string, code: string | null): string =>
  code === null ? `${key}:none` : keyOf(key, code)

export const everybody = 'everybody'

/** Every count of the table by its name, and what adds up to what. Rows and columns of several choices add up to nothing. */
export function namedCounts(table: CrossTabulation): {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly Sum[]
  /** The table as a whole, where nobody is in two of its cells. */
  readonly grids: readonly Grid[]
} {
  const { down, across, rows, total } = table
  const counts = new Map<string, number>([[everybody, total.all]])
  const acrossCodes = codesOf(across)
  const cellName = (row: string | null, column: string | null): string =>
    countName(partName(down.key, row), { key: across.key, code: column })
  for (const row of rows) {
    counts.set(partName(down.key, row.code), row.all)
    for (const [index, count] of row.cells.entries())
      counts.set(cellName(row.code, acrossCodes[index] ?? null), count)
  }
  for (const [index, count] of total.cells.entries())
    counts.set(partName(across.key, acrossCodes[index] ?? null), count)
  const downNames = rows.map(({ code }) => partName(down.key, code))
  const acrossNames = acrossCodes.map((code) => partName(across.key, code))
  const alongRows = rows.map(({ code }) => ({
    total: partName(down.key, code),
    parts: acrossCodes.map((column) => cellName(code, column)),
  }))
  const alongColumns = acrossCodes.map((column) => ({
    total: partName(across.key, column),
    parts: rows.map(({ code }) => cellName(code, column)),
  }))
  const grid = {
    whole: everybody,
    rows: downNames,
    columns: acrossNames,
    cells: alongRows.map(({ parts }) => parts),
  }
  return {
    counts,
    grids: across.several || down.several ? [] : [grid],
    sums: [
      ...(across.several ? [] : [...alongRows, { total: everybody, parts: acrossNames }]),
      ...(down.several ? [] : [...alongColumns, { total: everybody, parts: downNames }]),
    ],
  }
}
