import type { DecidedFinding } from '../../domain/authoring/draft/desk-answers.ts'
import type { Part, PartKey } from '../../domain/authoring/draft/draft.ts'
import type { Place } from '../../domain/authoring/draft/edit.ts'
import type { SignOffState } from '../../domain/authoring/draft/sign-off.ts'

/** What every page about one draft says at its top. All of it is JSON: the page carries it for the script. */
export interface DraftHead {
  readonly id: string
  readonly title: string
  /** The newest published version; null: nothing is published. */
  readonly version: number | null
  readonly state: SignOffState
  readonly questions: number
  readonly opensAt: string | null
  /** True of a preview, which brings a heading of its own. */
  readonly shown?: boolean
}

/** Names of members of staff by id. Who is looking is "you". */
export interface People {
  readonly me: string
  readonly names: Readonly<Record<string, string>>
}

/** Something in the map of a consultation. */
export interface MapEntry {
  readonly part: PartKey
  readonly title: string
  readonly number?: number
  readonly blocked: number
  readonly questions?: readonly MapEntry[]
}

export interface DraftMap {
  readonly readings: readonly MapEntry[]
  readonly sections: readonly MapEntry[]
  readonly media: readonly MapEntry[]
  /** What blocks in the parts that stand by themselves. */
  readonly blockedIn: Readonly<Record<string, number>>
}

/** An earlier question with choices, on which a condition can depend. */
export interface EarlierQuestion {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly choices: readonly { readonly code: string; readonly label: string }[]
}

/** Something that the checks found, as a page shows it. */
export type ShownFinding = DecidedFinding

export interface EditorModel {
  readonly head: DraftHead
  readonly people: People
  readonly map: DraftMap
  readonly part: Part
  readonly number: number | null
  readonly sectionTitle: string | null
  readonly inOutline: boolean
  readonly up: Place | null
  readonly down: Place | null
  readonly neighbours: readonly {
    readonly id: string
    readonly section?: string
    readonly title: string
  }[]
  readonly next: PartKey | null
  readonly earlier: readonly EarlierQuestion[]
  readonly readings: readonly { readonly id: string; readonly title: string }[]
  readonly findings: readonly ShownFinding[]
  readonly blocked: number
  readonly undecided: number
}
