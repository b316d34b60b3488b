import { agreementScale, yesNoOptions } from '../../question/agreement-scale.ts'
import type { Option, Question } from '../../question/question.ts'
import type { Line, ListItem } from './document-tree.ts'
import { aboutOf, nameOf } from './names.ts'

/** What was found of one question of a paper questionnaire: its text, and what stands under it. */
export interface FoundQuestion {
  readonly title: string
  readonly under: readonly Line[]
}

export interface Recognised {
  readonly question: Question
  /** What somebody should confirm, in words. */
  readonly unsure: readonly string[]
}

/** A box or a ring to tick, at the start or the end of a line. */
const tickMark =
  /^[\s]*(?:[☐☑☒□■▢○◯●◻◽⬜]|\[\s?[xX]?\]|\(\s?\)|_{1,3}(?=\s))\s*|\s*(?:[☐☑☒□▢○◯◻◽⬜]|\[\s?\])\s*$/gu
const startsWithTick = /^\s*(?:[☐☑☒□■▢○◯●◻◽⬜]|\[\s?[xX]?\]|\(\s?\))/u
const tickCharacters = /[☐☑☒□▢○◯◻◽⬜]|\[\s?\]/gu
const blankLine = /^[\s_.…‗–-]{3,}$|_{4,}|\.{6,}|…{2,}/u

const instruction =
  /\(?\s*(?:please\s+)?(?:tick|choose|select|circle|mark|pick)\s+(?:(?:all|any|as many|every)[^).]*|(?:only\s+)?(?:one|1)\b[^).]*|(?:up to|a maximum of|no more than)\s+(?:\d+|two|three|four|five)[^).]*)\)?[.:]?/i
const several = /\b(?:all|any|as many|every)\b/i
const upTo = /(?:up to|maximum of|no more than)\s+(\d+|two|three|four|five)/i
const orderWords = /\b(?:rank|in order of|order of (?:preference|importance))\b/i
const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 }

const plainly = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
const yesWords = new Set(['yes'])
const noWords = new Set(['no'])
const unknownWords = new Set([
  'dont know',
  'i dont know',
  'i do not know',
  'do not know',
  'not sure',
  'unsure',
  'im not sure',
])
const agreementWords = agreementScale.slice(0, 5).map(({ label }) => plainly(label))
const exclusiveWords =
  /^(?:none(?: of (?:these|the above|them))?|i (?:do not|don['’]t) want to say|prefer not to say|rather not say)\b/i
const otherWords = /^(?:other|something else|another)\b/i
const dateWords = /\b(?:date|dd\s*\/\s*mm|day\s*\/\s*month)\b/i
const numberWords = /^(?:how many|how old)\b/i

/** One option as it is written on paper, without its box. */
interface Choice {
  readonly label: string
}

const withoutTick = (text: string): string =>
  text.replaceAll(tickMark, '').replaceAll('**', '').trim()

/** Several boxes on one line, as in "☐ Yes ☐ No ☐ Not sure". */
function choicesOnLine(text: string): readonly Choice[] {
  if ((text.match(tickCharacters) ?? []).length < 2 || !startsWithTick.test(text)) return []
  return text
    .split(tickCharacters)
    .map((part) => ({ label: withoutTick(part) }))
    .filter(({ label }) => label !== '')
}

const choiceOfItem = ({ text }: ListItem): Choice => ({ label: withoutTick(text) })

function choicesUnder(lines: readonly Line[]): readonly Choice[] {
  return lines.flatMap((line): readonly Choice[] => {
    if (line.kind === 'list')
      return line.items.map(choiceOfItem).filter(({ label }) => label !== '')
    if (line.kind !== 'paragraph') return []
    const many = choicesOnLine(line.text)
    if (many.length > 0) return many
    return startsWithTick.test(line.text) ? [{ label: withoutTick(line.text) }] : []
  })
}

/** "Other, please say ____": the field beside the option asks that. */
const sayWhat =
  /[\s(,:–-]+(?:please\s+)?(?:say|specify|state|describe|tell us)\b[^)]*\)?[\s_.…:]*$/i
const blanks = /[_.…]{3,}/g

function optionsOf(choices: readonly Choice[]): readonly Option[] {
  const taken = new Set<string>()
  return choices.map(({ label }, index): Option => {
    const asksMore = otherWords.test(label)
    const shown = (asksMore ? label.replace(sayWhat, '') : label).replaceAll(blanks, '').trim()
    const words = shown === '' ? label : shown
    return {
      code: nameOf(words, taken, `option-${index + 1}`),
      label: words,
      ...(asksMore ? { say: { label: 'Say what' } } : {}),
    }
  })
}

const isYesNo = (choices: readonly Choice[]): boolean => {
  const labels = choices.map(({ label }) => plainly(label))
  const [yes, no, third] = labels
  return (
    yes !== undefined &&
    no !== undefined &&
    yesWords.has(yes) &&
    noWords.has(no) &&
    (labels.length === 2 ||
      (labels.length === yesNoOptions.length && unknownWords.has(third ?? '')))
  )
}

const isAgreement = (labels: readonly string[]): boolean => {
  const known = labels.map(plainly).filter((label) => !unknownWords.has(label))
  const inOrder = known.join('|')
  return inOrder === agreementWords.join('|') || inOrder === [...agreementWords].reverse().join('|')
}

/** Reads the text and what stands under it as a question. `id` is its own in the consultation. */
export function recogniseQuestion({ title, under }: FoundQuestion, id: string): Recognised {
  const said = [
    title,
    ...under.flatMap((line) => (line.kind === 'paragraph' ? [line.text] : [])),
  ].join(' ')
  const asked = withoutInstruction(title)
    .replaceAll(/\*\*/g, '')
    .replaceAll(/_{3,}|\.{5,}|…{2,}/g, '')
    .trim()
  const hint = hintOf(under)
  const base = { id, title: asked, about: aboutOf(asked), ...(hint === '' ? {} : { hint }) }
  const matrix = under.find((line) => line.kind === 'table')
  if (matrix?.kind === 'table') return recogniseTable(base, matrix.rows)
  const choices = choicesUnder(under)
  if (choices.length >= 2) return recogniseChoices(base, choices, said)
  return recogniseText(base, said)
}

type Base = Pick<Question, 'id' | 'title' | 'about' | 'hint'>

function recogniseChoices(base: Base, choices: readonly Choice[], said: string): Recognised {
  if (isYesNo(choices)) {
    const added = choices.length === 2 ? ['We added “I do not know” to Yes and No.'] : []
    return { question: { ...base, kind: 'yes-no' }, unsure: added }
  }
  const options = optionsOf(choices)
  if (orderWords.test(said) && options.length <= 7)
    return { question: { ...base, kind: 'ranking', options }, unsure: [] }
  const most = mostOf(said)
  if (most !== undefined || several.test(instruction.exec(said)?.[0] ?? ''))
    return {
      question: {
        ...base,
        kind: 'several-of',
        options: options.map(exclusively),
        ...(most === undefined ? {} : { most }),
      },
      unsure: [],
    }
  const sure = instruction.test(said) || isAgreement(choices.map(({ label }) => label))
  return { question: { ...base, kind: 'one-of', options }, unsure: sure ? [] : [oneOrSeveral] }
}

const oneOrSeveral =
  'The document does not say whether people may choose one answer or several. We took it as one.'

/** The number in "choose up to three". */
function mostOf(said: string): number | undefined {
  const word = upTo.exec(said)?.[1]
  return word === undefined ? undefined : (numbers[word.toLowerCase()] ?? Number(word))
}

const exclusively = (option: Option): Option =>
  exclusiveWords.test(option.label) ? { ...option, exclusive: true } : option

const mostStatements = 20
const mostPoints = 10

/** A grid: the scale along the top, a statement on each row, and nothing in the cells but boxes. */
function recogniseTable(base: Base, rows: readonly (readonly string[])[]): Recognised {
  const [head = [], ...body] = rows
  const points = head
    .slice(1)
    .map(withoutTick)
    .filter((label) => label !== '')
  const statements = body.map(([first = '']) => withoutTick(first)).filter((label) => label !== '')
  const empty = body.every((row) => row.slice(1).every((cell) => withoutTick(cell) === ''))
  const fits =
    points.length >= 2 &&
    points.length <= mostPoints &&
    statements.length >= 1 &&
    statements.length <= mostStatements
  if (!fits || !empty)
    return {
      question: { ...base, kind: 'long-text' },
      unsure: [
        'There is a table under this question that we could not read as one. We took the question as one to write an answer to.',
      ],
    }
  const [statementCodes, pointCodes] = [new Set<string>(), new Set<string>()]
  return {
    question: {
      ...base,
      kind: 'matrix',
      statements: statements.map((label, index) => ({
        code: nameOf(label, statementCodes, `row-${index + 1}`),
        label,
      })),
      scale: points.map((label, index) => ({
        code: nameOf(label, pointCodes, `point-${index + 1}`),
        label,
      })),
    },
    unsure: [],
  }
}

function recogniseText(base: Base, said: string): Recognised {
  if (dateWords.test(said) && !/\bup to date\b/i.test(said))
    return {
      question: { ...base, kind: 'date' },
      unsure: ['We took this as a question for a date.'],
    }
  if (numberWords.test(base.title))
    return {
      question: { ...base, kind: 'number', least: 0 },
      unsure: ['We took this as a question for a number.'],
    }
  return { question: { ...base, kind: 'long-text' }, unsure: [] }
}

/** The longest hint that a question can have. */
const longestHint = 1000

/** Plain text between a question and its boxes. */
const hintOf = (under: readonly Line[]): string =>
  under
    .flatMap((line) =>
      line.kind === 'paragraph' && !belongsToQuestion(line) ? [line.text.replaceAll('**', '')] : [],
    )
    .join(' ')
    .slice(0, longestHint)

/** True for what stands under a question on paper and is not text to read: boxes, blanks, instructions. */
export const belongsToQuestion = (line: Line): boolean =>
  line.kind === 'paragraph' &&
  (startsWithTick.test(line.text) ||
    blankLine.test(line.text) ||
    choicesOnLine(line.text).length > 0 ||
    new RegExp(`^${instruction.source}$`, 'i').test(line.text.replaceAll('**', '').trim()))

/** A question's text without "tick all that apply" and its like. */
export const withoutInstruction = (text: string): string => text.replace(instruction, '').trim()

/** True where there are boxes, blanks or an instruction in the text itself. */
export const asksInItself = (text: string): boolean =>
  blankLine.test(text) || instruction.test(text)
