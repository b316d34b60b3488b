import { standingTheme } from '@takepart/shared/domain/analysis/theme/codebook'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { decisionsAbout, type ResponseTrace } from '@takepart/shared/domain/report/trace'
import type { ReadResponse } from '@takepart/shared/domain/response/response'
import { questionsOf } from '@takepart/shared/domain/consultation/consultation'
import { codeHash } from '../../code-hash.ts'
import type { CallContext } from '../../context.ts'
import { erasedBecause, takenOutOf } from '../analysis/removal/removal.queries.ts'
import { newestCodebook } from '../analysis/theme/theme.queries.ts'
import { findHeldWithAnswers } from '../response/response.queries.ts'
import { timelyVersionOf } from '../response/timely-version.ts'
import { findOutcome } from './outcome.queries.ts'
import { themesGiven } from './trace.queries.ts'

/**
 * What became of the words of one response, for whoever knows its reference and its private code. A wrong code and an
 * unknown reference are one answer. Nothing of it is stored or logged.
 */
export async function traceResponse(
  ctx: CallContext,
  input: ReadResponse,
): Promise<Result<ResponseTrace>> {
  const held = await findHeldWithAnswers(ctx.db, codeHash(input.code))
  if (!held || held.reference !== normaliseReference(input.reference))
    return refuse({ code: 'response-not-found' })
  const { consultation } = await timelyVersionOf(ctx, held)
  const [given, codebook, outcome, erased, takenOut] = await Promise.all([
    themesGiven(ctx.db, held.id),
    newestCodebook(ctx.db, consultation.id),
    findOutcome(ctx.db, consultation.id),
    erasedBecause(ctx.db, held.id),
    takenOutOf(ctx.db, held.id),
  ])
  const published = outcome?.state === 'published' ? outcome.document : undefined
  const titles = new Map(questionsOf(consultation).map(({ id, title }) => [id, title]))
  const found = given.themes.flatMap(({ questionId, theme }) => {
    const standing = standingTheme(codebook, theme)
    return standing ? [{ questionId, standing }] : []
  })
  const once = new Map(found.map((one) => [`${one.questionId} ${one.standing.id}`, one]))
  return accept({
    counted: given.counted,
    concluded: published !== undefined,
    slug: held.slug,
    ...(erased ? { erased } : {}),
    takenOut: takenOut.map(({ questionId, reason }) => ({
      question: titles.get(questionId) ?? '',
      reason,
    })),
    themes: [...once.values()].map(({ questionId, standing }) => ({
      question: titles.get(questionId) ?? '',
      name: standing.name,
      definition: standing.definition,
      decisions: published
        ? decisionsAbout(published, (id) => standingTheme(codebook, id)?.id === standing.id)
        : [],
    })),
  })
}
