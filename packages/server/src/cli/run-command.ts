import type { Writable } from 'node:stream'
import {
  checkConsultation,
  type ConsultationProblem,
} from '@takepart/shared/domain/authoring/check-consultation'
import { statusOf } from '@takepart/shared/domain/consultation/consultation'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import {
  listNewestVersions,
  type PublishedVersion,
} from '../features/consultation/consultation.queries.ts'
import { readMediaFolder } from '../media/media-folder.ts'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { retractConsultation } from '../features/consultation/retract-consultation.ts'
import { checkReport, problemLines } from './check-report.ts'
import { helpText, readCommandLine, UsageError, type Asked } from './command-line.ts'
import { readConsultationFile } from './consultation-file.ts'
import { exportCommand } from './export-command.ts'
import { harmless } from './harmless.ts'
import { closeRequestCommand, requestsCommand } from './requests-command.ts'

/** What a command is run with; it reaches nothing else. */
export interface CommandWorld {
  readonly out: Writable
  readonly err: Writable
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** What people type to reach the site, without a slash at the end. */
  readonly origin: string
  /** Opens the database, for the time of the command. Throws with words on what to do when it cannot. */
  readonly open: (how: {
    readonly mayCreate: boolean
  }) => Promise<{ readonly db: Kysely<Schema>; close(): Promise<void> }>
}

/** 0: done. 1: refused, or problems found. 2: could not be tried. */
export type ExitCode = 0 | 1 | 2

/** Runs one command line and says on `out` and `err` what came of it. */
export async function runCommand(words: readonly string[], world: CommandWorld): Promise<ExitCode> {
  try {
    return await carryOut(readCommandLine(words), world)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    world.err.write(`${error.message}\nnpm run consultation -- help shows all there is.\n`)
    return 2
  }
}

async function carryOut(asked: Asked, world: CommandWorld): Promise<ExitCode> {
  switch (asked.verb) {
    case 'help':
      world.out.write(helpText)
      return 0
    case 'check':
      return check(asked.files, world)
    default:
      return withDatabase(world, asked, (db) => carryOutOn(db, asked, world))
  }
}

function carryOutOn(
  db: Kysely<Schema>,
  asked: Exclude<Asked, { verb: 'help' | 'check' }>,
  world: CommandWorld,
): Promise<ExitCode> {
  switch (asked.verb) {
    case 'publish':
      return publish(db, asked, world)
    case 'retract':
      return retract(db, asked, world)
    case 'list':
      return list(db, world)
    case 'responses':
      return exportCommand(db, asked, world)
    case 'requests':
      return requestsCommand(db, asked, world)
    case 'close-request':
      return closeRequestCommand(db, asked, world)
  }
}

async function withDatabase(
  world: CommandWorld,
  { verb }: Pick<Asked, 'verb'>,
  work: (db: Kysely<Schema>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const database = await world.open({ mayCreate: verb === 'publish' })
  try {
    return await work(database.db)
  } finally {
    await database.close()
  }
}

/** The worst of several results. */
const worst = (codes: readonly ExitCode[]): ExitCode =>
  codes.reduce((one, other) => (other > one ? other : one), 0)

async function check(files: readonly string[], world: CommandWorld): Promise<ExitCode> {
  const codes: ExitCode[] = []
  for (const file of files) codes.push(await checkFile(file, world))
  return worst(codes)
}

async function checkFile(file: string, { out, err }: CommandWorld): Promise<ExitCode> {
  const read = readConsultationFile(file)
  if ('words' in read) return unreadable(file, read.words, err)
  const checked = checkConsultation(read.document, (await readMediaFolder(file)).files)
  out.write(checkReport(file, checked))
  return checked.consultation === undefined ? 1 : 0
}

async function publish(
  db: Kysely<Schema>,
  { files, again }: Extract<Asked, { verb: 'publish' }>,
  world: CommandWorld,
): Promise<ExitCode> {
  const { out, err } = world
  const say = (words: string): void => {
    out.write(`${harmless(words)}\n`)
  }
  const codes: ExitCode[] = []
  for (const file of files) {
    const read = readConsultationFile(file)
    if ('words' in read) codes.push(unreadable(file, read.words, err))
    else
      codes.push(
        saidOf(
          file,
          await publishConsultation(db, read.document, {
            again,
            folder: await readMediaFolder(file),
            say,
          }),
          world,
        ),
      )
  }
  return worst(codes)
}

function saidOf(
  file: string,
  result: Awaited<ReturnType<typeof publishConsultation>>,
  { out, origin }: CommandWorld,
): ExitCode {
  if (result.outcome === 'refused') {
    out.write(`${listed(file, result.problems)}Nothing was published from ${file}.\n`)
    return 1
  }
  if (result.warnings.length > 0) out.write(listed(file, result.warnings))
  const { slug, number } = result
  out.write(
    result.outcome === 'published'
      ? `Published ${slug}, version ${number}, at ${origin}/consultations/${slug}\n`
      : `${slug} is already published: version ${number} says the same\n`,
  )
  return 0
}

function unreadable(file: string, words: string, err: Writable): ExitCode {
  err.write(`${file}: ${words}\n`)
  return 2
}

const listed = (file: string, problems: readonly ConsultationProblem[]): string =>
  `${file}:\n${problemLines(problems)
    .map((line) => `${harmless(line)}\n`)
    .join('')}`

async function retract(
  db: Kysely<Schema>,
  { slug, reason }: Extract<Asked, { verb: 'retract' }>,
  { out, now }: CommandWorld,
): Promise<ExitCode> {
  const result = await retractConsultation(db, slug, { at: now(), reason })
  switch (result.outcome) {
    case 'unknown':
      out.write(
        `There is no consultation at “${slug}”. npm run consultation -- list shows all there are.\n`,
      )
      return 1
    case 'refused':
      out.write(`${result.words}\n`)
      return 1
    case 'already-retracted':
      out.write(
        `“${result.title}” was retracted already, on ${result.retraction.at.toISOString().slice(0, 10)}: ${result.retraction.reason}\n`,
      )
      return 0
    case 'retracted':
      out.write(`Retracted “${result.title}”. Its versions and responses are kept.\n`)
      return 0
  }
}

async function list(db: Kysely<Schema>, { out, now }: CommandWorld): Promise<ExitCode> {
  const published = await listNewestVersions(db)
  if (published.length === 0) out.write('Nothing has been published yet.\n')
  for (const one of published) out.write(`${lineOf(one, now())}\n`)
  return 0
}

function lineOf(
  { slug, retraction, version: { number, consultation } }: PublishedVersion,
  now: Date,
): string {
  const state = retraction ? 'retracted' : statusOf(consultation, now)
  return `${slug}  ${state}  version ${number}  ${consultation.opensAt} to ${consultation.closesAt}  ${consultation.title}`
}
