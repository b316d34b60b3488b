import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base } from '@playwright/test'

type Environment = Readonly<Record<string, string>>

/** A real, built server in a process of its own, on its own port, with its own data folder and so its own database. */
export interface RunningServer {
  readonly origin: string
  readonly port: number
  readonly dataFolder: string
  /** The process now running. */
  readonly pid: number
  /** What it has written so far, since the first start. */
  log(): string
  /** Asks it to finish (SIGTERM) and waits until it has. */
  stop(): Promise<void>
  /** Ends it at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same port and data, after stop or kill. */
  start(environment?: Environment): Promise<void>
  /** Stops it and takes its data away. */
  dispose(): Promise<void>
}

const program = fileURLToPath(new URL('../../packages/server/dist/main.js', import.meta.url))
const readyWithinMs = 60_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null

const ended = (child: ChildProcess): Promise<void> =>
  hasEnded(child)
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => resolve())
      })

const isReady = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

const untilReady = async (
  child: ChildProcess,
  origin: string,
  log: () => string,
): Promise<void> => {
  const latest = Date.now() + readyWithinMs
  while (!(await isReady(origin))) {
    if (hasEnded(child)) throw new Error(`The server ended before it was ready:\n${log()}`)
    if (Date.now() > latest)
      throw new Error(`The server was not ready after ${readyWithinMs / 1000} s:\n${log()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** No server outlives the tests, even when they end by an exception. */
const left = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of left) child.kill('SIGTERM')
})

/**
 * Starts a server and waits until it is ready. `environment` is added to the settings; the sample is loaded unless it
 * says otherwise.
 */
export async function startServer(environment: Environment = {}): Promise<RunningServer> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const dataFolder = await mkdtemp(join(tmpdir(), 'takepart-e2e-'))
  const settings = {
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    TAKEPART_DATA: join(dataFolder, 'data'),
    ...environment,
  }
  let written = ''
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child) return
    child.kill(signal)
    await ended(child)
    left.delete(child)
    child = undefined
  }
  const start = async (more: Environment = {}): Promise<void> => {
    const started = spawn(process.execPath, [program], {
      env: { ...process.env, ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    left.add(started)
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (part: Buffer) => {
        written += part.toString()
      })
    await untilReady(started, origin, () => written)
  }
  await start()
  return {
    origin,
    port,
    dataFolder,
    get pid() {
      return child?.pid ?? 0
    },
    log: () => written,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    start,
    async dispose() {
      await end('SIGTERM')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Playwright's `test` with a server for each worker; `page.goto('/')` goes to it. */
export const test = base.extend<{ baseURL: string }, { server: RunningServer }>({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.dispose()
    },
    { scope: 'worker', timeout: readyWithinMs },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin)
  },
})
