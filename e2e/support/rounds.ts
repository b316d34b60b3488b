import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { RunningServer } from './server.ts'
import { ask } from './stored-responses.ts'

/** The discussion of the sample that is open. */
const sample = 'one-clinic-or-rooms-nearer-home'

/** That discussion at an address of its own, with nothing said in it yet: what is done to it disturbs nobody. */
export async function emptyRound(
  server: RunningServer,
): Promise<{ readonly slug: string; readonly path: string }> {
  const id = randomUUID()
  const slug = `round-${id.slice(0, 8)}`
  await ask(
    server,
    `insert into round (id, slug, kind, opens_at, closes_at, revision, document, last_number)
     select '${id}', '${slug}', kind, opens_at, closes_at, 1,
       (document - 'process') || jsonb_build_object('id', '${id}', 'slug', '${slug}'), 0
     from round where slug = '${sample}'`,
  )
  return { slug, path: `/rounds/${slug}` }
}

/** Its time is over from this moment on. */
export async function closeRound(server: RunningServer, slug: string): Promise<void> {
  await ask(
    server,
    `update round set closes_at = now(),
       document = document || jsonb_build_object('closesAt', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
     where slug = '${slug}'`,
  )
}

/** What is stored of a contribution, past the server. */
export const storedContribution = async (
  server: RunningServer,
  id: string,
): Promise<
  { readonly state: string; readonly late: boolean; readonly revision: number } | undefined
> =>
  (
    await ask<{ state: string; late: boolean; revision: number }>(
      server,
      `select state, late, revision from contribution where id = '${id}'`,
    )
  )[0]

/** The id of the contribution whose page this is. */
export const contributionOf = (page: Page): string =>
  /\/my-responses\/said\/([0-9a-f-]{36})$/.exec(page.url())?.[1] ?? ''

/** A moderator who is signed in on this page decides. It comes into effect half a minute later. */
export async function decide(
  desk: Page,
  {
    contributionId,
    revision = 1,
    ...decision
  }: {
    readonly contributionId: string
    readonly revision?: number
    readonly kind: 'accept' | 'reject'
    readonly reason?: 'sells'
  },
): Promise<void> {
  const input = { decisionId: randomUUID(), contributionId, revision, decision }
  const answer = await desk.evaluate(async (body) => {
    const response = await fetch('/trpc/moderation.decide', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-takepart': '1' },
      body: JSON.stringify(body),
    })
    return response.json()
  }, input)
  expect(answer, 'what the server says to a decision').toMatchObject({
    result: { data: { ok: true } },
  })
}
