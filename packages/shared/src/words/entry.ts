import { dateWords } from '../domain/core/dates.ts'
import { problemWords } from '../domain/response/problem-words.ts'
import type { Problem } from '../domain/response/problem.ts'
import type { EntryProblem } from '../domain/response/response-entry.ts'

/** The words of entering a response that came on paper, by telephone, by email or at a meeting. */
export const entryWords = {
  title: 'Enter a response',
  titleOf: (consultation: string) => `Enter a response – ${consultation}`,
  lede: 'For what came on paper, by telephone, by email or at a meeting. The questions and the rules are those of the website; what somebody left blank stays blank.',
  way: 'How did it come?',
  ways: {
    paper: 'On paper',
    telephone: 'By telephone',
    email: 'By email',
    meeting: 'At a meeting',
  },
  givenOn: 'On which day was it written or said?',
  arrivedOn: 'On which day did it reach us?',
  behalf: 'For whom was it given?',
  behalves: {
    self: 'For the person themselves',
    person: 'On behalf of another person',
    organisation: 'For an organisation',
  },
  behalfWords: 'For whom, in words?',
  behalfHint: 'As it stands on the paper: “my mother”, “the ward council”.',
  leftBlank: 'Questions that have to be answered on the website',
  leftBlankBox: 'Those without an answer below were left blank, and stay blank',
  toReadBack: 'Go on to read it back',
  readBackTitle: 'Read it back',
  readBackLede:
    'Read each answer to the person, or hold it against the paper. Nothing is stored yet.',
  readBackBox: 'It was read back to the person, who said that it is right',
  readBack: 'Reading back',
  blank: 'Left blank',
  change: 'Change something',
  store: 'Store the response',
  doneTitle: 'The response is stored',
  doneLede: (reference: string) => `Its reference is ${reference}.`,
  receipt: 'For the person',
  receiptLede:
    'Print this and give or send it to them. With both they can read their response and see what becomes of it, on any device.',
  receiptOnce: 'We keep no copy of the private code: it is on this page only until you leave it.',
  print: 'Print the receipt',
  another: 'Enter another response',
  saysNothing: 'No question has been answered. A blank form counts as a blank one.',
} as const

const own = {
  'given-in-the-future': () => 'Choose a day that is not after today',
  'arrived-before-given': () =>
    'Choose a day that is not before the one on which it was written or said',
  'not-read-back': () => 'Read it back to the person, and say so here',
  'behalf-words-missing': () => 'Write for whom it was given',
  'entered-already': () => 'This response is stored already. Begin another',
} as const

/** What is wrong with an entry, and what to do next. */
export function entryProblemWords(problem: EntryProblem): string {
  if (problem.code === 'given-before-opening')
    return `It opened on ${dateWords(problem.opensOn)}. Choose a day from then on`
  if (problem.code === 'behalf-words-too-long')
    return `Write for whom in ${problem.most} characters or fewer`
  const say = (own as Readonly<Record<string, () => string>>)[problem.code]
  return say ? say() : problemWords(problem as Problem)
}

/** The field of a problem with an entry that is not about an answer. */
export const entryProblemPlaces: Readonly<Record<string, string>> = {
  'given-in-the-future': '#given-on',
  'arrived-before-given': '#arrived-on',
  'given-before-opening': '#given-on',
  'behalf-words-missing': '#behalf-words',
  'behalf-words-too-long': '#behalf-words',
  'not-read-back': '#read-back',
}
