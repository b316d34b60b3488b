import type { RoundKind } from './round.ts'

/**
 * What a reader can say of a contribution without writing: "I see it this way too" and "This made me think"; of a question
 * "I want to know this too". Counted once for each device. There is no dislike: who disagrees is invited to say why.
 */
export const acknowledgements = ['alike', 'thinking', 'wanted'] as const

export type Acknowledgement = (typeof acknowledgements)[number]

/** Those that can be said in a round of a kind. */
export const acknowledgementsIn = (kind: RoundKind): readonly Acknowledgement[] =>
  kind === 'questions' ? ['wanted'] : ['alike', 'thinking']

/** A press, or taking it back. `deviceId` is random, made on the device for this round alone. */
export interface Acknowledge {
  readonly slug: string
  readonly number: number
  readonly kind: Acknowledgement
  readonly deviceId: string
  readonly on: boolean
}

/** Below this nothing is shown, so that nobody can watch one person's press (1 to 7 are small numbers everywhere). */
export const leastShown = 8

/** The count as it may be shown: undefined below the threshold, and otherwise to the nearest 5. */
export const roundedCount = (count: number): number | undefined =>
  count < leastShown ? undefined : Math.round(count / 5) * 5
