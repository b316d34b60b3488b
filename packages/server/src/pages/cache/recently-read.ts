import { LRUCache } from 'lru-cache'

/** How long what was read is used again, in milliseconds: with the age of a page it stays under a minute (promise P10). */
const useFor = 4000
const mostKept = 200

interface Read {
  readonly value: Promise<unknown>
  readonly at: number
}

/**
 * What was read from the database a moment ago, so that pages made one after the other do not read it again. It is
 * dropped when something is published. Only for what never depends on who asks.
 */
export class RecentlyRead {
  // Its age is compared here and not by the cache, which would take a clock that was set back for a young entry.
  private readonly kept = new LRUCache<string, Read>({ max: mostKept })
  private readonly now: () => Date

  constructor(now: () => Date) {
    this.now = now
  }

  /** What is under a key, or what `read` gives. A failure is passed on and not kept. */
  get<Value>(key: string, read: () => Promise<Value>): Promise<Value> {
    const at = this.now().getTime()
    const entry = this.kept.get(key)
    if (entry !== undefined && at >= entry.at && at - entry.at < useFor)
      return entry.value as Promise<Value>
    const value = read()
    this.kept.set(key, { value, at })
    value.catch(() => {
      if (this.kept.peek(key)?.value === value) this.kept.delete(key)
    })
    return value
  }

  drop(): void {
    this.kept.clear()
  }
}
