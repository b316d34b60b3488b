import type { ErasureProblem } from '../domain/analysis/removal/erasure.ts'
import type { TakeOutProblem } from '../domain/analysis/removal/take-out-words.ts'
import {
  erasureReasons,
  takeOutBecause,
  takeOutReasons,
  type ErasureReason,
  type TakeOutReason,
} from '../domain/response/removal.ts'
import { withCapital } from '../domain/core/text.ts'

/** Why a response is erased, as staff choose it and as the ledger says it. */
export const erasureWords: Readonly<Record<ErasureReason, string>> = {
  'person-asked': 'The person who wrote it asked us to',
  'other-person-asked': 'It tells of another person, who asked us to',
  'wrongly-held': 'We should never have held it',
  ordered: 'The law, a court or the Information Commissioner says so',
  'could-harm': 'Somebody could come to harm if we kept it',
}

/** Why words are taken out, as staff choose it and as the ledger says it. */
export const takeOutWhy: Readonly<Record<TakeOutReason, string>> = {
  'shows-who': withCapital(takeOutBecause['shows-who']),
  private: withCapital(takeOutBecause.private),
  'could-harm': withCapital(takeOutBecause['could-harm']),
  ordered: withCapital(takeOutBecause.ordered),
}

/** The reason of a step of the ledger that took words away, which is kept as a code; undefined: it is some other step's own words. */
export function removalReasonWords(kind: string, reason: string): string | undefined {
  if (kind === 'take-out')
    return takeOutWhy[takeOutReasons.find((one) => one === reason) ?? 'ordered']
  if (kind === 'erase')
    return erasureWords[erasureReasons.find((one) => one === reason) ?? 'ordered']
  return undefined
}

/** The words of taking words out of a response, and of erasing it. */
export const removalWords = {
  takeOutTitle: (question: string) => `Take words out of “${question}”`,
  how: 'Choose words here, or type them below. You cannot change what somebody wrote.',
  text: 'What they wrote',
  words: 'Words to take out',
  wordsHint: 'Wherever they stand in this answer. If you chose them above, only there.',
  what: 'What were they?',
  add: 'Take these words out',
  nowhere: 'These words are not in this answer. Copy them from it',
  nothingChosen: 'Choose the words to take out first',
  asRead: 'The answer as everybody will read it',
  putBack: (words: string) => `Put back “${words}”`,
  why: 'Why are they taken out?',
  whyMissing: 'Choose why',
  next: 'Go on',
  cancel: 'Leave it as it is',
  confirmTitle: 'Take these words out for good?',
  confirm:
    'Nobody can read them again: not on this page, not in a search or a file, not you. Themes that were noted in this answer go as well, and it is read again. A mark says what stood there and why.',
  confirmYes: 'Yes, take them out for good',
  confirmNo: 'No, leave them',
  takenOut: 'The words are taken out. The ledger says so.',
  takenOutTitle: 'Taken out',
  takenOutOn: (moment: string, who: string, question: string, why: string) =>
    `${moment}, ${who} took words out of “${question}”: ${why}.`,
  eraseTitle: 'Erase this response',
  eraseLede:
    'For a reason that the law knows, all that was said here can be erased. It takes two people: you ask, and a colleague does it. The response stays on a line of its own, so that the ledger adds up.',
  eraseOpen: 'Ask a colleague to erase it',
  eraseAsk: 'Ask to erase it',
  eraseWhy: 'Why should it be erased?',
  eraseWhyMissing: 'Choose why it should be erased',
  asked: 'You asked a colleague to erase it.',
  askedTitle: 'Somebody asked to erase this response',
  askedBy: (moment: string, who: string) => `${who} asked on ${moment}.`,
  askedReason: (reason: string) => `The reason: ${reason}.`,
  askedByYou: 'You asked, so somebody else has to do it.',
  takeBack: 'I take it back',
  keep: 'Keep the response',
  kept: 'The response is kept.',
  erase: 'Erase it',
  eraseConfirmTitle: 'Erase this response for good?',
  eraseConfirm:
    'All that was said is gone at once, from this page, results, searches, themes and files. It cannot be brought back. The line “Erased by us” keeps the number, the reason and who decided. Backups keep it as long as your Trust keeps backups.',
  eraseYes: 'Yes, erase it for good',
  eraseNo: 'No, not now',
  erased: 'The response is erased. The ledger says so.',
  waiting: (reference: string) => `Response ${reference} is to be erased`,
  waitingAbout: (who: string) => `${who} asked. A second person has to do it, or keep it.`,
  waitingAct: 'Look at it',
} as const

type RemovalProblem = TakeOutProblem | ErasureProblem | { readonly code: 'not-yours' }
type WordsOf<Problem extends { readonly code: string }> = {
  readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string
}

const openAgain = 'This answer is not here any more. Open the page again'
const notWhereTheyWere = 'These words are not where they were. Open the page again'

const problemWords: WordsOf<RemovalProblem> = {
  'response-not-here': () => openAgain,
  'no-such-text': () => openAgain,
  'words-are-gone': () => 'The words of this response are gone already',
  'concern-open': () =>
    'Somebody has raised an urgent concern about this response. Its words are needed until that is closed',
  'changed-since': () =>
    'The response has changed since you opened this page. Open it again and choose the words once more',
  'redaction-empty': () => removalWords.nothingChosen,
  'redaction-too-many': ({ most }) => `Take out ${most} parts or fewer at a time`,
  'redaction-overlaps': () => 'Two of the parts overlap. Put one of them back',
  'redaction-out-of-place': () => notWhereTheyWere,
  'redaction-leaves-nothing': () => notWhereTheyWere,
  'asked-already': () => 'Somebody has asked for this already. Open the page again',
  'not-asked': () => 'Nobody asks for this any more. Open the page again',
  'others-merged-into-it': ({ reference }) =>
    `Other responses were merged into ${reference}. Undo that in the ledger first`,
  'not-yours': () => removalWords.askedByYou,
}

/** Why words were not removed, and what to do next. */
export const removalProblemWords = (problem: RemovalProblem): string =>
  (problemWords[problem.code] as (problem: RemovalProblem) => string)(problem)
