import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { emptyDevice } from '../../offline/test-support/device.ts'
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
  slug,
  spoken,
  withRecords,
} from '../../test-support/app.ts'
import { HelpNowPage, placeIn } from './help-now-page.ts'

const from = `/consultations/${slug}`
const here = `/help-now?from=${encodeURIComponent(from)}`

beforeEach(async () => {
  await emptyDevice()
  emptySite(here)
})
afterEach(leaveSite)

async function opened(services?: Awaited<ReturnType<typeof openApp>>, server = fakeServer()) {
  const used = services ?? (await openApp(server))
  const page = new HelpNowPage()
  await showPage(page, used)
  return { services: used, server, page }
}

const words = () => document.body.textContent ?? ''

describe('telling the Trust that one needs help', () => {
  it('is sent at once, says when it was received, and is emptied out of the form', async () => {
    const { server } = await opened()
    expect(heading()).toBe('I need help now')
    const said = spoken()
    await userEvent.type(byId('help-words'), 'I cannot go on')
    await userEvent.type(byId('help-reach'), '01632 960 001')
    press('Tell the Trust now')
    await inTime(() => expect(words()).toContain('The Trust received it on'))
    expect(server.sent).toMatchObject([
      {
        kind: 'help-request.ask',
        input: { place: from, words: 'I cannot go on', reach: '01632 960 001' },
      },
    ])
    expect(byId('help-words').value).toBe('')
    await inTime(() => expect(said.join(' ')).toContain('The Trust has received it.'))
  })

  it('waits on the device without a connection, with the numbers on the page, and is sent when there is one', async () => {
    const server = fakeServer()
    server.reachable = false
    const { services } = await opened(undefined, server)
    await userEvent.type(byId('help-words'), 'I cannot go on')
    press('Tell the Trust now')
    await inTime(() => expect(words()).toContain('Not sent yet. It is on this device'))
    expect(words()).toContain('116 123'.replace(' ', '\u00a0'))
    expect((await services.records.list('help-request')).map(({ state }) => state)).toEqual([
      'waiting',
    ])
    server.reachable = true
    await services.outbox.flush()
    await inTime(() => expect(words()).toContain('The Trust received it on'))
    expect(server.sent).toHaveLength(1)
  })

  it('asks for words, and sends nothing without', async () => {
    const { server } = await opened()
    press('Tell the Trust now')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    expect(words()).toContain('Write what is happening.')
    expect(server.sent).toEqual([])
  })

  it('is sent once however often the button is pressed', async () => {
    const { server } = await opened()
    await userEvent.type(byId('help-words'), 'Help')
    for (let presses = 0; presses < 5; presses += 1) press('Tell the Trust now')
    await inTime(() => expect(words()).toContain('The Trust received it on'))
    expect(server.sent).toHaveLength(1)
  })

  it('keeps the words on the page where the device keeps nothing and nothing can be reached', async () => {
    const server = fakeServer()
    server.reachable = false
    const full = withRecords(await openApp(server), {
      adopt: async () => ({ saved: false, reason: 'full' }),
    })
    await opened(full, server)
    await userEvent.type(byId('help-words'), 'I cannot go on')
    press('Tell the Trust now')
    await inTime(() => expect(words()).toContain('this device keeps nothing'))
    expect(byId('help-words').value).toBe('I cannot go on')
  })

  it('is deleted from the device, which takes nothing from the Trust', async () => {
    const { services } = await opened()
    await userEvent.type(byId('help-words'), 'Help')
    press('Tell the Trust now')
    await inTime(() => expect(words()).toContain('The Trust received it on'))
    press('Delete from this device')
    await inTime(async () => expect(await services.records.list('help-request')).toEqual([]))
  })
})

describe('placeIn', () => {
  it.each([
    ['/rounds/clinics', '/rounds/clinics'],
    ['/', '/'],
    ['//evil.example', undefined],
    ['https://evil.example', undefined],
    ['/a?b', undefined],
    ['/A', undefined],
    [`/${'a'.repeat(300)}`, undefined],
    [null, undefined],
  ])('of %s is %s', (given, place) => {
    expect(placeIn(given)).toBe(place)
  })
})
