import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from './load.mjs'
import { median, peakWhile, round, table, untilQuiet } from './machine.mjs'
import { callHeaders, submission, submitPath, versionOf } from './responses.mjs'
import { freePort, startServer, untilOk } from './server.mjs'

export const openSample = 'mental-health-help-in-the-community'
const seconds = 6

/** Our page without its script, its mark and all but a little of its style: what somebody might write by hand. */
export const plainPage = (html) =>
  html
    .replace(
      /<style>.*?<\/style>/s,
      '<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:66ch;margin:auto;padding:1rem}a{display:inline-block;padding:.5rem 0}</style>',
    )
    .replaceAll(
      /<script.*?<\/script>|<link rel="(?:modulepreload|manifest|icon|apple-touch-icon)"[^>]*>|<!--.*?-->|<svg.*?<\/svg>| (?:class|aria-[a-z]+)="[^"]*"/gs,
      '',
    )

/** The floor in a process of its own, over the database of a running server. */
export const startFloor = async (server, html) => {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'takepart-floor-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, html)
  const child = spawn(
    process.execPath,
    [new URL('floor.mjs', import.meta.url).pathname, String(port), server.sockets(), file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const origin = `http://127.0.0.1:${port}`
  await untilOk(`${origin}/health/ready`, child)
  return {
    origin,
    pid: child.pid,
    stop: () => {
      child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Measures each target in turn, round after round, so that a noisy minute falls on all of them. */
const inTurns = async (targets, rounds) => {
  const runs = new Map(targets.map(({ name }) => [name, []]))
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const target of targets) {
      await untilQuiet()
      const { result, peak } = await peakWhile(target.pid(), () => load({ ...target, seconds }))
      runs.get(target.name).push({ ...result, peak })
    }
  }
  return targets.map(({ name }) => {
    const all = runs.get(name)
    const middle = (key) => median(all.map((run) => run[key]))
    return {
      name,
      rate: middle('rate'),
      p50: middle('p50'),
      p99: middle('p99'),
      peak: Math.max(...all.map(({ peak }) => peak)),
      bad: all.reduce((sum, { bad }) => sum + bad, 0),
    }
  })
}

const show = (title, found) => {
  const floor = found.find(({ name }) => name.startsWith('floor'))
  return `## ${title}\n\n${table(
    ['', 'a second', 'of the floor', 'p50 ms', 'p99 ms', 'peak MiB', 'not 2xx'],
    found.map((one) => [
      one.name,
      round(one.rate),
      floor ? round(one.rate / floor.rate, 2) : undefined,
      one.p50,
      one.p99,
      round(one.peak),
      one.bad,
    ]),
  )}`
}

const submits = (version) => () => ({
  method: 'POST',
  path: submitPath,
  headers: callHeaders,
  body: JSON.stringify(submission(version, 25)),
})

/** Responses of 25 answers, 16 at a time, beside the same insert through a bare procedure. */
export const writeFigures = async ({ rounds }) => {
  const server = await startServer()
  const version = await versionOf(server.origin, openSample)
  const floor = await startFloor(server, '<p>')
  try {
    const found = await inTurns(
      [
        {
          name: 'floor: bare tRPC and Kysely',
          url: floor.origin + submitPath,
          connections: 16,
          next: submits(version),
          pid: () => floor.pid,
        },
        {
          name: 'a response of 25 answers',
          url: server.origin + submitPath,
          connections: 16,
          next: submits(version),
          pid: () => server.pid,
        },
      ],
      rounds,
    )
    return show('Receiving responses: PostgreSQL from npm, fsync on, 16 connections', found)
  } finally {
    floor.stop()
    await server.dispose()
  }
}

/** Pages: ready-made, and rendered afresh, beside HTML from one query. */
export const readFigures = async ({ rounds }) => {
  const server = await startServer()
  const fresh = await startServer({ READY_PAGES: 'off' })
  const path = `/consultations/${openSample}`
  const floor = await startFloor(
    server,
    plainPage(await (await fetch(server.origin + path)).text()),
  )
  const headers = { 'accept-encoding': 'br' }
  try {
    const found = await inTurns(
      [
        {
          name: 'floor: HTML from one query',
          url: `${floor.origin}/afresh`,
          connections: 16,
          pid: () => floor.pid,
        },
        {
          name: 'overview, rendered afresh',
          url: fresh.origin + path,
          connections: 16,
          pid: () => fresh.pid,
        },
        {
          name: 'one file from memory',
          url: `${floor.origin}/`,
          connections: 16,
          headers,
          pid: () => floor.pid,
        },
        {
          name: 'overview, ready-made',
          url: server.origin + path,
          connections: 16,
          headers,
          pid: () => server.pid,
        },
      ],
      rounds,
    )
    return show('Public pages, 16 connections', found)
  } finally {
    floor.stop()
    await Promise.all([server.dispose(), fresh.dispose()])
  }
}
