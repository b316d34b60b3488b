import type {
  QuestionState,
  ReasonNotAnswered,
} from '@takepart/shared/domain/round/questions/question'

/** How far a question has come; its words are those of its contribution. */
export interface RoundQuestionTable {
  contribution_id: string
  round_id: string
  number: number
  state: QuestionState
  /** Who answers, as the page names them. */
  by_name: string | null
  /** The member of staff who took it, whoever answers. */
  taken_by: string | null
  taken_at: Date | null
  /** The contribution of the staff that answers it. */
  answer_id: string | null
  why: ReasonNotAnswered | null
  note: string | null
  joined_to: number | null
  ended_at: Date | null
}

/** A round of questions that is finished. */
export interface RoundQuestionsEndTable {
  round_id: string
  finished_at: Date
  finished_by: string | null
}
