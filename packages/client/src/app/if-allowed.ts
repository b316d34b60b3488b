/**
 * What the browser gives, or undefined where it has the thing and refuses it: with cookies blocked, in a frame that may
 * not store, in a private window. A refusal is a `DOMException`; anything else is a bug and is thrown on.
 */
export function ifAllowed<Value>(use: () => Value): Value | undefined {
  try {
    return use()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/** The same of what is promised. */
export const onceAllowed = async <Value>(use: () => Promise<Value>): Promise<Value | undefined> =>
  ifAllowed(use)?.catch((error: unknown) => {
    if (error instanceof DOMException) return undefined
    throw error
  })
