import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { emptyDevice } from '../../offline/test-support/device.ts'
import {
  byId,
  emptySite,
  fakeServer,
  inTime,
  leaveSite,
  openApp,
  press,
  showPage,
  slug,
  withRecords,
} from '../../test-support/app.ts'
import { serverMarkup } from '../../test-support/server-pages.ts'
import { translatePages } from '../../test-support/translator.ts'
import type { Services } from '../../app/services.ts'
import { AnotherWayPage } from '../support-request/another-way-page.ts'
import { AnswerPage } from './answer-page.ts'
import { CheckPage } from './check-page.ts'
import { beginDraft } from './load-answering.ts'
import { MyResponsesPage } from './my-responses-page.ts'
import { RecordPage } from './record-page.ts'

const full = async () => ({ saved: false, reason: 'full' }) as const
let end: () => void
beforeEach(emptyDevice)
afterEach(() => {
  end()
  leaveSite()
})

/** What is read on the page, without the translator's marks. */
const read = (selector: string): string =>
  [...document.querySelectorAll(selector)]
    .map(({ textContent }) => textContent.replaceAll(/[«»]/g, '').replaceAll(/\s+/g, ' ').trim())
    .join(' | ')
const isTranslated = (selector: string): boolean =>
  document.querySelector(`${selector} font`) !== null

async function translated(services: Services, question?: string): Promise<void> {
  const main = emptySite(`/consultations/${slug}/questions${question ? `/${question}` : ''}`)
  end = translatePages()
  await showPage(new AnswerPage(), services, { slug, question })
  await inTime(() => expect(isTranslated('main')).toBe(true))
  expect(main.isConnected).toBe(true)
}

describe('a page under a translator', () => {
  it('counts the characters that are left, each time', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, true)
    draft.answer('how-travel', { kind: 'one-of', choice: 'bus' }, false)
    draft.answer('bus-trouble', { kind: 'yes-no', choice: 'yes' }, false)
    await translated(services, 'bus-words')
    await userEvent.fill(byId('q-bus-words'), 'x'.repeat(90))
    await inTime(() => expect(read('.count [aria-hidden]')).toBe('You have 10 characters left'))
    await userEvent.fill(byId('q-bus-words'), 'x'.repeat(110))
    await inTime(() => expect(read('.count [aria-hidden]')).toBe('You have 10 characters too many'))
    expect(isTranslated('.count')).toBe(true)
  })

  it('says that words are saved only while they are', async () => {
    let broken = false
    const app = await openApp()
    const services = withRecords(app, {
      saveDraft: (kind, draft, base) =>
        broken ? full() : app.records.saveDraft(kind, draft, base),
    })
    await translated(services, 'minutes')
    await userEvent.fill(byId('q-minutes'), '20')
    await inTime(() => expect(read('#saved')).toMatch(/^Saved on this device/))
    broken = true
    await userEvent.fill(byId('q-minutes'), '25')
    await inTime(() => expect(read('#saved')).toMatch(/^Not saved on this device/))
    broken = false
    await userEvent.fill(byId('q-minutes'), '30')
    await inTime(() => expect(read('#saved')).toMatch(/^Saved on this device/))
  })

  it('says which problem each link of the summary is about', async () => {
    await translated(await openApp())
    press('«Continue»')
    await inTime(() => expect(document.querySelectorAll('.summary a')).toHaveLength(1))
    const before = read('.summary li:first-child')
    expect(read('.field.has-problem .problem')).toContain(before)
    await userEvent.click(byId('q-how-travel_2'))
    await userEvent.fill(byId('q-minutes'), 'many')
    press('«Continue»')
    await inTime(() => expect(read('.summary li:first-child')).not.toBe(before))
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.summary a')) {
      const field = document.getElementById(link.hash.slice(1))?.closest('.field')
      expect(field?.querySelector('.problem')?.textContent.replaceAll(/[«»]/g, '')).toContain(
        link.textContent.replaceAll(/[«»]/g, ''),
      )
    }
  })

  it('that the server sent is drawn anew with what was typed, and goes on', async () => {
    const main = emptySite(`/consultations/${slug}/questions/minutes`)
    main.innerHTML = serverMarkup('questions/minutes')
    end = translatePages()
    await inTime(() => expect(isTranslated('main')).toBe(true))
    byId('q-minutes').value = '20'
    const services = await openApp()
    ;(main.firstElementChild as AnswerPage).arrive(services, { slug, question: 'minutes' })
    await inTime(() => expect(read('#saved')).toMatch(/^Saved on this device/))
    expect(byId('q-minutes').value).toBe('20')
    expect((await services.records.list('response'))[0]?.draft.answers).toMatchObject({
      minutes: { text: '20' },
    })
  })

  it('says what has become of a response, and leaves its reference and code as they are', async () => {
    const server = fakeServer()
    server.reachable = false
    const services = await openApp(server)
    const draft = beginDraft(services, busVersion, true)
    draft.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
    draft.answer('minutes', { kind: 'number', text: '20' }, false)
    await draft.save()
    await services.library.keep(busVersion)
    const { id, code } = draft.draft
    emptySite(`/consultations/${slug}/check`)
    end = translatePages()
    await showPage(new CheckPage(), services, { slug })
    press('«Send my response»')
    await vi.waitFor(async () =>
      expect((await services.records.read('response', id))?.state).toBe('waiting'),
    )
    end()
    emptySite(`/my-responses/${id}`)
    end = translatePages()
    await showPage(new RecordPage(), services, { response: id })
    await inTime(() => expect(read('h1')).toBe('Your response is waiting to be sent'))
    server.reachable = true
    press('«Try to send now»')
    await inTime(() => expect(read('h1')).toBe('We have received your response'))
    expect(read('.receipt dd')).toContain(code)
    expect(isTranslated('.receipt .code')).toBe(false)
  })

  it('says in the list how many there are of each', async () => {
    const server = fakeServer()
    server.reachable = false
    const services = await openApp(server)
    const draft = beginDraft(services, busVersion, true)
    draft.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
    await draft.save()
    emptySite('/my-responses')
    end = translatePages()
    await showPage(new MyResponsesPage(), services)
    await inTime(() => expect(read('#records-draft')).toContain('Last written'))
    expect(read('#records-draft')).toContain('Not sent.')
    expect(read('main h2:has(+ #records-draft)')).toBe('Drafts (1)')
    const another = beginDraft(await openApp(server), busVersion, true)
    another.answer('how-travel', { kind: 'one-of', choice: 'bus' }, false)
    await another.save()
    await inTime(() => expect(read('main h2:has(+ #records-draft)')).toBe('Drafts (2)'))
  })

  it('says on the form for support that it is saved, and why it was not sent', async () => {
    const server = fakeServer()
    const services = await openApp(server)
    emptySite(`/consultations/${slug}/another-way`)
    end = translatePages()
    await showPage(new AnotherWayPage(), services, { slug })
    await userEvent.fill(byId('called'), 'Sam')
    await inTime(() => expect(read('#saved')).toMatch(/^Saved on this device/))
    press('«Send my request»')
    await inTime(() => expect(document.querySelectorAll('.summary a').length).toBeGreaterThan(0))
    const first = read('.summary li:first-child')
    await userEvent.click(byId('format'))
    press('«Send my request»')
    await inTime(() => expect(read('.summary li:first-child')).not.toBe(first))
  })
})
