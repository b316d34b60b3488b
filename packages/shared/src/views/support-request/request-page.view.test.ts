import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../domain/consultation/bus-consultation.fixture.ts'
import { myResponsesView } from '../response/my-responses.view.ts'
import { consultationOverviewView } from '../consultation/consultation-overview.view.ts'
import { helpView } from '../site/help.view.ts'
import { requestPageView, requestTitle, type RequestPageModel } from './request-page.view.ts'
import { requests } from '../test-support/records.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'

const idle = new Proxy({}, { get: () => () => undefined }) as never
const page = (state: keyof typeof requests, change: Partial<RequestPageModel> = {}) =>
  requestPageView(
    { record: requests[state], kept: true, confirming: false, trouble: '', ...change },
    idle,
  )

describe('the page of a request', () => {
  it('says in its heading which state it is in', () => {
    expect(Object.values(requests).map(requestTitle)).toEqual([
      'Your request is not sent',
      'Your request is waiting to be sent',
      'We have received your request',
      'We could not take your request',
    ])
  })

  it('says received with a reference, and by when and how somebody replies', () => {
    const words = wordsOf(page('received'))
    expect(words).toContain('Your reference BCDF-1234')
    expect(words).toContain('We aim to reply by phone by 19 May 2027.')
    expect(words).toContain('This device forgets it when you close Takepart.')
    expect(words).toContain('Audio, to listen to')
  })

  it('keeps every word of one that waits or was refused, and says why', () => {
    for (const state of ['waiting', 'refused'] as const) {
      for (const said of [
        'Easy Read',
        'Another language: Polish',
        'Talk to somebody by phone',
        'We reply by post:',
        '1 High Street',
        'After 4 pm',
      ])
        expect(wordsOf(page(state))).toContain(said)
    }
    expect(wordsOf(page('waiting'))).toContain(
      'It is saved on this device. We will send it when you are back online and Takepart is open.',
    )
    expect(wordsOf(page('waiting', { kept: false }))).toContain(
      'Keep this tab open until it has been sent.',
    )
    expect(wordsOf(page('refused'))).toContain('This consultation has been taken down.')
    expect(linksOf(page('refused'))).toContain(
      `/consultations/bus-to-the-clinic/another-way?request=${requests.refused.draft.name}`,
    )
  })

  it('says of one that is not sent that nobody has it, and leads back to the form', () => {
    expect(wordsOf(page('draft'))).toContain('saved on this device. We do not have it.')
    expect(wordsOf(page('draft', { kept: false }))).toContain(
      'in this tab only. We do not have it.',
    )
    expect(linksOf(page('draft'))).toContain(
      `/consultations/bus-to-the-clinic/another-way?request=${requests.draft.draft.name}`,
    )
  })

  it('asks once more before it is deleted', () => {
    expect(wordsOf(page('refused', { confirming: true }))).toContain(
      'This cannot be undone. No, keep it Yes, delete it',
    )
    expect(wordsOf(page('received', { confirming: true }))).toContain(
      'What we have received stays with us.',
    )
  })
})

describe('what you have asked for', () => {
  it('is a list of its own, each with its state in words', () => {
    const list = myResponsesView(
      {
        records: [],
        requests: Object.values(requests),
        contributions: [],
        kept: [],
        durable: true,
        persisted: true,
        ownDevice: false,
        imported: undefined,
        trouble: '',
        unreadable: false,
      },
      idle,
    )
    expect(wordsOf(list)).toContain('Your requests (4)')
    expect(wordsOf(list)).toContain('Reference BCDF-1234. We aim to reply by 19 May 2027.')
    expect(wordsOf(list)).toContain('Not sent yet.')
    expect(wordsOf(list)).toContain(
      'We could not take it. Open it to see why. Your words are still here.',
    )
    expect(wordsOf(list)).not.toContain('There is nothing here yet')
    expect(linksOf(list)).toContain(`/my-responses/asked/${requests.waiting.draft.name}`)
  })
})

describe('the way to ask for this in another way', () => {
  it.each([
    ['before it opens', -30],
    ['while it is open', 1],
    ['after it has closed', 400],
  ])('is on the overview %s', (_, days) => {
    const overview = consultationOverviewView({
      consultation: busConsultation,
      now: new Date(Date.parse(busConsultation.opensAt) + days * 86_400_000),
    })
    expect(linksOf(overview)).toContain(`/consultations/${busConsultation.slug}/another-way`)
    expect(wordsOf(overview)).toContain('Ask for this in another way')
  })

  it('is on the help page, for each consultation', () => {
    expect(
      linksOf(helpView({ contact: busConsultation.contact, consultations: [busConsultation] })),
    ).toContain(`/consultations/${busConsultation.slug}/another-way`)
    expect(wordsOf(helpView({}))).not.toContain('in another way')
  })
})
