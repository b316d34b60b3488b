import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'

export interface RoundThing {
  /** Of the round, which has a team of its own: who began it, and whoever is added. */
  readonly id: string
  /** The consultation it stands beside, whose team looks after it too. */
  readonly consultationId?: string | undefined
  readonly firstPeople?: readonly string[]
}

/** Whether somebody may do this to a round: as one of its own team, or of the team of its consultation. */
export const mayOfRound = (
  actor: StaffActor,
  action: Action,
  { id, consultationId, firstPeople }: RoundThing,
): boolean =>
  [id, consultationId].some(
    (team) =>
      team !== undefined &&
      may(actor, action, { consultationId: team, ...(firstPeople ? { firstPeople } : {}) }),
  )
