import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import {
  actedOnRoundSchema,
  askRoundSignOffSchema,
  beginRoundSchema,
  begunRoundSchema,
  decideRoundSignOffSchema,
  publishRoundSchema,
  roundOnlySchema,
  savedRoundSchema,
  sentRoundEditSchema,
} from '@takepart/shared/domain/round/desk/round-draft-schema'
import type { CallContext } from '../../../context.ts'
import { router, staffProcedureWith, type StaffPolicy } from '../../../trpc.ts'
import { beginRound } from './begin-round.ts'
import { saveRoundEdit } from './save-round-edit.ts'
import {
  askForRoundSignOff,
  decideAboutRound,
  publishSignedRound,
  stopRoundPublication,
} from './sign-round.ts'

const policy = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: [],
  whenUsedUp: 'retry-later',
})

/** Who may make discussions. Whether one is theirs, and in which state it may be done, is asked of the round at hand. */
export const roundDeskPolicies = {
  write: policy('round.write'),
  signOff: policy('round.sign-off'),
} as const

type StaffContext = Omit<CallContext, 'actor'> & { readonly actor: StaffActor }

const act = (ctx: StaffContext, round: string) => ({ round, actor: ctx.actor, at: ctx.now() })

/** Making discussions at the desk, and publishing them. */
export const roundDeskRouter = router({
  begin: staffProcedureWith(roundDeskPolicies.write)
    .input(beginRoundSchema)
    .output(begunRoundSchema)
    .mutation(async ({ ctx, input }) => ({
      id: (await beginRound(ctx.db, { ...input, actor: ctx.actor, at: ctx.now() })) ?? null,
    })),
  edit: staffProcedureWith(roundDeskPolicies.write)
    .input(sentRoundEditSchema)
    .output(savedRoundSchema)
    .mutation(({ ctx, input: { draft, id, edit } }) =>
      saveRoundEdit(ctx.db, { ...act(ctx, draft), id, edit }),
    ),
  askSignOff: staffProcedureWith(roundDeskPolicies.write)
    .input(askRoundSignOffSchema)
    .output(actedOnRoundSchema)
    .mutation(({ ctx, input: { round, id } }) => askForRoundSignOff(ctx.db, act(ctx, round), id)),
  decideSignOff: staffProcedureWith(roundDeskPolicies.signOff)
    .input(decideRoundSignOffSchema)
    .output(actedOnRoundSchema)
    .mutation(({ ctx, input: { round, ...decided } }) =>
      decideAboutRound(ctx.db, act(ctx, round), decided),
    ),
  publish: staffProcedureWith(roundDeskPolicies.signOff)
    .input(publishRoundSchema)
    .output(actedOnRoundSchema)
    .mutation(({ ctx, input: { round, when } }) =>
      publishSignedRound(ctx.db, act(ctx, round), when),
    ),
  stop: staffProcedureWith(roundDeskPolicies.signOff)
    .input(roundOnlySchema)
    .output(actedOnRoundSchema)
    .mutation(({ ctx, input: { round } }) => stopRoundPublication(ctx.db, act(ctx, round))),
})
