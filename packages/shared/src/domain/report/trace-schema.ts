import * as z from 'zod/mini'
import type { Result } from '../core/result.ts'
import {
  exactly,
  id,
  kinds,
  list,
  oneOf,
  proven,
  slug,
  strict,
  typedText,
  yesOrNo,
} from '../core/schema-parts.ts'
import { erasureReasons, takeOutReasons } from '../response/removal.ts'
import { problemSchema } from '../response/problem-schema.ts'
import { doings } from './outcome-draft.ts'
import type { ResponseTrace } from './trace.ts'

const theme = strict({
  question: typedText(4_000),
  name: typedText(400),
  definition: typedText(4_000),
  decisions: z.readonly(
    z.array(strict({ point: id, title: typedText(1_000), did: oneOf(doings) })),
  ),
})

const trace = strict({
  counted: yesOrNo,
  concluded: yesOrNo,
  slug,
  themes: z.readonly(z.array(theme)),
  erased: z.optional(oneOf(erasureReasons)),
  takenOut: z.optional(
    z.readonly(z.array(strict({ question: typedText(4_000), reason: oneOf(takeOutReasons) }))),
  ),
})

/** What tracing a response answers: these fields and no others. */
export const traceResultSchema = proven<Result<ResponseTrace>>()(
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value: trace }),
      strict({ ok: exactly(false), problems: list(problemSchema, 'problems', [1, 5_000]) }),
    ],
  ),
)
