import { momentWords } from '../domain/core/dates.ts'
import type { ContributionState } from '../domain/round/contribution.ts'
import type { ContributionRecord } from '../domain/device/contribution-record.ts'

const received: Readonly<Record<ContributionState, string>> = {
  waiting: 'We have received it. A person reads it before others see it.',
  accepted: 'We have received it, and everybody can read it.',
  rejected: 'We have received it. It is not shown.',
  'change-asked': 'We have received it. We ask you to change it.',
  withdrawn: 'You took it back.',
}

/** What has become of something said in a round, in words that are true of exactly one state (P4). */
export const ownContributionWords = {
  heading: 'What you said in discussions',
  title: (state: ContributionRecord['state']): string =>
    ({
      draft: 'What you wrote is not sent',
      waiting: 'What you wrote is waiting to be sent',
      received: 'We have received what you wrote',
      refused: 'We could not take what you wrote',
    })[state],
  line: (record: ContributionRecord): string => {
    switch (record.state) {
      case 'draft':
        return `Last written ${momentWords(record.draft.changedAt)}. Not sent.`
      case 'waiting':
        return `Finished ${momentWords(record.queuedAt)}. Not sent yet.`
      case 'refused':
        return 'We could not take it. Open it to see why. Your words are still here.'
      case 'received':
        return received[record.receipt.state]
    }
  },
  received: (state: ContributionState): string => received[state],
  late: 'You finished it before the discussion closed and it reached us after. A moderator decides about it.',
  code: 'Your private code',
  codeWhy:
    'With it you can change this, take it back, or find it again. Everything you say in this discussion from this device has the same code. Nobody can find it for you: write it down.',
  seeIt: 'See it in the discussion',
  back: 'Go to the discussion',
  said: 'What you wrote',
  drafting: {
    kept: 'saved on this device',
    session: 'saved on this device until you close Takepart',
    tab: 'in this tab only',
    words: (where: string) => `What you have written is ${where}. We do not have it.`,
    goOn: 'Go on writing',
  },
  waitingKept:
    'It is saved on this device. We will send it when you are back online and Takepart is open.',
  waitingTab:
    'Keep this tab open until it has been sent. If you close it, what you wrote is gone from this device.',
  sendNow: 'Try to send now',
  notYet: 'We could not send it just now. We will keep trying.',
  refusedKept: 'Nothing is lost: what you wrote is still on this device.',
  refusedTab: 'Nothing is lost: what you wrote is still on this page. Keep it open.',
  lookAgain: 'Look at it and send it again',
} as const
