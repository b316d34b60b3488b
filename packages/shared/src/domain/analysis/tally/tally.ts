import type { Question } from '../../question/question.ts'
import { keyOf } from './answer-keys.ts'
import { optionsOf } from './closed-question.ts'
import { bandsOf, figuresOf, monthsOf, type Figures, type ValueCount } from './figures.ts'

/**
 * How one question was answered, over the responses that count. Numbers are of people, as they are: what leaves the
 * analyst's screen goes through the disclosure rule first.
 */
export interface Tally {
  readonly question: Question
  /** Responses whose version and earlier answers put the question. */
  readonly asked: number
  readonly answered: number
  readonly tables: readonly TallyTable[]
  /** Of a question answered with a number. */
  readonly figures?: Figures
  /** Of a ranking: its options, the one that was placed best first. */
  readonly placed?: readonly Placed[]
}

export interface TallyTable {
  /** The statement of a matrix, or the option of a ranking, that this table is about; absent where there is one table. */
  readonly about?: { readonly code: string; readonly label: string }
  readonly rows: readonly TallyRow[]
  /** People in this table. */
  readonly answered: number
  /** People may be in several rows. */
  readonly several: boolean
}

export interface TallyRow {
  readonly code: string
  readonly label: string
  readonly count: number
}

export interface Placed extends TallyRow {
  /** How often it was placed first. */
  readonly first: number
  /** Points as in a Borda count: the number of options left behind, summed over people. What was not ranked gets none. */
  readonly points: number
}

/** Key of an answer → how many responses have it; as answer-keys.ts makes them. */
export type KeyCounts = ReadonlyMap<string, number>

/** Counts of a question's keys brought into the order and words of the question. */
export function tally(question: Question, counts: KeyCounts, asked: number): Tally {
  const tables = tablesOf(question, counts)
  const alone = counts.get(question.id)
  const [only] = tables
  const answered = alone ?? only?.answered ?? 0
  const rest = question.kind === 'several-of' ? { answered, several: true } : {}
  return {
    question,
    asked: Math.max(asked, answered),
    answered,
    tables: tables.map((table) => ({ ...table, ...rest })),
    ...(question.kind === 'number' ? { figures: figuresOf(valuesOf(question, counts)) } : {}),
    ...(question.kind === 'ranking' ? { placed: placedOf(question.options, tables) } : {}),
  }
}

function tablesOf(question: Question, counts: KeyCounts): readonly TallyTable[] {
  switch (question.kind) {
    case 'short-text':
    case 'long-text':
      return []
    case 'matrix':
      return question.statements.map((about) => ({
        about,
        ...tableOf(question.scale, `${question.id}.${about.code}`, counts),
      }))
    case 'ranking': {
      const places = question.options.map((_, index) => {
        const place = String(index + 1)
        return { code: place, label: `Place ${place}` }
      })
      return question.options.map((about) => ({
        about,
        ...tableOf(places, `${question.id}.${about.code}`, counts),
      }))
    }
    case 'number':
      return [countedTable(bandsOf(valuesOf(question, counts)))]
    case 'date':
      return [countedTable(monthsOf(valuesOf(question, counts)))]
    default:
      return [tableOf(optionsOf(question) ?? [], question.id, counts)]
  }
}

/** What a newer version no longer offers is counted at the end, under its code: nothing chosen goes uncounted. */
function tableOf(
  options: readonly { readonly code: string; readonly label: string }[],
  key: string,
  counts: KeyCounts,
): TallyTable {
  const known = new Set(options.map(({ code }) => code))
  const others = valuesUnder(key, counts).filter(({ value }) => !known.has(value))
  return countedTable([
    ...options.map(({ code, label }) => ({
      code,
      label,
      count: counts.get(keyOf(key, code)) ?? 0,
    })),
    ...others.map(({ value, count }) => ({ code: value, label: value, count })),
  ])
}

const countedTable = (rows: readonly TallyRow[]): TallyTable => ({
  rows,
  answered: rows.reduce((sum, { count }) => sum + count, 0),
  several: false,
})

const valuesOf = ({ id }: Question, counts: KeyCounts): readonly ValueCount[] =>
  valuesUnder(id, counts)

function valuesUnder(key: string, counts: KeyCounts): readonly ValueCount[] {
  const start = `${key}=`
  return [...counts]
    .filter(([name]) => name.startsWith(start))
    .map(([name, count]) => ({ value: name.slice(start.length), count }))
}

function placedOf(
  options: readonly { readonly code: string; readonly label: string }[],
  tables: readonly TallyTable[],
): readonly Placed[] {
  const placed = options.map(({ code, label }, index) => {
    const table = tables[index]
    const rows = table?.rows ?? []
    const points = rows.reduce(
      (sum, row) => sum + row.count * (options.length - Number(row.code)),
      0,
    )
    return { code, label, count: table?.answered ?? 0, first: rows[0]?.count ?? 0, points }
  })
  return placed.toSorted((one, other) => other.points - one.points)
}
