import type { QuestionOf } from '../../domain/question/question.ts'
import { dateInput } from '../../ui/date-input.ts'
import type { DatePart } from '../../ui/date-parts.ts'
import { matrix } from '../../ui/matrix.ts'
import { moveItem, moveWords, ranking } from '../../ui/ranking.ts'
import { common, given, type FieldModel, type LargerFields } from './question-field.view.ts'

function matrixField(question: QuestionOf<'matrix'>, model: FieldModel) {
  const rows = given('matrix', model)?.rows ?? {}
  return matrix({
    ...common(question, model),
    rows: question.statements.map((statement) => {
      const problem = model.problems.find(({ field }) => field === statement.code)
      return {
        value: statement.code,
        text: statement.label,
        hint: statement.hint,
        error: problem?.words,
        chosen: Object.hasOwn(rows, statement.code) ? rows[statement.code] : undefined,
      }
    }),
    scale: question.scale.map((point) => ({ value: point.code, text: point.label })),
    onChange: (row, point) =>
      model.onAnswer?.({ kind: 'matrix', rows: { ...rows, [row]: point } }, false),
  })
}

function rankingField(question: QuestionOf<'ranking'>, model: FieldModel) {
  const order = given('ranking', model)?.order ?? []
  return ranking({
    ...common(question, model),
    items: question.options.map((option) => ({ value: option.code, text: option.label })),
    order,
    onMove: (code, move) => {
      const moved = moveItem(order, code, move)
      if (moved !== order) model.onAnswer?.({ kind: 'ranking', order: moved }, false)
      const option = question.options.find((other) => other.code === code)
      if (option) model.onSay?.(moveWords(option.label, moved, code))
    },
  })
}

function dateField(question: QuestionOf<'date'>, model: FieldModel) {
  const { day = '', month = '', year = '' } = given('date', model) ?? {}
  const wrong = model.problems.flatMap((problem) =>
    problem.code === 'date-part-missing'
      ? problem.parts
      : problem.code === 'date-part-unclear'
        ? [problem.part]
        : [],
  )
  return dateInput({
    ...common(question, model),
    value: { day, month, year },
    errorParts: wrong.length > 0 ? wrong : undefined,
    onInput: (part: DatePart, value) =>
      model.onAnswer?.({ kind: 'date', day, month, year, [part]: value }, true),
  })
}

export const largerFields: LargerFields = {
  matrix: matrixField,
  ranking: rankingField,
  date: dateField,
}
