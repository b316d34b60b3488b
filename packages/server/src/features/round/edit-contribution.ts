import { canonicalJson } from '@takepart/shared/domain/core/canonical-json'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptEdit,
  tidySaid,
  type ContributionReceipt,
  type EditContribution,
} from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { Kysely } from 'kysely'
import type { CallContext } from '../../context.ts'
import type { Schema } from '../../db/schema.ts'
import { codeHash } from '../../code-hash.ts'
import { noticeIn, raiseNoticed } from '../concern/raise-concern.queries.ts'
import { writtenIn } from './written-in.ts'
import { contributionHash } from './contribution-hash.ts'
import { contributionReceipt } from './contribution-receipt.ts'
import {
  findChange,
  findHeldForChange,
  storeNewWords,
  type HeldRow,
} from './contribution.queries.ts'
import { lockQuestionsAt, stateOfQuestion } from './questions/question.queries.ts'
import { hideContribution } from './show-contribution.queries.ts'

type Answer = Result<ContributionReceipt, RoundProblem>

/**
 * Puts other words in the place of what was said. What was shown is hidden in the same transaction, and the new words wait
 * for a moderator. A repeat is answered with the receipt as it is now.
 */
export async function editContribution(ctx: CallContext, input: EditContribution): Promise<Answer> {
  const looked = await noticeIn(ctx, writtenIn(input.contributionId, '', input.said))
  return ctx.db.transaction().execute(async (trx) => {
    const held = await findHeldForChange(trx, input.contributionId, codeHash(input.code))
    if (!held) return refuse({ code: 'contribution-not-found' })
    const repeat = await answerRepeat(trx, held, input)
    if (repeat) return repeat
    const now = ctx.now()
    const answer = await change(trx, { held, input, now })
    const written = writtenIn(held.id, held.slug, input.said)
    if (answer.ok) await raiseNoticed(trx, written, { noticed: looked, at: now })
    return answer
  })
}

interface Change {
  readonly held: HeldRow
  readonly input: EditContribution
  readonly now: Date
}

async function change(trx: Kysely<Schema>, { held, input, now }: Change): Promise<Answer> {
  if (held.retracted) return refuse({ code: 'round-unknown' })
  await lockQuestionsAt(trx, held.slug)
  const question = await stateOfQuestion(trx, held.id)
  const accepted = acceptEdit(held.round, { ...held, question }, { input, now })
  if (!accepted.ok) return accepted
  const { said, late, state } = accepted.value
  const revision = held.revision + 1
  await hideContribution(trx, {
    contributionId: held.id,
    slug: held.slug,
    why: 'changing',
    at: now,
  })
  await storeNewWords(trx, {
    id: held.id,
    changeId: input.changeId,
    revision,
    late,
    said,
    contentHash: contributionHash({
      slug: held.slug,
      inReplyTo: held.answeredNumber ?? undefined,
      said,
    }),
    receivedAt: now,
  })
  return accept(
    contributionReceipt(
      { ...held, revision, state, late: held.late || late, receivedAt: now },
      held.round,
    ),
  )
}

/** Undefined when no change of this id came in before. */
async function answerRepeat(
  trx: Kysely<Schema>,
  held: HeldRow,
  { changeId, contributionId, said }: EditContribution,
): Promise<Answer | undefined> {
  const before = await findChange(trx, changeId)
  if (!before) return undefined
  const same =
    before.contributionId === contributionId &&
    canonicalJson(before.said) === canonicalJson(tidySaid(held.round, said))
  if (!same) return refuse({ code: 'contribution-received-different' })
  return accept(contributionReceipt(held, held.round))
}
