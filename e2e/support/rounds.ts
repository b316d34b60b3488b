import { createHash, randomUUID } from 'node:crypto'
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

/** The id of the one contribution that the device of this page has; no address says it. */
export async function contributionOf(page: Page): Promise<string> {
  const ids = await page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('takepart')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const rows = await new Promise<readonly { readonly id: string }[]>((resolve) => {
      const request = open.transaction('record').objectStore('record').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    open.close()
    return rows.map(({ id }) => id)
  })
  expect(ids, 'what was said on this device').toHaveLength(1)
  return ids[0] ?? ''
}

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

/** A round of questions that is open, in which what is asked is shown at once, and two members of staff are named to answer. */
export async function questionsRound(
  server: RunningServer,
): Promise<{ readonly id: string; readonly slug: string; readonly path: string }> {
  const id = randomUUID()
  const slug = `questions-${id.slice(0, 8)}`
  const changes = JSON.stringify({
    id,
    slug,
    kind: 'questions',
    title: 'Ask about the evening clinics',
    lede: 'Two members of staff answer.',
    moderation: 'after',
    starters: [],
    answering: [
      { name: 'Jo Fenn', self: 'nurse at Birch' },
      { name: 'Sunil Dray', self: 'buildings' },
    ],
  })
  await ask(
    server,
    `insert into round (id, slug, kind, opens_at, closes_at, revision, document, last_number)
     select '${id}', '${slug}', 'questions', opens_at, closes_at, 1,
       (document - 'process' - 'position' - 'consultation') || '${changes}'::jsonb, 0
     from round where slug = '${sample}'`,
  )
  return { id, slug, path: `/rounds/${slug}` }
}

/** Somebody asks, past the pages; answers the id of what they asked. */
export async function askQuestion(
  server: RunningServer,
  slug: string,
  text: string,
  name = 'Somebody',
): Promise<string> {
  const contributionId = randomUUID()
  const now = new Date().toISOString()
  const said = { text, name, quotations: [], onBehalf: false, helpNow: false }
  const response = await fetch(`${server.origin}/trpc/round.contribute`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    body: JSON.stringify({
      contributionId,
      slug,
      said,
      codeHash: createHash('sha256').update(contributionId).digest('hex'),
      completedAt: now,
      sentAt: now,
    }),
  })
  expect(await response.json(), 'what the server says to a question').toMatchObject({
    result: { data: { ok: true } },
  })
  return contributionId
}
