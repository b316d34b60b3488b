import type { SignOffState } from '../../domain/authoring/draft/sign-off.ts'
import type { RoundStage } from '../../domain/round/desk/round-draft.ts'

/** What every page of the desk about one discussion says at its top. All of it is JSON. */
export interface RoundHead {
  readonly id: string
  readonly title: string
  /** Its published address; null: it has none that people can open. */
  readonly slug: string | null
  readonly stage: RoundStage
  readonly signOff: SignOffState
  readonly opensAt: string | null
  readonly closesAt: string | null
}

/** What somebody can do next with a discussion, the likeliest first. */
export type RoundNext = 'sign' | 'publish' | 'summary' | 'write' | 'following' | 'look' | 'answer'
