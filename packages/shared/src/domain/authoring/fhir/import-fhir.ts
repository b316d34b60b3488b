import { fieldsOf, itemsOf, textOf, type Fields } from '../../core/loose-fields.ts'
import type { Edition } from '../../consultation/edition.ts'
import type { Option, Question } from '../../question/question.ts'
import type { Block, Section } from '../../consultation/consultation.ts'
import type { Imported, ImportNote } from '../import/imported.ts'
import { aboutOf, nameOf } from '../import/names.ts'
import { choicesOf } from './fhir-choices.ts'
import { addConditions, circleIn } from './fhir-conditions.ts'
import { editionsOf } from './fhir-editions.ts'
import { controlOf, insideOf, wordsOf } from './fhir-item.ts'
import { questionOfItem } from './fhir-question.ts'

/** What was made of one item, by which conditions and other languages find it. */
export interface MadeItem {
  readonly id: string
  readonly item: Fields
  readonly codes: ReadonlyMap<string, string>
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Its own conditions, and those of the groups and the question that it is in. */
  readonly conditions: readonly Fields[]
}

export interface FhirMaking {
  readonly contained: readonly Fields[]
  readonly ids: Set<string>
  readonly sections: MadeSection[]
  readonly notes: ImportNote[]
  /** By link id; the first of those that have the same. */
  readonly made: Map<string, MadeItem>
  readonly sectionItems: Map<string, Fields>
}

interface MadeSection {
  readonly id: string
  readonly title: string
  readonly introduction: Block[]
  readonly questions: Question[]
}

export type FhirImport =
  | { readonly kind: 'read'; readonly imported: Imported }
  | { readonly kind: 'refused'; readonly why: 'no-questionnaire' }
  /** Conditions that lead round in a circle; the titles of the questions in it. */
  | { readonly kind: 'refused'; readonly why: 'circle'; readonly titles: readonly string[] }

/**
 * Makes sections, questions and editions of a FHIR R4 Questionnaire, or of a Bundle with one for each language. What cannot be
 * expressed here is named; nothing that the file links to is fetched.
 */
export function importFhir(document: unknown): FhirImport {
  const [main, ...others] = questionnairesIn(document)
  if (main === undefined) return { kind: 'refused', why: 'no-questionnaire' }
  const circle = circleIn(main)
  if (circle) return { kind: 'refused', why: 'circle', titles: circle }
  const making: FhirMaking = {
    contained: itemsOf(main['contained']),
    ids: new Set(),
    sections: [],
    notes: [],
    made: new Map(),
    sectionItems: new Map(),
  }
  for (const item of insideOf(main)) takeTop(making, item)
  const { editions, unlike } = editionsOf(making, main, others)
  for (const title of unlike)
    leaveOut(making, title, 'It is another questionnaire. Bring it in by itself.')
  return { kind: 'read', imported: imported(making, main, editions) }
}

function imported(making: FhirMaking, main: Fields, editions: readonly Edition[]): Imported {
  const title = wordsOf(main['title'])
  const summary = wordsOf(main['description'])
  aboutTheWhole(making, main)
  return {
    ...(title === '' ? {} : { title }),
    ...(summary === '' ? {} : { summary }),
    documents: [],
    pictures: [],
    sections: making.sections
      .filter(({ questions }) => questions.length > 0)
      .map(({ introduction, ...section }): Section => ({
        ...section,
        ...(introduction.length > 0 ? { introduction } : {}),
        questions: addConditions(making, section.questions),
      })),
    editions,
    notes: making.notes,
  }
}

/** What the questionnaire says of itself that a draft has elsewhere, or not at all. */
function aboutTheWhole({ notes }: FhirMaking, main: Fields): void {
  const say = (kind: ImportNote['kind'], words: string): void =>
    void notes.push({ kind, place: { kind: 'whole' }, words })
  const { start, end } = fieldsOf(main['effectivePeriod'])
  if (start !== undefined || end !== undefined)
    say(
      'unsure',
      `In the file it runs from ${dayIn(start)} to ${dayIn(end)}. Set the dates on their own page.`,
    )
  for (const field of ['purpose', 'copyright'])
    if (wordsOf(main[field]) !== '')
      say('left-out', `Its ${field} was left out: “${wordsOf(main[field]).slice(0, 1_000)}”`)
  if (main['modifierExtension'] !== undefined || main['implicitRules'] !== undefined)
    say(
      'left-out',
      'It has rules that change what it means, which we do not know. Check every question.',
    )
}

const dayIn = (value: unknown): string => textOf(value)?.slice(0, 10) ?? 'an open date'

/** Every questionnaire in a file, the one in English first. */
function questionnairesIn(document: unknown): readonly Fields[] {
  const top = fieldsOf(document)
  const all = [top, ...itemsOf(top['entry']).map(({ resource }) => fieldsOf(resource))].filter(
    ({ resourceType }) => resourceType === 'Questionnaire',
  )
  const isEnglish = ({ language }: Fields): boolean => (textOf(language) ?? '').startsWith('en')
  return [...all.filter(isEnglish), ...all.filter((one) => !isEnglish(one))]
}

const deepest = 20

function takeTop(making: FhirMaking, item: Fields): void {
  if (item['type'] !== 'group' || isTable(item)) {
    const last = making.sections.at(-1)
    // What stands beside groups and not in one has a section of its own.
    if (last && making.sectionItems.has(last.id)) beginSection(making, 'Questions')
    return takeItem(making, item, { conditions: [], depth: 0 })
  }
  if (item['repeats'] === true) return leaveOutGroup(making, item)
  const title = wordsOf(item['text']) || 'Questions'
  const section = beginSection(making, title, textOf(item['linkId']))
  making.sectionItems.set(section.id, item)
  const conditions = itemsOf(item['enableWhen'])
  for (const inner of insideOf(item)) takeItem(making, inner, { conditions, depth: 1 })
}

function beginSection({ sections, ids }: FhirMaking, title: string, linkId = title): MadeSection {
  const made = { id: nameOf(linkId, ids, 'section'), title, introduction: [], questions: [] }
  sections.push(made)
  return made
}

interface Inside {
  /** Of the groups and the question that it is in. */
  readonly conditions: readonly Fields[]
  readonly depth: number
  /** The heading of the group within a section. */
  readonly heading?: string
}

function takeItem(making: FhirMaking, item: Fields, inside: Inside): void {
  if (inside.depth > deepest) return leaveOut(making, wordsOf(item['text']), 'It lies too deep.')
  if (item['type'] === 'display') return takeDisplay(making, item)
  if (item['type'] === 'group') return takeGroup(making, item, inside)
  const section = making.sections.at(-1) ?? beginSection(making, 'Questions')
  const title = wordsOf(item['text'])
  if (title === '') return leaveOut(making, textOf(item['linkId']) ?? '', 'It has no words.')
  const id = nameOf(textOf(item['linkId']) ?? title, making.ids, 'question')
  const found = questionOfItem(item, { id, contained: making.contained })
  const conditions = [...inside.conditions, ...itemsOf(item['enableWhen'])]
  if (found.kind === 'left-out') leaveOut(making, title, found.words)
  else {
    section.questions.push(found.question)
    remember(making, { id, item, conditions, codes: found.codes, labels: found.labels })
    const heading =
      inside.heading === undefined ? [] : [`In the file it stands under “${inside.heading}”.`]
    for (const words of [...heading, ...found.unsure]) unsure(making, id, words)
  }
  takeInside(making, item, { ...inside, conditions })
}

function remember({ made }: FhirMaking, one: MadeItem): void {
  const linkId = textOf(one.item['linkId'])
  if (linkId !== undefined && !made.has(linkId)) made.set(linkId, one)
}

const ofItsParent = new Set(['help', 'flyover', 'prompt', 'unit', 'lower', 'upper', 'legal'])

/** What stands under a question: its own words were read with it, and questions come after it. */
function takeInside(making: FhirMaking, item: Fields, inside: Inside): void {
  for (const inner of insideOf(item)) {
    if (inner['type'] === 'display' && ofItsParent.has(controlOf(inner) ?? '')) continue
    const before = making.made.size
    takeItem(making, inner, { ...inside, depth: inside.depth + 1 })
    const last = [...making.made.values()].at(-1)
    if (last && making.made.size > before)
      unsure(
        making,
        last.id,
        `In the file it stands under the question “${wordsOf(item['text']).slice(0, 200)}”.`,
      )
  }
}

function takeDisplay(making: FhirMaking, item: Fields): void {
  const text = wordsOf(item['text'])
  if (text === '') return
  const section = making.sections.at(-1) ?? beginSection(making, 'Questions')
  section.introduction.push({ kind: 'paragraph', text })
  if (section.questions.length === 0) return
  making.notes.push({
    kind: 'unsure',
    place: { kind: 'section', id: section.id },
    words: `“${text.slice(0, 100)}” stood between two questions and is now at the start of its section.`,
  })
}

function takeGroup(making: FhirMaking, item: Fields, inside: Inside): void {
  if (item['repeats'] === true) return leaveOutGroup(making, item)
  if (isTable(item) && takeMatrix(making, item, inside)) return
  const heading = wordsOf(item['text'])
  const conditions = [...inside.conditions, ...itemsOf(item['enableWhen'])]
  insideOf(item).forEach((inner, index) =>
    takeItem(making, inner, {
      conditions,
      depth: inside.depth + 1,
      ...(index === 0 && heading !== '' ? { heading } : {}),
    }),
  )
}

const tables = new Set(['table', 'htable', 'gtable', 'atable', 'grid'])
const isTable = (item: Fields): boolean => tables.has(controlOf(item) ?? '')

const mostStatements = 20
const mostPoints = 10

/** A table whose rows have the same choices, one of which is chosen. False: it is asked row by row. */
function takeMatrix(making: FhirMaking, item: Fields, inside: Inside): boolean {
  const rows = insideOf(item).filter(({ type }) => type !== 'display')
  const found = rows.map((row) => choicesOf(row, making.contained))
  const scales = found.map((one) => (one.kind === 'found' ? one.choices.options : []))
  const [scale = []] = scales
  const same = scales.every((one) => JSON.stringify(one) === JSON.stringify(scale))
  const single = rows.every(({ type, repeats }) => type === 'choice' && repeats !== true)
  const fits = scale.length >= 2 && scale.length <= mostPoints && rows.length <= mostStatements
  if (!same || !single || !fits) return false
  const section = making.sections.at(-1) ?? beginSection(making, 'Questions')
  const title = wordsOf(item['text']) || 'How far do you agree?'
  const id = nameOf(textOf(item['linkId']) ?? title, making.ids, 'question')
  const codes = new Set<string>()
  const statements = rows.map((row, index): Option => ({
    code: nameOf(rowName(row, item), codes, `row-${index + 1}`),
    label: wordsOf(row['text']) || `Row ${index + 1}`,
  }))
  section.questions.push({ id, kind: 'matrix', title, about: aboutOf(title), statements, scale })
  const conditions = [...inside.conditions, ...itemsOf(item['enableWhen'])]
  remember(making, { id, item, conditions, codes: new Map(), labels: {} })
  if (rows.some(({ required }) => required === true))
    unsure(making, id, 'In the file some rows must be answered. Here all may be left out.')
  return true
}

/** "question.row" is the row alone, as we write it. */
function rowName(row: Fields, group: Fields): string {
  const [own, of] = [textOf(row['linkId']) ?? '', textOf(group['linkId']) ?? '']
  return own.startsWith(`${of}.`) ? own.slice(of.length + 1) : own || wordsOf(row['text'])
}

function leaveOutGroup(making: FhirMaking, item: Fields): void {
  const all = insideOf(item).map((inner) => `“${wordsOf(inner['text']).slice(0, 100)}”`)
  leaveOut(
    making,
    wordsOf(item['text']) || (textOf(item['linkId']) ?? ''),
    `Its questions are asked again for each person or thing, which we cannot do: ${all.join(', ').slice(0, 1_500)}`,
  )
}

const leaveOut = ({ notes }: FhirMaking, name: string, words: string): void =>
  void notes.push({
    kind: 'left-out',
    place: { kind: 'left-out', name: name.slice(0, 200) },
    words: `“${name.slice(0, 200)}”: ${words}`,
  })

const unsure = ({ notes }: FhirMaking, id: string, words: string): void =>
  void notes.push({ kind: 'unsure', place: { kind: 'question', id }, words })
