import type { Role } from './role.ts'

/** What it takes to be allowed something. */
export interface Rule {
  /** One of these roles is enough. `any`: every member of staff. */
  readonly roles: readonly Role[] | 'any'
  /**
   * Whose the thing must be. `team`: of a consultation the person works on; `own`: the person's; `others`: somebody
   * else's; `anything`: it makes no difference.
   */
  readonly of: 'team' | 'own' | 'others' | 'anything'
  /** The states in which it may be done; absent: in all. */
  readonly states?: readonly string[]
  /** It takes two people (S56): whoever did the first half cannot do this one. */
  readonly twoPeople?: true
  /** Jobs that do it too, at a time a person has set. */
  readonly jobs?: readonly string[]
}

/**
 * Everything a member of staff can do, and what it takes. A new noun adds its lines here and asks `may`; the matrix
 * test then wants to know who may.
 */
export const actions = {
  // Consultations
  'consultation.begin': { roles: ['author'], of: 'anything' },
  'consultation.list': { roles: ['author', 'publisher', 'analyst'], of: 'team' },
  'consultation.read-draft': { roles: ['author', 'publisher'], of: 'team' },
  'consultation.write': { roles: ['author'], of: 'team' },
  'consultation.check': { roles: ['author', 'publisher'], of: 'team' },
  'consultation.ask-sign-off': { roles: ['author'], of: 'team' },
  'consultation.sign-off': { roles: ['publisher'], of: 'team', twoPeople: true },
  'consultation.publish': {
    roles: ['publisher'],
    of: 'team',
    twoPeople: true,
    jobs: ['publish-at-time'],
  },
  'consultation.ask-to-extend': { roles: ['author', 'publisher'], of: 'team' },
  'consultation.extend': { roles: ['publisher'], of: 'team', twoPeople: true },
  'consultation.ask-to-retract': { roles: ['author', 'publisher'], of: 'team' },
  'consultation.retract': { roles: ['publisher'], of: 'team', twoPeople: true },
  'consultation.write-outcome': { roles: ['author', 'analyst'], of: 'team' },
  'consultation.read-outcome': { roles: ['author', 'analyst', 'publisher'], of: 'team' },
  'consultation.say-late': { roles: ['author', 'publisher'], of: 'team' },
  'consultation.conclude': { roles: ['publisher'], of: 'team', twoPeople: true },
  // Rounds
  'round.read': { roles: ['author', 'moderator', 'publisher'], of: 'team' },
  'round.write': { roles: ['author'], of: 'team' },
  'round.sign-off': { roles: ['publisher'], of: 'team', twoPeople: true },
  'round.read-balance': { roles: ['author', 'moderator', 'analyst'], of: 'anything' },
  'round.run': { roles: ['author', 'moderator'], of: 'team' },
  'round.join-questions': { roles: ['moderator'], of: 'team' },
  // Moderation. Somebody on duty looks after every discussion: what waits must not wait for a team.
  'moderation.read-queue': { roles: ['moderator'], of: 'anything' },
  'moderation.decide': { roles: ['moderator'], of: 'anything', jobs: ['hold-until-read'] },
  'moderation.read-original': { roles: ['moderator'], of: 'anything' },
  // Urgent concerns
  'concern.see': { roles: ['moderator'], of: 'anything' },
  'concern.take': { roles: ['moderator'], of: 'anything' },
  'concern.close': { roles: ['moderator'], of: 'own' },
  'concern.save-words': { roles: ['moderator'], of: 'anything' },
  'concern.escalate': { roles: ['moderator'], of: 'anything', jobs: ['escalate-concerns'] },
  'concern.open-identity': { roles: ['moderator'], of: 'anything', twoPeople: true },
  // Analysis
  'analysis.read': { roles: ['analyst'], of: 'team' },
  'analysis.reconcile': { roles: ['analyst'], of: 'team' },
  'analysis.enter': { roles: ['analyst', 'author'], of: 'team' },
  'analysis.code': { roles: ['analyst'], of: 'team' },
  'analysis.redact': { roles: ['analyst', 'moderator'], of: 'team' },
  'analysis.ask-to-erase': { roles: ['analyst'], of: 'team' },
  'analysis.erase': { roles: ['analyst'], of: 'team', twoPeople: true },
  'analysis.export': { roles: ['analyst'], of: 'team' },
  'analysis.ask-small-numbers': { roles: ['analyst'], of: 'team' },
  'analysis.export-small-numbers': { roles: ['analyst'], of: 'team', twoPeople: true },
  // Requests for a format or for support
  'support-request.read': { roles: ['author', 'publisher'], of: 'team' },
  'support-request.close': { roles: ['author', 'publisher'], of: 'team', states: ['asked'] },
  // Staff. Nobody changes what they themselves may do.
  'staff.list': { roles: 'any', of: 'anything' },
  'staff.invite': { roles: ['administrator'], of: 'anything' },
  'staff.withdraw-invitation': { roles: ['administrator'], of: 'anything' },
  'staff.replace-passkey': { roles: ['administrator'], of: 'others' },
  'staff.change-roles': { roles: ['administrator'], of: 'others' },
  'staff.suspend': { roles: ['administrator'], of: 'others' },
  'session.list': { roles: 'any', of: 'own' },
  'session.end': { roles: 'any', of: 'own' },
  'audit.read': { roles: ['administrator', 'publisher'], of: 'anything' },
  'site.change': { roles: ['administrator'], of: 'anything' },
  'site.set-up': { roles: ['administrator'], of: 'anything' },
  'site.take-samples-away': { roles: ['administrator'], of: 'anything' },
  'today.read': { roles: 'any', of: 'anything' },
} as const satisfies Readonly<Record<string, Rule>>

export type Action = keyof typeof actions

export const actionNames = Object.keys(actions) as readonly Action[]
