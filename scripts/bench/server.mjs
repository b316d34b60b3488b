import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../processes.mjs'
import { sleep } from './machine.mjs'

const program = join(root, 'packages/server/dist/main.js')

export const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Waits for a good answer; throws after `most` milliseconds or when the process has ended. */
export const untilOk = async (url, child, most = 60_000) => {
  for (const began = Date.now(); Date.now() - began < most;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('the server ended before it was ready')
    const ok = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await sleep(10)
  }
  throw new Error(`no answer from ${url}`)
}

const ended = (child) =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => {
        child.once('exit', resolve)
      })
    : Promise.resolve()

/**
 * A real server in a process of its own, on a free port, with a data folder of its own.
 *
 * `stop` ends it in good order, `kill` at once (SIGKILL), `start` starts it again on the same port and data; `dispose`
 * also takes the data away.
 */
export const startServer = async (environment = {}) => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'takepart-run-'))
  const data = join(folder, 'data')
  let child
  const end = async (signal) => {
    child?.kill(signal)
    if (child) await ended(child)
    child = undefined
  }
  const start = async () => {
    child = spawn(process.execPath, [program], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        PORT: String(port),
        TAKEPART_DATA: data,
        LIMIT_SUBMITS_PER_MINUTE: '0',
        ...environment,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await untilOk(`http://127.0.0.1:${port}/health/ready`, child)
  }
  await start()
  return {
    origin: `http://127.0.0.1:${port}`,
    data,
    get pid() {
      return child?.pid
    },
    /** The folder of the database's socket. */
    sockets: () => JSON.parse(readFileSync(join(data, 'in-use.json'), 'utf8')).temporary[0],
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    dispose: async () => {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
