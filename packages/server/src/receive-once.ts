import type { Result } from '@takepart/shared/domain/core/result'

/** How something is received that a device sends again until it has an answer. */
export interface Receiving<Found, Accepted, Value, Problem> {
  /** Looks up what was received under its id, and what it is about. */
  readonly find: () => Promise<Found>
  /**
   * The answer where its id is known: the receipt of the first time, or that something else was received. Undefined: it is
   * new. Asked before any rule, so that a repeat is never refused for what has changed since.
   */
  readonly repeat: (found: Found) => MaybeLater<Result<Value, Problem> | undefined>
  /** Asks the rules. */
  readonly decide: (found: Found) => MaybeLater<Result<Accepted, Problem>>
  /** Stores it and gives the receipt. Undefined: something was in the way that was not there when it was looked up. */
  readonly store: (accepted: Accepted) => Promise<Result<Value, Problem> | undefined>
  /** How often it is looked up anew when something was in the way. */
  readonly tries: number
  readonly giveUp: () => Result<Value, Problem>
}

type MaybeLater<Value> = Value | Promise<Value>

/** Receives something once, however often it is sent, and however many copies of it arrive at once. */
export async function receiveOnce<Found, Accepted, Value, Problem>({
  find,
  repeat,
  decide,
  store,
  tries,
  giveUp,
}: Receiving<Found, Accepted, Value, Problem>): Promise<Result<Value, Problem>> {
  for (let tried = 0; tried < tries; tried += 1) {
    const found = await find()
    const before = await repeat(found)
    if (before) return before
    const decided = await decide(found)
    if (!decided.ok) return decided
    const stored = await store(decided.value)
    if (stored) return stored
  }
  return giveUp()
}
