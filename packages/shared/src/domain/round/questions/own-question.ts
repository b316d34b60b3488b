import type { QuestionState, ReasonNotAnswered } from './question.ts'
import { joinedWith, type ShownQuestion } from './shown-question.ts'

/** What became of a question, for whoever asked it and has the private code. */
export interface OwnQuestion {
  readonly state: QuestionState
  /** The question it was joined with: both end in the same way. */
  readonly joinedWith?: {
    readonly number: number
    readonly text?: string
    readonly state: QuestionState
  }
  /** Whether somebody else's question was joined with this one. */
  readonly othersJoined: boolean
  /** Who answers or has answered. */
  readonly by?: string
  readonly answer?: { readonly number: number; readonly text: string }
  readonly why?: ReasonNotAnswered
  readonly note?: string
}

/** Undefined for a contribution that is no question, or is not shown yet. */
export function ownQuestion(
  questions: readonly ShownQuestion[],
  number: number | undefined,
): OwnQuestion | undefined {
  const own = questions.find((one) => one.number === number)
  if (!own) return undefined
  const target = questions.find((one) => one.number === own.joinedTo)
  const { by, answer, why, note } = target ?? own
  return {
    state: own.state,
    ...(target ? { joinedWith: joinedOf(target) } : {}),
    othersJoined: joinedWith(questions, own).length > 0,
    ...(by ? { by: by.name } : {}),
    ...(answer?.words.kind === 'said'
      ? { answer: { number: answer.number, text: answer.words.text } }
      : {}),
    ...(why ? { why } : {}),
    ...(note ? { note } : {}),
  }
}

const joinedOf = ({ number, state, asked }: ShownQuestion) => ({
  number,
  state,
  ...(asked.words.kind === 'said' ? { text: asked.words.text } : {}),
})
