import type { Finding } from '../domain/analysis/tally/finding.ts'
import { percentOf, shareInWords } from '../domain/analysis/tally/finding.ts'
import type { GroupPresence } from '../domain/analysis/representation.ts'
import type { Figures } from '../domain/analysis/tally/figures.ts'
import { figures } from '../domain/core/figures.ts'
import { withCapital } from '../domain/core/text.ts'

const people = (count: number): string => `${figures(count)} ${count === 1 ? 'person' : 'people'}`
const quoted = (label: string): string => `“${label}”`

/** "A", "A and B", "A, B and C". */
function list(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** A finding as a sentence that says of how many people it is. */
export function findingWords(finding: Finding): string {
  switch (finding.kind) {
    case 'nobody':
      return 'Nobody has answered this yet.'
    case 'few':
      return `${withCapital(people(finding.answered))} answered: too few to speak of shares.`
    case 'all':
      return `Everybody who answered chose ${quoted(finding.first.label)}: ${people(finding.answered)}.`
    case 'level':
      return `${list(finding.level.map(({ label }) => quoted(label)))} are level: about ${shareInWords(finding.level[0]?.count ?? 0, finding.answered)} of ${people(finding.answered)} chose each.`
    case 'most': {
      const { first, second, answered } = finding
      const share = withCapital(shareInWords(first.count, answered))
      const next = second
        ? ` ${quoted(second.label)} comes next, with ${percentOf(second.count, answered)}%.`
        : ''
      return `${share} chose ${quoted(first.label)}: ${figures(first.count)} of ${people(answered)}.${next}`
    }
  }
}

/** Numbers in a sentence. */
export const figuresWords = (said: Figures, unit: string | undefined): string => {
  const of = (value: number): string => `${value}${unit ? ` ${unit}` : ''}`
  return `Half of those who answered gave ${of(said.median)} or less. The middle half lie between ${of(said.lowerQuartile)} and ${of(said.upperQuartile)}; the least is ${of(said.least)} and the most ${of(said.most)}.`
}

/** Who is missing, in a sentence for each group of which something can be said. */
export function presenceWords({ label, took, expected, verdict }: GroupPresence): string {
  const of = `${figures(took)}, where about ${figures(expected)} were to be expected`
  switch (verdict) {
    case 'nobody':
      return `Nobody from ${quoted(label)} has taken part, where about ${figures(expected)} were to be expected.`
    case 'fewer':
      return `Fewer people from ${quoted(label)} have taken part than their share: ${of}.`
    case 'more':
      return `More people from ${quoted(label)} have taken part than their share: ${of}.`
    case 'as-expected':
      return `${quoted(label)} are there in about their share: ${of}.`
    case 'too-few-to-say':
      return `Too few to say anything of ${quoted(label)}.`
  }
}

/** The words of the results pages. */
export const resultsWords = {
  title: 'Results',
  titleOf: (consultation: string) => `Results – ${consultation}`,
  lede: (inResults: number, cameIn: number) =>
    cameIn === 0
      ? 'Nobody has responded yet.'
      : `${figures(inResults)} of the ${figures(cameIn)} responses that came in are counted here. Numbers on this page are live.`,
  noQuestions: 'No question has been asked.',
  allQuestions: 'All questions',
  navigation: 'About this consultation',
  ledger: 'Where every response is',
  responses: 'Read the responses',
  questionOf: (number: number, of: number) => `Question ${number} of ${of}`,
  more: 'Put it beside another question',
  moreAbout: (title: string) => `: ${title}`,
  chartName: (title: string) => `Bar chart: ${title}. The table after it says the same.`,
  answer: 'Answer',
  people: 'People',
  share: 'Share',
  answered: 'Answered',
  caption: (answered: number, leftOut: number, several: boolean) =>
    `${answered === 0 ? 'Nobody' : people(answered)} ${several ? 'answered, and could choose several' : 'answered'}; ${leftOut === 0 ? 'nobody' : figures(leftOut)} left it out`,
  captionAbout: (about: string, answered: number) => `${about}: ${people(answered)}`,
  onlyAsked: (asked: number) =>
    `It was put to ${people(asked)}, because of what they answered before or which version they answered.`,
  wrote: (answered: number) =>
    answered === 0
      ? 'Nobody has written anything yet.'
      : `${withCapital(people(answered))} wrote something.`,
  readThem: 'Read what they wrote',
  placed: (label: string, first: number, ranked: number) =>
    `${quoted(label)} stands highest over all: ${people(ranked)} placed it, ${figures(first)} of them first.`,
  equality:
    'This question is about equality. Its numbers are rounded here too, and no answer to it is shown beside what the same person said.',
  hidden: 'hidden, few people',
  withheld: 'withheld, because it would give a hidden number away',
  footnote: (hideUpTo: number, roundTo: number) =>
    `* 1 to ${hideUpTo} people: hidden, so that nobody can be recognised. Every other number, and each total by itself, is rounded to the nearest ${roundTo}; so a column may not add up.`,
  withheldNote: '– withheld: with the other numbers it would give a hidden one away.',
  who: 'Who takes part',
  byDay: 'Responses that count, by the day they came and the way',
  day: 'Day',
  all: 'All',
  beside: 'Beside',
  besideHint: 'Only questions with fixed answers can be put beside each other.',
  show: 'Show',
  split: 'Who answered what',
  besideCaption: (down: string, across: string, roundTo: number) =>
    `${quoted(down)} beside ${quoted(across)}, to the nearest ${roundTo}`,
  ways: {
    website: 'On this website',
    paper: 'On paper',
    telephone: 'By telephone',
    email: 'By email',
    meeting: 'At a meeting',
  } as const,
} as const
