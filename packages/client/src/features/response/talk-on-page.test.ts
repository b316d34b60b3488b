import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { journeyPages, type JourneyPage } from '@takepart/shared/domain/consultation/journey'
import { answerPageModel, answerPageView } from '@takepart/shared/views/answering/answer-page.view'
import { render } from 'lit'
import { describe, expect, it } from 'vitest'
import { openApp } from '../../test-support/app.ts'
import { findTalk, talkOnPage, talkWritten } from './talk-on-page.ts'

const [first, second] = journeyPages(busVersion.consultation, {}, 'question')
if (!first || !second) throw new Error('the consultation of the tests asks nothing')
const talk = [{ question: first.id, href: '/rounds/buses', title: 'Buses or rooms?' }]

function shown(page: JourneyPage, withTalk: boolean): HTMLElement {
  const host = document.createElement('div')
  const model = answerPageModel(busVersion, page)
  render(answerPageView(withTalk ? { ...model, talk } : model), host)
  return host
}
const links = (host: HTMLElement) =>
  [...host.querySelectorAll<HTMLAnchorElement>('a[href^="/rounds/"]')].map(
    ({ pathname }) => pathname,
  )

describe('the discussion that a question leads to', () => {
  it('stands under that question and under no other', () => {
    expect(links(shown(first, true))).toEqual(['/rounds/buses'])
    expect(links(shown(second, true))).toEqual([])
    expect(links(shown(first, false))).toEqual([])
  })

  it('is known from the page that the server sent, on the pages that the app makes after it too', () => {
    expect(talkOnPage(shown(first, false), 'bus')).toBeUndefined()
    expect(talkOnPage(shown(first, true), 'bus')).toEqual(talk)
    expect(talkOnPage(shown(second, false), 'bus')).toEqual(talk)
    expect(talkOnPage(shown(second, false), 'another')).toBeUndefined()
  })

  it('is found in the overview that the device keeps, where the app made the page by itself', async () => {
    const services = await openApp()
    const kept = (markup: string | undefined) => ({ ...services, keptPage: async () => markup })
    const overview = `<main><ul data-talk='${JSON.stringify(talk)}'></ul></main>`
    expect(await findTalk(kept(undefined), 'kept')).toBe(false)
    expect(await findTalk(kept('<main>No talk</main>'), 'kept')).toBe(false)
    expect(talkOnPage(shown(second, false), 'kept')).toBeUndefined()
    expect(await findTalk(kept(overview), 'kept')).toBe(true)
    expect(talkOnPage(shown(second, false), 'kept')).toEqual(talk)
    expect(await findTalk(kept(overview), 'kept'), 'known by now').toBe(false)
    expect(talkWritten(shown(second, false)), 'no part of what the server sent').toBeUndefined()
  })
})
