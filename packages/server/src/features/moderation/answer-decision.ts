import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { tidyText } from '@takepart/shared/domain/core/text'
import { checkAnswer, type AnswerProblem } from '@takepart/shared/domain/moderation/decision'
import type { AnswerDecision } from '@takepart/shared/domain/moderation/moderation-schema'
import { codeHash } from '../../code-hash.ts'
import type { CallContext } from '../../context.ts'
import { findHeldForChange } from '../round/contribution.queries.ts'
import { findAnswered, insertAnswer } from './decision.queries.ts'

type Answer = Result<
  { readonly receivedAt: string },
  | AnswerProblem
  | { readonly code: 'contribution-not-found' }
  | { readonly code: 'code-tries-used-up'; readonly minutes: number }
>

/** Its author says once why a decision is wrong, with the private code. Somebody else then looks at it. */
export const answerDecision = (
  { db, now }: Pick<CallContext, 'db' | 'now'>,
  { contributionId, code, words }: AnswerDecision,
): Promise<Answer> =>
  db.transaction().execute(async (trx): Promise<Answer> => {
    const held = await findHeldForChange(trx, contributionId as never, codeHash(code))
    if (!held) return refuse({ code: 'contribution-not-found' })
    const problems = checkAnswer(await findAnswered(trx, contributionId), words)
    if (problems.length > 0) return refuse(...problems)
    const at = now()
    await insertAnswer(trx, { contributionId, revision: held.revision, words: tidyText(words), at })
    return accept({ receivedAt: at.toISOString() })
  })
