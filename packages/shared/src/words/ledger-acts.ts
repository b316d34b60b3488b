import type { Behalf } from '../domain/analysis/ledger/ledger-line.ts'
import type { LedgerProblem } from '../domain/analysis/ledger/ledger-step.ts'
import type { DecisionKind, MissingField } from '../domain/analysis/ledger/typed-decision.ts'
import { figures } from '../domain/core/figures.ts'
import { exclusionWords, lineNames } from './ledger.ts'

const responses = (count: number): string =>
  `${figures(count)} ${count === 1 ? 'response' : 'responses'}`

const decisionNames: Readonly<Record<DecisionKind, string>> = {
  'accept-late': 'Accept them, although they came late',
  'refuse-late': 'Do not accept them, because they came late',
  merge: 'They are the same as another response',
  exclude: 'Leave them out, for a reason',
  'answer-for': 'Say for whom they were given',
}

const behalfNames: Readonly<Record<Behalf, string>> = {
  self: 'For the person themselves',
  person: 'On behalf of another person',
  organisation: 'For an organisation',
}

/** The words of deciding about responses. */
export const ledgerActWords = {
  choose: 'Choose responses',
  chooseHint: 'What you decide below is for all that you choose here.',
  cameOn: (moment: string, day: string) => `Finished ${moment}, came on ${day}`,
  decide: 'Decide about the responses you chose',
  what: 'What do you decide?',
  decisions: decisionNames,
  into: 'Which response is it the same as?',
  intoHint: 'Its reference, like KTRM-4821. That one goes on counting; these do not.',
  because: 'Why are they left out?',
  reasons: exclusionWords,
  forWhom: 'For whom were they given?',
  behalves: behalfNames,
  reason: 'In your own words, why?',
  reasonHint:
    'It stands in the ledger and in the evidence pack. Write nothing that says who somebody is.',
  save: 'Write the decision down',
  done: (moved: number) => `Written down. ${responses(moved)} moved.`,
  undone: (moved: number) => `Undone. ${responses(moved)} moved back.`,
  alikeTitle: 'Letters and copies',
  alikeLede:
    'Find responses in the same words, or nearly. Nothing moves until somebody has read them and decided.',
  alikeFind: 'Look for the same words',
  alikeNone: 'No two responses that count say the same.',
  alikeGroup: (count: number) => `${responses(count)} with the same words, or nearly`,
  alikeParts: (standard: number, edited: number) =>
    `${figures(standard)} in the very same words, ${figures(edited)} with words of their own.`,
  alikeRead: 'Read the words',
  alikeOwn: 'Words of their own in some of them',
  alikeName: 'What is this campaign called?',
  alikeNameHint: 'Everybody reads it in the report: “Postcard about parking”.',
  alikeCount: 'How do those in the same words count?',
  alikeCountEach: 'Each of them counts',
  alikeCountOne: 'All of them together count as one',
  alikeLabel: 'Label them as a campaign',
  alikeCopies: 'They are copies of one response',
  alikeCopiesHint: 'The first goes on counting, the others are merged into it.',
  alikeNot: 'They only happen to be alike',
  alikeCopyReason: 'The same words, read by staff.',
  missing: {
    chosen: 'Choose at least one response',
    kind: 'Choose what you decide',
    into: 'Write the reference of the response that goes on counting',
    because: 'Choose why they are left out',
    behalf: 'Choose for whom they were given',
    reason: 'Write why. Somebody will ask',
  } satisfies Readonly<Record<MissingField, string>>,
  nameFirst: 'Write what the campaign is called',
} as const

type WordsOf<Problem extends { readonly code: string }> = {
  readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string
}

const problemWords: WordsOf<LedgerProblem> = {
  'nothing-chosen': () => ledgerActWords.missing.chosen,
  'reason-missing': () => ledgerActWords.missing.reason,
  'response-not-here': () => 'There is no such response here any more. Look at the list again',
  'words-are-gone': ({ reference }) =>
    `The words of ${reference} are gone, so nothing can be decided about it. Take it out of your choice`,
  'not-late': ({ reference }) => `${reference} came in time. Take it out of your choice`,
  'merged-into-itself': ({ reference }) =>
    `${reference} cannot be merged into itself. Write another reference`,
  'merged-into-uncounted': ({ reference, line }) =>
    `${reference} is not counted: it is on the line “${lineNames[line]}”. Choose one that counts`,
  'others-merged-into-it': ({ reference }) =>
    `Other responses were merged into ${reference}. Undo that first`,
  'decided-since': ({ reference }) =>
    `Something newer was decided about ${reference}. Undo that first`,
  'already-undone': () => 'It was undone already. Nothing had to be done',
  'done-for-good': () => 'Those words are gone for good. This cannot be undone',
  'nothing-changes': ({ reference }) =>
    `Nothing would change for ${reference}. Take it out of your choice`,
}

/** Why a decision was not written down, and what to do next. */
export const ledgerProblemWords = (problem: LedgerProblem): string =>
  (problemWords[problem.code] as (problem: LedgerProblem) => string)(problem)
