import {
  changeResponseSchema,
  readResponseSchema,
  readResultSchema,
  receiptResultSchema,
  submitResponseSchema,
  withdrawResponseSchema,
} from '@takepart/shared/domain/consultation/consultation-schema'
import { normaliseReference } from '@takepart/shared/domain/core/reference'
import { refuse } from '@takepart/shared/domain/core/result'
import { procedureWith, router, type CodeHolderPolicy, type OpenPolicy } from '../../trpc.ts'
import { changeResponse } from './change-response.ts'
import { readResponse } from './read-response.ts'
import { submitResponse } from './submit-response.ts'
import { withdrawResponse } from './withdraw-response.ts'

/** Which response somebody tries codes on: its id, or its reference in its one spelling. */
function responseTried(input: unknown): string {
  const { responseId, reference } = Object(input) as { responseId?: unknown; reference?: unknown }
  if (typeof responseId === 'string') return responseId.slice(0, 36)
  return typeof reference === 'string'
    ? (normaliseReference(reference) ?? reference.slice(0, 36))
    : ''
}

function wasWrongCode(answer: unknown): boolean {
  const { problems } = Object(answer) as { problems?: readonly { code: string }[] }
  return problems?.some((problem) => problem.code === 'response-not-found') === true
}

const codeTries = ['code-tries-of-network', { limit: 'code-tries', about: responseTried }] as const

export const responsePolicies = {
  /** Sending a response: no account, no proof. */
  send: { who: 'anyone', limits: ['submits'], whenUsedUp: 'retry-later' },
  /** Changing or withdrawing a response with its private code. */
  changeOwn: { who: 'code-holder', limits: codeTries, whenUsedUp: 'retry-later', wasWrongCode },
  /** Reading a response with its reference and private code. */
  readOwn: { who: 'code-holder', limits: codeTries, whenUsedUp: 'say-so', wasWrongCode },
} as const satisfies Record<string, OpenPolicy | CodeHolderPolicy>

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
