import * as z from 'zod/mini'
import type { AnswerKind } from '../question/answer.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { reachWays } from '../support-request/support-request.ts'
import {
  decimal,
  exactly,
  kinds,
  list,
  oneOf,
  proven,
  strict,
  typedText,
} from '../core/schema-parts.ts'

/** The shape of every reason for a refusal, as the server may say it and with nothing else beside it. */
const name = typedText(1_000)
const count = decimal(-1e15, 1e15)
const answerKinds = [
  'short-text',
  'long-text',
  'one-of',
  'several-of',
  'yes-no',
  'agreement',
  'number-scale',
  'matrix',
  'ranking',
  'number',
  'date',
  'consent',
] as const satisfies readonly AnswerKind[]
const kind = oneOf(answerKinds)
const datePart = oneOf(['day', 'month', 'year'])
const by = oneOf(reachWays)

const answerProblem = { questionId: name, about: name, field: z.optional(name) }

/** Every code; a code without a line here does not compile. */
const shapes = {
  'answer-missing': strict({ ...answerProblem, code: exactly('answer-missing'), kind }),
  'say-missing': strict({ ...answerProblem, code: exactly('say-missing'), option: name }),
  'say-too-long': strict({
    ...answerProblem,
    code: exactly('say-too-long'),
    option: name,
    most: count,
    over: count,
  }),
  'text-too-long': strict({
    ...answerProblem,
    code: exactly('text-too-long'),
    most: count,
    over: count,
  }),
  'choice-unknown': strict({ ...answerProblem, code: exactly('choice-unknown') }),
  'choices-too-many': strict({ ...answerProblem, code: exactly('choices-too-many'), most: count }),
  'choices-exclusive': strict({
    ...answerProblem,
    code: exactly('choices-exclusive'),
    option: name,
  }),
  'row-missing': strict({ ...answerProblem, code: exactly('row-missing'), statement: name }),
  'number-not-a-number': strict({ ...answerProblem, code: exactly('number-not-a-number') }),
  'number-not-whole': strict({ ...answerProblem, code: exactly('number-not-whole') }),
  'number-too-many-decimals': strict({
    ...answerProblem,
    code: exactly('number-too-many-decimals'),
    decimals: count,
  }),
  'number-too-small': strict({ ...answerProblem, code: exactly('number-too-small'), least: count }),
  'number-too-large': strict({ ...answerProblem, code: exactly('number-too-large'), most: count }),
  'date-part-missing': strict({
    ...answerProblem,
    code: exactly('date-part-missing'),
    parts: list(datePart, 'parts', [1, 3]),
  }),
  'date-part-unclear': strict({
    ...answerProblem,
    code: exactly('date-part-unclear'),
    part: datePart,
  }),
  'date-not-real': strict({ ...answerProblem, code: exactly('date-not-real') }),
  'date-too-early': strict({ ...answerProblem, code: exactly('date-too-early'), earliest: name }),
  'date-too-late': strict({ ...answerProblem, code: exactly('date-too-late'), latest: name }),
  'answer-of-another-kind': strict({
    ...answerProblem,
    code: exactly('answer-of-another-kind'),
    kind,
  }),
  'consultation-not-open': strict({ code: exactly('consultation-not-open'), opensAt: name }),
  'consultation-closed': strict({ code: exactly('consultation-closed'), closedAt: name }),
  'consultation-retracted': strict({ code: exactly('consultation-retracted') }),
  'consultation-unknown': strict({ code: exactly('consultation-unknown') }),
  'version-unknown': strict({ code: exactly('version-unknown') }),
  'question-unknown': strict({ code: exactly('question-unknown'), questionId: name }),
  'question-not-asked': strict({
    code: exactly('question-not-asked'),
    questionId: name,
    about: name,
  }),
  'response-empty': strict({ code: exactly('response-empty') }),
  'response-not-understood': strict({ code: exactly('response-not-understood') }),
  'response-received-different': strict({ code: exactly('response-received-different') }),
  'response-withdrawn': strict({ code: exactly('response-withdrawn') }),
  'response-not-found': strict({ code: exactly('response-not-found') }),
  'response-changed-elsewhere': strict({ code: exactly('response-changed-elsewhere') }),
  'too-many-tries': strict({ code: exactly('too-many-tries'), minutes: count }),
  'need-missing': strict({ code: exactly('need-missing') }),
  'need-say-missing': strict({ code: exactly('need-say-missing'), need: name }),
  'need-say-too-long': strict({
    code: exactly('need-say-too-long'),
    need: name,
    most: count,
    over: count,
  }),
  'reach-missing': strict({ code: exactly('reach-missing') }),
  'reach-to-missing': strict({ code: exactly('reach-to-missing'), by }),
  'reach-to-unclear': strict({ code: exactly('reach-to-unclear'), by }),
  'reach-to-too-long': strict({ code: exactly('reach-to-too-long'), by, most: count, over: count }),
  'request-text-too-long': strict({
    code: exactly('request-text-too-long'),
    field: oneOf(['name', 'when']),
    most: count,
    over: count,
  }),
  'request-not-understood': strict({ code: exactly('request-not-understood') }),
  'request-received-different': strict({ code: exactly('request-received-different') }),
  'request-closed': strict({ code: exactly('request-closed') }),
} satisfies Record<ProblemCode, z.ZodMiniType>

export const problemSchema = proven<Problem>()(
  kinds('code', Object.keys(shapes), [
    shapes['answer-missing'],
    shapes['say-missing'],
    shapes['say-too-long'],
    shapes['text-too-long'],
    shapes['choice-unknown'],
    shapes['choices-too-many'],
    shapes['choices-exclusive'],
    shapes['row-missing'],
    shapes['number-not-a-number'],
    shapes['number-not-whole'],
    shapes['number-too-many-decimals'],
    shapes['number-too-small'],
    shapes['number-too-large'],
    shapes['date-part-missing'],
    shapes['date-part-unclear'],
    shapes['date-not-real'],
    shapes['date-too-early'],
    shapes['date-too-late'],
    shapes['answer-of-another-kind'],
    shapes['consultation-not-open'],
    shapes['consultation-closed'],
    shapes['consultation-retracted'],
    shapes['consultation-unknown'],
    shapes['version-unknown'],
    shapes['question-unknown'],
    shapes['question-not-asked'],
    shapes['response-empty'],
    shapes['response-not-understood'],
    shapes['response-received-different'],
    shapes['response-withdrawn'],
    shapes['response-not-found'],
    shapes['response-changed-elsewhere'],
    shapes['too-many-tries'],
    shapes['need-missing'],
    shapes['need-say-missing'],
    shapes['need-say-too-long'],
    shapes['reach-missing'],
    shapes['reach-to-missing'],
    shapes['reach-to-unclear'],
    shapes['reach-to-too-long'],
    shapes['request-text-too-long'],
    shapes['request-not-understood'],
    shapes['request-received-different'],
    shapes['request-closed'],
  ]),
)
