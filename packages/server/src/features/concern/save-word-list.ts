import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { SaveWordList } from '@takepart/shared/domain/moderation/concern-schema'
import { checkWordList, type ListProblem } from '@takepart/shared/domain/moderation/urgent-words'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { insertWordList } from './concern.queries.ts'
import { forgetWordList } from './word-list-in-use.ts'

type Answer = Result<
  { readonly number: number },
  ListProblem | { readonly code: 'list-changed-elsewhere' }
>

/** Saves the Trust's list of urgent words as the next one. Every list that was ever used is kept, with who saved it. */
export async function saveWordList(
  {
    db,
    now,
    actor,
  }: { readonly db: Kysely<Schema>; readonly now: () => Date; readonly actor: StaffActor },
  { base, list }: SaveWordList,
): Promise<Answer> {
  const problems = checkWordList(list)
  if (problems.length > 0) return refuse(...problems)
  const number = base + 1
  const answer = await db.transaction().execute(async (trx): Promise<Answer> => {
    const at = now()
    if (!(await insertWordList(trx, { number, list, at, by: actor.staffId })))
      return refuse({ code: 'list-changed-elsewhere' })
    await recordAct(trx, actor, {
      at,
      verb: 'concern.save-words',
      thing: { kind: 'word-list', id: String(number) },
    })
    return accept({ number })
  })
  forgetWordList(db)
  return answer
}
