import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import type { Draft } from '@takepart/shared/domain/device/draft'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { emptyDevice } from '../../offline/test-support/device.ts'
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
  quiet,
  showPage,
  slug,
  spoken,
  withRecords,
} from '../../test-support/app.ts'
import type { Services } from '../../app/services.ts'
import { AnswerPage } from './answer-page.ts'
import { beginDraft, openDraft } from './load-answering.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const question = (id: string) => `/consultations/${slug}/questions/${id}`

async function showQuestion(services: Services, id: string, search = ''): Promise<AnswerPage> {
  emptySite(question(id) + search)
  const page = new AnswerPage()
  await showPage(page, services, { slug, question: id })
  return page
}

async function showAll(services: Services): Promise<AnswerPage> {
  emptySite(`/consultations/${slug}/questions`)
  const page = new AnswerPage()
  await showPage(page, services, { slug })
  return page
}

/** The draft that this tab works on, as the device holds it. */
const stored = async (services: Services): Promise<Draft | undefined> =>
  (await services.records.read('response', sessionStorage.getItem(`takepart-draft:${slug}`) ?? ''))
    ?.draft

describe('a consultation with pictures and hard words', () => {
  it('has them on its pages of questions', async () => {
    const server = fakeServer()
    const { consultation } = busVersion
    const file = (ending: string) => ({
      address: `/media/${'a'.repeat(64)}.${ending}`,
      bytes: 9,
      width: 4,
      height: 3,
    })
    const [section, ...rest] = consultation.sections
    server.versions = [
      {
        number: 1,
        consultation: {
          ...consultation,
          media: [
            {
              id: 'bus',
              kind: 'picture',
              file: 'bus.png',
              alt: 'Somebody waits',
              made: { source: 'a', files: [file('webp'), file('png')] },
            },
          ],
          glossary: [{ word: 'bus', meaning: 'A car for many people.' }],
          sections: [{ ...section!, introduction: [{ kind: 'picture', picture: 'bus' }] }, ...rest],
        },
      },
    ]
    await showQuestion(await openApp(server), 'how-travel')
    expect(document.querySelector('img')?.alt).toBe('Somebody waits')
    expect(document.querySelector('.words')?.textContent).toBe('busA car for many people.')
  })
})

describe('a page with one question', () => {
  it('keeps an answer on the device and says so, where it is seen and once aloud', async () => {
    const services = await openApp()
    await showQuestion(services, 'how-travel')
    const said = spoken()
    await userEvent.click(byId('q-how-travel'))
    await inTime(() =>
      expect(byId('saved').textContent).toMatch(/^Saved on this device until you close Takepart/),
    )
    expect((await stored(services))?.answers['how-travel']).toEqual({
      kind: 'one-of',
      choice: 'bus',
    })
    await userEvent.click(byId('q-how-travel_2'))
    await vi.waitFor(async () =>
      expect((await stored(services))?.answers['how-travel']).toEqual({
        kind: 'one-of',
        choice: 'car',
      }),
    )
    await inTime(() => expect(said).toHaveLength(1))
    expect(said[0]).toMatch(/^Saved on this device/)
  })

  it('is answered and left by keyboard alone', async () => {
    const asked = destinations()
    await showQuestion(await openApp(), 'how-travel')
    byId('q-how-travel').focus()
    await userEvent.keyboard(' ')
    await userEvent.keyboard('{ArrowDown}')
    expect(byId('q-how-travel_2').checked).toBe(true)
    await userEvent.keyboard('{Enter}')
    await inTime(() => expect(asked).toEqual([question('helps')]))
  })

  it('goes on to a question that is asked because of the answer', async () => {
    const asked = destinations()
    await showQuestion(await openApp(), 'how-travel')
    await userEvent.click(byId('q-how-travel'))
    press('Continue')
    await inTime(() => expect(asked).toEqual([question('bus-trouble')]))
  })

  it('is left by a link that is pressed after Continue', async () => {
    const asked = destinations()
    await showQuestion(await openApp(), 'helps')
    press('Continue')
    addEventListener(
      'click',
      (event) => {
        event.preventDefault()
      },
      { once: true },
    )
    const stop = [...document.querySelectorAll('a')].find(
      ({ textContent }) => textContent === 'Stop for now',
    )
    stop?.click()
    await quiet()
    expect(stop).toBeDefined()
    expect(asked).toEqual([])
  })

  it('has stored the answer by the time it goes on', async () => {
    const asked = destinations()
    const services = await openApp()
    await showQuestion(services, 'minutes')
    await userEvent.fill(byId('q-minutes'), '20')
    press('Continue')
    await inTime(() => expect(asked).toHaveLength(1))
    expect((await stored(services))?.answers['minutes']).toEqual({ kind: 'number', text: '20' })
  })

  it('goes back to the answers that are being checked, when it came from there', async () => {
    const asked = destinations()
    await showQuestion(await openApp(), 'minutes', '?from=check')
    const row = `/consultations/${slug}/check#change-q-minutes`
    expect(document.querySelector('.back')?.getAttribute('href')).toBe(row)
    press('Continue')
    await inTime(() => expect(asked).toEqual([row]))
  })

  it('leaves nothing on the device when it was only looked at', async () => {
    const services = await openApp()
    await showQuestion(services, 'how-travel')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await stored(services)).toBeUndefined()
  })

  it('stores the last words when the page goes away before the pause', async () => {
    const services = await openApp()
    await showQuestion(services, 'minutes')
    await userEvent.fill(byId('q-minutes'), '20')
    const saved = vi.spyOn(services.records, 'saveDraft')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(saved).toHaveBeenCalledOnce()
    await vi.waitFor(async () =>
      expect((await stored(services))?.answers['minutes']).toEqual({ kind: 'number', text: '20' }),
    )
  })

  it('follows a link only once the last words are stored', async () => {
    const services = await openApp()
    await showQuestion(services, 'minutes')
    await userEvent.fill(byId('q-minutes'), '20')
    const went = new Promise<Draft | undefined>((resolve) =>
      addEventListener('vaadin-router-go', () => void stored(services).then(resolve), {
        once: true,
      }),
    )
    press('Stop for now')
    expect((await went)?.answers['minutes']).toEqual({ kind: 'number', text: '20' })
  })
})

describe('Continue with a problem', () => {
  async function withProblem(): Promise<AnswerPage> {
    const page = await showQuestion(await openApp(), 'how-travel')
    press('Continue')
    await inTime(() => expect(document.getElementById('error-summary')).not.toBeNull())
    return page
  }

  it('puts the focus on what is wrong and "Error: " into the title, and goes nowhere', async () => {
    const asked = destinations()
    const titles: string[] = []
    addEventListener('page-ready', (event) =>
      titles.push((event as Event & { pageTitle: string }).pageTitle),
    )
    await withProblem()
    expect(document.activeElement?.id).toBe('error-summary')
    expect(titles.at(-1)).toBe(
      'Error: How do you travel to us? – Question 1 of 13 at most – The bus to the clinic',
    )
    expect(asked).toEqual([])
    expect(byId('q-how-travel').getAttribute('aria-invalid')).toBe('true')
  })

  it('leads from the problem to its control', async () => {
    await withProblem()
    press('Select how you travel')
    expect(document.activeElement?.id).toBe('q-how-travel')
  })

  it('stays as it is while it is being put right, and is gone after the next Continue', async () => {
    const asked = destinations()
    await withProblem()
    await userEvent.click(byId('q-how-travel_2'))
    expect(document.getElementById('error-summary')).not.toBeNull()
    press('Continue')
    await inTime(() => expect(asked).toHaveLength(1))
  })
})

describe('a page with every question', () => {
  it('shows a question as soon as it is asked, and takes no focus for it', async () => {
    await showAll(await openApp())
    expect(document.getElementById('q-bus-trouble')).toBeNull()
    await userEvent.click(byId('q-how-travel'))
    await inTime(() => expect(document.getElementById('q-bus-trouble')).not.toBeNull())
    expect(document.activeElement?.id).toBe('q-how-travel')
  })

  it('says at once that an answer is not saved yet, before it draws the questions that the answer brings', async () => {
    await showAll(await openApp())
    byId('q-how-travel').click()
    await Promise.resolve()
    expect(byId('saved').textContent).toBe('Saving…')
    expect(document.getElementById('q-bus-trouble')).toBeNull()
    await inTime(() => byId('q-bus-trouble'))
  })

  it('keeps what was written to a question that is not asked any more', async () => {
    const services = await openApp()
    await showAll(services)
    for (const id of ['q-how-travel', 'q-bus-trouble']) {
      await inTime(() => byId(id))
      await userEvent.click(byId(id))
    }
    await inTime(() => byId('q-bus-words'))
    await userEvent.fill(byId('q-bus-words'), 'Always late')
    await userEvent.click(byId('q-how-travel_2'))
    await inTime(() => expect(document.getElementById('q-bus-words')).toBeNull())
    await userEvent.click(byId('q-how-travel'))
    await inTime(() => expect(byId('q-bus-words').value).toBe('Always late'))
  })

  it('says where a ranked thing has come to, and goes on to the next', async () => {
    await showAll(await openApp())
    await quiet()
    const said = spoken()
    byId('q-order__same_add').focus()
    await userEvent.keyboard('{Enter}')
    await inTime(() => expect(said).toContain('The same person: 1 of 1 in your list'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(document.activeElement?.textContent.replaceAll('\u00a0', ' ').trim()).toMatch(
      /^Add to my list (?!The same person)/,
    )
    await inTime(() => expect(said.at(-1)).toMatch(/^Saved on this device/))
  })

  it('says how many characters are left, once typing stops and only when the end is near', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, false)
    draft.answer('how-travel', { kind: 'one-of', choice: 'bus' }, false)
    draft.answer('bus-trouble', { kind: 'yes-no', choice: 'yes' }, false)
    await draft.save()
    await showAll(services)
    const said = spoken()
    await userEvent.fill(byId('q-bus-words'), 'x'.repeat(50))
    await new Promise((resolve) => setTimeout(resolve, 1300))
    expect(said.filter((words) => words.includes('character'))).toEqual([])
    await userEvent.fill(byId('q-bus-words'), 'x'.repeat(99))
    await vi.waitFor(() => expect(said.at(-1)).toBe('You have 1 character left'), { timeout: 2500 })
  })
})

describe('two versions of one answer', () => {
  async function withOther(): Promise<Services> {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, true)
    draft.answer('minutes', { kind: 'number', text: '20' }, false)
    draft.keepReplaced({ minutes: { kind: 'number', text: '45' } })
    await draft.save()
    await showQuestion(services, 'minutes')
    await inTime(() => expect(document.body.textContent).toContain('You also answered this'))
    return services
  }

  it.each([
    ['Use this instead', '45'],
    ['Keep what is above', '20'],
  ])('%s: settles it, with the focus on the answer', async (words, kept) => {
    const services = await withOther()
    press(words)
    await inTime(() => expect(document.body.textContent).not.toContain('You also answered this'))
    expect(document.activeElement?.id).toBe('q-minutes')
    expect(byId('q-minutes').value).toBe(kept)
    await vi.waitFor(async () =>
      expect(await stored(services)).toMatchObject({
        answers: { minutes: { text: kept } },
        others: [],
      }),
    )
  })
})

describe('a device that does not keep', () => {
  it('says so, asks before the page is left, and offers a copy', async () => {
    const services = await openApp()
    const failing = withRecords(services, {
      saveDraft: async () => ({ saved: false, reason: 'full' }),
    })
    await showQuestion(failing, 'minutes')
    await quiet()
    const said = spoken()
    await userEvent.fill(byId('q-minutes'), '20')
    await inTime(() =>
      expect(byId('saved').textContent).toBe(
        'Not saved on this device. There is no room left on the device.',
      ),
    )
    await inTime(() =>
      expect(said).toEqual(['Not saved on this device. There is no room left on the device.']),
    )
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    const link = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    press('Save a copy as a file')
    await inTime(() => expect(link).toHaveBeenCalled())
    link.mockRestore()
    expect(byId('q-minutes').value).toBe('20')
  })
})

describe('which draft a page goes on with', () => {
  it('the one this tab was working on, and not the newest', async () => {
    const services = await openApp()
    const first = beginDraft(services, busVersion, true)
    first.answer('minutes', { kind: 'number', text: '1' }, false)
    await first.save()
    const second = beginDraft(services, busVersion, true)
    second.answer('minutes', { kind: 'number', text: '2' }, false)
    await second.save()
    openDraft(services, first.draft)
    await showQuestion(services, 'minutes')
    expect(byId('q-minutes').value).toBe('1')
  })

  it('asks whose device it is only while nobody has said', async () => {
    const services = await openApp()
    const draft = beginDraft(services, busVersion, false)
    await showQuestion(services, 'minutes')
    expect(document.body.textContent).toContain('Is this your own device?')
    draft.turnTo({ deviceAsked: true })
    await inTime(() => expect(document.body.textContent).not.toContain('Is this your own device?'))
  })

  it('opens on the version the draft began with, though a newer one is there', async () => {
    const services = await openApp()
    beginDraft(services, busVersion, true).answer('minutes', { kind: 'number', text: '7' }, false)
    await services.library.keep(busVersion)
    await services.library.keep({
      number: 4,
      consultation: { ...busVersion.consultation, title: 'A newer title' },
    })
    await showQuestion(services, 'minutes')
    expect(document.querySelector('[data-version]')?.getAttribute('data-version')).toBe('3')
  })

  it('says that there is no page when the server knows no such consultation', async () => {
    emptySite('/consultations/nothing/questions/how')
    await showPage(new AnswerPage(), await openApp(), { slug: 'nothing', question: 'how' })
    expect(heading()).toBe('There is nothing to answer here now')
  })
})
