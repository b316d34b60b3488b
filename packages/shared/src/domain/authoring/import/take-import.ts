import type { Block } from '../../consultation/consultation.ts'
import {
  fieldOf,
  keyOf,
  partOf,
  readKey,
  textIn,
  type Draft,
  type PartKey,
} from '../draft/draft.ts'
import { refusalOf } from '../draft/draft-schema.ts'
import type { Edit } from '../draft/edit.ts'
import { mostOf } from '../draft/outline-edit.ts'
import { fitBlocks } from './fit-blocks.ts'
import { fitting, type PlacedNote } from './fit-fields.ts'
import type { Imported, ImportNote } from './imported.ts'
import { renamed, type Renamed } from './renamed.ts'
import { editionEdits } from './take-editions.ts'

/** How an import goes into a draft: edits in their order, and what a person then looks at. */
export interface TakenImport {
  readonly edits: readonly Edit[]
  readonly notes: readonly PlacedNote[]
  /** Under the ids that it has in the draft. */
  readonly imported: Imported
}

/** A draft has no room for all of an import. */
export interface NoRoom {
  readonly kind: keyof typeof mostOf
  readonly brought: number
  readonly most: number
  readonly there: number
}

/** What of a draft would be over its limit; undefined when all of the import has room. */
export function roomFor({ outline }: Draft, imported: Imported): NoRoom | undefined {
  const counts = [
    ['document', outline.documents.length, imported.documents.length],
    ['section', outline.sections.length, imported.sections.length],
    ['question', questionsOf(outline.sections), questionsOf(imported.sections)],
    ['media', outline.media.length, imported.pictures.length],
    ['edition', outline.editions.length, imported.editions.length],
  ] as const
  const [kind, there, brought] =
    counts.find(([name, before, more]) => more > 0 && before + more > mostOf[name]) ?? []
  return kind === undefined || there === undefined || brought === undefined
    ? undefined
    : { kind, brought, there, most: mostOf[kind] }
}

const questionsOf = (sections: readonly { readonly questions: readonly unknown[] }[]): number =>
  sections.reduce((sum, { questions }) => sum + questions.length, 0)

/**
 * The edits that put an import into a draft, after what is there already. Ids that the draft has get others. What a field
 * cannot hold is cut into what it can; where that is not possible the field stays empty and a note says what it said. A picture
 * whose source is empty is not kept anywhere, and is left out.
 */
export function takeImport(draft: Draft, imported: Imported): TakenImport {
  const notes: PlacedNote[] = []
  const changed = renamed(draft, imported)
  const files = new Map(
    changed.imported.pictures.flatMap(({ id, source }) => (source === '' ? [] : [[id, source]])),
  )
  const add = (part: PartKey, fields: object, place: object): Edit => ({
    do: 'add',
    part,
    fields: fitting(part, fields, notes),
    place,
  })
  const edits: Edit[] = [
    ...aboutEdits(draft, imported, notes),
    ...pictureEdits(draft, changed, { files, add }),
    ...documentEdits(draft, changed, { files, add, notes }),
    ...sectionEdits(draft, changed, { files, add, notes }),
    ...editionEdits(draft, changed, notes),
  ]
  const own = changed.imported.notes.flatMap((note) => placed(note, files))
  return {
    edits,
    notes: [...own, ...notes].map(onItsPage),
    imported: changed.imported,
  }
}

/** Words of an edition are confirmed where the standard's are written. */
function onItsPage(note: PlacedNote): PlacedNote {
  const read = readKey(note.part)
  if (read?.kind !== 'words') return note
  const { field: _, ...rest } = note
  return { ...rest, part: read.id, words: `${read.edition ?? ''}: ${note.words}` }
}

interface Taking {
  readonly files: ReadonlyMap<string, string>
  readonly add: (part: PartKey, fields: object, place: object) => Edit
}

type TakingWithNotes = Taking & { readonly notes: PlacedNote[] }

/** The draft's own title and summary stay; the file's go where there are none. */
function aboutEdits(draft: Draft, { title, summary }: Imported, notes: PlacedNote[]): Edit[] {
  const about = partOf(draft, 'about')
  const given = Object.entries({ title, summary }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return given.flatMap(([field, now]): Edit[] => {
    const own = textIn(about, field)
    if (own === now) return []
    if (own === '' && refusalOf('about', field, now) === undefined)
      return [{ do: 'set', part: 'about', field, was: fieldOf(about, field), now }]
    notes.push({
      part: 'about',
      kind: 'left-out',
      words: `${field === 'title' ? 'The title' : 'The summary'} in the file is: “${now}”. What you have here was kept.`,
    })
    return []
  })
}

function pictureEdits(draft: Draft, { imported }: Renamed, { files, add }: Taking): Edit[] {
  let after = draft.outline.media.at(-1)
  return imported.pictures.flatMap(({ id, alt }) => {
    const file = files.get(id)
    if (file === undefined) return []
    const place = after === undefined ? {} : { after }
    after = id
    return [add(keyOf('media', id), { kind: 'picture', file, ...(alt ? { alt } : {}) }, place)]
  })
}

const mostBlocks = 200

function documentEdits(draft: Draft, { imported, freeId }: Renamed, taking: TakingWithNotes) {
  let after = draft.outline.documents.at(-1)
  const edits: Edit[] = []
  const put = (id: string, fields: object): void => {
    edits.push(taking.add(keyOf('document', id), fields, after === undefined ? {} : { after }))
    after = id
  }
  for (const { id, blocks, ...fields } of imported.documents) {
    const [first = [], ...more] = inDocuments(
      withoutMissing(blocks, { part: keyOf('document', id), ...taking }),
    )
    put(id, { ...fields, blocks: first })
    more.forEach((rest, index) =>
      put(freeId(id), { ...fields, title: `${fields.title} (${index + 2})`, blocks: rest }),
    )
  }
  return edits
}

function inDocuments(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const fitted = fitBlocks(blocks)
  return Array.from({ length: Math.ceil(fitted.length / mostBlocks) }, (_, index) =>
    fitted.slice(index * mostBlocks, (index + 1) * mostBlocks),
  )
}

function sectionEdits(draft: Draft, { imported }: Renamed, taking: TakingWithNotes): Edit[] {
  let after = draft.outline.sections.at(-1)?.id
  return imported.sections.flatMap(({ id, questions, introduction, ...fields }) => {
    const part = keyOf('section', id)
    const blocks = introduction && fitBlocks(withoutMissing(introduction, { part, ...taking }))
    const section = taking.add(
      part,
      { ...fields, ...(blocks && blocks.length > 0 ? { introduction: blocks } : {}) },
      after === undefined ? {} : { after },
    )
    after = id
    let before: string | undefined
    const asked = questions.map(({ id: question, ...asks }) => {
      const place = { section: id, ...(before === undefined ? {} : { after: before }) }
      before = question
      return taking.add(keyOf('question', question), asks, place)
    })
    return [section, ...asked]
  })
}

/** Without pictures whose bytes are not kept; each is named beside the text that it stood after. */
function withoutMissing(
  blocks: readonly Block[],
  { part, files, notes }: TakingWithNotes & { readonly part: PartKey },
): readonly Block[] {
  let before = ''
  return blocks.filter((block) => {
    if (block.kind !== 'picture' || files.has(block.picture)) {
      before = wordsOf(block) || before
      return true
    }
    notes.push({
      part,
      kind: 'left-out',
      words:
        before === ''
          ? 'A picture stood at the beginning of this. It could not be brought over.'
          : `A picture stood after “${before.slice(0, 100)}”. It could not be brought over.`,
    })
    return false
  })
}

const wordsOf = (block: Block): string => {
  if (block.kind === 'list') return block.items.at(-1) ?? ''
  return 'text' in block ? block.text : ''
}

/** Beside its part. What is about a picture that was left out is said where it stood instead. */
function placed(
  { kind, place, words }: ImportNote,
  files: ReadonlyMap<string, string>,
): readonly PlacedNote[] {
  switch (place.kind) {
    case 'document':
    case 'section':
    case 'question':
      return [{ part: keyOf(place.kind, place.id), kind, words }]
    case 'picture':
      return files.has(place.id) ? [{ part: keyOf('media', place.id), kind, words }] : []
    default:
      return [{ part: 'about', kind, words }]
  }
}
