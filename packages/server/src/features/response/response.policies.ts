import { normaliseReference } from '@takepart/shared/domain/core/reference'
import type { CodeHolderPolicy, OpenPolicy } from '../../trpc.ts'

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
