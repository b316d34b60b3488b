import type { AnswerKind } from './answer.ts'
import { dateWords, minutesWords, momentWords } from './dates.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { withCapital } from './text.ts'

/**
 * The words for a problem: what to do next, in plain English, the same beside the field and in the error summary.
 * They never say please, sorry, valid, invalid or required (GOV.UK, "Error message"). One sentence has no full stop.
 * A code that a newer server knows and this program does not has words too, of no help but to try again.
 */
export function problemWords(problem: Problem): string {
  if (!Object.hasOwn(words, problem.code)) return 'Something stopped this being sent. Load this page again, then try once more.'
  const say = words[problem.code] as (problem: Problem) => string
  return say(problem)
}

type Words = { readonly [Code in ProblemCode]: (problem: Extract<Problem, { code: Code }>) => string }

/** A code without words here does not compile. */
const words: Words = {
  'answer-missing': ({ kind, about }) => missing[kind](about),
  'say-missing': ({ option }) => `Enter a few words beside ‘${option}’, or choose another answer`,
  'say-too-long': (problem) => tooLong(`what you wrote beside ‘${problem.option}’`, problem),
  'text-too-long': (problem) => tooLong(problem.about, problem),
  'choice-unknown': ({ about }) => `Select ${about} from the choices shown`,
  'choices-too-many': ({ most, about }) => `Select no more than ${counted(most, 'answer')} for ${about}`,
  'choices-exclusive': ({ about, option }) => `Select ${about}, or select ‘${option}’ on its own`,
  'row-missing': ({ statement }) => `Select an answer for ‘${statement}’`,

  'number-not-a-number': ({ about }) => `Enter a number in figures, like 12, for ${about}`,
  'number-not-whole': ({ about }) => `Enter a whole number, like 12, for ${about}`,
  'number-too-many-decimals': ({ about, decimals }) =>
    `Enter a number with no more than ${counted(decimals, 'figure')} after the point for ${about}`,
  'number-too-small': ({ about, least }) => `Enter a number that is ${figures(least)} or more for ${about}`,
  'number-too-large': ({ about, most }) => `Enter a number that is ${figures(most)} or less for ${about}`,

  'date-part-missing': ({ about, parts }) => `${withCapital(about)} must include a ${parts.join(' and a ')}`,
  'date-part-unclear': ({ about, part }) => `${unclear[part]}, for ${about}`,
  'date-not-real': ({ about }) => `${withCapital(about)} must be a real date, like 27 3 2026`,
  'date-too-early': ({ about, earliest }) => `${withCapital(about)} must be ${dateWords(earliest)} or later`,
  'date-too-late': ({ about, latest }) => `${withCapital(about)} must be ${dateWords(latest)} or earlier`,
  'answer-of-another-kind': ({ about }) => `Answer ${about} again. The question has changed since you answered it.`,

  'consultation-not-open': ({ opensAt }) => `This consultation opens on ${momentWords(opensAt)}. Send your response then.`,
  'consultation-closed': ({ closedAt }) =>
    `This consultation closed on ${momentWords(closedAt)}. You can still copy or download what you wrote.`,
  'consultation-retracted': () => 'This consultation has been taken down. You can still copy or download what you wrote.',
  'consultation-unknown': () => 'We cannot find this consultation. Check the address, or choose from the list of consultations.',
  'version-unknown': () =>
    'We cannot find the questions you answered. Open the consultation again, check your answers and send them.',
  'question-unknown': () =>
    'One of your answers is to a question we do not ask. Open the consultation again, check your answers and send them.',
  'question-not-asked': ({ about }) =>
    `Your other answers mean that we do not ask ${about}. Check your answers and send them.`,

  'response-empty': () => 'Answer at least one question before you send your response',
  'response-not-understood': () =>
    'We could not read what was sent. Copy or download what you wrote, then use another way to respond.',
  'response-received-different': () =>
    'We received this response before, with other answers. To change it, open it with your reference and private code.',
  'response-withdrawn': () => 'This response was taken back. To take part again, start a new one.',
  'response-not-found': () => 'We cannot find a response with that reference and private code. Check both and try again.',
  'response-changed-elsewhere': () =>
    'This response was changed somewhere else after you opened it. Open it again, then make your change.',
  'too-many-tries': ({ minutes }) => `You have tried too many times. Wait ${minutesWords(minutes)}, then try again.`,
}

const missing: Readonly<Record<AnswerKind, (about: string) => string>> = {
  'short-text': (about) => `Enter ${about}`,
  'long-text': (about) => `Enter ${about}`,
  'one-of': (about) => `Select ${about}`,
  'several-of': (about) => `Select ${about}`,
  'yes-no': (about) => `Select ${about}`,
  agreement: (about) => `Select ${about}`,
  'number-scale': (about) => `Select ${about}`,
  matrix: (about) => `Select ${about}, for every statement`,
  ranking: (about) => `Put in order ${about}`,
  number: (about) => `Enter ${about}`,
  date: (about) => `Enter ${about}`,
  consent: (about) => `Tick the box about ${about}`,
}

const unclear = {
  day: 'The day must be a number, like 27',
  month: 'The month must be a number, like 3, or its name, like March',
  year: 'The year must have 4 numbers, like 2026',
} as const

const tooLong = (what: string, { most, over }: { readonly most: number; readonly over: number }): string =>
  `${withCapital(what)} must be ${counted(most, 'character')} or fewer. You have used ${figures(most + over)}.`

/** "1,250". */
const figures = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 20 })

const counted = (number: number, noun: string): string => `${figures(number)} ${noun}${number === 1 ? '' : 's'}`
