import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteStaff, makeFirstLink } from '../../../features/account/make-invitation.ts'
import { resolveActor } from '../../../features/account/session/resolve-actor.ts'
import { createTestApp, type TestApp } from '../../../test-support/page-app.ts'
import { whileOpen } from '../../../test-support/sample-response.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { testContext, type TestContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { privatePages } from '../private-pages.ts'

let database: TestDatabase
let tested: TestApp
let app: FastifyInstance
let ctx: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  ctx = testContext(database)
  tested = await createTestApp(database, {}, (cookies) => resolveActor(ctx, cookies))
  app = tested.app
})
afterAll(async () => {
  await tested.close()
  await database.close()
})
beforeEach(async () => {
  const tables = ['staff_session', 'passkey', 'invitation', 'staff_member']
  await database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
})

const get = (url: string, cookie?: string) =>
  app.inject({ url, headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })
const modelIn = (body: string): unknown =>
  JSON.parse(/id="page-model">([^<]*)</.exec(body)?.[1] ?? 'null')
const open = ['/desk/sign-in', '/desk/join/:token']

describe('every page of the desk', () => {
  it('is below /desk', () => {
    expect(
      privatePages.map(({ path }) => path).filter((path) => !/^\/desk(\/|$)/.test(path)),
    ).toEqual([])
  })

  it.each(privatePages.map(({ path }) => path).filter((path) => !open.includes(path)))(
    '%s is unreachable signed out, and kept nowhere (S45)',
    async (path) => {
      const reply = await get(path.replaceAll(/:\w+/g, 'x'))
      expect([reply.statusCode, reply.body]).toEqual([303, ''])
      expect(reply.headers['location']).toMatch(/^\/desk\/sign-in/)
      expect(reply.headers['cache-control']).toBe('no-store')
    },
  )

  it.each(privatePages.map(({ path }) => path))('%s is kept nowhere signed in', async (path) => {
    const { cookie } = await signInStaff(database)
    const reply = await get(path.replaceAll(/:\w+/g, 'x'), cookie)
    expect([200, 303, 404]).toContain(reply.statusCode)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.headers).not.toHaveProperty('etag')
    expect(reply.headers).not.toHaveProperty('last-modified')
  })

  it('shows no member of staff what their roles do not open', async () => {
    const { cookie } = await signInStaff(database, { roles: [] })
    const closed = privatePages.filter(
      ({ path, action }) =>
        action !== undefined &&
        !['today.read', 'staff.list', 'session.list'].includes(action) &&
        path !== '/desk',
    )
    for (const { path } of closed)
      expect([path, (await get(path.replaceAll(/:\w+/g, 'x'), cookie)).statusCode]).toEqual([
        path,
        404,
      ])
  })
})

describe('the page to sign in', () => {
  it('leads back to where somebody wanted to go, on this desk alone', async () => {
    const next = async (wanted: string) =>
      (
        modelIn((await get(`/desk/sign-in?next=${encodeURIComponent(wanted)}`)).body) as {
          next: string
        }
      ).next
    expect(await next('/desk/sessions')).toBe('/desk/sessions')
    for (const evil of [
      'https://evil.invalid',
      '//evil.invalid',
      '/\\evil.invalid',
      '/desk/../x',
      '/consultations',
      '/desk?x',
    ])
      expect(await next(evil)).toBe('/desk')
  })

  it('says that somebody is signed out when they are', async () => {
    expect((await get('/desk/sign-in?out')).body).toContain(
      'Nothing of the staff desk is kept on this computer',
    )
    expect((await get('/desk/sign-in')).body).not.toContain('You are signed out')
  })

  it('leads on whoever is signed in', async () => {
    const { cookie } = await signInStaff(database)
    const reply = await get('/desk/sign-in?next=%2Fdesk%2Fsessions', cookie)
    expect([reply.statusCode, reply.headers['location']]).toEqual([303, '/desk/sessions'])
  })

  it('offers what an administrator allows', async () => {
    await database.asOwner('update sign_in_setting set passkeys = false')
    const { body } = await get('/desk/sign-in')
    await database.asOwner('update sign_in_setting set passkeys = true')
    expect(body).not.toContain('Sign in with your passkey')
    expect((await get('/desk/sign-in')).body).toContain('Sign in with your passkey')
  })

  it('tells search engines to stay away', async () => {
    expect((await get('/desk/sign-in')).body).toContain('<meta name="robots" content="noindex">')
  })
})

describe('the page of a link', () => {
  it('names whom it is for and what they may do, and neither their address nor anything secret but the link', async () => {
    const made = await inviteStaff(
      ctx,
      { kind: 'command-line' },
      {
        name: 'Bo <b>Larch',
        email: 'bo@example.nhs.uk',
        roles: ['author'],
        everyConsultation: true,
      },
    )
    const token = made.ok ? made.value.token : ''
    const { statusCode, body } = await get(`/desk/join/${token}`)
    expect(statusCode).toBe(200)
    expect(body).toContain(
      'This link is for <!--lit-part-->Bo &lt;b&gt;Larch'
        .replace('<!--lit-part-->', '')
        .slice(0, 16),
    )
    expect(body).not.toContain('<b>Larch')
    expect(body).not.toContain('bo@example.nhs.uk')
    expect(modelIn(body)).toEqual({
      usable: true,
      token,
      purpose: 'join',
      name: 'Bo <b>Larch',
      roles: ['author'],
    })
  })

  it('asks the first member of staff for their name', async () => {
    const link = await makeFirstLink(ctx)
    expect((await get(`/desk/join/${link?.token}`)).body).toContain('Your name')
  })

  it('says the same of every link that lets nobody in, and no more', async () => {
    const first = await makeFirstLink(ctx)
    await signInStaff(database)
    const pages = await Promise.all(
      [first?.token ?? '', 'x'.repeat(43), 'x', '%00'].map((token) => get(`/desk/join/${token}`)),
    )
    const [one] = pages
    expect(one?.body).toContain('This link cannot be used')
    expect(modelIn(one?.body ?? '')).toEqual({ usable: false })
    for (const { body } of pages.slice(0, 3)) expect(body).toBe(one?.body)
  })

  it('opens without being used up: a reader of mail that follows links takes nothing away (S17)', async () => {
    const link = await makeFirstLink(ctx)
    for (let times = 0; times < 3; times += 1)
      expect((await get(`/desk/join/${link?.token}`)).body).toContain('Make my passkey and join')
  })
})

describe('the list of sessions', () => {
  it('shows one’s own, the one in use marked, and nobody else’s', async () => {
    const { actor, cookie } = await signInStaff(database, { roles: ['author'] })
    const other = await signInStaff(database)
    const { body } = await get('/desk/sessions', cookie)
    expect(modelIn(body)).toEqual({
      roles: ['author'],
      sessions: [
        {
          id: actor.sessionId,
          browser: 'A browser',
          startedAt: whileOpen.toISOString(),
          lastUsedAt: whileOpen.toISOString(),
          isThis: true,
        },
      ],
    })
    expect(body).not.toContain(other.actor.sessionId)
    expect(body).toContain('Ash Fell')
  })
})

describe('the list of staff', () => {
  it('shows everybody, and links that nobody has used to administrators alone', async () => {
    await inviteStaff(
      ctx,
      { kind: 'command-line' },
      { name: 'Cy Rowan', email: '', roles: ['author'], everyConsultation: true },
    )
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const author = await signInStaff(database, { roles: ['author'], name: 'Bo Larch', teams: [] })
    const [seen, less] = [
      await get('/desk/staff', admin.cookie),
      await get('/desk/staff', author.cookie),
    ]
    for (const { body } of [seen, less])
      for (const words of ['Ash Fell', 'Administrator', 'Bo Larch', 'Their own consultations'])
        expect(body).toContain(words)
    expect(seen.body).toContain('Cy Rowan')
    expect(less.body).not.toContain('Cy Rowan')
  })
})

describe('the first page of the desk', () => {
  it('says that nothing needs anybody when nothing does', async () => {
    const { cookie } = await signInStaff(database, { roles: ['analyst'] })
    expect((await get('/desk', cookie)).body).toContain('Nothing needs you now.')
  })

  it('shows administrators a link that runs out, and nobody else', async () => {
    await inviteStaff(
      ctx,
      { kind: 'command-line' },
      { name: 'Bo Larch', email: '', roles: ['author'], everyConsultation: true },
    )
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const author = await signInStaff(database, { roles: ['author'] })
    const { body } = await get('/desk', admin.cookie)
    expect(body).toContain('Bo Larch has not joined yet')
    expect(body).toContain('<strong>3 days</strong>')
    expect((await get('/desk', author.cookie)).body).not.toContain('Bo Larch')
  })
})
