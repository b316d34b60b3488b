/**
 * Who takes part, held against who was expected to: the population that the Trust serves, from a census or a list of
 * patients that staff enter. It says who is missing while there is still time to ask them.
 */
export interface ExpectedGroup {
  /** The option's code in the question it is compared with. */
  readonly code: string
  readonly label: string
  /** People in the population, or a share of it: only their proportion counts. */
  readonly expected: number
}

export interface Representation {
  readonly groups: readonly GroupPresence[]
  /** People who answered the question with one of the groups. */
  readonly answered: number
}

export interface GroupPresence {
  readonly code: string
  readonly label: string
  readonly took: number
  /** How many would have taken part if it had been everybody alike. */
  readonly expected: number
  readonly verdict: 'too-few-to-say' | 'as-expected' | 'fewer' | 'more' | 'nobody'
}

/** With fewer answers in all than this nothing is said about any group. */
export const leastAnswers = 50
/** A group of whom fewer than this were expected is too small to compare. */
export const leastExpected = 8

/**
 * A group is called fewer or more when it differs from what was expected by more than chance easily does: two standard
 * deviations of a binomial count, and at least a fifth of what was expected.
 *
 * Refuses expectations that are negative, or all nothing: there would be no proportion to compare with.
 */
export function representation(
  expected: readonly ExpectedGroup[],
  took: ReadonlyMap<string, number>,
): Representation {
  const whole = expected.reduce((sum, group) => sum + group.expected, 0)
  if (whole <= 0 || expected.some((group) => !(group.expected >= 0)))
    throw new RangeError('An expected population has people in it')
  const answered = expected.reduce((sum, { code }) => sum + (took.get(code) ?? 0), 0)
  return {
    answered,
    groups: expected.map(({ code, label, expected: people }) => {
      const share = people / whole
      const count = took.get(code) ?? 0
      return {
        code,
        label,
        took: count,
        expected: Math.round(share * answered),
        verdict: verdictOn(count, share, answered),
      }
    }),
  }
}

function verdictOn(count: number, share: number, answered: number): GroupPresence['verdict'] {
  const expected = share * answered
  if (answered < leastAnswers || expected < leastExpected) return 'too-few-to-say'
  if (count === 0) return 'nobody'
  const spread = 2 * Math.sqrt(answered * share * (1 - share))
  const difference = count - expected
  if (Math.abs(difference) <= spread || Math.abs(difference) < expected / 5) return 'as-expected'
  return difference < 0 ? 'fewer' : 'more'
}
