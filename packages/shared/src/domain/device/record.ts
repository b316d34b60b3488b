import type { Problem } from '../response/problem.ts'
import type { Answers } from '../question/answer.ts'
import type { Receipt } from '../response/response.ts'
import type { RequestReceipt } from '../support-request/support-request.ts'
import type { ContributionReceipt } from '../round/contribution.ts'
import type { RoundProblem } from '../round/round-problem.ts'
import type { ContributionCommand, ContributionDraft } from './contribution-record.ts'
import type { Draft, ResponseCommand } from './draft.ts'
import type { HelpCommand, HelpDraft, HelpProblem, HelpReceipt } from './help-record.ts'
import type { ReportCommand, ReportDraft, ReportReceipt, ReportRefusal } from './report-record.ts'
import type { AskCommand, AskedRequest, RequestDraft } from './request-record.ts'

/**
 * Everything that people send, by kind, with the types of its parts:
 *
 * - `draft`: as it is being written, and `sent`: as it is kept from sending on;
 * - `base`: what a draft is merged by when two tabs wrote to it (`undefined` where a draft is kept as one piece);
 * - `command`: what tells the server; `receipt` and `problem`: what the server says to it.
 *
 * A new kind is a line here; every table that it needs a line in then fails to compile without one.
 */
export interface SendableTypes {
  readonly response: {
    readonly draft: Draft
    readonly sent: Draft
    readonly base: Answers
    readonly command: ResponseCommand
    readonly receipt: Receipt
    readonly problem: Problem
  }
  readonly 'support-request': {
    readonly draft: RequestDraft
    readonly sent: AskedRequest
    readonly base: undefined
    readonly command: AskCommand
    readonly receipt: RequestReceipt
    readonly problem: Problem
  }
  readonly 'contribution-report': {
    readonly draft: ReportDraft
    readonly sent: ReportDraft
    readonly base: undefined
    readonly command: ReportCommand
    readonly receipt: ReportReceipt
    readonly problem: ReportRefusal
  }
  readonly 'help-request': {
    readonly draft: HelpDraft
    readonly sent: HelpDraft
    readonly base: undefined
    readonly command: HelpCommand
    readonly receipt: HelpReceipt
    readonly problem: HelpProblem
  }
  readonly contribution: {
    readonly draft: ContributionDraft
    readonly sent: ContributionDraft
    readonly base: undefined
    readonly command: ContributionCommand
    readonly receipt: ContributionReceipt
    readonly problem: RoundProblem
  }
}

export type SendableKind = keyof SendableTypes

export type DraftOf<K extends SendableKind> = SendableTypes[K]['draft']
export type SentOf<K extends SendableKind> = SendableTypes[K]['sent']
export type BaseOf<K extends SendableKind> = SendableTypes[K]['base']
export type CommandOf<K extends SendableKind> = SendableTypes[K]['command']
export type ReceiptOf<K extends SendableKind> = SendableTypes[K]['receipt']
export type ProblemOf<K extends SendableKind> = SendableTypes[K]['problem']

/** What a draft of every kind says: enough to list, order and expire it. */
export interface DraftParts {
  readonly id: string
  /**
   * What addresses of this device call it: random, given when it is first stored here, and never sent to the server.
   * Absent: not stored yet.
   */
  readonly name?: string | undefined
  readonly slug: string
  /** The consultation's title, so that a list can be read without the consultation. */
  readonly title: string
  /** How often it has been stored; 0 means never. Each store adds 1. */
  readonly revision: number
  readonly changedAt: string
  /** True: kept until sent or cleared, or until it is old (expiry.ts). False: kept for this browser session only. */
  readonly ownDevice: boolean
}

/** Everything this device knows of one thing that somebody sends: exactly one of four states (P4). */
export type RecordOf<K extends SendableKind> =
  | DraftRecord<K>
  | WaitingRecord<K>
  | ReceivedRecord<K>
  | RefusedRecord<K>

export interface DraftRecord<K extends SendableKind> {
  readonly kind: K
  readonly state: 'draft'
  readonly draft: DraftOf<K>
  /** The last receipt, once there is one; a change in progress keeps it. */
  readonly receipt?: ReceiptOf<K> | undefined
}

export interface WaitingRecord<K extends SendableKind> {
  readonly kind: K
  readonly state: 'waiting'
  readonly draft: SentOf<K>
  readonly receipt?: ReceiptOf<K> | undefined
  readonly command: CommandOf<K>
  readonly queuedAt: string
}

export interface ReceivedRecord<K extends SendableKind> {
  readonly kind: K
  readonly state: 'received'
  readonly draft: SentOf<K>
  readonly receipt: ReceiptOf<K>
}

export interface RefusedRecord<K extends SendableKind> {
  readonly kind: K
  readonly state: 'refused'
  readonly draft: SentOf<K>
  readonly receipt?: ReceiptOf<K> | undefined
  readonly command: CommandOf<K>
  readonly problems: readonly ProblemOf<K>[]
  readonly refusedAt: string
}

/** A record of any kind. */
export type KeptRecord = RecordOf<SendableKind>
export type RecordState = KeptRecord['state']

/** Something to tell the server, of any kind. */
export type Command = CommandOf<SendableKind>

/** What became of a command that reached the server. Not reaching it is an exception, `Unavailable`. */
export type DeliveryOf<K extends SendableKind> =
  | { readonly outcome: 'accepted'; readonly receipt: ReceiptOf<K> }
  | { readonly outcome: 'refused'; readonly problems: readonly ProblemOf<K>[] }

export const isOfKind = <K extends SendableKind>(
  record: KeptRecord,
  kind: K,
): record is RecordOf<K> => record.kind === kind

/** A step that a record cannot take from where it is. */
export type NotADraft = 'not-a-draft'

/** The record as it is stored for the `revision`th time. */
export const withRevision = <K extends SendableKind>(
  record: RecordOf<K>,
  revision: number,
): RecordOf<K> => withParts(record, { revision })

/** The record under the name that this device has for it. */
export const withName = <K extends SendableKind>(record: RecordOf<K>, name: string): RecordOf<K> =>
  withParts(record, { name })

const withParts = <K extends SendableKind>(
  record: RecordOf<K>,
  parts: Partial<Pick<DraftParts, 'name' | 'revision'>>,
): RecordOf<K> =>
  record.state === 'draft'
    ? { ...record, draft: { ...record.draft, ...parts } }
    : { ...record, draft: { ...record.draft, ...parts } }

/** A record of another device as this one begins to keep it: built on nothing that is here. */
export const movedHere = <K extends SendableKind>(
  record: RecordOf<K>,
  ownDevice: boolean,
): RecordOf<K> =>
  record.state === 'draft'
    ? { ...record, draft: { ...record.draft, ownDevice, revision: 0 } }
    : { ...record, draft: { ...record.draft, ownDevice, revision: 0 } }

/** What the device, or its own file, says a record is; the first two releases named no kind, and had two. */
export function kindNamed(record: Readonly<Record<string, unknown>>): unknown {
  if (record['kind'] !== undefined) return record['kind']
  const { draft } = record
  return typeof draft === 'object' && draft !== null && 'answers' in draft
    ? 'response'
    : 'support-request'
}
