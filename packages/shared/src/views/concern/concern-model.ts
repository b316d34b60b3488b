import type {
  ConcernEvent,
  ConcernStanding,
  ConcernSubject,
  HandOff,
} from '../../domain/moderation/concern.ts'
import type { Severity } from '../../domain/moderation/severity.ts'

export type People = Readonly<Record<string, string>>

/** A concern in the lane: nothing in it is what anybody wrote. */
export interface LaneItem {
  readonly id: string
  readonly subject: ConcernSubject
  readonly place: string | null
  readonly standing: ConcernStanding
}

export interface ClosedItem {
  readonly id: string
  readonly severity: Severity
  readonly closedAt: string
  readonly how: 'done' | 'false-alarm'
  readonly by: string
}

export interface LaneModel {
  readonly now: string
  readonly me: string
  readonly people: People
  readonly items: readonly LaneItem[]
  readonly closed: readonly ClosedItem[]
}

/** One concern with the words, as whoever looks is logged to have read it. */
export interface ConcernModel extends LaneItem {
  readonly now: string
  readonly me: string
  readonly people: People
  readonly events: readonly ConcernEvent[]
  /** Null: erased some time after it was closed. */
  readonly words: readonly { readonly heading?: string; readonly text: string }[] | null
  readonly reach: string | null
  readonly looks: readonly { readonly by: string; readonly at: string }[]
  /** To whom it can be given. */
  readonly colleagues: readonly { readonly id: string; readonly name: string }[]
}

export const recordKinds = [
  'acknowledge',
  'pass-on',
  'confirm',
  'change-severity',
  'close',
  'false-alarm',
] as const

export type RecordKind = (typeof recordKinds)[number]

export interface ActingState {
  readonly kind: RecordKind | undefined
  readonly what: string
  readonly to: HandOff
  readonly severity: Severity
  readonly colleague: string
  readonly problems: readonly { readonly href: string; readonly text: string }[]
}

export const nothingActed: ActingState = {
  kind: undefined,
  what: '',
  to: 'crisis-team',
  severity: 'today',
  colleague: '',
  problems: [],
}

export interface ActingHandlers {
  readonly onTake?: () => void
  readonly onGive?: () => void
  readonly onRecord?: () => void
  readonly onState?: (change: Partial<ActingState>) => void
}

/** The list of words, as it is being written: a phrase on each line. */
export interface WordListModel {
  readonly now: string
  readonly people: People
  /** The number of the list in use; 0: the one that Takepart brings. */
  readonly number: number
  readonly savedBy: string | null
  readonly savedAt: string | null
  readonly list: {
    readonly phrases: readonly { readonly words: string; readonly severity: Severity }[]
    readonly leaveAlone: readonly string[]
  }
  readonly measure: {
    readonly raised: number
    readonly right: number
    readonly falseAlarms: number
    readonly open: number
    readonly missed: number
  }
  readonly phrases: readonly {
    readonly phrase: string
    readonly falseAlarms: number
    readonly raised: number
  }[]
}
