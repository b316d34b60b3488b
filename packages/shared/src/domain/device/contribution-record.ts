import type { ContributionId } from '../core/ids.ts'
import type {
  Contribute,
  EditContribution,
  Said,
  WithdrawContribution,
} from '../round/contribution.ts'
import type { DraftParts, RecordOf } from './record.ts'

/** Says something in a round, puts other words in its place, or takes it back; sent until it is answered, like every command. */
export type ContributionCommand =
  | { readonly kind: 'contribution.send'; readonly input: Contribute }
  | { readonly kind: 'contribution.edit'; readonly input: EditContribution }
  | { readonly kind: 'contribution.withdraw'; readonly input: WithdrawContribution }

/** What somebody is writing for a round, not yet sent. `title` is that of the round. */
export interface ContributionDraft extends DraftParts {
  /** That of the contribution; of a change that goes on beside another one, an id of its own. */
  readonly id: ContributionId
  readonly inReplyTo?: number
  readonly said: Said
  /** The private code, which stays on this device: the same for all that one person says in one round. */
  readonly code: string
  /** Present when these words are to stand in the place of what was received already. */
  readonly changes?: {
    readonly contributionId: ContributionId
    readonly baseRevision: number
    /** What was received, to go back to. */
    readonly before: Said
  }
}

/** Everything this device knows of one contribution. */
export type ContributionRecord = RecordOf<'contribution'>
