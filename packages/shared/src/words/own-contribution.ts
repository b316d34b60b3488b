import { momentWords } from '../domain/core/dates.ts'
import { figures } from '../domain/core/figures.ts'
import type { ContributionRecord } from '../domain/device/contribution-record.ts'
import type { ContributionState } from '../domain/round/contribution.ts'

const received: Readonly<Record<ContributionState, string>> = {
  waiting: 'We have received it. A person reads it before others see it.',
  accepted: 'We have received it, and everybody can read it.',
  rejected: 'We have received it. It is not shown.',
  'change-asked': 'We have received it. We ask you to change it.',
  withdrawn: 'You took it back.',
}

const waiting = {
  'contribution.send': 'What you wrote is waiting to be sent',
  'contribution.edit': 'Your new words are waiting to be sent',
  'contribution.withdraw': 'Taking it back is waiting to be sent',
} as const

const refused = {
  'contribution.send': 'We could not take what you wrote',
  'contribution.edit': 'We could not take your new words',
  'contribution.withdraw': 'It has not been taken back',
} as const

/** What has become of something said in a round, in words that are true of exactly one state (P4). */
export const ownContributionWords = {
  heading: 'What you said in discussions',
  title: (record: ContributionRecord): string => {
    switch (record.state) {
      case 'draft':
        return record.draft.changes
          ? 'You are changing what you wrote'
          : 'What you wrote is not sent'
      case 'waiting':
        return waiting[record.command.kind]
      case 'refused':
        return refused[record.command.kind]
      case 'received':
        return record.receipt.state === 'withdrawn'
          ? 'You took back what you wrote'
          : 'We have received what you wrote'
    }
  },
  line: (record: ContributionRecord): string => {
    switch (record.state) {
      case 'draft':
        return `Last written ${momentWords(record.draft.changedAt)}. Not sent.`
      case 'waiting':
        return record.command.kind === 'contribution.withdraw'
          ? 'You are taking it back. Not sent yet.'
          : `Finished ${momentWords(record.queuedAt)}. Not sent yet.`
      case 'refused':
        return 'We could not do what you asked. Open it to see why. Your words are still here.'
      case 'received':
        return received[record.receipt.state]
    }
  },
  received: (state: ContributionState): string => received[state],
  late: 'You finished it before the discussion closed and it reached us after. A moderator decides about it.',
  code: 'Your private code',
  codeWhy:
    'With it you can change this, take it back, or find it again on any device. Everything you say in this discussion from this device has the same code. Nobody can find it for you: write it down.',
  codeWhySession:
    'With it you can change this, take it back, or find it again on any device. This device forgets it when you close Takepart, and nobody can find it for you: write it down.',
  seeIt: 'See it in the discussion',
  back: 'Go to the discussion',
  all: 'Everything you wrote in this discussion',
  said: 'What you wrote',
  drafting: {
    kept: 'saved on this device',
    session: 'saved on this device until you close Takepart',
    tab: 'in this tab only',
    words: (where: string) => `What you have written is ${where}. We do not have it.`,
    goOn: 'Go on writing',
    before: 'What you sent before stays as it is until you send this.',
    leave: 'Leave it as it was',
  },
  waitingKept:
    'It is saved on this device. We will send it when you are back online and Takepart is open.',
  waitingTab:
    'Keep this tab open until it has been sent. If you close it, what you wrote is gone from this device.',
  waitingStill: 'Until then, what we have already stays as it is.',
  sendNow: 'Try to send now',
  notYet: 'We could not send it just now. We will keep trying.',
  refusedKept: 'Nothing is lost: what you wrote is still on this device.',
  refusedTab: 'Nothing is lost: what you wrote is still on this page. Keep it open.',
  lookAgain: 'Look at it and send it again',
  asItStands: 'Go back to what you wrote',
  change: 'Change it',
  cannotOpen: 'We could not open it for changing. Try again in a moment.',
  withdraw: {
    ask: 'Take it back',
    title: 'Take back what you wrote?',
    consequence:
      'We erase your words, and nobody can read them in the discussion any more. What others answered stays. You cannot undo this.',
    yes: 'Yes, take it back',
    kept: 'Nothing has been taken back.',
    notNoted:
      'We could not note this on the device, so nothing has been sent. Try again in a moment.',
  },
  delete: {
    ask: 'Delete from this device',
    title: 'Delete this from the device?',
    consequence: 'We do not have it. You cannot undo this.',
    consequenceReceived:
      'What we have received stays with us. You need your private code to see it again.',
    yes: 'Yes, delete it',
    kept: 'Nothing has been deleted.',
    done: 'Deleted from this device',
    not: 'We could not delete it. Try again in a moment.',
  },
  erased: 'We have erased your words.',
  erasedCopy: 'This device still has a copy of what you wrote, until you delete it.',
  decision: {
    title: 'What the moderator decided',
    redact:
      'A moderator took parts out of what you wrote before others could see it. Marks in the discussion show where.',
    asked: 'Connect to the internet to see what a moderator decided.',
    given:
      'You have told us why you see it another way. Somebody else looks at it, and this page says what they decide.',
    settled:
      'Somebody else has read what you told us and looked at it again. This is what they decided.',
  },
  answer: {
    title: 'Do you think we are wrong?',
    hint: (most: number) =>
      `You can tell us why, once, in up to ${figures(most)} characters. Somebody else will look at it. It is not shown in the discussion.`,
    send: 'Send this to us',
    received: 'We have received it. Somebody else will look at what you wrote.',
    missing: 'Enter why you think we are wrong',
    tooLong: (over: number, most: number) =>
      `Shorten it by ${figures(over)} ${over === 1 ? 'character' : 'characters'}, to ${figures(most)} or fewer`,
    already: 'You have told us this once already. Load this page again to see where it stands.',
    notNow: 'There is nothing to answer any more. Load this page again to see where it stands.',
  },
  mine: {
    title: 'What you wrote in this discussion',
    here: 'On this device',
    none: 'Nothing you wrote in this discussion is on this device.',
    find: 'Find what you wrote with your private code',
    why: 'You were given a private code when you sent something. You need a connection.',
    code: 'Private code',
    codeHint: 'Twenty letters and digits, in five groups of four',
    codeMissing: 'Enter your private code: twenty letters and digits',
    button: 'Find it',
    busy: 'Looking…',
    found: (count: number) =>
      count === 1 ? 'We found 1 thing you wrote.' : `We found ${figures(count)} things you wrote.`,
    notLooked:
      'We could not reach Takepart just now, so this is how things stood when this device last heard.',
  },
} as const
