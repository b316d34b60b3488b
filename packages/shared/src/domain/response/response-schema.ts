import * as z from 'zod/mini'
import { answersSchema } from '../question/answer-schema.ts'
import type { ChangeId, Reference, ResponseId } from '../core/ids.ts'
import { problemSchema } from './problem-schema.ts'
import type {
  ChangeResponse,
  ReadResponse,
  Receipt,
  ReceivedResponse,
  SubmitResponse,
  WithdrawResponse,
} from './response.ts'
import type { Result } from '../core/result.ts'
import {
  exactly,
  id,
  kinds,
  list,
  named,
  oneOf,
  pattern,
  proven,
  slug,
  strict,
  time,
  typedText,
  uuid,
  whole,
  yesOrNo,
} from '../core/schema-parts.ts'

/** What each of the four procedures takes and gives: these fields and no others. */
const responseId = named<ResponseId>(uuid)
const changeId = named<ChangeId>(uuid)
const revision = whole(1, 1_000_000)
const versionNumber = whole(1, 1_000_000)
const privateCode = typedText(100)
/** Read leniently: a device time that makes no sense counts as now and never refuses a response. */
const deviceTime = typedText(40)
const codeHash = pattern(/^[0-9a-f]{64}$/, 'Write 64 digits 0 to 9 and a to f')
const reference = named<Reference>(pattern(/^[A-Z]{4}-\d{4}$/, 'Write a reference like KTRM-4821'))

export const submitResponseSchema = proven<SubmitResponse>()(
  strict({
    responseId,
    slug,
    version: versionNumber,
    edition: id,
    answers: answersSchema,
    codeHash,
    completedAt: deviceTime,
    sentAt: deviceTime,
  }),
)

export const changeResponseSchema = proven<ChangeResponse>()(
  strict({
    changeId,
    responseId,
    code: privateCode,
    baseRevision: revision,
    edition: z.optional(id),
    answers: answersSchema,
    completedAt: deviceTime,
    sentAt: deviceTime,
  }),
)

export const withdrawResponseSchema = proven<WithdrawResponse>()(
  strict({
    changeId,
    responseId,
    code: privateCode,
    completedAt: z.optional(deviceTime),
    sentAt: z.optional(deviceTime),
  }),
)

/** Both are as typed: the server reads the reference and the code leniently. */
export const readResponseSchema = proven<ReadResponse>()(
  strict({ reference: typedText(100), code: privateCode }),
)

const receiptSchema = proven<Receipt>()(
  strict({
    responseId,
    reference,
    revision,
    state: oneOf(['received', 'withdrawn', 'erased']),
    late: yesOrNo,
    receivedAt: time,
    closesAt: time,
  }),
)

const receivedResponseSchema = proven<ReceivedResponse>()(
  strict({
    receipt: receiptSchema,
    slug,
    version: versionNumber,
    edition: id,
    answers: answersSchema,
  }),
)

export const receiptResultSchema = proven<Result<Receipt>>()(resultOf(receiptSchema))

export const readResultSchema = proven<Result<ReceivedResponse>>()(resultOf(receivedResponseSchema))

function resultOf<Value extends z.ZodMiniType>(value: Value) {
  return kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value }),
      strict({ ok: exactly(false), problems: list(problemSchema, 'problems', [1, 5_000]) }),
    ],
  )
}
