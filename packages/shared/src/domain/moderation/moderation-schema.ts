import * as z from 'zod/mini'
import {
  exactly,
  kinds,
  list,
  oneOf,
  pattern,
  proven,
  slug,
  strict,
  typedText,
  uuid,
  whole,
} from '../core/schema-parts.ts'
import { reasonLimits, rejectionReasons, type Decision } from './decision.ts'
import { redactedFields, removedKinds, type RedactedPart } from './redaction.ts'
import {
  reportOutcomes,
  reportReasons,
  type ReportContribution,
  type ReportProblem,
} from './report.ts'

/** Shapes of what moderators, authors and reporters send. The rules are in decision.ts, redaction.ts and report.ts. */
const reasonWords = z.optional(typedText(4 * reasonLimits.words))
const position = whole(0, 100_000)

const part = proven<RedactedPart>()(
  strict({
    field: oneOf(redactedFields),
    start: position,
    end: position,
    what: oneOf(removedKinds),
  }),
)
const reason = { reason: oneOf(rejectionReasons), words: reasonWords }

const decisionSchema = proven<Decision>()(
  kinds(
    'kind',
    ['accept', 'redact', 'reject', 'ask-change'],
    [
      strict({ kind: exactly('accept') }),
      strict({ kind: exactly('redact'), parts: list(part, 'parts', [0, 100]) }),
      strict({ kind: exactly('reject'), ...reason }),
      strict({ kind: exactly('ask-change'), ...reason }),
    ],
  ),
)

const revision = whole(1, 1_000_000)

/** `decisionId` is made by the browser: sent twice, it is one decision. */
export const decideSchema = strict({
  decisionId: uuid,
  contributionId: uuid,
  revision,
  decision: decisionSchema,
})
export type Decide = z.output<typeof decideSchema>

/** One reason for several, as for one campaign. */
export const decideManySchema = strict({
  items: list(
    strict({ decisionId: uuid, contributionId: uuid, revision }),
    'contributions',
    [1, 50],
  ),
  decision: decisionSchema,
})
export type DecideMany = z.output<typeof decideManySchema>

export const decisionIdSchema = strict({ decisionId: uuid })
export const contributionIdSchema = strict({ contributionId: uuid })

const problem = z.readonly(
  z.object({
    code: z.string(),
    by: z.optional(z.string()),
    most: z.optional(z.int()),
    over: z.optional(z.int()),
    minutes: z.optional(z.int()),
  }),
)
const refused = strict({ ok: exactly(false), problems: z.readonly(z.array(problem)) })

const answerOf = <Value extends z.ZodMiniType>(value: Value) =>
  z.union([strict({ ok: exactly(true), value }), refused])

/** Until when it can be undone. */
const decided = strict({ decisionId: uuid, undoUntil: z.string() })
export const decidedSchema = answerOf(decided)
export const decidedManySchema = z.readonly(
  z.array(
    strict({ contributionId: uuid, ok: z.boolean(), problems: z.readonly(z.array(problem)) }),
  ),
)
export const undoneSchema = strict({ undone: z.boolean() })
export const claimedSchema = strict({ holder: z.nullable(z.string()) })

export const answerDecisionSchema = strict({
  contributionId: uuid,
  code: typedText(100),
  words: typedText(4 * reasonLimits.answer),
})
export type AnswerDecision = z.output<typeof answerDecisionSchema>
export const answeredSchema = answerOf(strict({ receivedAt: z.string() }))

export const reportSchema = proven<ReportContribution>()(
  strict({
    reportId: uuid,
    slug,
    number: whole(1, 999_999_999),
    reason: oneOf(reportReasons),
    words: reasonWords,
    deviceHash: pattern(/^[0-9a-f]{64}$/, 'Write 64 digits 0 to 9 and a to f'),
  }),
)
const reportProblem = proven<ReportProblem>()(
  kinds(
    'code',
    ['report-unknown', 'report-words-missing', 'report-words-too-long'],
    [
      strict({ code: exactly('report-unknown') }),
      strict({ code: exactly('report-words-missing') }),
      strict({ code: exactly('report-words-too-long'), most: z.int(), over: z.int() }),
    ],
  ),
)
export const reportResultSchema = z.union([
  strict({
    ok: exactly(true),
    value: strict({ reportId: uuid, outcome: z.nullable(oneOf(reportOutcomes)) }),
  }),
  strict({ ok: exactly(false), problems: z.readonly(z.array(reportProblem)) }),
])
export const reportIdSchema = strict({ reportId: uuid })
export const reportOutcomeSchema = answerOf(strict({ outcome: z.nullable(oneOf(reportOutcomes)) }))
