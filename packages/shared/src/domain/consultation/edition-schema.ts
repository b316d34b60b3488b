import * as z from 'zod/mini'
import { agreementScale, yesNoOptions } from '../question/agreement-scale.ts'
import { blocks, longestText } from './block-schema.ts'
import type { Edition } from './edition.ts'
import { glossarySchema } from './media-schema.ts'
import { code, id, list, proven, strict, text, whole, type Written } from '../core/schema-parts.ts'

/** The shape of an edition. Whether it fits the consultation that it is an edition of is checked in check-editions.ts. */
const option = strict({
  code,
  label: text(300),
  hint: z.optional(text(500)),
  say: z.optional(text(200)),
})

const options = (things: string, most: number) => z.optional(list(option, things, [1, most]))

const question = strict({
  id,
  title: z.optional(text(500)),
  hint: z.optional(text(1_000)),
  why: z.optional(text(2_000)),
  statement: z.optional(text(1_000)),
  fromLabel: z.optional(text(100)),
  toLabel: z.optional(text(100)),
  unit: z.optional(text(40)),
  options: options('options', 100),
  statements: options('statements', 20),
  scale: options('points', 10),
  recording: z.optional(id),
})

const section = strict({
  id,
  title: z.optional(text(300)),
  introduction: z.optional(blocks(1)),
  questions: z.optional(list(question, 'questions', [1, 200])),
})

const document = strict({
  id,
  title: z.optional(text(300)),
  minutes: z.optional(whole(1, 240)),
  blocks: z.optional(blocks(1)),
  recording: z.optional(id),
})

const fixedCodes = [...yesNoOptions, ...agreementScale].map((one) => one.code)
const fixedWords = `Use the codes of fixed answers: ${[...new Set(fixedCodes)].map((one) => `“${one}”`).join(', ')}`

const fixedLabels = z
  .record(code, text(300), { error: fixedWords })
  .check(
    z.refine((labels) => Object.keys(labels).every((one) => fixedCodes.includes(one)), fixedWords),
  )

export const editionSchema = proven<Written<Edition>>()(
  strict({
    id,
    title: z.optional(text(300)),
    summary: z.optional(text(longestText)),
    promise: z.optional(text(2_000)),
    grace: z.optional(text(1_000)),
    contact: z.optional(
      strict({ name: text(200), hours: z.optional(text(200)), post: z.optional(text(500)) }),
    ),
    minutes: z.optional(whole(1, 240)),
    recording: z.optional(id),
    documents: z.optional(list(document, 'documents', [1, 20])),
    sections: z.optional(list(section, 'sections', [1, 50])),
    glossary: z.optional(glossarySchema),
    fixedLabels: z.optional(fixedLabels),
  }),
)
