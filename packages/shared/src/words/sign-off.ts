import type { SignOffProblem } from '../domain/authoring/draft/sign-off.ts'

/** Words of the page on which a consultation is signed and published. */
export const signOffWords = {
  title: 'Sign off and publish',
  lede: 'Two people publish a consultation: one asks, another reads it and signs. What is published is exactly what was signed.',
  steps: 'Before it can open',
  step1: 'Put right what blocks it',
  step2: 'Decide about each piece of advice',
  step3: 'A second person reads and signs',
  step4: 'Publish it',
  done: 'Done',
  left: (number: number) => `${number} left`,
  notYet: 'Not yet',
  ask: 'Ask for a signature',
  askedBy: (name: string, when: string) => `${name} asked for a signature, ${when}.`,
  ownRequest: 'You asked for it, so somebody else has to sign.',
  changedSince: 'What has changed since you last looked',
  changedAll: 'All changes since it was begun',
  nothingChanged: 'Nothing has changed since you last looked.',
  read: 'Read it as people see it',
  sign: 'I have read it, and I sign',
  sendBack: 'Send it back',
  note: 'What has to be put right',
  noteHint: 'Only colleagues read it.',
  sentBack: (name: string, when: string) => `${name} sent it back, ${when}:`,
  signedBy: (name: string, when: string) => `${name} signed it, ${when}.`,
  editVoids: 'Any change after this needs a new signature.',
  publishTitle: 'Publish',
  publishNow: 'Publish now',
  publishAt: 'Publish at a time',
  publishAtDate: 'On which day?',
  publishAtTime: 'At what time?',
  publishAtButton: 'Publish it then',
  willPublish: (moment: string) => `It will be published ${moment}.`,
  stop: 'Do not publish it then',
  failed: 'It could not be published:',
  published: (version: number) => `Version ${version} is published.`,
  lookAt: 'Look at its page',
  neverChanges:
    'What is published never changes. A later change makes a new version, and people who have begun are told what is different.',
} as const

const common = {
  unknown: 'You cannot do this here. Ask somebody with the right role',
  'note-missing': 'Write a few words',
  'note-long': 'Write fewer words',
  refused: 'It could not be published. What stands in the way is below',
  'own-request': 'You asked for it. Somebody else has to do this',
} as const

export const actProblemWords: Readonly<Record<SignOffProblem | keyof typeof common, string>> = {
  ...common,
  'something-blocks': 'Something still has to be put right. See the checks',
  'advice-undecided': 'There is advice that nobody has decided about. See the checks',
  'not-asked': 'Nobody asks for a signature now. It may have changed: load this page again',
  'already-asked': 'It was asked for already',
  'not-signed': 'What it says now is not signed. Ask for a signature',
  'not-scheduled': 'It has no time to be published at',
  'nothing-new': 'This is published already, word for word',
}

/** Words of the page on which a published consultation gets more time or is taken back. */
export const changeWords = {
  title: 'Give more time, or retract',
  lede: 'Two people change what is published: one asks, another does it. Everybody reads why.',
  closes: (moment: string) => `It closes ${moment}.`,
  extend: 'Give people more time',
  extendDay: 'The new last day',
  extendTime: 'Until what time?',
  extendNote: 'Why, for everybody to read',
  extendNoteHint:
    'It stands on the first page: “We held two more meetings, so you have until 14 June.”',
  askExtend: 'Ask a second person to do this',
  retract: 'Retract it',
  retractLede:
    'People can no longer read or answer it. Every response is kept. Everybody who opens it reads your reason.',
  retractNote: 'The reason, for everybody to read',
  askRetract: 'Ask a second person to retract it',
  waiting: 'Waits for a second person',
  askedBy: (name: string, when: string) => `${name} asked for this, ${when}.`,
  until: (moment: string) => `New closing time: ${moment}.`,
  doIt: { extend: 'Give people this time', retract: 'Retract it now' },
  turnDown: 'Do not do this',
  retracted: (when: string) => `It was retracted ${when}.`,
  problems: {
    ...common,
    'not-later': 'The new time must be later than the present one',
    'has-closed': 'It has closed. More time cannot be given afterwards',
    'after-promise':
      'The new time is after the day on which you promised to answer. Publish a version with a later promise first',
    'already-asked': 'It was asked for already, and waits',
    'is-retracted': 'It is retracted',
    'date-missing': 'Write a day and a time that there are',
  },
} as const
