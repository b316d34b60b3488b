import { dateWords, dayOfMomentWords, momentWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import type { Acknowledgement } from '../domain/round/acknowledgement.ts'
import type { ContributionSource } from '../domain/round/contribution-source.ts'
import type { RoundKind } from '../domain/round/round.ts'
import type { ShownQuotation, WordsGone } from '../domain/round/shown-contribution.ts'
import type { Stance } from '../domain/round/stance.ts'
import type { ThreadOrder } from '../domain/round/thread-order.ts'
import { helpLineWords } from './help-line.ts'
import { roundBeside } from './round-beside.ts'
import { askStance, stanceLabels } from './stance.ts'

const counted = (count: number, one: string, many: string): string =>
  `${figures(count)} ${count === 1 ? one : many}`

const kinds: Readonly<Record<RoundKind, string>> = {
  discussion: 'Discussion',
  questions: 'Questions and answers',
  statements: 'Statements',
  proposition: 'Proposition',
}

const sources: Readonly<Record<ContributionSource, string>> = {
  participant: '',
  staff: 'Staff of this Trust',
  seed: 'Written by the Trust to start the talk',
  'on-behalf': 'Said on behalf of somebody else',
  paper: 'Sent on paper, typed by staff',
  meeting: 'Said at a meeting, written down by staff and read back',
}

const gone: Readonly<Record<WordsGone['kind'], string>> = {
  changing:
    'Whoever wrote this is changing it. A person reads the new words before others see them.',
  withdrawn: 'Whoever wrote this took it back.',
  removed: 'A moderator took this out.',
}

const acknowledged: Readonly<Record<Acknowledgement, string>> = {
  alike: 'I see it this way too',
  thinking: 'This made me think',
  wanted: 'I want to know this too',
}

const acknowledgedBy: Readonly<Record<Acknowledgement, (count: number) => string>> = {
  alike: (count) => `About ${figures(count)} people see it this way too`,
  thinking: (count) => `This made about ${figures(count)} people think`,
  wanted: (count) => `About ${figures(count)} people want to know this too`,
}

/** What the pages of rounds say. */
export const roundWords = {
  kinds,
  stanceLabels,
  acknowledged,
  acknowledgedBy,
  acknowledgedOf: (name: string) => `: what ${name} said`,
  acknowledgedNow: { on: 'We have noted it.', off: 'You have taken it back.' },
  gone,
  fresh: {
    said: (count: number) =>
      count === 1
        ? 'Somebody has said something while you were reading.'
        : `${figures(count)} things were said while you were reading.`,
    show: (count: number) => `Show ${figures(count)} new`,
    shown: (count: number) => `${figures(count)} new shown`,
    trouble: 'We could not reach Takepart. Check your connection and try again.',
  },
  source: (source: ContributionSource, note = '') =>
    [sources[source], note].filter(Boolean).join(', '),
  stance: (stance: Stance, position: string, condition = ''): string => {
    switch (stance) {
      case 'for':
        return `For ${position}`
      case 'against':
        return `Against ${position}`
      case 'conditional':
        return `Yes, if ${condition.replace(/^if\s+/i, '')}`
      case 'undecided':
        return 'Undecided'
    }
  },

  list: {
    title: 'Discussions',
    lede: 'People talk to each other here, and staff take part. Read what others say, and say what you see.',
    none: 'There is no discussion yet.',
    open: 'Open now',
    scheduled: 'Opening soon',
    over: 'Closed: read what people said',
  },
  beside: roundBeside,
  openUntil: (closesAt: string) => `open until ${momentWords(closesAt)}`,
  opensOn: (opensAt: string) => `opens ${momentWords(opensAt)}`,
  closedOn: (closesAt: string) => `closed ${dayOfMomentWords(closesAt)}`,
  roundOf: (kind: RoundKind, place?: { readonly number: number; readonly of: number }) =>
    place ? `${kinds[kind]}, round ${place.number} of ${place.of}` : kinds[kind],

  paired: (leading: string) =>
    `Both were published together. Which one comes first changes every day; today it is ‘${leading}’.`,
  contributions: (count: number, people: number) =>
    `${counted(count, 'contribution', 'contributions')} from ${counted(people, 'person', 'people')}`,
  nobodyYet: (starters: number) =>
    starters === 2
      ? 'Nobody has said anything yet. Two people have begun, above. You can be the third.'
      : 'Nobody has said anything yet. You can be the first.',
  dots: (counts: { readonly contributions: number; readonly staff: number }) =>
    counts.staff === 0
      ? 'Each dot is one of them, in order.'
      : `Each dot is one of them, in order; ${counted(counts.staff, 'square is', 'squares are')} the Trust, 1 in ${figures(Math.round(counts.contributions / counts.staff))}.`,
  betweenPublic: (between: number, replies: number) =>
    `${figures(between)} of ${figures(replies)} replies are from one member of the public to another.`,
  order: {
    label: 'Order of the contributions',
    newest: 'Newest',
    oldest: 'Oldest first',
    'most-replies': 'Most replies',
    unlike: 'Views unlike mine',
  },
  orderRule: (order: ThreadOrder, position = ''): string => {
    switch (order.by) {
      case 'newest':
        return 'The newest come first. Replies stand under what they answer, the oldest first.'
      case 'oldest':
        return 'The oldest come first.'
      case 'most-replies':
        return 'What most people replied to comes first.'
      case 'unlike':
        return `${unlikeMine[order.mine](position)}, so people who see it differently come first, then people who did not say where they stand, then the rest. Among each, those with the fewest replies come first.`
    }
  },
  unlikeTitle: 'Read views unlike yours first',
  unlikeAsk: askStance,
  unlikeWhy:
    'We do not keep your choice. It only decides which contributions come first: those of people who see it differently, and among them those that few have answered.',
  unanswered: 'Nobody has answered this yet.',
  unchallenged: 'Nobody has put the other side of this yet. Could you?',
  edited: (on: string) => `changed by its author on ${dateWords(on)}`,
  saidOn: (on: string) => dateWords(on),
  exactWords: (by: string) => `Exact words of ${by}`,
  quotationGone: (quotation: Extract<ShownQuotation, { gone: true }>) =>
    quotation.by === undefined
      ? 'This quotes words that are not there any more, so they are not shown.'
      : `This quotes words of ${quotation.by} that are not in the text any more, so they are not shown.`,
  seeNow: (by: string) => `See what ${by} says now`,
  removedFor: (reason: string) => `taken out by a moderator: ${reason}`,
  reply: 'Reply',
  replyTo: (name: string) => `to ${name}`,
  quote: 'Quote',
  quoteOf: (name: string) => `the words of ${name}`,
  link: 'Link to this',
  linkOf: (name: string) => `: what ${name} said`,
  moreReplies: (count: number) => `Read ${counted(count, 'more reply', 'more replies')}`,
  say: 'Say what you see',
  mine: 'Find what I wrote',
  nextPage: 'Next page',
  firstPage: 'First page',
  pages: 'Pages of contributions',
  facts: {
    how: 'How we talk here',
    round: 'This round',
    until: (closesAt: string, summaryBy: string) =>
      `Open until ${momentWords(closesAt)}. By ${dateWords(summaryBy)} we write what was said, what was not settled and what comes next.`,
    closed: (closesAt: string, summaryBy: string) =>
      `Closed on ${momentWords(closesAt)}. By ${dateWords(summaryBy)} we write what was said, what was not settled and what comes next.`,
    concluded: (closesAt: string) =>
      `Closed on ${momentWords(closesAt)}. It stays here to be read.`,
    story: 'The story so far',
    consultation: 'The consultation',
    yours: 'What you wrote',
    file: 'Keep it as a file',
    json: 'All of it as data (JSON)',
    csv: 'All of it as a table (CSV)',
  },
  frozen: 'This round is closed. Nothing more can be said in it, and it stays here to be read.',
  notYet: (opensAt: string) =>
    `This round opens ${momentWords(opensAt)}. You can read how it begins.`,
  summary: {
    title: 'What came of it',
    said: 'What was said',
    notSettled: 'What was not settled',
    next: 'What happens next',
    by: (on: string) => `Written by staff of the Trust, ${dateWords(on)}.`,
  },
  process: {
    rounds: 'The rounds',
    story: 'The story so far',
    count: (count: number) => counted(count, 'contribution', 'contributions'),
  },
  thread: (name: string, title: string) => `${name} in ‘${title}’`,
  backToRound: 'The whole discussion',
  retracted: {
    title: 'This discussion has been taken down',
    words: (on: string) => `The Trust took it down on ${on}.`,
    others: 'See the other discussions',
  },
  help: helpLineWords,
} as const

const unlikeMine: Readonly<Record<Stance, (position: string) => string>> = {
  for: (position) => `You are for ${position}`,
  against: (position) => `You are against ${position}`,
  conditional: (position) => `You say yes to ${position} if something else is true`,
  undecided: (position) => `You are undecided about ${position}`,
}
