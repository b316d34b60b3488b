/**
 * Why the device did not keep something.
 * `timeout`: the store did not answer in time; a hung store counts as failed. `full`: no room is left.
 * `unavailable`: the store cannot be used, or its data belong to a newer release of this app.
 */
export type StorageReason = 'timeout' | 'full' | 'unavailable'

/** The device's storage did not do what was asked. What was asked may still happen after a `timeout`, and is never relied on. */
export class StorageFailed extends Error {
  readonly reason: StorageReason

  constructor(reason: StorageReason, options?: ErrorOptions) {
    super(`storage ${reason}`, options)
    this.reason = reason
  }
}

/** Says what a failure of the browser's storage means; anything else is a bug and is given back as it came. */
export function asStorageFailed(error: unknown): unknown {
  // In newer browsers the quota error is a class of its own; the name has stayed.
  if (!(error instanceof DOMException)) return error
  return new StorageFailed(error.name === 'QuotaExceededError' ? 'full' : 'unavailable', {
    cause: error,
  })
}

/**
 * The promise's value, if it comes within `milliseconds`; a `StorageFailed` with reason `timeout` otherwise.
 * IndexedDB can hang without an error (over quota, a lost connection, a blocked upgrade), so every call goes through here.
 */
export async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StorageFailed('timeout')), milliseconds)
  })
  try {
    return await Promise.race([promise, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
