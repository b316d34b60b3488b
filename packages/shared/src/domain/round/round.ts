import type { Trust } from '../consultation/consultation.ts'
import { dayOfMoment } from '../core/dates.ts'
import type { Answerer } from './questions/question.ts'
import type { Starter } from './starter.ts'

/**
 * A round: a conversation about one prompt, open for a time. People talk to each other, staff take part. At its end staff
 * write what was said, what was not settled and what happens next; then it is frozen and stays readable.
 *
 * This type is also what staff write and what is stored. Times are ISO 8601 with an offset; dates are YYYY-MM-DD.
 */
export interface Round {
  readonly format: 'takepart/round/1'
  /** A UUID that never changes; the slug is its address and may not change after publishing either. */
  readonly id: string
  readonly slug: string
  readonly kind: RoundKind
  readonly title: string
  /** A sentence or two that invite somebody in. */
  readonly lede: string
  /** What a stance is for or against, as in "For one clinic". Absent: nobody is asked where they stand. */
  readonly position?: string
  /** None, one, or a pair. */
  readonly starters: readonly Starter[]
  /** Who answers, in a round of questions; nobody else does. */
  readonly answering?: readonly Answerer[]
  /** How we talk here, in plain words. */
  readonly rules: readonly string[]
  readonly opensAt: string
  readonly closesAt: string
  /** The day by which staff say what was said and what comes next. */
  readonly summaryBy: string
  readonly moderation: ModerationTime
  /** When a contribution is read by staff, in words: "usually within 4 hours, between 8 am and 8 pm every day". */
  readonly reading: string
  /** True where search engines may list it. */
  readonly indexed: boolean
  readonly trust: Trust
  /** Its place in a process. */
  readonly process?: { readonly slug: string; readonly number: number }
  /** The consultation it belongs to, and the question that leads to it. */
  readonly consultation?: {
    readonly slug: string
    readonly title: string
    readonly question?: string
  }
  readonly summary?: RoundSummary
}

export const roundKinds = ['discussion', 'questions', 'statements', 'proposition'] as const

/**
 * `discussion`: people talk. `questions`: a live Q&A, in which named staff answer. `statements` are put to the vote, a
 * `proposition` is challenged and revised. What every kind shares is here; what one kind alone has stands in its own module.
 */
export type RoundKind = (typeof roundKinds)[number]

export const moderationTimes = ['before', 'before-first', 'after'] as const

/**
 * When a moderator reads a contribution: `before` others see it; `before-first`, before others see it for whoever has none
 * accepted in this round yet; `after`.
 */
export type ModerationTime = (typeof moderationTimes)[number]

/** What staff write at the end. Each text is a paragraph. */
export interface RoundSummary {
  readonly publishedOn: string
  readonly said: readonly string[]
  readonly notSettled: readonly string[]
  readonly next: readonly string[]
}

/** Rounds in a row: the summary of one opens the next. */
export interface Process {
  readonly format: 'takepart/process/1'
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly lede: string
  readonly trust: Trust
  readonly consultation?: { readonly slug: string; readonly title: string }
}

export type RoundStatus = 'scheduled' | 'open' | 'closed' | 'concluded'

type Dated = Pick<Round, 'opensAt' | 'closesAt'>

export const roundHasClosed = ({ closesAt }: Pick<Dated, 'closesAt'>, now: Date): boolean =>
  now.getTime() >= Date.parse(closesAt)

/** Where a published round stands, derived and never stored: open from `opensAt` (included) to `closesAt` (excluded). */
export function roundStatus(round: Dated & Pick<Round, 'summary'>, now: Date): RoundStatus {
  if (now.getTime() < Date.parse(round.opensAt)) return 'scheduled'
  if (!roundHasClosed(round, now)) return 'open'
  return round.summary ? 'concluded' : 'closed'
}

/** When the page of a round next says something else though nothing was published: an opening, a closing, or midnight, when the starters change places. */
export function roundChangesAt(round: Dated & Pick<Round, 'starters'>, now: Date): number {
  const midnight = nextMidnight(now)
  return [Date.parse(round.opensAt), Date.parse(round.closesAt)]
    .filter((time) => time > now.getTime())
    .reduce((next, time) => Math.min(next, time), midnight)
}

/** The first whole hour at which the calendar of the United Kingdom shows another day. */
function nextMidnight(now: Date): number {
  const hour = 3_600_000
  const today = dayOfMoment(now)
  let time = Math.floor(now.getTime() / hour) * hour + hour
  while (dayOfMoment(new Date(time)) === today) time += hour
  return time
}
