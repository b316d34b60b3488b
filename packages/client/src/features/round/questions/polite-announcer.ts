/** Nobody is spoken to more often than this, in milliseconds. */
export const leastApart = 20_000

interface PoliteParts {
  readonly say: (words: string) => void
  readonly now: () => number
  /** As `setTimeout`. */
  readonly after: (ms: number, then: () => void) => unknown
}

export interface PoliteAnnouncer {
  /** Says what `words` gives when its turn comes: at once, or when the last announcement is long enough ago. An empty text is not said. */
  announce(words: () => string): void
  /** What waits is not said any more. */
  cancel(): void
}

/** At most one announcement in 20 seconds. Of several that wait the last one counts: it tells of all of them. */
export function politeAnnouncer({ say, now, after }: PoliteParts): PoliteAnnouncer {
  let last = -Infinity
  let waiting: (() => string) | undefined
  let isTimed = false
  const speak = (): void => {
    isTimed = false
    const words = waiting?.() ?? ''
    waiting = undefined
    if (words === '') return
    last = now()
    say(words)
  }
  return {
    announce: (words) => {
      waiting = words
      if (isTimed) return
      const rest = last + leastApart - now()
      if (rest <= 0) return speak()
      isTimed = true
      after(rest, speak)
    },
    cancel: () => {
      waiting = undefined
    },
  }
}
