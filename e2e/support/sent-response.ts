import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Answers } from '../../packages/shared/src/domain/question/answer.ts'
import { makeCode, normaliseCode } from '../../packages/shared/src/domain/response/private-code.ts'
import type { RunningServer } from './server.ts'

/** A response that has been received, as its receipt tells of it. */
export interface SentResponse {
  readonly reference: string
  readonly code: string
}

/** Sends a response as a device does. */
export async function send(
  server: RunningServer,
  slug: string,
  answers: Answers,
): Promise<SentResponse> {
  const code = makeCode(randomBytes)
  const now = new Date().toISOString()
  const reply = await fetch(`${server.origin}/trpc/response.submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    body: JSON.stringify({
      responseId: randomUUID(),
      slug,
      version: 1,
      edition: 'standard',
      answers,
      codeHash: createHash('sha256')
        .update(normaliseCode(code) ?? '')
        .digest('hex'),
      completedAt: now,
      sentAt: now,
    }),
  })
  const said = await reply.json()
  expect(said).toMatchObject({ result: { data: { ok: true } } })
  return { reference: said.result.data.value.reference, code }
}
