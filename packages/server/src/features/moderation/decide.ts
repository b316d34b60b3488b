import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  checkDecision,
  undoLastsMs,
  type DecisionProblem,
} from '@takepart/shared/domain/moderation/decision'
import type { Decide, DecideMany } from '@takepart/shared/domain/moderation/moderation-schema'
import type { Kysely } from 'kysely'
import type { Schema } from '../../db/schema.ts'
import { recordAct } from '../account/audit/audit.queries.ts'
import { addJob } from '../../db/jobs/job.queries.ts'
import {
  findToDecide,
  insertDecision,
  release,
  undoDecision,
  type ToDecide,
} from './decision.queries.ts'
import { applyDecisions } from './moderation.tasks.ts'

export interface Moderating {
  readonly db: Kysely<Schema>
  readonly now: () => Date
  readonly actor: StaffActor
}

type Decided = Result<{ readonly decisionId: string; readonly undoUntil: string }, DecisionProblem>

/**
 * Stores what a moderator decides about the words they read. Nothing leaves for 30 seconds, in which they can undo it; then
 * `applyDueDecisions` does it. Refused when the words are others by now, somebody else decided or is deciding, and when
 * whoever decided first would also decide about the author's answer.
 */
export const decide = ({ db, now, actor }: Moderating, input: Decide): Promise<Decided> =>
  db.transaction().execute(async (trx): Promise<Decided> => {
    const at = now()
    const one = await findToDecide(trx, input.contributionId, at)
    const problem = refusalOf(one, input, actor)
    if (problem || !one?.said) return refuse(problem ?? { code: 'contribution-gone' })
    const problems = checkDecision(input.decision, one.said)
    if (problems.length > 0) return refuse(...problems)
    const effectiveAt = new Date(at.getTime() + undoLastsMs)
    const stored = await insertDecision(trx, {
      id: input.decisionId,
      contributionId: one.id,
      revision: one.revision,
      turn: turnOf(one),
      decision: input.decision,
      by: actor.staffId,
      at,
      effectiveAt,
    })
    if (!stored)
      return refuse({ code: 'decided-already', by: one.decidedBy.at(-1) ?? actor.staffId })
    await release(trx, one.id, actor.staffId)
    // A moment later: the clock of the database may be a little before that of this server.
    const runAt = new Date(effectiveAt.getTime() + 250)
    await addJob(trx, applyDecisions, undefined, { runAt })
    await recordAct(trx, actor, {
      at,
      verb: 'moderation.decide',
      thing: { kind: 'contribution', id: one.id },
      detail: detailOf(input.decision),
    })
    return accept({ decisionId: input.decisionId, undoUntil: effectiveAt.toISOString() })
  })

const detailOf = (decision: Decide['decision']): string =>
  'reason' in decision ? `${decision.kind}: ${decision.reason}` : decision.kind

const turnOf = ({ decidedBy }: Pick<ToDecide, 'decidedBy'>): number => decidedBy.length + 1

function refusalOf(
  one: ToDecide | undefined,
  { revision }: Decide,
  { staffId }: StaffActor,
): DecisionProblem | undefined {
  if (!one?.said || one.state === 'withdrawn') return { code: 'contribution-gone' }
  if (one.revision !== revision) return { code: 'revision-changed' }
  if (one.claimedBy !== null && one.claimedBy !== staffId)
    return { code: 'being-decided', by: one.claimedBy }
  const last = one.decidedBy.at(-1)
  if (last !== undefined && !one.answered && !one.reported)
    return { code: 'decided-already', by: last }
  return one.answered && one.decidedBy.includes(staffId)
    ? { code: 'second-person-needed' }
    : undefined
}

/** One decision for several, each for itself: what cannot be decided is told and holds up nothing else. */
export async function decideMany(
  moderating: Moderating,
  { items, decision }: DecideMany,
): Promise<
  readonly {
    readonly contributionId: string
    readonly ok: boolean
    readonly problems: readonly DecisionProblem[]
  }[]
> {
  const answers = []
  for (const item of items) {
    const answer = await decide(moderating, { ...item, decision })
    answers.push({
      contributionId: item.contributionId,
      ok: answer.ok,
      problems: answer.ok ? [] : answer.problems,
    })
  }
  return answers
}

/** Takes back one's own decision before anything of it has left. False: it is too late, or it is somebody else's. */
export const undo = ({ db, now, actor }: Moderating, decisionId: string): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const at = now()
    const contributionId = await undoDecision(trx, { id: decisionId, by: actor.staffId, now: at })
    if (contributionId === undefined) return false
    await recordAct(trx, actor, {
      at,
      verb: 'moderation.undo',
      thing: { kind: 'contribution', id: contributionId },
    })
    return true
  })
