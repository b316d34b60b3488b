import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Hearing, OnNotice } from '../hear-notices.ts'
import type { Schema } from '../schema.ts'
import { DatabaseUnavailable } from '../unavailable.ts'
import { createBell } from './bell.ts'
import {
  firstKeptEvent,
  lastEvent,
  liveChannel,
  readEvents,
  type StoredEvent,
} from './live-event.queries.ts'

/**
 * Something that happened; or that events were missed which are kept no longer: whoever follows then asks for everything
 * anew, and goes on after `sequence`.
 */
export type LiveEvent = StoredEvent | { readonly sequence: number; readonly missed: true }

export interface FollowOptions {
  /** The last event that is known. Absent: only what happens from now on. */
  readonly after?: number | undefined
  /** Ends it. */
  readonly signal: AbortSignal
}

/** The events of every topic as they happen, each once and in order, whichever server they were appended on. */
export interface LiveEvents {
  follow(topic: string, options: FollowOptions): AsyncGenerator<LiveEvent, void>
  stop(): Promise<void>
}

export interface LiveEventsParts {
  readonly db: Kysely<Schema>
  readonly hear: (channel: string, onNotice: OnNotice) => Hearing
}

const mostAtOnce = 200
/** Notices only say when to read; a notice that never came is made up for after so long. Deaf, a server asks more often. */
const askEveryMs = { hearing: 30_000, deaf: 2000 }
const retryMs = 1000

/**
 * Notices wake, the table tells: nothing depends on a notice having arrived, so a lost connection, a restart or a deaf
 * server can delay events and never lose or repeat one. It begins to listen when first asked to follow something.
 */
export function createLiveEvents({ db, hear }: LiveEventsParts): LiveEvents {
  const bell = createBell()
  const reading = new Map<string, Promise<readonly StoredEvent[]>>()
  let hearing: Hearing | undefined
  const startHearing = (): Hearing =>
    hear(liveChannel, (topic) => {
      // What is being read now began before this was known, so nobody else may rely on it.
      reading.clear()
      bell.ring(topic)
    })
  const read = (topic: string, after: number): Promise<readonly StoredEvent[]> => {
    const key = `${after} ${topic}`
    const underWay = reading.get(key)
    if (underWay) return underWay
    const work = readEvents(db, { topic, after, most: mostAtOnce }).finally(() => {
      if (reading.get(key) === work) reading.delete(key)
    })
    reading.set(key, work)
    return work
  }
  const next = async (topic: string, after: number, signal: AbortSignal) => {
    while (!signal.aborted) {
      const ears = bell.listen(topic)
      const done = new AbortController()
      try {
        const events = await read(topic, after)
        if (events.length > 0) return events
        const patience = askEveryMs[hearing?.hears() ? 'hearing' : 'deaf']
        const either = AbortSignal.any([signal, done.signal])
        await Promise.race([ears.rung, resting(patience, either)])
      } finally {
        ears.stop()
        done.abort()
      }
    }
    return []
  }
  return {
    follow: async function* (topic, { after, signal }) {
      hearing ??= startHearing()
      const start = await patiently(() => startOf(db, topic, after), signal)
      if (!start) return
      if (start.missed) yield start
      let { sequence } = start
      while (!signal.aborted) {
        const events = await patiently(() => next(topic, sequence, signal), signal)
        for (const event of events ?? []) {
          yield event
          sequence = event.sequence
        }
      }
    },
    stop: async () => hearing?.stop(),
  }
}

/** Where to begin. Events before the first that is kept, or after the last of all (an older backup was restored), cannot be told. */
async function startOf(db: Kysely<Schema>, topic: string, after: number | undefined) {
  const last = await lastEvent(db, topic)
  if (after === undefined || after === last) return { sequence: last, missed: false } as const
  const first = (await firstKeptEvent(db, topic)) ?? last + 1
  return after > last || after < first - 1
    ? ({ sequence: last, missed: true } as const)
    : ({ sequence: after, missed: false } as const)
}

/** Tries until the database answers; undefined once it is to end. */
async function patiently<Value>(
  work: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  while (!signal.aborted) {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof DatabaseUnavailable)) throw cause
      await resting(retryMs, signal)
    }
  }
  return undefined
}

/** Rests so long, or until it is to end. */
const resting = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal, ref: false }).catch(() => undefined)
