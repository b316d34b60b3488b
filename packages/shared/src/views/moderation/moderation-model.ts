import type { RejectionReason } from '../../domain/moderation/decision.ts'
import type { Hint } from '../../domain/moderation/choose-parts.ts'
import type { RedactedField, RedactedPart, RemovedKind } from '../../domain/moderation/redaction.ts'
import type { ReportReason } from '../../domain/moderation/report.ts'
import type { Severity } from '../../domain/moderation/severity.ts'
import type { ContributionSource } from '../../domain/round/contribution-source.ts'
import type { Said } from '../../domain/round/contribution.ts'

/** A contribution that waits, as a moderator reads it. */
export interface QueuedContribution {
  readonly id: string
  readonly revision: number
  readonly round: {
    readonly slug: string
    readonly title: string
    readonly position?: string
    readonly reading: string
  }
  readonly source: ContributionSource
  readonly said: Said
  readonly shown: boolean
  readonly late: boolean
  readonly first: boolean
  /** Of the open concern about it. */
  readonly severity: Severity | null
  readonly since: string
  readonly reports: readonly QueuedReport[]
  readonly answer: string | null
  readonly firstDecidedBy: string | null
  readonly answered: { readonly name: string; readonly text: string } | null
  readonly claimedBy: string | null
  readonly hints: readonly Hint[]
  /** Others that wait and have nearly the same words. */
  readonly like: readonly LikeContribution[]
}

interface QueuedReport {
  readonly reason: ReportReason
  readonly words: string | null
  readonly receivedAt: string
}

/** One of a group of nearly the same words, with the sentences that only it has. */
export interface LikeContribution {
  readonly id: string
  readonly name: string
  readonly own: readonly string[]
}

export interface ModerationModel {
  readonly now: string
  readonly me: string
  readonly people: Readonly<Record<string, string>>
  readonly items: readonly QueuedContribution[]
  /** How many wait, which may be more than are here. */
  readonly waiting: number
  readonly oldest: string | null
  /** Which one is open; null: nothing waits. */
  readonly open: string | null
  readonly concerns: {
    readonly open: number
    readonly waiting: number
    readonly dueAt: string | null
  }
  readonly week: {
    readonly accepted: number
    readonly redacted: number
    readonly rejected: number
    readonly changeAsked: number
    readonly again: number
    readonly lastAt: string | null
    readonly lastBy: string | null
  }
}

/** The form that is open under the buttons. */
export type OpenForm = 'reject' | 'ask-change' | 'concern' | 'take-out'

/** What a moderator has chosen and typed, and not yet sent. */
export interface DecidingState {
  readonly parts: readonly RedactedPart[]
  readonly form: OpenForm | undefined
  readonly reason: RejectionReason | undefined
  readonly words: string
  readonly severity: Severity
  readonly why: string
  readonly takeOut: TakeOutState
  /** Others that get the same decision. */
  readonly others: readonly string[]
  readonly keysOff: boolean
  readonly problems: readonly { readonly href: string; readonly text: string }[]
  /** What was decided last, while it can be undone and a moment after. */
  readonly done: { readonly words: string; readonly undoUntil: string | null } | undefined
}

export interface TakeOutState {
  readonly words: string
  readonly what: RemovedKind
  readonly selected?: {
    readonly field: RedactedField
    readonly start: number
    readonly end: number
  }
}

export const nothingDecided: DecidingState = {
  parts: [],
  form: undefined,
  reason: undefined,
  words: '',
  severity: 'today',
  why: '',
  takeOut: { words: '', what: 'name' },
  others: [],
  keysOff: false,
  problems: [],
  done: undefined,
}

export interface DecidingHandlers {
  readonly onOpen?: (id: string) => void
  readonly onTakeOut?: (parts: readonly RedactedPart[]) => void
  readonly onPutBack?: (part: RedactedPart) => void
  readonly onTakeOutState?: (state: Partial<TakeOutState>) => void
  readonly onTakeOutWords?: () => void
  readonly onAccept?: () => void
  readonly onRedact?: () => void
  readonly onForm?: (form: OpenForm | undefined) => void
  readonly onReason?: (reason: RejectionReason) => void
  readonly onWords?: (words: string) => void
  readonly onSendReason?: () => void
  readonly onSeverity?: (severity: Severity) => void
  readonly onWhy?: (why: string) => void
  readonly onRaise?: () => void
  readonly onOther?: (id: string, chosen: boolean) => void
  readonly onLeave?: () => void
  readonly onKeys?: () => void
  readonly onKey?: (event: KeyboardEvent) => void
  readonly onUndo?: () => void
  readonly onLookAgain?: () => void
}
