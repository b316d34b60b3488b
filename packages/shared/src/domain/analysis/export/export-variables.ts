import type { Answer, Answers } from '../../question/answer.ts'
import { answerTo, visibleQuestions } from '../../consultation/journey.ts'
import { questionsOf, type ConsultationVersion } from '../../consultation/consultation.ts'
import { notSay } from '../../question/equality-questions.ts'
import type { Option, Question } from '../../question/question.ts'
import { answerCells } from '../../question/question-kinds.ts'
import { saidTo } from '../../question/said.ts'
import { optionsOf } from '../tally/closed-question.ts'

/**
 * The columns of an export for people who analyse it: short names that never change, one column of 0 and 1 for each option
 * of "choose all", and missing values that say why they are missing. A codebook says what each column holds.
 */
export interface ExportVariable {
  /** Starts with a letter; letters, digits and underscores: what R and SPSS take as a name. */
  readonly name: string
  readonly questionId: string
  /** The question as it was asked, and the part of it this column is about. */
  readonly question: string
  readonly part: string
  readonly type: 'code' | 'flag' | 'place' | 'number' | 'date' | 'text'
  readonly codes: readonly { readonly code: string; readonly label: string }[]
  /** Numbers of the versions that asked it. */
  readonly versions: readonly number[]
}

/** Why a cell holds no answer. The numbers are far from anything that is asked for. */
export const missingValues = {
  notAsked: '-9991',
  notAnswered: '-9992',
  notWantedToSay: '-9993',
  notInVersion: '-9994',
} as const

export const missingWords: readonly { readonly code: string; readonly label: string }[] = [
  { code: missingValues.notAsked, label: 'Not asked, because of an earlier answer' },
  { code: missingValues.notAnswered, label: 'Asked, and not answered' },
  { code: missingValues.notWantedToSay, label: 'Did not want to say' },
  { code: missingValues.notInVersion, label: 'Not in the version that was answered' },
]

/** True for the text of a cell that holds no answer. */
export const isMissing = (text: string): boolean => missingWords.some(({ code }) => code === text)

interface Field extends Pick<ExportVariable, 'type' | 'codes' | 'part'> {
  readonly suffix: string
  /** The cell of an answer to this question; undefined: this part was left out. */
  readonly value: (answer: Answer) => string | undefined
}

const nothing: ExportVariable['codes'] = []
const flagCodes = [
  { code: '0', label: 'Not chosen' },
  { code: '1', label: 'Chosen' },
]
const plain = (options: readonly Option[]): ExportVariable['codes'] =>
  options.map(({ code, label }) => ({ code, label }))

const sayFields = (options: readonly Option[]): readonly Field[] =>
  options
    .filter(({ say }) => say !== undefined)
    .map(({ code, label }) => ({
      suffix: `_${code}_say`,
      part: `${label}, in their own words`,
      type: 'text',
      codes: nothing,
      value: (answer) =>
        'say' in answer && answer.say && Object.hasOwn(answer.say, code)
          ? answer.say[code]
          : undefined,
    }))

function fieldsOf(question: Question): readonly Field[] {
  switch (question.kind) {
    case 'several-of':
      return [
        ...question.options.map(({ code, label }): Field => ({
          suffix: `_${code}`,
          part: label,
          type: 'flag',
          codes: flagCodes,
          value: (answer) =>
            answer.kind === 'several-of' ? (answer.choices.includes(code) ? '1' : '0') : undefined,
        })),
        ...sayFields(question.options),
      ]
    case 'matrix':
      return question.statements.map(({ code, label }) => ({
        suffix: `_${code}`,
        part: label,
        type: 'code',
        codes: plain(question.scale),
        value: (answer) =>
          answer.kind === 'matrix' && Object.hasOwn(answer.rows, code)
            ? answer.rows[code]
            : undefined,
      }))
    case 'ranking':
      return question.options.map(({ code, label }) => ({
        suffix: `_${code}`,
        part: `Place of ${label}`,
        type: 'place',
        codes: nothing,
        value: (answer) =>
          answer.kind === 'ranking' && answer.order.includes(code)
            ? String(answer.order.indexOf(code) + 1)
            : undefined,
      }))
    default:
      return singleFields(question)
  }
}

function singleFields(question: Question): readonly Field[] {
  const options = optionsOf(question)
  const type = question.kind === 'number' || question.kind === 'date' ? question.kind : 'text'
  if (!options)
    return [
      {
        suffix: '',
        part: '',
        type,
        codes: nothing,
        value: (answer) => answerCells(question, answer)[question.id],
      },
    ]
  const choice: Field = {
    suffix: '',
    part: '',
    type: 'code',
    codes: plain(options),
    value: (answer) =>
      'choice' in answer ? answer.choice : answer.kind === 'consent' ? 'given' : undefined,
  }
  return [choice, ...(question.kind === 'one-of' ? sayFields(question.options) : [])]
}

/** "how-you-travel" and "_bus" as a name that R and SPSS take. */
function nameOf(id: string, suffix: string): string {
  const name = `${id}${suffix}`.replaceAll('-', '_')
  return /^[a-z]/.test(name) ? name : `q_${name}`
}

/** All columns of an export, and the cells of each response in them. */
export interface ExportSheet {
  readonly variables: readonly ExportVariable[]
  cells(version: number, answers: Answers): readonly string[]
}

/**
 * Columns for the questions of every version, in the order in which they were first asked: a new version adds columns
 * and moves none. `includes` says which questions: those about equality are exported apart, without anything that could
 * bring the two together.
 */
export function exportSheet(
  versions: readonly ConsultationVersion[],
  includes: (questionId: string) => boolean,
): ExportSheet {
  const columns = new Map<string, { variable: ExportVariable; fields: Map<number, Field> }>()
  for (const { number, consultation } of versions) {
    for (const question of questionsOf(consultation)) {
      if (includes(question.id)) addColumns(columns, number, question)
    }
  }
  const byNumber = new Map(versions.map((version) => [version.number, version.consultation]))
  return {
    variables: [...columns.values()].map(({ variable }) => variable),
    cells(version, answers) {
      const consultation = byNumber.get(version)
      const visible = new Map(
        consultation ? visibleQuestions(consultation, answers).map((one) => [one.id, one]) : [],
      )
      return [...columns.values()].map(({ variable, fields }) =>
        cellOf(fields.get(version), visible.get(variable.questionId), answers),
      )
    },
  }
}

function addColumns(
  columns: Map<string, { variable: ExportVariable; fields: Map<number, Field> }>,
  number: number,
  question: Question,
): void {
  for (const field of fieldsOf(question)) {
    const name = nameOf(question.id, field.suffix)
    const known = columns.get(name)
    const fields = (known?.fields ?? new Map<number, Field>()).set(number, field)
    const variable: ExportVariable = {
      name,
      questionId: question.id,
      question: question.title,
      part: field.part,
      type: field.type,
      codes: field.codes,
      versions: [...(known?.variable.versions ?? []), number],
    }
    columns.set(name, { variable, fields })
  }
}

function cellOf(
  field: Field | undefined,
  question: Question | undefined,
  answers: Answers,
): string {
  if (!field) return missingValues.notInVersion
  if (!question) return missingValues.notAsked
  const answer = saidTo(question, answerTo(answers, question.id))
  const value = answer && field.value(answer)
  if (value === undefined) return missingValues.notAnswered
  return value === notSay.code ? missingValues.notWantedToSay : value
}
