import { canRefuse } from '@takepart/shared/domain/response/call-release'
import { saysGone } from '@takepart/shared/domain/site/page-edition'
import type { Fetch } from './api.ts'
import { Unavailable } from './unavailable.ts'

/** How long the server may take, in milliseconds: a connection through which nothing comes must not keep anybody waiting. */
const patience = 15_000

/** Does `work` within 15 s; throws `Unavailable` otherwise, and for whatever went wrong on the way to the server. */
export async function reaching<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  milliseconds = patience,
): Promise<Value> {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Not only a signal: the script that `work` loads first may itself never arrive, and cannot be called off.
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Unavailable('timeout'))
      stop.abort()
    }, milliseconds)
  })
  try {
    return await Promise.race([work(stop.signal), tooLate])
  } catch (error) {
    throw asUnavailable(error)
  } finally {
    clearTimeout(timer)
  }
}

/** The tRPC client wraps what its `fetch` throws. */
function asUnavailable(error: unknown): Unavailable {
  if (error instanceof Unavailable) return error
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Unavailable ? cause : new Unavailable('network', { cause: error })
}

/**
 * `fetch`, answering only with JSON that the server sent on purpose. What stands in its place, a wireless network's own
 * page above all, is `Unavailable`; a redirect is never followed, because nothing of ours redirects data.
 */
export const strictly =
  (fetch: Fetch): Fetch =>
  async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    const { status } = response
    if (!response.ok)
      throw new Unavailable('status', {
        status,
        retryAfter: retryAfter(response),
        gone: saysGone(response),
        isForGood: isUnreadable(response),
      })
    if (!response.headers.get('content-type')?.includes('json'))
      throw new Unavailable('not-ours', { status })
    return response
  }

const isUnreadable = ({ status, headers }: Response): boolean =>
  [400, 413, 422].includes(status) && canRefuse(headers)

/** RFC 9110 10.2.3: seconds. The other form, a date, needs two clocks to agree, and is taken as no wish at all. */
function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'))
  return seconds > 0 ? Math.min(seconds, 3600) * 1000 : 0
}
