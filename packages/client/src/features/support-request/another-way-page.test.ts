import {
  busConsultation,
  busVersion,
} from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageReadyEvent } from '../../app/page-element.ts'
import type { Services } from '../../app/services.ts'
import { emptyDevice, openTab } from '../../offline/test-support/device.ts'
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
  quiet,
  showPage,
  slug,
  spoken,
  withRecords,
} from '../../test-support/app.ts'
import { anotherWayMarkup } from '../../test-support/server-pages.ts'
import { MyResponsesPage } from '../response/my-responses-page.ts'
import { AnotherWayPage } from './another-way-page.ts'
import { RequestPage } from './request-page.ts'

beforeEach(emptyDevice)
afterEach(() => {
  vi.restoreAllMocks()
  leaveSite()
})

const here = `/consultations/${slug}/another-way`

async function opened(services?: Services, server = fakeServer(), search = '') {
  emptySite(here + search)
  const app = services ?? (await openApp(server))
  const page = new AnotherWayPage()
  await showPage(page, app, { slug })
  return { services: app, server, page }
}

async function fillIn(): Promise<void> {
  byId('format').click()
  await userEvent.click(byId('format_7'))
  await userEvent.type(byId('say-other-language'), 'Polish')
  await userEvent.click(byId('reach'))
  await userEvent.type(byId('reach-phone'), '01632 960 001')
}

const problems = (): readonly string[] =>
  [...document.querySelectorAll('#error-summary li')].map(({ textContent }) => textContent.trim())

/** The page that the app goes on to after sending. */
async function shownRequest(services: Services, path: string): Promise<RequestPage> {
  emptySite(path)
  const page = new RequestPage()
  await showPage(page, services, { request: path.split('/').at(-1) })
  return page
}

describe('asking for something in another way', () => {
  it('says what is missing, beside the fields and above them, and loses nothing', async () => {
    await opened()
    const titles: string[] = []
    addEventListener('page-ready', (event) => titles.push((event as PageReadyEvent).pageTitle))
    await userEvent.type(byId('called'), 'Sam')
    press('Send my request')
    await inTime(() =>
      expect(problems()).toEqual([
        'Select at least one thing that you would like',
        'Select how we should reach you',
      ]),
    )
    expect(document.activeElement?.id).toBe('error-summary')
    expect(titles.at(-1)).toMatch(/^Error: Ask for this in another way – /)
    await userEvent.click(byId('format_7'))
    await userEvent.click(byId('reach_3'))
    await userEvent.type(byId('reach-email'), 'sam')
    press('Send my request')
    await inTime(() =>
      expect(problems()).toEqual([
        'Enter a few words about ‘Another language’',
        'Enter an email address, like name@example.com',
      ]),
    )
    press('Enter an email address')
    expect(document.activeElement?.id).toBe('reach-email')
    expect([byId('called').value, byId('reach-email').value, byId('format_7').checked]).toEqual([
      'Sam',
      'sam',
      true,
    ])
  })

  it('sends only what was chosen, and gives the reference and the day', async () => {
    const gone = destinations()
    const { services, server } = await opened()
    await fillIn()
    await userEvent.click(byId('reach_3'))
    await userEvent.type(byId('reach-email'), 'sam@example.com')
    await userEvent.click(byId('reach'))
    press('Send my request')
    await inTime(() => expect(server.sent).toHaveLength(1))
    expect(server.sent[0]).toMatchObject({
      kind: 'support-request.ask',
      input: {
        slug,
        request: {
          needs: ['easy-read', 'other-language'],
          say: { 'other-language': 'Polish' },
          reach: { by: 'phone', to: '01632 960 001' },
          remember: false,
        },
      },
    })
    expect(JSON.stringify(server.sent[0])).not.toContain('sam@example.com')
    await inTime(() => expect(gone.at(-1)).toMatch(/^\/my-responses\/asked\/[0-9a-f-]{36}$/))
    await shownRequest(services, gone.at(-1) ?? '')
    await inTime(() => expect(heading()).toBe('We have received your request'))
    expect(document.body.textContent).toContain('BCDF-1234')
    expect(document.body.textContent).toContain('We aim to reply by phone by 22 January 2027.')
  })

  it('waits without a connection, says so, and is received by itself later', async () => {
    const server = fakeServer()
    server.reachable = false
    const gone = destinations()
    // The consultation is on the device already.
    const services = await openApp(server)
    await services.library.keep(busVersion)
    await opened(services, server)
    await fillIn()
    await userEvent.click(byId('own-device'))
    press('Send my request')
    await inTime(() => expect(gone).toHaveLength(1))
    await shownRequest(services, gone[0] ?? '')
    expect(heading()).toBe('Your request is waiting to be sent')
    expect(document.body.textContent).toContain('It is saved on this device.')
    press('Try to send now')
    await inTime(() =>
      expect(document.body.textContent).toContain(
        'We could not send it just now. We will keep trying.',
      ),
    )
    const said = spoken()
    await quiet()
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(heading()).toBe('We have received your request'))
    await inTime(() => expect(said).toContain('We have received your request. Reference BCDF-1234'))
    expect(await services.records.waiting()).toEqual([])
  })

  it('shows why it was refused, and gives the words back to be changed and sent again', async () => {
    const gone = destinations()
    const server = fakeServer()
    server.answer = () => ({
      outcome: 'refused',
      problems: [{ code: 'request-received-different' }],
    })
    const { services } = await opened(undefined, server)
    await fillIn()
    press('Send my request')
    await inTime(() => expect(gone).toHaveLength(1))
    await shownRequest(services, gone[0] ?? '')
    await inTime(() => expect(heading()).toBe('We could not take your request'))
    expect(document.body.textContent).toContain(
      'We received this request before, with other words.',
    )
    const link = [...document.querySelectorAll('a')].find(({ textContent }) =>
      textContent.startsWith('Look at it'),
    )
    server.answer = fakeServer().answer
    await opened(services, server, link?.search)
    expect([
      byId('format').checked,
      byId('say-other-language').value,
      byId('reach-phone').value,
    ]).toEqual([true, 'Polish', '01632 960 001'])
    press('Send my request')
    await inTime(() => expect(gone).toHaveLength(2))
    await inTime(async () =>
      expect(
        (await services.records.list('support-request')).map((record) => record.state),
      ).toEqual(['received']),
    )
    expect(gone[1]).not.toBe(gone[0])
  })

  it('is sent straight away where the device has no room to let it wait, and keeps the words where that fails too', async () => {
    const server = fakeServer()
    const full = withRecords(await openApp(server), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    server.reachable = false
    const gone = destinations()
    await full.library.keep(busVersion)
    await opened(full, server)
    await fillIn()
    press('Send my request')
    await inTime(() =>
      expect(document.body.textContent).toContain('Not sent. We could not reach Takepart.'),
    )
    expect([gone, byId('reach-phone').value]).toEqual([[], '01632 960 001'])
    server.reachable = true
    press('Send my request')
    await inTime(() => expect(gone).toHaveLength(1))
    await shownRequest(full, gone[0] ?? '')
    expect(heading()).toBe('We have received your request')
    expect(document.body.textContent).toContain('Take your reference with you')
  })

  it('is sent once however often the button is pressed', async () => {
    const { server } = await opened()
    await fillIn()
    for (let presses = 0; presses < 5; presses += 1) press('Send my request')
    await inTime(() => expect(server.sent).toHaveLength(1))
    await quiet()
    expect(server.sent).toHaveLength(1)
  })

  it('goes on from the server’s page without a word lost, also of a consultation that opens later', async () => {
    const main = emptySite(here)
    const server = fakeServer()
    server.versions = []
    const services = await openApp(server)
    main.innerHTML = anotherWayMarkup()
    const page = main.firstElementChild as AnotherWayPage
    byId('called').value = 'Sam'
    byId('format_2').checked = true
    byId('called').focus()
    const [field, title] = [byId('called'), busConsultation.title]
    const ready = new Promise((resolve) =>
      page.addEventListener('page-ready', resolve, { once: true }),
    )
    page.arrive(services, { slug })
    await ready
    await page.updateComplete
    await inTime(() => expect([field.value, byId('format_2').checked]).toEqual(['Sam', true]))
    expect([byId('called'), document.activeElement]).toEqual([field, field])
    expect(document.body.textContent).toContain(title)
    await userEvent.click(byId('reach'))
    await userEvent.type(byId('reach-phone'), '01632 960 001')
    press('Send my request')
    await inTime(() =>
      expect(server.sent[0]).toMatchObject({
        input: { request: { needs: ['large-print'], name: 'Sam' } },
      }),
    )
  })

  it('keeps what is written as it is typed, says so, and has it again on a page that is loaded anew', async () => {
    const { services } = await opened()
    await fillIn()
    await userEvent.type(byId('called'), 'Sam')
    await inTime(() =>
      expect(byId('saved').textContent).toMatch(
        /^Saved on this device until you close Takepart (\d|mid)/,
      ),
    )
    await userEvent.click(byId('own-device'))
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved on this device (\d|mid)/))
    expect(await (await openTab()).list('support-request')).toMatchObject([
      {
        kind: 'support-request',
        state: 'draft',
        draft: { slug, ownDevice: true, written: { name: 'Sam', to: { phone: '01632 960 001' } } },
      },
    ])
    await opened(services)
    expect([
      byId('format').checked,
      byId('say-other-language').value,
      byId('reach-phone').value,
      byId('called').value,
    ]).toEqual([true, 'Polish', '01632 960 001', 'Sam'])
    expect(byId('saved').textContent).toBe('Saved on this device')
  })

  it('is one record from the first letter to the reference', async () => {
    const { services, server } = await opened()
    await fillIn()
    await inTime(async () =>
      expect((await services.records.list('support-request')).map(({ state }) => state)).toEqual([
        'draft',
      ]),
    )
    press('Send my request')
    await inTime(() => expect(server.sent).toHaveLength(1))
    await inTime(async () =>
      expect((await services.records.list('support-request')).map(({ state }) => state)).toEqual([
        'received',
      ]),
    )
    await opened(services)
    expect(byId('reach-phone').value, 'a new form is empty').toBe('')
  })

  it('loses nothing where two tabs write: each goes on in a record of its own', async () => {
    const services = await openApp()
    await opened(services)
    await userEvent.type(byId('called'), 'Sam')
    await inTime(() => expect(byId('saved').textContent).toContain('Saved'))
    await opened(services)
    const [begun] = await services.records.list('support-request')
    if (begun?.state !== 'draft') throw new Error('nothing was begun')
    await services.records.adopt({
      ...begun,
      draft: { ...begun.draft, written: { ...begun.draft.written, name: 'Sam, in the other tab' } },
    })
    await userEvent.type(byId('called'), 'my')
    await inTime(async () =>
      expect(
        (await services.records.list('support-request'))
          .map(({ draft }) => ('written' in draft ? draft.written.name : ''))
          .sort(),
      ).toEqual(['Sam, in the other tab', 'Sammy']),
    )
  })

  it('says that it is not saved where the device takes nothing, and gives a copy', async () => {
    const full = withRecords(await openApp(), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    await opened(full)
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:none'
    })
    await userEvent.type(byId('called'), 'Sam')
    await inTime(() =>
      expect(byId('saved').textContent).toBe(
        'Not saved on this device. There is no room left on the device.',
      ),
    )
    press('Save a copy as a file')
    await inTime(async () => expect(await files[0]?.text()).toContain('Sam'))
  })

  it('has no page where there is no such consultation', async () => {
    const server = fakeServer()
    server.versions = []
    await opened(undefined, server)
    expect(heading()).toBe('There is nothing to answer here now')
  })
})

describe('a request on this device', () => {
  it('is listed with its state, goes into the file that is taken away, and can be deleted', async () => {
    const gone = destinations()
    const { services } = await opened()
    await fillIn()
    press('Send my request')
    await inTime(async () =>
      expect((await services.records.list('support-request'))[0]?.state).toBe('received'),
    )
    emptySite('/my-responses')
    await showPage(new MyResponsesPage(), services)
    expect(byId('requests').textContent).toContain(
      'Reference BCDF-1234. We aim to reply by 22 January 2027.',
    )
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:none'
    })
    press('Save everything as a file')
    expect(await files[0]?.text()).toContain('01632 960 001')
    await shownRequest(services, gone[0] ?? '')
    press('Delete from this device')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('Yes, delete it')
    await inTime(() => expect(gone.at(-1)).toBe('/my-responses'))
    expect(await services.records.list('support-request')).toEqual([])
  })

  it('is listed while it is not sent, can be gone on with, and can be deleted', async () => {
    const gone = destinations()
    const { services } = await opened()
    await userEvent.type(byId('called'), 'Sam')
    await inTime(async () => expect(await services.records.list('support-request')).toHaveLength(1))
    emptySite('/my-responses')
    await showPage(new MyResponsesPage(), services)
    expect(byId('requests').textContent).toMatch(/Last written .+\. Not sent\./)
    const path = byId('requests').querySelector('a')?.pathname ?? ''
    await shownRequest(services, path)
    expect(heading()).toBe('Your request is not sent')
    const link = [...document.querySelectorAll('a')].find(({ textContent }) =>
      textContent.startsWith('Go on'),
    )
    await opened(services, fakeServer(), link?.search)
    expect(byId('called').value).toBe('Sam')
    await shownRequest(services, path)
    press('Delete from this device')
    await inTime(() => expect(document.activeElement?.id).toBe('keep'))
    press('Yes, delete it')
    await inTime(() => expect(gone.at(-1)).toBe('/my-responses'))
    expect(await services.records.list('support-request')).toEqual([])
  })

  it('says that there is none of this address', async () => {
    const services = await openApp()
    await shownRequest(services, '/my-responses/asked/00000000-0000-4000-8000-000000000009')
    expect(heading()).toBe('This response is not on this device')
  })
})
