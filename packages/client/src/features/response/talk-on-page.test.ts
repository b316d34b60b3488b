import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { journeyPages, type JourneyPage } from '@takepart/shared/domain/consultation/journey'
import { answerPageModel, answerPageView } from '@takepart/shared/views/answering/answer-page.view'
import { render } from 'lit'
import { describe, expect, it } from 'vitest'
import { talkOnPage } from './talk-on-page.ts'

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
})
