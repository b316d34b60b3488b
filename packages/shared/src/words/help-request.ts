import { momentWords } from '../domain/core/dates.ts'
import type { HelpRecord } from '../domain/device/help-record.ts'
import type { HelpProblem } from '../domain/moderation/help-request.ts'

/** "I need help now": who to call, and telling the Trust. */
export const helpWords = {
  title: 'I need help now',
  link: 'I need help now',
  callFirst:
    'Nobody may read what you write here for some hours. If you need help now, call or text:',
  call: 'Call',
  text: (word: string) => `Text the word ${word} to`,
  and: (then: string) => (then.startsWith('option') ? ` and choose ${then}` : ` (${then})`),
  free: 'These are free, day and night. You can call without the internet.',
  freeBesidesOwn:
    'The other numbers are free, day and night. You can call all of them without the internet.',
  tellTitle: 'Tell the Trust as well',
  tellMore:
    'A person at the Trust who looks after urgent concerns reads it first of everything. It is not published.',
  words: 'What is happening?',
  wordsHint: 'A few words are enough.',
  reach: 'How can they reach you?',
  reachHint:
    'A telephone number, an email address, or somebody to ask. Leave it empty to stay anonymous.',
  send: 'Tell the Trust now',
  needsScript:
    'To tell the Trust on this page your browser needs JavaScript. The telephone numbers above work without it.',
  sentTitle: 'What you told the Trust',
  waiting:
    'Not sent yet. It is on this device, and is sent when there is a connection. Nobody at the Trust can read it before. Call one of the numbers above if you need help now.',
  received: (when: string) =>
    `The Trust received it on ${when}. Those who look after urgent concerns are told of it.`,
  refused: 'It was not received. Your words are still here.',
  draft: 'Not sent. Your words are still here.',
  delete: 'Delete from this device',
  deleteWhat: 'what you told the Trust',
  deleted: 'Deleted from this device. What the Trust received stays with the Trust.',
  notDeleted: 'We could not delete it. Try again in a moment.',
  notSent:
    'Not sent. We could not reach Takepart, and this device keeps nothing. Your words are still on this page. Call one of the numbers above if you need help now.',
  said: {
    waiting: 'Not sent yet. It waits on this device.',
    received: 'The Trust has received it.',
  },
  back: 'Back to where you were',
  listTitle: 'What you told the Trust about needing help',
} as const

const problems: Readonly<Record<HelpProblem['code'], (most: number, over: number) => string>> = {
  'help-words-missing': () => 'Write what is happening. A few words are enough',
  'help-words-too-long': (most, over) =>
    `Use ${most.toLocaleString('en-GB')} characters or fewer: take out ${over.toLocaleString('en-GB')}`,
  'help-reach-too-long': (most, over) => `Use ${most} characters or fewer: take out ${over}`,
  'help-not-understood': () =>
    'Takepart could not read what this device sent. Call one of the numbers above if you need help now',
}

export const helpProblemWords = (problem: HelpProblem): string =>
  'most' in problem
    ? problems[problem.code](problem.most, problem.over)
    : problems[problem.code](0, 0)

/** What has become of it, in words that are true of what is stored (P2, P4). */
export function helpStateWords(record: HelpRecord): string {
  switch (record.state) {
    case 'draft':
      return helpWords.draft
    case 'waiting':
      return helpWords.waiting
    case 'received':
      return helpWords.received(momentWords(record.receipt.receivedAt))
    case 'refused':
      return [helpWords.refused, ...record.problems.map(helpProblemWords)].join(' ')
  }
}
