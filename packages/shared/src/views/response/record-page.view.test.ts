import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../domain/consultation/bus-consultation.fixture.ts'
import type { DeviceRecord } from '../../domain/device/draft.ts'
import {
  recordPageView,
  recordTitle,
  type RecordPageHandlers,
  type RecordPageModel,
} from './record-page.view.ts'
import { draft, records, type RecordName } from '../test-support/records.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'

const nothing = () => undefined
const handlers: RecordPageHandlers = {
  onSendNow: nothing,
  onTakeAway: nothing,
  onPrint: nothing,
  onTrace: nothing,
  onChange: nothing,
  onReturn: nothing,
  onConfirm: nothing,
  onWithdraw: nothing,
  onDelete: nothing,
}
const open = new Date('2027-05-20T12:00:00Z')
const closed = new Date('2027-06-02T12:00:00Z')

const page = (name: RecordName, change: Partial<RecordPageModel> = {}) =>
  recordPageView(
    {
      record: records[name],
      consultation: busConsultation,
      now: open,
      continueHref: '/',
      kept: true,
      confirming: undefined,
      trouble: '',
      address: 'https://takepart.example/open-response',
      ...change,
    },
    handlers,
  )
const words = (name: RecordName, change: Partial<RecordPageModel> = {}): string =>
  wordsOf(page(name, change))

describe('the page of one response', () => {
  it.each<[RecordName, string]>([
    ['draft', 'Your draft'],
    ['draft of a change', 'You are changing your response'],
    ['waiting', 'Your response is waiting to be sent'],
    ['change waiting', 'Your changes are waiting to be sent'],
    ['withdrawal waiting', 'Your request to withdraw your response is waiting to be sent'],
    ['received', 'We have received your response'],
    ['late', 'We have received your response'],
    ['withdrawn', 'You have withdrawn your response'],
    ['refused', 'We could not take your response'],
    ['change refused', 'We could not take your changes'],
    ['withdrawal refused', 'Your response has not been withdrawn'],
  ])('%s: %s', (name, title) => {
    expect(recordTitle({ record: records[name] })).toBe(title)
    expect(words(name)).toContain(title)
  })

  it.each<RecordName>(['draft', 'waiting', 'refused'])(
    'never says that a response that is %s was received, nor shows a code for it',
    (name) => {
      expect(words(name)).not.toMatch(/received your response|Your reference|ABCD-EFGH/)
    },
  )

  it.each<RecordName>([
    'draft of a change',
    'change waiting',
    'withdrawal waiting',
    'change refused',
    'withdrawal refused',
  ])('says of a %s that what was sent before still counts', (name) => {
    expect(words(name)).toMatch(/what you sent before, reference KTRM-4821, still counts/i)
  })

  it('says "saved on this device" of what waits only where that outlives the tab', () => {
    const record = { ...records.waiting, draft: draft({ ownDevice: false }) }
    expect(words('waiting')).toContain('It is saved on this device.')
    for (const change of [{ kept: false }, { record }]) {
      expect(words('waiting', change)).not.toContain('saved on this device')
      expect(words('waiting', change)).toContain('Keep this tab open')
    }
  })

  it('says "on this device" of a draft and a refused response only where they are', () => {
    expect(words('draft')).toContain('It is on this device only')
    expect(words('draft', { kept: false })).toContain('It is in this tab only')
    expect(words('refused')).toContain('what you wrote is still on this device.')
    expect(words('refused', { kept: false })).toContain(
      'what you wrote is still on this page. Keep it open, or save a copy.',
    )
  })

  it('says what can be done with the reference and code, and until when', () => {
    expect(words('received')).toContain(
      'you can read, change or withdraw your response on any device, until Monday 31 May 2027 at 5 pm',
    )
    expect(words('received')).toMatch(/Change my response.*Withdraw my response/)
  })

  it.each<[RecordName, Date]>([
    ['received', closed],
    ['late', open],
  ])('offers no change of a response that is %s at %s', (name, now) => {
    expect(words(name, { now })).toContain('you can read your response on any device.')
    expect(words(name, { now })).not.toMatch(
      /Change my response|Withdraw my response|change or take back/,
    )
  })

  it('says that a late one is kept and marked, by the rule of the consultation', () => {
    expect(words('late')).toContain(
      'We have kept it and marked it late. We decide on late responses one by one.',
    )
    expect(words('received')).not.toContain('late')
  })

  it('asks to take reference and code along where the device forgets them', () => {
    expect(words('received')).not.toContain('Take these with you')
    expect(words('received', { kept: false })).toContain('Take these with you')
    expect(
      words('received', { record: { ...records.received, draft: draft({ ownDevice: false }) } }),
    ).toContain('Take these with you')
  })

  it('tells the server’s copy, which is erased, from the device’s, which is not', () => {
    expect(words('withdrawn')).toMatch(
      /We have erased your answers.*KTRM-4821.*This device still has a copy.*Delete from this device/,
    )
    expect(words('withdrawn')).not.toContain('What you said')
    expect(
      words('withdrawn', { record: { ...records.withdrawn, draft: draft({ answers: {} }) } }),
    ).not.toContain('This device still has a copy')
  })

  it('says why a response was refused, and keeps every word of it', () => {
    expect(words('refused')).toContain('This consultation closed on Monday 31 May 2027 at 5 pm.')
    expect(words('refused')).toMatch(/By boat.*20.*Soon.*Sam/)
  })

  it.each<[RecordName, string]>([
    ['change refused', 'We could not take your changes'],
    ['withdrawal refused', 'Your response was withdrawn before'],
  ])(
    'says of a %s because the response was taken back elsewhere nothing that is untrue',
    (name, title) => {
      const record = {
        ...records[name],
        problems: [{ code: 'response-withdrawn' }],
      } as DeviceRecord
      expect(recordTitle({ record })).toBe(title)
      expect(words(name, { record })).not.toMatch(/still counts|has not been withdrawn|send again/)
      expect(words(name, { record })).toContain('Go back to my response')
    },
  )

  it.each<RecordName>(['change refused', 'withdrawal refused', 'refused'])(
    'says of a %s that the Trust erased it',
    (name) => {
      const problems = [{ code: 'response-erased' }]
      const record = { ...records[name], problems } as DeviceRecord
      expect(recordTitle({ record })).toBe('We have erased your response')
      expect(words(name, { record })).not.toMatch(/still counts|has not been withdrawn|send again/)
    },
  )

  it('says of an erased response that it is gone for a lawful reason, and where the reason is', () => {
    expect(recordTitle({ record: records.erased })).toBe('We have erased your response')
    expect(words('erased')).toContain('We have erased your answers for a lawful reason')
    expect(words('erased')).toContain('See why we erased it')
    expect(words('erased')).not.toContain('Change my response')
    expect(words('withdrawn')).not.toMatch(/lawful reason|See why/)
  })

  it('says of a first response that was taken back elsewhere how to take part again, and offers nothing that cannot be', () => {
    const record: DeviceRecord = { ...records.refused, problems: [{ code: 'response-withdrawn' }] }
    expect(recordTitle({ record })).toBe('Your response was withdrawn before')
    expect(words('refused', { record })).not.toContain('send again')
    expect(words('refused', { record })).toMatch(
      /Nothing is lost.*To take part again, start a new one\. Start a new response.*By boat/,
    )
    expect(linksOf(page('refused', { record }))).toContain(
      '/consultations/bus-to-the-clinic/answer',
    )
  })

  it('offers to send a refused one again, and a refused withdrawal not', () => {
    expect(words('refused')).toContain('Look at my answers and send again')
    expect(words('withdrawal refused')).not.toContain('send again')
    expect(words('withdrawal refused')).toContain('Go back to my response')
  })

  it.each<[RecordName, string]>([
    ['draft', 'We do not have it. This cannot be undone.'],
    ['received', 'What we have received stays with us.'],
  ])('says what deleting one that is %s means', (name, said) => {
    expect(words(name, { confirming: 'delete' })).toContain(said)
  })

  it('shows every question that was asked, answered or not, and none that was not asked', () => {
    expect(words('received')).toMatch(/How do you travel to us\? Another way: By boat/)
    expect(words('received')).toMatch(/Are you a carer\? Not answered/)
    expect(words('received')).not.toContain('Is the bus a problem?')
  })

  it('shows no answers where the consultation is not on the device', () => {
    expect(words('received', { consultation: undefined })).not.toContain('What you said')
    expect(words('received', { consultation: undefined })).toContain('KTRM-4821')
  })
})
