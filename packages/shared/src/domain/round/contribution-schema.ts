import * as z from 'zod/mini'
import type { ChangeId, ContributionId } from '../core/ids.ts'
import type { Result } from '../core/result.ts'
import {
  decimal,
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
import {
  contributionStates,
  type Contribute,
  type ContributionReceipt,
  type EditContribution,
  type OwnContribution,
  type Said,
  type WithdrawContribution,
} from './contribution.ts'
import { acknowledgements, type Acknowledge } from './acknowledgement.ts'
import type { Quotation, QuotationSource } from './quotation.ts'
import type { OwnQuestion } from './questions/own-question.ts'
import { questionStates, reasonsNotAnswered } from './questions/question.ts'
import type { RoundProblem } from './round-problem.ts'
import { stances } from './stance.ts'

/**
 * What the procedures of rounds take and give: these fields and no others. Limits are in UTF-16 units and several times
 * what the rule allows; the words for a text that is too long come from the rule.
 */
const mostUnits = 20_000
const shortUnits = 2_000
const contributionId = named<ContributionId>(uuid)
const changeId = named<ChangeId>(uuid)
const number = whole(1, 999_999_999)
const revision = whole(1, 1_000_000)
const privateCode = typedText(100)
/** Read leniently: a device time that makes no sense counts as now. */
const deviceTime = typedText(40)
const codeHash = pattern(/^[0-9a-f]{64}$/, 'Write 64 digits 0 to 9 and a to f')

const quotationSource = proven<QuotationSource>()(
  kinds(
    'kind',
    ['starter', 'contribution'],
    [strict({ kind: exactly('starter'), id }), strict({ kind: exactly('contribution'), number })],
  ),
)

const quotation = proven<Quotation>()(
  strict({
    of: quotationSource,
    exact: typedText(shortUnits),
    prefix: typedText(64),
    suffix: typedText(64),
  }),
)

export const saidSchema = proven<Said>()(
  strict({
    text: typedText(mostUnits),
    name: typedText(shortUnits),
    self: z.optional(typedText(shortUnits)),
    stance: z.optional(oneOf(stances)),
    condition: z.optional(typedText(shortUnits)),
    quotations: list(quotation, 'quotations', [0, 50]),
    onBehalf: yesOrNo,
    helpNow: yesOrNo,
  }),
)

export const contributeSchema = proven<Contribute>()(
  strict({
    contributionId,
    slug,
    inReplyTo: z.optional(number),
    said: saidSchema,
    codeHash,
    completedAt: deviceTime,
    sentAt: deviceTime,
  }),
)

export const editContributionSchema = proven<EditContribution>()(
  strict({
    changeId,
    contributionId,
    code: privateCode,
    baseRevision: revision,
    said: saidSchema,
    completedAt: deviceTime,
    sentAt: deviceTime,
  }),
)

export const withdrawContributionSchema = proven<WithdrawContribution>()(
  strict({
    contributionId,
    code: privateCode,
    completedAt: z.optional(deviceTime),
    sentAt: z.optional(deviceTime),
  }),
)

export const readOwnSchema = strict({ slug, code: privateCode })

export const acknowledgeSchema = proven<Acknowledge>()(
  strict({ slug, number, kind: oneOf(acknowledgements), deviceId: uuid, on: yesOrNo }),
)

/** How many contributions were shown in a round after one of them. */
export const shownSinceSchema = strict({ slug, number: whole(0, 999_999_999) })

const receipt = proven<ContributionReceipt>()(
  strict({
    contributionId,
    slug,
    revision,
    state: oneOf(contributionStates),
    number: z.optional(number),
    reason: z.optional(typedText(mostUnits)),
    late: yesOrNo,
    receivedAt: time,
    closesAt: time,
  }),
)

const questionState = oneOf(questionStates)

const ownQuestion = proven<OwnQuestion>()(
  strict({
    state: questionState,
    joinedWith: z.optional(
      strict({ number, text: z.optional(typedText(mostUnits)), state: questionState }),
    ),
    othersJoined: yesOrNo,
    by: z.optional(typedText(shortUnits)),
    answer: z.optional(strict({ number, text: typedText(mostUnits) })),
    why: z.optional(oneOf(reasonsNotAnswered)),
    note: z.optional(typedText(shortUnits)),
  }),
)

const own = proven<OwnContribution>()(
  strict({
    receipt,
    title: typedText(shortUnits),
    inReplyTo: z.optional(number),
    said: z.optional(saidSchema),
    decided: z.optional(oneOf(['redact', 'reject', 'ask-change'])),
    answer: z.optional(oneOf(['may', 'given', 'settled'])),
    question: z.optional(ownQuestion),
  }),
)

const count = decimal(-1e15, 1e15)
const moment = typedText(1_000)
const tooLong = { most: count, over: count }

const roundProblem = proven<RoundProblem>()(
  z.discriminatedUnion('code', [
    strict({ code: exactly('round-unknown') }),
    strict({ code: exactly('round-not-open'), opensAt: moment }),
    strict({ code: exactly('round-closed'), closedAt: moment }),
    strict({ code: exactly('contribution-empty') }),
    strict({ code: exactly('contribution-too-long'), ...tooLong }),
    strict({ code: exactly('name-missing') }),
    strict({ code: exactly('name-too-long'), ...tooLong }),
    strict({ code: exactly('self-too-long'), ...tooLong }),
    strict({ code: exactly('condition-missing') }),
    strict({ code: exactly('condition-too-long'), ...tooLong }),
    strict({ code: exactly('quotations-too-many'), most: count }),
    strict({ code: exactly('quotation-too-long'), most: count }),
    strict({ code: exactly('answered-unknown') }),
    strict({ code: exactly('questions-only') }),
    strict({ code: exactly('question-taken') }),
    strict({ code: exactly('question-ended') }),
    strict({ code: exactly('contribution-received-different') }),
    strict({ code: exactly('contribution-not-found') }),
    strict({ code: exactly('contribution-changed-elsewhere') }),
    strict({ code: exactly('contribution-withdrawn') }),
    strict({ code: exactly('contribution-rejected') }),
    strict({ code: exactly('contribution-not-understood') }),
    strict({ code: exactly('code-tries-used-up'), minutes: count }),
  ]),
)

const resultOf = <Value extends z.ZodMiniType>(value: Value) =>
  kinds(
    'ok',
    ['true', 'false'],
    [
      strict({ ok: exactly(true), value }),
      strict({ ok: exactly(false), problems: list(roundProblem, 'problems', [1, 100]) }),
    ],
  )

export const contributionResultSchema = proven<Result<ContributionReceipt, RoundProblem>>()(
  resultOf(receipt),
)

export const ownResultSchema = proven<Result<readonly OwnContribution[], RoundProblem>>()(
  resultOf(list(own, 'contributions', [0, 500])),
)

export const acknowledgeResultSchema = proven<Result<true, RoundProblem>>()(resultOf(exactly(true)))

export const shownSinceResultSchema = strict({ count: whole(0, 1_000) })
