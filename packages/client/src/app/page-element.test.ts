import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AnswerPage } from '../features/response/answer-page.ts'
import { beginDraft } from '../features/response/load-answering.ts'
import { StorageFailed } from '../offline/storage-failed.ts'
import { emptyDevice } from '../offline/test-support/device.ts'
import {
  byId,
  emptySite,
  fakeServer,
  heading,
  inTime,
  leaveSite,
  openApp,
  showPage,
  slug,
  withRecords,
} from '../test-support/app.ts'
import { serverMarkup } from '../test-support/server-pages.ts'
import type { Services } from './services.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

/** The page as it stands when the server's HTML is there and the script is not. */
function fromServer(path: string, markup = serverMarkup(path)): AnswerPage {
  const main = emptySite(`/consultations/${slug}/${path}`)
  main.innerHTML = markup
  return main.firstElementChild as AnswerPage
}

/** The script arrives. */
async function arrive(page: AnswerPage, services: Services, question?: string): Promise<void> {
  const ready = new Promise((resolve) =>
    page.addEventListener('page-ready', resolve, { once: true }),
  )
  page.arrive(services, { slug, question })
  await ready
  await page.updateComplete
  await page.updateComplete
}

/** But for what a page says until it is ready. */
const nodesIn = (page: HTMLElement) => [
  ...page.querySelectorAll('*:not(noscript, .not-ready, .not-ready *)'),
]

describe('a page that the server rendered', () => {
  it('is taken over: the same nodes, and nothing twice', async () => {
    const page = fromServer('questions/how-travel')
    const before = nodesIn(page)
    await arrive(page, await openApp(), 'how-travel')
    expect(before.filter((node) => !page.contains(node))).toEqual([])
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.querySelectorAll('form')).toHaveLength(1)
    await userEvent.click(byId('q-how-travel'))
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved/))
  })

  it('says that it is not ready, and how else to take part, until it is', async () => {
    const page = fromServer('questions/how-travel')
    expect(page.querySelector('.not-ready')?.textContent).toContain('not kept')
    expect(page.querySelector('.not-ready a')?.getAttribute('href')).toBe('/help#contact')
    await arrive(page, await openApp(), 'how-travel')
    expect(page.querySelector('.not-ready, noscript')).toBeNull()
  })

  it('keeps the focus and the caret of somebody who is typing in it', async () => {
    const page = fromServer('questions/minutes')
    const field = byId('q-minutes')
    await userEvent.click(field)
    await userEvent.keyboard('125')
    field.setSelectionRange(1, 2)
    await arrive(page, await openApp(), 'minutes')
    expect(byId('q-minutes')).toBe(field)
    expect(document.activeElement).toBe(field)
    expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['125', 1, 2])
  })

  it('takes over the page with every question, whatever was typed and chosen on it', async () => {
    const page = fromServer('questions')
    const services = await openApp()
    for (const id of [
      'q-how-travel_2',
      'q-helps',
      'q-helps_2',
      'q-parts',
      'q-parts__rooms',
      'q-publish',
    ])
      byId(id).click()
    for (const [id, words] of [
      ['q-minutes', '20'],
      ['q-last-visit', '4'],
      ['q-last-visit__month', 'May'],
      ['q-last-visit__year', '2026'],
    ] as const)
      byId(id).value = words
    await arrive(page, services)
    const parts = { staff: 'good', rooms: 'good' }
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved/))
    expect((await services.records.list('response'))[0]?.draft.answers).toMatchObject({
      'how-travel': { choice: 'car' },
      helps: { choices: ['later', 'nearer'] },
      parts: { rows: parts },
      publish: { given: true },
      minutes: { text: '20' },
      'last-visit': { day: '4', month: 'May', year: '2026' },
    })
    expect(byId('q-helps').checked && byId('q-helps_2').checked && byId('q-publish').checked).toBe(
      true,
    )
  })

  it('shows the draft of this device, and keeps both where something was typed before it could be shown', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, true)
    draft.answer('minutes', { kind: 'number', text: '45' }, false)
    await draft.save()
    const page = fromServer('questions/minutes')
    byId('q-minutes').value = '20'
    await arrive(page, services, 'minutes')
    expect(byId('q-minutes').value).toBe('20')
    await inTime(() => expect(document.body.textContent).toContain('You also answered this'))
    expect(document.querySelector('.said')?.textContent).toContain('45')
  })

  it('shows the draft where nothing was typed, that it is kept, and no other version', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, true)
    draft.answer('minutes', { kind: 'number', text: '45' }, false)
    await draft.save()
    await arrive(fromServer('questions/minutes'), services, 'minutes')
    expect(byId('q-minutes').value).toBe('45')
    expect(byId('saved').textContent).toMatch(/^Saved on this device/)
    expect(document.body.textContent).not.toContain('You also answered this')
  })

  it.each([
    ['of another build', (markup: string) => markup.replace('<!--lit-part', '<!--lit-part x')],
    ['cut short', (markup: string) => markup.slice(0, markup.indexOf('id="saved"') - 40)],
    ['without comments', (markup: string) => markup.replaceAll(/<!--.*?-->/g, '')],
    [
      'of another version',
      (markup: string) => markup.replace('data-version="3"', 'data-version="2"'),
    ],
  ])('is drawn anew when it is %s, with what was typed and where', async (_, spoil) => {
    const server = fakeServer()
    server.versions.unshift({ ...busVersion, number: 2 })
    const page = fromServer('questions/minutes', spoil(serverMarkup('questions/minutes')))
    const services = await openApp(server)
    const draft = beginDraft(services, busVersion, true)
    draft.turnTo({ paging: 'question' })
    const field = byId('q-minutes')
    await userEvent.click(field)
    await userEvent.keyboard('125')
    field.setSelectionRange(1, 1)
    await arrive(page, services, 'minutes')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.querySelectorAll('#q-minutes')).toHaveLength(1)
    expect(document.activeElement?.id).toBe('q-minutes')
    expect([byId('q-minutes').value, byId('q-minutes').selectionStart]).toEqual(['125', 1])
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved/))
  })

  it.each([
    ['an element of another name', () => document.createElement('helper-layer')],
    ['an element of the same name', () => document.createElement('input')],
    [
      'one that holds another',
      () => document.createElement('div').appendChild(document.createElement('p')).parentElement!,
    ],
    ['a comment', () => document.createComment('helper')],
  ])(
    'stores what is typed although an extension has put %s beside the field',
    async (_, foreign) => {
      const page = fromServer('questions/minutes')
      byId('q-minutes').before(foreign())
      await userEvent.click(byId('q-minutes'))
      await userEvent.keyboard('12')
      const services = await openApp()
      await arrive(page, services, 'minutes')
      expect(document.activeElement).toBe(byId('q-minutes'))
      await userEvent.keyboard('5')
      expect(byId('q-minutes').value).toBe('125')
      await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved on/))
      expect((await services.records.list('response'))[0]?.draft.answers).toEqual({
        minutes: { kind: 'number', text: '125' },
      })
    },
  )

  it('stores what is typed although an extension has put its node into every part of the page', async () => {
    const page = fromServer('questions')
    for (const element of page.querySelectorAll('input, textarea, label, p, fieldset > *'))
      element.before(document.createElement('helper-layer'))
    byId('q-minutes').value = '20'
    byId('q-helps').click()
    byId('q-helps_2').click()
    const services = await openApp()
    await arrive(page, services)
    await inTime(() => expect(byId('q-helps_2').checked && byId('q-helps').checked).toBe(true))
    await userEvent.click(byId('q-how-travel_2'))
    await userEvent.fill(byId('q-last-visit__year'), '2026')
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved on/))
    await inTime(async () =>
      expect((await services.records.list('response'))[0]?.draft.answers).toMatchObject({
        minutes: { text: '20' },
        helps: { choices: ['later', 'nearer'] },
        'how-travel': { choice: 'car' },
        'last-visit': { year: '2026' },
      }),
    )
  })

  it('is answered in the version that is shown, though the device knows an older one', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    await services.library.keep({
      number: 2,
      consultation: { ...busVersion.consultation, title: 'Older' },
    })
    const page = fromServer('questions/minutes')
    const before = nodesIn(page)
    await arrive(page, services, 'minutes')
    expect(before.filter((node) => !page.contains(node))).toEqual([])
    await userEvent.fill(byId('q-minutes'), '20')
    await inTime(() => expect(byId('saved').textContent).toMatch(/^Saved/))
    expect((await services.records.list('response'))[0]?.draft.version).toBe(3)
  })
})

describe('a page that cannot be had', () => {
  it('says so when it is not on the device and there is no connection', async () => {
    const server = fakeServer()
    server.reachable = false
    emptySite(`/consultations/${slug}/questions/minutes`)
    await showPage(new AnswerPage(), await openApp(server), { slug, question: 'minutes' })
    expect(heading()).toBe('This page is not on your device')
    expect([...document.querySelectorAll('a')].at(-1)).toBeTruthy()
    expect(document.querySelector('main a[router-ignore]')?.getAttribute('href')).toBe(
      `/consultations/${slug}/questions/minutes`,
    )
  })

  it('comes up, to be written on, when the store cannot be read', async () => {
    const services = withRecords(await openApp(), {
      list: () => Promise.reject(new StorageFailed('timeout')),
      read: () => Promise.reject(new StorageFailed('timeout')),
    })
    emptySite(`/consultations/${slug}/questions/minutes`)
    await showPage(new AnswerPage(), services, { slug, question: 'minutes' })
    expect(heading()).toBe('How many minutes does it take? (optional)')
  })
})
