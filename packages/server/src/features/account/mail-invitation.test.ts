import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer, type MailServer } from '../../test-support/mail-server.ts'
import { setScene } from '../../test-support/scene.ts'
import { signInStaff } from '../../test-support/staff.ts'
import { callerFor } from '../../test-support/test-context.ts'
import { smtpTransport, type MailTransport } from '../notification/mail-transport.ts'
import { listMail } from '../notification/mail.queries.ts'
import { sendMail } from '../notification/send-mail.ts'
import { inviteStaff } from './make-invitation.ts'
import { pathOfInvitation } from './mail-invitation.ts'
import { readInvitation } from './passkey/join.ts'

const scene = setScene()
const origin = 'https://takepart.example.nhs.uk'
const commandLine = { kind: 'command-line' } as const

let server: MailServer
let transport: MailTransport
beforeAll(async () => {
  server = await startMailServer()
  transport = smtpTransport({ url: server.url, from: 'takepart@garden.example' })
})
afterAll(async () => {
  transport.close()
  await server.close()
})
beforeEach(() => scene.database.asOwner('delete from mail; delete from invitation').then(() => {}))

const invite = async (changes: object = {}) => {
  const made = await inviteStaff({ ...scene.ctx, sendsMail: true }, commandLine, {
    name: 'Bo Larch',
    email: 'bo.larch@example.nhs.uk',
    roles: ['author', 'administrator'],
    everyConsultation: true,
    ...changes,
  })
  if (!made.ok) throw new Error('not invited')
  return made.value
}

const queued = () => listMail(scene.database.pages, 10)

/** Sends what waits; answers the secret in the newest mail that went. */
async function sentSecret(): Promise<string> {
  const [mail] = await queued()
  const secretPathOf = pathOfInvitation(scene.ctx)
  const deps = { db: scene.ctx.db, transport, now: scene.ctx.now, origin, secretPathOf }
  await sendMail(deps, mail?.id ?? '')
  return /\/desk\/join\/([\w-]{43})/.exec(server.taken.at(-1)?.text ?? '')?.[1] ?? ''
}

describe('the mail of an invitation', () => {
  it('carries the invitation and nothing else: no name, no role, no word of anybody’s', async () => {
    expect((await invite()).isMailed).toBe(true)
    const secret = await sentSecret()
    const mail = server.taken.at(-1)
    expect(mail?.text).toContain(`${origin}/desk/join/${secret}`)
    for (const word of ['Bo', 'Larch', 'uthor', 'dministrator'])
      expect(`${mail?.subject} ${mail?.text}`).not.toContain(word)
  })

  it('lets in whom the link on the screen lets in, and each of the two ends the other', async () => {
    const { token } = await invite()
    const secret = await sentSecret()
    expect(secret).not.toBe(token)
    for (const one of [token, secret])
      expect(await readInvitation(scene.ctx, one)).toMatchObject({
        ok: true,
        value: { name: 'Bo Larch' },
      })
    await scene.database.asOwner('update invitation set used_at = now()')
    for (const one of [token, secret])
      expect(await readInvitation(scene.ctx, one)).toMatchObject({ ok: false })
  })

  it('leaves no secret in the row of the mail or of the invitation', async () => {
    await invite()
    const secret = await sentSecret()
    for (const table of ['mail', 'invitation', 'audit_entry']) {
      const { rows } = await scene.database.asOwner(`select t::text from ${table} t`)
      expect(JSON.stringify(rows)).not.toContain(secret)
    }
  })

  it('is not sent when the invitation was taken back before it went', async () => {
    await invite()
    const admin = await signInStaff(scene.database)
    const { rows } = await scene.database.asOwner('select id from invitation')
    await callerFor({ ...scene.ctx, actor: admin.actor }).account.withdrawInvitation({
      invitationId: rows[0].id,
    })
    const before = server.taken.length
    await sentSecret()
    expect(server.taken.length).toBe(before)
    expect(await queued()).toMatchObject([
      { state: 'refused', failure: 'link not wanted any more' },
    ])
  })

  it('is not queued without an address, nor by a server that sends no mail, and the screen is told', async () => {
    expect((await invite({ email: '' })).isMailed).toBe(false)
    const admin = await signInStaff(scene.database, { roles: ['administrator'] })
    const made = await callerFor({ ...scene.ctx, actor: admin.actor }).account.invite({
      name: 'Cy Rowan',
      email: 'cy@example.nhs.uk',
      roles: ['author'],
      everyConsultation: true,
    })
    expect(made).toMatchObject({ ok: true, value: { isMailed: false } })
    expect(await queued()).toEqual([])
  })

  it('is never promised to an address that has had its mail for the day', async () => {
    for (let times = 0; times < 20; times += 1) expect((await invite()).isMailed).toBe(true)
    expect((await invite()).isMailed).toBe(false)
  })

  it('is made from the configured origin, whatever the request says (S16)', async () => {
    const admin = await signInStaff(scene.database, { roles: ['administrator'] })
    const edge = { ...scene.ctx.edge, publicOrigin: origin }
    const made = await callerFor({ ...scene.ctx, edge, actor: admin.actor }).account.invite({
      name: 'Cy Rowan',
      email: '',
      roles: ['author'],
      everyConsultation: true,
    })
    expect(made).toMatchObject({ ok: true, value: { origin } })
  })
})
