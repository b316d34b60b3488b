import {
  askForSupportSchema,
  requestResultSchema,
} from '@takepart/shared/domain/support-request/support-request-schema'
import { procedureWith, router, type OpenPolicy } from '../../trpc.ts'
import { askForSupport } from './ask-for-support.ts'

export const supportRequestPolicies = {
  /** Asking for a format, for support or to talk to somebody: no account, no proof. */
  ask: { who: 'anyone', limits: ['support-requests'], whenUsedUp: 'retry-later' },
} as const satisfies Record<string, OpenPolicy>

export const supportRequestRouter = router({
  ask: procedureWith(supportRequestPolicies.ask)
    .input(askForSupportSchema)
    .output(requestResultSchema)
    .mutation(({ ctx, input }) => askForSupport(ctx, input)),
})
