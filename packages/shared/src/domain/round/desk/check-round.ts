import { fieldOf, textIn, type Part } from '../../authoring/draft/draft.ts'
import { checkCalendar } from '../../authoring/draft/check-time.ts'
import { dayOfMoment } from '../../core/dates.ts'
import { daysBetween } from '../../core/working-days.ts'
import {
  newProcess,
  stageOf,
  writtenRound,
  type RoundSurroundings,
  type WrittenRound,
} from './round-draft.ts'

/** Something that its author must put right (`blocks`) or think about (`advice`). */
export interface RoundFinding {
  readonly level: 'blocks' | 'advice'
  readonly field: string
  readonly words: string
}

export interface CheckedRound {
  readonly written: WrittenRound
  readonly findings: readonly RoundFinding[]
}

/** What a check needs beside the draft and its surroundings. */
export interface CheckedAgainst extends RoundSurroundings {
  /** True when another round has this address. */
  readonly slugTaken: boolean
  /** The process that the draft names: none of this address, or one whose last round is not at its end. */
  readonly process?: 'missing' | 'taken' | 'not-concluded' | undefined
}

const day = 86_400_000
const leastDays = 7
/** A summary that comes later than this is not connected any more with what people said. */
const mostDaysToSummary = 28

/** Characters; two short texts may well differ. */
const leastToCompare = 400

const blocks = (field: string, words: string): RoundFinding => ({ level: 'blocks', field, words })
const advice = (field: string, words: string): RoundFinding => ({ level: 'advice', field, words })

/** A finding, or none. */
const when = (wrong: boolean, finding: RoundFinding): readonly RoundFinding[] =>
  wrong ? [finding] : []

/** What a draft makes, and everything that stands in its way or is worth a thought, in the order of its form. */
export function checkRound(
  draft: { readonly id: string; readonly part: Pick<Part, 'fields'> },
  around: CheckedAgainst,
): CheckedRound {
  const written = writtenRound(draft, around)
  const stage = stageOf(around.published, around.now)
  if (stage === 'draft' || stage === 'scheduled')
    return {
      written,
      findings: [
        ...checkAsking(written),
        ...checkAnswering(written),
        ...checkSides(written),
        ...checkTalk(written),
        ...checkTimes(written, around.now),
        ...checkPlace(written, draft.part, around),
      ],
    }
  if (stage === 'retracted') return { written, findings: [] }
  const unfinished = stage === 'closed' && around.published?.unfinished === true
  return { written, findings: checkSummary(written, { stage, unfinished }) }
}

/** What is asked, and whether there is anything to answer. */
function checkAsking(round: WrittenRound): readonly RoundFinding[] {
  const { title, lede, position, starters, kind } = round
  const asksNothing =
    title !== '' && !title.includes('?') && starters.length === 0 && position === undefined
  return [
    ...when(title === '', blocks('title', 'Write the title: the one question people talk about')),
    ...when(
      asksNothing && kind === 'discussion',
      blocks(
        'title',
        'There is nothing to answer: the title asks nothing, and there is no text to begin with. Write a question, or a text',
      ),
    ),
    ...when(lede === '', blocks('lede', 'Write a sentence or two that invite people in')),
    ...when(
      /^(?:for|against)\b/i.test(position ?? ''),
      advice(
        'position',
        `People would read “For ${position ?? ''}”. Leave out the first word, as in “one clinic”`,
      ),
    ),
  ]
}

/** Who answers, where people ask. */
function checkAnswering({ kind, answering = [] }: WrittenRound): readonly RoundFinding[] {
  if (kind !== 'questions') return []
  const names = answering.map(({ name }) => name)
  return [
    ...when(
      answering.length === 0,
      blocks('answering', 'Write who answers: one person on each line'),
    ),
    ...when(
      answering.length > 12,
      blocks('answering', 'Name 12 people or fewer, so that readers can tell them apart'),
    ),
    ...when(
      names.includes(''),
      blocks('answering', 'Begin each line with the name of the person, before the comma'),
    ),
    ...when(
      new Set(names).size < names.length,
      blocks('answering', 'Two people have the same name. Tell them apart, as in “Jo Fenn (ward)”'),
    ),
    ...when(
      answering.some(({ self }) => self === undefined),
      advice('answering', 'Say what each person does, after a comma: “Jo Fenn, nurse at Birch”'),
    ),
  ]
}

const plainWords = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ')

/** The texts that it begins with: each whole, and two of them from two sides. */
function checkSides({ starters }: WrittenRound): readonly RoundFinding[] {
  const whole = starters.flatMap(({ id, title, paragraphs, name, self }) => [
    ...when(title === '', blocks(`${id}Title`, 'Say from where this text is written')),
    ...when(paragraphs.length === 0, blocks(`${id}Text`, 'Write the text')),
    ...when(name === '', blocks(`${id}Name`, 'Say who wrote it')),
    ...when(
      self === undefined && name !== '',
      advice(`${id}Self`, 'Ask its author how they describe themselves, in their own words'),
    ),
  ])
  const [first, second] = starters
  if (!first || !second) return whole
  const [one, other] = [first, second].map(({ paragraphs }) => plainWords(paragraphs.join(' ')))
  const lengths = [first, second].map(({ paragraphs }) => paragraphs.join(' ').length)
  const [shorter = 0, longer = 0] = lengths.toSorted((a, b) => a - b)
  return [
    ...whole,
    ...when(
      one !== '' && one === other,
      blocks('secondText', 'Both sides say the same. Two texts need two views'),
    ),
    ...when(
      first.source === 'staff' && second.source === 'staff',
      advice(
        'secondSource',
        'Both texts come from staff. Ask somebody from the other side of the desk',
      ),
    ),
    ...when(
      longer > leastToCompare && longer > shorter * 2,
      advice(
        lengths[0] === longer ? 'firstText' : 'secondText',
        'This text is more than twice as long as the other. Both sides need the same weight',
      ),
    ),
  ]
}

function checkTalk({ rules, reading, moderation, trust }: WrittenRound): readonly RoundFinding[] {
  return [
    ...when(
      rules.length === 0,
      blocks('rules', 'Write how people talk to each other here: one rule on each line'),
    ),
    ...when(rules.length > 10, blocks('rules', 'Write 10 rules or fewer')),
    ...when(
      rules.some((rule) => rule.length > 300),
      blocks('rules', 'Write each rule in 300 characters or fewer'),
    ),
    ...when(reading === '', blocks('reading', 'Say when somebody reads what people write')),
    ...when(
      moderation === 'after',
      advice(
        'moderation',
        'Everybody sees what is written before anybody has read it. Is somebody on duty all the time?',
      ),
    ),
    ...when(trust.name === '', blocks('trustName', 'Write the name of the Trust')),
  ]
}

function checkTimes(round: WrittenRound, now: Date): readonly RoundFinding[] {
  const { opensAt, closesAt, summaryBy } = round
  const missing = [
    ...when(opensAt === '', blocks('opensAt', 'Write when it opens')),
    ...when(closesAt === '', blocks('closesAt', 'Write when it closes')),
    ...when(summaryBy === '', blocks('summaryBy', 'Write by which day the summary comes')),
  ]
  if (opensAt === '' || closesAt === '') return missing
  const open = Date.parse(closesAt) - Date.parse(opensAt)
  const last = dayOfMoment(closesAt)
  const toSummary = summaryBy === '' ? 0 : daysBetween(last, summaryBy)
  const order = [
    ...when(open <= 0, blocks('closesAt', 'Choose a closing that comes after the opening')),
    ...when(
      open > 0 && Date.parse(closesAt) <= now.getTime(),
      blocks('closesAt', 'This time has passed. Nobody could take part'),
    ),
    ...when(toSummary < 0, blocks('summaryBy', 'The summary comes after the closing')),
  ]
  if (order.length > 0) return [...missing, ...order]
  return [...missing, ...adviceOnTimes(round, { open, toSummary, now })]
}

function adviceOnTimes(
  { kind, opensAt, closesAt }: WrittenRound,
  {
    open,
    toSummary,
    now,
  }: { readonly open: number; readonly toSummary: number; readonly now: Date },
): readonly RoundFinding[] {
  const days = Math.ceil(open / day)
  return [
    ...when(
      kind === 'discussion' && open < leastDays * day,
      advice(
        'closesAt',
        `Open for ${days} ${days === 1 ? 'day' : 'days'}. In less than a week many people never hear of it`,
      ),
    ),
    ...when(
      Date.parse(opensAt) < now.getTime(),
      advice('opensAt', 'This time has passed. It would open as soon as it is published'),
    ),
    ...when(
      toSummary > mostDaysToSummary,
      advice('summaryBy', 'More than 4 weeks after the closing. People will have stopped waiting'),
    ),
    ...checkCalendar(dayOfMoment(opensAt), dayOfMoment(closesAt)).map(({ path: [field], words }) =>
      advice(String(field), words),
    ),
  ]
}

/** Its address, and where it belongs. */
function checkPlace(
  { slug, process }: WrittenRound,
  part: Pick<Part, 'fields'>,
  around: CheckedAgainst,
): readonly RoundFinding[] {
  const before = around.published?.round.slug
  const consultation = textIn(part, 'consultation')
  const begins = textIn(part, 'process') === newProcess
  return [
    ...when(slug === '', blocks('slug', 'Write its address on this website')),
    ...when(
      slug !== '' && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug),
      blocks('slug', 'Use small letters a to z, digits, and single hyphens between words'),
    ),
    ...when(around.slugTaken, blocks('slug', 'Another discussion has this address')),
    ...when(
      before !== undefined && before !== slug,
      blocks('slug', 'Its address is published and cannot change'),
    ),
    ...when(
      consultation !== '' && !around.consultation,
      blocks('consultation', 'There is no published consultation of this address any more'),
    ),
    ...checkProcess({ begins, process }, around.process),
    ...when(
      fieldOf(part, 'indexed') === undefined,
      advice(
        'indexed',
        'Nobody has chosen yet whether search engines may list it. As it is, they may not',
      ),
    ),
  ]
}

const checkProcess = (
  { begins, process }: { readonly begins: boolean; readonly process: WrittenRound['process'] },
  stands: CheckedAgainst['process'],
): readonly RoundFinding[] => [
  ...when(
    begins && process?.begins?.title === '',
    blocks('processTitle', 'Write what the row of discussions is called'),
  ),
  ...when(
    begins && process?.begins?.lede === '',
    blocks('processLede', 'Say in a sentence or two what the row of discussions is for'),
  ),
  ...when(
    stands === 'taken',
    blocks(
      'processTitle',
      'Another row of discussions has this name. Choose it above, or write another name',
    ),
  ),
  ...when(stands === 'missing', blocks('process', 'There is no such row of discussions any more')),
  ...when(
    stands === 'not-concluded',
    advice(
      'process',
      'The discussion before this one has no summary yet. A summary opens the next one',
    ),
  ),
]

function checkSummary(
  { summary }: WrittenRound,
  {
    stage,
    unfinished,
  }: { readonly stage: 'open' | 'closed' | 'concluded'; readonly unfinished: boolean },
): readonly RoundFinding[] {
  if (stage === 'concluded') return []
  return [
    ...when(
      stage === 'open',
      blocks('said', 'People are still talking. The summary can be signed once it has closed'),
    ),
    ...when(
      unfinished,
      blocks(
        'said',
        'Not every question has an answer or a reason yet. Finish the questions first, on the page where they are answered',
      ),
    ),
    ...when(
      summary?.said.length === 0,
      blocks('said', 'Write what was said, so that everybody finds themselves in it'),
    ),
    ...when(
      summary?.notSettled.length === 0,
      advice(
        'notSettled',
        'Was everything settled? If people still see something differently, say so',
      ),
    ),
    ...when(summary?.next.length === 0, blocks('next', 'Write what happens next')),
  ]
}

export const howManyBlock = (findings: readonly RoundFinding[]): number =>
  findings.filter(({ level }) => level === 'blocks').length
