/** Where a contribution comes from. Each is said in words beside the name; a participant's own needs none. */
export const contributionSources = [
  'participant',
  'staff',
  'seed',
  'on-behalf',
  'paper',
  'meeting',
] as const

export type ContributionSource = (typeof contributionSources)[number]

/** What speaks for the Trust: it is counted apart in the balance of a conversation and has a square face. */
export const speaksForTrust = (source: ContributionSource): boolean =>
  source === 'staff' || source === 'seed'
