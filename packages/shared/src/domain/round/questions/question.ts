/**
 * A question in a round of questions and answers: a contribution that a moderator has let in, and how far it has come. Every
 * one ends with an answer or with a reason; one that asks the same as another is joined with it and ends with that one.
 */
export const questionStates = [
  'waiting',
  'being-answered',
  'answered',
  'not-answered',
  'joined',
] as const

export type QuestionState = (typeof questionStates)[number]

/** As far as the rules ask. */
export interface Question {
  /** Its number in the round: the order in which questions were first shown. */
  readonly number: number
  readonly state: QuestionState
  /** On how many devices somebody wants to know it too; of all that are joined with it, each device once. */
  readonly wanted: number
  readonly joinedTo?: number
}

/** Somebody of the staff who answers, as the page names them. */
export interface Answerer {
  readonly name: string
  /** What they do, as in "nurse at Birch". */
  readonly self?: string
}

/** Reasons that staff give; `other` is said in their own words. */
export const reasonsToGive = [
  'one-person',
  'not-ours',
  'not-known',
  'may-not-say',
  'asked-elsewhere',
  'other',
] as const

export type ReasonToGive = (typeof reasonsToGive)[number]

/** Every reason there can be. The last two come about by themselves: see the rules of what is shown. */
export const reasonsNotAnswered = [...reasonsToGive, 'after-the-end', 'answer-removed'] as const

export type ReasonNotAnswered = (typeof reasonsNotAnswered)[number]

/** A round of questions and answers as its rules see it. */
export interface QuestionSession {
  /** Those whose words can be read now. */
  readonly questions: readonly Question[]
  /** How many contributions wait for a moderator. */
  readonly unread: number
  readonly finished: boolean
}

/** Most of each, in characters as people count them. */
export const questionLimits = { answer: 4_000, note: 500 } as const

const open: ReadonlySet<QuestionState> = new Set(['waiting', 'being-answered'])

/** True while a question has neither an answer nor a reason, and is joined with no other. */
export const isOpenQuestion = ({ state }: Pick<Question, 'state'>): boolean => open.has(state)
