import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../processes.mjs'
import { median, memoryOf, round, sleep, table, untilQuiet } from './machine.mjs'
import { freePort, startServer, untilOk } from './server.mjs'

/** `npm start` with everything installed and built, to the first page. */
const warmStart = async (data) => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, PORT: String(port), TAKEPART_DATA: data, LOG_LEVEL: 'warn' },
  })
  await untilOk(`http://127.0.0.1:${port}/`, child)
  const milliseconds = performance.now() - began
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await new Promise((resolve) => {
    child.once('exit', resolve)
  })
  return milliseconds
}

/** The server's own start, on a database that is there already, and what it holds at rest. */
export const startFigures = async ({ rounds }) => {
  const server = await startServer()
  const starts = []
  for (let turn = 0; turn < rounds; turn += 1) {
    await server.stop()
    await untilQuiet()
    const began = performance.now()
    await server.start()
    starts.push(performance.now() - began)
  }
  await sleep(3000)
  const rest = memoryOf(server.pid)
  await server.dispose()
  const folder = mkdtempSync(join(tmpdir(), 'takepart-warm-'))
  const data = join(folder, 'data')
  await warmStart(data)
  const warm = []
  for (let turn = 0; turn < Math.min(rounds, 3); turn += 1) {
    await untilQuiet()
    warm.push(await warmStart(data))
  }
  rmSync(folder, { recursive: true, force: true })
  return `## Starting\n\n${table(
    ['', 'median', 'longest'],
    [
      [
        'server process to ready, its PostgreSQL included, ms',
        round(median(starts)),
        round(Math.max(...starts)),
      ],
      [
        '`npm start`, all installed and built, to the first page, ms',
        round(median(warm)),
        round(Math.max(...warm)),
      ],
      ['memory of the server at rest, PostgreSQL apart, MiB', round(rest)],
    ],
  )}`
}
