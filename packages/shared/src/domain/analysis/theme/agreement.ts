/**
 * How far coders agree beyond what chance alone would give. Both say 1 for full agreement and 0 for what chance gives;
 * both are undefined where there is nothing to compare, or where everybody chose the same for everything, so that
 * chance could not have been otherwise.
 */

/** What one coder said of the units, in order; null where they did not code that unit. */
export type Coded = readonly (string | null)[]

/**
 * Cohen's kappa for two coders over the units that both coded.
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
 */
export function cohensKappa(one: Coded, other: Coded): number | undefined {
  const both = one.flatMap((first, index) => {
    const second = other[index]
    return first === null || second === null || second === undefined
      ? []
      : [[first, second] as const]
  })
  if (both.length === 0) return undefined
  const observed = both.filter(([first, second]) => first === second).length / both.length
  const values = new Set(both.flat())
  const expected = [...values].reduce((sum, value) => {
    const ofOne = both.filter(([first]) => first === value).length
    const ofOther = both.filter(([, second]) => second === value).length
    return sum + (ofOne / both.length) * (ofOther / both.length)
  }, 0)
  return expected === 1 ? undefined : (observed - expected) / (1 - expected)
}

/**
 * Krippendorff's alpha for nominal values, any number of coders, and units that not everybody coded: units coded by fewer
 * than two are left out.
 * Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C.
 */
export function krippendorffsAlpha(coders: readonly Coded[]): number | undefined {
  const units = Math.max(0, ...coders.map((coder) => coder.length))
  const totals = new Map<string, number>()
  let pairable = 0
  let disagreed = 0
  for (let unit = 0; unit < units; unit += 1) {
    const values = coders.flatMap((coder) => coder[unit] ?? [])
    if (values.length < 2) continue
    pairable += values.length
    const counts = countsOf(values)
    for (const [value, count] of counts) {
      totals.set(value, (totals.get(value) ?? 0) + count)
      disagreed += (count * (values.length - count)) / (values.length - 1)
    }
  }
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (pairable - count), 0)
  return expected === 0 ? undefined : 1 - ((pairable - 1) * disagreed) / expected
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
