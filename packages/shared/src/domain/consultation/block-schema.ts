import * as z from 'zod/mini'
import type { Block } from './consultation.ts'
import {
  exactly,
  flag,
  id,
  kinds,
  list,
  proven,
  strict,
  text,
  type Written,
} from '../core/schema-parts.ts'

/** The shape of reading material in a consultation file. */
export const longestText = 5_000

const shapes = {
  paragraph: strict({ kind: exactly('paragraph'), text: text(longestText) }),
  heading: strict({ kind: exactly('heading'), text: text(200) }),
  list: strict({
    kind: exactly('list'),
    items: list(text(2_000), 'items', [1, 50]),
    ordered: flag,
  }),
  table: strict({
    kind: exactly('table'),
    caption: text(300),
    columns: list(text(200), 'columns', [1, 10]),
    rows: list(list(text(1_000), 'cells', [1, 10]), 'rows', [1, 100]),
  }),
  quote: strict({ kind: exactly('quote'), text: text(2_000), by: text(200) }),
  picture: strict({
    kind: exactly('picture'),
    picture: id,
    caption: z.optional(text(500)),
    wide: flag,
  }),
  easy: strict({
    kind: exactly('easy'),
    picture: id,
    sentences: list(text(300), 'sentences', [1, 6]),
    alt: z.optional(text(300)),
  }),
  recording: strict({ kind: exactly('recording'), recording: id, caption: z.optional(text(500)) }),
  'document-file': strict({
    kind: exactly('document-file'),
    document: id,
    html: z.optional(id),
    reason: z.optional(text(1_000)),
    contact: z.optional(text(500)),
  }),
} satisfies Record<Block['kind'], z.ZodMiniType>

const block = proven<Written<Block>>()(
  kinds('kind', Object.keys(shapes), [
    shapes.paragraph,
    shapes.heading,
    shapes.list,
    shapes.table,
    shapes.quote,
    shapes.picture,
    shapes.easy,
    shapes.recording,
    shapes['document-file'],
  ]),
)

/** A list of `least` to 200 blocks. */
export const blocks = (least: number) => list(block, 'blocks', [least, 200])
