import { clockWords, dayOfMoment, dayOfMomentWords, momentWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import { mostTakeable, turnsToLongestWait } from '../domain/round/questions/order-of-questions.ts'
import type { Answerer } from '../domain/round/questions/question.ts'
import { reasonWords } from './own-question.ts'
import { leastShown } from '../domain/round/acknowledgement.ts'

const counted = (count: number, one: string, many: string): string =>
  `${figures(count)} ${count === 1 ? one : many}`

/** The time alone on the day on which people asked, and the day as well on any other. */
const timeOn = (moment: string, opensAt: string): string =>
  dayOfMoment(moment) === dayOfMoment(opensAt)
    ? clockWords(moment)
    : `${dayOfMomentWords(moment)} at ${clockWords(moment)}`

const ordinals: Readonly<Record<number, string>> = { 2: 'second', 3: 'third', 4: 'fourth' }
const ordinal = (number: number): string => ordinals[number] ?? `${number}th`

/** How many questions there are, and how far they have come. */
export interface QuestionCounts {
  readonly all: number
  readonly answered: number
  readonly notAnswered: number
  readonly toCome: number
}

/** What the pages of live questions and answers say. */
export const questionWords = {
  eyebrow: 'Live questions and answers',
  promise: 'Every question gets an answer, or a reason why not.',
  ask: 'Ask a question',
  transcript: 'Read the transcript',
  counts: ({ all, answered, notAnswered, toCome }: QuestionCounts): string =>
    all === 0
      ? 'Nobody has asked anything yet. You can be the first.'
      : `${counted(all, 'question', 'questions')}: ${figures(answered)} answered, ${figures(notAnswered)} with a reason why not${toCome > 0 ? `, ${figures(toCome)} to come` : ''}.`,
  asking: (closesAt: string) => `You can ask until ${momentWords(closesAt)}.`,
  askingOver:
    'Nobody can ask any more. Staff go on until every question has an answer or a reason.',
  finished: (at: string) =>
    `Finished on ${dayOfMomentWords(at)} at ${clockWords(at)}. Nothing on this page changes any more.`,
  now: 'Being answered now',
  nobodyNow: 'Nobody is writing an answer at this moment.',
  writing: (since: string, day: string) => `Writing an answer since ${timeOn(since, day)}`,
  appears:
    'The answer appears here when it is finished. You need not wait: all of it stays on this page.',
  next: 'Next, in this order',
  /** What `orderOfQuestions` and `takeableQuestions` do, in words. */
  order: `The question that most people want comes first. Of equals, the one that has waited longer comes first. Every ${ordinal(turnsToLongestWait)} turn goes to the one that has waited longest. Counts are to the nearest 5, and fewer than ${leastShown} count as none. Staff take one of the first ${mostTakeable}, whichever is theirs to answer. The page works this out by itself: nobody can move a question up.`,
  nobodyNext: 'No question is waiting.',
  longest: 'has waited longest',
  joined: (count: number) => `asked by ${counted(count, 'other person', 'others')} too`,
  joinedTitle: (count: number) =>
    count === 1 ? 'Read the other question like it' : `Read the ${figures(count)} others like it`,
  wanted: (count: number) => `wanted by about ${figures(count)} people`,
  answered: (count: number) => `Answered: ${figures(count)}`,
  answeredAt: (at: string, day: string) => `answered ${timeOn(at, day)}`,
  staff: (self: string | undefined) =>
    self === undefined ? 'Staff of this Trust' : `Staff of this Trust, ${self}`,
  nothingAnswered: 'Nothing has been answered yet.',
  notAnswered: (count: number) => `Not answered, and why: ${figures(count)}`,
  reasons: reasonWords,
  gone: 'Whoever asked this took it back.',
  answering: 'Answering',
  answerer: ({ name, self }: Answerer) => (self === undefined ? name : `${name}, ${self}`),
  soFar: 'So far',
  endsOnly: 'It ends only when each question has an answer or a reason.',
  link: 'Link to this question',
  report: 'Report',
  asOf: 'This page shows how things stand now. Load it again to see what is new.',
  transcriptOf: (title: string) => `Transcript: ${title}`,
  transcriptLede: (at: string) =>
    `Every question that was asked, in the order in which it came, with its answer or the reason why not. Finished on ${momentWords(at)}. It stays as it is.`,
  question: (number: number) => `Question ${figures(number)}`,
  joinedWith: (number: number) => `Joined with question ${figures(number)}, which asks the same.`,
} as const
