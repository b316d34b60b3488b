import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteStaff } from '../../../features/account/make-invitation.ts'
import { resolveActor } from '../../../features/account/session/resolve-actor.ts'
import { createTestApp, type TestApp } from '../../../test-support/page-app.ts'
import { publish, smallConsultation } from '../../../test-support/sample-response.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { testContext, type TestContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'

const shown = smallConsultation()
let database: TestDatabase
let tested: TestApp
let app: FastifyInstance
let ctx: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, shown)
  ctx = testContext(database)
  tested = await createTestApp(database, {}, (cookies) => resolveActor(ctx, cookies))
  app = tested.app
})
afterAll(async () => {
  await tested.close()
  await database.close()
})
beforeEach(async () => {
  const tables = ['consultation_team', 'staff_session', 'passkey', 'invitation', 'staff_member']
  await database.asOwner(tables.map((table) => `delete from ${table}`).join(';'))
})

const get = (url: string, cookie: string) =>
  app.inject({ url, headers: { accept: 'text/html', cookie } })
const modelIn = (body: string): unknown =>
  JSON.parse(/id="page-model">([^<]*)</.exec(body)?.[1] ?? 'null')

describe('the list of staff', () => {
  it('offers to administrators to change everybody but themselves, and nothing to others', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const author = await signInStaff(database, { roles: ['author'], name: 'Bo Larch' })
    const { body } = await get('/desk/staff', admin.cookie)
    expect(body).toContain(`href="/desk/staff/${author.actor.staffId}"`)
    expect(body).not.toContain(`href="/desk/staff/${admin.actor.staffId}"`)
    expect(body).toContain('This is you')
    expect(body).toContain('href="/desk/staff/invite"')
    const less = (await get('/desk/staff', author.cookie)).body
    expect(less).not.toContain('/desk/staff/')
  })

  it('says what each link is for', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    await inviteStaff(
      ctx,
      { kind: 'command-line' },
      { name: 'Cy Rowan', email: '', roles: ['author'], everyConsultation: true },
    )
    const { body } = await get('/desk/staff', admin.cookie)
    expect(modelIn(body)).toMatchObject({
      invitations: [{ name: 'Cy Rowan', forNewPasskey: false }],
    })
    expect(body).toContain('End this link')
  })
})

describe('the page of a colleague', () => {
  it('shows an administrator what they may do and every consultation, those of their team marked', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const { id, title } = shown
    const bo = await signInStaff(database, { roles: ['author'], name: 'Bo <i>L', teams: [id] })
    const { body } = await get(`/desk/staff/${bo.actor.staffId}`, admin.cookie)
    expect(modelIn(body)).toMatchObject({
      name: 'Bo <i>L',
      roles: ['author'],
      everyConsultation: false,
      consultations: [{ id, title, isTheirs: true }],
      byProvider: false,
      isSuspended: false,
    })
    expect(body).not.toContain('<i>L')
    expect(body).toMatch(/<input type="radio"[^>]*value="own" checked/)
  })

  it('is there for nobody else, and for nobody themselves (S04)', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const others = await signInStaff(database, {
      roles: ['author', 'moderator', 'analyst', 'publisher'],
    })
    const answers = [
      await get(`/desk/staff/${admin.actor.staffId}`, admin.cookie),
      await get(`/desk/staff/${randomUUID()}`, admin.cookie),
      await get('/desk/staff/x', admin.cookie),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    for (const path of ['/desk/staff/invite', `/desk/staff/${admin.actor.staffId}`])
      expect((await get(path, others.cookie)).statusCode).toBe(404)
  })

  it('offers no passkey and no roles for who signs in with a work account', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const cy = await signInStaff(database, { roles: ['analyst'], name: 'Cy Rowan' })
    await database.asOwner(
      `update staff_member set issuer = 'https://id.example', subject = 'cy' where id = '${cy.actor.staffId}'`,
    )
    const { body } = await get(`/desk/staff/${cy.actor.staffId}`, admin.cookie)
    expect(body).toContain('what they may do is decided there')
    expect(body).not.toContain('Make a link for a new passkey')
    expect(body).not.toContain('value="publisher"')
  })
})

describe('the page to invite', () => {
  it('is empty, and chooses no role for anybody', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const { body } = await get('/desk/staff/invite', admin.cookie)
    expect(modelIn(body)).toMatchObject({ name: '', email: '', roles: [], problems: [] })
    expect(body).not.toMatch(/type="checkbox"[^>]*checked/)
  })
})
