import { accept, refuse, type Result } from '@takepart/shared/domain/core/result'
import { isBlank, tidyText } from '@takepart/shared/domain/core/text'
import {
  checkReport,
  type ReportContribution,
  type ReportOutcome,
  type ReportProblem,
} from '@takepart/shared/domain/moderation/report'
import type { CallContext } from '../../context.ts'
import { findOutcome, insertReport } from './report.queries.ts'

interface ReportReceipt {
  readonly reportId: string
  readonly outcome: ReportOutcome | null
}

/**
 * Takes in a report, once for each device; the contribution stays as it is until a person decides. The same report sent
 * again is answered with what came of it, also when the contribution is no longer shown.
 */
export async function reportContribution(
  { db, now }: Pick<CallContext, 'db' | 'now'>,
  input: ReportContribution,
): Promise<Result<ReportReceipt, ReportProblem>> {
  const { reportId } = input
  const known = await findOutcome(db, reportId)
  if (known) return accept({ reportId, outcome: known.outcome })
  const problems = checkReport(input)
  if (problems.length > 0) return refuse(...problems)
  const { words = '', ...report } = input
  const tidied = isBlank(words) ? report : { ...report, words: tidyText(words) }
  return (await insertReport(db, tidied, now()))
    ? accept({ reportId, outcome: null })
    : refuse({ code: 'report-unknown' })
}

/** What came of a report, for whoever knows its id: the device that sent it. */
export async function readOutcome(
  { db }: Pick<CallContext, 'db'>,
  reportId: string,
): Promise<Result<{ readonly outcome: ReportOutcome | null }, ReportProblem>> {
  const found = await findOutcome(db, reportId)
  return found ? accept({ outcome: found.outcome }) : refuse({ code: 'report-unknown' })
}
