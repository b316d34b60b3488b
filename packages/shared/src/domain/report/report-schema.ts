import * as z from 'zod/mini'
import {
  date,
  exactly,
  id,
  kinds,
  list,
  oneOf,
  proven,
  strict,
  text,
  typedText,
  uuid,
  whole,
} from '../core/schema-parts.ts'
import { doings, type OutcomeDraft } from './outcome-draft.ts'

/** What the procedures of outcomes take and answer: these fields and no others. */
const words = typedText(20_000)
export const outcomeDraftSchema = proven<OutcomeDraft>()(
  strict({
    summary: words,
    weAsked: words,
    points: list(
      strict({
        id,
        title: typedText(1_000),
        youSaid: words,
        tables: list(text(100), 'tables', [0, 50]),
        themes: list(uuid, 'themes', [0, 100]),
        did: oneOf([...doings, ''] as const),
        weDid: words,
      }),
      'points',
      [0, 50],
    ),
    next: words,
    elsewhere: list(text(30), 'numbers', [0, 200]),
  }),
)

const consultationId = uuid
export const ofOutcomeSchema = strict({ consultationId })
export const saveOutcomeSchema = strict({
  consultationId,
  seen: whole(0, 1_000_000),
  document: outcomeDraftSchema,
})
export const sendBackSchema = strict({ consultationId, note: typedText(4_000) })
export const sayLateSchema = strict({ consultationId, by: date, reason: typedText(4_000) })

const reportProblems = [
  'changed-since',
  'published-already',
  'not-ready',
  'not-asked',
  'own-request',
  'note-missing',
  'not-late',
  'date-past',
  'refused',
] as const
export type ReportProblem = (typeof reportProblems)[number]

export const reportResultSchema = kinds(
  'ok',
  ['true', 'false'],
  [
    strict({ ok: exactly(true), revision: whole(0, 1_000_000) }),
    strict({
      ok: exactly(false),
      problem: oneOf(reportProblems),
      words: z.optional(z.readonly(z.array(typedText(4_000)))),
    }),
  ],
)
export type ReportResult =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly problem: ReportProblem; readonly words?: readonly string[] }
