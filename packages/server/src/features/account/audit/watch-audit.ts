import type { JobContext } from '../../../db/jobs/task.ts'
import type { AccountWorld } from '../account-world.ts'
import {
  missingHead,
  newestEntry,
  noteHead,
  notedHeads,
  type NotedHead,
} from './audit-head.queries.ts'
import { verifyAudit, type AuditHead, type AuditVerdict } from './verify-audit.ts'

const nothingYet: AuditHead = { number: 0, hash: '0'.repeat(64) }

/**
 * Looks through the whole log, compares it with every head noted before, and notes the head of today: in the database,
 * and in the server's own log, which whoever could change the one does not hold as well. What was changed is a warning
 * there every day until somebody has looked into it.
 */
export async function noteAuditHead({
  db,
  now,
  log,
}: Pick<JobContext, 'db' | 'now' | 'log'>): Promise<AuditVerdict> {
  const verdict = await verifyAudit(db, { noted: await notedHeads(db) })
  const head = (await newestEntry(db)) ?? nothingYet
  await noteHead(db, { head, verdict, at: now() })
  const words = `${head.number}:${head.hash}`
  if (verdict.outcome === 'whole') log.info({ auditHead: words }, 'The audit log is whole')
  else
    log.error(
      { auditHead: words, entry: verdict.number, why: verdict.why },
      'The audit log was changed',
    )
  return verdict
}

/** What is known of the log when somebody looks at it. */
export type AuditState =
  | {
      readonly outcome: 'whole'
      /** How many entries there are. */
      readonly entries: number
      /** When all of them were last looked through; those since then were, just now. */
      readonly checkedAt?: Date
    }
  | Extract<AuditVerdict, { outcome: 'changed' }>

/**
 * Looks through what came since the last noted head, and asks whether every head noted before is still there: that takes
 * as long on the thousandth day as on the first. What the daily look found wrong stays wrong.
 */
export async function auditState({ db }: Pick<AccountWorld, 'db'>): Promise<AuditState> {
  const noted = await notedHeads(db)
  const wrong = noted.findLast(({ changed }) => changed !== undefined)
  if (wrong?.changed) return { outcome: 'changed', ...wrong.changed }
  const missing = await missingHead(db, noted)
  if (missing) return { outcome: 'changed', number: missing.number, why: 'differs-from-noted' }
  return sinceLast(db, noted[0])
}

async function sinceLast(db: AccountWorld['db'], last: NotedHead | undefined): Promise<AuditState> {
  const verdict = await verifyAudit(db, last ? { after: last } : {})
  return verdict.outcome === 'changed'
    ? verdict
    : {
        outcome: 'whole',
        entries: verdict.head.number,
        ...(last ? { checkedAt: last.notedAt } : {}),
      }
}
