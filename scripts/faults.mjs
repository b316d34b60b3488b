/**
 * Ends the server with SIGKILL again and again while responses are on their way, at a random moment from just before to
 * just after they are stored, and every tenth time its PostgreSQL with it. Afterwards: every receipt that anybody was
 * given stands in the database under the same reference; every response is there once; and each that got no answer is
 * received when it is sent again (promises P2 and P3).
 *
 * node scripts/faults.mjs [--kills=200]
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { quantile, round, sleep } from './bench/machine.mjs'
import { callHeaders, submission, submitPath, versionOf } from './bench/responses.mjs'
import { startServer } from './bench/server.mjs'
import { buildIfStale } from './build.mjs'
import { root } from './processes.mjs'

const slug = 'mental-health-help-in-the-community'
const atOnce = 8
const kills = Number(
  process.argv.find((word) => word.startsWith('--kills='))?.slice('--kills='.length) ?? 200,
)
const { default: pg } = await import(
  pathToFileURL(createRequire(join(root, 'packages/server/package.json')).resolve('pg')).href
)

/** The receipt, or undefined when no answer came; anything else the server says is a failure. */
const send = async (server, input) => {
  const response = await fetch(server.origin + submitPath, {
    method: 'POST',
    headers: callHeaders,
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => undefined)
  if (!response) return undefined
  if (response.status === 503) return undefined
  const result = (await response.json().catch(() => undefined))?.result?.data
  if (result === undefined) return undefined
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`)
  return result.value.reference
}

const databasePid = (server) =>
  Number(readFileSync(join(server.data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** How long one response takes here and now, in milliseconds; the first one after a start takes longer and does not count. */
const howLong = async (server, { version, held }) => {
  let taken = 0
  for (let turn = 0; turn < 2; turn += 1) {
    const input = submission(version, 25)
    const began = performance.now()
    held.set(input.responseId, { input, reference: await send(server, input) })
    taken = performance.now() - began
  }
  return taken
}

/** One kill: some responses are sent, and at a random moment while they are on their way the server is gone. */
const killOnce = async (server, { version, held, turn }) => {
  const longest = ((await howLong(server, { version, held })) * atOnce) / 2
  const inputs = Array.from({ length: atOnce }, () => submission(version, 25))
  const answers = inputs.map((input) => send(server, input))
  await sleep(Math.random() * longest)
  if (turn % 10 === 9) process.kill(databasePid(server), 'SIGKILL')
  await server.kill()
  for (const [at, reference] of (await Promise.all(answers)).entries())
    held.set(inputs[at].responseId, { input: inputs[at], reference, raced: true })
  const began = performance.now()
  await server.start()
  return performance.now() - began
}

const rowsOf = async (server) => {
  const client = new pg.Client({ host: server.sockets(), user: 'takepart', database: 'takepart' })
  await client.connect()
  const { rows } = await client.query('select id, reference from response')
  await client.end()
  return rows
}

/** What the kills did not try, in words: all of them too early, or all too late, would prove nothing. */
const untried = (held) => {
  const raced = [...held.values()].filter((one) => one.raced)
  const told = raced.filter(({ reference }) => reference).length
  if (told > 0 && told < raced.length) return []
  return [
    `of ${raced.length} responses on their way at a kill ${told} got a receipt: no kill came between two of them`,
  ]
}

/** What is not as promised, in words; nothing when all is well. */
const faultsIn = (held, rows) => {
  const stored = new Map(rows.map(({ id, reference }) => [id, reference]))
  const wrong = [...held].filter(([id, { reference }]) => stored.get(id) !== reference)
  return [
    ...wrong.map(
      ([id, { reference }]) =>
        `${id}: the receipt says ${reference}, the database ${stored.get(id)}`,
    ),
    ...(rows.length === held.size
      ? []
      : [`${held.size} responses were sent and ${rows.length} rows are stored`]),
  ]
}

process.env.NODE_ENV = 'production'
await buildIfStale()
const server = await startServer()
let failed = 0
try {
  const version = await versionOf(server.origin, slug)
  const held = new Map()
  const recoveries = []
  for (let turn = 0; turn < kills; turn += 1) {
    recoveries.push(await killOnce(server, { version, held, turn }))
    if (turn % 20 === 19)
      console.log(
        `${turn + 1} kills, ${held.size} responses, ${[...held.values()].filter(({ reference }) => reference).length} receipts before the end came`,
      )
  }
  const tried = untried(held)
  const acknowledged = new Map([...held].filter(([, { reference }]) => reference))
  const lost = faultsIn(
    acknowledged,
    (await rowsOf(server)).filter(({ id }) => acknowledged.has(id)),
  )
  for (const one of held.values()) {
    const again = await send(server, one.input)
    if (one.reference && again !== one.reference)
      lost.push(`${one.input.responseId}: ${one.reference} at first, ${again} when sent again`)
    one.reference = again
  }
  const faults = [...tried, ...lost, ...faultsIn(held, await rowsOf(server))]
  for (const fault of faults.slice(0, 20)) console.error(fault)
  console.log(
    `Ready again after ${round(quantile(recoveries, 0.5))} ms (median), ${round(Math.max(...recoveries))} ms (longest)`,
  )
  failed = faults.length
  console.log(
    `${held.size} responses, ${acknowledged.size} receipts before a kill, ${faults.length} lost, doubled or changed`,
  )
} finally {
  await server.dispose()
}
console.log(`${kills - (failed > 0 ? 1 : 0)} passed, ${failed > 0 ? 1 : 0} failed`)
process.exit(failed > 0 ? 1 : 0)
