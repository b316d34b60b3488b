import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anchorQuotation } from '@takepart/shared/domain/round/quotation'
import type { Said } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { textOfStarter } from '@takepart/shared/domain/round/starter'
import { sql } from 'kysely'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { callerFor, testContext, type TestContext } from '../test-support/test-context.ts'
import {
  fillRound,
  privateCode,
  publishRound,
  sentContribution,
  whileRoundOpen,
} from '../test-support/sample-round.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

const afterClosing = new Date('2027-03-21T12:00:00Z')

let database: TestDatabase
let served: TestApp
let ctx: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  served = await createTestApp(database)
  served.setClock(afterClosing)
  ctx = testContext(database)
  ctx.setClock(whileRoundOpen)
})
afterAll(async () => {
  await served.close()
  await database.close()
})

const file = (round: Round, format: 'json' | 'csv') =>
  served.app.inject({ method: 'GET', url: `/rounds/${round.slug}/contributions.${format}` })
const say = async (round: Round, said: Partial<Said>, inReplyTo?: number) => {
  const sent = sentContribution(round, said, { inReplyTo })
  await callerFor(ctx).round.contribute(sent)
  return sent.contributionId
}
const open = () => publishRound(database, { moderation: 'after' })

describe('the files of a closed discussion', () => {
  it('are linked from its page, and hold all that it shows', async () => {
    const round = await open()
    const [clinic] = round.starters
    const text = textOfStarter(clinic!)
    const start = text.indexOf('keep the doors open')
    const quotation = anchorQuotation({ kind: 'starter', id: 'clinic' }, text, {
      start,
      end: start + 'keep the doors open'.length,
    })!
    await say(round, { text: 'No lift.', stance: 'for', quotations: [quotation] })
    await say(round, { text: 'I had not thought of it.', name: 'Amina' }, 1)
    const page = await served.app.inject({ method: 'GET', url: `/rounds/${round.slug}` })
    for (const format of ['json', 'csv'])
      expect(page.body).toContain(`href="/rounds/${round.slug}/contributions.${format}"`)
    const { body, headers } = await file(round, 'json')
    expect(headers['content-type']).toContain('application/activity+json')
    expect(headers['cache-control']).toBe('no-store')
    const read = JSON.parse(body) as { totalItems: number; orderedItems: { content: string }[] }
    expect(read).toMatchObject({
      type: 'OrderedCollection',
      totalItems: 2,
      orderedItems: [
        {
          content: 'No lift.',
          stance: 'for',
          quotes: [
            {
              target: {
                selector: { exact: 'keep the doors open', prefix: 'In one good building I can ' },
              },
            },
          ],
        },
        { content: 'I had not thought of it.', inReplyTo: expect.stringMatching(/said\/1$/) },
      ],
    })
    const table = (await file(round, 'csv')).body
    expect(table.startsWith('\uFEFF"Number","Address"')).toBe(true)
    expect(table.split('\r\n')).toHaveLength(4)
    expect(table).toContain('"“keep the doors open”"')
  })

  it('hold nothing that waits, was withdrawn, or was sent and not shown (S03, P10)', async () => {
    const round = await open()
    const gone = await say(round, { text: 'CANARY-GONE', name: 'CANARY-NAME', self: 'CANARY-SELF' })
    await say(round, { text: 'An answer' }, 1)
    await say(round, { text: 'CANARY-HELP', helpNow: true })
    await callerFor(ctx).round.withdraw({ contributionId: gone, code: privateCode })
    for (const format of ['json', 'csv'] as const) {
      const { body } = await file(round, format)
      expect(body).not.toContain('CANARY')
      expect(body).not.toContain(privateCode)
      expect(body).toContain('An answer')
    }
    expect((await file(round, 'json')).body).toContain('"type":"Tombstone"')
  })

  it('let no spreadsheet take anybody’s words for a formula (S31)', async () => {
    const round = await open()
    for (const text of ['=1+1', '@SUM(A1)', '-2', '+1', '\t=1', '＝1', '−1'])
      await say(round, { text, name: text.trim(), self: text })
    const { body } = await file(round, 'csv')
    const cells = [...body.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell)
    expect(cells.filter((cell) => /^\s*[=+\-@＝−]/u.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThanOrEqual(14)
  })

  it('are whole however much was said', async () => {
    const round = await open()
    await fillRound(database, round.id, { threads: 350, replies: 101 })
    const read = JSON.parse((await file(round, 'json')).body) as {
      totalItems: number
      orderedItems: { id: string }[]
    }
    expect(read.totalItems).toBe(451)
    expect(new Set(read.orderedItems.map(({ id }) => id)).size).toBe(451)
  })

  it('are not there while it is open, once it is taken down, and of nothing', async () => {
    const round = await publishRound(database, { closesAt: '2027-04-20T17:00:00+00:00' })
    expect((await file(round, 'json')).statusCode).toBe(404)
    const page = await served.app.inject({ method: 'GET', url: `/rounds/${round.slug}` })
    expect(page.body).not.toContain('contributions.json')
    const down = await open()
    await sql`update round set retracted_at = ${whileRoundOpen}, retracted_reason = 'A mistake' where id = ${down.id}`.execute(
      database.calls,
    )
    expect((await file(down, 'csv')).statusCode).toBe(404)
    for (const slug of ['nowhere', 'No-Where', '..%2f..'])
      expect((await file({ slug } as Round, 'json')).statusCode).toBe(404)
  })
})
