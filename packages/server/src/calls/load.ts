import type { ServerResponse } from 'node:http'
import type { Limits } from '../config.ts'
import { RetryLater } from '../retry-later.ts'

/** A call while it is worked on. */
export interface CallAtWork {
  /** It is a stream from now on, which counts apart until its connection closes. Throws when there are too many. */
  streams(response: ServerResponse): void
  end(): void
}

/** How much is under way on this server: calls that are being worked on, and streams that are open. */
export interface Load {
  /** Throws {@link RetryLater} when there are too many calls at once. Counts it otherwise, until it ends. */
  begin(): CallAtWork
  /** Cuts every open stream: a client connects again, to the server that comes next, and goes on where it was. */
  cutStreams(): void
}

const busySeconds = 2

/** Counts calls and streams against their limits. */
export function createLoad(limits: Pick<Limits, 'callsAtOnce' | 'streamsAtOnce'>): Load {
  let calls = 0
  const streams = new Set<ServerResponse>()
  return {
    begin: () => {
      if (calls >= limits.callsAtOnce) throw new RetryLater(busySeconds)
      calls += 1
      let counted = true
      const end = (): void => {
        if (counted) calls -= 1
        counted = false
      }
      return {
        end,
        streams: (response) => {
          if (streams.size >= limits.streamsAtOnce) throw new RetryLater(busySeconds)
          end()
          streams.add(response)
          response.once('close', () => streams.delete(response))
        },
      }
    },
    // Ended in good order, a stream would count as finished, and its client would not come back.
    cutStreams: () => streams.forEach((response) => response.destroy()),
  }
}
