import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../db/embedded-postgres.ts'
import { migrateToLatest } from '../db/migrate.ts'
import { createLog } from '../log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the test database's socket. */
    databaseSockets: string
  }
}

/** One PostgreSQL for the whole run; its own database holds the tables and is copied for each test file. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'takepart-test-'))
  const log = createLog('silent')
  // Nothing here outlives the run, so nothing has to reach the disk.
  const settings = { fsync: 'off', max_connections: '200' }
  const server = await startEmbeddedPostgres({
    dataFolder: join(folder, 'data'),
    log,
    now: new Date(),
    settings,
  })
  await migrateToLatest(server.connection, log)
  project.provide('databaseSockets', server.connection.host)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
