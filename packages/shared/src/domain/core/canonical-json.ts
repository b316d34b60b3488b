/**
 * The same value always written as the same text: JSON with the fields of every object in order of their names, and
 * fields that are undefined left out. Made for comparing and for hashing, not for reading.
 *
 * Only for values that JSON can hold. A value nested more than a few thousand deep throws, as JSON.stringify does.
 */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => inOrder(part))

/** True when two values say the same, whatever the order of their fields. */
export const sameContent = (one: unknown, other: unknown): boolean =>
  one === other || canonicalJson(one) === canonicalJson(other)

function inOrder(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
}
