import { error, warning, type Finding } from './finding.ts'
import { fieldsOf, textOf, type Fields, type Path } from './loose-fields.ts'

/**
 * The Cabinet Office consultation principles ask for an answer within 12 weeks of closing, or the reason why not.
 * https://www.gov.uk/government/publications/consultation-principles-guidance
 */
const promiseDays = 84
const day = 86_400_000

/** What the dates of a consultation say about each other. Dates whose shape is wrong are passed over. */
export function checkDates(document: Fields): readonly Finding[] {
  const promised = instantIn(fieldsOf(document['promise']), 'by')
  const published = instantIn(fieldsOf(document['outcome']), 'publishedOn')
  const opens = instantIn(document, 'opensAt')
  const closes = instantIn(document, 'closesAt')
  return [
    ...unreal(['opensAt'], document['opensAt']),
    ...unreal(['closesAt'], document['closesAt']),
    ...unreal(['promise', 'by'], fieldsOf(document['promise'])['by']),
    ...unreal(['outcome', 'publishedOn'], fieldsOf(document['outcome'])['publishedOn']),
    ...(opens !== undefined && closes !== undefined && opens >= closes ? [error(['closesAt'], 'Closing must come after opening')] : []),
    ...(closes === undefined || promised === undefined ? [] : checkPromise(promised, closes)),
    ...(closes !== undefined && published !== undefined && published + day <= closes
      ? [error(['outcome', 'publishedOn'], 'The outcome must come after closing')] : []),
  ]
}

/** What the two ends of a date question say about each other. */
export function checkDateRange(question: Fields, path: Path): readonly Finding[] {
  const earliest = instantIn(question, 'earliest')
  const latest = instantIn(question, 'latest')
  return [
    ...unreal([...path, 'earliest'], question['earliest']),
    ...unreal([...path, 'latest'], question['latest']),
    ...(earliest !== undefined && latest !== undefined && earliest > latest
      ? [error([...path, 'latest'], 'The latest date must not come before the earliest')] : []),
  ]
}

function checkPromise(promised: number, closes: number): readonly Finding[] {
  if (promised < closes) return [error(['promise', 'by'], 'The promised date must come after closing')]
  if (promised - closes <= promiseDays * day) return []
  return [warning(['promise', 'by'], 'The promised date is more than 12 weeks after closing. Say in the promise why it takes longer')]
}

/** Milliseconds of a date or a time that is written in the right shape and exists; undefined for all others. */
function instantOf(written: string | undefined): number | undefined {
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(written)) return undefined
  const midnight = Date.parse(`${written.slice(0, 10)}T00:00:00Z`)
  // A day that does not exist ("2027-02-30") is read as one in the next month.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(written.slice(0, 10))) return undefined
  const instant = Date.parse(written)
  return Number.isNaN(instant) ? undefined : instant
}

const instantIn = (fields: Fields, name: string): number | undefined => instantOf(textOf(fields[name]))

function unreal(path: Path, value: unknown): readonly Finding[] {
  const written = textOf(value)
  if (written === undefined || !/^\d{4}-\d{2}-\d{2}(T\d{2}:|$)/.test(written) || instantOf(written) !== undefined) return []
  return [error(path, `There is no such date as ${written.slice(0, 40)}`)]
}
