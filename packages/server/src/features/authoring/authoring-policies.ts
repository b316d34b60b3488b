import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import { uuidFrom } from '@takepart/shared/domain/core/ids'
import { TRPCError } from '@trpc/server'
import type { CallContext } from '../../context.ts'
import type { StaffPolicy } from '../../trpc.ts'

const policy = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: [],
  whenUsedUp: 'retry-later',
})

/** Who may do what to a consultation that is being written. Whether it is theirs is asked of the consultation at hand. */
export const authoringPolicies = {
  begin: policy('consultation.begin'),
  write: policy('consultation.write'),
  check: policy('consultation.check'),
  askSignOff: policy('consultation.ask-sign-off'),
  signOff: policy('consultation.sign-off'),
  publish: policy('consultation.publish'),
  askChange: policy('consultation.ask-to-extend'),
  /** Who asked may take it back; whether somebody may do it is asked of the request. */
  decideChange: policy('consultation.ask-to-extend'),
} as const

export type StaffContext = Omit<CallContext, 'actor'> & { readonly actor: StaffActor }

/** What is not theirs looks like what is not there (S04). */
export function mustBeTheirs(ctx: StaffContext, action: Action, draft: string): void {
  if (!may(ctx.actor, action, { consultationId: draft })) throw new TRPCError({ code: 'NOT_FOUND' })
}

export const newIdOf = (ctx: StaffContext) => () => uuidFrom(ctx.random(16))
export const mark = (ctx: StaffContext) => ({ by: ctx.actor.staffId, at: ctx.now() })
export const actOf = (ctx: StaffContext, draft: string) => ({
  draft,
  actor: ctx.actor,
  at: ctx.now(),
})
