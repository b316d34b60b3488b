import type { Answer, AnswerKind } from '../question/answer.ts'
import { isUuid } from '../core/ids.ts'
import { kindNamed, type KeptRecord, type RecordState, type SendableKind } from './record.ts'
import { contributionStates } from '../round/contribution.ts'
import { stances } from '../round/stance.ts'
import { reportOutcomes, reportReasons } from '../moderation/report.ts'
import { needCodes } from '../support-request/support-needs.ts'
import { reachWays } from '../support-request/support-request.ts'

/**
 * Reads a record of this device, field by field; undefined for anything else. Written by hand because the schema library is
 * too large to be sent to every phone for this alone.
 */
export function readRecord(value: unknown): KeptRecord | undefined {
  const record = isFields(value) ? { ...value, kind: kindNamed(value) } : undefined
  return isKeptRecord(record) ? record : undefined
}

function isKeptRecord(value: unknown): value is KeptRecord {
  if (!isFields(value)) return false
  const { kind, state } = value
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) return false
  if (typeof state !== 'string' || !Object.hasOwn(statesOf, state)) return false
  return has(value, statesOf[state as RecordState](shapes[kind as SendableKind]))
}

/** What the parts of a kind of record hold. */
interface Shape {
  readonly draft: Check
  readonly sent: Check
  readonly command: Check
  readonly receipt: Check
}

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isTextOrNothing: Check = (value) => value === undefined || isText(value)
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isFlag: Check = (value) => typeof value === 'boolean'
const isId: Check = (value) => typeof value === 'string' && isUuid(value)
const isOneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value)
const isListOf = (value: unknown, check: Check): boolean =>
  Array.isArray(value) && value.every(check)
/** What can be an edition: it becomes a part of addresses. */
const isEdition: Check = (value) =>
  typeof value === 'string' && value.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
const isTexts: Check = (value) => isListOf(value, isText)
const isTextsByCode: Check = (value) => isFields(value) && Object.values(value).every(isText)
const isTextsByCodeOrNothing: Check = (value) => value === undefined || isTextsByCode(value)

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True when every named field passes its check; other fields do not matter. */
const has = (value: unknown, checks: Readonly<Record<string, Check>>): boolean =>
  isFields(value) &&
  Object.entries(checks).every(([name, check]) =>
    check(Object.hasOwn(value, name) ? value[name] : undefined),
  )

/** What each kind of answer holds; a kind without a line here does not compile. */
const answerFields: Readonly<Record<AnswerKind, Readonly<Record<string, Check>>>> = {
  'short-text': { text: isText },
  'long-text': { text: isText },
  'one-of': { choice: isText, say: isTextsByCodeOrNothing },
  'several-of': { choices: isTexts, say: isTextsByCodeOrNothing },
  'yes-no': { choice: isText },
  agreement: { choice: isText },
  'number-scale': { choice: isText },
  matrix: { rows: isTextsByCode },
  ranking: { order: isTexts },
  number: { text: isText },
  date: { day: isText, month: isText, year: isText },
  consent: { given: isFlag },
}

/** True for an answer of any kind, whole. */
export const isAnswer = (value: unknown): value is Answer => {
  const kind = isFields(value) ? value['kind'] : undefined
  return (
    typeof kind === 'string' &&
    Object.hasOwn(answerFields, kind) &&
    has(value, answerFields[kind as AnswerKind])
  )
}

const isAnswers: Check = (value) => isFields(value) && Object.values(value).every(isAnswer)

const isOtherVersion: Check = (value) =>
  has(value, {
    questionId: isText,
    writtenAt: isText,
    answer: (answer) => answer === null || isAnswer(answer),
  })

const isDraft: Check = (value) =>
  has(value, {
    id: isId,
    slug: isText,
    version: isCount,
    edition: isEdition,
    title: isText,
    revision: isCount,
    answers: isAnswers,
    others: (others) => isListOf(others, isOtherVersion),
    paging: isOneOf('question', 'section', 'all'),
    place: isTextOrNothing,
    startedAt: isText,
    changedAt: isText,
    ownDevice: isFlag,
    code: isText,
    changes: (changes) => changes === undefined || has(changes, { baseRevision: isCount }),
  })

const isReceipt: Check = (value) =>
  has(value, {
    responseId: isId,
    reference: isText,
    revision: isCount,
    state: isOneOf('received', 'withdrawn', 'erased'),
    late: isFlag,
    receivedAt: isText,
    closesAt: isText,
  })

/** What each command of a kind of record holds. */
const isCommandOf =
  (inputs: Readonly<Record<string, Readonly<Record<string, Check>>>>): Check =>
  (value) => {
    if (!isFields(value)) return false
    const { kind, input } = value
    return typeof kind === 'string' && Object.hasOwn(inputs, kind) && has(input, inputs[kind] ?? {})
  }

const isResponseCommand = isCommandOf({
  'response.submit': {
    responseId: isId,
    slug: isText,
    version: isCount,
    edition: isEdition,
    answers: isAnswers,
    codeHash: isText,
    completedAt: isText,
    sentAt: isText,
  },
  'response.change': {
    changeId: isId,
    responseId: isId,
    code: isText,
    baseRevision: isCount,
    answers: isAnswers,
    edition: (edition) => edition === undefined || isEdition(edition),
    completedAt: isText,
    sentAt: isText,
  },
  'response.withdraw': {
    changeId: isId,
    responseId: isId,
    code: isText,
    completedAt: isTextOrNothing,
    sentAt: isTextOrNothing,
  },
})

const isProblems: Check = (value) => isListOf(value, (problem) => has(problem, { code: isText }))

const requestParts = {
  needs: (needs: unknown) => isListOf(needs, isOneOf(...needCodes)),
  say: isTextsByCode,
  name: isTextOrNothing,
  when: isTextOrNothing,
  remember: isFlag,
}
const isSupportRequest: Check = (value) =>
  has(value, {
    ...requestParts,
    reach: (reach) => has(reach, { by: isOneOf(...reachWays), to: isText }),
  })
const isWrittenRequest: Check = (value) =>
  has(value, { ...requestParts, by: isOneOf(undefined, ...reachWays), to: isTextsByCode })

const requestDraftParts = {
  id: isId,
  slug: isText,
  title: isText,
  revision: isCount,
  changedAt: isText,
  ownDevice: isFlag,
}
const isRequestDraft: Check = (value) =>
  has(value, { ...requestDraftParts, written: isWrittenRequest })
const isAskedRequest: Check = (value) =>
  has(value, { ...requestDraftParts, request: isSupportRequest })

const isRequestReceipt: Check = (value) =>
  has(value, {
    requestId: isId,
    reference: isText,
    receivedOn: isText,
    dueOn: isText,
    closesAt: isText,
  })

const isAskCommand = isCommandOf({
  'support-request.ask': {
    requestId: isId,
    slug: isText,
    request: isSupportRequest,
    completedAt: isText,
    sentAt: isText,
  },
})

const isQuotation: Check = (value) =>
  has(value, {
    of: (of) => has(of, { kind: isOneOf('starter', 'contribution') }),
    exact: isText,
    prefix: isText,
    suffix: isText,
  })
const isSaid: Check = (value) =>
  has(value, {
    text: isText,
    name: isText,
    self: isTextOrNothing,
    stance: isOneOf(undefined, ...stances),
    condition: isTextOrNothing,
    quotations: (quotations) => isListOf(quotations, isQuotation),
    onBehalf: isFlag,
    helpNow: isFlag,
  })
const isNumberOrNothing: Check = (value) => value === undefined || isCount(value)
const isContributionDraft: Check = (value) =>
  has(value, {
    ...requestDraftParts,
    said: isSaid,
    inReplyTo: isNumberOrNothing,
    code: isText,
    changes: (changes) =>
      changes === undefined ||
      has(changes, { contributionId: isId, baseRevision: isCount, before: isSaid }),
  })
const isContributionCommand = isCommandOf({
  'contribution.send': {
    contributionId: isId,
    slug: isText,
    inReplyTo: isNumberOrNothing,
    said: isSaid,
    codeHash: isText,
    completedAt: isText,
    sentAt: isText,
  },
  'contribution.edit': {
    changeId: isId,
    contributionId: isId,
    code: isText,
    baseRevision: isCount,
    said: isSaid,
    completedAt: isText,
    sentAt: isText,
  },
  'contribution.withdraw': {
    contributionId: isId,
    code: isText,
    completedAt: isTextOrNothing,
    sentAt: isTextOrNothing,
  },
})
const isContributionReceipt: Check = (value) =>
  has(value, {
    contributionId: isId,
    slug: isText,
    revision: isCount,
    state: isOneOf(...contributionStates),
    number: isNumberOrNothing,
    reason: isTextOrNothing,
    late: isFlag,
    receivedAt: isText,
    closesAt: isText,
  })

const isHelpDraft: Check = (value) =>
  has(value, {
    ...requestDraftParts,
    place: isText,
    written: (written) => has(written, { words: isText, reach: isTextOrNothing }),
  })

const isHelpReceipt: Check = (value) => has(value, { concernId: isId, receivedAt: isText })

const isHelpCommand: Check = (value) =>
  has(value, {
    kind: isOneOf('help-request.ask'),
    input: (input) =>
      has(input, {
        concernId: isId,
        place: isText,
        words: isText,
        reach: isTextOrNothing,
        completedAt: isText,
        sentAt: isText,
      }),
  })

const reportParts = {
  number: isCount,
  reason: isOneOf(...reportReasons),
  words: isTextOrNothing,
  deviceHash: isText,
}
const isReportDraft: Check = (value) => has(value, { ...requestDraftParts, ...reportParts })

const isReportCommand: Check = (value) =>
  has(value, {
    kind: isOneOf('report.send'),
    input: (input) => has(input, { ...reportParts, reportId: isId, slug: isText }),
  })

const isReportReceipt: Check = (value) =>
  has(value, { reportId: isId, outcome: isOneOf(null, ...reportOutcomes) })

/** A kind without a line here does not compile. */
const shapes: Readonly<Record<SendableKind, Shape>> = {
  response: { draft: isDraft, sent: isDraft, command: isResponseCommand, receipt: isReceipt },
  'support-request': {
    draft: isRequestDraft,
    sent: isAskedRequest,
    command: isAskCommand,
    receipt: isRequestReceipt,
  },
  'contribution-report': {
    draft: isReportDraft,
    sent: isReportDraft,
    command: isReportCommand,
    receipt: isReportReceipt,
  },
  'help-request': {
    draft: isHelpDraft,
    sent: isHelpDraft,
    command: isHelpCommand,
    receipt: isHelpReceipt,
  },
  contribution: {
    draft: isContributionDraft,
    sent: isContributionDraft,
    command: isContributionCommand,
    receipt: isContributionReceipt,
  },
}

const orNothing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

/** What a record holds in each state. */
const statesOf: Readonly<Record<RecordState, (shape: Shape) => Readonly<Record<string, Check>>>> = {
  draft: ({ draft, receipt }) => ({ draft, receipt: orNothing(receipt) }),
  waiting: ({ sent, command, receipt }) => ({
    draft: sent,
    receipt: orNothing(receipt),
    command,
    queuedAt: isText,
  }),
  received: ({ sent, receipt }) => ({ draft: sent, receipt }),
  refused: ({ sent, command, receipt }) => ({
    draft: sent,
    receipt: orNothing(receipt),
    command,
    problems: isProblems,
    refusedAt: isText,
  }),
}
