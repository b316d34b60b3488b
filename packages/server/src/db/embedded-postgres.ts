import type { ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'
import { holdDataFolder, type HeldFolder } from './data-folder.ts'
import { findPostgres, giveTo, spawnBinary, type PostgresBinaries } from './postgres-process.ts'

/** A PostgreSQL that this process runs, on a unix socket that only its user can reach. */
export interface EmbeddedPostgres {
  /** Where to connect: folder of the socket, an ordinary role, its own database. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string }
  /** The role that may make databases; only tests need it. */
  readonly owner: string
  readonly pid: () => number | undefined
  /** Ends it in good order within 10 s, at once after that (the next start then recovers). */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly log: Log
  readonly now: Date
  /** PostgreSQL settings besides ours. */
  readonly settings?: Readonly<Record<string, string>>
}

const owner = 'takepart_owner'
const appRole = 'takepart'

/**
 * `fsync` and `synchronous_commit` stay on: a receipt is given only for a row that is on the disk (P2).
 * Errors are logged tersely, since their detail holds the refused row, and a row holds what somebody said.
 */
const settings = {
  listen_addresses: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '1GB',
  wal_compression: 'on',
  wal_buffers: '4MB',
  checkpoint_timeout: '15min',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
  log_statement: 'none',
} as const

/**
 * Starts the database in `dataFolder`/postgres, making it the first time. Throws `DataFolderInUse` when another Takepart
 * holds the folder. After a crash it recovers before this resolves. If the database ends by itself it is started again.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const held = await holdDataFolder(options.dataFolder, options.now)
  const temporary: string[] = []
  try {
    const binaries = findPostgres()
    const sockets = mkdtempSync(join(tmpdir(), 'takepart-'))
    temporary.push(sockets, ...(binaries.copy ? [binaries.copy] : []))
    held.noteTemporary(temporary)
    giveTo(binaries, sockets)
    const folder = await makeCluster(binaries, held)
    const supervised = await supervise({ binaries, folder, sockets, options })
    await makeRoleAndDatabase(sockets)
    // Tells commands where to reach the database that this process runs.
    writeFileSync(socketFile(options.dataFolder), sockets, { mode: 0o600 })
    return {
      connection: embeddedConnection(sockets),
      owner,
      pid: supervised.pid,
      stop: async () => {
        rmSync(socketFile(options.dataFolder), { force: true })
        await supervised.stop()
        letGo(held, temporary)
      },
    }
  } catch (cause) {
    letGo(held, temporary)
    throw cause
  }
}

/** How to reach the database whose socket is in a folder, as the role that the app has. */
export const embeddedConnection = (sockets: string) =>
  ({ host: sockets, user: appRole, database: appRole }) as const

/** Holds the folder of the socket while a database runs. What a killed process left in it leads nowhere. */
export const socketFile = (dataFolder: string): string => join(dataFolder, 'socket')

function letGo(held: HeldFolder, temporary: readonly string[]): void {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
  held.release()
}

/** Made beside and renamed, so that a start killed half-way leaves nothing that looks ready. */
async function makeCluster(binaries: PostgresBinaries, held: HeldFolder): Promise<string> {
  const folder = join(held.path, 'postgres')
  if (existsSync(join(folder, 'PG_VERSION'))) {
    giveTo(binaries, folder)
    return folder
  }
  const fresh = `${folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(binaries, fresh)
  const initdb = spawnBinary(binaries, 'initdb', [
    '-D',
    fresh,
    '-U',
    owner,
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ])
  const said = listen(initdb)
  const code = await new Promise<number | null>((done, fail) =>
    initdb.once('exit', done).once('error', fail),
  )
  if (code !== 0)
    throw new Error(`The database could not be made in ${folder}: ${said.lastLines()}`)
  renameSync(fresh, folder)
  const parent = openSync(held.path, 'r')
  fsyncSync(parent)
  closeSync(parent)
  return folder
}

interface Supervised {
  readonly binaries: PostgresBinaries
  readonly folder: string
  readonly sockets: string
  readonly options: EmbeddedOptions
}

async function supervise(what: Supervised) {
  const { log } = what.options
  let stopping = false
  let server = await startServer(what)
  const watch = (running: ChildProcess): void => {
    running.once('exit', () => {
      if (!stopping) void restart()
    })
  }
  const restart = async (): Promise<void> => {
    for (let wait = 50; !stopping; wait = Math.min(wait * 2, 1000)) {
      log.error('The database ended by itself and is being started again')
      await pause(wait)
      try {
        if (!stopping) watch((server = await startServer(what)))
        return
      } catch (cause) {
        log.error({ err: cause }, 'The database could not be started again')
      }
    }
  }
  watch(server)
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping = true
      await endServer(server)
    },
  }
}

async function startServer({
  binaries,
  folder,
  sockets,
  options,
}: Supervised): Promise<ChildProcess> {
  const all = Object.entries({ ...settings, ...options.settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawnBinary(binaries, 'postgres', ['-D', folder, '-k', sockets, ...all])
  const said = listen(server, (line) => options.log.debug({ postgres: line }, 'database'))
  await new Promise<void>((ready, fail) => {
    said.when(/ready to accept connections/, ready)
    said.when(/lock file ".*" already exists/, () =>
      fail(new Error(`Another database is running in ${folder}; it must be stopped first.`)),
    )
    server.once('error', fail)
    server.once('exit', () =>
      fail(new Error(`The database in ${folder} did not start: ${said.lastLines()}`)),
    )
  })
  return server
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  server.kill('SIGINT')
  const late = setTimeout(() => server.kill('SIGQUIT'), 10_000)
  await ended
  clearTimeout(late)
}

/** Reads what a binary says, line by line, and keeps the last lines for a message. */
function listen(child: ChildProcess, onLine?: (line: string) => void) {
  const kept: string[] = []
  const waiting: { pattern: RegExp; act: () => void }[] = []
  let rest = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      kept.push(line)
      if (kept.length > 8) kept.shift()
      onLine?.(line)
      for (const { pattern, act } of waiting) if (pattern.test(line)) act()
    }
  })
  return {
    lastLines: () => kept.join('\n'),
    when: (pattern: RegExp, act: () => void) => void waiting.push({ pattern, act }),
  }
}

/** The app is an ordinary role: a flaw in it cannot read the machine's files through the database. */
async function makeRoleAndDatabase(host: string): Promise<void> {
  const client = new pg.Client({ host, user: owner, database: 'postgres' })
  await client.connect()
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 0)
      await client.query(`create role ${appRole} login nosuperuser nocreatedb nocreaterole`)
    const database = await client.query('select from pg_database where datname = $1', [appRole])
    if (database.rowCount === 0) await client.query(`create database ${appRole} owner ${appRole}`)
  } finally {
    await client.end()
  }
}
