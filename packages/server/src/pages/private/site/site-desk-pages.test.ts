import { missingOfSite, noSiteSettings } from '@takepart/shared/domain/site/site-settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveActor } from '../../../features/account/session/resolve-actor.ts'
import { createTestApp, type TestApp } from '../../../test-support/page-app.ts'
import { publish, smallConsultation } from '../../../test-support/sample-response.ts'
import { signInStaff } from '../../../test-support/staff.ts'
import { callerFor, testContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'

let database: TestDatabase
let server: TestApp
beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, smallConsultation())
  const ctx = testContext(database)
  server = await createTestApp(database, {}, (cookies) => resolveActor(ctx, cookies))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const get = (url: string, cookie: string) =>
  server.app.inject({ url, headers: { accept: 'text/html', cookie } })
const modelIn = (body: string): unknown =>
  JSON.parse(/id="page-model">([^<]*)</.exec(body)?.[1] ?? 'null')

describe('the page of the Trust', () => {
  it('is for administrators, with the link to it, and looks to others as if there were none', async () => {
    const admin = await signInStaff(database, { roles: ['administrator'] })
    const author = await signInStaff(database, { roles: ['author', 'publisher'] })
    for (const page of ['/desk/site', '/desk/site/samples']) {
      expect((await get(page, admin.cookie)).statusCode).toBe(200)
      expect((await get(page, author.cookie)).statusCode).toBe(404)
    }
    expect((await get('/desk', admin.cookie)).body).toContain('href="/desk/site"')
    expect((await get('/desk', author.cookie)).body).not.toContain('href="/desk/site"')
  })

  it('says what is missing, then who saved last, and offers no samples where there are none', async () => {
    const { actor, cookie } = await signInStaff(database, { roles: ['administrator'] })
    const before = await get('/desk/site', cookie)
    expect(modelIn(before.body)).toMatchObject({
      revision: 0,
      missing: missingOfSite(noSiteSettings),
      samples: 0,
    })
    expect(before.body).toContain('a way to reach you')
    expect(before.body).not.toContain('Take the samples away')
    const caller = callerFor(testContext(database, { actor }))
    const settings = { ...noSiteSettings, name: 'Riverside <b>', phone: '01632 960 001' }
    await caller.site.save({ seen: 0, settings })
    const after = await get('/desk/site', cookie)
    expect(modelIn(after.body)).toMatchObject({
      revision: 1,
      missing: ['privacy', 'accessibility'],
      settings,
      last: { name: 'Ash Fell' },
    })
    expect(after.body).not.toContain('Riverside <b>')
    expect((await get('/desk/site/samples', cookie)).body).toContain('The samples are gone')
  })
})
