import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { navigate, redirect } from '../app/navigate.ts'
import type { Services } from '../app/services.ts'
import { emptyDevice } from '../offline/test-support/device.ts'
import {
  byId,
  emptySite,
  heading,
  inTime,
  leaveSite,
  openApp,
  press,
  slug,
} from '../test-support/app.ts'
import { serverMarkup } from '../test-support/server-pages.ts'
import { watchArrivals } from './page-arrival.ts'
import { openFirstPage, routeFromFirstUse } from './routes.ts'
import '../features/response/answer-page.ts'

const question = (id: string) => `/consultations/${slug}/questions/${id}`
const [travel, helps, minutes] = ['how-travel', 'helps', 'minutes'].map(question) as [
  string,
  string,
  string,
]

/** Pages that the browser was asked to load; none of them is, or the test would go with it. */
const loaded: string[] = []
const { navigation } = window as unknown as { navigation: EventTarget }
interface Leaving extends Event {
  readonly destination: { readonly url: string; readonly sameDocument: boolean }
}
const stayHere = (event: Event): void => {
  const { destination } = event as Leaving
  if (destination.sameDocument) return
  loaded.push(new URL(destination.url).pathname)
  event.preventDefault()
}

/** One site for the whole file, as one page load has one router; the tests go through it in order. */
describe('the pages of the app', () => {
  let main: HTMLElement
  let services: Services
  let first: Element | null

  beforeAll(async () => {
    await emptyDevice()
    navigation.addEventListener('navigate', stayHere)
    services = await openApp()
    main = emptySite(travel)
    main.innerHTML = serverMarkup('questions/how-travel')
    document.body.style.minHeight = '4000px'
    first = main.firstElementChild
    watchArrivals(main)
    await openFirstPage(main, services)
    routeFromFirstUse(main, services)
  })
  afterAll(() => {
    navigation.removeEventListener('navigate', stayHere)
    document.body.style.minHeight = ''
    leaveSite()
  })
  beforeEach(() => void loaded.splice(0))

  const expectAt = (path: string, title: string) =>
    inTime(() => {
      expect([location.pathname + location.search, heading()]).toEqual([path, title])
      expect(main.childElementCount).toBe(1)
    })
  const back = () => history.back()

  it('begin with the one that is there, which stays the very same element and takes no focus', async () => {
    await inTime(() =>
      expect(document.title).toBe(
        'How do you travel to us? – Question 1 of 13 at most – The bus to the clinic – Takepart',
      ),
    )
    expect(main.firstElementChild).toBe(first)
    expect(document.activeElement).toBe(document.body)
    expect(scrollY).toBe(0)
  })

  it('change in place, without losing what was asked before the router had come', async () => {
    await userEvent.click(byId('q-how-travel_2'))
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved/))
    scrollTo(0, 700)
    press('Continue')
    navigate(helps)
    const link = Object.assign(document.createElement('a'), { href: minutes })
    document.body.append(link)
    link.click()
    link.remove()
    expect(loaded).toEqual([])
    await expectAt(minutes, 'How many minutes does it take? (optional)')
    expect(main.contains(first)).toBe(false)
  })

  it('arrive at their top, with the focus on the part of the page that is named by the heading', () => {
    expect(document.activeElement).toBe(main)
    expect(main.getAttribute('aria-label')).toBe(
      'How many minutes does it take? – Question 3 of 11 at most – The bus to the clinic',
    )
    expect(main.hasAttribute('aria-labelledby')).toBe(false)
    expect(document.title).toBe(
      'How many minutes does it take? – Question 3 of 11 at most – The bus to the clinic – Takepart',
    )
    expect(scrollY).toBe(0)
  })

  it('go back to the first page, to the place where it was left, with its answer', async () => {
    back()
    await expectAt(travel, 'How do you travel to us?')
    await inTime(() => expect(scrollY).toBe(700))
    expect(document.activeElement).toBe(main)
    expect(byId('q-how-travel_2').checked).toBe(true)
  })

  it('come anew at their top, also where they were further down before', async () => {
    navigate(helps)
    await expectAt(helps, 'What would help? (optional)')
    scrollTo(0, 500)
    navigate(travel)
    await expectAt(travel, 'How do you travel to us?')
    navigate(helps)
    await expectAt(helps, 'What would help? (optional)')
    expect(scrollY).toBe(0)
  })

  it('change from question to question, each drawn for itself', async () => {
    press('Continue')
    await expectAt(minutes, 'How many minutes does it take? (optional)')
    expect(document.getElementById('q-helps')).toBeNull()
  })

  it('keep the focus where it is when only their title changes', async () => {
    history.replaceState(null, '', `${minutes}#main`)
    await userEvent.fill(byId('q-minutes'), 'ten')
    press('Continue')
    await inTime(() => expect(document.title).toMatch(/^Error: How many minutes/))
    expect(document.activeElement?.id).toBe('error-summary')
    await userEvent.fill(byId('q-minutes'), '10')
  })

  it('bring the question of a link into view where there are several', async () => {
    navigate(`/consultations/${slug}/questions?from=check#q-minutes`)
    await expectAt(`/consultations/${slug}/questions?from=check`, 'Your answers')
    await inTime(() => expect(document.activeElement?.id).toBe('q-minutes'))
  })

  it.each([
    ['a page of its own', `${minutes}?from=check`],
    ['a page with others', `/consultations/${slug}/questions?from=check#q-minutes`],
  ])(
    'give the place back in the answers to check, once one has been changed on %s',
    async (_where, changing) => {
      const check = `/consultations/${slug}/check`
      navigate(helps)
      await expectAt(helps, 'What would help? (optional)')
      navigate(check)
      await expectAt(check, 'Check your answers')
      expect(document.activeElement).toBe(main)
      navigate(changing)
      await inTime(() => expect(location.pathname + location.search + location.hash).toBe(changing))
      await inTime(() => byId('q-minutes'))
      press('Continue')
      await expectAt(check, 'Check your answers')
      const row = [...document.querySelectorAll('.answers > div')].find((one) =>
        one.textContent.includes('How many minutes'),
      )
      expect(document.activeElement).toBe(row?.querySelector('a'))
      const { top, bottom } = document.activeElement!.getBoundingClientRect()
      expect(top >= 0 && bottom <= innerHeight).toBe(true)
    },
  )

  it('can be left out of the way back', async () => {
    navigate(helps)
    await expectAt(helps, 'What would help? (optional)')
    navigate(travel)
    await expectAt(travel, 'How do you travel to us?')
    redirect(minutes)
    await expectAt(minutes, 'How many minutes does it take? (optional)')
    back()
    await expectAt(helps, 'What would help? (optional)')
  })

  it('are left by the browser for a page that is only read', async () => {
    document.querySelector<HTMLAnchorElement>('footer a[href="/help"]')?.click()
    await inTime(() => expect(loaded).toEqual(['/help']))
  })

  it('are left to the browser at the long address of the standard edition, which the server leads on', async () => {
    navigate(`/consultations/${slug}/in/standard/check`)
    await inTime(() => expect(loaded).toEqual([`/consultations/${slug}/in/standard/check`]))
  })

  it('show what this device knows of a response, and what there is when it knows nothing', async () => {
    const [record] = await services.records.list('response')
    navigate(`/my-responses/${record?.draft.name}`)
    await expectAt(`/my-responses/${record?.draft.name}`, 'Your draft')
    navigate('/my-responses/00000000-0000-4000-8000-000000000009')
    await inTime(() => expect(heading()).toBe('This response is not on this device'))
    expect(document.title).toBe('This response is not on this device – Takepart')
    expect(document.activeElement).toBe(main)
  })

  it.each([
    ['/open-response', 'Open your response'],
    ['/my-responses', 'My drafts and responses'],
    ['/clear-this-device', 'Clear this device'],
    [`/consultations/${slug}/answer`, 'Before you start'],
    [`/consultations/${slug}/check`, 'Check your answers'],
    [`/consultations/${slug}/sections/views`, 'Your views'],
  ])('%s: %s', async (path, title) => {
    navigate(path)
    await expectAt(path, title)
    expect(document.title.startsWith(title)).toBe(true)
  })
})

describe('opening a page', () => {
  it('takes the words of the empty page away when it brings its own', async () => {
    await emptyDevice()
    const main = emptySite('/open-response')
    main.innerHTML = '<div class="later"><h1>This page is made on your device</h1></div>'
    await openFirstPage(main, await openApp())
    await inTime(() => expect(heading()).toBe('Open your response'))
    expect(main.childElementCount).toBe(1)
    leaveSite()
  })

  it('says that a page to read is not kept, where the worker has sent the empty page in its place', async () => {
    const main = emptySite(`/consultations/${slug}/outcome`)
    await openFirstPage(main, await openApp())
    await inTime(() => expect(heading()).toBe('This page is not on your device'))
    leaveSite()
  })
})
