import { charactersOver, isBlank, tidyLine } from '../core/text.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import type { AccountProblem } from './account-problem.ts'
import { inOrder, type Role } from './role.ts'

/** How long a link of an invitation can be used, in milliseconds: 72 hours. */
export const invitationLastsMs = 72 * 3_600_000

/** How long a name and an address may be, in characters as people count them. */
export const accountLimits = { name: 100, email: 254 } as const

/** Whom an administrator invites, as it is written on the form. */
export interface WrittenInvitation {
  readonly name: string
  /** Empty: nothing is ever mailed to them. */
  readonly email: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
}

/** An invitation that can be made. */
export interface AcceptedInvitation {
  readonly name: string
  readonly email: string | undefined
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
}

/**
 * Decides on an invitation. Refused: without a name or with one that is too long; with an address that cannot be one;
 * without a role, because somebody without one could do nothing.
 */
export function acceptInvitation(
  written: WrittenInvitation,
): Result<AcceptedInvitation, AccountProblem> {
  const problems = [
    ...nameProblems(written.name),
    ...emailProblems(written.email),
    ...rolesProblems(written.roles),
  ]
  if (problems.length > 0) return refuse(...problems)
  return accept({
    name: tidyLine(written.name),
    email: oneSpelling(written.email) || undefined,
    roles: inOrder(written.roles),
    everyConsultation: written.everyConsultation,
  })
}

export const rolesProblems = (given: readonly Role[]): readonly AccountProblem[] =>
  given.length === 0 ? [{ code: 'roles-missing' }] : []

function nameProblems(name: string): readonly AccountProblem[] {
  if (isBlank(name)) return [{ code: 'name-missing' }]
  const over = charactersOver(name, accountLimits.name)
  return over > 0 ? [{ code: 'name-too-long', most: accountLimits.name, over }] : []
}

/** One ASCII form and nothing else (S25): quoted names, comments and other alphabets have each fooled somebody's rule. */
const emailPattern =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

const oneSpelling = (email: string): string => email.trim().toLowerCase()

function emailProblems(email: string): readonly AccountProblem[] {
  const one = oneSpelling(email)
  if (one === '') return []
  return one.length <= accountLimits.email && emailPattern.test(one)
    ? []
    : [{ code: 'email-unclear' }]
}

/** When something that was made then can be used no more. */
export const invitationEnds = (madeAt: Date): Date => new Date(madeAt.getTime() + invitationLastsMs)

export const isUsable = (
  { endsAt, usedAt }: { readonly endsAt: Date; readonly usedAt: Date | null },
  now: Date,
): boolean => usedAt === null && now < endsAt
