import { withCapital } from '../domain/core/text.ts'
import { dateWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import type { OutcomeProblem } from '../domain/report/outcome-draft.ts'
import type { ReportProblem } from '../domain/report/report-schema.ts'

const weeks = (count: number): string => `${count} ${count === 1 ? 'week' : 'weeks'}`
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/** The words of writing an outcome at the desk, and of the promise. */
export const reportWords = {
  title: 'We asked, you said, we did',
  titleOf: (consultation: string) => `We asked, you said, we did – ${consultation}`,
  promised: (by: string) =>
    `The public page says: “We will publish our decision by ${dateWords(by)}.”`,
  daysLeft: (by: string, left: number) =>
    left < 0
      ? `Promised by ${dateWords(by)}: ${days(-left)} late`
      : `Promised by ${dateWords(by)}: ${days(left)} left`,
  week: (week: number, of: number) => `Week ${week} of ${of} since it closed.`,
  notClosed: (moment: string) =>
    `It closes ${moment}. You can write now; results are frozen after that.`,
  summary: 'What you decided, in two or three sentences',
  summaryHint: 'It stands first on the public page.',
  weAsked: 'We asked',
  weAskedHint: 'What you asked, and why. Leave an empty line between paragraphs.',
  point: (number: number) => `Point ${number}`,
  pointTitle: 'What is this point about?',
  youSaid: 'You said',
  youSaidHint:
    'Numbers come from the frozen results. If you type one that is not there, we tell you.',
  tables: 'Tables that stand below it',
  themes: 'Themes that this point answers',
  themesHint:
    'People whose words were given these themes find this point when they look up their response.',
  did: 'Did you do it?',
  doings: { this: 'This', part: 'Part of this', not: 'Not this', 'not-yet': 'Not yet' },
  weDid: 'What you do, and why',
  addPoint: 'Add a point',
  removePoint: 'Take this point out',
  next: 'What happens next',
  nextHint: 'It may be empty.',
  save: 'Save',
  savedAt: (moment: string, by: string) => `Saved ${moment}, by ${by}. Only this team can see it.`,
  notSaved: 'Not saved yet',
  saved: 'Saved.',
  frozenTitle: 'Frozen results',
  frozenOn: (moment: string, responses: number, by: string) =>
    `Frozen ${moment} by ${by}, from ${figures(responses)} responses. They do not change any more, even if somebody withdraws later.`,
  notFrozen:
    'Nothing is frozen yet. Until then the results go on changing, and what you write cannot be bound to them.',
  freeze: 'Freeze the results as they are now',
  freezeAgain: 'Freeze them again',
  frozen: 'Frozen.',
  before: 'Before it can be published',
  nothingLeft: 'Nothing is left to do.',
  ask: 'Ask for a signature',
  asked: (name: string, moment: string) => `${name} asked for a signature, ${moment}.`,
  ownRequest: 'You asked for it, so somebody else has to read and sign.',
  writingTakesBack: 'Saving anything takes the request back.',
  sign: 'I have read it, and I sign and publish',
  sendBack: 'Send it back',
  note: 'What has to be put right',
  noteHint: 'Only colleagues read it.',
  sentBack: (note: string) => `It was sent back: “${note}”`,
  published: (moment: string, name: string) => `Published ${moment}, signed by ${name}.`,
  lookAt: 'See it as the public does',
  preview: 'As everybody will read it',
  elsewhere: (number: string) => `“${number}” is about something else`,
  evidence: 'Evidence pack',
  lateTitle: 'If the decision comes late',
  lateLede:
    'Everybody reads the reason and the new day on the first page. The promise that was made stays there too.',
  lateReason: 'Why does it come late?',
  lateBy: 'By which day will you publish it?',
  lateSay: 'Say it in public',
  lateSaid: 'It is said in public now.',
  lateNote: (promised: string, reason: string, by: string) =>
    `We promised our decision by ${dateWords(promised)}. It comes later. ${reason} We will publish it by ${dateWords(by)}.`,
  waitingWords: (title: string) => `Say what you decided: ${title}`,
  waitingLate: (title: string) => `A promise is missed: ${title}`,
  waitingAbout: (by: string, week: number, of: number) =>
    `Promised by ${dateWords(by)}. Week ${week} of ${weeks(of)}.`,
  waitingAct: 'Write the outcome',
  waitingSign: (title: string) => `An outcome waits for your signature: ${title}`,
  waitingSignAct: 'Read and sign',
} as const

const fieldNames: Readonly<Record<string, string>> = {
  summary: 'what you decided',
  weAsked: 'what you asked',
  title: 'what the point is about',
  youSaid: 'what people said',
  did: 'whether you do it',
  weDid: 'what you do, and why',
}

/** What is left to do, as a sentence. `point` is the number of the point it is in. */
export function outcomeProblemWords(problem: OutcomeProblem, point: number | undefined): string {
  const where = point === undefined ? '' : `Point ${point}: `
  return withCapital(where + withoutPlace(problem))
}

const missingWords = (at: string): string =>
  `write ${fieldNames[at.split('.').at(-1) ?? ''] ?? 'the words'}`

function withoutPlace(problem: OutcomeProblem): string {
  switch (problem.code) {
    case 'words-missing':
      return missingWords(problem.at)
    case 'no-points':
      return 'Write at least one point: what people said, and what you did'
    case 'number-not-frozen':
      return `“${problem.number}” is not in the frozen results. Write the number that is, or say that it is about something else`
    case 'table-gone':
      return 'a table is not in the frozen results any more. Choose the tables again'
    case 'not-frozen':
      return 'Freeze the results'
    case 'not-closed':
      return 'Wait until it has closed'
    case 'late-waiting':
      return `Decide on ${figures(problem.count)} late ${problem.count === 1 ? 'response' : 'responses'} in the ledger`
    case 'does-not-add-up':
      return 'The ledger does not add up. Tell whoever looks after this server'
  }
}

/** Why something was not done, and what to do next. */
export const reportProblemWords: Readonly<Record<ReportProblem, string>> = {
  'changed-since':
    'Somebody else has saved it since you opened it. Your words are still here: copy them, load the page again, and put them in',
  'published-already': 'It is published already, and does not change any more',
  'not-ready': 'Something is left to do first. It is in the list below',
  'not-asked': 'Nobody asks for a signature now. It may have changed: load this page again',
  'own-request': 'You asked for it. Somebody else has to sign',
  'note-missing': 'Write why, in 1,000 characters or fewer',
  'not-late': 'Choose a day after the one that was promised',
  'date-past': 'Choose a day after the one that was promised, and not before today',
  refused: 'It could not be published. What stands in the way is below',
}
