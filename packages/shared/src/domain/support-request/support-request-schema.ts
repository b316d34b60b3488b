import * as z from 'zod/mini'
import type { Reference, RequestId } from '../core/ids.ts'
import { problemSchema } from '../response/problem-schema.ts'
import type { Result } from '../core/result.ts'
import {
  byCode,
  date,
  exactly,
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
  yesOrNo,
} from '../core/schema-parts.ts'
import { needCodes } from './support-needs.ts'
import {
  reachWays,
  type AskForSupport,
  type RequestReceipt,
  type SupportRequest,
} from './support-request.ts'

/**
 * What the procedure takes and gives: these fields and no others. Limits are in UTF-16 units and several times what the
 * rule allows, as those of answers are; the words for a text that is too long come from the rule.
 */
const mostUnits = 4_000
/** Read leniently: a device time that makes no sense counts as now. */
const deviceTime = typedText(40)
const requestId = named<RequestId>(uuid)

const request = proven<SupportRequest>()(
  strict({
    needs: list(oneOf(needCodes), 'needs', [0, 40]),
    say: byCode(typedText(mostUnits), needCodes.length),
    reach: strict({ by: oneOf(reachWays), to: typedText(mostUnits) }),
    name: z.optional(typedText(mostUnits)),
    when: z.optional(typedText(mostUnits)),
    remember: yesOrNo,
  }),
)

export const askForSupportSchema = proven<AskForSupport>()(
  strict({ requestId, slug, request, completedAt: deviceTime, sentAt: deviceTime }),
)

const requestReceipt = proven<RequestReceipt>()(
  strict({
    requestId,
    reference: named<Reference>(pattern(/^[A-Z]{4}-\d{4}$/, 'Write a reference like KTRM-4821')),
    receivedOn: date,
    dueOn: date,
    closesAt: time,
  }),
)

export const requestResultSchema = proven<Result<RequestReceipt>>()(
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value: requestReceipt }),
      strict({ ok: exactly(false), problems: list(problemSchema, 'problems', [1, 100]) }),
    ],
  ),
)
