/**
 * Works something out once for each key, and remembers it for up to 200 keys: for what the platform is slow to look up
 * and everybody asks of the same few things.
 */
export function remembered<Value>(workOut: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as Value
    const value = workOut(key)
    if (known.size < 200) known.set(key, value)
    return value
  }
}
