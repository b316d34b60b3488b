import type { Result } from '@takepart/shared/domain/core/result'
import {
  exactly,
  id,
  kinds,
  list,
  strict,
  typedText,
  uuid,
  whole,
} from '@takepart/shared/domain/core/schema-parts'
import * as z from 'zod/mini'

/**
 * What the procedures of analysis answer: these fields and no others (S03). A refusal has its reasons; their fields are
 * codes, references and numbers, and no words of a response.
 */
const problem = z.record(
  typedText(40),
  z.union([typedText(4000), z.number(), z.boolean(), z.null()]),
)
const answer = <Value extends z.ZodMiniType>(value: Value) =>
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value }),
      strict({ ok: exactly(false), problems: list(problem, 'problems', [1, 5000]) }),
    ],
  )

type Problem = Readonly<Record<string, string | number | boolean | null>>

/** A result whose problems are written out as plain fields. */
export async function answered<Value, Why extends object>(
  promise: Promise<Result<Value, Why>>,
): Promise<{ ok: true; value: Value } | { ok: false; problems: Problem[] }> {
  const result = await promise
  return result.ok
    ? { ok: true, value: result.value }
    : { ok: false, problems: result.problems.map((one) => ({ ...one }) as Problem) }
}

const count = whole(0, 10_000_000)
export const movedAnswer = answer(strict({ moved: count }))
export const themesAnswer = answer(strict({ themes: count }))
export const enteredAnswer = answer(strict({ reference: typedText(20) }))
export const codebookAnswer = answer(
  strict({
    version: count,
    themes: z.readonly(
      z.array(
        strict({
          id: uuid,
          name: typedText(400),
          definition: typedText(4000),
          retired: z.optional(strict({ into: z.optional(uuid) })),
        }),
      ),
    ),
  }),
)
const lines = z.readonly(z.array(typedText(100_000)))
export const differencesAnswer = answer(
  strict({
    differences: z.readonly(
      z.array(strict({ questionId: id, question: typedText(4000), one: lines, other: lines })),
    ),
  }),
)
export const foundAnswer = strict({ id: z.nullable(uuid) })
export const likeResponsesAnswer = z.readonly(
  z.array(
    strict({
      model: uuid,
      words: typedText(1_000_000),
      standard: z.readonly(z.array(uuid)),
      edited: z.readonly(z.array(strict({ id: uuid, own: lines }))),
    }),
  ),
)
