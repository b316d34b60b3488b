import * as z from 'zod/mini'
import type { Answer, AnswerKind, Answers } from './answer.ts'
import {
  byCode,
  exactly,
  kinds,
  list,
  proven,
  strict,
  typedText,
  yesOrNo,
} from '../core/schema-parts.ts'

/**
 * The shape of answers as a device sends them. Only the shape: what was typed is checked against its question by
 * `checkAnswer`. Limits are in UTF-16 units and generous, because people's characters (an emoji, a letter with marks)
 * take several; the limit people are told is counted in their characters.
 */
const longestShortText = 8_000
const longestLongText = 300_000
const longestTypedNumber = 100
const mostChoices = 100
const mostAnswers = 200

const said = z.optional(byCode(typedText(longestShortText), mostChoices))
const choice = typedText(40)
const choices = list(choice, 'choices', [0, mostChoices])
const typedPart = typedText(20)

/** Every kind of answer; a kind without a line here does not compile. */
const shapes = {
  'short-text': strict({ kind: exactly('short-text'), text: typedText(longestShortText) }),
  'long-text': strict({ kind: exactly('long-text'), text: typedText(longestLongText) }),
  'one-of': strict({ kind: exactly('one-of'), choice, say: said }),
  'several-of': strict({ kind: exactly('several-of'), choices, say: said }),
  'yes-no': strict({ kind: exactly('yes-no'), choice }),
  agreement: strict({ kind: exactly('agreement'), choice }),
  'number-scale': strict({ kind: exactly('number-scale'), choice }),
  matrix: strict({ kind: exactly('matrix'), rows: byCode(choice, mostChoices) }),
  ranking: strict({ kind: exactly('ranking'), order: choices }),
  number: strict({ kind: exactly('number'), text: typedText(longestTypedNumber) }),
  date: strict({ kind: exactly('date'), day: typedPart, month: typedPart, year: typedPart }),
  consent: strict({ kind: exactly('consent'), given: yesOrNo }),
} satisfies Record<AnswerKind, z.ZodMiniType>

export const answerSchema = proven<Answer>()(
  kinds('kind', Object.keys(shapes), [
    shapes['short-text'],
    shapes['long-text'],
    shapes['one-of'],
    shapes['several-of'],
    shapes['yes-no'],
    shapes.agreement,
    shapes['number-scale'],
    shapes.matrix,
    shapes.ranking,
    shapes.number,
    shapes.date,
    shapes.consent,
  ]),
)

/** Answers by question id, at most 200. */
export const answersSchema = proven<Answers>()(byCode(answerSchema, mostAnswers))
