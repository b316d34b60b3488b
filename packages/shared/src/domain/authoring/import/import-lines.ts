import type { Block, ReadingDocument, Section } from '../../consultation/consultation.ts'
import type { Question } from '../../question/question.ts'
import type { Line } from './document-tree.ts'
import type { ImportNote, Imported, ImportedPicture, ImportPlace } from './imported.ts'
import { nameOf } from './names.ts'
import {
  asksInItself,
  belongsToQuestion,
  recogniseQuestion,
  withoutInstruction,
} from './recognise-question.ts'

const numbered = /^(?:\*\*)?(?:q(?:uestion)?\.?\s*)?\d{1,3}\s*[.):]\s*(?:\*\*)?/i
const questioned = /^(?:\*\*)?q(?:uestion)?\.?\s*\d{1,3}\s*[.):]?\s*/i
const wordsAMinute = 200

/** A piece of the document: what is read, or a question with what stands under it. */
type Piece =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'read'; readonly line: Line }
  | { readonly kind: 'question'; readonly title: string; readonly under: readonly Line[] }

const withoutNumber = (text: string): string =>
  text.replace(questioned, '').replace(numbered, '').replaceAll('**', '').trim()
const endsAsQuestion = (text: string): boolean =>
  /\?\s*(?:\*\*)?\s*(?:\([^)]*\))?\s*(?:\*\*)?$/.test(withoutInstruction(text))

/** A list whose items are questions, as Word numbers them; options stand inside the items. */
const isListOfQuestions = (line: Line): boolean =>
  line.kind === 'list' &&
  line.ordered &&
  line.items.some(({ text, inside }) => endsAsQuestion(text) || inside.some(belongsToQuestion))

const canFollow = (line: Line): boolean =>
  line.kind === 'list' || line.kind === 'table' || belongsToQuestion(line)

/** Whether a paragraph or heading asks something: by its number and mark, or by what stands under it. */
function asks(line: Line, next: Line | undefined): boolean {
  if (line.kind !== 'paragraph' && line.kind !== 'heading') return false
  const { text } = line
  if (questioned.test(text) || asksWithBlank(text)) return true
  const marked = endsAsQuestion(text)
  if (numbered.test(text) && (marked || isOfQuestion(next))) return true
  return marked && isOfQuestion(next)
}

/** "Your town? ________" */
const asksWithBlank = (text: string): boolean =>
  asksInItself(text) && endsAsQuestion(text.replace(/\([^)]*\)|_{3,}|\.{5,}/g, ''))

/** An ordered list under a sentence with a question mark is more likely what the next paragraph explains than options. */
const isOfQuestion = (line: Line | undefined): boolean =>
  line !== undefined && canFollow(line) && !(line.kind === 'list' && line.ordered)

function piecesOf(lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line
    if (isListOfQuestions(line) && line.kind === 'list') {
      const last = line.items.length - 1
      line.items.forEach(({ text, inside }, index) => {
        const after = index === last ? linesUnder(lines, at + 1) : []
        pieces.push({ kind: 'question', title: withoutNumber(text), under: [...inside, ...after] })
        if (index === last) at += after.length
      })
    } else if (asks(line, lines[at + 1])) {
      const under = linesUnder(lines, at + 1)
      pieces.push({
        kind: 'question',
        title: withoutNumber('text' in line ? line.text : ''),
        under,
      })
      at += under.length
    } else if (line.kind === 'heading') pieces.push(line)
    else pieces.push({ kind: 'read', line })
  }
  return pieces
}

/** What belongs to the question above: lists, a table, boxes, blanks, and one line of plain text before those. */
function linesUnder(lines: readonly Line[], from: number): readonly Line[] {
  let to = from
  while (to < lines.length) {
    const line = lines[to] as Line
    const next = lines[to + 1]
    if (isListOfQuestions(line) || asks(line, next)) break
    const isLeadIn =
      line.kind === 'paragraph' &&
      to === from &&
      next !== undefined &&
      canFollow(next) &&
      !isListOfQuestions(next)
    if (!canFollow(line) && !isLeadIn) break
    to += 1
    // Paper forms have one list of options; the next list is something else.
    if (line.kind === 'list' || line.kind === 'table') break
  }
  return lines.slice(from, to)
}

interface Making {
  title: string | undefined
  readonly documents: { id: string; title: string; blocks: Block[] }[]
  readonly sections: { id: string; title: string; introduction: Block[]; questions: Question[] }[]
  readonly pictures: ImportedPicture[]
  readonly notes: ImportNote[]
  readonly ids: Set<string>
  /** Where what is being read goes, for what is to be confirmed of it. */
  place: ImportPlace
  /** Headings and text since the last question, which become a document or an introduction. */
  pending: Piece[]
}

/**
 * Makes reading material and questions of a document's lines. What stands before the first question is to be read; what
 * stands between questions introduces the section that follows. Everything that was not certain is in `notes`, and no
 * words are dropped.
 */
export function importLines(lines: readonly Line[]): Imported {
  const making: Making = {
    title: undefined,
    documents: [],
    sections: [],
    pictures: [],
    notes: [],
    ids: new Set(),
    place: { kind: 'whole' },
    pending: [],
  }
  for (const piece of piecesOf(lines)) {
    if (piece.kind === 'question') addQuestion(making, piece)
    else if (making.title === undefined && piece.kind === 'heading') making.title = piece.text
    else making.pending.push(piece)
  }
  endPending(making)
  if (making.sections.length === 0 && making.documents.length > 0)
    making.notes.push({
      kind: 'unsure',
      place: { kind: 'whole' },
      words: 'We found no questions in this document. All of it is reading material.',
    })
  return {
    ...(making.title === undefined ? {} : { title: making.title }),
    documents: making.documents.map(withMinutes),
    sections: making.sections.map(({ introduction, ...section }): Section => ({
      ...section,
      ...(introduction.length > 0 ? { introduction } : {}),
    })),
    editions: [],
    pictures: making.pictures,
    notes: making.notes,
  }
}

function addQuestion(making: Making, { title, under }: Extract<Piece, { kind: 'question' }>): void {
  const waiting = making.pending
  const section = making.sections.at(-1)
  if (section === undefined || waiting.length > 0) beginSection(making, waiting)
  making.pending = []
  const id = nameOf(title, making.ids, 'question')
  const { question, unsure } = recogniseQuestion(
    { title: title === '' ? 'Question' : title, under },
    id,
  )
  making.sections.at(-1)?.questions.push(question)
  for (const words of unsure)
    making.notes.push({ kind: 'unsure', place: { kind: 'question', id }, words })
  for (const line of under) if (line.kind === 'picture') addPicture(making, line)
}

/**
 * The last heading before a question names its section. What stands before that heading was reading material; so is text
 * without a heading before the first question.
 */
function beginSection(making: Making, waiting: readonly Piece[]): void {
  const at = waiting.findLastIndex(({ kind }) => kind === 'heading')
  const heading = waiting[at]
  if (heading?.kind === 'heading') {
    addDocuments(making, waiting.slice(0, at))
    addSection(making, heading.text, waiting.slice(at + 1))
  } else if (making.sections.length === 0) {
    addDocuments(making, waiting)
    addSection(making, 'Your views', [])
  } else introduceMore(making, waiting)
}

function addSection(making: Making, title: string, introduces: readonly Piece[]): void {
  const id = nameOf(title, making.ids, 'section')
  making.place = { kind: 'section', id }
  const introduction = introduces.flatMap((piece) => blocksOf(making, piece))
  making.sections.push({ id, title, introduction, questions: [] })
}

/** Text between two questions without a heading moves to the start of the section that is there. */
function introduceMore(making: Making, pieces: readonly Piece[]): void {
  const section = making.sections.at(-1)
  if (section === undefined) return
  making.place = { kind: 'section', id: section.id }
  section.introduction.push(...pieces.flatMap((piece) => blocksOf(making, piece)))
  making.notes.push({
    kind: 'unsure',
    place: { kind: 'section', id: section.id },
    words: 'Text that stood between two questions is now at the start of this section.',
  })
}

function endPending(making: Making): void {
  addDocuments(making, making.pending)
  making.pending = []
}

/** A document for each heading of the highest level that there is; text before the first heading joins the first. */
function addDocuments(making: Making, pieces: readonly Piece[]): void {
  if (pieces.length === 0) return
  const levels = pieces.flatMap((piece) => (piece.kind === 'heading' ? [piece.level] : []))
  const highest = Math.min(...levels)
  for (const piece of pieces) {
    const starts = piece.kind === 'heading' && piece.level === highest
    if (starts || making.documents.length === 0 || piece === pieces[0]) {
      const title =
        piece.kind === 'heading' ? piece.text : (making.title ?? 'About this consultation')
      const id = nameOf(title, making.ids, 'document')
      making.place = { kind: 'document', id }
      making.documents.push({ id, title, blocks: [] })
      if (piece.kind === 'heading') continue
    }
    making.documents.at(-1)?.blocks.push(...blocksOf(making, piece))
  }
  for (const document of making.documents.filter(({ blocks }) => blocks.length === 0))
    document.blocks.push({ kind: 'heading', text: document.title })
}

function blocksOf(making: Making, piece: Piece): readonly Block[] {
  if (piece.kind === 'heading') return [{ kind: 'heading', text: piece.text }]
  if (piece.kind === 'question') return []
  return blocksOfLine(making, piece.line)
}

function blocksOfLine(making: Making, line: Line): readonly Block[] {
  switch (line.kind) {
    case 'heading':
    case 'paragraph':
      return [{ kind: line.kind, text: line.text }]
    case 'list':
      return listBlocks(making, line)
    case 'table':
      return [tableBlock(making, line.rows)]
    case 'picture':
      return [{ kind: 'picture', picture: addPicture(making, line) }]
  }
}

/** Lists here have one level: an inner list becomes items of its own after the item that held it. */
function listBlocks(making: Making, line: Extract<Line, { kind: 'list' }>): readonly Block[] {
  const items: string[] = []
  const others: Block[] = []
  const add = (list: Extract<Line, { kind: 'list' }>): void => {
    for (const { text, inside } of list.items) {
      if (text !== '') items.push(text)
      for (const inner of inside) {
        if (inner.kind === 'list') add(inner)
        else if (inner.kind === 'paragraph') items.push(inner.text)
        else others.push(...blocksOfLine(making, inner))
      }
    }
  }
  add(line)
  const list: Block = { kind: 'list', items, ...(line.ordered ? { ordered: true as const } : {}) }
  return items.length > 0 ? [list, ...others] : others
}

function tableBlock(making: Making, rows: readonly (readonly string[])[]): Block {
  const [columns = [], ...body] = rows
  making.notes.push({
    kind: 'unsure',
    place: making.place,
    words: `A table needs a caption: say what “${columns.filter(Boolean).join(', ').slice(0, 100)}” shows.`,
  })
  return {
    kind: 'table',
    caption: 'Table',
    columns: columns.map((name, at) => (name === '' ? `Column ${at + 1}` : name)),
    rows: body,
  }
}

function addPicture(making: Making, { source, alt }: Extract<Line, { kind: 'picture' }>): string {
  const id = nameOf(`picture-${making.pictures.length + 1}`, making.ids, 'picture')
  making.pictures.push({ id, source, alt })
  making.notes.push({
    kind: 'unsure',
    place: { kind: 'picture', id },
    words:
      alt === ''
        ? `Say in words what picture ${making.pictures.length} shows.`
        : `Check the words for picture ${making.pictures.length}: “${alt.slice(0, 200)}”.`,
  })
  return id
}

const withMinutes = ({ blocks, ...document }: Making['documents'][number]): ReadingDocument => {
  const words = JSON.stringify(blocks).split(/\s+/).length
  return { ...document, blocks, minutes: Math.max(1, Math.round(words / wordsAMinute)) }
}
