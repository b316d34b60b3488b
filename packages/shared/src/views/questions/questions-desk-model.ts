import type { QuestionAct, QuestionProblem } from '../../domain/round/questions/question-act.ts'
import type { ReasonToGive } from '../../domain/round/questions/question.ts'
import { groupQuestions, type ShownQuestions } from '../../domain/round/questions/shown-question.ts'
import type { Round } from '../../domain/round/round.ts'

export interface QuestionsDeskModel {
  readonly round: Pick<Round, 'id' | 'slug' | 'title' | 'opensAt' | 'closesAt' | 'answering'>
  /** ISO 8601. */
  readonly now: string
  readonly shown: ShownQuestions
  /** How many contributions wait for a moderator. */
  readonly unread: number
  readonly mayJoin: boolean
}

/** A form that is open at one question. */
export interface OpenQuestionForm {
  readonly number: number
  readonly kind: 'reason' | 'join'
}

export interface QuestionsDeskState {
  /** True once the script is here. */
  readonly ready: boolean
  /** Who answers what is taken next. */
  readonly by: string
  /** What is written so far, by the number of its question. */
  readonly answers: Readonly<Record<number, string>>
  readonly form?: OpenQuestionForm | undefined
  readonly why?: ReasonToGive | undefined
  readonly note: string
  readonly to?: number | undefined
  readonly finishing: boolean
  readonly problems: readonly { readonly href: string; readonly text: string }[]
  /** How much has happened that this page does not show. */
  readonly changes: number
}

export const questionsDeskState = ({ round }: QuestionsDeskModel): QuestionsDeskState => ({
  ready: false,
  by: round.answering?.length === 1 ? (round.answering[0]?.name ?? '') : '',
  answers: {},
  note: '',
  finishing: false,
  problems: [],
  changes: 0,
})

export interface QuestionsDeskHandlers {
  readonly onChange?: (change: Partial<QuestionsDeskState>) => void
  readonly onForm?: (form: OpenQuestionForm | undefined) => void
  readonly onAct?: (act: QuestionAct) => void
  readonly onFinishing?: (asked: boolean) => void
  readonly onFinish?: () => void
  readonly onShowChanges?: () => void
}

/** All three, handed down together. */
export interface DeskOfQuestions {
  readonly model: QuestionsDeskModel
  readonly state: QuestionsDeskState
  readonly handlers: QuestionsDeskHandlers
}

/** A round of questions as the rules see it, from what the page shows. */
export const sessionOf = ({ shown, unread }: QuestionsDeskModel) => ({
  questions: readableOf(shown),
  unread,
  finished: shown.finishedAt !== undefined,
})

/** Those whose words can be read: nothing else can be answered. */
function readableOf({ questions }: ShownQuestions) {
  const { now, next } = groupQuestions(questions)
  const open = new Set([...now, ...next])
  return questions.filter(
    (one) => open.has(one) || (one.state !== 'waiting' && one.state !== 'being-answered'),
  )
}

const places: Readonly<Partial<Record<QuestionProblem['code'], (number: number) => string>>> = {
  'answerer-unknown': () => 'by',
  'answer-empty': (number) => `answer-${number}`,
  'answer-too-long': (number) => `answer-${number}`,
  'note-missing': (number) => `note-${number}`,
  'note-too-long': (number) => `note-${number}`,
  'join-elsewhere': (number) => `to-${number}`,
}

/** The id of the control where a problem is put right; what is about the whole page has none. */
export const placeOfQuestionProblem = (
  { code }: Pick<QuestionProblem, 'code'>,
  number: number,
): string => places[code]?.(number) ?? 'line-title'

export const errorAt = ({ state }: DeskOfQuestions, id: string): string | undefined =>
  state.problems.find(({ href }) => href === `#${id}`)?.text
