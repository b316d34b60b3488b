/**
 * The database cannot answer now: it is away, stopping, full or too slow. Nothing is wrong with what was asked, so asking again
 * later is right. Whether a write happened is not known; every write can be repeated.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'
  constructor(cause: unknown) {
    super('The database cannot answer now', { cause })
  }
}
