import { isRole } from '../domain/account/role.ts'
import { accountWords } from './account.ts'

/** What an entry is about, by the names people know. */
export interface ActNames {
  /** What it was done to. */
  readonly thing: string
  /** The detail of the entry, an id in it replaced by a name. */
  readonly detail: string
}

type Sentence = (names: ActNames) => string

/** "author,publisher every" in words. */
function extentWords(detail: string): string {
  const [names = '', extent] = detail.split(' ')
  const held = names.split(',').filter(isRole)
  const roles = held.map((role) => accountWords.roles[role]).join(', ')
  const worksOn = extent === 'own' ? 'on their own consultations' : 'on every consultation'
  return roles === '' ? worksOn : `${roles}, ${worksOn}`
}

const decisions: Readonly<Record<string, string>> = {
  accept: ': to publish it',
  redact: ': to publish it with parts taken out',
  reject: ': not to publish it',
  'ask-change': ': to ask its author for a change',
}

const siteActs: Readonly<Record<string, string>> = {
  logo: 'changed the logo on this site',
  'no-logo': 'took the logo off this site',
}

/** What was done, after the name of who did it: "Ash Fell invited Bo Larch". A verb without a line here is said as it stands. */
const sentences: Readonly<Record<string, Sentence>> = {
  'session.start': ({ detail }) =>
    detail === 'provider' ? 'signed in with their work account' : 'signed in',
  'session.end': () => 'ended a session of theirs',
  'staff.invite': ({ thing }) => `invited ${thing}`,
  'staff.join': () => 'joined the desk',
  'staff.withdraw-invitation': ({ thing }) => `ended the link for ${thing}`,
  'staff.replace-passkey': ({ thing }) => `made a link for a new passkey for ${thing}`,
  'staff.new-passkey': () => 'made a new passkey, which ended the old ones',
  'staff.change-roles': ({ thing, detail }) =>
    `changed what ${thing} may do: ${extentWords(detail)}`,
  'staff.join-team': ({ thing, detail }) => `put ${detail} to work on ${thing}`,
  'staff.leave-team': ({ thing, detail }) => `took ${detail} off ${thing}`,
  'staff.suspend': ({ thing }) => `stopped ${thing} signing in`,
  'staff.readmit': ({ thing }) => `let ${thing} sign in again`,
  'staff.roles-by-provider': ({ thing, detail }) =>
    detail === 'none'
      ? `took every role of ${thing} away, as the work account says`
      : `changed what ${thing} may do, as the work account says: ${extentWords(`${detail} every`).split(', on ')[0] ?? ''}`,
  'site.change': () => 'changed a setting of this site',
  'site.set-up': ({ detail }) => siteActs[detail] ?? 'changed what this site says of the Trust',
  'site.take-samples-away': ({ thing }) => `took the sample away: ${thing}`,
  'consultation.begin': ({ thing }) => `began ${thing}`,
  'consultation.write': ({ thing }) => `wrote in ${thing}`,
  'consultation.check': ({ thing }) => `checked ${thing}`,
  'consultation.ask-sign-off': ({ thing }) => `asked for ${thing} to be signed off`,
  'consultation.sign-off': ({ thing }) => `decided on the sign-off of ${thing}`,
  'consultation.publish': ({ thing }) => `published ${thing}`,
  'consultation.ask-to-extend': ({ thing }) => `asked to extend ${thing}`,
  'consultation.extend': ({ thing }) => `extended ${thing}`,
  'consultation.ask-to-retract': ({ thing }) => `asked to take ${thing} back`,
  'consultation.retract': ({ thing }) => `took ${thing} back`,
  'consultation.conclude': ({ thing }) => `published what was decided after ${thing}`,
  'moderation.decide': ({ thing, detail }) =>
    `decided about ${thing}${decisions[detail.split(':')[0] ?? ''] ?? ''}`,
  'moderation.undo': ({ thing }) => `undid a decision about ${thing}`,
  'concern.see': ({ thing }) => `read ${thing}`,
  'concern.raise': ({ thing }) => `raised ${thing}`,
  'concern.take': ({ thing }) => `took ${thing}`,
  'concern.give': ({ thing }) => `gave ${thing} to a colleague`,
  'concern.change-severity': ({ thing }) => `changed how urgent ${thing} is`,
  'concern.acknowledge': ({ thing }) => `let the writer of ${thing} know`,
  'concern.pass-on': ({ thing }) => `passed ${thing} on`,
  'concern.confirm': ({ thing }) => `heard that ${thing} has arrived`,
  'concern.close': ({ thing, detail }) =>
    `closed ${thing}${detail === 'false-alarm' ? ' as a false alarm' : ''}`,
  'concern.save-words': () => 'saved the list of urgent words',
  'concern.open-identity': ({ thing }) => `opened who wrote ${thing}`,
  'analysis.redact': ({ thing }) => `took words out of ${thing} for good`,
  'analysis.ask-to-erase': ({ thing }) => `asked for ${thing} to be erased`,
  'analysis.keep': ({ thing }) => `kept ${thing} that somebody asked to erase`,
  'analysis.erase': ({ thing }) => `erased ${thing} for good`,
  'analysis.export': ({ thing }) => `exported ${thing}`,
  'analysis.export-small-numbers': ({ thing }) => `exported ${thing} with small numbers`,
}

/** What was done, in words; for a verb that has none here, the verb and what it was done to. */
export function actWords(verb: string, names: ActNames): string {
  const sentence = Object.hasOwn(sentences, verb) ? sentences[verb] : undefined
  if (sentence) return sentence(names)
  const [noun = '', did = ''] = verb.split('.').map((part) => part.replaceAll('-', ' '))
  return `did “${did}” (${noun}) to ${names.thing}`
}

/** The verb as a choice in a list: "Invited …". */
export function verbChoice(verb: string): string {
  const words = actWords(verb, { thing: '…', detail: '' }).split(':')[0] ?? ''
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const kinds: Readonly<Record<string, string>> = {
  consultation: 'a consultation',
  staff: 'a member of staff',
  invitation: 'somebody',
  session: 'a session',
  response: 'a response',
  contribution: 'a contribution',
  round: 'a discussion',
  concern: 'a concern',
}

/** What has no name: its kind, and enough of its id to tell two apart. */
export function unnamedThing(thing: string): string {
  const [kind = '', id = ''] = thing.split(':')
  const words = kinds[kind] ?? kind.replaceAll('-', ' ')
  return `${words} (${id.slice(0, 8)})`
}

export const auditWords = {
  filterWho: 'Who',
  filterDid: 'Did what',
  filterDay: 'On which day',
  filterDayHint: 'For example, 14 2 2027',
  everybody: 'Everybody',
  everything: 'Everything',
  show: 'Show',
  showAll: 'Show everything',
  dayUnknown: 'Enter a day that is in the calendar, like 14 2 2027, or leave all three empty',
  onlyThing: (thing: string) => `Only what was done to ${thing}.`,
  toThis: 'All that was done to this',
  toThisWhat: (thing: string) => `: ${thing}`,
  entry: (number: number) => `Entry ${number.toLocaleString('en-GB')}`,
  none: 'Nothing here is as you asked.',
  noneMore: 'Choose somebody else, something else or another day.',
  count: (count: number, more: boolean) =>
    count === 0
      ? 'No acts'
      : `${count.toLocaleString('en-GB')} ${count === 1 ? 'act' : 'acts'}${more ? ', and more before these' : ''}`,
  whole: 'The log is as it was written',
  wholeMore: (entries: number) =>
    entries === 1
      ? 'It has one entry.'
      : `All ${entries.toLocaleString('en-GB')} entries follow from one another.`,
  wholeSince: (when: string) =>
    `The whole log was looked through on ${when}; what came after was looked through just now.`,
  wholeNow: 'The whole log was looked through just now.',
  changed: 'The log of who did what was changed',
  seeLog: 'See the log',
  changedMore: (entry: number, why: string) =>
    `Entry ${entry.toLocaleString('en-GB')} ${why}. Nobody can do that at the desk. Tell whoever looks after your server, today, and keep its logs.`,
  why: {
    'number-missing': 'is missing',
    'does-not-follow': 'does not follow from the one before it',
    altered: 'is not as it was written',
    'cut-short': 'and what came after it is missing',
    'differs-from-noted': 'is missing, or is not what was noted when it was the newest',
  },
} as const
