import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import {
  acceptContribution,
  tidySaid,
  type Contribute,
  type ContributionReceipt,
  type Contributor,
} from '@takepart/shared/domain/round/contribution'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { CallContext } from '../../context.ts'
import { noteUnread } from '../moderation/queue.queries.ts'
import {
  noticeIn,
  orNothing,
  raiseNoticed,
  storeNoticing,
} from '../concern/raise-concern.queries.ts'
import { contributionHash } from './contribution-hash.ts'
import { contributionReceipt } from './contribution-receipt.ts'
import {
  findForContributing,
  insertContribution,
  type PlaceInRound,
  type StoredContribution,
} from './contribution.queries.ts'
import { writtenIn } from './written-in.ts'
import { showContribution } from './show-contribution.queries.ts'

type Answer = Result<ContributionReceipt, RoundProblem>

const mostTries = 3

/**
 * Takes in a contribution, once, however often it is sent: a repeat is answered with the receipt it had, also after
 * closing, and something else under the same id is refused. No refusal is given before the id was looked up.
 */
export async function contribute(ctx: CallContext, input: Contribute): Promise<Answer> {
  const { contributionId: id, slug } = input
  const codeHash = Buffer.from(input.codeHash, 'hex')
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { stored, place } = await findForContributing(ctx.db, { id, slug, codeHash })
    if (stored) return answerRepeat(input, stored, place)
    if (!place || place.retracted) return refuse({ code: 'round-unknown' })
    const answer = await tryToStore(ctx, input, place)
    if (answer) return answer
  }
  return refuse({ code: 'answered-unknown' })
}

/** Undefined when the id was taken between looking and storing, or what it answers is not there. */
async function tryToStore(
  ctx: CallContext,
  input: Contribute,
  { round, roundId, heardBefore }: PlaceInRound,
): Promise<Answer | undefined> {
  const now = ctx.now()
  const { said: sent, contributionId: id } = input
  const source: Contributor['source'] = sent.onBehalf ? 'on-behalf' : 'participant'
  const accepted = acceptContribution(round, input, { now, contributor: { source, heardBefore } })
  if (!accepted.ok) return accepted
  const { said, late, state } = accepted.value
  const row = {
    id,
    roundId,
    codeHash: Buffer.from(input.codeHash, 'hex'),
    source,
    answeredNumber: input.inReplyTo,
    late,
    said,
    contentHash: contributionHash({ slug: input.slug, inReplyTo: input.inReplyTo, said }),
    receivedAt: now,
  }
  const received = { id, revision: 1, late, receivedAt: now }
  const written = writtenIn(id, input.slug, said)
  if (state === 'waiting') {
    const stored = await storeNoticing(ctx, written, (db) => orNothing(insertContribution(db, row)))
    if (!stored) return undefined
    return accept(contributionReceipt({ ...received, state, number: null }, round))
  }
  const noticed = await noticeIn(ctx, written)
  return ctx.db.transaction().execute(async (trx) => {
    if (!(await insertContribution(trx, row))) return undefined
    await raiseNoticed(trx, written, { noticed, at: now })
    const number = await showContribution(trx, { contributionId: id, revision: 1, at: now })
    await noteUnread(trx, id, now)
    return accept(contributionReceipt({ ...received, state, number }, round))
  })
}

/** Whoever sends the same words with the same private code gets the receipt again; knowing the id is not enough. */
function answerRepeat(
  input: Contribute,
  stored: StoredContribution,
  place: PlaceInRound | undefined,
): Answer {
  const own = stored.codeHash?.equals(Buffer.from(input.codeHash, 'hex')) === true
  if (!own || !place || stored.slug !== input.slug)
    return refuse({ code: 'contribution-received-different' })
  if (stored.state === 'withdrawn') return refuse({ code: 'contribution-withdrawn' })
  const said = tidySaid(place.round, input.said)
  const sent = contributionHash({ slug: input.slug, inReplyTo: input.inReplyTo, said })
  if (stored.firstHash?.equals(sent) !== true)
    return refuse({ code: 'contribution-received-different' })
  return accept(contributionReceipt({ ...stored, id: input.contributionId }, place.round))
}
