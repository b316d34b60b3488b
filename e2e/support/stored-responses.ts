import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Answers } from '../../packages/shared/src/domain/question/answer.ts'
import type { RunningServer } from './server.ts'

/** The driver that the server uses, and none of the server's own code: a second witness must not share its mistakes. */
const driver = createRequire(
  new URL('../../packages/server/package.json', import.meta.url),
).resolve('pg')
const { default: pg } = (await import(pathToFileURL(driver).href)) as {
  default: typeof import('pg')
}

/** A row of the database, as it is. */
export interface StoredResponse {
  readonly id: string
  readonly slug: string
  readonly version: number
  readonly reference: string
  readonly revision: number
  readonly state: 'received' | 'withdrawn'
  readonly late: boolean
  readonly answers: Answers | null
}

/** The database that a server runs: its process, and the folder of its socket. PostgreSQL itself writes both down. */
export function databaseOf(server: RunningServer): {
  readonly pid: number
  readonly sockets: string
} {
  const lines = readFileSync(join(server.dataFolder, 'data/postgres/postmaster.pid'), 'utf8').split(
    '\n',
  )
  return { pid: Number(lines[0]), sockets: lines[4] ?? '' }
}

/** Lets the database hang, all of its processes, and gives the way to let it go on. */
export function hang(server: RunningServer): () => void {
  const { pid } = databaseOf(server)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
  const tell = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const one of [pid, ...children]) process.kill(one, signal)
  }
  tell('SIGSTOP')
  return () => tell('SIGCONT')
}

/** Every stored response, read past the server. Throws while the database is away. */
export const storedResponses = (server: RunningServer): Promise<readonly StoredResponse[]> =>
  ask<StoredResponse>(
    server,
    `select r.id, c.slug, r.version, r.reference, r.revision, r.state, r.late, r.answers
    from response r join consultation c on c.id = r.consultation_id`,
  )

/** True when the database answers, asked past the server. */
export const databaseAnswers = (server: RunningServer): Promise<boolean> =>
  ask(server, 'select').then(
    () => true,
    () => false,
  )

/** Asks the database itself, past the server. */
export async function ask<Row extends object>(
  server: RunningServer,
  sql: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({
    host: databaseOf(server).sockets,
    user: 'takepart',
    database: 'takepart',
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
