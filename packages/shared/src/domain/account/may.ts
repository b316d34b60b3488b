import { actions, type Action, type Rule } from './actions.ts'
import { isInTeam, type Actor, type StaffActor } from './actor.ts'

/** What is acted upon, as far as it matters to who may. */
export interface Thing {
  /** The consultation it belongs to. */
  readonly consultationId?: string
  /** The member of staff whose it is. */
  readonly ownerId?: string
  readonly state?: string
  /** Who did the first half of what takes two people: wrote it, asked for it. */
  readonly firstPeople?: readonly string[]
}

/**
 * True when the actor may do this to that thing. It fails closed: what a rule asks about and the thing does not say
 * (its consultation, its owner, its state, who did the first half) counts against it.
 */
export function may(actor: Actor, action: Action, thing: Thing = {}): boolean {
  const rule: Rule | undefined = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (rule === undefined) return false
  if (rule.states && !(thing.state !== undefined && rule.states.includes(thing.state))) return false
  if (actor.kind === 'job') return rule.jobs?.includes(actor.name) === true
  return actor.kind === 'staff' && mayStaff(actor, rule, thing)
}

/** True when there is a thing that the actor may do this to: for what a page offers before it knows which. */
export function mayEver(actor: Actor, action: Action): boolean {
  return actor.kind === 'staff' && hasRole(actor, actions[action])
}

const hasRole = (actor: StaffActor, { roles }: Rule): boolean =>
  roles === 'any' || roles.some((role) => actor.roles.includes(role))

function mayStaff(actor: StaffActor, rule: Rule, thing: Thing): boolean {
  if (!hasRole(actor, rule) || !isTheirs(actor, rule.of, thing)) return false
  return (
    rule.twoPeople === undefined ||
    (thing.firstPeople !== undefined &&
      thing.firstPeople.length > 0 &&
      !thing.firstPeople.includes(actor.staffId))
  )
}

function isTheirs(actor: StaffActor, of: Rule['of'], thing: Thing): boolean {
  switch (of) {
    case 'anything':
      return true
    case 'team':
      return thing.consultationId !== undefined && isInTeam(actor, thing.consultationId)
    case 'own':
      return thing.ownerId === actor.staffId
    case 'others':
      return thing.ownerId !== undefined && thing.ownerId !== actor.staffId
  }
}
