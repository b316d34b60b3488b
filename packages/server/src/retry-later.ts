/** Not now: nothing is wrong with what was asked. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater'
  constructor(readonly seconds: number) {
    super('Asked to come back later')
  }
}
