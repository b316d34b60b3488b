import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { ReceivedResponse } from '@takepart/shared/domain/response/response'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Services } from '../../app/services.ts'
import { emptyDevice, receipt, responseId } from '../../offline/test-support/device.ts'
import {
  byId,
  destinations,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
  slug,
  withRecords,
} from '../../test-support/app.ts'
import { OpenResponsePage } from './open-response-page.ts'
import { RecordPage } from './record-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const id = responseId(7)
const code = 'ABCD-EFGH-JKMN-PQRS-TVWX'
const held: ReceivedResponse = {
  receipt: receipt(id, { closesAt: busVersion.consultation.closesAt }),
  slug,
  version: 3,
  edition: 'standard',
  answers: { 'how-travel': { kind: 'one-of', choice: 'car' } },
}

function serverThatHas(response = held) {
  const server = fakeServer()
  const read = vi.fn<Services['api']['readResponse']>(async (asked) =>
    asked.reference === 'KTRM-4821' && asked.code === code.replaceAll('-', '')
      ? { ok: true, value: response }
      : { ok: false, problems: [{ code: 'response-not-found' }] },
  )
  server.read = read
  return { server, read }
}

async function open(services: Services, reference: string, typed: string): Promise<void> {
  emptySite('/open-response')
  await showPage(new OpenResponsePage(), services)
  await userEvent.fill(byId('reference'), reference)
  await userEvent.fill(byId('code'), typed)
  press('Open my response')
}

describe('opening a response with what is on its receipt', () => {
  it.each([
    ['KTRM-4821', code],
    [' ktrm 4821 ', code.toLowerCase()],
    ['KTRM4821', code.replaceAll('-', ' ')],
  ])('understands %s and %s', async (reference, typed) => {
    const { server } = serverThatHas()
    const services = await openApp(server)
    const asked = destinations()
    await open(services, reference, typed)
    await inTime(() => expect(asked).toHaveLength(1))
    const record = await services.records.read('response', id)
    expect(asked).toEqual([`/my-responses/${record?.draft.name}`])
    expect(record).toMatchObject({
      kind: 'response',
      state: 'received',
      draft: { answers: held.answers, ownDevice: false },
    })
  })

  it('says what is missing, field by field, and asks the server nothing', async () => {
    const { server, read } = serverThatHas()
    await open(await openApp(server), 'KTRM', 'ABCD')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    expect(document.querySelectorAll('.summary li')).toHaveLength(2)
    press('Enter your private code')
    expect(document.activeElement?.id).toBe('code')
    expect(byId('code').value).toBe('ABCD')
    expect(read).not.toHaveBeenCalled()
  })

  it('says when there is none, and when nobody could be asked, and keeps what was typed', async () => {
    const { server } = serverThatHas()
    const services = await openApp(server)
    await open(services, 'AAAA-0000', code)
    await inTime(() =>
      expect(document.querySelector('.summary')?.textContent).toContain(
        'We cannot find a response with that reference',
      ),
    )
    server.reachable = false
    press('Open my response')
    await inTime(() =>
      expect(document.querySelector('.summary')?.textContent).toContain(
        'We could not reach Takepart',
      ),
    )
    expect([byId('reference').value, byId('code').value]).toEqual(['AAAA-0000', code])
  })

  it('asks once, however often it is pressed', async () => {
    const { server, read } = serverThatHas()
    await open(await openApp(server), 'KTRM-4821', code)
    press('Open my response')
    await inTime(() => expect(read).toHaveBeenCalledOnce())
  })

  it('does not shorten how long its own device keeps it', async () => {
    const { server } = serverThatHas({ ...held, receipt: { ...held.receipt, revision: 2 } })
    const services = await openApp(server)
    const asked = destinations()
    await services.records.adopt({
      kind: 'response',
      state: 'received',
      receipt: held.receipt,
      draft: {
        id,
        slug,
        version: 3,
        edition: 'standard',
        title: 'The bus to the clinic',
        revision: 0,
        answers: {},
        others: [],
        paging: 'question',
        startedAt: '2027-05-01T10:00:00Z',
        changedAt: '2027-05-01T10:00:00Z',
        ownDevice: true,
        code,
      },
    })
    await open(services, 'KTRM-4821', code)
    await inTime(() => expect(asked).toHaveLength(1))
    expect(await services.records.read('response', id)).toMatchObject({
      receipt: { revision: 2 },
      draft: { ownDevice: true },
    })
  })

  it('is shown all the same where the device keeps nothing', async () => {
    const { server } = serverThatHas()
    const services = withRecords(await openApp(server), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    const asked = destinations()
    await open(services, 'KTRM-4821', code)
    await inTime(() => expect(asked).toHaveLength(1))
    emptySite(`/my-responses/${id}`)
    await showPage(new RecordPage(), services, { response: id })
    expect(heading()).toBe('We have received your response')
    expect(document.body.textContent).toContain('By car')
  })
})

it('does not call a fault of ours a connection that failed, and reports it', async () => {
  const { server } = serverThatHas()
  const bug = new TypeError('x is not a function')
  server.read = async () => {
    throw bug
  }
  emptySite('/open-response')
  const page = new OpenResponsePage()
  await showPage(page, await openApp(server))
  await userEvent.fill(byId('reference'), 'KTRM-4821')
  await userEvent.fill(byId('code'), code)
  // As the button does, which leaves the error to the browser's own report.
  await expect((page as unknown as { open(): Promise<void> }).open()).rejects.toBe(bug)
  const words = document.querySelector('.summary')?.textContent
  expect(words).toContain('it is our fault')
  expect(words).not.toContain('could not reach')
  expect(document.activeElement).toBe(document.querySelector('.summary'))
})
