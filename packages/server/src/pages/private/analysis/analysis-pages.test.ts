import type { Actor } from '@takepart/shared/domain/account/actor'
import { nobody } from '@takepart/shared/domain/account/actor'
import type { Answers } from '@takepart/shared/domain/question/answer'
import type { Consultation } from '@takepart/shared/domain/consultation/consultation'
import { html } from 'lit'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  analyst,
  consultationIn,
  storeResponse,
} from '../../../features/analysis/test-support/analysed.ts'
import { storeExpectedPopulation } from '../../../features/analysis/tally/tally.queries.ts'
import { callApp } from '../../../test-support/call-app.ts'
import { smallConsultation } from '../../../test-support/sample-response.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { withoutClient } from '../../client-assets.ts'
import { openDeskPage } from '../private-page.ts'
import { registerExports } from './register-exports.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const signIn = openDeskPage({
  path: '/desk/sign-in',
  load: async () => ({}),
  render: () => ({ title: 'Sign in', main: html`<h1>Sign in</h1>` }),
})

let database: TestDatabase
let app: FastifyInstance
let consultation: Consultation
let actor: Actor = analyst()
const canary = 'canary-equality-words'

beforeAll(async () => {
  database = await createTestDatabase()
  const pages = privatePages.filter(({ path }) => path !== signIn.path)
  app = await callApp({
    database,
    resolveActor: async () => actor,
    addPages: async (instance, deps) => {
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        [signIn, ...pages],
      )
      registerExports(instance, deps)
    },
  })
  consultation = await consultationIn(database, {
    sections: [
      ...smallConsultation().sections,
      {
        id: 'about-you',
        title: 'About you',
        purpose: 'equality',
        questions: [
          {
            id: 'age',
            kind: 'one-of',
            title: 'How old are you?',
            about: 'your age',
            options: [
              { code: 'under-50', label: 'Under 50' },
              { code: 'over-50', label: '50 or over', say: { label: 'Say more' } },
            ],
          },
        ],
      },
    ],
  })
  for (let index = 0; index < 40; index += 1) {
    const answers: Answers = {
      how: { kind: 'one-of', choice: index < 32 ? 'bus' : 'car' },
      ...(index % 2 ? { words: { kind: 'long-text', text: `More <b>chairs</b> ${index}` } } : {}),
      age: { kind: 'one-of', choice: 'over-50', say: { 'over-50': canary } },
    }
    await storeResponse(database, consultation, answers)
  }
  await storeResponse(
    database,
    consultation,
    { how: { kind: 'one-of', choice: 'bus' } },
    {
      late: true,
      receivedAt: '2027-06-01T09:00:00Z',
    },
  )
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const get = async (part: string, as: Actor = analyst()) => {
  actor = as
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

describe('the pages on which staff act', () => {
  it('are there for an analyst of the team, and for nobody else', async () => {
    for (const [part, words] of [
      ['themes', 'left for you to read'],
      ['themes/words', 'Answer '],
      ['enter', 'How did it come?'],
      ['expected', 'Which question tells the groups apart?'],
      ['expected/how', 'People: Bus'],
    ] as const) {
      const { status, text } = await get(part)
      expect([part, status]).toEqual([part, 200])
      expect(text).toContain(words)
      expect((await get(part, analyst({ teams: [] }))).status).toBe(404)
      expect((await get(part, analyst({ roles: ['moderator'] }))).status).toBe(404)
    }
  })

  it('never read answers about equality for themes, nor a question that is not there', async () => {
    expect((await get('themes/age')).status).toBe(404)
    expect((await get('themes/nothing')).status).toBe(404)
    expect((await get('expected/words')).status).toBe(404)
    expect((await get('themes')).body).not.toContain(canary)
  })
})

describe('the results', () => {
  it('say for each question what was found, with a chart and the table', async () => {
    const { status, body, text } = await get('results')
    expect(status).toBe(200)
    expect(text).toContain('40 of the 41 responses that came in are counted here.')
    expect(text).toContain('4 in 5 chose “Bus”: 32 of 40 people. “Car” comes next, with 20%.')
    expect(text).toContain('20 people wrote something.')
    expect(text).toContain('It was put to 8 people')
    expect(body.match(/role="img"/g)?.length).toBeGreaterThanOrEqual(3)
    expect(body).toMatch(/<caption>.*40 people answered; nobody left it out/)
  })

  it('say who is missing, held against who was expected', async () => {
    await storeExpectedPopulation(
      database.calls,
      consultation.id,
      { questionKey: 'how', source: 'Travel survey', people: { bus: 10, car: 70, other: 20 } },
      { staffId: 'a', name: 'A', at: new Date(0) },
    )
    expect((await get('results')).text).not.toContain('to be expected')
    const more = await consultationIn(database)
    const here = consultation
    await storeExpectedPopulation(
      database.calls,
      more.id,
      { questionKey: 'how', source: 'Travel survey', people: { bus: 10, car: 70, other: 20 } },
      { staffId: 'a', name: 'A', at: new Date(0) },
    )
    for (let index = 0; index < 60; index += 1)
      await storeResponse(database, more, {
        how: { kind: 'one-of', choice: index < 50 ? 'bus' : 'car' },
      })
    consultation = more
    const { text } = await get('results')
    consultation = here
    expect(text).toContain(
      'Fewer people from “Car” have taken part than their share: 10, where about 42 were to be expected.',
    )
    expect(text).toContain(
      'Nobody from “Other” has taken part, where about 12 were to be expected.',
    )
  })

  it('round answers about equality on this screen too', async () => {
    const { text } = await get('results')
    const about = text.slice(text.indexOf('How old are you?'))
    expect(about).toContain('This question is about equality.')
    expect(about).toContain('50 or over 40 100%')
  })

  it('put a question beside another under the disclosure rule', async () => {
    const { text, body } = await get('results/how?beside=age')
    expect(text).toContain(
      '“How do you travel to us?” beside “How old are you?”, to the nearest 10',
    )
    expect(text).toContain('* 1 to 14 people')
    const model = /id="page-model">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}'
    const { beside } = JSON.parse(model)
    expect(beside.rows[1]).toMatchObject({ label: 'Car', cells: [0, 'small', 0, 'small'] })
    expect(beside.rows[0].cells[1]).toBe(30)
  })

  it('have no page for a question that is not there, nor for one without fixed answers', async () => {
    expect((await get('results/nothing')).status).toBe(404)
    expect((await get('results/words')).status).toBe(404)
  })
})

describe('the ledger page', () => {
  it('adds up, as a table and as sentences', async () => {
    const { text } = await get('ledger')
    expect(text).toContain('41 responses came in. Each of them is on exactly one line below.')
    expect(text).toContain('40 and 1 make 41: it adds up.')
    expect(text).toContain('1 came late and nobody has decided on it yet.')
    expect(text).toContain('Nothing was deleted to make this add up.')
  })

  it('opens a line', async () => {
    const { text } = await get('ledger?line=late-waiting')
    expect(text).toMatch(
      /Late, and not yet decided on: 1 response [A-Z]{4}-\d{4} , finished Tuesday 1 June 2027/,
    )
    expect((await get('ledger?line=nothing')).status).toBe(200)
  })
})

describe('the responses', () => {
  it('are found by the words in them, in any form', async () => {
    expect((await get('responses?find=chair')).text).toContain('20 responses.')
    expect((await get('responses?find=%22chairs%207%22')).text).toContain('1 response.')
    expect((await get('responses?find=elephants')).text).toContain('No response fits.')
    expect((await get(`responses?find=${canary}`)).text).toContain('No response fits.')
    expect((await get('responses?line=late-waiting')).text).toContain('1 response.')
    expect((await get('responses?question=words&way=website')).text).toContain('20 responses.')
    expect(
      (await get("responses?find=%00%27%20or%201=1:*%26&line=x&way='&after=1&question=%00")).status,
    ).toBe(200)
  })

  it('are read one to a page, without what is about equality', async () => {
    const { body } = await get('responses?find=chair')
    const [, reference = ''] = /responses\/([A-Z]{4}-\d{4})"/.exec(body) ?? []
    const one = await get(`responses/${reference}`)
    expect(one.status).toBe(200)
    expect(one.body).toContain('More &lt;b&gt;chairs&lt;/b&gt;')
    expect(one.text).toContain('One answer about equality is kept apart and not shown here.')
    expect(one.body).not.toContain(canary)
    expect((await get('responses/AAAA-0000')).status).toBe(404)
    expect((await get('responses/nothing')).status).toBe(404)
  })
})

describe('the export', () => {
  it('is a page of files, each of which is written to whoever may have it', async () => {
    expect((await get('export')).text).toContain('Cells without an answer say why.')
    for (const file of [
      'answers.xlsx',
      'answers.csv',
      'answers.json',
      'answers.fhir.json',
      'codebook.csv',
    ]) {
      const { status, body } = await get(`export/${file}`)
      expect(status).toBe(200)
      expect(body.length).toBeGreaterThan(100)
      expect(body).not.toContain(canary)
    }
    expect((await get('export/other.csv')).status).toBe(404)
  })

  it('opens nothing without a session', async () => {
    expect((await get('export/answers.csv', nobody)).body).not.toContain('chairs')
  })
})

describe('who may not read responses', () => {
  it.each([
    ['somebody of another consultation', analyst({ teams: ['other'] })],
    ['somebody with another role', analyst({ roles: ['author', 'publisher', 'administrator'] })],
  ])('is told that there is no page: %s', async (_, as) => {
    for (const part of [
      'results',
      'results/how',
      'ledger',
      'responses',
      'responses/AAAA-0000',
      'export',
      'export/answers.csv',
      'export/codebook.csv',
    ])
      expect((await get(part, as)).status).toBe(404)
  })

  it('is led to sign in when nobody', async () => {
    expect((await get('results', nobody)).status).toBe(303)
  })

  it('never sees words about equality on any page', async () => {
    for (const part of ['results', 'results/how?beside=age', 'ledger?line=in-time', 'responses'])
      expect((await get(part)).body).not.toContain(canary)
  })
})
