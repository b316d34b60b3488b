import type { AnswerOf } from '../answer.ts'
import { dateWords } from '../../core/dates.ts'
import { plainFigures } from '../../core/figures.ts'
import type { AnswerProblem } from '../../response/problem.ts'
import type { DateQuestion } from '../question.ts'
import { isBlank, tidyLine, withCapital } from '../../core/text.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

type DateAnswer = AnswerOf<'date'>
type Part = 'day' | 'month' | 'year'

const parts: readonly Part[] = ['day', 'month', 'year']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A calendar date in three fields. What was typed is kept until it is a date; then each part is stored as figures. */
export const date: QuestionKind<'date'> = {
  kind: 'date',
  check: (question, answer) => dateProblems(question, answer),
  tidy(_, answer) {
    const [year, month, day] = isoDate(answer)?.split('-').map(Number) ?? []
    if (day) return { kind: 'date', day: String(day), month: String(month), year: String(year) }
    return {
      kind: 'date',
      day: tidyLine(answer.day),
      month: tidyLine(answer.month),
      year: tidyLine(answer.year),
    }
  },
  columns: (question) => [{ key: question.id, heading: withCapital(question.about) }],
  cells: (question, answer) => ({
    [question.id]: answer ? (isoDate(answer) ?? asTyped(answer)) : '',
  }),
  read(_, answer) {
    const iso = isoDate(answer)
    return [iso ? dateWords(iso) : asTyped(answer)]
  },
}

const asTyped = (answer: DateAnswer): string =>
  parts
    .map((part) => tidyLine(answer[part]))
    .filter(Boolean)
    .join(' ')

/** Each part as a number, or null when what is written there is none. */
const read: Readonly<Record<Part, (text: string) => number | null>> = {
  day: (text) => upTo(31, numberIn(/^(\d{1,2})(?:st|nd|rd|th)?$/, text)),
  month: (text) => monthNamed(text.replace(/\.$/, '')) ?? upTo(12, numberIn(/^(\d{1,2})$/, text)),
  year: (text) => numberIn(/^([1-9]\d{3})$/, text),
}

/** "February", "feb" and all between; three letters tell every month from the others. */
function monthNamed(name: string): number | null {
  const index = name.length < 3 ? -1 : months.findIndex((month) => month.startsWith(name))
  return index < 0 ? null : index + 1
}

function numberIn(pattern: RegExp, text: string): number | null {
  const digits = pattern.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}

const upTo = (most: number, value: number | null): number | null =>
  value !== null && value >= 1 && value <= most ? value : null

const readPart = (answer: DateAnswer, part: Part): number | null =>
  read[part](tidyLine(plainFigures(answer[part])).toLowerCase())

/** YYYY-MM-DD, or null unless all three parts make a day that was or will be. */
function isoDate(answer: DateAnswer): string | null {
  const [day, month, year] = parts.map((part) => readPart(answer, part))
  if (!day || !month || !year || day > daysIn(month, year)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** What is missing and what cannot be read, all at once; then what is not a date, then what is out of bounds. */
function dateProblems(question: DateQuestion, answer: DateAnswer): readonly AnswerProblem[] {
  const subject = subjectOf(question)
  const missing = parts.filter((part) => isBlank(answer[part]))
  const unclear = parts.filter((part) => !isBlank(answer[part]) && readPart(answer, part) === null)
  if (missing.length + unclear.length > 0)
    return [
      ...(missing.length > 0
        ? [{ ...subject, field: missing[0], code: 'date-part-missing', parts: missing } as const]
        : []),
      ...unclear.map(
        (part) => ({ ...subject, field: part, code: 'date-part-unclear', part }) as const,
      ),
    ]
  const iso = isoDate(answer)
  if (!iso) return [{ ...subject, code: 'date-not-real' }]
  const { earliest, latest } = question
  if (earliest && iso < earliest) return [{ ...subject, code: 'date-too-early', earliest }]
  if (latest && iso > latest) return [{ ...subject, code: 'date-too-late', latest }]
  return []
}
