import { busVersion } from '@takepart/shared/domain/consultation/bus-consultation.fixture'
import { busInEditions } from '@takepart/shared/domain/consultation/bus-editions.fixture'
import { standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { PageReadyEvent } from '../../app/page-element.ts'
import type { Services } from '../../app/services.ts'
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
  showPage,
  slug,
} from '../../test-support/app.ts'
import { AnswerPage } from './answer-page.ts'
import { CheckPage } from './check-page.ts'
import { beginDraft, currentDraft, openDraft } from './load-answering.ts'
import { RecordPage } from './record-page.ts'
import { StartPage } from './start-page.ts'

beforeEach(emptyDevice)
afterEach(leaveSite)

const inEditions = { number: 3, consultation: busInEditions }
const appWith = () => openApp({ ...fakeServer(), versions: [inEditions] })
const main = () => document.querySelector('main')
/** The language that the page on show has said it is in. */
let pageLang: string | undefined
const hearLanguage = (outlet: HTMLElement) =>
  outlet.addEventListener('page-ready', (event) => {
    pageLang = (event as PageReadyEvent).pageLang
  })

async function showQuestion(
  services: Services,
  edition: string | undefined,
  question: string,
): Promise<void> {
  const address = edition === undefined ? '' : `/in/${edition}`
  const outlet = emptySite(`/consultations/${slug}${address}/questions/${question}`)
  hearLanguage(outlet)
  await showPage(new AnswerPage(), services, { slug, edition, question })
}

describe('a question in an edition', () => {
  it('is asked in its words and its language, and the draft is in that edition from then on', async () => {
    const services = await appWith()
    await showQuestion(services, 'ar', 'how-travel')
    expect(heading()).toBe('كيف تأتي إلينا؟')
    expect(pageLang).toBe('ar')
    await userEvent.click(byId('q-how-travel'))
    await inTime(async () =>
      expect((await services.records.list('response'))[0]?.draft).toMatchObject({
        edition: 'ar',
        title: busInEditions.title,
        answers: { 'how-travel': { choice: 'bus' } },
      }),
    )
  })

  it('keeps every answer and the place from one edition to the next', async () => {
    const services = await appWith()
    await showQuestion(services, undefined, 'how-travel')
    await userEvent.click(byId('q-how-travel'))
    await showQuestion(services, 'easy-read', 'how-travel')
    expect(heading()).toBe('How do you come to us?')
    expect(pageLang).toBe('en-GB')
    expect(byId('q-how-travel').checked).toBe(true)
    const asked = destinations()
    press('Continue')
    await inTime(() =>
      expect(asked).toEqual([`/consultations/${slug}/in/easy-read/questions/bus-trouble`]),
    )
  })

  it('is shown in the standard edition, at its address, where the draft is of a version without that edition', async () => {
    const services = await openApp({
      ...fakeServer(),
      versions: [{ ...busVersion, number: 2 }, inEditions],
    })
    const draft = beginDraft(services, { ...busVersion, number: 2 }, true)
    draft.answer('minutes', { kind: 'number', text: '20' }, false)
    await draft.save()
    const asked = destinations()
    await showQuestion(services, 'ar', 'how-travel')
    expect(location.pathname).toBe(`/consultations/${slug}/questions/how-travel`)
    expect(asked).toEqual([])
    expect(draft.draft.edition).toBe(standardEdition)
  })

  it('loses nothing to another tab that answers the same draft in another edition', async () => {
    const [one, two] = [await appWith(), await appWith()]
    await showQuestion(one, undefined, 'how-travel')
    await userEvent.click(byId('q-how-travel'))
    await inTime(async () => expect(await two.records.list('response')).toHaveLength(1))
    const [record] = await two.records.list('response')
    // As in a tab of its own, which knows nothing of what this one holds.
    const { OpenDraft } = await import('../../app/open-draft.ts')
    const other = new OpenDraft(two, record!.draft)
    other.turnTo({ edition: 'ar' })
    other.answer('bus-trouble', { kind: 'yes-no', choice: 'yes' }, false)
    await other.save()
    const draft = await currentDraft(one, slug)
    draft?.answer('minutes', { kind: 'number', text: '20' }, false)
    await draft?.save()
    const [stored] = await one.records.list('response')
    expect(stored?.draft).toMatchObject({
      answers: { 'how-travel': {}, 'bus-trouble': {}, minutes: {} },
      others: [],
    })
  })
})

describe('the way through an edition', () => {
  it('begins at its own address, in English but for the title', async () => {
    const services = await appWith()
    const outlet = emptySite(`/consultations/${slug}/in/ar/answer`)
    hearLanguage(outlet)
    await showPage(new StartPage(), services, { slug, edition: 'ar' })
    expect(pageLang).toBeUndefined()
    expect(document.querySelector('.eyebrow [lang=ar]')?.textContent).toBe('الحافلة إلى العيادة')
    const asked = destinations()
    await userEvent.click(byId('device'))
    press('Start')
    await inTime(() => expect(asked).toEqual([`/consultations/${slug}/in/ar/questions/how-travel`]))
    expect((await currentDraft(services, slug))?.draft.edition).toBe('ar')
  })

  it('has no start for an edition that there is not', async () => {
    emptySite(`/consultations/${slug}/in/cy/answer`)
    await showPage(new StartPage(), await appWith(), { slug, edition: 'cy' })
    expect(heading()).toBe('There is nothing to answer here now')
  })

  it('is checked and sent in it, and read again afterwards', async () => {
    const server = { ...fakeServer(), versions: [inEditions] }
    const services = await openApp(server)
    const draft = beginDraft(services, inEditions, true)
    draft.answer('how-travel', { kind: 'one-of', choice: 'car' }, false)
    await draft.save()
    const outlet = emptySite(`/consultations/${slug}/in/ar/check`)
    hearLanguage(outlet)
    await showPage(new CheckPage(), services, { slug, edition: 'ar' })
    expect(pageLang).toBe('ar')
    expect(main()?.textContent).toContain('بالسيارة')
    press('Send my response')
    await inTime(() =>
      expect(server.sent).toMatchObject([
        {
          kind: 'response.submit',
          input: { edition: 'ar', answers: { 'how-travel': { choice: 'car' } } },
        },
      ]),
    )
    const id = draft.draft.id
    await inTime(async () =>
      expect((await services.records.read('response', id))?.state).toBe('received'),
    )
    emptySite(`/my-responses/${id}`)
    await showPage(new RecordPage(), services, { response: id })
    expect(document.querySelector('.answers [lang=ar]')?.textContent).toBe('كيف تأتي إلينا؟')
    // Changing it goes on in that edition.
    await services.records.backToDraft('response', id)
    openDraft(services, (await services.records.read('response', id))!.draft)
    expect((await currentDraft(services, slug))?.draft).toMatchObject({
      edition: 'ar',
      changes: { baseRevision: 1 },
    })
  })
})
