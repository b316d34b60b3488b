import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { RunningServer } from './server.ts'

const command = fileURLToPath(
  new URL('../../packages/server/dist/consultation-command.js', import.meta.url),
)
const file = fileURLToPath(new URL('evening-clinics.json', import.meta.url))

/** What journeys need to know of a consultation that they published. */
export interface Published {
  readonly slug: string
  readonly title: string
  /** Its overview. */
  readonly path: string
}

/** The parts of a consultation file that a journey may want otherwise. */
type Change = Readonly<
  Partial<
    Record<'id' | 'slug' | 'title' | 'opensAt' | 'closesAt', string> &
      Record<'documents' | 'media' | 'editions', readonly object[]>
  >
>

const day = 86_400_000
const days = (number: number, from = Date.now()): string =>
  new Date(from + number * day).toISOString().replace(/\.\d+Z$/, '+00:00')

/** Runs `npm run consultation -- …` beside a server, on the server's database; answers what it wrote. Fails when the command does. */
export async function consultation(
  server: Pick<RunningServer, 'dataFolder'>,
  ...words: readonly string[]
): Promise<string> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TAKEPART_DATA: join(server.dataFolder, 'data'),
  }
  const child = spawn(process.execPath, [command, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => {
    written.out += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    written.err += part.toString()
  })
  const code = await new Promise((resolve) => {
    child.once('close', resolve)
  })
  expect(code, `consultation ${words.join(' ')}: ${written.out}${written.err}`).toBe(0)
  return written.out
}

/**
 * Publishes the short consultation with every kind of question, open from last month to next month unless `change` says
 * otherwise; `files` are its media, by name.
 */
export async function publish(
  server: RunningServer,
  change: Change = {},
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Published> {
  const short = JSON.parse(await readFile(file, 'utf8')) as {
    slug: string
    title: string
    promise: object
  }
  const closesAt = change.closesAt ?? days(30)
  const promise = { ...short.promise, by: days(60, Date.parse(closesAt)).slice(0, 10) }
  const document = { ...short, opensAt: days(-30), ...change, closesAt, promise }
  const path = join(server.dataFolder, `${document.slug}.json`)
  const folder = join(server.dataFolder, document.slug)
  await mkdir(folder)
  await Promise.all([
    writeFile(path, JSON.stringify(document)),
    ...Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)),
  ])
  await consultation(server, 'publish', path)
  await Promise.all([rm(path), rm(folder, { recursive: true })])
  return { slug: document.slug, title: document.title, path: `/consultations/${document.slug}` }
}

/** One response as the export has it. */
export interface ExportedResponse {
  readonly reference: string
  readonly state: 'received' | 'withdrawn'
  readonly changed: boolean
  readonly revision: number
  readonly edition: string
  readonly answers: Readonly<Record<string, unknown>>
}

/** The responses with this reference that the database holds for a consultation: one, or something has gone wrong. */
export async function storedUnder(
  reference: string,
  server: RunningServer,
  { slug }: Published,
): Promise<readonly ExportedResponse[]> {
  const all = JSON.parse(
    await consultation(server, 'responses', slug, '--format', 'json'),
  ) as ExportedResponse[]
  return all.filter((response) => response.reference === reference)
}
