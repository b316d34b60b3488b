import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionsOf } from '@takepart/shared/domain/consultation/consultation'
import type { Said } from '@takepart/shared/domain/round/contribution'
import type { Round } from '@takepart/shared/domain/round/round'
import { sql } from 'kysely'
import { publishConsultation } from '../features/consultation/publish-consultation.ts'
import { loadSampleRounds } from '../features/round/load-sample-rounds.ts'
import { publishProcess } from '../features/round/publish-round.ts'
import { createTestApp, type TestApp } from '../test-support/page-app.ts'
import { callerFor, testContext, type TestContext } from '../test-support/test-context.ts'
import {
  fillRound,
  letIn,
  privateCode,
  publishRound,
  sentContribution,
  sentEdit,
  whileRoundOpen,
} from '../test-support/sample-round.ts'
import { smallConsultation } from '../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../test-support/test-database.ts'

let database: TestDatabase
let served: TestApp
let app: FastifyInstance
let ctx: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  served = await createTestApp(database)
  app = served.app
  served.setClock(whileRoundOpen)
  ctx = testContext(database)
  ctx.setClock(whileRoundOpen)
})
afterAll(async () => {
  await served.close()
  await database.close()
})

const get = (path: string) => app.inject({ method: 'GET', url: path })
const page = async (path: string) => {
  const { statusCode, body } = await get(path)
  return { status: statusCode, main: body.slice(body.indexOf('<main')) }
}
const say = async (round: Round, said: Partial<Said>, inReplyTo?: number) => {
  const sent = sentContribution(round, said, { inReplyTo })
  await callerFor(ctx).round.contribute(sent)
  return sent.contributionId
}
const open = (changes: Partial<Round> = {}) =>
  publishRound(database, { moderation: 'after', ...changes })

describe('the styles of a page', () => {
  it.each([
    ['/rounds', 2],
    ['/app-shell', 2],
    ['/help', 1],
  ])('%s are each allowed by the security policy', async (path, count) => {
    const { body, headers } = await get(path)
    const styles = [...body.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text)
    expect(styles).toHaveLength(count)
    for (const text of styles)
      expect(headers['content-security-policy']).toContain(
        `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
      )
  })
})

describe('the list of discussions', () => {
  it('shows a discussion that is published after the list was read', async () => {
    expect((await page('/rounds')).main).not.toContain('Newly published')
    await open({ title: 'Newly published' })
    await expect.poll(async () => (await page('/rounds')).main).toContain('Newly published')
  })
})

describe('the page of a round', () => {
  it('holds the starters, what people said, the rules and the way to help', async () => {
    const round = await open()
    await say(round, { text: 'No lift there.', self: 'a neighbour', stance: 'for' })
    await say(round, { text: 'I had not thought of it.', name: 'Amina' }, 1)
    const { status, main } = await page(`/rounds/${round.slug}`)
    expect(status).toBe(200)
    for (const words of [
      'From the waiting room',
      'From the clinic',
      '2 contributions from 1 person',
      'No lift there.',
      '“a neighbour”',
      'For one clinic',
      'I had not thought of it.',
      'Speak for yourself.',
      'href="tel:111"',
    ])
      expect(main).toContain(words)
  })

  it('shows what waits to nobody, and what is let in at once to everybody', async () => {
    const round = await publishRound(database)
    const id = await say(round, { text: 'CANARY-WAITS', name: 'CANARY-NAME' })
    expect((await page(`/rounds/${round.slug}`)).main).not.toContain('CANARY')
    await letIn(ctx, id)
    await expect
      .poll(async () => (await page(`/rounds/${round.slug}`)).main)
      .toContain('CANARY-WAITS')
  })

  it('takes words from every page when their author changes or withdraws them (P10)', async () => {
    const round = await open()
    const id = await say(round, { text: 'CANARY-GONE' })
    await say(round, { text: 'A reply' }, 1)
    const paths = ['', '/order/oldest', '/order/most-replies', '/order/unlike-for', '/said/1']
    const pages = async () =>
      (await Promise.all(paths.map((path) => page(`/rounds/${round.slug}${path}`)))).map(
        ({ main }) => main,
      )
    await expect.poll(async () => (await pages()).every((one) => one.includes('CANARY'))).toBe(true)
    const begun = performance.now()
    await callerFor(ctx).round.edit(sentEdit(id, { text: 'Other words' }))
    await expect.poll(async () => (await pages()).some((one) => one.includes('CANARY'))).toBe(false)
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect((await pages()).every((one) => one.includes('is changing it'))).toBe(true)
    await callerFor(ctx).round.withdraw({ contributionId: id, code: privateCode })
    await expect
      .poll(async () => (await page(`/rounds/${round.slug}`)).main)
      .toContain('took it back')
  })

  it('changes which starter leads from one day to the next, and says so', async () => {
    const round = await open()
    const leads = async (time: string) => {
      served.setClock(new Date(time))
      const { main } = await page(`/rounds/${round.slug}`)
      served.setClock(whileRoundOpen)
      expect(main).toContain('Which one comes first changes every day')
      return main.indexOf('id="starter-clinic"') < main.indexOf('id="starter-waiting-room"')
    }
    expect(await leads('2027-03-10T23:59:59Z')).not.toBe(await leads('2027-03-11T00:00:01Z'))
  })

  it('runs no markup that somebody wrote, in any field (S01)', async () => {
    const round = await open()
    const payloads = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '"><svg onload=alert(1)>',
      '<!--lit-part--><b>',
      '</main></body><iframe src=//x>',
      "javascript:alert('1')",
      '&lt;script&gt;',
      '{{constructor}}${alert(1)}',
    ]
    for (const payload of payloads)
      await say(round, {
        text: `${payload}\n\n${payload}`,
        name: payload.slice(0, 60),
        self: payload,
        stance: 'conditional',
        condition: payload,
        quotations: [
          { of: { kind: 'starter', id: 'clinic' }, exact: payload, prefix: payload, suffix: '' },
        ],
      })
    const { main } = await page(`/rounds/${round.slug}`)
    expect(main).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    for (const sign of [
      '<script>alert',
      '<img src=x',
      '<svg onload',
      '<iframe',
      'href="javascript',
    ])
      expect(main).not.toContain(sign)
    expect(main.match(/<\/main>/g)).toHaveLength(1)
  })
})

describe('other pages of a round', () => {
  it('turn through every thread in each order by plain links', async () => {
    const round = await open()
    await fillRound(database, round.id, { threads: 45, replies: 10 })
    for (const order of ['newest', 'oldest', 'most-replies', 'unlike-against']) {
      const seen: string[] = []
      let next: string | undefined = `/rounds/${round.slug}/order/${order}`
      while (next) {
        const { main } = await page(next)
        seen.push(
          ...[...main.matchAll(/<h3 id="said-(\d+)-by"/g)].map(([, number]) => number ?? ''),
        )
        next = /<a rel="next" href="([^"]+)"/.exec(main)?.[1]
      }
      expect(seen).toHaveLength(45)
      expect(new Set(seen).size).toBe(45)
    }
  })

  it('ask where one stands before they bring views unlike it, and say the rule', async () => {
    const round = await open()
    await say(round, { text: 'Hello' })
    expect((await page(`/rounds/${round.slug}/unlike`)).main).toContain(
      `/rounds/${round.slug}/order/unlike-conditional`,
    )
    const { main } = await page(`/rounds/${round.slug}/order/unlike-for`)
    expect(main).toContain('You are for one clinic, so people who see it differently come first')
  })

  it('are not there under addresses that nothing leads to', async () => {
    const { position: _position, ...plain } = await open()
    const round = await open()
    await sql`update round set document = ${JSON.stringify({ ...plain, position: undefined })}::jsonb where id = ${plain.id}`.execute(
      database.calls,
    )
    for (const path of [
      '/rounds/nowhere',
      `/rounds/${round.slug}/order/best`,
      `/rounds/${round.slug}/order/newest/after/x`,
      `/rounds/${round.slug}/order/newest/after/1-2`,
      `/rounds/${round.slug}/said/99`,
      `/rounds/${round.slug}/said/01`,
      `/rounds/${plain.slug}/unlike`,
      `/rounds/${plain.slug}/order/unlike-for`,
      '/processes/nowhere',
    ])
      expect([path, (await get(path)).statusCode]).toEqual([path, 404])
  })

  it('say when and why a round was taken down, and nothing of what was in it', async () => {
    const round = await open()
    await say(round, { text: 'CANARY' })
    await sql`update round set retracted_at = ${whileRoundOpen}, retracted_reason = 'It was opened too early.' where id = ${round.id}`.execute(
      database.calls,
    )
    const { status, main } = await page(`/rounds/${round.slug}`)
    expect(status).toBe(410)
    expect(main).toContain('It was opened too early.')
    expect(main).not.toContain('CANARY')
  })

  it('are for search engines only where staff say so, and only the round itself', async () => {
    const hidden = await open({ indexed: false })
    const found = await open()
    await say(found, { text: 'Hello' })
    const robots = async (path: string) =>
      (await get(path)).body.includes('<meta name="robots" content="noindex">')
    expect(await robots(`/rounds/${hidden.slug}`)).toBe(true)
    expect(await robots(`/rounds/${found.slug}`)).toBe(false)
    expect(await robots(`/rounds/${found.slug}/order/oldest`)).toBe(true)
    expect(await robots(`/rounds/${found.slug}/said/1`)).toBe(true)
  })
})

describe('the overview of a consultation', () => {
  it('leads to the discussions beside it, from the moment each is published', async () => {
    const consultation = smallConsultation({ slug: 'beside-a-round', title: 'Beside a round' })
    expect(await publishConsultation(database.calls, consultation)).toMatchObject({
      outcome: 'published',
    })
    const { slug, title } = consultation
    const overview = async () => (await page(`/consultations/${slug}`)).main
    expect(await overview()).not.toContain('Talk about it with others')
    const round = await open({ consultation: { slug, title }, title: 'Rooms or a bus?' })
    await expect.poll(overview).toContain(`href="/rounds/${round.slug}"`)
    expect(await overview()).toContain('Rooms or a bus?')
  })

  it('has a question that leads to a discussion, which leads back to the question', async () => {
    const consultation = smallConsultation({
      slug: 'asks-and-talks',
      title: 'Asks and talks',
      closesAt: '2027-04-01T17:00:00+01:00',
    })
    await publishConsultation(database.calls, consultation)
    const { slug, title } = consultation
    const [question] = questionsOf(consultation)
    const round = await open({ consultation: { slug, title, question: question!.id } })
    const path = `/consultations/${slug}/questions/${question!.id}`
    await expect.poll(async () => (await page(path)).main).toContain(`href="/rounds/${round.slug}"`)
    const written = /data-talk="([^"]*)"/.exec((await page(path)).main)?.[1] ?? ''
    expect(JSON.parse(written.replaceAll('&quot;', '"'))).toEqual([
      { question: question!.id, href: `/rounds/${round.slug}`, title: round.title },
    ])
    const another = questionsOf(consultation)[1]
    const beside = (await page(`/consultations/${slug}/questions/${another!.id}`)).main
    expect(beside.replace(/data-talk="[^"]*"/, '')).not.toContain(`/rounds/${round.slug}`)
    expect((await page(`/rounds/${round.slug}`)).main).toContain(`href="${path}"`)
  })
})

describe('a process', () => {
  it('tells the story so far, with what came of each round', async () => {
    await publishProcess(database.calls, {
      format: 'takepart/process/1',
      id: randomUUID(),
      slug: 'story',
      title: 'The story',
      lede: 'Two rounds.',
      trust: { name: 'Example Vale NHS Trust' },
    })
    const first = await open({
      process: { slug: 'story', number: 1 },
      title: 'The first round',
      opensAt: '2027-01-01T09:00:00+00:00',
      closesAt: '2027-02-01T09:00:00+00:00',
      summary: {
        publishedOn: '2027-02-03',
        said: ['People spoke of lifts.'],
        notSettled: [],
        next: ['We count stairs.'],
      },
    })
    const second = await open({ process: { slug: 'story', number: 2 }, title: 'The second round' })
    const { main } = await page('/processes/story')
    expect(main.indexOf('The first round')).toBeLessThan(main.indexOf('The second round'))
    expect(main).toContain('We count stairs.')
    expect((await page(`/rounds/${second.slug}`)).main).toContain(`/rounds/${first.slug}`)
    const closed = (await page(`/rounds/${first.slug}`)).main
    expect(closed).toContain('People spoke of lifts.')
    expect(closed).not.toContain('/say"')
    const list = (await page('/rounds')).main
    expect(list.indexOf('Open now')).toBeLessThan(list.indexOf('Closed: read what people said'))
  })
})

describe('the sample conversation', () => {
  it('is a closed round, an answered Q&A and an open one of 60, every quotation exact', async () => {
    const fresh = await createTestDatabase()
    const now = new Date('2028-02-29T12:00:00Z')
    await loadSampleRounds(fresh.calls, { folder: 'packages/server/sample', now })
    await loadSampleRounds(fresh.calls, { folder: 'packages/server/sample', now })
    const sample = await createTestApp(fresh)
    sample.setClock(now)
    const body = async (url: string) => (await sample.app.inject({ method: 'GET', url })).body
    const process = await body('/processes/nearer-help')
    expect(process.match(/What happens next/g)).toHaveLength(2)
    expect(process).toContain('60 contributions')
    const round = await body('/rounds/one-clinic-or-rooms-nearer-home')
    expect(round).toContain('60 contributions from')
    expect(round).not.toContain('exact gone')
    await sample.close()
    await fresh.close()
  })
})
