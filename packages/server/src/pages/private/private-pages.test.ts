import { nobody, type Actor, type StaffActor } from '@takepart/shared/domain/account/actor'
import type { FastifyInstance } from 'fastify'
import { html } from 'lit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from '../../db/unavailable.ts'
import { callApp } from '../../test-support/call-app.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { withoutClient } from '../client-assets.ts'
import { openDeskPage, privatePage, SeeOther } from './private-page.ts'
import { registerPrivatePages } from './register-private-pages.ts'

const staff: StaffActor = {
  kind: 'staff',
  staffId: 'b6b1a5c2-0000-4000-8000-000000000001',
  name: 'A <b>moderator</b>',
  roles: ['moderator'],
  sessionId: 's1',
  teams: [],
}

const signIn = openDeskPage({
  path: '/desk/sign-in',
  load: async ({ actor, search }) =>
    actor.kind === 'staff' ? new SeeOther('/desk') : { next: search.get('next') },
  render: ({ next }) => ({ title: 'Sign in', main: html`<h1>Sign in</h1><p>${next}</p>` }),
})

const note = privatePage({
  path: '/desk/notes/:note',
  action: 'moderation.read-queue',
  load: async ({ actor, search }, { note: id = '' }) =>
    id === 'gone' ? undefined : { id, by: actor.name, when: new Date(0), of: search.getAll('of') },
  render: ({ id, by, when }) => ({
    title: `Note ${id}`,
    element: 'tp-note-page',
    main: html`<h1>Note ${id}</h1><p>${by}</p><p>${typeof when}</p>`,
  }),
})

const secret = privatePage({
  path: '/desk/secret',
  action: 'audit.read',
  load: async () => Promise.reject(new Error('loaded for somebody who may not')),
  render: () => ({ title: '', main: html`` }),
})

let database: TestDatabase
let app: FastifyInstance
let asked = 0
beforeAll(async () => {
  database = await createTestDatabase()
  app = await callApp({
    database,
    resolveActor: async (cookies): Promise<Actor> => {
      asked += 1
      if (cookies === 'away') throw new DatabaseUnavailable('away')
      return cookies === 'staff' ? staff : nobody
    },
    addPages: async (instance, deps) =>
      registerPrivatePages(
        instance,
        { deps, shell: { assets: withoutClient, origin: undefined } },
        [signIn, note, secret],
      ),
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const get = (url: string, cookie?: string) =>
  app.inject({ url, headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })

describe('a private page', () => {
  it('is made for a member of staff who may open it, whole and with its model', async () => {
    const reply = await get('/desk/notes/7?of=a&of=%3C/script%3E', 'staff')
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('<title>Note 7 – Takepart</title>')
    expect(reply.body).toMatch(
      /<main [^>]*aria-label="Note 7"[^>]*><tp-note-page data-shape="[^"]+">/,
    )
    expect(reply.body).toContain('>A &lt;b&gt;moderator&lt;/b&gt;</a>')
    const [, json = ''] =
      /<script type="application\/json" id="page-model">(.*?)<\/script>/s.exec(reply.body) ?? []
    expect(JSON.parse(json)).toEqual({
      id: '7',
      by: 'A <b>moderator</b>',
      when: '1970-01-01T00:00:00.000Z',
      of: ['a', '</script>'],
    })
  })

  it('is made of what the browser will hydrate from, so that both say the same', async () => {
    const { body } = await get('/desk/notes/7', 'staff')
    expect(body).toMatch(/<p><!--lit-part-->string<!--\/lit-part--><\/p>/)
  })

  it('may be kept by nobody, whatever it answers, and changes with who asks', async () => {
    for (const [url, cookie] of [
      ['/desk/notes/7', 'staff'],
      ['/desk/notes/gone', 'staff'],
      ['/desk/notes/7', undefined],
      ['/desk/sign-in', undefined],
      ['/desk/sign-in', 'staff'],
      ['/desk/notes/7', 'away'],
    ] as const) {
      const { headers } = await get(url, cookie)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers).not.toHaveProperty('etag')
      expect(headers).not.toHaveProperty('x-page-edition')
    }
    expect((await get('/desk/notes/7', 'staff')).statusCode).toBe(200)
    expect((await get('/desk/notes/7')).statusCode).toBe(303)
  })

  it('asks once for each request who it is', async () => {
    asked = 0
    await get('/desk/notes/7', 'staff')
    expect(asked).toBe(1)
  })
})

describe('who may not open a private page', () => {
  it.each(['/desk/notes/7', '/desk/notes/gone', '/desk/secret', '/desk/nothing', '/desk/a/b/c'])(
    'is led to sign in from %s when not signed in, and back to it',
    async (path) => {
      const reply = await get(`${path}?of=x`)
      expect([reply.statusCode, reply.headers['location'], reply.body]).toEqual([
        303,
        `/desk/sign-in?${new URLSearchParams({ next: path }).toString()}`,
        '',
      ])
    },
  )

  it('is led to sign in from the first page of the desk', async () => {
    expect((await get('/desk')).headers['location']).toBe('/desk/sign-in')
  })

  it('cannot tell what is not there from what is not for them', async () => {
    const replies = await Promise.all(
      ['/desk/secret', '/desk/notes/gone', '/desk/nothing', '/desk', '/desk/sign-in/x'].map(
        (path) => get(path, 'staff'),
      ),
    )
    for (const { statusCode, body, headers } of replies) {
      expect([statusCode, body]).toEqual([404, replies[0]?.body])
      expect({ ...headers, date: '' }).toEqual({ ...replies[0]?.headers, date: '' })
    }
    expect(replies[0]?.body).toContain('There is no page here')
  })

  it('is told that the service is busy when it cannot be found out who it is', async () => {
    expect((await get('/desk/notes/7', 'away')).statusCode).toBe(503)
  })
})

describe('a page of the desk for everybody', () => {
  it('is shown to whoever asks, only to be read', async () => {
    const reply = await get('/desk/sign-in?next=%3Cb%3E')
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toContain('<p>&lt;b&gt;</p>')
    expect(reply.body).not.toContain('lit-part')
    expect(reply.body).not.toContain('Signed in')
  })

  it('may lead elsewhere', async () => {
    const reply = await get('/desk/sign-in', 'staff')
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, '/desk'])
  })
})

describe('a server without a page to sign in', () => {
  it('has no desk', async () => {
    const bare = await callApp({
      database,
      addPages: async (instance, deps) =>
        registerPrivatePages(
          instance,
          { deps, shell: { assets: withoutClient, origin: undefined } },
          [note],
        ),
    })
    expect((await bare.inject('/desk/notes/7')).statusCode).toBe(404)
    expect((await bare.inject('/desk')).statusCode).toBe(404)
    await bare.close()
  })
})
