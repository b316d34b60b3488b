import { runCommand } from './run-command.ts'
import { configOfThisProcess } from '../config.ts'
import { systemClock, systemRandom } from '../context.ts'
import { openForCommand } from '../db/open-for-command.ts'
import { createLog } from '../log.ts'

/** The edge of `npm run consultation`: the words of the command line in, an exit code out. */
const couldNotTry = 2

async function run(): Promise<number> {
  // Standard output belongs to what was asked for, which may be an export.
  const log = createLog('error', {
    write: (line) => {
      process.stderr.write(line)
    },
  })
  const open = async () =>
    openForCommand({ config: configOfThisProcess(), log, now: systemClock() })
  return runCommand(process.argv.slice(2), {
    out: process.stdout,
    err: process.stderr,
    now: systemClock,
    random: systemRandom,
    open,
  })
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

// Without a listener a reader who stops early would end the process without a word.
process.stdout.on('error', () => undefined)
try {
  process.exitCode = await run()
} catch (cause) {
  process.stderr.write(`This could not be done.\n${wordsOf(cause)}\n`)
  process.exitCode = couldNotTry
}
