import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Unavailable } from '../../api/unavailable.ts'
import {
  emptySite,
  fakeServer,
  inTime,
  leaveSite,
  openApp,
  press,
  spoken,
} from '../../test-support/app.ts'
import { emptyDevice } from '../../offline/test-support/device.ts'
import { enlivenRound } from './enliven-round.ts'
import { offerNew } from './show-new.ts'

const slug = 'one-clinic'
const said = (number: number, name: string, counts = '{}') =>
  `<li><article class="say" id="said-${number}"><h3 id="said-${number}-by">${name}</h3><div class="said-text"><p>Words of ${name}.</p></div><div class="reacts" data-acknowledge="${number}" data-counts='${counts}'><p>About 10 people see it this way too</p></div></article></li>`
const round = (newest: number, threads: string, open = true) =>
  `<div class="wrap" data-round="${slug}" data-newest="${newest}" data-open="${open}"><section aria-labelledby="talk-title"><h2 id="talk-title">Talk</h2><div id="fresh"></div><ol class="talk">${threads}</ol></section></div>`
const page = (markup: string) => `<!doctype html><main>${markup}</main>`

beforeEach(async () => {
  await emptyDevice()
  localStorage.clear()
})
afterEach(leaveSite)

async function shown(markup: string, server = fakeServer(), path = `/rounds/${slug}`) {
  const main = emptySite(path)
  main.innerHTML = markup
  const services = await openApp(server)
  const place = main.querySelector<HTMLElement>('[data-round]')
  if (!place) throw new Error('no round')
  return { services, server, place }
}
const button = (words: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('button')].find(({ textContent }) =>
    textContent.startsWith(words),
  )
const pressed = () => button('I see it this way too')?.getAttribute('aria-pressed')

describe('saying something without writing', () => {
  it('is offered below each contribution, with whose it is, and with the count that the server gave', async () => {
    const { services, place } = await shown(round(1, said(1, 'Ann', '{"alike":10}')))
    enlivenRound(services, place)
    expect(
      [...document.querySelectorAll('.react')].map(({ textContent }) =>
        textContent.replaceAll('\u00a0', ' ').trim(),
      ),
    ).toEqual(['I see it this way too : what Ann said', 'This made me think : what Ann said'])
    expect(document.querySelectorAll('.reacts p')).toHaveLength(1)
    expect(document.body.textContent).toContain('About 10 people see it this way too')
  })

  it('is shown as pressed once it is counted, once for this device, and can be taken back', async () => {
    const server = fakeServer()
    const asked: { on: boolean; deviceId: string; kind: string }[] = []
    server.rounds.acknowledge = async (press_) => {
      asked.push(press_)
      return { ok: true, value: true }
    }
    const { services, place } = await shown(round(1, said(1, 'Ann')), server)
    enlivenRound(services, place)
    const aloud = spoken()
    press('I see it this way too')
    await inTime(() => expect(pressed()).toBe('true'))
    await inTime(() => expect(aloud).toContain('We have noted it.'))
    press('I see it this way too')
    await inTime(() => expect(pressed()).toBe('false'))
    expect(asked.map(({ on, kind }) => [on, kind])).toEqual([
      [true, 'alike'],
      [false, 'alike'],
    ])
    expect(new Set(asked.map(({ deviceId }) => deviceId)).size).toBe(1)
  })

  it('is remembered on the page that is opened next, with another id in another discussion', async () => {
    const server = fakeServer()
    const devices: string[] = []
    server.rounds.acknowledge = async ({ deviceId }) => {
      devices.push(deviceId)
      return { ok: true, value: true }
    }
    const first = await shown(round(1, said(1, 'Ann')), server)
    enlivenRound(first.services, first.place)
    press('I see it this way too')
    await inTime(() => expect(pressed()).toBe('true'))
    const again = await shown(round(1, said(1, 'Ann')), server)
    enlivenRound(again.services, again.place)
    expect(pressed()).toBe('true')
    const other = await shown(round(1, said(1, 'Ann')).replace(slug, 'another'), server)
    enlivenRound(other.services, other.place)
    expect(pressed()).toBe('false')
    press('I see it this way too')
    await inTime(() => expect(devices).toHaveLength(2))
    expect(new Set(devices).size).toBe(2)
  })

  it('is not shown as pressed where it was not counted, and says why', async () => {
    const { services, server, place } = await shown(round(1, said(1, 'Ann')))
    server.reachable = false
    enlivenRound(services, place)
    press('This made me think')
    await inTime(() => expect(document.body.textContent).toContain('We could not reach Takepart.'))
    expect(button('This made me think')?.getAttribute('aria-pressed')).toBe('false')
    server.reachable = true
    server.rounds.acknowledge = async () => ({
      ok: false,
      problems: [{ code: 'round-closed', closedAt: '2027-03-20T17:00:00Z' }],
    })
    press('This made me think')
    await inTime(() => expect(document.body.textContent).toContain('This discussion closed on'))
  })

  it('is not offered in a discussion that is closed', async () => {
    const { services, place } = await shown(round(1, said(1, 'Ann'), false))
    enlivenRound(services, place)
    expect(document.querySelectorAll('.react')).toHaveLength(0)
    expect(document.body.textContent).toContain('About 10 people see it this way too')
  })
})

describe('what is new', () => {
  const news = page(round(3, said(3, 'Cleo') + said(2, 'Ben') + said(1, 'Ann')))

  it('is said, and shown when somebody asks for it: nothing moves by itself', async () => {
    const server = fakeServer()
    server.pages.set(`/rounds/${slug}`, news)
    server.rounds.shownSince = async ({ number }) => ({ count: 3 - number })
    const { services, place } = await shown(round(1, said(1, 'Ann')), server)
    const replaced: HTMLElement[] = []
    const end = offerNew(services, place, { onShown: (talk) => replaced.push(talk), every: 20 })
    await inTime(() => expect(button('Show 2 new')).toBeDefined())
    expect(document.querySelectorAll('article')).toHaveLength(1)
    press('Show 2 new')
    await inTime(() => expect(document.querySelectorAll('article')).toHaveLength(3))
    expect(document.activeElement?.id).toBe('said-3-by')
    expect(replaced).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(button('Show')).toBeUndefined()
    end()
  })

  it('says that it could not be shown, and offers it again', async () => {
    const server = fakeServer()
    server.rounds.shownSince = async () => ({ count: 1 })
    const { services, place } = await shown(round(1, said(1, 'Ann')), server)
    const end = offerNew(services, place, { onShown: () => undefined, every: 20 })
    await inTime(() => expect(button('Show 1 new')).toBeDefined())
    end()
    press('Show 1 new')
    await inTime(() => expect(document.body.textContent).toContain('We could not reach Takepart.'))
    expect(button('Show 1 new')).toBeDefined()
    expect(document.querySelectorAll('article')).toHaveLength(1)
  })

  it('is unknown without a connection, which is nobody’s trouble', async () => {
    const server = fakeServer()
    let asked = 0
    server.rounds.shownSince = () => {
      asked += 1
      return Promise.reject(new Unavailable('network'))
    }
    const { services, place } = await shown(round(1, said(1, 'Ann')), server)
    const end = offerNew(services, place, { onShown: () => undefined, every: 20 })
    await inTime(() => expect(asked).toBeGreaterThan(1))
    end()
    expect(button('Show')).toBeUndefined()
  })
})
