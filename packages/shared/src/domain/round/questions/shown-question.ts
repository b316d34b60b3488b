import type { ShownContribution } from '../shown-contribution.ts'
import { orderOfQuestions } from './order-of-questions.ts'
import { isOpenQuestion, type Answerer, type Question, type ReasonNotAnswered } from './question.ts'

/** A question as everybody may read it, with how far it has come. */
export interface ShownQuestion extends Question {
  readonly asked: ShownContribution
  /** Who answers it, or has answered it, and since when. */
  readonly by?: Answerer
  readonly takenAt?: string
  readonly answer?: ShownContribution
  readonly why?: ReasonNotAnswered
  readonly note?: string
  readonly endedAt?: string
}

/** All that can be read of a round of questions at one moment. */
export interface ShownQuestions {
  readonly questions: readonly ShownQuestion[]
  /** The last event that this tells of: whoever goes on from here goes on after it. */
  readonly sequence: number
  readonly finishedAt?: string
}

/** The questions by where they stand, each group in its order; those joined with a question are found with it. */
export interface GroupedQuestions {
  readonly now: readonly ShownQuestion[]
  readonly next: readonly ShownQuestion[]
  /** What was answered last comes first. */
  readonly answered: readonly ShownQuestion[]
  readonly notAnswered: readonly ShownQuestion[]
}

export function groupQuestions(questions: readonly ShownQuestion[]): GroupedQuestions {
  const readable = questions.filter(
    (one) => !isOpenQuestion(one) || one.asked.words.kind === 'said',
  )
  const among = (state: Question['state']) => readable.filter((one) => one.state === state)
  const byNumber = new Map(readable.map((one) => [one.number, one]))
  return {
    now: among('being-answered'),
    next: orderOfQuestions(readable).flatMap((number) => byNumber.get(number) ?? []),
    answered: among('answered').toSorted(latestFirst),
    notAnswered: among('not-answered').toSorted(latestFirst),
  }
}

const latestFirst = (one: ShownQuestion, other: ShownQuestion): number =>
  (other.endedAt ?? '').localeCompare(one.endedAt ?? '') || other.number - one.number

/** The questions that were joined with one. */
export const joinedWith = (
  questions: readonly ShownQuestion[],
  { number }: Pick<Question, 'number'>,
): readonly ShownQuestion[] => questions.filter(({ joinedTo }) => joinedTo === number)
