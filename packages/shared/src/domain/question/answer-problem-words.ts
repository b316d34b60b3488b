import type { AnswerKind } from './answer.ts'
import { dateWords } from '../core/dates.ts'
import type { AnswerProblem, ToldProblem } from '../response/problem.ts'
import { withCapital } from '../core/text.ts'

/**
 * A problem with its words, apart from those for a whole response: a page of questions needs no others. How all of them
 * are written stands in problem-words.ts.
 */
export function told(problem: AnswerProblem): ToldProblem {
  const say = answerWords[problem.code] as (problem: AnswerProblem) => string
  return { ...problem, words: say(problem) }
}

type Words = {
  readonly [Code in AnswerProblem['code']]: (
    problem: Extract<AnswerProblem, { code: Code }>,
  ) => string
}

/** A code without words here does not compile. */
export const answerWords: Words = {
  'answer-missing': ({ kind, about }) => missing[kind](about),
  'say-missing': ({ option }) => `Enter a few words beside ‘${option}’, or choose another answer`,
  'say-too-long': (problem) => tooLong(`what you wrote beside ‘${problem.option}’`, problem),
  'text-too-long': (problem) => tooLong(problem.about, problem),
  'choice-unknown': ({ about }) => `Select ${about} from the choices shown`,
  'choices-too-many': ({ most, about }) =>
    `Select no more than ${counted(most, 'answer')} for ${about}`,
  'choices-exclusive': ({ about, option }) => `Select ${about}, or select ‘${option}’ on its own`,
  'row-missing': ({ statement }) => `Select an answer for ‘${statement}’`,

  'number-not-a-number': ({ about }) => `Enter a number in figures, like 12, for ${about}`,
  'number-not-whole': ({ about }) => `Enter a whole number, like 12, for ${about}`,
  'number-too-many-decimals': ({ about, decimals }) =>
    `Enter a number with no more than ${counted(decimals, 'figure')} after the point for ${about}`,
  'number-too-small': ({ about, least }) =>
    `Enter a number that is ${figures(least)} or more for ${about}`,
  'number-too-large': ({ about, most }) =>
    `Enter a number that is ${figures(most)} or less for ${about}`,

  'date-part-missing': ({ about, parts }) =>
    `${withCapital(about)} must include a ${parts.join(' and a ')}`,
  'date-part-unclear': ({ about, part }) => `${unclear[part]}, for ${about}`,
  'date-not-real': ({ about }) => `${withCapital(about)} must be a real date, like 27 3 2026`,
  'date-too-early': ({ about, earliest }) =>
    `${withCapital(about)} must be ${dateWords(earliest)} or later`,
  'date-too-late': ({ about, latest }) =>
    `${withCapital(about)} must be ${dateWords(latest)} or earlier`,
  'answer-of-another-kind': ({ about }) =>
    `Answer ${about} again. The question has changed since you answered it.`,
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
  day: 'The day must be a number from 1 to 31',
  month: 'The month must be a number from 1 to 12, or its name, like March',
  year: 'The year must have 4 numbers, like 2026',
} as const

/** What is too long, in words that begin a sentence. */
export const tooLong = (
  what: string,
  { most, over }: { readonly most: number; readonly over: number },
): string =>
  `${withCapital(what)} must be ${counted(most, 'character')} or fewer. You have used ${figures(most + over)}.`

/** "1,250". */
const figures = (number: number): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: 20 })

const counted = (number: number, noun: string): string =>
  `${figures(number)} ${noun}${number === 1 ? '' : 's'}`
