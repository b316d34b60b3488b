import type { Block } from '../../consultation/consultation.ts'
import type { Question } from '../../question/question.ts'
import type { ImportNote } from './imported.ts'
import { nameOf } from './names.ts'
import { labelOf, type ChoiceLists } from './xlsform-question.ts'
import type { FormRow } from './xlsform-sheets.ts'

export interface Group {
  readonly name: string
  readonly relevant: string | undefined
  /** Inside a repeat nothing can be asked. */
  readonly repeats: boolean
  readonly tableList: boolean
}

export interface Asked {
  readonly id: string
  readonly codes: ReadonlyMap<string, string>
}

export interface MadeSection {
  readonly id: string
  readonly title: string
  readonly row: FormRow | undefined
  readonly introduction: Block[]
  readonly questions: Question[]
}

export interface Making {
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

/** Names a row that was not brought over, and why. */
export const leaveOut = (making: Making, row: FormRow, words: string): void =>
  void making.notes.push({
    kind: 'left-out',
    place: { kind: 'left-out', name: row.cells['name'] ?? `row ${row.number}` },
    words: `Row ${row.number}, “${labelOf(row, making.language).slice(0, 100)}”: ${words}`,
  })

/** The open section. Rows outside all groups have one of their own. */
export function sectionFor(making: Making): MadeSection {
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

/** Where a question stands. */
export function placeOf(
  making: Making,
  id: string,
): { readonly section: MadeSection; readonly at: number } | undefined {
  for (const section of making.sections) {
    const at = section.questions.findIndex((question) => question.id === id)
    if (at >= 0) return { section, at }
  }
  return undefined
}
