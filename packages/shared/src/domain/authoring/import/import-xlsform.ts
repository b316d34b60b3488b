import type { Block, Section } from '../../consultation/consultation.ts'
import type { Edition, EditionOption, EditionQuestion } from '../../consultation/edition.ts'
import type { Condition, Question } from '../../question/question.ts'
import type { ImportNote, Imported } from './imported.ts'
import { aboutOf, nameOf } from './names.ts'
import { conditionOf, readFormCondition } from './xlsform-condition.ts'
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

interface Group {
  readonly name: string
  readonly relevant: string | undefined
  /** Inside a repeat nothing can be asked. */
  readonly repeats: boolean
  readonly tableList: boolean
}

interface Asked {
  readonly id: string
  readonly codes: ReadonlyMap<string, string>
}

interface MadeSection {
  readonly id: string
  readonly title: string
  readonly row: FormRow | undefined
  readonly introduction: Block[]
  readonly questions: Question[]
}

interface Making {
  readonly lists: ChoiceLists
  readonly language: string
  readonly ids: Set<string>
  readonly groups: Group[]
  readonly asked: Map<string, Asked>
  readonly rows: Map<string, FormRow>
  readonly sections: MadeSection[]
  readonly notes: ImportNote[]
  /** Calculations and details of the device, which nobody is asked. */
  silent: number
}

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

const leaveOut = (making: Making, row: FormRow, words: string): void =>
  void making.notes.push({
    kind: 'left-out',
    place: { kind: 'left-out', name: row.cells['name'] ?? `row ${row.number}` },
    words: `Row ${row.number}, “${labelOf(row, making.language).slice(0, 100)}”: ${words}`,
  })

/** The open section. Rows outside all groups have one of their own. */
function sectionFor(making: Making): MadeSection {
  const open = making.sections.at(-1)
  const outside = making.groups.length === 0
  if (open !== undefined && (!outside || open.row === undefined)) return open
  const made: MadeSection = {
    id: nameOf('questions', making.ids, 'section'),
    title: 'Questions',
    row: undefined,
    introduction: [],
    questions: [],
  }
  making.sections.push(made)
  return made
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
  if (!/^text$/i.test(row.cells['type'] ?? '')) return undefined
  const { name = '', includes = [] } = readFormCondition(row.cells['relevant'] ?? '') ?? {}
  const value = includes.length === 1 ? (includes[0] ?? '') : ''
  const asked = making.asked.get(name)
  const code = /other/i.test(value) ? asked?.codes.get(value) : undefined
  return asked && code ? { id: asked.id, code } : undefined
}

function placeOf(
  making: Making,
  id: string,
): { readonly section: MadeSection; readonly at: number } | undefined {
  for (const section of making.sections) {
    const at = section.questions.findIndex((question) => question.id === id)
    if (at >= 0) return { section, at }
  }
  return undefined
}

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
function addMatrixRow(making: Making, row: FormRow): boolean {
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

const mostPoints = 10
const statementOf = (row: FormRow, label: string, taken: Set<string>) => ({
  code: nameOf(row.cells['name'] ?? label, taken, 'row'),
  label,
})

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

/** An edition for every other language that has words of its own. A column without words makes none. */
function editionsOf(making: Making, rows: readonly FormRow[]): readonly Edition[] {
  const languages = new Set(
    rows.flatMap(({ words }) =>
      Object.entries(words['label'] ?? {}).flatMap(([language, text]) =>
        text === '' ? [] : [language],
      ),
    ),
  )
  languages.delete(making.language)
  languages.delete('')
  return [...languages].sort().map((language) => ({
    id: language,
    sections: making.sections.map((section) => ({
      id: section.id,
      ...titled(section.row, language),
      questions: section.questions.flatMap((question) =>
        editionQuestion(making, question, language),
      ),
    })),
  }))
}

const titled = (row: FormRow | undefined, language: string): { readonly title?: string } => {
  const title = row?.words['label']?.[language]
  return title === undefined ? {} : { title }
}

function editionQuestion(
  making: Making,
  question: Question,
  language: string,
): readonly EditionQuestion[] {
  const row = making.rows.get(question.id)
  const title = row?.words['label']?.[language]
  if (row === undefined || title === undefined) return []
  const hint = row.words['hint']?.[language]
  const { list } = readType(row.cells['type'] ?? '')
  const options =
    'options' in question ? optionWords(making, question.options, { list, language }) : []
  return [
    {
      id: question.id,
      title,
      ...(hint === undefined ? {} : { hint }),
      ...(options.length > 0 ? { options } : {}),
    },
  ]
}

function optionWords(
  making: Making,
  options: readonly { readonly code: string }[],
  { list, language }: { readonly list: string; readonly language: string },
): readonly EditionOption[] {
  const choices = making.lists.get(list) ?? []
  return options.flatMap(({ code }, at) => {
    const label = choices[at]?.words['label']?.[language]
    return label === undefined ? [] : [{ code, label }]
  })
}
