import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Services } from '../app/services.ts'
import { emptyDevice } from '../offline/test-support/device.ts'
import { emptySite, heading, inTime, leaveSite, openApp, slug } from '../test-support/app.ts'
import { serverMarkup } from '../test-support/server-pages.ts'
import { watchArrivals } from './page-arrival.ts'
import { openFirstPage, routeFromFirstUse } from './routes.ts'
import '../features/response/answer-page.ts'

const question = (id: string) => `/consultations/${slug}/questions/${id}`
const titles = { travel: 'How do you travel to us?', helps: 'What would help? (optional)' }

/** A page that is loaded in the middle of a visit: the entries of history before and after it are of the same document. */
describe('a page that was loaded anew', () => {
  let main: HTMLElement
  let services: Services

  beforeAll(async () => {
    await emptyDevice()
    services = await openApp()
    main = emptySite(question('how-travel'))
    history.pushState(null, '', question('helps'))
    history.pushState(null, '', `${question('helps')}#q-helps`)
    main.innerHTML = serverMarkup('questions/helps')
    watchArrivals(main)
    routeFromFirstUse(main, services, await openFirstPage(main, services))
    await inTime(() => expect(heading()).toBe(titles.helps))
  })
  afterAll(leaveSite)

  it('stays where Back leads to another place in it', async () => {
    const first = main.firstElementChild
    history.back()
    await inTime(() => expect(location.hash).toBe(''))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(main.firstElementChild).toBe(first)
  })

  it('gives way to the page of the address on Back, and again on Forward', async () => {
    history.back()
    await inTime(() => {
      expect(location.pathname).toBe(question('how-travel'))
      expect(heading()).toBe(titles.travel)
    })
    expect(main.childElementCount).toBe(1)
    history.forward()
    await inTime(() => expect(heading()).toBe(titles.helps))
    expect(location.pathname).toBe(question('helps'))
  })

  it('gives way at once where the address has changed while it was being opened', async () => {
    history.replaceState(null, '', question('minutes'))
    main.innerHTML = serverMarkup('questions/minutes')
    const opening = openFirstPage(main, services)
    history.replaceState(null, '', question('how-travel'))
    routeFromFirstUse(main, services, await opening)
    await inTime(() => expect(heading()).toBe(titles.travel))
  })
})
