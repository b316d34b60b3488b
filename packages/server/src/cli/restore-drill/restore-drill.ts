import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { addsUp, ledgerOf, type Ledger } from '@takepart/shared/domain/analysis/ledger/ledger'
import { readConfig } from '../../config.ts'
import { openDatabase, type Database } from '../../db/database.ts'
import { newestEntry } from '../../features/account/audit/audit-head.queries.ts'
import { verifyAudit, type AuditHead } from '../../features/account/audit/verify-audit.ts'
import { countLedger } from '../../features/analysis/ledger/ledger.queries.ts'
import { readResponse } from '../../features/response/read-response.ts'
import type { Log } from '../../log.ts'
import { consultationIds, markTables, type TableMark } from './database-mark.queries.ts'
import { callContext, fillDatabase, type DrillReceipt } from './fill-database.ts'

export interface RestoreDrill {
  readonly log: Log
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Is told each step as it is done. */
  readonly say: (words: string) => void
  /** Done to the restored database before it is looked at: how a test shows that the drill sees what is amiss. */
  readonly meddle?: (database: Database) => Promise<void>
}

/** All that a restore must bring back, as it was when it was backed up. */
interface Mark {
  readonly tables: readonly TableMark[]
  readonly ledgers: readonly Ledger[]
  readonly head: AuditHead
}

/**
 * Backs up, wipes and restores a database of its own, in the way that docs/trust-it.md describes for the one from npm: it is
 * stopped and its folder copied. Answers every difference in words; none: the restore is whole. Nothing of it is left behind,
 * and no other database is touched.
 */
export async function restoreDrill(drill: RestoreDrill): Promise<readonly string[]> {
  const place = mkdtempSync(join(tmpdir(), 'takepart-drill-'))
  const [data, backup] = [join(place, 'data'), join(place, 'backup')]
  try {
    const { before, receipts } = await withDatabase(data, drill, async (database) => {
      const sent = await fillDatabase({ ...drill, database })
      return { before: await markOf(database), receipts: sent }
    })
    drill.say(`Filled: ${sizeWords(before)}.`)
    cpSync(data, backup, { recursive: true, preserveTimestamps: true })
    drill.say('Backed up: the database was stopped and its folder copied.')
    rmSync(data, { recursive: true })
    if (existsSync(data)) throw new Error('The data folder is still there')
    drill.say('Wiped: the data folder is gone.')
    cpSync(backup, data, { recursive: true, preserveTimestamps: true })
    drill.say('Restored: the copy was put in its place and the database started.')
    return await withDatabase(data, drill, async (database) => {
      await drill.meddle?.(database)
      return [
        ...differences(before, await markOf(database)),
        ...(await auditDifferences(database, before.head)),
        ...(await unopened(database, drill, receipts)),
      ]
    })
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function withDatabase<Value>(
  dataFolder: string,
  { log, now }: RestoreDrill,
  work: (database: Database) => Promise<Value>,
): Promise<Value> {
  const config = readConfig({ TAKEPART_DATA: dataFolder, TAKEPART_SAMPLE: 'none' })
  const database = await openDatabase({ config, log, now: now() })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function markOf({ calls }: Database): Promise<Mark> {
  const ledgers: Ledger[] = []
  for (const id of await consultationIds(calls))
    ledgers.push(ledgerOf(await countLedger(calls, id)))
  const head = await newestEntry(calls)
  if (!head) throw new Error('The log is empty, so nothing can be said of it')
  return { tables: await markTables(calls), ledgers, head }
}

const sizeWords = ({ tables, ledgers, head }: Mark): string => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const cameIn = ledgers.reduce((sum, ledger) => sum + ledger.cameIn, 0)
  return `${rows} rows in ${tables.length} tables, ${cameIn} responses on the ledger, ${head.number} entries of the log`
}

/** What is not as it was: tables by their rows, and ledgers by their sums. */
export function differences(before: Mark, after: Mark): readonly string[] {
  const now = new Map(after.tables.map((table) => [table.name, table]))
  return [
    ...before.tables.flatMap(({ name, rows, digest }) => {
      const table = now.get(name)
      if (!table) return [`The table ${name} is missing.`]
      if (table.rows !== rows) return [`${name} has ${table.rows} rows and had ${rows}.`]
      return table.digest === digest ? [] : [`A row of ${name} is not as it was.`]
    }),
    ...(after.ledgers.every(addsUp) ? [] : ['The lines of a ledger do not add up.']),
    ...(isDeepStrictEqual(after.ledgers, before.ledgers)
      ? []
      : ['A sum of the ledger is not what it was.']),
  ]
}

/** The chain is worked out again from its first entry, and must reach the head that was noted before. */
async function auditDifferences({ calls }: Database, head: AuditHead): Promise<readonly string[]> {
  const verdict = await verifyAudit(calls, { noted: [head] })
  return verdict.outcome === 'whole'
    ? []
    : [`The log is not whole: entry ${verdict.number}, ${verdict.why}.`]
}

/** People open their responses with what their receipts say, and find what they wrote. */
async function unopened(
  database: Database,
  drill: RestoreDrill,
  receipts: readonly DrillReceipt[],
): Promise<readonly string[]> {
  const ctx = callContext({ ...drill, database })
  const lost: string[] = []
  for (const { reference, code, answers } of receipts) {
    const opened = await readResponse(ctx, { reference, code })
    if (!opened.ok || !isDeepStrictEqual(opened.value.answers, answers)) lost.push(reference)
  }
  return lost.length === 0
    ? []
    : [`${lost.length} of ${receipts.length} responses do not open with their private codes.`]
}
