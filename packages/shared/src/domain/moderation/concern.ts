import { charactersOver, isBlank } from '../core/text.ts'
import type { Severity } from './severity.ts'

/**
 * An urgent concern: something said that somebody must look at now. It has a severity, an owner, a clock, and stays until a
 * person writes down what was done. It never publishes anything, and it outlives what it is about: words that are taken
 * back, rejected or erased leave the concern as it is.
 *
 * A concern is the list of what happened to it, oldest first; everything else follows from that.
 */
export interface Concern {
  readonly events: readonly ConcernEvent[]
}

/** Where the words are that it is about. `response`: text answers of a response, which is otherwise anonymous. */
export const concernSubjects = ['contribution', 'response', 'support-request', 'message'] as const

export type ConcernSubject = (typeof concernSubjects)[number]

/** Who noticed: the writer asked for help, the word list found a phrase, or a member of staff raised it. */
export type RaisedBy =
  | { readonly kind: 'writer' }
  | { readonly kind: 'word-list'; readonly phrase: string }
  | { readonly kind: 'staff'; readonly staffId: string; readonly why: string }

export const handOffs = ['crisis-team', 'safeguarding', 'pals', 'complaints', 'team'] as const

/** Whom a concern is passed on to; `team`: the ward or team it is about. */
export type HandOff = (typeof handOffs)[number]

export type ConcernEvent =
  | {
      readonly kind: 'raised'
      readonly at: string
      readonly by: RaisedBy
      readonly severity: Severity
    }
  /** The same words were noticed again, by somebody or something else; it may be more urgent now. */
  | {
      readonly kind: 'raised-again'
      readonly at: string
      readonly by: RaisedBy
      readonly severity: Severity
    }
  | { readonly kind: 'taken'; readonly at: string; readonly by: string }
  | { readonly kind: 'given'; readonly at: string; readonly by: string; readonly to: string }
  | {
      readonly kind: 'severity-changed'
      readonly at: string
      readonly by: string
      readonly severity: Severity
      readonly why: string
    }
  /** The writer knows that it was seen. */
  | {
      readonly kind: 'acknowledged'
      readonly at: string
      readonly by: string
      readonly how: string
    }
  | {
      readonly kind: 'passed-on'
      readonly at: string
      readonly by: string
      readonly to: HandOff
      readonly what: string
    }
  /** Those it was passed on to say that they have it. */
  | { readonly kind: 'confirmed'; readonly at: string; readonly by: string; readonly what: string }
  /** The clock passed: more people are told. */
  | { readonly kind: 'escalated'; readonly at: string }
  /** The writer took the words back. The concern goes on. */
  | { readonly kind: 'withdrawn'; readonly at: string }
  | {
      readonly kind: 'closed'
      readonly at: string
      readonly by: string
      readonly how: ClosedHow
      readonly what: string
    }

export type ClosedHow = 'done' | 'false-alarm'

/** `waiting`: nobody has taken it. `taken`: somebody is on it. `passed-on`: another team is. */
export type ConcernState = 'waiting' | 'taken' | 'passed-on' | 'closed'

/** How things stand, worked out from the events. */
export interface ConcernStanding {
  readonly state: ConcernState
  readonly severity: Severity
  readonly raisedAt: string
  readonly raisedBy: RaisedBy
  readonly ownerId?: string
  readonly passedTo?: HandOff
  readonly confirmed: boolean
  readonly acknowledged: boolean
  readonly withdrawn: boolean
  readonly escalations: number
  /** When it escalates by itself; absent once closed. */
  readonly dueAt?: string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long each state may last before more people are told, in milliseconds. `waiting` is counted from when it was raised,
 * the others from when the state began. A clock that passed begins anew: what nobody takes escalates again and again.
 */
export const clocks: Readonly<
  Record<Severity, Readonly<Record<Exclude<ConcernState, 'closed'>, number>>>
> = {
  now: { waiting: 30 * minute, taken: hour, 'passed-on': hour },
  today: { waiting: 4 * hour, taken: 8 * hour, 'passed-on': day },
  week: { waiting: 2 * day, taken: 5 * day, 'passed-on': 7 * day },
}

/** What somebody wants to do to a concern. */
export type ConcernAct = Exclude<ConcernEvent, { readonly kind: 'raised' }>

/** A reason an act is refused. */
export type ConcernProblem =
  | { readonly code: 'concern-closed' }
  | { readonly code: 'concern-taken'; readonly by: string }
  | { readonly code: 'concern-not-yours' }
  | { readonly code: 'concern-not-passed-on' }
  | { readonly code: 'what-missing' }
  | { readonly code: 'what-too-long'; readonly most: number; readonly over: number }
  | { readonly code: 'clock-not-passed'; readonly dueAt: string }
  /** Somebody did something to it while the person was looking at it. */
  | { readonly code: 'concern-moved-on' }
  | { readonly code: 'concern-unknown' }

export const concernLimits = { what: 2_000, words: 5_000, reach: 200 } as const

const urgency: Readonly<Record<Severity, number>> = { now: 0, today: 1, week: 2 }

/** The more urgent of two. */
export const moreUrgent = (one: Severity, other: Severity): Severity =>
  urgency[one] <= urgency[other] ? one : other

/** Throws for a concern that was never raised: the first event is always that. */
export function standingOf({ events }: Concern): ConcernStanding {
  const [first, ...others] = events
  if (first?.kind !== 'raised') throw new Error('A concern begins with being raised')
  const raised: Standing = {
    state: 'waiting',
    severity: first.severity,
    raisedAt: first.at,
    raisedBy: first.by,
    confirmed: false,
    acknowledged: false,
    withdrawn: false,
    escalations: 0,
    clockFrom: first.at,
  }
  const { clockFrom, ...standing } = others.reduce(after, raised)
  return standing.state === 'closed'
    ? standing
    : {
        ...standing,
        dueAt: later(clockFrom, clocks[standing.severity][standing.state]),
      }
}

type Standing = Omit<ConcernStanding, 'dueAt'> & { readonly clockFrom: string }

const later = (from: string, milliseconds: number): string =>
  new Date(Date.parse(from) + milliseconds).toISOString()

function after(standing: Standing, event: ConcernEvent): Standing {
  switch (event.kind) {
    case 'raised':
      return standing
    case 'confirmed':
      return { ...standing, confirmed: true }
    case 'raised-again':
      return raisedAgain(standing, event)
    case 'taken':
      return {
        ...standing,
        state: 'taken',
        ownerId: event.by,
        passedTo: undefined,
        confirmed: false,
        clockFrom: event.at,
      }
    case 'given':
      return { ...standing, state: 'taken', ownerId: event.to, clockFrom: event.at }
    case 'severity-changed':
      return { ...standing, severity: event.severity }
    case 'acknowledged':
      return { ...standing, acknowledged: true }
    case 'passed-on':
      return {
        ...standing,
        state: 'passed-on',
        passedTo: event.to,
        confirmed: false,
        clockFrom: event.at,
      }
    case 'escalated':
      return { ...standing, escalations: standing.escalations + 1, clockFrom: event.at }
    case 'withdrawn':
      return { ...standing, withdrawn: true }
    case 'closed':
      return { ...standing, state: 'closed' }
  }
}

/** Noticed again after it was closed, it is open again, with nobody on it. */
function raisedAgain(
  standing: Standing,
  { at, severity }: Extract<ConcernEvent, { readonly kind: 'raised-again' }>,
): Standing {
  if (standing.state === 'closed')
    return {
      ...standing,
      state: 'waiting',
      severity,
      ownerId: undefined,
      passedTo: undefined,
      confirmed: false,
      clockFrom: at,
    }
  return { ...standing, severity: moreUrgent(standing.severity, severity) }
}

/**
 * Why an act is refused; nothing when it may be. Anybody on duty may take what another has, since an owner can fall ill; only
 * its owner passes it on, and closes it. Nothing happens to a closed concern but that it is noticed again.
 */
export function refusalOfAct(concern: Concern, act: ConcernAct): ConcernProblem | undefined {
  const standing = standingOf(concern)
  if (act.kind === 'raised-again') return undefined
  if (standing.state === 'closed')
    return act.kind === 'withdrawn' ? undefined : { code: 'concern-closed' }
  return refusalWhileOpen(standing, act)
}

function refusalWhileOpen(
  standing: ConcernStanding,
  act: Exclude<ConcernAct, { readonly kind: 'raised-again' }>,
): ConcernProblem | undefined {
  switch (act.kind) {
    case 'given':
    case 'withdrawn':
      return undefined
    case 'taken':
      return refusalOfTaking(standing, act.by)
    case 'escalated':
      return refusalOfEscalating(standing, act.at)
    case 'severity-changed':
      return refusalOfWords(act.why)
    case 'acknowledged':
      return refusalOfOwners(standing, { by: act.by, what: act.how })
    case 'confirmed':
      return standing.state === 'passed-on'
        ? refusalOfOwners(standing, act)
        : { code: 'concern-not-passed-on' }
    case 'passed-on':
    case 'closed':
      return refusalOfOwners(standing, act)
  }
}

const refusalOfTaking = ({ state, ownerId }: ConcernStanding, by: string) =>
  state === 'taken' && ownerId === by ? ({ code: 'concern-taken', by } as const) : undefined

const refusalOfEscalating = ({ dueAt }: ConcernStanding, at: string) =>
  dueAt !== undefined && Date.parse(at) < Date.parse(dueAt)
    ? ({ code: 'clock-not-passed', dueAt } as const)
    : undefined

function refusalOfOwners(
  { ownerId }: ConcernStanding,
  { by, what }: { readonly by: string; readonly what: string },
): ConcernProblem | undefined {
  return ownerId === by ? refusalOfWords(what) : { code: 'concern-not-yours' }
}

function refusalOfWords(words: string): ConcernProblem | undefined {
  if (isBlank(words)) return { code: 'what-missing' }
  const over = charactersOver(words, concernLimits.what)
  return over > 0 ? { code: 'what-too-long', most: concernLimits.what, over } : undefined
}

/** What is most urgent first; of that, what is due first. */
export const inOrderOfUrgency = (
  one: Pick<ConcernStanding, 'severity' | 'dueAt'>,
  other: Pick<ConcernStanding, 'severity' | 'dueAt'>,
): number =>
  urgency[one.severity] - urgency[other.severity] ||
  Date.parse(one.dueAt ?? '9999-01-01') - Date.parse(other.dueAt ?? '9999-01-01')

/** How well the word list did, over concerns that were raised in a time. */
export interface WordListMeasure {
  /** Raised by the list. */
  readonly raised: number
  /** Of those, closed because something was done; closed as a false alarm; not closed yet. */
  readonly right: number
  readonly falseAlarms: number
  readonly open: number
  /** Raised by the writer or by staff, closed as done, and the list had found nothing. */
  readonly missed: number
}

export function measureWordList(concerns: readonly Concern[]): WordListMeasure {
  const measured = concerns.map((concern) => ({
    byList: concern.events.some(
      (event) =>
        (event.kind === 'raised' || event.kind === 'raised-again') && event.by.kind === 'word-list',
    ),
    closed: concern.events.findLast((event) => event.kind === 'closed')?.how,
    state: standingOf(concern).state,
  }))
  const byList = measured.filter((one) => one.byList)
  const closedAs = (how: ClosedHow) =>
    byList.filter((one) => one.state === 'closed' && one.closed === how).length
  return {
    raised: byList.length,
    right: closedAs('done'),
    falseAlarms: closedAs('false-alarm'),
    open: byList.filter(({ state }) => state !== 'closed').length,
    missed: measured.filter((one) => !one.byList && one.state === 'closed' && one.closed === 'done')
      .length,
  }
}

/** How often one phrase of the list raised a concern, and how often that was a false alarm. */
export interface PhraseMeasure {
  readonly phrase: string
  readonly raised: number
  readonly falseAlarms: number
}

/** Phrases that were false alarms, those most often wrong first; each concern counts once for a phrase. */
export function falseAlarmsByPhrase(concerns: readonly Concern[]): readonly PhraseMeasure[] {
  const byPhrase = new Map<string, PhraseMeasure>()
  for (const { events } of concerns) {
    const wrong =
      events.findLast((event) => event.kind === 'closed')?.how === 'false-alarm' &&
      standingOf({ events }).state === 'closed'
    for (const phrase of phrasesIn(events)) {
      const { raised, falseAlarms } = byPhrase.get(phrase) ?? { raised: 0, falseAlarms: 0 }
      byPhrase.set(phrase, {
        phrase,
        raised: raised + 1,
        falseAlarms: falseAlarms + (wrong ? 1 : 0),
      })
    }
  }
  return [...byPhrase.values()]
    .filter(({ falseAlarms }) => falseAlarms > 0)
    .sort(
      (one, other) => other.falseAlarms - one.falseAlarms || (one.phrase < other.phrase ? -1 : 1),
    )
}

const phrasesIn = (events: readonly ConcernEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      (event.kind === 'raised' || event.kind === 'raised-again') && event.by.kind === 'word-list'
        ? [event.by.phrase]
        : [],
    ),
  )
