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

/** The exact least and most that one count of a table can be. */
export type IntervalOf = (name: string) => Interval

/**
 * The exact least and most that each count of a table can be, given what is known of all of them. Going sum by sum does
 * not find everything; but a two-way table is a circulation (from the whole to the rows, through the cells to the columns,
 * and back), and whole numbers fit it exactly when a circulation within the bounds exists (Hoffman 1960). One is found; how
 * far a count can go from there is how much more can flow around it, by maximum flow (Ford and Fulkerson 1956).
 *
 * Throws when no numbers at all fit: then what is known did not come from one set of data.
 */
export function exactIntervals(known: Known, grid: Grid): IntervalOf {
  const edges = edgesOf(known, grid)
  const fitting = circulationIn(edges)
  return (name) => {
    const about = edges.names.indexOf(name)
    const { tail, head } = endsOf(edges, about)
    const now = fitting[about] ?? 0
    const { least, most } = boundsOf(known, name)
    const more = push(edges, [...fitting], { from: head, to: tail, without: about, at: most - now })
    const less = push(edges, [...fitting], {
      from: tail,
      to: head,
      without: about,
      at: now - least,
    })
    return { least: now - less, most: now + more }
  }
}

/** What is known of a count, with an end. */
function boundsOf(known: Known, name: string): Interval {
  const { least, most } = known.get(name) ?? { least: 0, most: enough }
  return { least, most: Math.min(most, enough) }
}

/** The table as a network: each count is an edge, with the least and the most that may flow along it. */
interface Edges {
  readonly nodes: number
  readonly names: readonly string[]
  readonly ends: readonly (readonly [tail: number, head: number])[]
  readonly bounds: readonly Interval[]
  /** Of each node, the edges that begin or end there. */
  readonly at: readonly (readonly number[])[]
}

const [start, finish, firstRow] = [0, 1, 2] as const

function edgesOf(known: Known, { whole, rows, columns, cells }: Grid): Edges {
  const row = (index: number): number => firstRow + index
  const column = (index: number): number => firstRow + rows.length + index
  const all: (readonly [name: string, tail: number, head: number])[] = [
    [whole, finish, start],
    ...rows.map((name, index) => [name, start, row(index)] as const),
    ...columns.map((name, index) => [name, column(index), finish] as const),
    ...cells.flatMap((line, one) =>
      line.map((name, other) => [name, row(one), column(other)] as const),
    ),
  ]
  const nodes = firstRow + rows.length + columns.length
  const at: number[][] = Array.from({ length: nodes }, () => [])
  for (const [index, [, tail, head]] of all.entries()) {
    at[tail]?.push(index)
    at[head]?.push(index)
  }
  return {
    nodes,
    at,
    names: all.map(([name]) => name),
    ends: all.map(([, tail, head]) => [tail, head]),
    bounds: all.map(([name]) => boundsOf(known, name)),
  }
}

function endsOf({ ends }: Edges, edge: number): { tail: number; head: number } {
  const [tail, head] = ends[edge] ?? [start, start]
  return { tail, head }
}

/** Numbers that fit: every edge begins at its least, and what is then too much in one node flows to where it is missing. */
function circulationIn(edges: Edges): readonly number[] {
  const flow = edges.bounds.map(({ least }) => least)
  const spare = Array.from({ length: edges.nodes }, () => 0)
  for (const [index, amount] of flow.entries()) {
    const { tail, head } = endsOf(edges, index)
    spare[tail] = (spare[tail] ?? 0) - amount
    spare[head] = (spare[head] ?? 0) + amount
  }
  for (const [from] of spare.entries()) {
    for (const [to] of spare.entries()) {
      const at = Math.min(spare[from] ?? 0, -(spare[to] ?? 0))
      if (at <= 0) continue
      const pushed = push(edges, flow, { from, to, at })
      spare[from] = (spare[from] ?? 0) - pushed
      spare[to] = (spare[to] ?? 0) + pushed
    }
  }
  if (spare.some((amount) => amount !== 0))
    throw new Error('Published numbers contradict each other')
  return flow
}

interface Pushing {
  readonly from: number
  readonly to: number
  /** At most this much. */
  readonly at: number
  /** The edge that nothing may flow along. */
  readonly without?: number
}

/** Lets as much as possible flow from one node to another along the shortest ways that have room (Edmonds and Karp 1972). */
function push(edges: Edges, flow: number[], { from, to, at, without = -1 }: Pushing): number {
  let pushed = 0
  while (pushed < at) {
    const way = shortestWay({ edges, flow, without }, from, to)
    if (!way) return pushed
    const room = Math.min(at - pushed, ...way.map((step) => step.room))
    for (const { edge, forwards } of way) flow[edge] = (flow[edge] ?? 0) + (forwards ? room : -room)
    pushed += room
  }
  return pushed
}

interface Step {
  readonly edge: number
  readonly forwards: boolean
  readonly room: number
  readonly node: number
}

function shortestWay(
  network: { readonly edges: Edges; readonly flow: readonly number[]; readonly without: number },
  from: number,
  to: number,
): readonly Step[] | undefined {
  const cameBy = new Map<number, Step>()
  const queue = [from]
  for (const node of queue) {
    if (node === to) return wayTo(cameBy, from, to)
    for (const edge of network.edges.at[node] ?? []) {
      const step = stepAlong(network, edge, node)
      if (!step || step.next === from || cameBy.has(step.next)) continue
      cameBy.set(step.next, step)
      queue.push(step.next)
    }
  }
  return undefined
}

/** From a node along one of its edges, forwards or back; undefined where there is no room. */
function stepAlong(
  { edges, flow, without }: { edges: Edges; flow: readonly number[]; without: number },
  edge: number,
  node: number,
): (Step & { readonly next: number }) | undefined {
  if (edge === without) return undefined
  const { tail, head } = endsOf(edges, edge)
  const { least, most } = edges.bounds[edge] ?? { least: 0, most: 0 }
  const now = flow[edge] ?? 0
  const forwards = tail === node
  const room = forwards ? most - now : now - least
  return room > 0 ? { edge, forwards, room, node, next: forwards ? head : tail } : undefined
}

function wayTo(cameBy: ReadonlyMap<number, Step>, from: number, to: number): readonly Step[] {
  const way: Step[] = []
  for (let node = to; node !== from;) {
    const step = cameBy.get(node)
    if (!step) throw new Error('A way leads through every node that it came by')
    way.push(step)
    node = step.node
  }
  return way
}
