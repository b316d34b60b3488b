import type { ExclusionReason, Line, Way } from '../domain/analysis/ledger/ledger-line.ts'
import type { Ledger } from '../domain/analysis/ledger/ledger.ts'
import { figures } from '../domain/core/figures.ts'

/** What each line is called in the table. */
export const lineNames: Readonly<Record<Line, string>> = {
  'in-time': 'In time, for oneself',
  'on-behalf': 'In time, on behalf of somebody',
  'late-accepted': 'Late, and accepted',
  'campaign-standard': 'Campaign, the same words',
  'campaign-edited': 'Campaign, with words of their own',
  'late-waiting': 'Late, and not yet decided on',
  'late-not-accepted': 'Late, and not accepted',
  blank: 'Blank',
  duplicate: 'The same response again',
  withdrawn: 'Withdrawn by the person',
  erased: 'Erased by us',
  excluded: 'Left out for a reason',
}

/** By whom, and why: what stands beside a line whose responses nobody decided on one by one. */
export const lineReasons: Readonly<Record<Line, string>> = {
  'in-time': 'By rule',
  'on-behalf': 'By rule',
  'late-accepted': 'By the days of grace, or by staff',
  'campaign-standard': 'Labelled by staff',
  'campaign-edited': 'Labelled by staff; read one by one like the rest',
  'late-waiting': 'Somebody has to decide on them',
  'late-not-accepted': 'Decided by staff',
  blank: 'By rule: no question was answered',
  duplicate: 'Merged into one that counts, by staff',
  withdrawn: 'Their words are gone; this line keeps the number',
  erased: 'Erased for a lawful reason; this line keeps the number',
  excluded: 'Decided by staff',
}

export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  'no-valid-contact': 'No valid contact',
  test: 'A test',
  abuse: 'Abuse and nothing else',
  'not-eligible': 'From somebody it was not for',
  other: 'Another reason',
}

const was = (count: number): string => (count === 1 ? 'was' : 'were')
const responses = (count: number): string =>
  `${figures(count)} ${count === 1 ? 'response' : 'responses'}`

const wayWords: Readonly<Record<Way, string>> = {
  website: 'on this website',
  paper: 'on paper',
  telephone: 'by telephone',
  email: 'by email',
  meeting: 'at meetings',
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

const countOn = (ledger: Ledger, line: Line): number =>
  [...ledger.counted, ...ledger.notCounted].find((one) => one.line === line)?.count ?? 0

/** The ledger as sentences, a paragraph each, for a report. A line with nothing on it is not spoken of. */
export function ledgerSentences(ledger: Ledger): readonly string[] {
  if (ledger.cameIn === 0) return ['No response has come in.']
  const ways = ledger.byWay.filter(({ count }) => count > 0)
  const cameBy = list(ways.map(({ way, count }) => `${figures(count)} ${wayWords[way]}`))
  return [
    `${responses(ledger.cameIn)} came in: ${cameBy}.`,
    countedSentences(ledger),
    notCountedSentences(ledger),
  ]
}

function countedSentences(ledger: Ledger): string {
  const on = (line: Line): number => countOn(ledger, line)
  const parts = [
    on('in-time') > 0
      ? `${figures(on('in-time'))} came in time from people who answered for themselves`
      : '',
    on('on-behalf') > 0 ? `${figures(on('on-behalf'))} came in time on behalf of somebody` : '',
    on('late-accepted') > 0
      ? `${figures(on('late-accepted'))} came late and ${was(on('late-accepted'))} accepted`
      : '',
    on('campaign-standard') > 0
      ? `${figures(on('campaign-standard'))} used the same words as a campaign`
      : '',
    on('campaign-edited') > 0
      ? `${figures(on('campaign-edited'))} used a campaign’s words with some of their own`
      : '',
  ].filter((part) => part !== '')
  const asOne = ledger.asOne.map(
    ({ campaign, responses: many }) =>
      ` The ${figures(many)} in the same words of “${campaign.name}” count as one in the results.`,
  )
  const rest =
    ledger.inResults === ledger.countedTotal
      ? ''
      : ` The results rest on ${responses(ledger.inResults)}.`
  if (parts.length === 0) return 'None is counted.'
  return `${figures(ledger.countedTotal)} ${ledger.countedTotal === 1 ? 'is' : 'are'} counted. ${list(parts)}.${asOne.join('')}${rest}`
}

function notCountedSentences(ledger: Ledger): string {
  if (ledger.notCountedTotal === 0) return 'None was left out.'
  const reasons = ledger.notCounted.find(({ line }) => line === 'excluded')?.parts ?? []
  const why = list(
    reasons.map(
      ({ name, count }) =>
        `${figures(count)} as “${exclusionWords[name as ExclusionReason].toLocaleLowerCase('en-GB')}”`,
    ),
  )
  const said: readonly (readonly [Line, (count: number) => string])[] = [
    [
      'late-waiting',
      (count) => `came late and nobody has decided on ${count === 1 ? 'it' : 'them'} yet`,
    ],
    ['late-not-accepted', (count) => `came late and ${was(count)} not accepted`],
    ['blank', (count) => `${was(count)} blank`],
    [
      'duplicate',
      (count) =>
        `${was(count)} the same response again, merged into ${figures(ledger.merged.into)} that count`,
    ],
    ['withdrawn', (count) => `${was(count)} withdrawn by the person`],
    ['erased', (count) => `${was(count)} erased for a lawful reason`],
    ['excluded', (count) => `${was(count)} left out: ${why}`],
  ]
  const parts = said.flatMap(([line, words]) => {
    const count = countOn(ledger, line)
    return count === 0 ? [] : [`${figures(count)} ${words(count)}`]
  })
  return `${figures(ledger.notCountedTotal)} ${ledger.notCountedTotal === 1 ? 'is' : 'are'} not counted. ${list(parts)}.`
}

/** The words of the ledger's page. */
export const ledgerWords = {
  title: 'Where every response is',
  titleOf: (consultation: string) => `Where every response is – ${consultation}`,
  lede: (cameIn: number) =>
    `${responses(cameIn)} came in. Each of them is on exactly one line below.`,
  addsUp: (counted: number, not: number, cameIn: number) =>
    `${figures(counted)} and ${figures(not)} make ${figures(cameIn)}: it adds up.`,
  nothing: 'No response has come in yet. When one does, it stands here at once.',
  amiss: (lines: number, cameIn: number) =>
    `The lines make ${figures(lines)}, but ${figures(cameIn)} came in`,
  amissMore: 'Nothing can be published until they agree. Tell whoever looks after this server.',
  cameIn: 'Came in',
  counted: 'Counted',
  notCounted: 'Not counted, with the reason',
  withoutLine: 'Without a line',
  asTable: 'As a table',
  caption: 'Every response, on one line each',
  line: 'Line',
  responses: 'Responses',
  why: 'Who decided, and why',
  sumOfWays: 'The sum of the ways below',
  inEveryResult: 'In every result, unless a filter says otherwise',
  kept: 'Kept, and readable by the people who may',
  asWords: 'As sentences',
  nothingDeleted: 'Nothing was deleted to make this add up.',
  lately: 'Decided lately',
  noneLately: 'Nobody has decided anything by hand.',
  opened: (line: string, count: number) => `${line}: ${responses(count)}`,
  noneOnLine: 'No response is on this line.',
  firstShown: (shown: number, of: number) => `The first ${figures(shown)} of ${figures(of)}.`,
  nextOnLine: 'Show the next',
  finished: (moment: string, day: string) => `finished ${moment}, came on ${day}`,
  decided: (by: string, reason: string) =>
    reason === '' ? `Decided by ${by}.` : `Decided by ${by}: “${reason}”`,
  steps: {
    'accept-late': (count: number) => `accepted ${responses(count)} that came late`,
    'refuse-late': (count: number) => `did not accept ${responses(count)} that came late`,
    merge: (count: number) => `merged ${responses(count)} into another`,
    'label-campaign': (count: number) => `labelled ${responses(count)} as a campaign`,
    exclude: (count: number) => `left ${responses(count)} out`,
    'answer-for': (count: number) => `said for whom ${responses(count)} ${was(count)} given`,
    'count-campaign': () => 'changed how a campaign counts',
    erase: (count: number) => `erased ${responses(count)} for good`,
    'take-out': (count: number) => `took words out of ${responses(count)} for good`,
    undo: (count: number) => `undid a decision on ${responses(count)}`,
  } as Readonly<Record<string, (count: number) => string>>,
  step: (moment: string, who: string, what: string) => `${moment}, ${who} ${what}.`,
  reason: (reason: string) => ` “${reason}”`,
  undo: 'Undo',
  undone: 'Undone since.',
  undoNote: 'Undoing moves a response back to the line it came from. It is written down as well.',
} as const
