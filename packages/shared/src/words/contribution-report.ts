import type { ReportRecord, ReportRefusal } from '../domain/device/report-record.ts'
import { outcomeWords } from './moderation.ts'

/** Telling the moderators of a contribution. */
export const reportWords = {
  link: 'Report',
  linkOf: (name: string) => `what ${name} said`,
  title: 'Report a contribution',
  about: (number: number) => `Contribution ${number}`,
  lede: 'A person reads your report and decides. Until then the contribution is shown as before. Whoever wrote it is not told who reported it.',
  see: 'See the contribution again',
  why: 'What is wrong with it?',
  words: 'Say more',
  wordsHint: 'Do not give your name or how to reach you.',
  send: 'Send my report',
  chooseReason: 'Choose what is wrong with it',
  wordsMissing: 'Say in a few words what is wrong with it',
  wordsTooLong: (most: number, over: number) => `Use ${most} characters or fewer: take out ${over}`,
  told: 'Your report',
  waiting: 'Not sent yet. It is on this device, and is sent when there is a connection.',
  received: 'We have received your report.',
  come: 'Come back to this page to see what came of it.',
  refused: 'Your report was not received.',
  again: 'Look again',
  notSent: 'Not sent. We could not reach Takepart. What you chose is still on this page.',
  sent: 'Your report is received.',
  later: 'Your report is not sent yet. It waits on this device.',
} as const

export function reportRefusalWords(problem: ReportRefusal): string {
  switch (problem.code) {
    case 'report-unknown':
      return 'The contribution is no longer shown, so there is nothing to report'
    case 'report-words-missing':
      return reportWords.wordsMissing
    case 'report-words-too-long':
      return reportWords.wordsTooLong(problem.most, problem.over)
    case 'report-not-understood':
      return 'Takepart could not read what this device sent'
  }
}

/** What has become of a report, in words that are true of what is stored (P2, P4). */
export function reportStateWords(record: ReportRecord): string {
  switch (record.state) {
    case 'draft':
    case 'waiting':
      return reportWords.waiting
    case 'received':
      return [
        reportWords.received,
        outcomeWords(record.receipt.outcome),
        ...(record.receipt.outcome === null ? [reportWords.come] : []),
      ].join(' ')
    case 'refused':
      return `${reportWords.refused} ${record.problems.map(reportRefusalWords).join('. ')}.`
  }
}
