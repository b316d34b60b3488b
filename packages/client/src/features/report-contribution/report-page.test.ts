import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { emptyDevice } from '../../offline/test-support/device.ts'
import type { ReportOutcome } from '@takepart/shared/domain/moderation/report'
import {
  byId,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
} from '../../test-support/app.ts'
import { ReportPage } from './report-page.ts'

const address = { slug: 'clinics', number: '12' }

beforeEach(async () => {
  await emptyDevice()
  emptySite('/rounds/clinics/said/12/report')
})
afterEach(() => {
  leaveSite()
  localStorage.clear()
})

async function opened(services?: Awaited<ReturnType<typeof openApp>>, server = fakeServer()) {
  const used = services ?? (await openApp(server))
  await showPage(new ReportPage(), used, address)
  return { services: used, server }
}

const words = () => document.body.textContent ?? ''
const choose = (label: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.click()

/** A server on which somebody has decided. */
function decided(outcome: ReportOutcome) {
  const server = fakeServer()
  server.answer = (command) => {
    if (command.kind !== 'report.send') throw new Error('not a report')
    return { outcome: 'accepted', receipt: { reportId: command.input.reportId, outcome } }
  }
  return server
}

describe('reporting a contribution', () => {
  it('asks for a reason, and then says that it is received and what comes of it', async () => {
    const { server } = await opened()
    expect(heading()).toBe('Report a contribution')
    press('Send my report')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    choose('It attacks a person')
    await userEvent.type(byId('report-words'), 'It made me uneasy')
    press('Send my report')
    await inTime(() => expect(words()).toContain('We have received your report.'))
    expect(words()).toContain('A person has not looked at it yet.')
    expect(server.sent).toMatchObject([
      {
        kind: 'report.send',
        input: { slug: 'clinics', number: 12, reason: 'attacks', words: 'It made me uneasy' },
      },
    ])
    expect(document.querySelector('form')).toBeNull()
  })

  it('needs words where no reason fits', async () => {
    const { server } = await opened()
    choose('Something else')
    press('Send my report')
    await inTime(() => expect(words()).toContain('Say in a few words what is wrong with it'))
    expect(server.sent).toEqual([])
  })

  it('is told what came of it when somebody has decided', async () => {
    const { services } = await opened()
    choose('It sells something')
    press('Send my report')
    await inTime(() => expect(words()).toContain('We have received your report.'))
    const [record] = await services.records.list('contribution-report')
    expect(record?.state).toBe('received')
    const server = decided('removed')
    const later = {
      ...services,
      send: (async (_: string, command: never) => server.answer(command)) as never,
    }
    emptySite('/rounds/clinics/said/12/report')
    await showPage(new ReportPage(), later, address)
    await inTime(() => expect(words()).toContain('it is no longer shown'))
  })

  it('waits on the device without a connection', async () => {
    const server = fakeServer()
    server.reachable = false
    const { services } = await opened(undefined, server)
    choose('It sells something')
    press('Send my report')
    await inTime(() => expect(words()).toContain('Not sent yet. It is on this device'))
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(words()).toContain('We have received your report.'))
  })

  it('is by one device for one discussion, which is not known again in another', async () => {
    const hashes: string[] = []
    for (const slug of ['clinics', 'clinics', 'garden']) {
      const server = fakeServer()
      emptySite(`/rounds/${slug}/said/3/report`)
      const services = await openApp(server)
      await showPage(new ReportPage(), services, { slug, number: '3' })
      for (const { draft } of await services.records.list('contribution-report'))
        await services.records.discard(draft.id)
      await inTime(() => expect(document.querySelector('form')).not.toBeNull())
      choose('It sells something')
      press('Send my report')
      await inTime(() => expect(server.sent).toHaveLength(1))
      const [command] = server.sent
      if (command?.kind === 'report.send') hashes.push(command.input.deviceHash)
      await inTime(() => expect(words()).toContain('We have received your report.'))
      for (const { draft } of await services.records.list('contribution-report'))
        await services.records.discard(draft.id)
    }
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes[1]).toBe(hashes[0])
    expect(hashes[2]).not.toBe(hashes[0])
  })
})
