/** The values that each of several things can have, by name. */
export type Choices = Readonly<Record<string, readonly string[]>>
export type Combination = Readonly<Record<string, string>>

type Pair = readonly [name: string, value: string, other: string, otherValue: string]

function allPairs(choices: Choices): Pair[] {
  const names = Object.keys(choices)
  return names.flatMap((name, at) =>
    names
      .slice(at + 1)
      .flatMap((other) =>
        (choices[name] ?? []).flatMap((value) =>
          (choices[other] ?? []).map((otherValue): Pair => [name, value, other, otherValue]),
        ),
      ),
  )
}

const isIn = (row: Combination, [name, value, other, otherValue]: Pair): boolean =>
  row[name] === value && row[other] === otherValue

/**
 * Few combinations in which every value of each thing meets every value of each other thing. Each begins with a pair that
 * has not met yet, and takes for every other thing the value by which most pairs meet that have not.
 */
export function pairwise(choices: Choices): readonly Combination[] {
  let left = allPairs(choices)
  const rows: Combination[] = []
  while (left[0]) {
    const [name, value, other, otherValue] = left[0]
    const row: Record<string, string> = { [name]: value, [other]: otherValue }
    for (const [next, values] of Object.entries(choices)) {
      if (next in row) continue
      const meets = (candidate: string): number =>
        left.filter((pair) => isIn({ ...row, [next]: candidate }, pair)).length
      row[next] = values.reduce((best, candidate) =>
        meets(candidate) > meets(best) ? candidate : best,
      )
    }
    left = left.filter((pair) => !isIn(row, pair))
    rows.push(row)
  }
  return rows
}
