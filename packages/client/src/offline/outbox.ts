import type { CommandOf, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import { rulesFor } from '@takepart/shared/domain/device/record-rules'
import { Unavailable } from '../api/unavailable.ts'
import type { Connectivity } from './connectivity.ts'
import { stamped } from './record-states.ts'
import type { SendingRecords, Waiting } from './records.ts'
import { StorageFailed } from './storage-failed.ts'

/**
 * What waits to be sent, oldest first, until the server has said yes or no. Nothing is ever deleted here: an answer
 * moves the record to received or refused, and everything else leaves it waiting. Sending twice does no harm (P3), so
 * whenever it is uncertain whether something arrived it is sent again.
 */
export interface Outbox {
  /** Sends what waits. Resolves once everything has been tried that is worth trying now. */
  flush(): Promise<void>
  /** Flushes now and at every chance from now on. The returned function stops that. */
  start(): () => void
}

export interface OutboxParts {
  readonly records: Pick<SendingRecords, 'waiting' | 'begin' | 'settle'>
  /** Throws `Unavailable` within 15 s when there is no answer. */
  readonly send: <K extends SendableKind>(kind: K, command: CommandOf<K>) => Promise<DeliveryOf<K>>
  readonly connectivity: Connectivity
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
  /** Stands in for the browser's timer in tests; `after` returns what stops it. */
  readonly after?: (milliseconds: number, then: () => void) => () => void
}

const lockName = 'takepart-outbox'
/** How long another tab may be sending before this one sends too, in milliseconds. */
const lockPatience = 20_000
/** First pause before trying again, in milliseconds; each one in a row is twice as long, up to the longest. */
const firstPause = 5_000
const longestPause = 300_000

const browserAfter = (milliseconds: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, milliseconds)
  return () => clearTimeout(timer)
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { connectivity, after = browserAfter } = parts
  let failures = 0
  let running: Promise<void> | undefined
  let again = false
  let stopTimer = (): void => undefined

  const tryLater = (atLeast: number): void => {
    const pause = Math.min(firstPause * 2 ** failures, longestPause)
    // Spread by a third, so that the devices of a hospital do not all come back in the same second.
    const spread = ((parts.random(1)[0] ?? 0) / 255) * (pause / 3)
    failures += 1
    stopTimer = after(Math.max(pause + spread, atLeast), () => void flush())
    connectivity.wantNudge()
  }
  const drain = async (): Promise<void> => {
    stopTimer()
    do {
      again = false
      const held = await sendWaiting(parts)
      if (held === undefined) failures = 0
      else if (!again) tryLater(held)
    } while (again)
  }
  /** One flush at a time in this tab; asked for during one, there is another round, since it may have looked already. */
  const flush = (): Promise<void> => {
    again = true
    running ??= inTurn(drain).finally(() => {
      running = undefined
    })
    return running
  }

  return {
    flush,
    start() {
      const stop = connectivity.onChance(() => void flush())
      void flush()
      return () => {
        stop()
        stopTimer()
      }
    },
  }
}

/**
 * Runs `work` while no other tab sends. A tab that was put to sleep while sending must not keep the others from it, and
 * some browsers have no locks: then two may send at once, which is harmless.
 */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  try {
    await navigator.locks.request(lockName, { signal: AbortSignal.timeout?.(lockPatience) }, work)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    await work()
  }
}

/** One round. Undefined when nothing is left waiting; otherwise how long to leave the server alone, at least, in milliseconds. */
async function sendWaiting(parts: OutboxParts): Promise<number | undefined> {
  let held: number | undefined
  try {
    for (const id of await parts.records.waiting()) {
      const waiting = await parts.records.begin(id)
      const failure = waiting && (await sendOne(parts, id, waiting))
      if (!failure) continue
      held = Math.max(held ?? 0, failure.retryAfter)
      const isLimited = failure.status === 429 && rulesFor(waiting.kind).hasOwnLimit
      if (!failure.isForThisAlone && !isLimited) break
    }
  } catch (error) {
    // The device could not say what waits, or could not keep the answer: it is still waiting, and is sent again.
    if (!(error instanceof StorageFailed)) throw error
    held ??= 0
  }
  return held
}

/** Sends one record and keeps the answer; or says why there was none. */
async function sendOne<K extends SendableKind>(
  { records, send, connectivity, now }: OutboxParts,
  id: string,
  { kind, command }: Waiting<K>,
): Promise<Unavailable | undefined> {
  let delivery: DeliveryOf<K>
  try {
    delivery = await send(kind, stamped(command, now().toISOString()))
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    connectivity.report(error.reason === 'status')
    return error
  }
  connectivity.report(true)
  await records.settle(kind, id, { delivery, at: now().toISOString() })
  return undefined
}
