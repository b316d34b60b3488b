import { randomUUID } from 'node:crypto'
import {
  logoPiece,
  noSiteSettings,
  type SiteSettings,
} from '@takepart/shared/domain/site/site-settings'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../test-support/page-app.ts'
import { smallConsultation } from '../../test-support/sample-response.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { callerFor, testContext } from '../../test-support/test-context.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { publishConsultation } from '../consultation/publish-consultation.ts'
import { listSiteVersions } from './site.queries.ts'

let database: TestDatabase
let server: TestApp
beforeAll(async () => {
  database = await createTestDatabase()
  await publishConsultation(database.calls, smallConsultation())
  server = await createTestApp(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  await database.asOwner(
    `alter table site_setting_version disable trigger immutable; delete from site_setting_version;
     alter table site_setting_version enable trigger immutable; delete from site_media;
     update site_setting set revision = 0, settings = '{}', logo = null`,
  )
})

const person = async (name = 'Ash Fell') => {
  const { actor } = await signInStaff(database, { roles: ['administrator'], name })
  return callerFor(testContext(database, { actor }))
}
const trust = (changes: Partial<SiteSettings> = {}): SiteSettings => ({
  ...noSiteSettings,
  name: 'Riverside NHS Trust',
  ...changes,
})
const textAt = async (url: string) => (await server.app.inject({ url })).body
const soon = (url: string) => expect.poll(() => textAt(url), { timeout: 2_000 })

describe('saving what the Trust says of itself', () => {
  it('keeps every revision with who wrote it, and what was refused nowhere', async () => {
    const ash = await person()
    expect(await ash.site.save({ seen: 0, settings: trust() })).toMatchObject({
      outcome: 'saved',
      revision: 1,
    })
    const wrong = await ash.site.save({ seen: 1, settings: trust({ email: 'x' }) })
    expect(wrong).toMatchObject({ outcome: 'refused', problems: [{ code: 'email-unclear' }] })
    await ash.site.save({ seen: 1, settings: trust({ hours: 'Mondays' }) })
    const again = await ash.site.save({ seen: 2, settings: trust({ hours: 'Mondays' }) })
    expect(again).toMatchObject({ outcome: 'saved', revision: 2 })
    expect(await listSiteVersions(database.calls, 9)).toMatchObject([
      { revision: 2, by_name: 'Ash Fell' },
      { revision: 1, by_name: 'Ash Fell' },
    ])
    await expect(database.asOwner('delete from site_setting_version')).rejects.toMatchObject({
      code: '23001',
    })
  })

  it('puts together what two people wrote in different fields at the same time', async () => {
    const [ash, bo] = [await person(), await person('Bo Larch')]
    await ash.site.save({ seen: 0, settings: trust() })
    const both = await Promise.all([
      ash.site.save({ seen: 1, settings: trust({ phone: '01632 960 001' }) }),
      bo.site.save({ seen: 1, settings: trust({ email: 'ask@riverside.example' }) }),
    ])
    expect(both.map(({ outcome }) => outcome)).toEqual(['saved', 'saved'])
    const last = await ash.site.save({ seen: 3, settings: trust({ phone: '', email: '' }) })
    expect(last).toMatchObject({ outcome: 'saved', revision: 4 })
    const second = both.find(({ outcome, ...one }) => outcome === 'saved' && 'with' in one)
    expect(second).toMatchObject({
      revision: 3,
      settings: { phone: '01632 960 001', email: 'ask@riverside.example' },
    })
  })

  it('shows the second person what the first wrote in the same field, and stores nothing of theirs yet', async () => {
    const [ash, bo] = [await person(), await person('Bo Larch')]
    await bo.site.save({ seen: 0, settings: trust({ hours: 'Mondays' }) })
    const late = await ash.site.save({ seen: 0, settings: trust({ hours: 'Tuesdays', post: 'x' }) })
    expect(late).toMatchObject({
      outcome: 'clashed',
      revision: 1,
      by: 'Bo Larch',
      clashes: [{ field: 'hours', theirs: 'Mondays' }],
      settings: { hours: 'Mondays', post: '' },
    })
    const decided = await ash.site.save({
      seen: 1,
      settings: trust({ hours: 'Tuesdays', post: 'x' }),
    })
    expect(decided).toMatchObject({ outcome: 'saved', settings: { hours: 'Tuesdays', post: 'x' } })
  })

  it('is on the pages of every server within a second or two, and in nobody’s log but by number', async () => {
    const other = await createTestApp(database)
    for (const { app } of [server, other])
      expect((await app.inject({ url: '/help' })).body).toContain('has not written here yet')
    const ash = await person()
    const canary = 'canary-9f1@riverside.example'
    await ash.site.save({
      seen: 0,
      settings: trust({
        email: canary,
        line1When: 'Our line',
        line1Phone: '01632 960 002',
        lawfulBasis: 'Article 6(1)(e)',
        keptFor: '8 years',
        officerName: 'Kit Moss',
        officerEmail: 'dpo@riverside.example',
        reviewedOn: '2027-01-14',
        replyWithin: '7',
        plannedFor: '2027-09-30',
      }),
    })
    for (const { app } of [server, other])
      await expect
        .poll(async () => (await app.inject({ url: '/help' })).body, { timeout: 2_000 })
        .toContain(canary)
    await soon('/').toContain('Takepart is run here by Riverside NHS Trust.')
    await soon('/help').toContain('tel:01632960002')
    await soon('/help-now').toContain('01632')
    const privacy = await textAt('/privacy')
    for (const words of ['Article 6(1)(e)', '8 years', 'Kit Moss', 'ico.org.uk'])
      expect(privacy).toContain(words)
    expect(privacy).not.toContain('has not written')
    const statement = await textAt('/accessibility')
    for (const words of ['14 January 2027', 'within 7 working days', 'By 30 September 2027'])
      expect(statement).toContain(words)
    const { rows } = await database.asOwner("select * from audit_entry where verb = 'site.set-up'")
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('riverside')
    await other.close()
  })

  it('leaves a consultation the contact that it has', async () => {
    const ash = await person()
    await ash.site.save({ seen: 0, settings: trust({ email: 'site@riverside.example' }) })
    const { contact } = smallConsultation()
    await soon('/consultations/waiting-rooms').toContain('run here by Riverside NHS Trust')
    const page = await textAt('/consultations/waiting-rooms')
    expect(page).toContain(`<p>${contact.name}</p>`)
    expect(page).not.toContain('site@riverside.example')
  })
})

describe('the logo', () => {
  const drawn = (size = 300) =>
    sharp({ create: { width: size, height: 100, channels: 3, background: '#005eb8' } })
      .withExif({ IFD0: { Copyright: 'canary-in-the-file' } })
      .png()
      .toBuffer()

  const send = async (bytes: Buffer) => {
    const ash = await person()
    const file = randomUUID()
    const pieces = Math.ceil(bytes.length / logoPiece)
    for (let number = 0; number < pieces; number += 1) {
      const piece = bytes.subarray(number * logoPiece, (number + 1) * logoPiece).toString('base64')
      await ash.site.sendLogoPiece({ file, number, piece })
    }
    return ash.site.setLogo({ file, pieces })
  }

  it('is made anew, stands in the foot with the name of the Trust, and is gone when it is taken off', async () => {
    const ash = await person()
    await ash.site.save({ seen: 0, settings: trust() })
    const result = await send(await drawn())
    if (!result.ok) throw new Error(result.problem)
    const [{ address } = { address: '' }] = result.logo.files
    await soon('/').toContain(address)
    expect(await textAt('/')).toContain('alt="Riverside NHS Trust"')
    for (const file of result.logo.files) {
      const { statusCode, rawPayload } = await server.app.inject({ url: file.address })
      expect(statusCode).toBe(200)
      expect(rawPayload.includes('canary-in-the-file')).toBe(false)
    }
    await ash.site.removeLogo({})
    await soon('/').not.toContain(address)
    expect((await server.app.inject({ url: address })).statusCode).toBe(404)
  })

  it('comes in pieces, and words that were being written meanwhile clash with nothing', async () => {
    const ash = await person()
    await ash.site.save({ seen: 0, settings: trust() })
    const noise = Buffer.from(Array.from({ length: 500 * 500 * 3 }, (_, at) => (at * 7919) % 251))
    const large = await sharp(noise, { raw: { width: 500, height: 500, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer()
    expect(large.length).toBeGreaterThan(logoPiece)
    expect(await send(large)).toMatchObject({ ok: true })
    const saved = await ash.site.save({ seen: 1, settings: trust({ hours: 'Mondays' }) })
    expect(saved).toMatchObject({ outcome: 'saved', revision: 3 })
    expect(saved).not.toHaveProperty('with')
  })

  it.each([
    ['words', async () => Buffer.from('not a picture'), 'logo-not-a-picture'],
    ['a drawing', async () => Buffer.from('<svg xmlns="x"/>'), 'logo-not-a-picture'],
    ['half a picture', async () => (await drawn()).subarray(0, 90), 'logo-not-a-picture'],
    ['a wall', () => drawn(200_000), 'logo-too-many-pixels'],
    ['too many bytes', async () => Buffer.alloc(1_000_001), 'logo-too-large'],
  ])('is not %s', async (_, make, problem) => {
    expect(await send(await make())).toEqual({ ok: false, problem })
    expect((await database.asOwner('select count(*)::int as n from site_logo_piece')).rows).toEqual(
      [{ n: 0 }],
    )
  })

  it('is not what somebody else has sent, nor what has not come whole', async () => {
    const [ash, bo] = [await person(), await person('Bo Larch')]
    const file = randomUUID()
    const piece = (await drawn()).toString('base64')
    await ash.site.sendLogoPiece({ file, number: 0, piece })
    expect(await bo.site.setLogo({ file, pieces: 1 })).toEqual({
      ok: false,
      problem: 'logo-not-whole',
    })
    expect(await ash.site.setLogo({ file, pieces: 2 })).toEqual({
      ok: false,
      problem: 'logo-not-whole',
    })
  })
})
