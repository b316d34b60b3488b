import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import type { QuestionAct } from '@takepart/shared/domain/round/questions/question-act'
import {
  answerQuestionSchema,
  finishQuestionsSchema,
  followQuestionsSchema,
  giveReasonSchema,
  joinQuestionSchema,
  oneQuestionSchema,
  questionActedSchema,
  takeQuestionSchema,
} from '@takepart/shared/domain/round/questions/question-schema'
import type { CallContext } from '../../../context.ts'
import {
  procedureWith,
  router,
  staffProcedureWith,
  type OpenPolicy,
  type StaffPolicy,
} from '../../../trpc.ts'
import { actOnQuestion } from './act-on-question.ts'
import { finishQuestions } from './finish-questions.ts'
import { followQuestions } from './follow-questions.ts'

const policy = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: [],
  whenUsedUp: 'retry-later',
})

/** Who may do what in a round of questions. Whether it is theirs is asked of the round at hand. */
export const questionPolicies = {
  /** What happens, as it happens; it says no more than the page does. */
  follow: { who: 'anyone', limits: [], whenUsedUp: 'retry-later' },
  run: policy('round.run'),
  join: policy('round.join-questions'),
} as const satisfies Record<string, OpenPolicy | StaffPolicy>

type StaffContext = Omit<CallContext, 'actor'> & { readonly actor: StaffActor }

interface OfRound<Input> {
  readonly ctx: StaffContext
  readonly input: Input
}

const acting = ({ ctx, input }: OfRound<{ readonly round: string }>) => ({
  db: ctx.db,
  actor: ctx.actor,
  round: input.round,
  at: ctx.now(),
})

const act = <Input extends { readonly round: string }>(
  call: OfRound<Input>,
  done: QuestionAct,
  answerId?: string,
) => actOnQuestion(acting(call), done, answerId)

/** Live questions and answers: following them, and answering at the desk. */
export const questionsRouter = router({
  follow: procedureWith(questionPolicies.follow)
    .input(followQuestionsSchema)
    .subscription(({ ctx, input, signal }) => followQuestions(ctx, input, signal)),
  take: staffProcedureWith(questionPolicies.run)
    .input(takeQuestionSchema)
    .output(questionActedSchema)
    .mutation((call) => act(call, { kind: 'take', ...of(call.input), by: call.input.by })),
  putBack: staffProcedureWith(questionPolicies.run)
    .input(oneQuestionSchema)
    .output(questionActedSchema)
    .mutation((call) => act(call, { kind: 'put-back', ...of(call.input) })),
  answer: staffProcedureWith(questionPolicies.run)
    .input(answerQuestionSchema)
    .output(questionActedSchema)
    .mutation((call) =>
      act(call, { kind: 'answer', ...of(call.input), text: call.input.text }, call.input.id),
    ),
  giveReason: staffProcedureWith(questionPolicies.run)
    .input(giveReasonSchema)
    .output(questionActedSchema)
    .mutation((call) => {
      const { why, note } = call.input
      return act(call, { kind: 'give-reason', ...of(call.input), why, note })
    }),
  join: staffProcedureWith(questionPolicies.join)
    .input(joinQuestionSchema)
    .output(questionActedSchema)
    .mutation((call) => act(call, { kind: 'join', ...of(call.input), to: call.input.to })),
  part: staffProcedureWith(questionPolicies.join)
    .input(oneQuestionSchema)
    .output(questionActedSchema)
    .mutation((call) => act(call, { kind: 'part', ...of(call.input) })),
  finish: staffProcedureWith(questionPolicies.run)
    .input(finishQuestionsSchema)
    .output(questionActedSchema)
    .mutation((call) => finishQuestions(acting(call))),
})

const of = ({ number }: { readonly number: number }) => ({ number })
