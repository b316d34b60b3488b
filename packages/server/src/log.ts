import type { FastifyBaseLogger } from 'fastify'
import pino from 'pino'
import pretty from 'pino-pretty'
import type { LogLevel } from './config.ts'

export type Log = FastifyBaseLogger

/**
 * The log: JSON lines that hold what happened and never what somebody wrote, who they are or where they are (S32).
 * An error is written by {@link loggableError}.
 */
export function createLog(
  level: LogLevel,
  destination: pino.DestinationStream = standardOutput(),
): pino.Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: loggableError },
  }
  return pino(options, destination)
}

/**
 * Written without waiting, so that a reader that stands still does not hold up the service; past 8 MiB unread lines are
 * dropped.
 */
const standardOutput = (): pino.DestinationStream =>
  pino.destination({ dest: 1, sync: false, maxLength: 8_388_608 })

/** One readable line an entry, for a person at a terminal. */
export const terminalOutput = (): pino.DestinationStream =>
  pretty({ colorize: true, singleLine: true, translateTime: 'SYS:HH:MM:ss' })

/** Whose messages are written by the language about code, or by us about settings. Others may quote what they choked on. */
const safeToQuote = new Set([
  'TypeError',
  'ReferenceError',
  'RangeError',
  'ConfigError',
  'DataFolderInUse',
  'DatabaseUnavailable',
])

/**
 * What of an error is logged: its name, machine codes and where it was thrown. The message only when it cannot hold
 * anybody's words: PostgreSQL and JSON errors quote the value they refuse.
 */
export function loggableError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    name: error.name,
    ...(safeToQuote.has(error.name) ? { message: error.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: loggableError(error.cause) } : {}),
  }
}
