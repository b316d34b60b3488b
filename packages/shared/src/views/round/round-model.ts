import type { Round } from '../../domain/round/round.ts'
import type { ShownContribution } from '../../domain/round/shown-contribution.ts'
import type { ThreadOrder } from '../../domain/round/thread-order.ts'

/** A comment and the replies to it. */
export interface ShownThread {
  readonly comment: ShownContribution
  readonly replies: readonly ShownContribution[]
}

export interface RoundPageModel {
  readonly round: Round
  readonly now: Date
  readonly order: ThreadOrder
  /** True where this is not the first page of its order. */
  readonly later: boolean
  readonly threads: readonly ShownThread[]
  readonly next?: string
  readonly counts: {
    readonly contributions: number
    readonly people: number
    readonly staff: number
    readonly replies: number
    readonly repliesBetweenPublic: number
    readonly newest: number
  }
  /** Who spoke, in order, true for the Trust; only for rounds short enough to draw. */
  readonly speakers: readonly boolean[]
  readonly process?: RoundsProcess
}

/** The process a round stands in, with what is needed to tell the story so far. */
export interface RoundsProcess {
  readonly slug: string
  readonly title: string
  readonly rounds: readonly Pick<Round, 'slug' | 'title' | 'process' | 'opensAt'>[]
}
