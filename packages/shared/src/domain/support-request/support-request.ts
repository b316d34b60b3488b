import { hasClosed, type Consultation } from '../consultation/consultation.ts'
import { dayOfMoment } from '../core/dates.ts'
import type { Reference, RequestId } from '../core/ids.ts'
import type { Problem, RequestProblem } from '../response/problem.ts'
import { finishedAt } from '../core/finished-at.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { needCodes, supportNeed, type NeedCode } from './support-needs.ts'
import { charactersOver, isBlank, tidyLine, tidyText } from '../core/text.ts'
import { daysAfter, daysBetween, workingDayBefore, workingDaysAfter } from '../core/working-days.ts'

/**
 * What somebody asks for so that they can take part in a consultation: a format, support to communicate, somebody to
 * talk to. No account; nothing in it says which response is theirs, and no response says that there was a request.
 *
 * It follows the Accessible Information Standard (DAPB1605): the person **identifies** what they need, in their own
 * words where the choices do not fit; it is **recorded** as a row of its own; it is **flagged** to staff by its state and
 * the day it is due; with the person's consent (`remember`) staff note it for next time and **share** it with those who
 * care for them; it is **met**, or staff say why not; and all of it can be listed for **review**, what is overdue first.
 */
export interface SupportRequest {
  readonly needs: readonly NeedCode[]
  /** Need code → what was written beside it ("Polish"). */
  readonly say: Readonly<Record<string, string>>
  readonly reach: Reach
  /** What to call the person; none needed. */
  readonly name?: string
  /** When it suits them, in their words. */
  readonly when?: string
  /** True: what they need may be noted on their record and passed to NHS staff who care for them. */
  readonly remember: boolean
}

/** The one way the person chose to be reached, and only what that way needs. */
export interface Reach {
  readonly by: ReachBy
  readonly to: string
}

export const reachWays = ['phone', 'text', 'email', 'post'] as const
export type ReachBy = (typeof reachWays)[number]

/** A request as the device sends it. The times are only ever subtracted from each other, as those of a response are. */
export interface AskForSupport {
  readonly requestId: RequestId
  readonly slug: string
  readonly request: SupportRequest
  readonly completedAt: string
  readonly sentAt: string
}

/** What the server says once the row is committed (P2). Days, not times: two rows written together must not show it. */
export interface RequestReceipt {
  readonly requestId: RequestId
  readonly reference: Reference
  /** A day, YYYY-MM-DD. */
  readonly receivedOn: string
  /** The day by which the Trust aims to reply; see {@link dueOn}. */
  readonly dueOn: string
  /** When the consultation closes. */
  readonly closesAt: string
}

/** Where a tracked request stands. */
export type RequestState = 'asked' | 'met' | 'not-met'

/** What is stored of a request that is accepted. */
export interface AcceptedRequest {
  readonly request: SupportRequest
  readonly receivedOn: string
  readonly dueOn: string
  /** Asked before the consultation closed, however late it was delivered. */
  readonly inTime: boolean
}

/** How much may be written, in characters as people count them. */
export const requestLimits = {
  say: 200,
  name: 100,
  when: 300,
  phone: 40,
  text: 40,
  email: 254,
  post: 500,
} as const

/** What would be asked for by what is written so far: nothing need be chosen yet. */
export type RequestSoFar = Omit<SupportRequest, 'reach'> & { readonly reach?: Reach }

/** What is written on the form: everything stays, also beside what is not chosen now. */
export interface WrittenRequest extends Omit<RequestSoFar, 'reach'> {
  readonly by?: ReachBy
  readonly to: Readonly<Partial<Record<ReachBy, string>>>
}

export const requestOf = ({
  by,
  to,
  needs,
  say,
  name,
  when,
  remember,
}: WrittenRequest): RequestSoFar => ({
  needs,
  say,
  name,
  when,
  remember,
  ...(by ? { reach: { by, to: to[by] ?? '' } } : {}),
})

/** What was asked for before, to be changed and sent again. */
export const writtenOf = ({ reach, ...request }: SupportRequest): WrittenRequest => ({
  ...request,
  by: reach.by,
  to: { [reach.by]: reach.to },
})

/**
 * Decides on a request. Refused: when it asks for nothing; where words are missing beside a choice that needs them; when
 * it does not say how to reach the person; when what is to reach them cannot be a number or an address; when a text is
 * too long. Never refused because of a date: what a consultation says is worth having in another format before it
 * opens and after it has closed too.
 */
export function acceptRequest(
  consultation: Consultation,
  input: AskForSupport,
  now: Date,
): Result<AcceptedRequest> {
  const problems = checkRequest(input.request)
  if (problems.length > 0) return refuse(...problems)
  const receivedOn = dayOfMoment(now)
  return accept({
    request: tidyRequest(input.request),
    receivedOn,
    dueOn: dueOn(receivedOn, hasClosed(consultation, now) ? undefined : consultation.closesAt),
    inTime: !hasClosed(consultation, finishedAt(consultation, input, now)),
  })
}

/** Every reason to refuse a request, in the order of the page. */
export const checkRequest = ({
  needs,
  say,
  reach,
  name,
  when,
}: RequestSoFar): readonly RequestProblem[] => [
  ...(needs.length === 0 ? [{ code: 'need-missing' } as const] : []),
  ...needs.flatMap((need) => sayProblem(need, say)),
  ...reachProblem(reach),
  ...tooLong('name', name),
  ...tooLong('when', when),
]

/** The request as it is sent and stored: tidied, each need once and in order, nothing beside what was not chosen. */
export function tidyRequest({
  needs,
  say,
  reach,
  name,
  when,
  remember,
}: SupportRequest): SupportRequest {
  const chosen = needCodes.filter((code) => needs.includes(code))
  const said = chosen.flatMap((code) =>
    supportNeed(code)?.say ? [[code, tidyLine(textOf(say, code))] as const] : [],
  )
  return {
    needs: chosen,
    say: Object.fromEntries(said),
    reach: { by: reach.by, to: reach.by === 'post' ? tidyText(reach.to) : tidyLine(reach.to) },
    ...(name === undefined || isBlank(name) ? {} : { name: tidyLine(name) }),
    ...(when === undefined || isBlank(when) ? {} : { when: tidyText(when) }),
    remember,
  }
}

/**
 * The day by which the Trust aims to reply: 5 working days after the one on which the request was received. Where a
 * consultation closes before there would be time to use the reply, the working day before the one on which it closes;
 * but never sooner than the next working day, which may then be after closing: {@link answersTakenUntil} makes up for it.
 * `closesAt` is absent once the consultation has closed.
 */
export function dueOn(receivedOn: string, closesAt: string | undefined): string {
  const usual = workingDaysAfter(receivedOn, replyWithin)
  const soonest = workingDaysAfter(receivedOn, 1)
  const beforeClosing = closesAt === undefined ? usual : workingDayBefore(dayOfMoment(closesAt))
  return [usual, beforeClosing < soonest ? soonest : beforeClosing].sort()[0] ?? usual
}

/** In working days. */
export const replyWithin = 5

/**
 * The same time for everybody: somebody who asked before closing is given back the days they waited. Until the end of
 * this day staff take their answers, by telephone, email or post. Undefined for who asked after closing.
 */
export function answersTakenUntil(
  item: { readonly inTime: boolean; readonly receivedOn: string; readonly repliedOn: string },
  closesAt: string,
): string | undefined {
  return item.inTime
    ? daysAfter(dayOfMoment(closesAt), Math.max(0, daysBetween(item.receivedOn, item.repliedOn)))
    : undefined
}

/** How long who asked, and what in their own words, is kept once the request is closed, in months. */
export const monthsKept = 6

/** How long at most, whatever became of the request, in months. */
export const monthsKeptAtMost = 18

const textOf = (texts: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(texts, key) ? (texts[key] ?? '') : ''

function sayProblem(need: NeedCode, say: SupportRequest['say']): readonly RequestProblem[] {
  if (!supportNeed(need)?.say) return []
  const said = tidyLine(textOf(say, need))
  const over = charactersOver(said, requestLimits.say)
  if (isBlank(said)) return [{ code: 'need-say-missing', need }]
  return over > 0 ? [{ code: 'need-say-too-long', need, most: requestLimits.say, over }] : []
}

function reachProblem(reach: Reach | undefined): readonly RequestProblem[] {
  if (!reach) return [{ code: 'reach-missing' }]
  const { by } = reach
  const to = tidyText(reach.to)
  const most = requestLimits[by]
  const over = charactersOver(to, most)
  if (isBlank(to)) return [{ code: 'reach-to-missing', by }]
  if (over > 0) return [{ code: 'reach-to-too-long', by, most, over }]
  return reads[by](to) ? [] : [{ code: 'reach-to-unclear', by }]
}

/** Lenient: what a person can dial or write to passes, an extension or a text relay prefix too. */
const isNumber = (to: string): boolean => /^[+(\d]/.test(to) && (to.match(/\d/g) ?? []).length >= 7

const isEmail = (to: string): boolean => {
  const [before, after, ...more] = to.split('@')
  return (
    Boolean(before) &&
    more.length === 0 &&
    !/\s/.test(to) &&
    (after ?? '').split('.').every(Boolean) &&
    (after ?? '').includes('.')
  )
}

const reads: Readonly<Record<ReachBy, (to: string) => boolean>> = {
  phone: isNumber,
  text: isNumber,
  email: isEmail,
  post: () => true,
}

function tooLong(
  field: 'name' | 'when',
  text: string | undefined,
): readonly Extract<Problem, { code: 'request-text-too-long' }>[] {
  const over = charactersOver(text ?? '', requestLimits[field])
  return over > 0
    ? [{ code: 'request-text-too-long', field, most: requestLimits[field], over }]
    : []
}
