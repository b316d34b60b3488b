import type {
  ClosedHow,
  ConcernEvent,
  ConcernProblem,
  ConcernState,
  ConcernSubject,
  HandOff,
  RaisedBy,
  WordListMeasure,
} from '../domain/moderation/concern.ts'
import type { ListProblem } from '../domain/moderation/urgent-words.ts'
import { severityWords } from './moderation-desk.ts'

const several = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

export const handOffWords: Readonly<Record<HandOff, string>> = {
  'crisis-team': 'Crisis team',
  safeguarding: 'Safeguarding',
  pals: 'PALS (patient advice and liaison service)',
  complaints: 'Complaints',
  team: 'The ward or team it is about',
}

const cameFrom: Readonly<Record<ConcernSubject, string>> = {
  contribution: 'A contribution to a discussion',
  response: 'A text answer in a response',
  'support-request': 'A request for a format or support',
  message: '“I need help now”',
}

/** Who noticed, and where, without a word of what was written but the list's own phrase. */
export const cameFromWords = (subject: ConcernSubject, by: RaisedBy): string => {
  switch (by.kind) {
    case 'writer':
      return subject === 'message'
        ? 'The writer sent “I need help now”'
        : `${cameFrom[subject]}: the writer said that they need help now`
    case 'word-list':
      return `${cameFrom[subject]}, found by the word list: “${by.phrase}”`
    case 'staff':
      return `${cameFrom[subject]}, raised by a moderator`
  }
}

/**
 * What can and cannot be known of whoever wrote it. Each sentence is true of what is stored: a response is joined to no
 * person, a name in a discussion is what somebody chose (P9).
 */
export const knownOfWriter: Readonly<Record<ConcernSubject, readonly string[]>> = {
  response: [
    'This response is anonymous. Takepart does not know who wrote it, and nobody can find out from Takepart.',
    'You can act on what the words themselves say, such as a ward, a place or a person they name.',
  ],
  contribution: [
    'The name is what the writer chose to be called. It is checked against nothing, and may be nobody’s.',
    'Takepart holds no address and no telephone number of theirs. You can answer in the discussion, and they may read it.',
  ],
  'support-request': [
    'The writer left the way to reach them that is shown here. Takepart knows nothing else of them.',
    'It is joined to no response: nobody can find out from Takepart what they answered.',
  ],
  message: [
    'The writer needed no account. Takepart knows only what they wrote, and how to reach them if they said so.',
    'It is joined to no response and no contribution.',
  ],
}

export const stateWords: Readonly<Record<ConcernState, string>> = {
  waiting: 'Nobody has taken this yet',
  taken: 'Somebody is looking after this',
  'passed-on': 'Another team has this',
  closed: 'Closed',
}

const closedAs: Readonly<Record<ClosedHow, string>> = {
  done: 'closed it, with what was done',
  'false-alarm': 'closed it as a false alarm',
}

/** What happened, as one line. `nameOf` gives the name of a member of staff. */
export function eventWords(event: ConcernEvent, nameOf: (staffId: string) => string): string {
  switch (event.kind) {
    case 'raised':
      return raisedWords(event.by, nameOf)
    case 'raised-again':
      return 'It was noticed again.'
    case 'taken':
      return `${nameOf(event.by)} took it.`
    case 'given':
      return `${nameOf(event.by)} gave it to ${nameOf(event.to)}.`
    case 'severity-changed':
      return `${nameOf(event.by)} changed how urgent it is: ${severityWords[event.severity].toLowerCase()}.`
    case 'acknowledged':
      return `${nameOf(event.by)} let the writer know.`
    case 'passed-on':
      return `${nameOf(event.by)} passed it on: ${handOffWords[event.to]}.`
    case 'confirmed':
      return `${nameOf(event.by)} heard that they have it.`
    case 'escalated':
      return 'The clock passed. More people were told.'
    case 'withdrawn':
      return 'The writer took their words back. The concern stays.'
    case 'closed':
      return `${nameOf(event.by)} ${closedAs[event.how]}.`
  }
}

const raisedWords = (by: RaisedBy, nameOf: (staffId: string) => string): string =>
  by.kind === 'staff'
    ? `${nameOf(by.staffId)} raised it.`
    : 'It came in. The writer was shown who to call.'

/** What somebody wrote down with it. */
export function wordsOfEvent(event: ConcernEvent): string | undefined {
  switch (event.kind) {
    case 'severity-changed':
      return event.why
    case 'acknowledged':
      return event.how
    case 'passed-on':
    case 'confirmed':
    case 'closed':
      return event.what
    case 'raised':
    case 'raised-again':
      return event.by.kind === 'staff' ? event.by.why : undefined
    default:
      return undefined
  }
}

/** Why an act was not done. */
export const concernProblemWords: Readonly<Record<ConcernProblem['code'], string>> = {
  'concern-closed': 'This is closed. Nothing you did was applied',
  'concern-taken': 'You have this one already',
  'concern-not-yours': 'Take this one first. Then you can do that',
  'concern-not-passed-on': 'Pass it on first',
  'what-missing': 'Write what was done, or has to be',
  'what-too-long': 'Use 2,000 characters or fewer',
  'clock-not-passed': 'The clock has not passed yet',
  'concern-moved-on':
    'Somebody did something to this while you were looking. Nothing you did was applied. Read what happened, then try again',
  'concern-unknown': 'This one is not here any more',
}

export const concernWords = {
  title: 'Urgent concerns',
  titleOf: (open: number) => (open === 0 ? 'Urgent concerns' : `Urgent concerns: ${open} open`),
  lede: 'Anything written anywhere may need somebody now. A concern stays here until a person writes down what was done, even if the writer takes their words back. Every look at the words is logged.',
  none: 'There is no open concern.',
  noneMore: 'When one is raised it is here at once, and those on duty are told by mail.',
  severity: 'How urgent',
  clock: 'Clock',
  left: (long: string, until: string) => `${long} left, until ${until}.`,
  late: (long: string) => `${long} late.`,
  whenLate: 'Then more people are told.',
  owner: 'Owner',
  nobody: 'Nobody',
  you: 'You',
  cameFrom: 'Came from',
  where: 'Page',
  passedTo: 'Passed on to',
  confirmed: 'They have it',
  notConfirmed: 'Not yet confirmed',
  escalated: (times: number) => `The clock has passed ${several(times, 'time', 'times')}`,
  acknowledged: 'They know we have it',
  withdrawn: 'The writer took their words back',
  open: 'Open it, and read it',
  openMore: 'Opening it is logged with your name.',
  closedTitle: 'Closed in the last 30 days',
  closedLine: (when: string) => `closed on ${when}`,
  falseAlarm: 'False alarm',
  done: 'Done',

  pageTitle: (severity: string) => `Urgent concern: ${severity.toLowerCase()}`,
  back: 'Urgent concerns',
  known: 'What can be known of the writer',
  written: 'What they wrote',
  erased: 'The copy of the words was erased 30 days after this was closed.',
  reach: 'How they can be reached',
  noReach: 'They left no way to reach them.',
  happened: 'What happened so far',
  looks: 'Who has read this',
  look: (name: string, when: string) => `${name}, ${when}`,
  logged: 'Your look at this page is in the log.',

  next: 'What happens next',
  take: 'Take it',
  takeMore: 'Then it is yours until you give it to somebody, pass it on or close it.',
  giveTitle: 'Give it to a colleague',
  giveTo: 'To',
  give: 'Give it to them',
  whatTitle: 'What was done',
  what: 'What was done, or has to be',
  whatHint: 'Whoever looks after this next reads it. It stays with the concern.',
  actTitle: 'What do you want to record?',
  acts: {
    acknowledge: 'I let the writer know that we have it',
    'pass-on': 'I passed it on',
    confirm: 'Those I passed it on to have it',
    'change-severity': 'It is more or less urgent than it says',
    close: 'Everything that has to be done is done: close it',
    'false-alarm': 'It was a false alarm: close it',
  },
  actsHint: {
    'false-alarm': 'Then the word list is counted wrong here, where it found this.',
  },
  passTo: 'Passed on to',
  newSeverity: 'How urgent is it?',
  record: 'Record this',
  recorded: 'Recorded.',
  chooseAct: 'Choose what you want to record',
  closedWhat: 'This is closed. It opens again by itself if it is noticed again.',

  homeWaiting: 'An urgent concern that nobody has taken',
  homeYours: 'An urgent concern that you look after',
  homeAct: 'Open it',
  homeOverdue: 'An urgent concern is overdue',
  homeOverdueMore: 'Nobody who looks after urgent concerns has answered in time.',
  homeOverdueAct: 'See who looks after them',
} as const

export const wordListWords = {
  title: 'Words that suggest an urgent concern',
  lede: 'Where somebody writes one of these, an urgent concern is raised for a person to look at. It only suggests: nothing is published, held back or removed by it.',
  link: 'Change the word list',
  measureTitle: 'How well the list does',
  measured: (days: number) => `The last ${days} days`,
  measure: ({ raised, right, falseAlarms, open, missed }: WordListMeasure) =>
    raised === 0 && missed === 0
      ? 'The list has raised nothing.'
      : `The list raised ${raised}: ${several(right, 'was', 'were')} right, ${several(falseAlarms, 'was a false alarm', 'were false alarms')}, ${several(open, 'is', 'are')} still open. It missed ${missed}, which ${missed === 1 ? 'its writer or a moderator' : 'writers or moderators'} raised.`,
  falseAlarmsTitle: 'Phrases that were false alarms',
  phrase: 'Phrase',
  times: 'False alarms',
  of: 'Raised by it',
  fields: {
    now: 'Immediate danger',
    today: 'Today',
    week: 'This week',
    leaveAlone: 'Leave alone',
  },
  fieldHint: 'One phrase on each line.',
  leaveHint:
    'One phrase on each line. Where one of these covers a word above, nothing is suggested: “suicide prevention”.',
  how: 'How phrases are written',
  howStar: 'A star ends a word that may go on: “suicid*” finds “suicide” and “suicidal”.',
  howDots: 'Three dots stand for up to three words between: “take … own life”.',
  howPlain: 'Capitals, accents and apostrophes make no difference.',
  tryTitle: 'Try it on words',
  tryLabel: 'Write something, to see what the list would find',
  tryHint: 'What you write here is sent nowhere.',
  tryNothing: 'The list finds nothing in this.',
  tryFound: (words: string, severity: string) => `“${words}”: ${severity.toLowerCase()}`,
  save: 'Save the list',
  saved: 'Saved. It is used within 10 seconds.',
  first: 'This is the list that Takepart brings. Save it to make it your own.',
  savedBy: (name: string, when: string) => `${name} saved this list on ${when}.`,
  changedElsewhere:
    'Somebody saved another list while you were writing. Yours is still here and is not saved. Open this page again in another window to see theirs',
}

/** What is wrong with a list, and what to do. */
export function listProblemWords(problem: ListProblem): string {
  switch (problem.code) {
    case 'phrases-too-many':
      return `Use ${problem.most} phrases or fewer`
    case 'phrase-empty':
      return `Write words in “${problem.phrase}”, or take the line out`
    case 'phrase-too-long':
      return `Use ${problem.most} words or fewer: “${problem.phrase}”`
    case 'phrase-too-short':
      return `Write at least three letters: “${problem.phrase}” would be found everywhere`
    case 'phrase-twice':
      return `“${problem.phrase}” is there twice. Take one out`
    case 'phrase-never-found':
      return `“${problem.phrase}” would never be found, because “${problem.by}” is to be left alone`
  }
}
