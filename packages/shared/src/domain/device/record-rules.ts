import type {
  BaseOf,
  CommandOf,
  DraftOf,
  NotADraft,
  ProblemOf,
  ReceiptOf,
  RecordOf,
  SendableKind,
  SentOf,
} from './record.ts'
import { contributionRules } from './contribution-rules.ts'
import { helpRules } from './help-rules.ts'
import { reportRules } from './report-rules.ts'
import { requestRules } from './request-rules.ts'
import { responseRules } from './response-rules.ts'

/** What is particular to a kind of record. Everything else is done alike for all (client/offline). */
export interface RecordRules<K extends SendableKind> {
  /**
   * Two versions of a draft, both made from `base`, brought together without losing words (P5). `not-a-draft`: drafts of
   * this kind are one piece; whoever finds another one stored goes on in a record of its own.
   */
  readonly merge: (base: BaseOf<K>, mine: DraftOf<K>, theirs: DraftOf<K>) => DraftOf<K> | NotADraft
  /** What the next version of this draft is merged by. */
  readonly baseOf: (draft: DraftOf<K>) => BaseOf<K>
  /** True when the record may wait with this command from now on. */
  readonly mayQueue: (record: RecordOf<K>, command: CommandOf<K>) => boolean
  /** What is kept of a draft that waits. */
  readonly sent: (draft: DraftOf<K> | SentOf<K>, command: CommandOf<K>) => SentOf<K>
  /** What is kept once the server has said yes. */
  readonly received: (sent: SentOf<K>) => SentOf<K>
  /** Back to what can be worked on, where that is possible; `tried`: it may have reached the server. */
  readonly reopened: (record: RecordOf<K>, tried: boolean) => RecordOf<K> | NotADraft
  /** A record made elsewhere (a file, the server, a page) taken in beside the one held here. */
  readonly adopted: (here: RecordOf<K>, record: RecordOf<K>) => RecordOf<K> | NotADraft
  /** True when nothing more can become of what was received, so that it may expire. */
  readonly isOver: (receipt: ReceiptOf<K>, now: Date) => boolean
  /** True when the receipt is for this command: anything can answer in JSON (P2). */
  readonly isFor: (command: CommandOf<K>, receipt: ReceiptOf<K>) => boolean
  /** What is said when the server cannot read what was sent, and sending the same again will not help. */
  readonly notUnderstood: ProblemOf<K>
  /** True when a limit on requests (HTTP 429) is for this kind alone, so that what waits behind it goes on. */
  readonly hasOwnLimit: boolean
}

const rules: { readonly [K in SendableKind]: RecordRules<K> } = {
  response: responseRules,
  'support-request': requestRules,
  'help-request': helpRules,
  'contribution-report': reportRules,
  contribution: contributionRules,
}

export const isSendableKind = (kind: unknown): kind is SendableKind =>
  typeof kind === 'string' && Object.hasOwn(rules, kind)

export const rulesFor = <K extends SendableKind>(kind: K): RecordRules<K> => rules[kind]
