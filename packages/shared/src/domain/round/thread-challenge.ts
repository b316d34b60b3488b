import type { ShownContribution } from './shown-contribution.ts'

/**
 * True of a point that somebody makes and that is answered by people of the same mind only, as far as everybody can read:
 * the definition of `unchallenged` (balance.ts), for a reader. Not said of what nobody has answered at all, of what the Trust
 * says, of somebody undecided, and where some of the replies are on another page.
 */
export function isUnchallenged(
  { source, words, replies: all }: ShownContribution,
  replies: readonly ShownContribution[],
): boolean {
  if (words.kind !== 'said' || words.stance === undefined || words.stance === 'undecided')
    return false
  if (source === 'staff' || source === 'seed' || all === 0 || replies.length < all) return false
  const { stance } = words
  return replies.every((reply) => reply.words.kind === 'said' && reply.words.stance === stance)
}
