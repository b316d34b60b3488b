import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import type { OwnContribution } from '@takepart/shared/domain/round/contribution'
import { ownQuestion } from '@takepart/shared/domain/round/questions/own-question'
import type { ShownQuestion } from '@takepart/shared/domain/round/questions/shown-question'
import type { RoundProblem } from '@takepart/shared/domain/round/round-problem'
import type { CallContext } from '../../context.ts'
import { codeHash } from '../../code-hash.ts'
import { contributionReceipt } from './contribution-receipt.ts'
import { readQuestions } from './questions/read-questions.ts'
import { listOwn, type OwnRow } from './contribution.queries.ts'

/** Everything said in a round under one private code, on any device, also after closing. Nothing there is one answer with a wrong code. */
export async function readOwnContributions(
  ctx: Pick<CallContext, 'db'>,
  { slug, code }: { readonly slug: string; readonly code: string },
): Promise<Result<readonly OwnContribution[], RoundProblem>> {
  const rows = await listOwn(ctx.db, slug, codeHash(code))
  if (rows.length === 0) return refuse({ code: 'contribution-not-found' })
  const round = rows[0]?.round
  const { questions } =
    round?.kind === 'questions' ? await readQuestions(ctx.db, round) : noQuestions
  return accept(
    rows.map((row) => ({
      receipt: contributionReceipt(row, row.round),
      title: row.round.title,
      ...(row.answeredNumber === null ? {} : { inReplyTo: row.answeredNumber }),
      ...(row.said && row.state !== 'withdrawn' ? { said: row.said } : {}),
      ...decisionOn(row),
      ...questionIn(questions, row),
    })),
  )
}

const noQuestions = { questions: [] }

function questionIn(
  questions: readonly ShownQuestion[],
  { number, state }: OwnRow,
): Pick<OwnContribution, 'question'> {
  const question = state === 'accepted' ? ownQuestion(questions, number ?? undefined) : undefined
  return question ? { question } : {}
}

/** What stands of a decision; a later one, after the answer, is the one that counts. */
function decisionOn({
  decided,
  turn,
  answered,
}: OwnRow): Pick<OwnContribution, 'decided' | 'answer'> {
  if (decided === null || decided === 'accept') return {}
  if (turn === 2) return { decided, answer: 'settled' }
  return { decided, answer: answered ? 'given' : 'may' }
}
