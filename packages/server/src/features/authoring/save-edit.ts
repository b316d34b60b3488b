import type { SaveResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { editPart, inverseOf } from '@takepart/shared/domain/authoring/draft/apply-edit'
import { fieldOf, newPart, readKey } from '@takepart/shared/domain/authoring/draft/draft'
import {
  editsToRestore,
  undoable,
  type MadeEdit,
} from '@takepart/shared/domain/authoring/draft/draft-history'
import type { Edit, EditProblem } from '@takepart/shared/domain/authoring/draft/edit'
import { editOutline } from '@takepart/shared/domain/authoring/draft/outline-edit'
import { refusalOfEdit } from '@takepart/shared/domain/authoring/draft/draft-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import {
  findDraft,
  findEdit,
  findOutlineToChange,
  findPartToChange,
  hasPart,
  insertEdit,
  insertPart,
  listEdits,
  setFieldAtOnce,
  storeOutline,
  storePart,
  type EditToStore,
} from './draft.queries.ts'

type Db = Kysely<Schema>

/** An edit as it was received, and by whom. */
export interface ReceivedEdit {
  readonly draft: string
  /** Made on the device: the same edit sent again is done once. */
  readonly id: string
  readonly edit: Edit
  readonly undoes?: string
  readonly by: string
  readonly at: Date
}

/**
 * Saves one edit, once, however often it is sent. Usually one statement that changes one row: it does nothing unless the
 * field still says what the author saw. Only then is the rule asked with the part locked, and nobody's words are lost.
 */
export async function saveEdit(db: Db, received: ReceivedEdit): Promise<SaveResult> {
  const words = refusalOfEdit(received.edit)
  if (words !== undefined) return { outcome: 'refused', problem: 'value-refused', words }
  const { edit } = received
  if (edit.do === 'set') {
    const revision = await setFieldAtOnce(db, { ...made(received, 'applied'), edit })
    if (revision !== undefined) return { outcome: 'saved' }
  }
  return db.transaction().execute((trx) => saveWithin(trx, received))
}

/** Saves one edit within a transaction; its values were looked at before. */
export async function saveWithin(trx: Db, received: ReceivedEdit): Promise<SaveResult> {
  const { draft, edit } = received
  const outline = await findOutlineToChange(trx, draft)
  if (outline === undefined) return refused('part-unknown')
  const before = await findEdit(trx, received.id)
  if (before) return repeated(before, received)
  if (readKey(edit.part) === undefined) return refused('part-unknown')
  if (edit.do === 'set' || edit.do === 'settle') return savePart(trx, { ...received, edit })
  const known = await hasPart(trx, draft, edit.part)
  if (edit.do === 'add' ? known : !known) return refused(known ? 'part-exists' : 'part-unknown')
  const result = editOutline(outline, edit)
  if (!result.ok) return refused(result.problem)
  await storeOutline(trx, draft, result.outline)
  if (edit.do === 'add') await insertPart(trx, draft, newPart(edit.part, edit.fields))
  const done = result.was === undefined ? edit : { ...edit, was: result.was }
  await insertEdit(trx, { ...made(received, 'applied'), edit: done })
  return { outcome: 'saved' }
}

const refused = (problem: EditProblem): SaveResult => ({ outcome: 'refused', problem })

/** What was said the first time; under the id of somebody else's edit nothing is done. */
const repeated = (
  before: NonNullable<Awaited<ReturnType<typeof findEdit>>>,
  { draft, by }: ReceivedEdit,
): SaveResult =>
  before.draft === draft && before.by === by
    ? { outcome: before.outcome === 'applied' ? 'saved' : 'kept-beside' }
    : refused('part-unknown')

type PartEdit = Extract<Edit, { do: 'set' | 'settle' }>

async function savePart(
  trx: Db,
  received: ReceivedEdit & { readonly edit: PartEdit },
): Promise<SaveResult> {
  const { draft, edit, by, id, at } = received
  // Only what the outline knows has a part of its own; the words of an edition are made when they are first written.
  const listed = readKey(edit.part)?.kind
  if (listed !== undefined && isListed(listed) && !(await hasPart(trx, draft, edit.part)))
    return refused('part-unknown')
  const part = await findPartToChange(trx, draft, edit.part)
  const result = editPart(part, edit, { id, by, at: at.toISOString() })
  if (!result.ok) return refused(result.problem)
  if (result.outcome === 'already') return { outcome: 'saved', part }
  await storePart(trx, draft, result.part)
  const was = fieldOf(part, edit.field)
  const { was: _, ...rest } = edit
  await insertEdit(trx, {
    ...made(received, result.outcome),
    edit: was === undefined ? rest : { ...rest, was },
  })
  return { outcome: result.outcome === 'applied' ? 'saved' : 'kept-beside', part: result.part }
}

const isListed = (kind: string): boolean =>
  ['document', 'section', 'question', 'media', 'edition'].includes(kind)

const made = (
  { draft, id, edit, undoes, by, at }: ReceivedEdit,
  outcome: MadeEdit['outcome'],
): EditToStore => ({
  draft,
  id,
  edit,
  outcome,
  by,
  at,
  ...(undoes === undefined ? {} : { undoes }),
})

const mostToUndo = 500

/** Takes back somebody's own newest edit, or does it again. Gives what was taken back; undefined when there is nothing. */
export async function undoEdit(
  db: Db,
  which: 'undo' | 'redo',
  { draft, id, by, at }: Omit<ReceivedEdit, 'edit' | 'undoes'>,
): Promise<{ readonly undone: Edit; readonly result: SaveResult } | undefined> {
  const history = await listEdits(db, draft, { most: mostToUndo })
  const target = undoable(history, by)[which]
  const edit = target && inverseOf(target.edit)
  if (!target || !edit) return undefined
  const result = await saveEdit(db, { draft, id, edit, undoes: target.id, by, at })
  return { undone: target.edit, result }
}

const mostToRestore = 5000

/** Puts a part back to what it was before an edit: an edit for each field that has changed since, in one transaction. */
export async function restorePart(
  db: Db,
  wanted: {
    readonly draft: string
    readonly part: string
    /** The number of the edit. */
    readonly before: number
    readonly newId: () => string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  const { draft, newId, by, at } = wanted
  const found = await findDraft(db, draft)
  if (!found) return
  const history = await listEdits(db, draft, { most: mostToRestore, after: wanted.before - 1 })
  const edits = editsToRestore(found.draft, history, wanted)
  await db.transaction().execute(async (trx) => {
    for (const edit of edits) await saveWithin(trx, { draft, id: newId(), edit, by, at })
  })
}
