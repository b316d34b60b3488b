import {
  closeRequestSchema,
  requestClosedSchema,
} from '@takepart/shared/domain/support-request/close-request-schema'
import {
  askForSupportSchema,
  requestResultSchema,
} from '@takepart/shared/domain/support-request/support-request-schema'
import {
  procedureWith,
  router,
  staffProcedureWith,
  type OpenPolicy,
  type StaffPolicy,
} from '../../trpc.ts'
import { askForSupport } from './ask-for-support.ts'
import { closeAtDesk } from './close-at-desk.ts'

export const supportRequestPolicies = {
  /** Asking for a format, for support or to talk to somebody: no account, no proof. */
  ask: { who: 'anyone', limits: ['support-requests'], whenUsedUp: 'retry-later' },
  /** Whether it is of a consultation they work on is asked of the request. */
  close: {
    who: 'staff',
    action: 'support-request.close',
    limits: [],
    whenUsedUp: 'retry-later',
  },
} as const satisfies Record<string, OpenPolicy | StaffPolicy>

export const supportRequestRouter = router({
  ask: procedureWith(supportRequestPolicies.ask)
    .input(askForSupportSchema)
    .output(requestResultSchema)
    .mutation(({ ctx, input }) => askForSupport(ctx, input)),
  close: staffProcedureWith(supportRequestPolicies.close)
    .input(closeRequestSchema)
    .output(requestClosedSchema)
    .mutation(({ ctx, input }) =>
      closeAtDesk(ctx.db, { ...input, actor: ctx.actor, at: ctx.now() }),
    ),
})
