import type { ContributionSource } from '@takepart/shared/domain/round/contribution-source'
import type { ReasonToGive } from '@takepart/shared/domain/round/questions/question'
import type { Process, Round } from '@takepart/shared/domain/round/round'
import type { Stance } from '@takepart/shared/domain/round/stance'

/** A process with its rounds and what people said in them, as a sample file has it. */
export interface SampleFile {
  readonly process: Process
  readonly rounds: readonly { readonly round: Round; readonly contributions: readonly Written[] }[]
}

/** A contribution as a sample file has it. */
export interface Written {
  readonly on: string
  /** The time on that day, HH:MM; noon where it makes no difference. */
  readonly at?: string
  readonly name: string
  readonly self?: string
  readonly source: ContributionSource
  readonly sourceNote?: string
  readonly stance?: Stance
  readonly condition?: string
  readonly text: string
  readonly quotes?: readonly { readonly of: string; readonly words: string }[]
  readonly alike?: number
  readonly thinking?: number
  readonly wanted?: number
  /** Of a question: the words of another that asks the same. */
  readonly joins?: string
  /** Of a question: why it was not answered. */
  readonly why?: ReasonToGive
  readonly note?: string
  readonly replies?: readonly Written[]
}
