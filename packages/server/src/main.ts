import { fileURLToPath } from 'node:url'
import { configOfThisProcess, ConfigError } from './config.ts'
import { systemClock, systemRandom } from './context.ts'
import { createLog, terminalOutput } from './log.ts'
import { startServer, type RunningServer } from './start-server.ts'

/** The edge of the process: settings in, server up, signals heard. Nothing else starts anything. */
const exitWhenAsked = 0
const exitWhenBroken = 1
const longestStopMs = 25_000

/** A folder by where it lies from the built program. */
const besideProgram = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

async function run(): Promise<void> {
  const config = configOfThisProcess()
  const log = createLog(config.logLevel, process.stdout.isTTY ? terminalOutput() : undefined)
  const folders = {
    clientFolder: besideProgram('../../client/dist'),
    sampleFolder: besideProgram('../sample'),
  }
  const starting = startServer({ config, log, now: systemClock, random: systemRandom, ...folders })
  stopOnSignals(
    starting,
    () =>
      new Promise((done) => {
        log.flush(() => done())
      }),
  )
  const { address, database, firstLink } = await starting
  process.stdout.write(
    `\nTakepart is running at ${address}\n${config.databaseUrl ? 'Database' : 'Data folder'}: ${database.place}\nOpen the address in a browser. Stop with Ctrl-C.\n`,
  )
  if (firstLink !== undefined)
    process.stdout.write(firstLinkWords(config.publicOrigin ?? address, firstLink))
}

/** Said to whoever started the server, on the screen and not into the log: the link lets its reader in. */
const firstLinkWords = (origin: string, path: string): string =>
  `Nobody works at the staff desk yet. The first member of staff joins at this link, once, within 72 hours:\n${origin}${path}\n`

/** The first signal stops in good order, within 25 s; the second one at once. */
function stopOnSignals(starting: Promise<RunningServer>, flush: () => Promise<void>): void {
  let asked = false
  const stop = async (): Promise<void> => {
    if (asked) process.exit(exitWhenBroken)
    asked = true
    setTimeout(() => process.exit(exitWhenBroken), longestStopMs).unref()
    const server = await starting.catch(() => undefined)
    await server?.stop()
    await flush()
    process.exit(exitWhenAsked)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** What a person who starts it can do something about is said in words; anything else with where it happened. */
function sayWhyNot(cause: unknown): void {
  const expected =
    cause instanceof ConfigError ||
    (cause instanceof Error && /^(Error|DataFolderInUse)$/.test(cause.name))
  const code = (cause as { code?: unknown } | undefined)?.code
  const inUse =
    code === 'EADDRINUSE'
      ? 'The port is in use by another program. Set PORT to another number.'
      : undefined
  const words =
    inUse ??
    (expected ? (cause as Error).message : ((cause as Error | undefined)?.stack ?? String(cause)))
  process.stderr.write(`\nTakepart did not start.\n${words}\n`)
  process.exitCode = exitWhenBroken
}

try {
  await run()
} catch (cause) {
  sayWhyNot(cause)
}
