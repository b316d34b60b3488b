/** Addresses of the desk about moderation, urgent concerns and the balance of rounds. */
export const moderationPaths = {
  queue: '/desk/moderation',
  concerns: '/desk/concerns',
  concern: '/desk/concerns/:id',
  words: '/desk/concerns/words',
} as const

export const balancePaths = {
  list: '/desk/balance',
  balance: '/desk/rounds/:id/balance',
} as const

export const pathOfBalance = (id: string): string => balancePaths.balance.replace(':id', id)

/** The queue, with one of those that wait open. */
export const pathInQueue = (contributionId: string): string =>
  `${moderationPaths.queue}?open=${contributionId}`

export const pathOfConcern = (id: string): string => moderationPaths.concern.replace(':id', id)
