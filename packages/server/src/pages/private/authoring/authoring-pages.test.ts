import { randomUUID } from 'node:crypto'
import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import { newPart, type Draft } from '@takepart/shared/domain/authoring/draft/draft'
import { keysIn } from '@takepart/shared/domain/authoring/draft/outline-edit'
import { takeApart } from '@takepart/shared/domain/authoring/draft/take-apart'
import { busConsultation } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { pathOfDraft, pathOfPart } from '@takepart/shared/domain/site/authoring-paths'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertDraft, listEdits } from '../../../features/authoring/draft.queries.ts'
import { saveEdit } from '../../../features/authoring/save-edit.ts'
import { publishConsultation } from '../../../features/consultation/publish-consultation.ts'
import { callApp } from '../../../test-support/call-app.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { withoutClient } from '../../client-assets.ts'
import { privatePages } from '../private-pages.ts'
import { registerPrivatePages } from '../register-private-pages.ts'

const ros: StaffActor = {
  kind: 'staff',
  staffId: randomUUID(),
  name: 'Ros Amery',
  roles: ['author', 'publisher'],
  sessionId: 's',
  teams: 'every',
}
const actors: Readonly<Record<string, Actor>> = {
  ros,
  stranger: { ...ros, teams: [] },
  moderator: { ...ros, roles: ['moderator'] },
}

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await createTestDatabase()
  app = await callApp({
    database,
    resolveActor: async (cookies): Promise<Actor> => actors[cookies ?? ''] ?? nobody,
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

const at = new Date('2027-02-01T10:00:00Z')

async function stored(change: (draft: Draft) => Draft = (draft) => draft): Promise<Draft> {
  const id = randomUUID()
  const draft = change(takeApart({ ...busConsultation, id, slug: `bus-${id.slice(0, 8)}` }))
  await database.calls
    .transaction()
    .execute((trx) => insertDraft(trx, { draft, basedOn: undefined }, { by: ros.staffId, at }))
  return draft
}

/** Without lit's marks, which stand between words. */
async function open(url: string, cookie = 'ros') {
  const { statusCode, headers, body } = await app.inject({ url, headers: { cookie } })
  return {
    statusCode,
    headers,
    body: body.replaceAll(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, ''),
  }
}

const pagesOf = ({ id, outline }: Draft): readonly string[] => [
  '/desk/consultations',
  '/desk/consultations/new',
  ...['about', 'dates', 'contact', 'glossary', ...keysIn(outline)].map((key) =>
    pathOfPart(id, key),
  ),
  pathOfDraft('bringIn', id),
  pathOfDraft('ready', id),
  pathOfDraft('checks', id),
  pathOfDraft('history', id),
  pathOfDraft('signOff', id),
  ...['overview', 'plan', 'questions', 'large-print'].map(
    (show) => `${pathOfDraft('preview', id)}?show=${show}`,
  ),
]

describe('the pages on which consultations are written', () => {
  it('are there, whole and kept nowhere, each with one title', async () => {
    const draft = await stored()
    for (const path of pagesOf(draft)) {
      const { statusCode, headers, body } = await open(path)
      expect([path, statusCode]).toEqual([path, 200])
      expect(headers['cache-control']).toContain('no-store')
      expect([path, body.match(/<h1/g)?.length]).toEqual([path, 1])
      expect(body).not.toContain('undefined')
    }
  })

  it('look as if they were not there for whoever does not work on it', async () => {
    const draft = await stored()
    for (const path of pagesOf(draft).slice(2))
      for (const who of ['stranger', 'moderator'])
        expect([path, who, (await open(path, who)).statusCode]).toEqual([path, who, 404])
    expect((await open(pathOfDraft('edit', draft.id), 'nobody')).statusCode).toBe(303)
  })

  it.each(['/desk/consultations/x/edit', `/desk/consultations/${randomUUID()}/checks`])(
    'are not there at %s',
    async (path) => {
      expect((await open(path)).statusCode).toBe(404)
    },
  )

  it('show what is written, in the map and beside the fields', async () => {
    const draft = await stored()
    const { body } = await open(pathOfPart(draft.id, 'question:helps'))
    expect(body).toContain('What would help?')
    expect(body).toContain('aria-current="page"')
    expect(body).toContain('As people see it')
    expect(body).toContain('Later times')
    expect(body).toContain('There is no “why we ask”')
  })

  it('tell in words what was changed and by whom', async () => {
    const draft = await stored()
    const edit = { do: 'set', part: 'question:how-travel', field: 'mandatory', was: true } as const
    await saveEdit(database.calls, { draft: draft.id, id: randomUUID(), edit, by: ros.staffId, at })
    const { body } = await open(pathOfDraft('history', draft.id))
    expect(body).toContain('You: Question 1 became optional')
    expect(body).toContain('1 February 2027')
  })

  it('show a published consultation’s way to more time, and its state in the list', async () => {
    const id = randomUUID()
    const slug = `bus-${id.slice(0, 8)}`
    await publishConsultation(database.calls, { ...busConsultation, id, slug })
    const page = await open(pathOfDraft('change', id))
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('It closes Monday 31 May 2027 at 5 pm.')
    expect((await open('/desk/consultations')).body).toContain(`/consultations/${slug}`)
  })
})

/** Ways in which words have become markup somewhere, 300 of them. */
const tags = ['script', 'img', 'svg', 'iframe', 'object', 'math', 'details', 'a', 'body', 'input']
const attributes = [
  'onload=alert(1)',
  'onerror=alert(1) src=x',
  'onfocus=alert(1) autofocus',
  'href=javascript:alert(1)',
  'ontoggle=alert(1) open',
  'style=background:url(javascript:alert(1))',
]
const around = [
  (tag: string) => tag,
  (tag: string) => `"'>${tag}`,
  (tag: string) => `</textarea></script>${tag}`,
  (tag: string) => `<!--lit-part-->${tag}`,
  (tag: string) => `\${${tag}}<?>`,
]
const payloads = tags.flatMap((tag) =>
  attributes.flatMap((attribute) => around.map((wrap) => wrap(`<${tag} ${attribute}>`))),
)

describe('markup that somebody writes', () => {
  it('is words on every page, in every field', async () => {
    expect(payloads).toHaveLength(300)
    let turn = 0
    const payload = (): string => payloads[(turn += 1) % payloads.length]!
    const soiled = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string')
        return /^(?:kind|code|id|read|includes|question|opensAt|closesAt|promiseBy|slug|purpose|earliest|latest)$/.test(
          key,
        )
          ? value
          : payload()
      if (Array.isArray(value)) return value.map((one) => soiled(one, key))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, soiled(one, name)]),
      )
    }
    while (turn <= payloads.length) {
      const draft = await stored((clean) => ({
        ...clean,
        parts: Object.fromEntries(
          Object.entries(clean.parts).map(([key, part]) => [
            key,
            newPart(key, soiled(part.fields) as Record<string, unknown>),
          ]),
        ),
      }))
      for (const path of pagesOf(draft)) {
        const { body, statusCode } = await open(path)
        expect([path, statusCode]).toEqual([path, 200])
        const inside = body.replace(/<script[^>]*id="page-model">[^<]*<\/script>/, '')
        for (const tag of tags)
          for (const attribute of attributes)
            expect([path, inside.includes(`<${tag} ${attribute}`)]).toEqual([path, false])
      }
    }
    expect(turn).toBeGreaterThan(payloads.length)
    expect(await listEdits(database.calls, randomUUID(), { most: 1 })).toEqual([])
  })
})
