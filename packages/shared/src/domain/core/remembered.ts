const most = 200

/**
 * Works something out once for each key, for what the platform is slow to look up and everybody asks of the same few
 * things. It remembers 200 keys at most, and then begins anew: keys that come once never keep out those that come again.
 */
export function remembered<Value>(workOut: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as Value
    const value = workOut(key)
    if (known.size === most) known.clear()
    known.set(key, value)
    return value
  }
}
