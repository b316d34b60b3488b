/** Lets whoever waits for a topic know that something may have happened there. */
export interface Bell {
  /** Begins to listen at once; `rung` resolves at the first ring after that. `stop` must be called in the end. */
  listen(topic: string): { readonly rung: Promise<void>; readonly stop: () => void }
  /** Rings for one topic, or for all. */
  ring(topic?: string): void
}

export function createBell(): Bell {
  const waiting = new Map<string, Set<() => void>>()
  const wake = (topic: string): void => {
    const all = waiting.get(topic)
    waiting.delete(topic)
    all?.forEach((resolve) => resolve())
  }
  return {
    listen: (topic) => {
      const { promise, resolve } = withResolver()
      const all = waiting.get(topic) ?? new Set()
      waiting.set(topic, all.add(resolve))
      const stop = (): void => {
        all.delete(resolve)
        if (all.size === 0 && waiting.get(topic) === all) waiting.delete(topic)
      }
      return { rung: promise, stop }
    },
    ring: (topic) => (topic === undefined ? [...waiting.keys()].forEach(wake) : wake(topic)),
  }
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
