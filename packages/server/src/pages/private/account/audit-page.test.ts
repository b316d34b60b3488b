import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAct, type AuditActor } from '../../../features/account/audit/audit.queries.ts'
import { resolveActor } from '../../../features/account/session/resolve-actor.ts'
import { createTestApp, type TestApp } from '../../../test-support/page-app.ts'
import { publish, smallConsultation } from '../../../test-support/sample-response.ts'
import { signInStaff, type SignedIn } from '../../../test-support/staff.ts'
import { testContext, type TestContext } from '../../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../../test-support/test-database.ts'

const clinics = smallConsultation()
let database: TestDatabase
let tested: TestApp
let app: FastifyInstance
let ctx: TestContext
let ash: SignedIn
let bo: SignedIn

const write = (
  actor: AuditActor,
  verb: string,
  more: { at?: string; kind?: string; id?: string } = {},
) =>
  recordAct(database.calls, actor, {
    at: new Date(more.at ?? '2027-03-01T12:00:00Z'),
    verb,
    thing: { kind: more.kind ?? 'consultation', id: more.id ?? clinics.id },
  })

beforeAll(async () => {
  database = await createTestDatabase()
  await publish(database.calls, clinics)
  ctx = testContext(database)
  tested = await createTestApp(database, {}, (cookies) => resolveActor(ctx, cookies))
  app = tested.app
  ash = await signInStaff(database, { roles: ['administrator'], name: 'Ash <em>Fell' })
  bo = await signInStaff(database, { roles: ['author'], name: 'Bo Larch' })
  for (let one = 0; one < 120; one += 1) await write(bo.actor, 'consultation.write')
  await write(ash.actor, 'consultation.publish', { at: '2027-03-28T00:30:00Z' })
  await write({ kind: 'job', name: 'publish-at-time' }, 'consultation.publish', {
    at: '2027-03-28T23:30:00Z',
  })
  await write(ash.actor, 'staff.suspend', { kind: 'staff', id: bo.actor.staffId })
})
afterAll(async () => {
  await tested.close()
  await database.close()
})

const get = (search = '', cookie = ash.cookie) =>
  app.inject({ url: `/desk/audit${search}`, headers: { accept: 'text/html', cookie } })
/** Words of the page, with what each line says. */
const page = async (search = '') => {
  const { body } = await get(search)
  const lines = [...body.matchAll(/<p><strong>(.*?)<\/strong>(.*?)<\/p>/gs)].map(([, who, did]) =>
    `${who}${did}`.replaceAll(/\s+/g, ' '),
  )
  const href = (words: string): string =>
    (new RegExp(`href="([^"]*)">${words}`).exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
  return { body, lines, href }
}

describe('the audit log at the desk', () => {
  it('is for administrators and publishers', async () => {
    const may = async (role: 'publisher' | 'author' | 'moderator' | 'analyst') =>
      (await get('', (await signInStaff(database, { roles: [role] })).cookie)).statusCode
    expect([await may('publisher'), await may('author'), await may('moderator')]).toEqual([
      200, 404, 404,
    ])
    expect(await may('analyst')).toBe(404)
  })

  it('says in words who did what to what, newest first, and never as markup', async () => {
    const { body, lines } = await page()
    expect(lines.slice(0, 3)).toEqual([
      'Ash &lt;em&gt;Fell stopped Bo Larch signing in',
      'Takepart itself published Waiting rooms',
      'Ash &lt;em&gt;Fell published Waiting rooms',
    ])
    expect(body).not.toContain('<em>')
    expect(body).toContain('The log is as it was written')
  })

  it('goes on to older acts, each on one page, and back to the newest', async () => {
    const seen: string[] = []
    let { href, body } = await page()
    for (;;) {
      seen.push(...[...body.matchAll(/Entry (\d+)</g)].map(([, number = '']) => number))
      const older = href('Older acts')
      if (older === '') break
      ;({ href, body } = await page(older.slice('/desk/audit'.length)))
      expect(href('Newest acts')).toBe('/desk/audit')
    }
    expect(seen.map(Number)).toEqual(Array.from({ length: 123 }, (_, one) => 123 - one))
  })

  it('is looked through by person, by act, by thing and by day, and by all of them', async () => {
    const who = `who=staff:${ash.actor.staffId}`
    expect((await page(`?${who}`)).lines).toHaveLength(2)
    expect((await page('?did=consultation.publish')).lines).toHaveLength(2)
    expect((await page(`?${who}&did=consultation.publish`)).lines).toHaveLength(1)
    expect((await page(`?thing=staff:${bo.actor.staffId}`)).lines).toEqual([
      'Ash &lt;em&gt;Fell stopped Bo Larch signing in',
    ])
    expect((await page(`?who=job:publish-at-time`)).lines).toEqual([
      'Takepart itself published Waiting rooms',
    ])
  })

  it('keeps what is asked for on the way to older acts', async () => {
    const { href } = await page(`?who=staff:${bo.actor.staffId}`)
    const { lines } = await page(href('Older acts').slice('/desk/audit'.length))
    expect(new Set(lines)).toEqual(new Set(['Bo Larch wrote in Waiting rooms']))
  })

  it('takes a day as it is in the United Kingdom, on the day the clocks change as well', async () => {
    const on = (day: number, month: number) =>
      page(`?day_day=${day}&day_month=${month}&day_year=2027`)
    // Half past midnight on the 28th; and half past eleven by Greenwich that night, when summer time has begun.
    expect((await on(28, 3)).lines).toEqual(['Ash &lt;em&gt;Fell published Waiting rooms'])
    expect((await on(29, 3)).lines).toEqual(['Takepart itself published Waiting rooms'])
    expect((await on(27, 3)).lines).toEqual([])
  })

  it('says beside the field that there is no such day, keeps what was typed, and shows no acts as if they were its own', async () => {
    const { body, lines } = await page('?day_day=31&day_month=2&day_year=2027')
    expect(lines).toEqual([])
    expect(body.match(/Enter a day that is in the calendar/g)).toHaveLength(2)
    expect(body).toMatch(/id="day"[^>]*value="31"/)
  })

  it('names a person and an act in the lists, with the one asked for chosen', async () => {
    const { body } = await page('?did=consultation.publish')
    expect(body).toMatch(/<option value="consultation.publish" selected>Published …<\/option>/)
    expect(body).toMatch(/<option value="staff:[^"]*" ?>Bo Larch<\/option>/)
    expect(body).toContain('Show everything')
  })

  it('says which entry was changed', async () => {
    await database.asOwner(
      `set session_replication_role = replica; update audit_entry set actor = 'nobody' where number = 100`,
    )
    const { body } = await page()
    await database.asOwner(
      `set session_replication_role = replica; update audit_entry set actor = 'staff:${bo.actor.staffId}' where number = 100`,
    )
    expect(body).toContain('The log of who did what was changed')
    expect(body).toContain('Entry 100 is not as it was written')
    expect((await page()).body).toContain('The log is as it was written')
  })
})
