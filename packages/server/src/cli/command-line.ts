import { parseArgs } from 'node:util'
import type { ExportPart } from '../features/response/export-columns.ts'

/** What was asked for on the command line. */
export type Asked =
  | { readonly verb: 'help' }
  | { readonly verb: 'check'; readonly files: readonly string[] }
  | { readonly verb: 'publish'; readonly files: readonly string[]; readonly again: boolean }
  | { readonly verb: 'retract'; readonly slug: string; readonly reason: string }
  | { readonly verb: 'list' }
  | {
      readonly verb: 'responses'
      readonly of: string
      readonly format: 'csv' | 'json' | 'xlsx'
      readonly part: ExportPart
      readonly out: string | undefined
    }
  | {
      readonly verb: 'requests'
      readonly slug: string | undefined
      readonly format: 'text' | 'csv' | 'json'
      readonly open: boolean
    }
  | {
      readonly verb: 'close-request'
      readonly name: string
      readonly state: 'met' | 'not-met'
      readonly note: string | undefined
    }

/** The command line cannot be understood; the message says why, in words. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const helpText = `Consultations and their responses, from the command line.

  npm run consultation -- check FILE…
      Reads consultation files and names every problem by its place: what stops publishing, what people may find hard,
      and how hard the words are to read. Changes nothing and needs no database.

  npm run consultation -- publish FILE… [--again]
      Publishes consultation files. A file that says something else than the newest version makes the next version;
      one that says the same changes nothing. --again publishes a consultation that was retracted.

  npm run consultation -- retract SLUG --reason "…"
      Takes a consultation back. Everyone who opens it reads the reason. Versions and responses are kept.

  npm run consultation -- list
      Every consultation, with its state and version.

  npm run consultation -- responses FILE-or-SLUG [--format csv|json|xlsx] [--part equality] [--out FILE]
      Every response, one row each, to the screen or to a file. Answers about equality are not among them: they are
      exported by --part equality, without reference or time and in an order of their own. xlsx is a workbook for
      analysis: the responses that count, the codebook, and what was left out and why.

  npm run consultation -- requests [SLUG] [--format csv|json] [--open]
      What people have asked for so that they can take part: formats, support, somebody to talk to. What is due first
      stands first. --open leaves out what has been closed. It holds personal details: keep it private.

  npm run consultation -- requests --met ID [--note "…"]
  npm run consultation -- requests --not-met ID --note "…"
      Closes one, by its id or its reference. Who asked, and how to reach them, is erased 6 months later.

The database is that of DATABASE_URL, or the one in the data folder (TAKEPART_DATA), whether Takepart is running or not.
It ends with 0 when all is done, 1 when something was refused or has problems, 2 when it could not be tried.
`

/** Reads the words after the command's name. Throws {@link UsageError}. */
export function readCommandLine(words: readonly string[]): Asked {
  const [verb, ...rest] = words
  if (verb === undefined || ['help', '--help', '-h'].includes(verb) || rest.includes('--help'))
    return { verb: 'help' }
  switch (verb) {
    case 'check':
      return { verb, files: filesIn(verb, optionsOf(rest, []).positionals) }
    case 'publish':
      return publishFrom(rest)
    case 'retract':
      return retractFrom(rest)
    case 'list':
      return listFrom(rest)
    case 'responses':
      return responsesFrom(rest)
    case 'requests':
      return requestsFrom(rest)
    default:
      throw new UsageError(
        `There is no “${verb}”. It can be check, publish, retract, list, responses or requests.`,
      )
  }
}

/** Every option by name, and whether it has a value. */
const valued = {
  reason: 'string',
  format: 'string',
  part: 'string',
  out: 'string',
  again: 'boolean',
  open: 'boolean',
  met: 'string',
  'not-met': 'string',
  note: 'string',
} as const
type OptionName = keyof typeof valued

function optionsOf(words: readonly string[], names: readonly OptionName[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: valued[name] }]))
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options,
      allowPositionals: true,
      strict: true,
    })
    return { positionals, values: values as Partial<Record<OptionName, string | boolean>> }
  } catch (error) {
    // Node names the option that it does not know, or that has no value.
    throw new UsageError((error as Error).message.split('. ')[0] ?? 'An option cannot be read', {
      cause: error,
    })
  }
}

const textIn = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined

function filesIn(verb: string, files: readonly string[]): readonly string[] {
  if (files.length === 0)
    throw new UsageError(`Say which file to ${verb}: npm run consultation -- ${verb} FILE`)
  return files
}

function publishFrom(words: readonly string[]): Asked {
  const { positionals, values } = optionsOf(words, ['again'])
  return { verb: 'publish', files: filesIn('publish', positionals), again: values.again === true }
}

function retractFrom(words: readonly string[]): Asked {
  const {
    positionals: [slug, ...more],
    values,
  } = optionsOf(words, ['reason'])
  const reason = textIn(values.reason)
  if (slug === undefined || more.length > 0)
    throw new UsageError('Say which one to retract by its address: retract SLUG --reason "…"')
  if (reason === undefined)
    throw new UsageError('Say why, for everyone who opens it to read: --reason "…"')
  return { verb: 'retract', slug, reason }
}

function listFrom(words: readonly string[]): Asked {
  if (optionsOf(words, []).positionals.length > 0)
    throw new UsageError('list shows every consultation and takes no name')
  return { verb: 'list' }
}

function responsesFrom(words: readonly string[]): Asked {
  const {
    positionals: [of, ...more],
    values,
  } = optionsOf(words, ['format', 'part', 'out'])
  const format = values.format ?? 'csv'
  const part = values.part ?? 'answers'
  if (of === undefined || more.length > 0)
    throw new UsageError('Say whose responses: responses FILE-or-SLUG --format csv')
  if (format !== 'csv' && format !== 'json' && format !== 'xlsx')
    throw new UsageError(`--format can be csv, json or xlsx, not “${format}”`)
  if (part !== 'answers' && part !== 'equality')
    throw new UsageError(
      `--part can be equality; without it the other answers are exported. It cannot be “${part}”`,
    )
  if (format === 'xlsx' && part === 'equality')
    throw new UsageError('Answers about equality are exported as csv or json, not as xlsx')
  return { verb: 'responses', of, format, part, out: textIn(values.out) }
}

function requestsFrom(words: readonly string[]): Asked {
  const { positionals, values } = optionsOf(words, ['format', 'open', 'met', 'not-met', 'note'])
  const { format = 'text', open = false, ...closing } = values
  if (closing.met === undefined && closing['not-met'] === undefined) {
    if (positionals.length > 1)
      throw new UsageError('Name one consultation, or none for all: requests SLUG')
    if (closing.note !== undefined) throw new UsageError('A note goes with --met or --not-met')
    if (format !== 'text' && format !== 'csv' && format !== 'json')
      throw new UsageError(`--format can be csv or json, not “${format}”`)
    return { verb: 'requests', slug: positionals[0], format, open: open === true }
  }
  const lists = positionals.length > 0 || values.format !== undefined || open === true
  return closingFrom(closing, lists)
}

function closingFrom(values: Partial<Record<OptionName, string | boolean>>, lists: boolean): Asked {
  const [met, notMet] = [textIn(values.met), textIn(values['not-met'])]
  if (lists || (met !== undefined && notMet !== undefined))
    throw new UsageError(
      'Close one request at a time: requests --met ID, or requests --not-met ID --note "…"',
    )
  return {
    verb: 'close-request',
    name: met ?? notMet ?? '',
    state: met === undefined ? 'not-met' : 'met',
    note: textIn(values.note),
  }
}
