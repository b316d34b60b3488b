import type { Known } from './narrow.ts'
import type { Interval } from './published-count.ts'

/** A two-way table by the names of its counts. Each row adds up to its total, each column too, and the totals to the whole. */
export interface Grid {
  readonly whole: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly string[])[]
}

/** Where nothing is known of a count, it is taken to be at most this. */
const enough = 10_000_000

/**
 * The exact least and most that one count of a table can be, given what is known of all of them. Going sum by sum does
 * not find everything; but a two-way table is a circulation (from the whole to the rows, through the cells to the columns,
 * and back), and whole numbers fit it exactly when a circulation within the bounds exists (Hoffman 1960). That is asked by
 * maximum flow, halving what is left from both ends.
 *
 * Throws when no numbers at all fit: then what is known did not come from one set of data.
 */
export function exactInterval(known: Known, grid: Grid, name: string): Interval {
  const bounds = boundsOf(known, name)
  const most = Math.min(bounds.most, roomFor(known, grid, name))
  if (bounds.least > most || !isPossible(known, grid, name, { least: bounds.least, most }))
    throw new Error(`Published numbers contradict each other about ${name}`)
  return {
    least: firstWith(bounds.least, most, (top) =>
      isPossible(known, grid, name, { least: bounds.least, most: top }),
    ),
    most: -firstWith(-most, -bounds.least, (bottom) =>
      isPossible(known, grid, name, { least: -bottom, most }),
    ),
  }
}

/** The least whole number for which something is so that stays so for all greater ones; it is so for `to`. */
function firstWith(start: number, end: number, isSo: (number: number) => boolean): number {
  let [low, high] = [start, end]
  if (isSo(low)) return low
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isSo(middle)) high = middle
    else low = middle
  }
  return high
}

/** What is known of a count, with an end. */
function boundsOf(known: Known, name: string): Interval {
  const { least, most } = known.get(name) ?? { least: 0, most: enough }
  return { least, most: Math.min(most, enough) }
}

/** No count of a table is more than the sum of its parts, or than what it is a part of, can be. */
function roomFor(known: Known, { whole, rows, columns, cells }: Grid, name: string): number {
  const most = (names: readonly string[]): number =>
    Math.min(
      enough,
      names.reduce((sum, one) => sum + boundsOf(known, one).most, 0),
    )
  const row = rows.indexOf(name)
  const column = columns.indexOf(name)
  if (row >= 0) return most(cells[row] ?? [])
  if (column >= 0) return most(cells.map((line) => line[column] ?? ''))
  return name === whole ? Math.min(most(rows), most(columns)) : boundsOf(known, whole).most
}

interface Edge {
  readonly to: number
  room: number
  readonly back: number
}
type Graph = readonly Edge[][]

const [source, sink, from, to, firstRow] = [0, 1, 2, 3, 4] as const

/** True when some numbers fit, with this one count within these bounds. */
function isPossible(known: Known, grid: Grid, about: string, within: Interval): boolean {
  const { rows, columns } = grid
  const graph: Graph = Array.from({ length: firstRow + rows.length + columns.length }, () => [])
  let needed = 0
  const between = (one: number, other: number, name: string): void => {
    const { least, most } = name === about ? within : boundsOf(known, name)
    connect(graph, one, other, most - least)
    connect(graph, source, other, least)
    connect(graph, one, sink, least)
    needed += least
  }
  const rowNode = (row: number): number => firstRow + row
  const columnNode = (column: number): number => firstRow + rows.length + column
  rows.forEach((name, row) => between(from, rowNode(row), name))
  columns.forEach((name, column) => between(columnNode(column), to, name))
  grid.cells.forEach((line, row) =>
    line.forEach((name, column) => between(rowNode(row), columnNode(column), name)),
  )
  between(to, from, grid.whole)
  return maximumFlow(graph) === needed
}

function connect(graph: Graph, one: number, other: number, room: number): void {
  if (room === 0) return
  const there = graph[one]
  const back = graph[other]
  if (!there || !back) throw new Error('An edge between places that are not there')
  there.push({ to: other, room, back: back.length })
  back.push({ to: one, room: 0, back: there.length - 1 })
}

/** Edmonds and Karp (1972): along the shortest way that has room, until there is none. */
function maximumFlow(graph: Graph): number {
  let flow = 0
  for (;;) {
    const path = shortestPath(graph)
    if (!path) return flow
    const room = Math.min(...path.map((edge) => edge.room))
    for (const edge of path) {
      edge.room -= room
      const back = graph[edge.to]?.[edge.back]
      if (back) back.room += room
    }
    flow += room
  }
}

function shortestPath(graph: Graph): readonly Edge[] | undefined {
  const cameBy = new Map<number, { readonly node: number; readonly edge: Edge }>()
  const queue: number[] = [source]
  for (const node of queue) {
    for (const edge of graph[node] ?? []) {
      if (edge.room <= 0 || edge.to === source || cameBy.has(edge.to)) continue
      cameBy.set(edge.to, { node, edge })
      queue.push(edge.to)
    }
    if (cameBy.has(sink)) return pathTo(cameBy)
  }
  return undefined
}

function pathTo(cameBy: ReadonlyMap<number, { readonly node: number; readonly edge: Edge }>) {
  const path: Edge[] = []
  for (let step = cameBy.get(sink); step; step = cameBy.get(step.node)) path.push(step.edge)
  return path
}
