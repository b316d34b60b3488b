import * as z from 'zod/mini'
import { blocks, longestText } from './block-schema.ts'
import type { Consultation } from './consultation.ts'
import { resultTableSchema } from '../report/result-table-schema.ts'
import { consultationFormat } from './consultation-format.ts'
import { editionSchema } from './edition-schema.ts'
import { glossarySchema, mediaSchema } from './media-schema.ts'
import { questionSchema } from '../question/question-schema.ts'
import {
  date,
  exactly,
  id,
  list,
  named,
  oneOf,
  pattern,
  proven,
  slug,
  strict,
  text,
  time,
  uuid,
  whole,
  type Written,
} from '../core/schema-parts.ts'

/**
 * The shape of a consultation file, with a limit on every text and list. The schema and the hand-written type are
 * proven to be the same when this compiles. What a shape cannot say is in check-consultation.ts.
 */
const trust = strict({ name: text(200), note: z.optional(text(1_000)) })

const phone = pattern(
  /^[0-9+() -]{3,40}$/,
  'Write a telephone number with digits, spaces, + and brackets',
)
const contact = strict({
  name: text(200),
  phone: z.optional(phone),
  crisisPhone: z.optional(phone),
  crisisWhen: z.optional(text(200)),
  hours: z.optional(text(200)),
  email: z.optional(
    pattern(
      /^[^\s@<>"]{1,100}@[^\s@<>"]{3,150}$/,
      'Write an email address, like involve@example.nhs.uk',
    ),
  ),
  post: z.optional(text(500)),
})

const readingDocument = strict({
  id,
  title: text(300),
  minutes: whole(1, 240),
  blocks: blocks(1),
  recording: z.optional(id),
})

const section = strict({
  id,
  title: text(300),
  introduction: z.optional(blocks(1)),
  read: z.optional(list(id, 'ids of documents', [1, 20])),
  purpose: z.optional(oneOf(['equality', 'about-you', 'publication'])),
  questions: list(questionSchema, 'questions', [1, 200]),
})

const outcome = strict({
  publishedOn: date,
  summary: text(longestText),
  responses: whole(0, 10_000_000),
  weAsked: blocks(1),
  points: list(
    strict({ id, title: text(300), youSaid: blocks(1), weDid: blocks(1) }),
    'points',
    [1, 50],
  ),
  next: blocks(0),
  results: z.optional(list(resultTableSchema, 'results', [0, 300])),
})

export const consultationSchema = proven<Written<Consultation>>()(
  strict({
    format: exactly(consultationFormat),
    id: uuid,
    slug,
    lang: named<string>(exactly('en-GB')),
    title: text(300),
    summary: text(longestText),
    trust,
    opensAt: time,
    closesAt: time,
    grace: strict({ days: whole(0, 60), text: text(1_000) }),
    promise: strict({ by: date, text: text(2_000) }),
    minutes: whole(1, 240),
    contact,
    documents: list(readingDocument, 'documents', [0, 20]),
    sections: list(section, 'sections', [1, 50]),
    outcome: z.optional(outcome),
    media: z.optional(mediaSchema),
    glossary: z.optional(glossarySchema),
    recording: z.optional(id),
    editions: z.optional(list(editionSchema, 'editions', [1, 40])),
    changes: z.optional(list(strict({ on: date, text: text(1_000) }), 'changes', [1, 50])),
  }),
)

export { answersSchema } from '../question/answer-schema.ts'
export {
  changeResponseSchema,
  readResponseSchema,
  readResultSchema,
  receiptResultSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from '../response/response-schema.ts'
