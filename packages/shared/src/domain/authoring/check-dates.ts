import { error, warning, when, type Finding } from './finding.ts'
import { momentWords } from '../core/dates.ts'
import { fieldsOf, textOf, type Fields, type Path } from '../core/loose-fields.ts'

/**
 * The Cabinet Office consultation principles ask for an answer within 12 weeks of closing, or the reason why not.
 * https://www.gov.uk/government/publications/consultation-principles-guidance
 */
const promiseDays = 84
const day = 86_400_000

/** What the dates of a consultation say about each other. Dates whose shape is wrong are passed over. */
export function checkDates(document: Fields): readonly Finding[] {
  const promise = fieldsOf(document['promise'])
  const outcome = fieldsOf(document['outcome'])
  return [
    ...unreal(document, 'opensAt', []),
    ...unreal(document, 'closesAt', []),
    ...unreal(promise, 'by', ['promise']),
    ...unreal(outcome, 'publishedOn', ['outcome']),
    ...otherClock(document, 'opensAt'),
    ...otherClock(document, 'closesAt'),
    ...inOrder(instantIn(document, 'opensAt'), instantIn(document, 'closesAt')),
    ...checkPromise(instantIn(promise, 'by'), instantIn(document, 'closesAt')),
    ...checkOutcome(instantIn(outcome, 'publishedOn'), instantIn(document, 'closesAt')),
  ]
}

/** What the two ends of a date question say about each other. */
export function checkDateRange(question: Fields, path: Path): readonly Finding[] {
  const earliest = instantIn(question, 'earliest')
  const latest = instantIn(question, 'latest')
  const wrong = earliest !== undefined && latest !== undefined && earliest > latest
  return [
    ...unreal(question, 'earliest', path),
    ...unreal(question, 'latest', path),
    ...when(wrong, error([...path, 'latest'], 'The latest date must not come before the earliest')),
  ]
}

/**
 * Times are told by the clock in the United Kingdom. One that is written by another, as "+00:00" in summer, is told an hour
 * away from what its author sees; and one hour in autumn comes twice.
 */
function otherClock(document: Fields, name: string): readonly Finding[] {
  const written = textOf(document[name])
  const instant = instantOf(written)
  const [, clock = '', offset = ''] =
    /T(\d{2}:\d{2}).*?(Z|[+-]\d{2}:\d{2})$/.exec(written ?? '') ?? []
  if (instant === undefined || offset === '') return []
  const moment = new Date(instant)
  const told = `${momentWords(moment)}${comesTwice(moment)}`
  if (offsetAt(moment) !== minutesOf(offset))
    return [
      warning(
        [name],
        `This is ${told} by the clock in the United Kingdom, not ${clock}. Write ${offsetWords(offsetAt(moment))} at its end if you mean ${clock}`,
      ),
    ]
  return when(
    comesTwice(moment) !== '',
    warning(
      [name],
      `This is ${told}: the clocks go back that night, so choose a time that comes once`,
    ),
  )
}

const minutesOf = (offset: string): number => {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const offsetWords = (minutes: number): string => (minutes === 0 ? '+00:00' : '+01:00')

/** Minutes by which the clock in the United Kingdom is ahead of UTC: none, or an hour in summer. */
function offsetAt(moment: Date): number {
  const clock = clockParts(moment)
  return (((clock - moment.getUTCHours() * 60 - moment.getUTCMinutes()) % 1440) + 1440) % 1440
}

const clockParts = (moment: Date): number => {
  const [hours = 0, minutes = 0] = londonClock.format(moment).split(':').map(Number)
  return hours * 60 + minutes
}

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const hour = 3_600_000

/** In the night when clocks go back, which of the two it is. */
function comesTwice(moment: Date): string {
  const [before, after] = [-hour, hour].map((by) => clockParts(new Date(moment.getTime() + by)))
  if (clockParts(moment) === after) return ' (the first time)'
  return clockParts(moment) === before ? ' (the second time)' : ''
}

function inOrder(opens: number | undefined, closes: number | undefined): readonly Finding[] {
  if (opens === undefined || closes === undefined) return []
  return when(opens >= closes, error(['closesAt'], 'Closing must come after opening'))
}

function checkPromise(
  promised: number | undefined,
  closes: number | undefined,
): readonly Finding[] {
  if (promised === undefined || closes === undefined) return []
  if (promised < closes)
    return [error(['promise', 'by'], 'The promised date must come after closing')]
  const words =
    'The promised date is more than 12 weeks after closing. Say in the promise why it takes longer'
  return when(promised - closes > promiseDays * day, warning(['promise', 'by'], words))
}

/** An outcome may be published on the day of closing. */
function checkOutcome(
  published: number | undefined,
  closes: number | undefined,
): readonly Finding[] {
  if (published === undefined || closes === undefined) return []
  return when(
    published + day <= closes,
    error(['outcome', 'publishedOn'], 'The outcome must come after closing'),
  )
}

/** Milliseconds of a date or a time that is written in the right shape and exists; undefined for all others. */
function instantOf(written: string | undefined): number | undefined {
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(written)) return undefined
  const midnight = Date.parse(`${written.slice(0, 10)}T00:00:00Z`)
  // A day that does not exist ("2027-02-30") is read as one in the next month.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(written.slice(0, 10)))
    return undefined
  const instant = Date.parse(written)
  return Number.isNaN(instant) ? undefined : instant
}

const instantIn = (fields: Fields, name: string): number | undefined =>
  instantOf(textOf(fields[name]))

function unreal(fields: Fields, name: string, path: Path): readonly Finding[] {
  const written = textOf(fields[name])
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}(T\d{2}:|$)/.test(written)) return []
  return when(
    instantOf(written) === undefined,
    error([...path, name], `There is no such date as ${written.slice(0, 40)}`),
  )
}
