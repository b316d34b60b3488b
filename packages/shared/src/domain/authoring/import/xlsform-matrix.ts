import { aboutOf, nameOf } from './names.ts'
import { sectionFor, type Making } from './xlsform-making.ts'
import { labelOf, readType } from './xlsform-question.ts'
import type { FormRow } from './xlsform-sheets.ts'

const mostPoints = 10
const statementOf = (row: FormRow, label: string, taken: Set<string>) => ({
  code: nameOf(row.cells['name'] ?? label, taken, 'row'),
  label,
})

const isTableHead = (row: FormRow): boolean => /(?:^|\s)label\b/.test(row.cells['appearance'] ?? '')

/** The choices of a row that belongs to a table: "label" above, "list-nolabel" below, or a table-list group. */
function tableChoices(making: Making, row: FormRow): readonly FormRow[] | undefined {
  const { kind, list } = readType(row.cells['type'] ?? '')
  const marked = /\b(?:label|list-nolabel)\b/.test(row.cells['appearance'] ?? '')
  if (kind !== 'select_one' || !(marked || making.groups.at(-1)?.tableList)) return undefined
  const choices = making.lists.get(list) ?? []
  return choices.length >= 2 && choices.length <= mostPoints ? choices : undefined
}

/** Rows of one list in a table become one question. */
export function addMatrixRow(making: Making, row: FormRow): boolean {
  const choices = tableChoices(making, row)
  if (choices === undefined) return false
  const section = sectionFor(making)
  const open = section.questions.at(-1)
  const { list } = readType(row.cells['type'] ?? '')
  const goes = open?.kind === 'matrix' && making.rows.get(open.id)?.cells['matrix-list'] === list
  if (isTableHead(row) || !goes || open?.kind !== 'matrix') beginMatrix(making, row, choices)
  else {
    const label = labelOf(row, making.language)
    const taken = new Set(open.statements.map(({ code }) => code))
    const statements = [...open.statements, statementOf(row, label, taken)]
    section.questions[section.questions.length - 1] = { ...open, statements }
    if (row.cells['relevant'] !== undefined)
      making.notes.push({
        kind: 'unsure',
        place: { kind: 'question', id: open.id },
        words: `The form shows “${label.slice(0, 100)}” only to some people. Here everybody sees it.`,
      })
  }
  return true
}

function beginMatrix(making: Making, row: FormRow, choices: readonly FormRow[]): void {
  const section = sectionFor(making)
  const label = labelOf(row, making.language)
  const codes = new Set<string>()
  const scale = choices.map((choice) => ({
    code: nameOf(choice.cells['name'] ?? '', codes, 'point'),
    label: labelOf(choice, making.language),
  }))
  const title = isTableHead(row) ? label : section.title
  const id = nameOf(row.cells['name'] ?? title, making.ids, 'question')
  const statements = isTableHead(row) ? [] : [statementOf(row, label, new Set())]
  section.questions.push({ id, kind: 'matrix', title, about: aboutOf(title), statements, scale })
  const { list } = readType(row.cells['type'] ?? '')
  making.rows.set(id, { ...row, cells: { ...row.cells, 'matrix-list': list } })
}
