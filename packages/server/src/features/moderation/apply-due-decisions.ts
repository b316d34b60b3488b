import { redact, removedWords, type Redacted } from '@takepart/shared/domain/moderation/redaction'
import type { Said } from '@takepart/shared/domain/round/contribution'
import { authorWords } from '@takepart/shared/words/moderation'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { hideContribution, showContribution } from '../round/show-contribution.queries.ts'
import type { LetThrough } from '../round/shown.queries.ts'
import {
  findToDecide,
  markApplied,
  setRefused,
  setWaiting,
  settle,
  takeDueDecision,
  type DueDecision,
  type ToDecide,
} from './decision.queries.ts'

type Db = Kysely<Schema>

/**
 * Does what was decided once it can no longer be undone; called every second by every server. Each decision is a
 * transaction of its own. One whose words were changed or withdrawn meanwhile does nothing: the new words wait for a
 * decision of their own (S53). Answers how many were done.
 */
export async function applyDueDecisions(db: Db, now: Date): Promise<number> {
  let done = 0
  while (await db.transaction().execute((trx) => applyNext(trx, now))) done += 1
  return done
}

async function applyNext(trx: Db, now: Date): Promise<boolean> {
  const due = await takeDueDecision(trx, now)
  if (!due) return false
  const one = await findToDecide(trx, due.contributionId, now)
  const overtaken = !one?.said || one.state === 'withdrawn' || one.revision !== due.revision
  if (!overtaken) await apply(trx, due, { one, said: one.said, at: now })
  await markApplied(trx, due.id, { at: now, overtaken })
  return true
}

interface Applied {
  readonly one: ToDecide
  readonly said: Said
  readonly at: Date
}

async function apply(trx: Db, due: DueDecision, applied: Applied): Promise<void> {
  const { one, said, at } = applied
  switch (due.kind) {
    case 'accept':
      if (one.state !== 'accepted') await show(trx, due, applied)
      return settle(trx, one.id, { outcome: 'kept', at })
    case 'redact':
      await show(trx, due, { ...applied, words: withoutParts(said, due) })
      return settle(trx, one.id, { outcome: 'changed', at })
    case 'reject':
    case 'ask-change': {
      const kind = due.kind
      await hideContribution(trx, {
        contributionId: one.id,
        slug: one.slug,
        why: kind === 'reject' ? 'removed' : 'changing',
        at,
      })
      const reason = authorWords(kind, {
        reason: due.reason as 'other',
        words: due.words ?? undefined,
      })
      await setRefused(trx, one.id, {
        state: kind === 'reject' ? 'rejected' : 'change-asked',
        reason,
        at,
      })
      return settle(trx, one.id, { outcome: 'removed', at })
    }
  }
}

/** What is shown already is taken away first: the database lets no words stand of what is not accepted. */
async function show(
  trx: Db,
  { revision }: DueDecision,
  { one, words, at }: Applied & { readonly words?: LetThrough },
): Promise<void> {
  if (one.state === 'accepted')
    await hideContribution(trx, {
      contributionId: one.id,
      slug: one.slug,
      why: 'changing',
      at,
      shownAgain: true,
    })
  if (one.state !== 'waiting') await setWaiting(trx, one.id)
  await showContribution(trx, { contributionId: one.id, revision, at, ...(words ? { words } : {}) })
}

/** @throws Error when the parts do not fit the words: they were checked when it was decided, and the revision is the same */
function withoutParts(said: Said, { parts }: DueDecision): LetThrough {
  const result = redact(said, parts ?? [])
  if (!result.ok) throw new Error(`A redaction does not fit its words: ${result.problem.code}`)
  return { ...letThrough(result.value), removed: marksOf(result.value) }
}

const letThrough = ({ fields }: Redacted) => ({
  text: fields.text,
  name: fields.name ?? '',
  ...(fields.self === undefined ? {} : { self: fields.self }),
  ...(fields.condition === undefined ? {} : { condition: fields.condition }),
})

const marksOf = ({ removed }: Redacted) =>
  removed
    .filter(({ field }) => field === 'text')
    .map(({ start, end, what }) => ({ start, end, reason: removedWords[what] }))
