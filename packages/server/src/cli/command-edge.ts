import type { CommandWorld, ExitCode } from './run-command.ts'
import { ConfigError, configOfThisProcess } from '../config.ts'
import { systemClock, systemRandom } from '../context.ts'
import { openForCommand } from '../db/open-for-command.ts'
import { createLog } from '../log.ts'

const couldNotTry = 2

type Run = (words: readonly string[], world: CommandWorld) => Promise<ExitCode>

async function run(command: Run): Promise<number> {
  // Standard output belongs to what was asked for, which may be an export.
  const log = createLog('error', {
    write: (line) => {
      process.stderr.write(line)
    },
  })
  const open: CommandWorld['open'] = async ({ mayCreate }) =>
    openForCommand({ config: configOfThisProcess(), log, now: systemClock(), mayCreate })
  return command(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    now: systemClock,
    random: systemRandom,
    origin: siteOrigin(),
    open,
  })
}

/** A command that needs no settings works with wrong ones: only opening the database says what is wrong with them. */
function siteOrigin(): string {
  try {
    const { publicOrigin, port } = configOfThisProcess()
    return publicOrigin ?? `http://localhost:${port}`
  } catch (cause) {
    if (cause instanceof ConfigError) return ''
    throw cause
  }
}

/** What a person can do something about is said in words; anything else with where it happened. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const { code } = cause as { code?: unknown }
  if (code === 'EPIPE') return 'Whoever was reading stopped before the end.'
  if (cause.name === 'DatabaseUnavailable' && cause.cause instanceof Error)
    return `${cause.message}: ${cause.cause.message}`
  if (typeof code === 'string' || ['Error', 'ConfigError', 'DataFolderInUse'].includes(cause.name))
    return cause.message || `The database cannot be reached (${String(code)})`
  return cause.stack ?? cause.message
}

/** The edge of a command: the words of the command line in, an exit code out. */
export async function runAtEdge(command: Run): Promise<void> {
  // Without a listener a reader who stops early would end the process without a word.
  process.stdout.on('error', () => undefined)
  try {
    process.exitCode = await run(command)
  } catch (cause) {
    process.stderr.write(`This could not be done.\n${wordsOf(cause)}\n`)
    process.exitCode = couldNotTry
  }
}
