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
