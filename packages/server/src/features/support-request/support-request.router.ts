import {
  askForSupportSchema,
  requestResultSchema,
} from '@takepart/shared/domain/support-request/support-request-schema'
import { procedureWith, router } from '../../trpc.ts'
import { askForSupport } from './ask-for-support.ts'

export const supportRequestRouter = router({
  ask: procedureWith('ask-for-support')
    .input(askForSupportSchema)
    .output(requestResultSchema)
    .mutation(({ ctx, input }) => askForSupport(ctx, input)),
})
