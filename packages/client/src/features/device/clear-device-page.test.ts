import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { settingsChanged } from '../../app/display-settings.ts'
import type { Services } from '../../app/services.ts'
import type { LeftBehind } from '../../offline/clear-device.ts'
import {
  draft,
  emptyDevice,
  responseId,
  submission,
  waitingRequest,
} from '../../offline/test-support/device.ts'
import {
  emptySite,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
} from '../../test-support/app.ts'
import { ClearDevicePage } from './clear-device-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const pageText = () => document.getElementById('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

async function showClear(services: Services, left: readonly LeftBehind[] = []) {
  const clearDevice = vi.fn<Services['clearDevice']>(async () => left)
  emptySite('/clear-this-device')
  await showPage(new ClearDevicePage(), { ...services, clearDevice })
  return clearDevice
}

describe('clearing this device', () => {
  it('warns of what has not been sent, by number, before anything is lost', async () => {
    const services = await openApp()
    for (const number of [1, 2])
      await services.records.saveDraft('response', draft({ id: responseId(number) }), {})
    await services.records.queue('response', responseId(2), {
      command: submission(responseId(2)),
      at: '2027-01-15T10:00:00Z',
    })
    await services.records.adopt(waitingRequest(responseId(3)))
    const clearDevice = await showClear(services)
    expect(pageText()).toContain('3 things you wrote have not been sent')
    expect(clearDevice).not.toHaveBeenCalled()
  })

  it('says that nothing is left only when nothing is, with the focus where that is read', async () => {
    await showClear(await openApp())
    press('Clear this device')
    await inTime(() => expect(heading()).toBe('Nothing is left on this computer'))
    expect(document.activeElement?.id).toBe('main')
  })

  it('keeps the focus on the button while it is at work, which is begun once', async () => {
    const clearDevice = await showClear(await openApp())
    let done: (left: readonly LeftBehind[]) => void = () => undefined
    clearDevice.mockReturnValue(
      new Promise((resolve) => {
        done = resolve
      }),
    )
    const button = [...document.querySelectorAll('main button')].at(-1) as HTMLElement
    button.focus()
    press('Clear this device')
    await inTime(() => expect(pageText()).toContain('Clearing. This takes a moment.'))
    expect(document.activeElement).toBe(button)
    press('Clear this device')
    expect(clearDevice).toHaveBeenCalledOnce()
    done([])
    await inTime(() => expect(heading()).toBe('Nothing is left on this computer'))
    expect(document.activeElement?.id).toBe('main')
  })

  it('names what is left when something is, and tries again', async () => {
    const clearDevice = await showClear(await openApp(), ['drafts', 'worker'])
    press('Clear this device')
    await inTime(() => expect(heading()).toBe('Something is still on this computer'))
    expect(pageText()).toContain('drafts and responses')
    expect(pageText()).not.toContain('Nothing is left')
    clearDevice.mockResolvedValue([])
    press('Try again')
    await inTime(() => expect(heading()).toBe('Nothing is left on this computer'))
  })

  it('tells the page that its display settings are gone', async () => {
    await showClear(await openApp())
    const heard = vi.fn<() => void>()
    document.addEventListener(settingsChanged, heard, { once: true })
    press('Clear this device')
    await inTime(() => expect(heard).toHaveBeenCalledOnce())
  })

  it('leaves by loading a page anew: this page’s script still knows what is gone', async () => {
    await showClear(await openApp())
    press('Clear this device')
    await inTime(() => expect(heading()).toBe('Nothing is left on this computer'))
    const heard = vi.fn<(event: Event) => void>((event) => event.preventDefault())
    document.addEventListener('click', heard)
    const { navigation } = window as unknown as { navigation: EventTarget }
    const left = new Promise((resolve) =>
      navigation.addEventListener(
        'navigate',
        (event) => {
          event.preventDefault()
          resolve(
            new URL((event as Event & { destination: { url: string } }).destination.url).pathname,
          )
        },
        { once: true },
      ),
    )
    press('Go to the consultations')
    expect(await left).toBe('/')
    expect(heard).not.toHaveBeenCalled()
    document.removeEventListener('click', heard)
  })
})
