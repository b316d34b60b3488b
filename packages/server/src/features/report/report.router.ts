import type { Action } from '@takepart/shared/domain/account/actions'
import type { StaffActor } from '@takepart/shared/domain/account/actor'
import { may } from '@takepart/shared/domain/account/may'
import {
  ofOutcomeSchema,
  reportResultSchema,
  saveOutcomeSchema,
  sayLateSchema,
  sendBackSchema,
} from '@takepart/shared/domain/report/report-schema'
import { readResponseSchema } from '@takepart/shared/domain/consultation/consultation-schema'
import { refuse } from '@takepart/shared/domain/core/result'
import { traceResultSchema } from '@takepart/shared/domain/report/trace-schema'
import { TRPCError } from '@trpc/server'
import { procedureWith, router, staffProcedureWith, type StaffPolicy } from '../../trpc.ts'
import { responsePolicies } from '../response/response.policies.ts'
import { traceResponse } from './trace-response.ts'
import { sayLate } from './say-late.ts'
import {
  askForOutcome,
  concludeConsultation,
  freezeOutcome,
  saveOutcome,
  sendOutcomeBack,
} from './write-outcome.ts'

const staffMay = (action: Action): StaffPolicy => ({
  who: 'staff',
  action,
  limits: [],
  whenUsedUp: 'retry-later',
})

export const reportPolicies = {
  write: staffMay('consultation.write-outcome'),
  conclude: staffMay('consultation.conclude'),
  sayLate: staffMay('consultation.say-late'),
} as const satisfies Record<string, StaffPolicy>

/** What is not theirs looks like what is not there (S04). Who did the first half is asked of the outcome itself. */
function allow(actor: StaffActor, action: Action, consultationId: string): void {
  if (!may(actor, action, { consultationId, firstPeople: ['asked of the outcome'] }))
    throw new TRPCError({ code: 'NOT_FOUND' })
}

/** Writing an outcome, signing it, and saying why it is late. Reading it is for the pages of the desk. */
export const reportRouter = router({
  save: staffProcedureWith(reportPolicies.write)
    .input(saveOutcomeSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'consultation.write-outcome', input.consultationId)
      return saveOutcome(ctx, input)
    }),
  freeze: staffProcedureWith(reportPolicies.write)
    .input(ofOutcomeSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input: { consultationId } }) => {
      allow(ctx.actor, 'consultation.write-outcome', consultationId)
      return freezeOutcome(ctx, consultationId)
    }),
  ask: staffProcedureWith(reportPolicies.write)
    .input(ofOutcomeSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input: { consultationId } }) => {
      allow(ctx.actor, 'consultation.write-outcome', consultationId)
      return askForOutcome(ctx, consultationId)
    }),
  sendBack: staffProcedureWith(reportPolicies.conclude)
    .input(sendBackSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'consultation.conclude', input.consultationId)
      return sendOutcomeBack(ctx, input)
    }),
  conclude: staffProcedureWith(reportPolicies.conclude)
    .input(ofOutcomeSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input: { consultationId } }) => {
      allow(ctx.actor, 'consultation.conclude', consultationId)
      return concludeConsultation(ctx, consultationId)
    }),
  /** For whoever has the private code. A mutation, so that neither code nor reference stands in an address. */
  trace: procedureWith(responsePolicies.readOwn)
    .input(readResponseSchema)
    .output(traceResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.waitMinutes > 0
        ? refuse({ code: 'too-many-tries', minutes: ctx.waitMinutes })
        : traceResponse(ctx, input),
    ),
  sayLate: staffProcedureWith(reportPolicies.sayLate)
    .input(sayLateSchema)
    .output(reportResultSchema)
    .mutation(({ ctx, input }) => {
      allow(ctx.actor, 'consultation.say-late', input.consultationId)
      return sayLate(ctx, input)
    }),
})
