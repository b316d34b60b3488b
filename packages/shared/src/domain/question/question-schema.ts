import * as z from 'zod/mini'
import type { AnswerKind } from './answer.ts'
import type { Question } from './question.ts'
import {
  code,
  date,
  decimal,
  exactly,
  flag,
  id,
  kinds,
  list,
  proven,
  strict,
  text,
  whole,
  type Written,
} from '../core/schema-parts.ts'

/** The shape of questions in a consultation file. What one field says about another is checked in check-questions.ts. */
const longestLabel = 300

const option = strict({
  code,
  label: text(longestLabel),
  hint: z.optional(text(500)),
  exclusive: flag,
  say: z.optional(strict({ label: text(200), maxCharacters: z.optional(whole(1, 1_000)) })),
  picture: z.optional(id),
})

const amount = decimal(-1e12, 1e12)

const condition = strict({ question: id, includes: list(code, 'codes', [1, 100]) })

const base = {
  id,
  title: text(500),
  about: text(100),
  hint: z.optional(text(1_000)),
  why: z.optional(text(2_000)),
  mandatory: flag,
  showIf: z.optional(condition),
  recording: z.optional(id),
}

/** Every kind of question; a kind without a line here does not compile. */
const shapes = {
  'short-text': strict({
    ...base,
    kind: exactly('short-text'),
    maxCharacters: z.optional(whole(1, 1_000)),
  }),
  'long-text': strict({
    ...base,
    kind: exactly('long-text'),
    maxCharacters: z.optional(whole(1, 10_000)),
  }),
  'one-of': strict({
    ...base,
    kind: exactly('one-of'),
    options: list(option, 'options', [2, 100]),
  }),
  'several-of': strict({
    ...base,
    kind: exactly('several-of'),
    options: list(option, 'options', [2, 100]),
    most: z.optional(whole(1, 100)),
  }),
  'yes-no': strict({ ...base, kind: exactly('yes-no') }),
  agreement: strict({ ...base, kind: exactly('agreement'), statement: text(1_000) }),
  'number-scale': strict({
    ...base,
    kind: exactly('number-scale'),
    from: whole(-100, 100),
    to: whole(-100, 100),
    fromLabel: text(100),
    toLabel: text(100),
  }),
  matrix: strict({
    ...base,
    kind: exactly('matrix'),
    statements: list(option, 'statements', [1, 20]),
    scale: list(option, 'points', [2, 10]),
  }),
  ranking: strict({ ...base, kind: exactly('ranking'), options: list(option, 'options', [2, 7]) }),
  number: strict({
    ...base,
    kind: exactly('number'),
    least: z.optional(amount),
    most: z.optional(amount),
    decimals: z.optional(whole(0, 6)),
    unit: z.optional(text(40)),
  }),
  date: strict({
    ...base,
    kind: exactly('date'),
    earliest: z.optional(date),
    latest: z.optional(date),
  }),
  consent: strict({ ...base, kind: exactly('consent'), statement: text(1_000) }),
} satisfies Record<AnswerKind, z.ZodMiniType>

export const questionSchema = proven<Written<Question>>()(
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
