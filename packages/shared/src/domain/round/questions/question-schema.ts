import * as z from 'zod/mini'
import {
  decimal,
  exactly,
  kinds,
  list,
  oneOf,
  proven,
  slug,
  strict,
  typedText,
  uuid,
  whole,
} from '../../core/schema-parts.ts'
import type { Result } from '../../core/result.ts'
import type { QuestionProblem } from './question-act.ts'
import { reasonsToGive } from './question.ts'

/**
 * What the procedures of rounds of questions take and give: these fields and no others. Limits are in UTF-16 units and
 * several times what the rule allows; the words for a text that is too long come from the rule.
 */
const number = whole(1, 999_999_999)
const round = uuid

export const takeQuestionSchema = strict({ round, number, by: typedText(200) })
export const oneQuestionSchema = strict({ round, number })
/** `id` is made by the page: sent again, the answer is there already and nothing more is done. */
export const answerQuestionSchema = strict({ round, number, id: uuid, text: typedText(40_000) })
export const giveReasonSchema = strict({
  round,
  number,
  why: oneOf(reasonsToGive),
  note: typedText(5_000),
})
export const joinQuestionSchema = strict({ round, number, to: number })
export const finishQuestionsSchema = strict({ round })

const count = decimal(-1e15, 1e15)
const tooLong = { most: count, over: count }

const problem = proven<QuestionProblem>()(
  z.discriminatedUnion('code', [
    strict({ code: exactly('session-unknown') }),
    strict({ code: exactly('session-finished') }),
    strict({ code: exactly('question-unknown') }),
    strict({ code: exactly('question-moved-on') }),
    strict({ code: exactly('not-in-turn') }),
    strict({ code: exactly('answerer-unknown') }),
    strict({ code: exactly('answer-empty') }),
    strict({ code: exactly('answer-too-long'), ...tooLong }),
    strict({ code: exactly('note-missing') }),
    strict({ code: exactly('note-too-long'), ...tooLong }),
    strict({ code: exactly('join-elsewhere') }),
    strict({ code: exactly('still-asking'), closesAt: typedText(1_000) }),
    strict({ code: exactly('questions-open'), numbers: list(number, 'questions', [1, 10_000]) }),
    strict({ code: exactly('questions-unread'), count: whole(1, 1_000_000) }),
  ]),
)

/** What comes of an act at the desk. */
export const questionActedSchema = proven<Result<true, QuestionProblem>>()(
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value: exactly(true) }),
      strict({ ok: exactly(false), problems: list(problem, 'problems', [1, 100]) }),
    ],
  ),
)

/** Follows what happens; `lastEventId` is the last event that the page knows of, as it came. */
export const followQuestionsSchema = strict({
  slug,
  lastEventId: z.optional(typedText(20)),
})

export const happeningKinds = [
  'asked',
  'changed',
  'taken',
  'answered',
  'not-answered',
  'joined',
  'gone',
  'finished',
  /** Some were missed: the page is asked for anew. */
  'missed',
] as const

export type HappeningKind = (typeof happeningKinds)[number]

/** One thing that happened, without a word of what anybody wrote. */
export interface Happening {
  readonly kind: HappeningKind
  readonly number?: number
}
