import type { Severity } from '../domain/moderation/severity.ts'
import type { RedactedField } from '../domain/moderation/redaction.ts'

const several = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** How soon somebody must look at something. */
export const severityWords: Readonly<Record<Severity, string>> = {
  now: 'Immediate danger',
  today: 'Today',
  week: 'This week',
}

export const severityMeans: Readonly<Record<Severity, string>> = {
  now: 'Somebody may come to harm in the next hours.',
  today: 'Somebody must know of it before the day is over.',
  week: 'Somebody must know of it in the next days.',
}

/** The page on which contributions are read before and after they are shown. */
export const moderationDeskWords = {
  title: 'Moderation',
  titleOf: (waiting: number) => (waiting === 0 ? 'Moderation' : `Moderation: ${waiting} wait`),
  tabs: 'On this page',
  tabWaiting: (waiting: number) => `Waiting for a decision: ${waiting}`,
  tabConcerns: (open: number, waiting: number) =>
    `Urgent concerns: ${open} open, ${waiting} without an owner`,
  strip: (left: string) => `An urgent concern has no owner: ${left} left.`,
  stripLate: (late: string) => `An urgent concern has no owner, and is ${late} late.`,
  goToConcerns: 'Go to urgent concerns',

  place: (number: number, of: number) =>
    `${number} of ${of}, the most urgent first, then the oldest`,
  waited: (long: string) => `Has waited ${long}.`,
  oldestWaits: (long: string) => `The oldest has waited ${long}.`,
  firstOfPerson: 'First contribution by this person.',
  notShown: 'Nobody sees it until you decide.',
  isShown: 'It is shown until you decide.',
  isLate: 'It came after the round closed.',
  hasConcern: (severity: Severity) =>
    `There is an open urgent concern about it: ${severityWords[severity].toLowerCase()}. What you decide here does not close it.`,
  tellPeople: (reading: string) => `We tell people: “${reading}”`,
  in: 'In',
  inReplyTo: (name: string) => `in reply to ${name}:`,
  noStance: 'Did not say where they stand',
  text: 'What they wrote',

  reports: (count: number) => several(count, 'person reported it', 'people reported it'),
  reportsMore: 'Whoever reported it reads what came of it, and not who decided.',
  answerTitle: 'What the author answered to the last decision',
  answerBy: (name: string) => `${name} decided first, so somebody else decides now.`,

  hints: (count: number) =>
    count === 1 ? 'One thing may show who somebody is' : `${count} things may show who somebody is`,
  hintsMore: 'These are hints. Nothing is taken out by a machine.',
  takeItOut: 'Take it out',
  leaveItIn: 'Put it back',
  takenOut: 'Taken out',
  like: (count: number) =>
    count === 1 ? 'One other is nearly the same' : `${count} others are nearly the same`,
  likeMore: 'It may be one campaign. Each of them counts, and none is dropped because of it.',
  likeOwn: 'Only in this one:',
  likeSame: 'No sentence of its own.',
  decideToo: (name: string) => `Decide the same about what ${name} wrote`,

  takeOutTitle: 'Take words out',
  takeOutField: {
    text: 'The text',
    name: 'The name',
    self: 'How they describe themselves',
    condition: 'Their “if”',
  } as Readonly<Record<RedactedField, string>>,
  takeOutHow: 'Choose words here, or type them below. You cannot change what somebody wrote.',
  takeOutWords: 'Words to take out',
  takeOutWordsHint:
    'The words you chose above are put here. Words you type are taken out wherever they stand.',
  takeOutWhat: 'What stands in their place',
  takeOutButton: 'Take these words out',
  notInText: 'Those words are not in what they wrote. Choose or type words that are',
  asRead: 'As people would read it',
  asReadMore: 'The words you take out are on no page, and in no export.',
  putBack: (words: string) => `Put “${words}” back`,

  redact: (parts: number) => `Publish with ${several(parts, 'part', 'parts')} taken out`,
  accept: 'Publish as it is',
  keep: 'Leave it as it is',
  andOthers: (count: number) => (count === 0 ? '' : `, and ${several(count, 'other', 'others')}`),
  askChange: 'Ask for a change',
  reject: 'Do not publish',
  remove: 'Take it down',
  urgent: 'Urgent concern',
  leave: 'Leave it for now',
  choose: 'Choose words to take out',
  keysWork: 'Single keys work while the focus is in this contribution.',
  keysAreOff: 'Single keys are off.',
  turnKeysOff: 'Turn single keys off',
  turnKeysOn: 'Turn single keys on',

  why: 'Why not?',
  whyChange: 'What should they change?',
  ownWords: 'In your own words',
  ownWordsHint: 'The author reads this after the reason.',
  willRead: (name: string) => `What ${name} will read`,
  sendReject: 'Send this, and do not publish',
  sendRemove: 'Send this, and take it down',
  sendChange: 'Send this, and wait for the change',
  reasonMissing: 'Choose a reason',
  cancel: 'Cancel',

  raiseTitle: 'Raise an urgent concern',
  raiseMore: 'Somebody then has to look at it by a time. It stays here for you to decide about.',
  raiseHow: 'How urgent is it?',
  raiseWhy: 'What worries you',
  raiseWhyHint: 'Only those who look after urgent concerns read this.',
  raise: 'Raise it',
  raised: 'The urgent concern is raised. Somebody has to look at it by the time shown there.',

  decided: {
    accept: 'It will be published in 30 seconds.',
    keep: 'It stays as it is, in 30 seconds.',
    redact: 'It will be published in 30 seconds, with those words taken out.',
    reject: 'It will not be published. Its author is told in 30 seconds.',
    'ask-change': 'Its author is asked for a change in 30 seconds.',
  },
  decidedMany: (count: number) =>
    `${several(count, 'contribution is', 'contributions are')} decided, and nothing leaves for 30 seconds.`,
  inEffect: 'What you decided last has come into effect.',
  undo: 'Undo my last decision',
  undone: 'Undone. It waits again.',
  tooLate: 'It could not be undone: the 30 seconds have passed.',

  someoneHas: (name: string) => `${name} is looking at this one`,
  someoneHasMore: 'It is theirs for 10 minutes at most. Go on with another.',
  secondPerson: 'You decided about this before, so somebody else must look at the answer',
  gone: 'This one no longer waits',
  goneMore: 'Somebody decided about it, or its author took it back.',

  next: 'What waits',
  nextOf: (name: string) => name || 'Somebody',
  isOpen: 'open now',
  edited: 'changed by its author',
  reported: 'reported',
  sameWords: 'nearly the same as others',
  byNow: (name: string) => `${name} has it`,
  more: (count: number) => `${count} more wait, and come when these are decided.`,
  thisWeek: 'The last 7 days',
  week: (one: {
    readonly accepted: number
    readonly redacted: number
    readonly rejected: number
    readonly changeAsked: number
    readonly again: number
  }) =>
    `${one.accepted + one.redacted} published, ${one.redacted} of them with parts taken out; ${one.rejected} not published; ${one.changeAsked} asked to change; ${one.again} decided a second time.`,
  nothing: 'Nothing waits.',
  lastDecided: (name: string, when: string) => `${name} decided the last one on ${when}.`,
  noneDecided: 'Nothing has been decided in the last 7 days.',
  nothingMore: 'What comes new is shown here when you ask for it.',
  lookAgain: 'Look again',
  nothingNew: (waiting: number) => (waiting === 0 ? 'Nothing waits.' : `${waiting} wait.`),

  homeWords: (waiting: number) =>
    waiting === 1 ? 'A contribution waits to be read' : `${waiting} contributions wait to be read`,
  homeAbout: (long: string) => `The oldest has waited ${long}. People are told when it is read.`,
  homeAct: 'Read them',
} as const
