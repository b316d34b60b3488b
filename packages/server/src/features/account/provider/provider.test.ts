import { nobody } from '@takepart/shared/domain/account/actor'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../context.ts'
import { withoutClient } from '../../../pages/client-assets.ts'
import { registerProvider } from '../../../pages/private/account/register-provider.ts'
import { privatePages } from '../../../pages/private/private-pages.ts'
import { registerPrivatePages } from '../../../pages/private/register-private-pages.ts'
import { callApp } from '../../../test-support/call-app.ts'
import {
  startIdentityProvider,
  type Forgery,
  type IdentityProviderServer,
} from '../../../test-support/identity-provider-server.ts'
import { whileOpen } from '../../../test-support/sample-response.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'
import { resolveActor } from '../session/resolve-actor.ts'
import { createIdentityProvider } from './identity-provider.ts'
import type { ProviderWorld } from './provider-world.ts'
import { createRecheck, withoutProvider } from './recheck.ts'
import { createSealer } from './seal.ts'

const redirectUri = 'http://localhost:1/desk/sign-in/return'
const minute = 60_000

let database: TestDatabase
let server: IdentityProviderServer
let world: ProviderWorld
let app: FastifyInstance
let clock: Date

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startIdentityProvider(redirectUri)
  const now = (): Date => clock
  const { issuer, client } = server
  world = {
    db: database.calls,
    now,
    random: systemRandom,
    sealer: createSealer(client.secret, systemRandom),
    provider: createIdentityProvider(
      {
        issuer,
        clientId: client.id,
        clientSecret: client.secret,
        scope: 'openid profile offline_access',
        roles: { claim: 'roles' },
        redirectUri,
      },
      now,
    ),
  }
  app = await callApp({
    database,
    addPages: async (instance, deps) => {
      const withProvider = { ...deps, signInByProvider: world, resolveActor: actorOf }
      registerProvider(instance, withProvider)
      const shell = { assets: withoutClient, origin: undefined }
      registerPrivatePages(instance, { deps: withProvider, shell }, privatePages)
    },
  })
})
afterAll(async () => {
  await app.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  clock = whileOpen
  server.setAway(false)
  server.setRefresh(true)
  server.setRefusing(false)
  server.forge(undefined)
  server.is({ sub: 'bo', name: 'Bo Larch', roles: ['author'] })
  const tables = ['sign_in_attempt', 'staff_session', 'staff_member']
  await database.asOwner(
    `${tables.map((table) => `delete from ${table}`).join(';')}; update sign_in_setting set passkeys = true, provider = true`,
  )
})

const actorOf = (cookies: string | undefined) => resolveActor(world, cookies, createRecheck(world))

/** The first half: where the browser is sent, and the cookie that it holds. */
async function begin(search = ''): Promise<{ to: URL; cookie: string }> {
  const reply = await app.inject(`/desk/sign-in/provider${search}`)
  const [cookie = ''] = String(reply.headers['set-cookie']).split(';')
  return { to: new URL(String(reply.headers['location']), redirectUri), cookie }
}

/** The second: what the desk answers whoever comes back. */
async function comeBack(to: URL, cookie: string) {
  const reply = await app.inject({ url: to.pathname + to.search, headers: { cookie } })
  const set = [reply.headers['set-cookie'] ?? []].flat()
  const session = set.find((one) => one.startsWith('__Host-takepart-staff='))?.split(';')[0]
  return { status: reply.statusCode, location: reply.headers['location'], session, set, reply }
}

async function signIn(search = '') {
  const { to, cookie } = await begin(search)
  return comeBack(await server.follow(to), cookie)
}

const after = (milliseconds: number): void => {
  clock = new Date(whileOpen.getTime() + milliseconds)
}
const refusedWith = (problem: string) => ({
  status: 303,
  location: `/desk/sign-in?problem=${problem}`,
  session: undefined,
})
const rows = async (sql: string) => (await database.asOwner(sql)).rows

describe('signing in with a work account', () => {
  it('sends the browser to the provider with PKCE, state and nonce, and nothing that opens anything', async () => {
    const { to, cookie } = await begin()
    expect(to.href.startsWith(`${server.issuer}/auth?`)).toBe(true)
    const asked = Object.fromEntries(to.searchParams)
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: server.client.id,
      redirect_uri: redirectUri,
      code_challenge_method: 'S256',
    })
    for (const secret of ['state', 'nonce', 'code_challenge'])
      expect(asked[secret]).toMatch(/^[\w-]{43}$/)
    expect(new Set([asked['state'], asked['nonce'], asked['code_challenge']]).size).toBe(3)
    expect(to.href).not.toContain(cookie.split('=')[1])
    expect((await begin()).to.searchParams.get('state')).not.toBe(asked['state'])
  })

  it('lets in whom the provider names, with the roles that it says, and back to where they were', async () => {
    const { status, location, session } = await signIn('?next=%2Fdesk%2Fstaff')
    expect([status, location]).toEqual([303, '/desk/staff'])
    expect(await actorOf(session)).toMatchObject({
      kind: 'staff',
      name: 'Bo Larch',
      roles: ['author'],
      teams: 'every',
    })
    expect(await rows('select name, issuer, subject, email from staff_member')).toEqual([
      { name: 'Bo Larch', issuer: server.issuer, subject: 'bo', email: null },
    ])
    const acts = await rows(
      `select verb, actor, detail from audit_entry where verb in ('staff.join', 'session.start') order by number desc limit 2`,
    )
    expect(acts.map(({ verb, detail }) => [verb, detail])).toEqual([
      ['session.start', 'provider'],
      ['staff.join', 'author'],
    ])
  })

  it('knows them again, each time under another session', async () => {
    const [one, other] = [await signIn(), await signIn()]
    expect(one.session).not.toBe(other.session)
    expect(await rows('select id from staff_member')).toHaveLength(1)
  })

  it('leads back only to the desk', async () => {
    for (const next of ['https://evil.invalid', '//evil.invalid', '/desk/../x'])
      expect((await signIn(`?next=${encodeURIComponent(next)}`)).location).toBe('/desk')
  })

  it('keeps no token that the database alone could use', async () => {
    await signIn()
    const [row] = await rows(`select sealed_token from staff_session`)
    expect(world.sealer.open(row.sealed_token)).toMatch(/^[\w-]{40,}$/)
    expect(createSealer('another', systemRandom).open(row.sealed_token)).toBeUndefined()
  })

  it('never takes over an account that was made by a link, whatever address the provider says (R23)', async () => {
    await database.asOwner(
      `insert into staff_member (id, name, email, roles, every_consultation, joined_at)
       values (gen_random_uuid(), 'Bo Larch', 'bo@example.nhs.uk', '{administrator}', true, now())`,
    )
    server.is({
      sub: 'bo',
      name: 'Bo Larch',
      roles: ['author'],
      email: 'bo@example.nhs.uk',
    } as never)
    expect(await actorOf((await signIn()).session)).toMatchObject({ roles: ['author'] })
    expect(await rows('select id from staff_member')).toHaveLength(2)
  })

  it('follows a key that the provider changes, at once', async () => {
    expect((await signIn()).session).toBeDefined()
    server.changeKey()
    expect((await signIn()).session).toBeDefined()
  })
})

describe('coming back from the provider', () => {
  it('is refused in another browser, and without the cookie of this one', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    const back = await server.follow(mine.to)
    expect(await comeBack(back, theirs.cookie)).toMatchObject(refusedWith('provider-not-accepted'))
    expect(await comeBack(back, '')).toMatchObject(refusedWith('provider-not-accepted'))
    expect((await comeBack(back, mine.cookie)).session).toBeDefined()
  })

  it('is refused with a state that was not given out, or was changed, or is not there', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    for (const state of ['x'.repeat(43), '', undefined]) {
      const changed = new URL(back)
      if (state === undefined) changed.searchParams.delete('state')
      else changed.searchParams.set('state', state)
      expect(await comeBack(changed, cookie)).toMatchObject(refusedWith('provider-not-accepted'))
    }
  })

  it('is refused a second time: neither the state nor the code can be used again', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    expect((await comeBack(back, cookie)).session).toBeDefined()
    expect(await comeBack(back, cookie)).toMatchObject(refusedWith('provider-not-accepted'))
    const again = await begin()
    const replayed = new URL(back)
    replayed.searchParams.set('state', again.to.searchParams.get('state') ?? '')
    expect(await comeBack(replayed, again.cookie)).toMatchObject(
      refusedWith('provider-not-accepted'),
    )
  })

  it('is refused with a code that somebody else was given', async () => {
    const [victim, attacker] = [await begin(), await begin()]
    const stolen = await server.follow(victim.to)
    const injected = await server.follow(attacker.to)
    injected.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect(await comeBack(injected, attacker.cookie)).toMatchObject(
      refusedWith('provider-not-accepted'),
    )
  })

  it('is refused after ten minutes', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    after(10 * minute)
    expect(await comeBack(back, cookie)).toMatchObject(refusedWith('provider-not-accepted'))
  })

  it('is refused where another provider says that it answers (RFC 9207)', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    back.searchParams.set('iss', 'https://evil.invalid')
    expect(await comeBack(back, cookie)).toMatchObject(refusedWith('provider-not-accepted'))
  })

  it.each<[string, Forgery]>([
    ['of another issuer', { claims: { iss: 'https://evil.invalid' } }],
    ['for another audience', { claims: { aud: 'another-client' } }],
    ['for several audiences, none of them this', { claims: { aud: ['a', 'b'], azp: 'a' } }],
    ['with another nonce', { claims: { nonce: 'x'.repeat(43) } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has run out', { claims: { exp: Math.floor(Date.now() / 1000) - 3_600 } }],
    ['about nobody', { claims: { sub: undefined } }],
    ['under another key', { signed: 'another' }],
    ['under no key', { signed: 'none' }],
    ['under a key that nobody has', { header: { kid: 'no such key' } }],
  ])('is refused with a token %s', async (_, forgery) => {
    server.forge(forgery)
    expect(await signIn()).toMatchObject(refusedWith('provider-not-accepted'))
    expect(await rows('select id from staff_session')).toEqual([])
    server.forge({})
    expect((await signIn()).session).toBeDefined()
  })

  it('tells somebody who turned back that they did, and signs nobody in', async () => {
    server.setRefusing(true)
    expect(await signIn()).toMatchObject(refusedWith('provider-turned-back'))
  })

  it('is told apart from a provider that cannot be reached', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    server.setAway(true)
    expect(await comeBack(back, cookie)).toMatchObject(refusedWith('provider-not-reached'))
    after(11 * minute)
    expect((await begin()).to.href).toContain('problem=provider-not-reached')
  })

  it('is spent by the network, as every other way of signing in is', async () => {
    const strict = await callApp({
      database,
      limits: { signIns: 2 },
      addPages: async (instance, deps) =>
        registerProvider(instance, { ...deps, signInByProvider: world }),
    })
    const places = []
    for (let times = 0; times < 3; times += 1)
      places.push((await strict.inject('/desk/sign-in/provider')).headers['location'])
    await strict.close()
    expect(places.map((place) => String(place).startsWith(server.issuer))).toEqual([
      true,
      true,
      false,
    ])
    expect(places[2]).toBe('/desk/sign-in?problem=too-often')
  })

  it('says so on the page to sign in, in words', async () => {
    const { body } = await app.inject('/desk/sign-in?problem=provider-no-role')
    expect(body).toContain('it gives you nothing to do at this desk')
    expect(body).toContain('href="/desk/sign-in/provider?next=%2Fdesk"')
    expect((await app.inject('/desk/sign-in?problem=%3Cb%3E')).body).not.toContain('not signed in')
  })
})

describe('a provider that is not the one in the settings', () => {
  it('is refused by what it calls itself', async () => {
    const { client } = server
    const provider = createIdentityProvider(
      {
        issuer: `${server.issuer}/`,
        clientId: client.id,
        clientSecret: client.secret,
        scope: 'openid',
        roles: { claim: 'roles' },
        redirectUri,
      },
      () => clock,
    )
    const checks = { state: 's', nonce: 'n', codeVerifier: 'v'.repeat(43) }
    await expect(provider.begin(checks)).rejects.toMatchObject({ name: 'ProviderRefused' })
  })
})

describe('somebody who loses the claim', () => {
  it('loses the role at the next sign-in, and every session with it', async () => {
    const first = await signIn()
    server.is({ sub: 'bo', name: 'Bo Larch', roles: [] })
    expect(await signIn()).toMatchObject(refusedWith('provider-no-role'))
    expect(await actorOf(first.session)).toEqual(nobody)
    expect(await rows('select roles::text from staff_member')).toEqual([{ roles: '{}' }])
    const [act] = await rows(
      `select actor, verb, detail from audit_entry order by number desc limit 1`,
    )
    expect(act).toEqual({
      actor: 'job:identity-provider',
      verb: 'staff.roles-by-provider',
      detail: 'none',
    })
  })

  it('loses it within 15 minutes of work, without signing in again', async () => {
    const { session } = await signIn()
    server.is({ sub: 'bo', name: 'Bo Larch', roles: [] })
    let lostAfter = 0
    for (let minutes = 1; minutes <= 20 && lostAfter === 0; minutes += 1) {
      after(minutes * minute)
      if ((await actorOf(session)).kind === 'nobody') lostAfter = minutes
    }
    expect(lostAfter).toBeGreaterThan(0)
    expect(lostAfter).toBeLessThanOrEqual(15)
  })

  it('has the other roles of today after signing in again, where only some are lost', async () => {
    server.is({ sub: 'bo', name: 'Bo Larch', roles: ['author', 'publisher'] })
    const { session } = await signIn()
    server.is({ sub: 'bo', name: 'Bo Larch', roles: ['author'] })
    after(11 * minute)
    expect(await actorOf(session)).toEqual(nobody)
    expect(await actorOf((await signIn()).session)).toMatchObject({ roles: ['author'] })
  })

  it('is never let in who never had one, and leaves no trace here', async () => {
    server.is({ sub: 'cy', name: 'Cy Rowan' })
    expect(await signIn()).toMatchObject(refusedWith('provider-no-role'))
    expect(await rows('select id from staff_member')).toEqual([])
  })
})

describe('a session that began at the provider', () => {
  it('goes on for as long as the provider says the same, under a token that changes', async () => {
    const { session } = await signIn()
    const before = server.refreshes()
    for (let minutes = 5; minutes <= 60; minutes += 5) {
      after(minutes * minute)
      expect((await actorOf(session)).kind).toBe('staff')
    }
    expect(server.refreshes() - before).toBe(6)
  })

  it('asks once when many requests come at once, so that no token is used twice', async () => {
    const { session } = await signIn()
    for (const minutes of [11, 27]) {
      after(minutes * minute)
      const before = server.refreshes()
      const actors = await Promise.all(Array.from({ length: 12 }, () => actorOf(session)))
      expect(actors.map(({ kind }) => kind)).toEqual(Array.from({ length: 12 }, () => 'staff'))
      expect(server.refreshes() - before).toBe(1)
    }
  })

  it('goes on for five minutes while the provider is away, and no longer', async () => {
    const { session } = await signIn()
    server.setAway(true)
    after(12 * minute)
    expect((await actorOf(session)).kind).toBe('staff')
    after(15 * minute - 1)
    expect((await actorOf(session)).kind).toBe('staff')
    after(15 * minute)
    expect(await actorOf(session)).toEqual(nobody)
  })

  it('ends after 15 minutes where the provider cannot be asked', async () => {
    server.setRefresh(false)
    const { session } = await signIn()
    after(15 * minute - 1)
    expect((await actorOf(session)).kind).toBe('staff')
    after(15 * minute)
    expect(await actorOf(session)).toEqual(nobody)
  })

  it('ends when what it was given by is gone: another secret, or another person', async () => {
    const { session } = await signIn()
    after(11 * minute)
    const moved = { ...world, sealer: createSealer('another secret', systemRandom) }
    expect(await resolveActor(world, session, createRecheck(moved))).toEqual(nobody)
    after(0)
    const other = await signIn()
    server.forge({ claims: { sub: 'somebody-else' } })
    after(11 * minute)
    expect(await actorOf(other.session)).toEqual(nobody)
  })

  it('ends when the settings name no provider any more, and one that began with a passkey does not', async () => {
    const { session } = await signIn()
    const other = await signInStaff(database)
    expect(await resolveActor(world, session, withoutProvider)).toEqual(nobody)
    expect((await resolveActor(world, other.cookie, withoutProvider)).kind).toBe('staff')
  })

  it('is not begun for whoever an administrator has shut out', async () => {
    await signIn()
    await database.asOwner('update staff_member set suspended_at = now()')
    expect(await signIn()).toMatchObject(refusedWith('provider-no-role'))
  })

  it('is not begun where an administrator allows passkeys alone', async () => {
    const { to, cookie } = await begin()
    const back = await server.follow(to)
    await database.asOwner('update sign_in_setting set provider = false')
    expect(await comeBack(back, cookie)).toMatchObject(refusedWith('provider-not-allowed'))
    expect((await begin()).to.href).toContain('problem=provider-not-allowed')
    expect((await app.inject('/desk/sign-in')).body).not.toContain('work account')
  })

  it('takes up a page only for whom it was made', async () => {
    const first = await signIn()
    const actor = await actorOf(first.session)
    const as = actor.kind === 'staff' ? actor.staffId : ''
    expect((await signIn(`?next=%2Fdesk%2Fsigned-in&as=${as}`)).location).toBe('/desk/signed-in')
    server.is({ sub: 'cy', name: 'Cy Rowan', roles: ['author'] })
    expect(await signIn(`?as=${as}`)).toMatchObject(refusedWith('provider-of-another'))
  })
})
