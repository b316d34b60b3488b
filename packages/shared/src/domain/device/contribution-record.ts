import type { ContributionId } from '../core/ids.ts'
import type { Contribute, Said } from '../round/contribution.ts'
import type { DraftParts, RecordOf } from './record.ts'

/** Says something in a round; sent until it is answered, like every command. */
export interface ContributeCommand {
  readonly kind: 'contribution.send'
  readonly input: Contribute
}

/** What somebody is writing for a round, not yet sent. `title` is that of the round. */
export interface ContributionDraft extends DraftParts {
  readonly id: ContributionId
  readonly inReplyTo?: number
  readonly said: Said
  /** The private code, which stays on this device: the same for all that one person says in one round. */
  readonly code: string
}

/** Everything this device knows of one contribution. */
export type ContributionRecord = RecordOf<'contribution'>
