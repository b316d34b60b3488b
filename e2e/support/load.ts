import { createHash, randomUUID } from 'node:crypto'
import type { ShownReceipt } from './oracle.ts'
import type { RunningServer } from './server.ts'

/** Many people who send at once, each of them again and again until there is a receipt. */
export interface Load {
  /** Every receipt that anybody was given. */
  readonly receipts: readonly ShownReceipt[]
  /** When each of them came, `performance.now()`. */
  readonly receivedAt: readonly number[]
  /** Everything else that a request was answered with: a status, or 0 for no answer. */
  readonly otherwise: ReadonlySet<number>
  /** Nobody begins another response; resolves when everybody who began has a receipt. */
  stop(): Promise<void>
}

/** A response to the consultation "garden" as a device sends it. */
export const submission = (): string => {
  const now = new Date().toISOString()
  return JSON.stringify({
    responseId: randomUUID(),
    slug: 'garden',
    version: 1,
    edition: 'standard',
    answers: { use: { kind: 'one-of', choice: 'grow' } },
    codeHash: createHash('sha256').update(randomUUID()).digest('hex'),
    completedAt: now,
    sentAt: now,
  })
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends responses to the consultation "garden", `atOnce` at any moment. */
export function startLoad({ origin }: RunningServer, atOnce = 8): Load {
  const receipts: ShownReceipt[] = []
  const receivedAt: number[] = []
  const otherwise = new Set<number>()
  let stopping = false
  /** The reference, or undefined when the same has to be sent again. */
  const send = async (body: string): Promise<string | undefined> => {
    const headers = { 'content-type': 'application/json', 'x-takepart': '1' }
    const answer = await fetch(`${origin}/trpc/response.submit`, {
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined)
    if (answer?.status !== 200) otherwise.add(answer?.status ?? 0)
    if (answer?.status !== 200) return undefined
    const {
      result: { data },
    } = (await answer.json()) as {
      result: { data: { ok: true; value: ShownReceipt } | { ok: false } }
    }
    if (!data.ok) throw new Error(`refused: ${JSON.stringify(data)}`)
    return data.value.reference
  }
  const person = async (): Promise<void> => {
    while (!stopping) {
      const body = submission()
      let reference = await send(body)
      while (reference === undefined) {
        await pause(20)
        reference = await send(body)
      }
      receipts.push({ reference })
      receivedAt.push(performance.now())
    }
  }
  const people = Promise.all(Array.from({ length: atOnce }, person))
  return {
    receipts,
    receivedAt,
    otherwise,
    async stop() {
      stopping = true
      await people
    },
  }
}
