import { accept, refuse, type Result } from '../../core/result.ts'
import { charactersOver, isBlank, tidyText } from '../../core/text.ts'
import { roundHasClosed, type Round } from '../round.ts'
import { takeableQuestions } from './order-of-questions.ts'
import {
  isOpenQuestion,
  questionLimits,
  type Answerer,
  type Question,
  type QuestionSession,
  type ReasonToGive,
} from './question.ts'

/** What staff do to one question. */
export type QuestionAct =
  /** Somebody named on the page begins to answer. */
  | { readonly kind: 'take'; readonly number: number; readonly by: string }
  | { readonly kind: 'put-back'; readonly number: number }
  | { readonly kind: 'answer'; readonly number: number; readonly text: string }
  | {
      readonly kind: 'give-reason'
      readonly number: number
      readonly why: ReasonToGive
      /** What else there is to say, such as whom to ask. */
      readonly note: string
    }
  /** It asks the same as another, and ends with that one. */
  | { readonly kind: 'join'; readonly number: number; readonly to: number }
  | { readonly kind: 'part'; readonly number: number }

/** Why something cannot be done to a question, or a round of questions cannot be finished. */
export type QuestionProblem =
  | { readonly code: 'session-unknown' }
  | { readonly code: 'session-finished' }
  | { readonly code: 'question-unknown' }
  /** It is not where it was: somebody else has done something to it. */
  | { readonly code: 'question-moved-on' }
  | { readonly code: 'not-in-turn' }
  | { readonly code: 'answerer-unknown' }
  | { readonly code: 'answer-empty' }
  | { readonly code: 'answer-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'note-missing' }
  | { readonly code: 'note-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'join-elsewhere' }
  | { readonly code: 'still-asking'; readonly closesAt: string }
  | { readonly code: 'questions-open'; readonly numbers: readonly number[] }
  | { readonly code: 'questions-unread'; readonly count: number }

type Answer<Act> = Result<Act, QuestionProblem>

/**
 * Decides on what staff want to do to a question, as the round stands at this moment; answers what is done, tidied. Asked by
 * the desk before it sends, and by the server while the round is locked.
 */
export function acceptQuestionAct(
  session: QuestionSession,
  act: QuestionAct,
  answering: readonly Answerer[],
): Answer<QuestionAct> {
  if (session.finished) return refuse({ code: 'session-finished' })
  const question = session.questions.find(({ number }) => number === act.number)
  if (!question) return refuse({ code: 'question-unknown' })
  switch (act.kind) {
    case 'take':
      return acceptTaking(session, act, answering)
    case 'put-back':
      return only(question.state === 'being-answered', act)
    case 'answer':
      return question.state === 'being-answered' ? acceptAnswer(act) : movedOn
    case 'give-reason':
      return isOpenQuestion(question) ? acceptReason(act) : movedOn
    case 'join':
      return acceptJoining(session, question, act)
    case 'part':
      return only(question.state === 'joined', act)
  }
}

const movedOn = refuse({ code: 'question-moved-on' } as const)

const only = <Act>(possible: boolean, act: Act): Answer<Act> => (possible ? accept(act) : movedOn)

/** Nobody can be preferred: who is not among the first in line cannot be taken, whoever asks. */
function acceptTaking(
  { questions }: QuestionSession,
  act: Extract<QuestionAct, { kind: 'take' }>,
  answering: readonly Answerer[],
): Answer<QuestionAct> {
  const state = questions.find(({ number }) => number === act.number)?.state
  if (state !== 'waiting') return movedOn
  if (!answering.some(({ name }) => name === act.by)) return refuse({ code: 'answerer-unknown' })
  return takeableQuestions(questions).includes(act.number)
    ? accept(act)
    : refuse({ code: 'not-in-turn' })
}

function acceptAnswer(act: Extract<QuestionAct, { kind: 'answer' }>): Answer<QuestionAct> {
  if (isBlank(act.text)) return refuse({ code: 'answer-empty' })
  const most = questionLimits.answer
  const over = charactersOver(act.text, most)
  return over > 0
    ? refuse({ code: 'answer-too-long', most, over })
    : accept({ ...act, text: tidyText(act.text) })
}

function acceptReason(act: Extract<QuestionAct, { kind: 'give-reason' }>): Answer<QuestionAct> {
  if (act.why === 'other' && isBlank(act.note)) return refuse({ code: 'note-missing' })
  const most = questionLimits.note
  const over = charactersOver(act.note, most)
  return over > 0
    ? refuse({ code: 'note-too-long', most, over })
    : accept({ ...act, note: isBlank(act.note) ? '' : tidyText(act.note) })
}

/** Only a question that waits is joined, and never with one that is itself joined: joining is one step deep. */
function acceptJoining(
  { questions }: QuestionSession,
  question: Question,
  act: Extract<QuestionAct, { kind: 'join' }>,
): Answer<QuestionAct> {
  if (question.state !== 'waiting') return movedOn
  const to = questions.find(({ number }) => number === act.to)
  return !to || to === question || to.state === 'joined'
    ? refuse({ code: 'join-elsewhere' })
    : accept(act)
}

/**
 * What stands in the way of finishing: people can still ask, somebody has not read everything that was sent, or a question
 * has neither an answer nor a reason. There is no other way for a round of questions to end.
 */
export function problemsOfFinishing(
  round: Pick<Round, 'closesAt'>,
  { questions, unread, finished }: QuestionSession,
  now: Date,
): readonly QuestionProblem[] {
  if (finished) return [{ code: 'session-finished' }]
  const numbers = questions.filter(isOpenQuestion).map(({ number }) => number)
  return [
    ...(roundHasClosed(round, now)
      ? []
      : [{ code: 'still-asking', closesAt: round.closesAt } as const]),
    ...(unread > 0 ? [{ code: 'questions-unread', count: unread } as const] : []),
    ...(numbers.length > 0 ? [{ code: 'questions-open', numbers } as const] : []),
  ]
}
