const longestCompared = 40

/**
 * The known name that a wrong one was most likely meant to be, or undefined when none is near: at most a third of its
 * letters, rounded up, are different. Upper and lower case do not matter.
 */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  if (wrong.length > longestCompared) return undefined
  const typed = wrong.toLowerCase()
  let nearest: string | undefined
  let least = Math.ceil(wrong.length / 3) + 1
  for (const name of known) {
    const changes = changesBetween(typed, name.toLowerCase())
    if (changes < least) [nearest, least] = [name, changes]
  }
  return nearest
}

/** How many letters must be added, left out or replaced to make one word of the other (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1]
    for (let index = 1; index <= other.length; index += 1) {
      const replaced = (row[index - 1] ?? 0) + Number(letter !== other[index - 1])
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
