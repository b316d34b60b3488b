import { readyEdits } from '@takepart/shared/domain/authoring/draft/ready-edits'
import { mostOf } from '@takepart/shared/domain/authoring/draft/outline-edit'
import { questionsIn, type Draft } from '@takepart/shared/domain/authoring/draft/draft'
import {
  questionLibrary,
  type QuestionSet,
} from '@takepart/shared/domain/question/question-library'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { applyAll, type ManyEdits } from './apply-all.ts'
import { findDraft, findOutlineToChange } from './draft.queries.ts'

export type ReadyAdded =
  | { readonly outcome: 'added'; readonly section: string }
  | { readonly outcome: 'already' | 'no-room' | 'unknown' }

/** Adds a set of ready questions to a draft as a section. Those that it asks already are not added again. */
export const addReady = (
  db: Kysely<Schema>,
  { draft: id, set: name }: { readonly draft: string; readonly set: string },
  mark: Omit<ManyEdits, 'edits'>,
): Promise<ReadyAdded> =>
  db.transaction().execute(async (trx): Promise<ReadyAdded> => {
    const set = questionLibrary.find((one) => one.id === name)
    if (!set || !(await findOutlineToChange(trx, id))) return { outcome: 'unknown' }
    const found = await findDraft(trx, id)
    if (!found) return { outcome: 'unknown' }
    const ready = readyEdits(found.draft, set)
    if (!ready) return { outcome: 'already' }
    if (!hasRoom(found.draft, set)) return { outcome: 'no-room' }
    await applyAll(trx, found.draft, { ...mark, edits: ready.edits })
    return { outcome: 'added', section: ready.section }
  })

const hasRoom = ({ outline }: Draft, { questions }: QuestionSet): boolean =>
  outline.sections.length < mostOf.section &&
  questionsIn(outline).length + questions.length <= mostOf.question
