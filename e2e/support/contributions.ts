import { createHash, randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { RunningServer } from './server.ts'

/** The open round of the sample, which is read before it is shown for whoever has nothing accepted yet. */
export const openRound = 'one-clinic-or-rooms-nearer-home'

/** What somebody says, as their device sends it. */
export interface Contributed {
  readonly name: string
  readonly text: string
  readonly slug?: string
  readonly helpNow?: boolean
}

/** Sends a contribution past the screen; answers its id. Each is by another person. */
export async function contribute(
  { origin }: Pick<RunningServer, 'origin'>,
  { name, text, slug = openRound, helpNow = false }: Contributed,
): Promise<string> {
  const contributionId = randomUUID()
  const at = new Date().toISOString()
  const response = await fetch(`${origin}/trpc/round.contribute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-takepart': '1', origin },
    body: JSON.stringify({
      contributionId,
      slug,
      said: { text, name, quotations: [], onBehalf: false, helpNow },
      codeHash: createHash('sha256').update(contributionId).digest('hex'),
      completedAt: at,
      sentAt: at,
    }),
  })
  const answer = (await response.json()) as { readonly result?: { readonly data: { ok: boolean } } }
  expect(answer.result?.data, JSON.stringify(answer)).toMatchObject({ ok: true })
  return contributionId
}
