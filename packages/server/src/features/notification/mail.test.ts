import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom } from '../../context.ts'
import { startJobRunner } from '../../db/jobs/job-runner.ts'
import { createLog } from '../../log.ts'
import { startMailServer, type MailServer } from '../../test-support/mail-server.ts'
import { createTestDatabase, type TestDatabase } from '../../test-support/test-database.ts'
import { smtpTransport, type MailTransport } from './mail-transport.ts'
import { listMail } from './mail.queries.ts'
import { addMailJob, notificationTasks, type Mailing } from './notification.tasks.ts'
import { mostMailsADay, queueMail, type MailToQueue } from './queue-mail.ts'
import { MailNotTaken, sendMail, sweepSending } from './send-mail.ts'

const origin = 'https://takepart.example.nhs.uk'
const noon = new Date('2027-03-01T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

let database: TestDatabase
let server: MailServer
let transport: MailTransport
let jobs: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  server = await startMailServer()
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(() => {
  jobs = []
  server.behave('take')
  transport = smtpTransport({ url: server.url, from: 'Takepart <takepart@garden.example>' })
})
afterEach(async () => {
  transport.close()
  await database.asOwner('delete from mail')
})

const aConcern: MailToQueue<'concern-raised'> = {
  kind: 'concern-raised',
  parameters: { severity: 'today' },
  recipient: 'team@garden.example',
  event: 'concern 1 raised, to staff 1',
}

const queue = (mail: MailToQueue<'concern-raised'> = aConcern, now = noon) =>
  database.calls.transaction().execute((trx) =>
    queueMail(trx, mail, {
      now,
      addJob: async (_trx, id) => {
        jobs.push(id)
      },
    }),
  )

const deps = (now = noon) => ({
  db: database.calls,
  transport,
  now: () => now,
  origin,
  secretPathOf: async () => undefined,
})

const send = (id = jobs[0] ?? '', now = noon) => sendMail(deps(now), id)
const stored = async () => (await listMail(database.pages, 100))[0]
const takenFrom = (before: number) => server.taken.slice(before)

describe('queueMail', () => {
  it('queues an event once, however often it is told', async () => {
    expect(await Promise.all([queue(), queue(), queue()])).toEqual(
      expect.arrayContaining(['queued', 'told-already', 'told-already']),
    )
    expect(jobs).toHaveLength(1)
  })

  it('queues nothing when what it tells of is not committed', async () => {
    const failing = database.calls.transaction().execute(async (trx) => {
      await queueMail(trx, aConcern, { now: noon, addJob: async () => {} })
      throw new Error('The concern could not be stored')
    })
    await expect(failing).rejects.toThrow('could not be stored')
    expect(await stored()).toBeUndefined()
  })

  it('holds what is more than an address may get in a day, also when all come at once (S26)', async () => {
    const many = Array.from({ length: mostMailsADay + 30 }, (_, n) => ({
      ...aConcern,
      event: `concern ${n}`,
    }))
    const outcomes = await Promise.all(many.map((mail) => queue(mail)))
    expect(outcomes.filter((one) => one === 'queued')).toHaveLength(mostMailsADay)
    expect(outcomes.filter((one) => one === 'held')).toHaveLength(30)
    expect(await queue({ ...aConcern, event: 'next day' }, later(24 * 60 + 1))).toBe('queued')
    expect(await queue({ ...aConcern, recipient: 'other@garden.example', event: 'other' })).toBe(
      'queued',
    )
  })

  it.each(['a@garden.example\r\nBcc: b@garden.example', 'Ana <a@garden.example>', 'nobody'])(
    'refuses to write to %j',
    (recipient) => expect(queue({ ...aConcern, recipient })).rejects.toThrow(RangeError),
  )
})

describe('sendMail', () => {
  it('sends plain text with one link and marks itself as automatic', async () => {
    const before = server.taken.length
    await queue()
    await send()
    const [mail, ...others] = takenFrom(before)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('An urgent concern that nobody has taken')
    expect(mail?.text).toContain(`${origin}/desk/concerns`)
    expect(mail?.html).toBe(false)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.to).toMatchObject({ text: 'team@garden.example' })
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 1 })
  })

  it('sends once when several workers have the same job (F57)', async () => {
    const before = server.taken.length
    await queue()
    await Promise.all(Array.from({ length: 8 }, () => send()))
    await send()
    expect(takenFrom(before)).toHaveLength(1)
  })

  it('waits and tries again when the mail server is busy or away (F54)', async () => {
    const before = server.taken.length
    await queue()
    server.behave('later')
    await expect(send()).rejects.toThrow(MailNotTaken)
    expect(await stored()).toMatchObject({ state: 'waiting', failure: 'EENVELOPE 451' })
    const away = smtpTransport({ url: 'smtp://127.0.0.1:1', from: 'takepart@garden.example' })
    await expect(sendMail({ ...deps(), transport: away }, jobs[0] ?? '')).rejects.toThrow(
      MailNotTaken,
    )
    away.close()
    server.behave('take')
    await send()
    expect(takenFrom(before)).toHaveLength(1)
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 3, failure: null })
  })

  it('gives up on an address that the mail server refuses for good', async () => {
    await queue()
    server.behave('refuse')
    await send()
    expect(await stored()).toMatchObject({ state: 'refused', failure: 'EENVELOPE 550' })
  })

  it('never repeats a mail when nobody can tell whether it was taken', async () => {
    const before = server.taken.length
    await queue()
    server.behave('cut-after-text')
    await send()
    expect(await stored()).toMatchObject({ state: 'unknown' })
    server.behave('take')
    await send()
    expect(takenFrom(before)).toEqual([])
  })

  it('puts the secret path into the mail and nowhere else', async () => {
    const before = server.taken.length
    await queue()
    await sendMail({ ...deps(), secretPathOf: async () => '/desk/join/s3cret' }, jobs[0] ?? '')
    expect(takenFrom(before)[0]?.text).toContain(`${origin}/desk/join/s3cret`)
    const { rows } = await database.asOwner('select mail::text as row from mail')
    expect(JSON.stringify(rows)).not.toContain('s3cret')
  })
})

describe('sweepSending', () => {
  it('ends as unknown what a dead worker left, after a quarter of an hour', async () => {
    await queue()
    await database.asOwner(`update mail set state = 'sending'`)
    expect(await sweepSending(database.calls, later(14))).toBe(0)
    expect(await sweepSending(database.calls, later(16))).toBe(1)
    expect(await stored()).toMatchObject({ state: 'unknown', failure: 'worker stopped' })
  })
})

describe('notificationTasks', () => {
  const names = (mailing?: Mailing) => notificationTasks(mailing).map(({ name }) => name)

  it('has the task to send only where there is a mail server', () => {
    expect(names()).not.toContain('send-mail')
    expect(names({ ...deps(), secretPathOf: async () => undefined })).toContain('send-mail')
  })

  it('sends what was queued when a runner takes the job, once', async () => {
    const before = server.taken.length
    const runner = startJobRunner({
      connection: database.connection,
      tasks: notificationTasks({ ...deps(), secretPathOf: async () => undefined }),
      now: () => noon,
      random: systemRandom,
      log: createLog('silent'),
    })
    await database.calls
      .transaction()
      .execute((trx) => queueMail(trx, aConcern, { now: noon, addJob: addMailJob }))
    await expect.poll(async () => (await stored())?.state, { timeout: 15_000 }).toBe('sent')
    await runner.stop()
    expect(takenFrom(before)).toHaveLength(1)
  })
})
