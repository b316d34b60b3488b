import type { Result } from '@takepart/shared/domain/core/result'
import type {
  QuestionAct,
  QuestionProblem,
} from '@takepart/shared/domain/round/questions/question-act'
import type { StaffApi } from '../../api/staff-api.ts'

interface SentAct {
  readonly round: string
  readonly act: QuestionAct
  /** Of an answer: sent again under the same id, it is there already. */
  readonly id: string
}

/** The procedure of each act. */
export function sendQuestionAct(
  { questions }: StaffApi,
  { round, act, id }: SentAct,
): Promise<Result<true, QuestionProblem>> {
  const { number } = act
  switch (act.kind) {
    case 'take':
      return questions.take.mutate({ round, number, by: act.by })
    case 'put-back':
      return questions.putBack.mutate({ round, number })
    case 'answer':
      return questions.answer.mutate({ round, number, id, text: act.text })
    case 'give-reason':
      return questions.giveReason.mutate({ round, number, why: act.why, note: act.note })
    case 'join':
      return questions.join.mutate({ round, number, to: act.to })
    case 'part':
      return questions.part.mutate({ round, number })
  }
}
