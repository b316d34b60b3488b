import type { AnswerOf } from '../answer.ts'
import type { AnswerProblem } from '../../response/problem.ts'
import type { MatrixQuestion } from '../question.ts'
import { withCapital } from '../../core/text.ts'
import { labelOf, optionWith, unknownChoices } from './choices.ts'
import { subjectOf, type QuestionKind } from './question-kind.ts'

type MatrixAnswer = AnswerOf<'matrix'>

/** Several statements, each with one choice from the same scale. */
export const matrix: QuestionKind<'matrix'> = {
  kind: 'matrix',
  check: (question, answer) => [...unknownRows(question, answer), ...missingRows(question, answer)],
  tidy: (question, answer) => ({
    kind: 'matrix',
    rows: Object.fromEntries(chosenRows(question, answer)),
  }),
  columns(question) {
    const about = withCapital(question.about)
    return question.statements.flatMap(({ code, label }) => [
      { key: `${question.id}.${code}`, heading: `${about}: ${label} (code)` },
      { key: `${question.id}.${code}.label`, heading: `${about}: ${label}` },
    ])
  },
  cells: (question, answer) =>
    Object.fromEntries(
      question.statements.flatMap(({ code }) => {
        const chosen = answer ? choiceFor(answer, code) : ''
        return [
          [`${question.id}.${code}`, chosen],
          [`${question.id}.${code}.label`, optionWith(question.scale, chosen)?.label ?? ''],
        ]
      }),
    ),
  read: (question, answer) =>
    chosenRows(question, answer).map(
      ([statement, code]) =>
        `${labelOf(question.statements, statement)}: ${labelOf(question.scale, code)}`,
    ),
}

/** The code chosen for a statement; empty when none is. */
const choiceFor = (answer: MatrixAnswer, statement: string): string =>
  Object.hasOwn(answer.rows, statement) ? (answer.rows[statement] ?? '') : ''

/** Statement and choice: in the question's order, then what belongs to no statement, so that it is refused and not lost. */
function chosenRows(
  question: MatrixQuestion,
  answer: MatrixAnswer,
): readonly (readonly [string, string])[] {
  const codes = question.statements.map((statement) => statement.code)
  const known = new Set(codes)
  const others = Object.keys(answer.rows)
    .filter((code) => !known.has(code))
    .sort()
  return [...codes, ...others]
    .map((code) => [code, choiceFor(answer, code)] as const)
    .filter(([, chosen]) => chosen !== '')
}

function unknownRows(question: MatrixQuestion, answer: MatrixAnswer): readonly AnswerProblem[] {
  const rows = chosenRows(question, answer)
  const statements = unknownChoices(
    question,
    question.statements,
    rows.map(([statement]) => statement),
  )
  if (statements.length > 0) return statements
  return rows.flatMap(([statement, code]) =>
    unknownChoices(question, question.scale, [code]).map((problem) => ({
      ...problem,
      field: statement,
    })),
  )
}

/** Where the question must be answered, every statement must be. */
function missingRows(question: MatrixQuestion, answer: MatrixAnswer): readonly AnswerProblem[] {
  if (!question.mandatory) return []
  return question.statements
    .filter(({ code }) => choiceFor(answer, code) === '')
    .map(({ code, label }) => ({
      ...subjectOf(question),
      field: code,
      code: 'row-missing',
      statement: label,
    }))
}
