import {
  closeSync,
  createWriteStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { Schema } from '../db/schema.ts'
import {
  allVersions,
  findNewestVersion,
  type PublishedVersion,
} from '../features/consultation/consultation.queries.ts'
import { exportWorkbook, type WorkbookCount } from '../features/analysis/export/export-workbook.ts'
import { exportResponses, type ExportCount } from '../features/response/export-responses.ts'
import { UsageError, type Asked } from './command-line.ts'
import { readConsultationFile } from './consultation-file.ts'
import type { CommandWorld, ExitCode } from './run-command.ts'

type AskedExport = Extract<Asked, { verb: 'responses' }>

/**
 * Writes responses to a file or to `out`, and the count of rows beside the count of stored responses to `err`. Ends
 * with 1 when they differ. A file appears whole or not at all.
 */
export async function exportCommand(
  db: Kysely<Schema>,
  asked: AskedExport,
  world: CommandWorld,
): Promise<ExitCode> {
  const slug = slugOf(asked.of)
  const published = await findNewestVersion(db, slug)
  if (published === undefined) {
    world.err.write(
      `There is no consultation at “${slug}”. npm run consultation -- list shows all there are.\n`,
    )
    return 1
  }
  if (asked.out === undefined)
    return reported(await exportTo(leftOpen(world.out), { db, asked, published, world }), world)
  const whole = wholeFile(asked.out)
  try {
    const written = await exportTo(whole.stream, { db, asked, published, world })
    whole.keep()
    return reported(written, world)
  } catch (error) {
    whole.discard()
    throw error
  }
}

/** A path, or a name that is a file here, is read for its slug; anything else is a slug, though a folder has that name. */
function slugOf(of: string): string {
  const isPath = of.endsWith('.json') || of.includes('/')
  if (!isPath && !statSync(of, { throwIfNoEntry: false })?.isFile()) return of
  const read = readConsultationFile(of)
  if ('words' in read) throw new UsageError(`${of}: ${read.words}`)
  const slug = (read.document as { slug?: unknown } | null)?.slug
  if (typeof slug !== 'string')
    throw new UsageError(`${of}: This file has no slug, so it is not a consultation`)
  return slug
}

interface Export {
  db: Kysely<Schema>
  asked: AskedExport
  published: PublishedVersion
  world: CommandWorld
}

/** What was written, beside what should have been, in words. */
interface Written {
  readonly words: string
  readonly complete: boolean
}

async function exportTo(
  output: Writable,
  { db, asked: { part, format }, published, world }: Export,
): Promise<Written> {
  const versions = await allVersions(db, published.id)
  const about = { consultationId: published.id, versions }
  if (format === 'xlsx') return ofWorkbook(await exportWorkbook(db, about, output))
  const { random } = world
  return ofResponses(await exportResponses(db, { ...about, part, format, random }, output), part)
}

const ofWorkbook = ({ written, expected, leftOut }: WorkbookCount): Written => ({
  complete: written === expected,
  words: `${written} rows written, ${expected} responses count\n${leftOut} more came in and do not count: the sheet “left out” says why. Answers about equality are left out: --format csv --part equality exports them apart.\n`,
})

function ofResponses(
  { written, expected, received, withdrawn, erased }: ExportCount,
  part: AskedExport['part'],
): Written {
  const gone = erased === 0 ? `${withdrawn} withdrawn` : `${withdrawn} withdrawn, ${erased} erased`
  const apart =
    part === 'equality'
      ? `These are the answers about equality alone, in an order of their own. The ${gone} have no answers and no row.`
      : `Of these ${received} received, ${gone}. Answers about equality are left out: --part equality exports them apart.`
  return {
    complete: written === expected,
    words: `${written} rows written, ${expected} responses stored\n${apart}\n`,
  }
}

function reported({ words, complete }: Written, { err }: CommandWorld): ExitCode {
  err.write(words)
  if (complete) return 0
  err.write('The two numbers differ: this export is not complete.\n')
  return 1
}

/** Writes to a stream that others go on using: the end of the export is not its end. */
const leftOpen = (out: Writable): Writable =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      out.write(chunk, done)
    },
  })

/** A file that is written beside its place and moved there when it is on the disk. Only its owner may read it. */
function wholeFile(path: string) {
  const beside = `${path}.part`
  const file = openSync(beside, 'w', 0o600)
  const stream = createWriteStream(beside, { fd: file, autoClose: false })
  return {
    stream,
    keep: () => {
      fsyncSync(file)
      closeSync(file)
      renameSync(beside, path)
      const folder = openSync(dirname(path), 'r')
      fsyncSync(folder)
      closeSync(folder)
    },
    discard: () => {
      closeSync(file)
      rmSync(beside, { force: true })
    },
  }
}
