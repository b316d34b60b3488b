import * as z from 'zod/mini'
import { exactly, list, oneOf, proven, strict, text, whole } from '../core/schema-parts.ts'
import type { ResultTable } from './frozen-results.ts'

const count = z.union([whole(0, 10_000_000), oneOf(['small', 'withheld'] as const)])

/** A frozen table as it stands in a published outcome. */
export const resultTableSchema = proven<ResultTable>()(
  strict({
    key: text(100),
    title: text(1_000),
    rows: list(strict({ label: text(1_000), count }), 'rows', [1, 200]),
    answered: count,
    several: z.optional(exactly(true)),
    equality: z.optional(exactly(true)),
  }),
)
