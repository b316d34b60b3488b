import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { isInTeam } from '@takepart/shared/domain/account/actor'
import { editPart } from '@takepart/shared/domain/authoring/draft/apply-edit'
import type { SaveResult } from '@takepart/shared/domain/authoring/draft/desk-answers'
import { fieldOf, textIn, type Part } from '@takepart/shared/domain/authoring/draft/draft'
import type { Edit } from '@takepart/shared/domain/authoring/draft/edit'
import { mayWriteField, stageOf } from '@takepart/shared/domain/round/desk/round-draft'
import { refusalOfField } from '@takepart/shared/domain/round/desk/round-draft-schema'
import { roundDeskWords } from '@takepart/shared/words/round-desk'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../db/schema.ts'
import { mayOfRound } from './may-of-round.ts'
import {
  findPublishedById,
  findRoundDraftToChange,
  findRoundEdit,
  insertRoundEdit,
  storeRoundDraft,
} from './round-draft.queries.ts'
import { findConsultation } from './round-surroundings.queries.ts'

type Db = Kysely<Schema>

export interface ReceivedRoundEdit {
  readonly round: string
  /** Made on the device: the same edit sent again is done once. */
  readonly id: string
  readonly edit: Extract<Edit, { do: 'set' | 'settle' }>
  readonly actor: StaffActor
  readonly at: Date
}

const unknown: SaveResult = { outcome: 'refused', problem: 'part-unknown' }
const refused = (words: string): SaveResult => ({
  outcome: 'refused',
  problem: 'value-refused',
  words,
})

/**
 * Saves one edit of one field, once, however often it is sent. Where somebody else changed the field first, theirs stays and
 * these words are kept beside them until somebody chooses (P5). Refused where the round has opened and people rely on it.
 */
export async function saveRoundEdit(db: Db, received: ReceivedRoundEdit): Promise<SaveResult> {
  const { edit, round, actor } = received
  const words = refusalOfField(edit.field, edit.now) ?? (await strangeConsultation(db, received))
  return db.transaction().execute(async (trx) => {
    const part = await findRoundDraftToChange(trx, round, {
      by: actor.staffId,
      at: received.at,
    })
    if (!part || !(await mayWrite(trx, { actor, round, part }))) return unknown
    const before = await findRoundEdit(trx, received.id)
    if (before) return repeated(before, received)
    if (words !== undefined) return refused(words)
    const stage = stageOf(await findPublishedById(trx, round), received.at)
    if (!mayWriteField(stage, edit.field)) return refused(roundDeskWords.fieldFrozen)
    return store(trx, received, part)
  })
}

/** What was said the first time; under the id of somebody else's edit nothing is done. */
const repeated = (
  before: NonNullable<Awaited<ReturnType<typeof findRoundEdit>>>,
  { round, actor }: ReceivedRoundEdit,
): SaveResult =>
  before.round === round && before.by === actor.staffId
    ? { outcome: before.outcome === 'applied' ? 'saved' : 'kept-beside' }
    : unknown

/** Nobody puts a discussion beside a consultation that others work on. */
async function strangeConsultation(
  db: Db,
  { edit, actor }: ReceivedRoundEdit,
): Promise<string | undefined> {
  if (edit.field !== 'consultation' || typeof edit.now !== 'string' || edit.now === '')
    return undefined
  const found = await findConsultation(db, edit.now)
  return found && !found.retracted && isInTeam(actor, found.id)
    ? undefined
    : roundDeskWords.strangeConsultation
}

async function mayWrite(
  trx: Db,
  { actor, round, part }: { actor: StaffActor; round: string; part: Part },
): Promise<boolean> {
  if (mayOfRound(actor, 'round.write', { id: round })) return true
  const beside = await findConsultation(trx, textIn(part, 'consultation'))
  return mayOfRound(actor, 'round.write', { id: round, consultationId: beside?.id })
}

async function store(trx: Db, received: ReceivedRoundEdit, part: Part): Promise<SaveResult> {
  const { round, id, edit, actor, at } = received
  const by = actor.staffId
  const result = editPart(part, edit, { id, by, at: at.toISOString() })
  if (!result.ok) return { outcome: 'refused', problem: result.problem }
  if (result.outcome === 'already') return { outcome: 'saved', part }
  await storeRoundDraft(trx, round, result.part)
  const was = fieldOf(part, edit.field)
  const { was: _, ...rest } = edit
  const done = was === undefined ? rest : { ...rest, was }
  await insertRoundEdit(trx, { round, id, edit: done, outcome: result.outcome, by, at })
  return { outcome: result.outcome === 'applied' ? 'saved' : 'kept-beside', part: result.part }
}
