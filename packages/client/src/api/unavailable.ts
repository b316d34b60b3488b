/**
 * A request that the server did not answer as itself. What it was about is neither accepted nor refused, and is tried
 * again: `network` (nothing arrived), `timeout`, `not-ours` (a wireless network's own page, or anything else in the
 * server's place), `status` (an HTTP status).
 */
export class Unavailable extends Error {
  readonly reason: 'network' | 'timeout' | 'not-ours' | 'status'
  readonly status: number | undefined
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfter: number
  /** The server itself says that what was asked for is not there, or not any more: nobody answered in its place. */
  readonly gone: boolean
  /** The server cannot read this, and will not the next time. */
  readonly isForGood: boolean

  constructor(
    reason: Unavailable['reason'],
    about: {
      status?: number
      retryAfter?: number
      gone?: boolean
      isForGood?: boolean
      cause?: unknown
    } = {},
  ) {
    super(`unavailable: ${reason} ${about.status ?? ''}`, { cause: about.cause })
    this.reason = reason
    this.status = about.status
    this.retryAfter = about.retryAfter ?? 0
    this.gone = about.gone ?? false
    this.isForGood = about.isForGood ?? false
  }

  /** Only this request may be at fault, so others are worth trying: a lasting 500 or 403 for one must not hold up the rest. */
  get isForThisAlone(): boolean {
    return this.reason === 'status' && ![401, 429, 502, 503, 504].includes(this.status ?? 0)
  }
}
