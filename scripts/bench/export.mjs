import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../processes.mjs'
import { load } from './load.mjs'
import { peakWhile, round, table } from './machine.mjs'
import { callHeaders, submission, submitPath, versionOf } from './responses.mjs'
import { startServer } from './server.mjs'
import { openSample } from './serving.mjs'

const wanted = 10_000
const command = join(root, 'packages/server/dist/consultation-command.js')

/** Runs the export as staff do, in a process of its own. */
const exportAll = async (server, format) => {
  const began = performance.now()
  const child = spawn(process.execPath, [command, 'responses', openSample, '--format', format], {
    env: { ...process.env, TAKEPART_DATA: server.data },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let bytes = 0
  let said = ''
  child.stdout.on('data', (part) => {
    bytes += part.length
  })
  child.stderr.on('data', (part) => {
    said += part
  })
  const { peak } = await peakWhile(
    child.pid,
    () =>
      new Promise((resolve) => {
        child.once('close', resolve)
      }),
  )
  return {
    peak,
    bytes,
    seconds: (performance.now() - began) / 1000,
    said: said.trim().split('\n')[0],
  }
}

/** Memory of exporting ten thousand responses, beside exporting almost none: the difference is what the rows cost. */
export const exportFigures = async () => {
  const server = await startServer()
  try {
    const version = await versionOf(server.origin, openSample)
    const before = { csv: await exportAll(server, 'csv'), json: await exportAll(server, 'json') }
    const next = () => ({
      method: 'POST',
      path: submitPath,
      headers: callHeaders,
      body: JSON.stringify(submission(version, 25)),
    })
    for (let sent = 0; sent < wanted;) {
      const { rate } = await load({
        url: server.origin + submitPath,
        connections: 16,
        seconds: 5,
        next,
      })
      sent += rate * 5
    }
    const rows = []
    for (const format of ['csv', 'json']) {
      const all = await exportAll(server, format)
      rows.push([
        format,
        all.said,
        round(all.seconds, 1),
        round(all.bytes / 2 ** 20, 1),
        round(before[format].peak),
        round(all.peak),
        round(all.peak - before[format].peak),
      ])
    }
    return `## Export\n\n${table(['', 'it says', 'seconds', 'MiB written', 'peak MiB with no rows', 'peak MiB', 'difference'], rows)}`
  } finally {
    await server.dispose()
  }
}
