import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Services } from '../../app/services.ts'
import { changeSettings, resetSettings } from '../../app/display-settings.ts'
import { emptyDevice, holdStore, openTab } from '../../offline/test-support/device.ts'
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
import { beginDraft } from './load-answering.ts'
import { StartPage } from './start-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const question = (id: string) => `/consultations/${slug}/questions/${id}`

async function showStart(services: Services): Promise<void> {
  emptySite(`/consultations/${slug}/answer`)
  await showPage(new StartPage(), services, { slug })
}

const drafts = async (services: Services) =>
  (await services.records.list('response')).map(({ draft }) => draft)
const pageText = () => document.getElementById('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

describe('before the first question', () => {
  it('asks whose device it is, and does not go on without an answer', async () => {
    const asked = destinations()
    const titles: string[] = []
    const services = await openApp()
    await showStart(services)
    addEventListener('page-ready', (event) =>
      titles.push((event as Event & { pageTitle: string }).pageTitle),
    )
    press('Start')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    expect(titles.at(-1)).toBe('Error: Before you start – The bus to the clinic')
    press('Select whether this is your own device')
    expect(document.activeElement?.id).toBe('device')
    expect([asked, await drafts(services)]).toEqual([[], []])
  })

  it.each([
    ['device', true],
    ['device_2', false],
  ])('keeps the answer (%s) with the draft, and begins', async (id, ownDevice) => {
    const asked = destinations()
    const services = await openApp()
    await showStart(services)
    await userEvent.click(byId(id))
    await userEvent.click(byId('paging_2'))
    press('Start')
    await inTime(() => expect(asked).toEqual([`/consultations/${slug}/sections/travel`]))
    expect(await drafts(services)).toMatchObject([
      { ownDevice, deviceAsked: true, paging: 'section', version: 3 },
    ])
  })

  it('asks first what the display settings say of how many questions to see', async () => {
    changeSettings({ paging: 'all' })
    await showStart(await openApp())
    expect(byId('paging_3').checked).toBe(true)
    resetSettings()
  })

  it('goes on with what was written before anybody was asked', async () => {
    const asked = destinations()
    const services = await openApp()
    const begun = beginDraft(services, busVersion, false)
    begun.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
    await begun.save()
    await showStart(services)
    await userEvent.click(byId('device'))
    press('Start')
    await inTime(() => expect(asked).toEqual([question('helps')]))
    expect(await drafts(services)).toMatchObject([
      { ownDevice: true, answers: { 'how-travel': { choice: 'car' } } },
    ])
  })

  it.each([true, false])(
    'offers a draft that is there (own device: %s), and begins another only when that is pressed',
    async (ownDevice) => {
      const asked = destinations()
      const services = await openApp()
      const held = beginDraft(services, busVersion, ownDevice)
      held.turnTo({ deviceAsked: true })
      held.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
      await held.save()
      await showStart(services)
      expect(pageText()).toContain(
        'There is a draft on this device, with 1 of 10 questions answered.',
      )
      expect(
        [...document.querySelectorAll('main a.button')].map((link) => link.getAttribute('href')),
      ).toEqual([question('helps')])
      await userEvent.click(byId('device_2'))
      press('Start a new response')
      await inTime(() => expect(asked).toEqual([question('how-travel')]))
      expect(await drafts(services)).toHaveLength(2)
      expect((await services.records.read('response', held.draft.id))?.draft.ownDevice).toBe(
        ownDevice,
      )
    },
  )

  it('does not ask where nothing can be kept, and says so', async () => {
    const asked = destinations()
    const services = withRecords(await openApp(), { durable: false })
    await showStart(services)
    expect(document.getElementById('device')).toBeNull()
    expect(pageText()).toContain('This browser will not let us keep your answers')
    press('Start')
    await inTime(() => expect(asked).toEqual([question('how-travel')]))
  })

  it('says when the consultation seems to have closed, and not before', async () => {
    await showStart(await openApp())
    expect(pageText()).not.toContain('seems to have closed')
    await showStart(await openApp(fakeServer(), { now: () => new Date('2027-05-31T16:00:00Z') }))
    expect(pageText()).toContain(
      'By the clock of this device, it closed on Monday 31 May 2027 at 5 pm',
    )
  })

  it('begins with the newest version, and leads into a draft by the version it has', async () => {
    const server = fakeServer()
    server.versions.push({
      number: 4,
      consultation: {
        ...busVersion.consultation,
        sections: busVersion.consultation.sections.slice(1),
      },
    })
    const services = await openApp(server)
    const held = beginDraft(services, busVersion, true)
    held.answer('minutes', { kind: 'number', text: '2' }, false)
    await held.save()
    await showStart(services)
    expect(
      [...document.querySelectorAll('main a.button')].map((link) => link.getAttribute('href')),
    ).toEqual([question('how-travel')])
    const asked = destinations()
    await userEvent.click(byId('device'))
    press('Start a new response')
    await inTime(() => expect(asked).toEqual([question('one-place')]))
  })

  it('says so when there is nothing to answer, or no way to get it', async () => {
    const server = fakeServer()
    server.versions = []
    await showStart(await openApp(server))
    expect(heading()).toBe('There is nothing to answer here now')
    server.reachable = false
    await showStart(await openApp(server))
    expect(heading()).toBe('This page is not on your device')
  })

  it('asks the browser to keep what is somebody’s own', async () => {
    const wish = vi.spyOn(navigator.storage, 'persist').mockResolvedValue(true)
    await showStart(await openApp())
    await userEvent.click(byId('device'))
    press('Start')
    await inTime(() => expect(wish).toHaveBeenCalledOnce())
    wish.mockRestore()
  })
})

describe('while the device’s store has not answered yet', () => {
  it('asks whose device it is all the same, and keeps the answer once it can', async () => {
    await openTab()
    const letGo = await holdStore()
    const asked = destinations()
    const services = await openApp()
    expect(services.records.looking).toBe(true)
    await showStart(services)
    expect(pageText()).not.toContain('will not let us keep')
    press('Start')
    await inTime(() => expect(document.activeElement?.id).toBe('error-summary'))
    expect(asked).toEqual([])
    await userEvent.click(byId('device'))
    press('Start')
    await inTime(() => expect(asked).toEqual([question('how-travel')]))
    letGo()
    await vi.waitFor(() => expect(services.records.durable).toBe(true), { timeout: 12_000 })
    expect(await drafts(await openApp())).toMatchObject([{ ownDevice: true, deviceAsked: true }])
  })

  it('says that nothing can be kept once it turns out so, and then does not ask', async () => {
    const services = await openApp()
    let tell = (): void => undefined
    const late = withRecords(services, {
      looking: true,
      durable: false,
      whenLooked: (listener) => {
        tell = listener
        return () => undefined
      },
    })
    await showStart(late)
    expect(pageText()).toContain('Is this your own device?')
    Object.assign(late.records, { looking: false })
    tell()
    await inTime(() => expect(pageText()).toContain('will not let us keep'))
    expect(pageText()).not.toContain('Is this your own device?')
  })
})
