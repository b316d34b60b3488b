import { countMark, type PublishedCount } from '../analysis/disclosure/published-count.ts'

/**
 * Results as they were at one moment, each number already under the disclosure rule. What an outcome says is bound to
 * them: they do not change any more, whoever changes or withdraws a response later.
 */
export interface FrozenResults {
  /** ISO 8601. */
  readonly at: string
  /** Responses that the results rest on. */
  readonly responses: number
  /** The ledger in sentences, as it added up at that moment. */
  readonly ledger: readonly string[]
  readonly tables: readonly ResultTable[]
}

/** One table of what people chose, as it is published. */
export interface ResultTable {
  /** The key of its question: "how", or "care.staff" for a statement of a matrix. */
  readonly key: string
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly count: PublishedCount }[]
  readonly answered: PublishedCount
  /** People could choose several. */
  readonly several?: true
  /** About equality: numbers go to the nearest 10. */
  readonly equality?: true
}

/** What stands below every table: how its numbers were made. */
export const tableNote = ({ equality }: Pick<ResultTable, 'equality'>): string =>
  equality
    ? 'Numbers go to the nearest 10; * stands for 1 to 14.'
    : 'Numbers go to the nearest 5; * stands for 1 to 7.'

/** The caption of a table. */
export const tableCaption = (table: ResultTable): string =>
  `${table.title}${table.several ? ' (people could choose several)' : ''}. ${tableNote(table)}`

/** A table's rows as words, with those who answered last. */
export const tableRows = ({
  rows,
  answered,
}: ResultTable): readonly (readonly [string, string])[] => [
  ...rows.map(({ label, count }) => [label, countMark(count)] as const),
  ['Answered', countMark(answered)],
]

const numbersIn = ({ rows, answered }: ResultTable): readonly number[] =>
  [...rows.map(({ count }) => count), answered].filter((count) => typeof count === 'number')

const percentagesOf = ({ rows, answered }: ResultTable): readonly number[] =>
  typeof answered !== 'number' || answered === 0
    ? []
    : rows.flatMap(({ count }) =>
        typeof count === 'number' ? [Math.round((100 * count) / answered)] : [],
      )

const written = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?=(\s*(?:%|per cent\b))?)/g

/**
 * The numbers in some words that stand nowhere in the frozen results, as they were written. Numbers under 3 are words, not
 * results; a percentage is one of a table's shares. It finds slips of the finger, and asks about the rest.
 */
export function numbersNotFrozen(
  words: string,
  { responses, tables }: FrozenResults,
): readonly string[] {
  const counts = new Set([responses, ...tables.flatMap(numbersIn)])
  const shares = new Set(tables.flatMap(percentagesOf))
  const missing = [...words.matchAll(written)].flatMap(([number, percent]) => {
    const value = Number(number.replaceAll(',', ''))
    if (!(value >= 3)) return []
    const known = percent === undefined ? counts.has(value) : shares.has(value)
    return known ? [] : [percent === undefined ? number : `${number}%`]
  })
  return [...new Set(missing)]
}

/** The tables as rows of open data: one row a number, with what it is of. */
export const openDataRows = (tables: readonly ResultTable[]): readonly (readonly string[])[] => [
  ['question', 'title', 'answer', 'people', 'note'],
  ...tables.flatMap((table) =>
    tableRows(table).map(([answer, people]) => [
      table.key,
      table.title,
      answer,
      people,
      tableNote(table),
    ]),
  ),
]
