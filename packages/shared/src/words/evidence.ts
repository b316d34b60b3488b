import { dateWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'

const many = (count: number, one: string, more: string): string =>
  `${figures(count)} ${count === 1 ? one : more}`

/** The words of the evidence pack: every sentence is made from a record, and says so when there is none. */
export const evidenceWords = {
  title: 'Evidence pack',
  titleOf: (consultation: string) => `Evidence pack – ${consultation}`,
  lede: (moment: string) =>
    `What was asked, when and of whom, what came in, and how it was considered. Made from the records on ${moment}: nothing on this page was typed for it.`,
  print: 'Print it, or save it as a PDF, with your browser.',
  asked: 'What was asked',
  askedMore: (questions: number, readings: number, minutes: number) =>
    `${many(questions, 'question', 'questions')}, with ${many(readings, 'thing', 'things')} to read first, and about ${many(minutes, 'minute', 'minutes')} to answer.`,
  versions: 'Versions',
  version: (number: number, moment: string) => `Version ${number} was published ${moment}.`,
  when: 'When, and for how long',
  open: (from: string, until: string, days: number) =>
    `Open from ${from} until ${until}: ${many(days, 'day', 'days')}.`,
  grace: (days: number) =>
    days === 0
      ? 'Nothing that arrived later counts, unless somebody decided so.'
      : `What was finished in time and arrived up to ${many(days, 'day', 'days')} later counts as well.`,
  changed: (on: string, text: string) => `${dateWords(on)}: ${text}`,
  whom: 'Of whom, and in which forms',
  editions: (names: string) => `It could be read and answered in: ${names}.`,
  oneEdition: 'It could be read and answered in one form, the standard one.',
  otherWays: 'On paper, by telephone or in another form for whoever asked for it.',
  requests: (all: number, met: number) =>
    all === 0
      ? 'Nobody asked for another form or for support.'
      : `${many(all, 'person', 'people')} asked for another form or for support; ${figures(met)} of these requests ${met === 1 ? 'is' : 'are'} met.`,
  presence: 'Who took part, against who was expected',
  noPresence:
    'Nobody has entered who was expected to take part, so nothing can be said of who is missing.',
  checks: 'Checks, and advice that was not followed',
  noOverrules: 'All advice of the checks was followed, or none was given.',
  noDraft:
    'It was published from a file, which was checked when it was published. The desk has no record of advice.',
  overruled: (by: string, day: string, reason: string) =>
    `Not followed: ${by}, ${day}: “${reason}”`,
  signatures: (asked: string, signed: string, day: string) =>
    `${asked} asked for a signature, and ${signed} signed on ${day}.`,
  cameIn: 'How many answered, and how',
  considered: 'How it was considered',
  texts: (read: number, all: number) =>
    all === 0
      ? 'No question was answered in words.'
      : `${figures(read)} of ${many(all, 'answer', 'answers')} in people’s own words ${read === 1 ? 'was' : 'were'} read for themes.`,
  coders: (people: number, themes: number) =>
    `${many(people, 'person', 'people')} read them, with a codebook of ${many(themes, 'theme', 'themes')}.`,
  decided: (count: number) =>
    `${many(count, 'decision', 'decisions')} about responses ${count === 1 ? 'was' : 'were'} made by hand; each is in the ledger with its reason.`,
  frozen: (moment: string, by: string) => `The results were frozen ${moment} by ${by}.`,
  notFrozen: 'The results are not frozen yet.',
  outcome: (moment: string, wrote: string, signed: string) =>
    `The outcome was published ${moment}: ${wrote} asked, and ${signed} signed.`,
  noOutcome: (by: string) =>
    `The outcome is not published yet. It is promised by ${dateWords(by)}.`,
  norms: 'Against the principles',
  formative: 'Asked while it could still change (Gunning 1)',
  formativeYes:
    'Nothing was decided before it closed: the outcome was published after that, or is not published yet.',
  enough: 'Enough to go on (Gunning 2)',
  enoughNone:
    'There was nothing to read besides the questions. Say where people found the proposal.',
  time: 'Enough time (Gunning 3)',
  timeShort: 'That is less than six weeks. The reason should stand among the notes above.',
  conscientious: 'Considered with care (Gunning 4)',
  unread: (count: number) =>
    `${many(count, 'answer', 'answers')} in people’s own words still to be read.`,
  allRead: 'Every answer in people’s own words was read.',
  equality: 'Equality duty (section 149, Equality Act 2010)',
  equalityAsked:
    'People were asked about themselves, apart from what they said, and nobody had to answer.',
  equalityNot:
    'People were not asked about themselves, so effects on different groups rest on what they wrote.',
} as const
