/**
 * What a member of staff may do is given by roles. One person may hold several; none includes another, so that nobody
 * gets a right by accident (an administrator decides who works here, and reads nobody's answers).
 */
export const roles = ['author', 'moderator', 'analyst', 'publisher', 'administrator'] as const

export type Role = (typeof roles)[number]

export const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)

/** Roles each once, in their own order, whatever the order they were given in. */
export const inOrder = (given: readonly Role[]): readonly Role[] =>
  roles.filter((role) => given.includes(role))
