import { figures } from '../domain/core/figures.ts'

/** The words of the list of responses and of one of them. */
export const responsesWords = {
  title: 'Responses',
  titleOf: (consultation: string) => `Responses – ${consultation}`,
  find: 'Find words',
  findHint:
    'Words of an answer, in any form: “wait” finds “waiting”. Quotation marks find exact words.',
  line: 'Line of the ledger',
  anyLine: 'Every line',
  way: 'How it came',
  anyWay: 'Every way',
  questionAnswered: 'Answered the question',
  anyQuestion: 'Any question',
  show: 'Show',
  count: (shown: number, more: boolean) =>
    shown === 0
      ? 'No response fits.'
      : `${more ? 'The first ' : ''}${figures(shown)} ${shown === 1 ? 'response' : 'responses'}${more ? '; there are more' : ''}.`,
  caption: 'Responses that fit',
  reference: 'Reference',
  came: 'Came on',
  how: 'How',
  place: 'Line',
  says: 'Begins',
  noWords: 'No words of their own',
  next: 'Show the next',
  oneTitle: (reference: string) => `Response ${reference}`,
  oneBack: 'All responses',
  facts: 'About this response',
  version: 'Version answered',
  edition: 'Edition',
  finished: 'Finished, to the hour',
  received: 'Received, to the hour',
  gone: 'The words of this response are gone.',
  answers: 'What was answered',
  notAnswered: 'Not answered',
  apart: (count: number) =>
    `${count === 1 ? 'One answer' : `${figures(count)} answers`} about equality ${count === 1 ? 'is' : 'are'} kept apart and not shown here.`,
} as const
