/**
 * Something that needs a member of staff: what the first page of the desk is made of. Each noun that can need somebody
 * gives its own.
 */
export interface Waiting {
  /** One for the whole page, such as `invitation-3f…`. */
  readonly id: string
  /** By when, ISO 8601; absent: when somebody has time. */
  readonly when?: string
  /** Somebody may come to harm, or the law is broken, if it waits. */
  readonly urgent?: true
  /** What needs somebody, as a title: "An urgent concern that nobody has taken". */
  readonly words: string
  /** A sentence more. */
  readonly about?: string
  readonly href: string
  /** What to press: "Take it". */
  readonly act: string
}

export type WaitingPart = 'now' | 'today' | 'this-week' | 'later'

export interface WaitingGroup {
  readonly part: WaitingPart
  readonly things: readonly Waiting[]
}

const hour = 3_600_000
const parts: readonly WaitingPart[] = ['now', 'today', 'this-week', 'later']

/**
 * In the order in which it hurts: what is urgent or late, then what is due within a day, within a week, and the rest. In
 * each part the earliest comes first, and what has no time last.
 */
export function groupWaiting(things: readonly Waiting[], now: Date): readonly WaitingGroup[] {
  const sorted = things.toSorted(
    (one, other) => dueAt(one) - dueAt(other) || compare(one.id, other.id),
  )
  return parts
    .map((part) => ({ part, things: sorted.filter((thing) => partOf(thing, now) === part) }))
    .filter((group) => group.things.length > 0)
}

function partOf(thing: Waiting, now: Date): WaitingPart {
  const left = dueAt(thing) - now.getTime()
  if (thing.urgent || left <= 0) return 'now'
  if (left <= 24 * hour) return 'today'
  return left <= 7 * 24 * hour ? 'this-week' : 'later'
}

const dueAt = ({ when }: Waiting): number =>
  when === undefined ? Number.POSITIVE_INFINITY : Date.parse(when)

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other))

/** "20 minutes", "5 hours", "3 days", "9 weeks": the largest unit of which there are two, and never more than there is. */
export function howLongWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  const units: readonly (readonly [string, number])[] = [
    ['week', 7 * 24 * 60],
    ['day', 24 * 60],
    ['hour', 60],
  ]
  const [unit, size] = units.find(([, long]) => minutes >= 2 * long) ?? ['minute', 1]
  const count = Math.floor(minutes / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
