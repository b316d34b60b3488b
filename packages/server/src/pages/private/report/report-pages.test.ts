import type { Actor } from '@takepart/shared/domain/account/actor'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { emptyPoint } from '@takepart/shared/domain/report/outcome-draft'
import type { FastifyInstance } from 'fastify'
import { html } from 'lit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  analyst,
  consultationIn,
  howAnswer,
  storeResponse,
} from '../../../features/analysis/test-support/analysed.ts'
import { callApp } from '../../../test-support/call-app.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { withoutClient } from '../../client-assets.ts'
import { openDeskPage } from '../private-page.ts'
import { registerPrivatePages } from '../register-private-pages.ts'
import { reportPages } from './report-pages.ts'

const signIn = openDeskPage({
  path: '/desk/sign-in',
  load: async () => ({}),
  render: () => ({ title: 'Sign in', main: html`<h1>Sign in</h1>` }),
})
const now = new Date('2027-03-10T10:00:00Z')
const ros = analyst()
const kit = analyst({
  staffId: '22222222-2222-4222-8222-222222222222',
  name: 'Kit Osei',
  roles: ['publisher'],
})

let database: TestDatabase
let app: FastifyInstance
let consultation: Consultation
let actor: Actor = ros

const as = (who: Actor) => callerFor(testContext(database, { actor: who, now: () => now })).report

beforeAll(async () => {
  database = await createTestDatabase()
  app = await callApp({
    database,
    resolveActor: async () => actor,
    addPages: async (instance, deps) => {
      registerPrivatePages(
        instance,
        { deps: { ...deps, now: () => now }, shell: { assets: withoutClient, origin: undefined } },
        [signIn, ...reportPages],
      )
    },
  })
  consultation = await consultationIn(database)
  for (let index = 0; index < 20; index += 1)
    await storeResponse(database, consultation, {
      ...howAnswer('bus'),
      ...(index < 4 ? { words: { kind: 'long-text' as const, text: 'Later, please' } } : {}),
    })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const get = async (part: string, who: Actor) => {
  actor = who
  const reply = await app.inject({
    url: `/desk/consultations/${consultation.id}/${part}`,
    headers: { accept: 'text/html' },
  })
  const text = reply.body
    .replaceAll(/<script[^>]*>.*?<\/script>/gs, '')
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
  return { status: reply.statusCode, body: reply.body, text }
}

describe('the pages of an outcome', () => {
  it('say what is left to do, and lead a publisher nowhere they may not go', async () => {
    const writer = await get('outcome', ros)
    expect(writer.status).toBe(200)
    expect(writer.text).toContain('Freeze the results')
    expect(writer.text).toContain('Write at least one point')
    expect(writer.body).toContain(`/desk/consultations/${consultation.id}/ledger`)
    const publisher = await get('outcome', kit)
    expect(publisher.status).toBe(200)
    expect(publisher.body).not.toContain(`/desk/consultations/${consultation.id}/ledger`)
    expect(publisher.text).not.toContain('Freeze the results as they are now')
    expect((await get('outcome', { ...ros, teams: [] })).status).toBe(404)
    expect((await get('outcome', { ...ros, roles: ['moderator'] })).status).toBe(404)
  })

  it('ask the second person alone to sign', async () => {
    const of = { consultationId: consultation.id }
    const document = {
      summary: 'The bus comes every hour.',
      weAsked: 'How do you come?',
      points: [
        {
          ...emptyPoint('p1'),
          title: 'The bus',
          youSaid: 'People come by bus.',
          did: 'this' as const,
          weDid: 'Every hour.',
          tables: ['how'],
        },
      ],
      next: '',
      elsewhere: [],
    }
    await as(ros).save({ ...of, seen: 0, document })
    await as(ros).freeze(of)
    await as(ros).ask(of)
    const own = await get('outcome', ros)
    expect(own.text).toContain('You asked for it')
    expect(own.text).not.toContain('I sign and publish')
    expect((await get('outcome', kit)).text).toContain('I have read it, and I sign and publish')
  })
})

describe('the evidence pack', () => {
  it('is made from the records, and says what is missing', async () => {
    const { status, text } = await get('evidence', ros)
    expect(status).toBe(200)
    expect(text).toContain('20 responses came in: 20 on this website.')
    expect(text).toContain('0 of 4 answers in people’s own words were read for themes.')
    expect(text).toContain('4 answers in people’s own words still to be read.')
    expect(text).toContain('Nobody has entered who was expected to take part')
    expect(text).toContain('Gunning 1')
    expect(text).toContain('section 149')
    expect(text).toContain('The outcome is not published yet.')
    expect((await get('evidence', { ...ros, teams: [] })).status).toBe(404)
  })

  it('says who asked and who signed once the outcome is published', async () => {
    await as(kit).conclude({ consultationId: consultation.id })
    const { text } = await get('evidence', ros)
    expect(text).toMatch(/The outcome was published .*Ros Amery asked, and Kit Osei signed\./)
    expect((await get('outcome', ros)).text).toContain('signed by Kit Osei')
  })
})
