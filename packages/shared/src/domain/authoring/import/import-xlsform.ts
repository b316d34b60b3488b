import type { Block, Section } from '../../consultation/consultation.ts'
import type { Condition } from '../../question/question.ts'
import type { Imported } from './imported.ts'
import { nameOf } from './names.ts'
import { conditionOf, readFormCondition } from './xlsform-condition.ts'
import { editionsOf } from './xlsform-editions.ts'
import {
  leaveOut,
  placeOf,
  sectionFor,
  type Asked,
  type MadeSection,
  type Making,
} from './xlsform-making.ts'
import { addMatrixRow } from './xlsform-matrix.ts'
import {
  labelOf,
  questionOfRow,
  readType,
  withoutQuestion,
  type ChoiceLists,
} from './xlsform-question.ts'
import { formRows, type FormRow, type SheetCells } from './xlsform-sheets.ts'

/** The sheets of an XLSForm by their names in small letters. */
export type FormSheets = ReadonlyMap<string, SheetCells>

/**
 * Makes sections, questions and editions of an XLSForm. Each row becomes a question, or is named with the reason why not;
 * nothing that the form links to is fetched.
 *
 * @throws RangeError when there is no sheet named "survey": its caller asks {@link isXlsForm} first
 */
export function importXlsForm(sheets: FormSheets): Imported {
  const survey = sheets.get('survey')
  if (survey === undefined) throw new RangeError('There is no survey sheet')
  const [settings] = formRows(sheets.get('settings') ?? [])
  const rows = formRows(survey)
  const making: Making = {
    lists: choiceLists(formRows(sheets.get('choices') ?? [])),
    language: mainLanguage(settings, rows),
    ids: new Set(),
    groups: [],
    asked: new Map(),
    rows: new Map(),
    sections: [],
    notes: [],
    silent: 0,
  }
  for (const row of rows) takeRow(making, row)
  if (making.silent > 0)
    making.notes.push({
      kind: 'left-out',
      place: { kind: 'whole' },
      words: `${making.silent} rows for calculations or details of the device were left out: nobody is asked them.`,
    })
  const title = settings?.cells['form_title']
  if (title === undefined)
    making.notes.push({
      kind: 'unsure',
      place: { kind: 'whole' },
      words: 'The form has no title. Give the consultation one.',
    })
  return {
    ...(title === undefined ? {} : { title }),
    documents: [],
    pictures: [],
    sections: withQuestions(making.sections).map(asSection),
    editions: editionsOf(making, rows),
    notes: making.notes,
  }
}

/** True for a workbook that has the sheet every XLSForm has. */
export const isXlsForm = (sheets: FormSheets): boolean => sheets.has('survey')

function choiceLists(rows: readonly FormRow[]): ChoiceLists {
  const lists = new Map<string, FormRow[]>()
  for (const row of rows) {
    const name = row.cells['list_name'] ?? row.cells['list name']
    if (name !== undefined) lists.set(name, [...(lists.get(name) ?? []), row])
  }
  return lists
}

/** The language in which most rows have a label; the form's default decides between equals. */
function mainLanguage(settings: FormRow | undefined, rows: readonly FormRow[]): string {
  const counts = new Map<string, number>()
  for (const { words } of rows)
    for (const language of Object.keys(words['label'] ?? {}))
      counts.set(language, (counts.get(language) ?? 0) + 1)
  const wanted = (settings?.cells['default_language'] ?? '').toLowerCase()
  const isWanted = (language: string): boolean =>
    language !== '' && (wanted === language || wanted.includes(`(${language})`))
  const ordered = [...counts].sort(
    ([one, count], [other, most]) =>
      most - count || Number(isWanted(other)) - Number(isWanted(one)),
  )
  return ordered.find(([language]) => language === 'en')?.[0] ?? ordered[0]?.[0] ?? ''
}

function takeRow(making: Making, row: FormRow): void {
  const { kind } = readType((row.cells['type'] ?? '').replace(/^(begin|end)[_ ]+/i, '$1_'))
  const repeats = making.groups.some((group) => group.repeats)
  if (kind === 'begin_group' || kind === 'begin_repeat')
    return beginGroup(making, row, kind === 'begin_repeat')
  if (kind === 'end_group' || kind === 'end_repeat') return void making.groups.pop()
  if (withoutQuestion.has(kind)) return void (making.silent += 1)
  if (repeats)
    return leaveOut(making, row, 'It is asked again for each person or thing, which we cannot do.')
  if (kind === 'note') return addNote(making, row)
  addQuestion(making, row)
}

function beginGroup(making: Making, row: FormRow, repeats: boolean): void {
  const isTop = making.groups.length === 0
  const relevant = row.cells['relevant']
  const tableList = /table-list/i.test(row.cells['appearance'] ?? '')
  making.groups.push({ name: row.cells['name'] ?? '', relevant, repeats, tableList })
  if (isTop && !repeats) {
    const title = labelOf(row, making.language) || 'Questions'
    making.sections.push({
      id: nameOf(row.cells['name'] ?? title, making.ids, 'section'),
      title,
      row,
      introduction: [],
      questions: [],
    })
  } else if (repeats)
    leaveOut(
      making,
      row,
      'These questions are asked again for each person or thing, which we cannot do.',
    )
}

function addNote(making: Making, row: FormRow): void {
  const text = labelOf(row, making.language)
  if (/\$\{/.test(text))
    return leaveOut(making, row, 'Its text repeats an earlier answer, which we cannot do.')
  const section = sectionFor(making)
  section.introduction.push({ kind: 'paragraph', text })
  if (section.questions.length > 0)
    making.notes.push({
      kind: 'unsure',
      place: { kind: 'section', id: section.id },
      words: `The note “${text.slice(0, 100)}” stood between two questions and is now at the start of its section.`,
    })
}

function addQuestion(making: Making, row: FormRow): void {
  if (addMatrixRow(making, row) || foldIntoOther(making, row)) return
  const found = questionOfRow(row, making)
  if (found.kind === 'left-out') return leaveOut(making, row, found.words)
  const section = sectionFor(making)
  const { id } = found.question
  const condition = conditionFor(making, row, id)
  section.questions.push(condition ? { ...found.question, showIf: condition } : found.question)
  remember(making, row, { id, codes: found.codes })
  for (const words of found.unsure)
    making.notes.push({ kind: 'unsure', place: { kind: 'question', id }, words })
}

function remember(making: Making, row: FormRow, asked: Asked): void {
  const name = row.cells['name']
  if (name === undefined) return
  making.asked.set(name, asked)
  making.rows.set(asked.id, row)
}

/** The row's own condition, or else that of its group. One that we cannot ask is named: the question is asked of everybody. */
function conditionFor(making: Making, row: FormRow, id: string): Condition | undefined {
  const written = [row.cells['relevant'], ...making.groups.map(({ relevant }) => relevant)].filter(
    (text) => text !== undefined,
  )
  if (written.length === 0) return undefined
  const read = written.map(readFormCondition)
  // A group often repeats the condition of what stands in it, spelt in another way.
  const same = new Set(read.map((one) => JSON.stringify(one))).size === 1
  const condition = same && read[0] ? conditionOf(read[0], making.asked) : undefined
  if (condition === undefined)
    making.notes.push({
      kind: 'unsure',
      place: { kind: 'question', id },
      words: `The form asks this only when ${written.map((text) => `“${text.slice(0, 200)}”`).join(' and ')}. We could not read that, so everybody is asked.`,
    })
  return condition
}

/** A text row shown when the answer is "other" becomes the field beside that option. */
function foldIntoOther(making: Making, row: FormRow): boolean {
  const found = optionAskedBy(making, row)
  const place = found && placeOf(making, found.id)
  const question = place?.section.questions[place.at]
  if (place === undefined || !(question?.kind === 'one-of' || question?.kind === 'several-of'))
    return false
  const label = labelOf(row, making.language).slice(0, 100) || 'Say what'
  const options = question.options.map((option) =>
    option.code === found?.code ? { ...option, say: { label } } : option,
  )
  place.section.questions[place.at] = { ...question, options }
  return true
}

/** The option "other" on whose being chosen a text row depends. */
function optionAskedBy(
  making: Making,
  row: FormRow,
): { readonly id: string; readonly code: string } | undefined {
  const read = readFormCondition(row.cells['relevant'] ?? '')
  if (read?.includes.length !== 1 || !/^text$/i.test(row.cells['type'] ?? '')) return undefined
  const asked = making.asked.get(read.name)
  const code = read.includes
    .filter((value) => /other/i.test(value))
    .map((value) => asked?.codes.get(value))[0]
  return asked && code ? { id: asked.id, code } : undefined
}

/** What only introduces goes to the next section that asks something, or to the end of the last one. */
function withQuestions(sections: readonly MadeSection[]): readonly MadeSection[] {
  const kept: MadeSection[] = []
  let waiting: Block[] = []
  for (const section of sections) {
    const asks = section.questions.filter(
      (question) => question.kind !== 'matrix' || question.statements.length > 0,
    )
    const introduction = [...waiting, ...section.introduction]
    if (asks.length > 0) kept.push({ ...section, introduction, questions: asks })
    waiting = asks.length > 0 ? [] : introduction
  }
  const last = kept.pop()
  if (last === undefined) return []
  return [...kept, { ...last, introduction: [...last.introduction, ...waiting] }]
}

const asSection = ({ id, title, introduction, questions }: MadeSection): Section => ({
  id,
  title,
  ...(introduction.length > 0 ? { introduction } : {}),
  questions,
})
