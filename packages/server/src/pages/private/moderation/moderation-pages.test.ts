import { randomUUID } from 'node:crypto'
import type { Round } from '@takepart/shared/domain/round/round'
import type { ModerationModel } from '@takepart/shared/views/moderation/moderation-model'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moderationWaiting } from '../../../features/moderation/moderation-waiting.ts'
import { readQueue } from './read-queue.ts'
import { callApp } from '../../../test-support/call-app.ts'
import {
  anotherCode,
  publishRound,
  sentContribution,
  whileRoundOpen,
} from '../../../test-support/sample-round.ts'
import { signInStaff, type SignedIn } from '../../../test-support/staff.ts'
import { callerFor, testContext, type TestContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { withoutClient } from '../../client-assets.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const letter =
  'I have been told that all appointments at the clinics in our district would move to the one large building, and I am against it.'

let database: TestDatabase
let app: FastifyInstance
let kit: SignedIn
let ros: SignedIn
let round: Round
let ctx: TestContext
const actors = new Map<string, SignedIn['actor']>()

beforeAll(async () => {
  database = await createTestDatabase()
  kit = await signInStaff(database, { name: 'Kit Osei', roles: ['moderator'] })
  ros = await signInStaff(database, { name: 'Ros Amery', roles: ['moderator'] })
  const author = await signInStaff(database, { roles: ['author', 'analyst', 'publisher'] })
  actors.set('kit', kit.actor).set('ros', ros.actor).set('author', author.actor)
  app = await callApp({
    database,
    resolveActor: async (cookies) => actors.get(cookies ?? '') ?? { kind: 'nobody' },
    addPages: async (instance, deps) =>
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        privatePages,
      ),
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  await database.asOwner(
    'truncate contribution_report, moderation_answer, moderation_decision, moderation_claim, contribution_unread, contribution_shown, contribution_words, contribution cascade',
  )
  ctx = testContext(database)
  ctx.setClock(whileRoundOpen)
  round = await publishRound(database, { moderation: 'before' })
})

const say = async (said: Parameters<typeof sentContribution>[1], code = anotherCode) => {
  const sent = sentContribution(round, said, { code })
  await callerFor(ctx).round.contribute(sent)
  return sent.contributionId
}
const later = (minutes: number) => new Date(whileRoundOpen.getTime() + minutes * 60_000)
const read = (changes: Partial<Parameters<typeof readQueue>[0]> = {}) =>
  readQueue({ db: database.calls, now: later(160), me: kit.actor.staffId, open: null, ...changes })

async function open(url: string, cookie = 'kit') {
  const { statusCode, body } = await app.inject({ url, headers: { cookie } })
  return { statusCode, body: body.replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, '') }
}

const modelIn = (body: string): ModerationModel =>
  JSON.parse(/id="page-model">([^<]*)</.exec(body)?.[1] ?? '') as ModerationModel

describe('the queue page', () => {
  it('says how long the first has waited, what was found in it, and what each key does', async () => {
    await say({ text: 'Mrs Hallam never came again. Ring me on 01632 960 001.', name: 'Dee' })
    const { statusCode, body } = await open('/desk/moderation')
    expect(statusCode).toBe(200)
    for (const words of [
      '<title>Moderation: 1 wait – Takepart</title>',
      '1 of 1, the most urgent first',
      'Nobody sees it until you decide.',
      'First contribution by this person.',
      '<mark class="flag">Mrs Hallam</mark>',
      'A telephone number: <strong dir="auto">01632 960 001</strong>',
      'Publish as it is <kbd>A</kbd>',
      'Do not publish <kbd>R</kbd>',
      'Urgent concern <kbd>U</kbd>',
    ])
      expect(body).toContain(words)
  })

  it('is only for moderators, and looks like no page to others', async () => {
    await say({ text: 'ZQXcanary' })
    const author = await open('/desk/moderation', 'author')
    expect(author.statusCode).toBe(404)
    expect(author.body).not.toContain('ZQXcanary')
    expect((await app.inject({ url: '/desk/moderation' })).statusCode).toBe(303)
    expect((await open('/desk', 'author')).body).not.toContain('waits to be read')
    expect((await open('/desk')).body).toContain('A contribution waits to be read')
  })

  it('puts what people wrote into the page as text and into the model as data', async () => {
    await say({ text: '</script><img src=x onerror=alert(1)>', name: '<b>Dee</b>' })
    const { body } = await open('/desk/moderation')
    expect(body).not.toContain('<img')
    expect(body).not.toContain('<b>Dee')
    expect(modelIn(body).items[0]?.said.text).toBe('</script><img src=x onerror=alert(1)>')
  })

  it('says who has one, and opens the next for everybody else', async () => {
    const first = await say({ text: 'One' })
    ctx.setClock(later(1))
    const second = await say({ text: 'Two' })
    const theirs = testContext(database, { actor: ros.actor, now: () => later(159) })
    await callerFor(theirs).moderation.claim({ contributionId: first })
    expect(await read()).toMatchObject({
      open: second,
      people: { [ros.actor.staffId]: 'Ros Amery' },
    })
    expect(await read({ me: ros.actor.staffId })).toMatchObject({ open: first })
    expect(await read({ open: first })).toMatchObject({ open: first })
    expect(await read({ open: randomUUID() })).toMatchObject({ open: second })
  })

  it('groups what is nearly the same, with what each person added', async () => {
    const one = await say({ text: `${letter} Please think again.`, name: 'One' })
    const two = await say({ text: `${letter} My mother cannot travel so far.`, name: 'Two' })
    await say({ text: 'The car park is dark.', name: 'Three' })
    const { items } = await read()
    expect(items.find(({ id }) => id === one)?.like).toEqual([
      { id: two, name: 'Two', own: ['My mother cannot travel so far.'] },
    ])
    expect(items.find(({ said }) => said.name === 'Three')?.like).toEqual([])
  })

  it('is good news when nothing waits', async () => {
    const { body } = await open('/desk/moderation')
    expect(body).toContain('Nothing waits.')
    expect(modelIn(body)).toMatchObject({ items: [], waiting: 0, oldest: null, open: null })
    expect((await open('/desk')).body).not.toContain('waits to be read')
  })
})

describe('what the first page of the desk says of the queue', () => {
  it('is due when people are told that it is read', async () => {
    await say({ text: 'One' })
    const things = await moderationWaiting({
      db: database.calls,
      now: () => later(60),
      actor: kit.actor,
    })
    expect(things).toMatchObject([
      {
        when: later(240).toISOString(),
        href: '/desk/moderation',
        words: 'A contribution waits to be read',
      },
    ])
  })
})
