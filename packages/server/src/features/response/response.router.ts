import {
  changeResponseSchema,
  readResponseSchema,
  readResultSchema,
  receiptResultSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from '@takepart/shared/domain/consultation/consultation-schema'
import { refuse } from '@takepart/shared/domain/core/result'
import { procedureWith, router } from '../../trpc.ts'
import { changeResponse } from './change-response.ts'
import { readResponse } from './read-response.ts'
import { responsePolicies } from './response.policies.ts'
import { submitResponse } from './submit-response.ts'
import { withdrawResponse } from './withdraw-response.ts'

/** Reading is a mutation too: a reference and a private code never stand in an address. */
export const responseRouter = router({
  submit: procedureWith(responsePolicies.send)
    .input(submitResponseSchema)
    .output(receiptResultSchema)
    .mutation(({ ctx, input }) => submitResponse(ctx, input)),
  change: procedureWith(responsePolicies.changeOwn)
    .input(changeResponseSchema)
    .output(receiptResultSchema)
    .mutation(({ ctx, input }) => changeResponse(ctx, input)),
  withdraw: procedureWith(responsePolicies.changeOwn)
    .input(withdrawResponseSchema)
    .output(receiptResultSchema)
    .mutation(({ ctx, input }) => withdrawResponse(ctx, input)),
  read: procedureWith(responsePolicies.readOwn)
    .input(readResponseSchema)
    .output(readResultSchema)
    .mutation(({ ctx, input }) =>
      ctx.waitMinutes > 0
        ? refuse({ code: 'too-many-tries', minutes: ctx.waitMinutes })
        : readResponse(ctx, input),
    ),
})
