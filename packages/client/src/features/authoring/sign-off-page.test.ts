import type { SignOffModel } from '@takepart/shared/views/authoring/sign-off-page.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskPeople, draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  buttonNamed,
  fieldOf,
  focused,
  openDesk,
  said,
  summary,
  trouble,
  type Answers,
} from '../../test-support/open-desk.ts'
import './sign-off-page.ts'

const draft = draftHead.id
const standing = (
  state: SignOffModel['head']['state'],
  changes: Partial<SignOffModel> = {},
): SignOffModel => ({
  head: { ...draftHead, state },
  people: deskPeople,
  blocked: 0,
  undecided: 0,
  askedBy: 'jo',
  askedAt: '2027-03-01T10:00:00Z',
  decidedBy: 'jo',
  decidedAt: '2027-03-01T11:00:00Z',
  sentBackNote: null,
  dueAt: null,
  problem: null,
  slug: null,
  changes: [],
  lookedBefore: true,
  mayAsk: true,
  maySign: true,
  mayPublish: true,
  ...changes,
})
const open = (from: SignOffModel, answers: Answers, after: SignOffModel | Error = from) =>
  openDesk('tp-sign-off-page', from, answers, { after })
const typeDay = async (day: string, month: string, year: string) => {
  await userEvent.fill(fieldOf('when'), day)
  await userEvent.fill(fieldOf('when__month'), month)
  await userEvent.fill(fieldOf('when__year'), year)
}

afterEach(leaveDesk)

describe('the page on which a consultation is signed and published', () => {
  it('asks for a signature, and then shows who asked', async () => {
    const asks = { 'authoring.askSignOff': [{ ok: true }] }
    const received = await open(standing('draft'), asks, standing('asked'))
    await userEvent.click(buttonNamed('Ask for a signature'))
    await expect.poll(said).toContain('Jo Fenn asked for a signature')
    expect(focused()).toBe('main')
    expect(received).toEqual([
      ['authoring.askSignOff', { draft, id: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11' }],
    ])
  })

  it('says why it cannot be asked for, and leads to the act', async () => {
    const refused = { ok: false, problem: 'something-blocks' }
    await open(standing('draft'), { 'authoring.askSignOff': [refused] })
    await userEvent.click(buttonNamed('Ask for a signature'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#act', 'Something still has to be put right. See the checks']])
    expect(document.getElementById('act')).not.toBeNull()
  })

  it('wants a few words before it is sent back, and sends them once they are there', async () => {
    const received = await open(
      standing('asked'),
      { 'authoring.decideSignOff': [{ ok: false, problem: 'note-missing' }, { ok: true }] },
      standing('asked'),
    )
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#note', 'Write a few words']])
    expect(fieldOf('note').getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(fieldOf('note'), 'Mend the date')
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(focused).toBe('main')
    expect([summary(), fieldOf('note').value]).toEqual([[], ''])
    expect(received[1]).toEqual([
      'authoring.decideSignOff',
      { draft, decision: 'sent-back', note: 'Mend the date' },
    ])
  })

  it('signs without the note that somebody began, and keeps the page when the session ended', async () => {
    const received = await open(
      standing('asked'),
      { 'authoring.decideSignOff': [new FailedCall('signed-out'), { ok: true }] },
      standing('signed'),
    )
    await userEvent.type(fieldOf('note'), 'Hm')
    await userEvent.click(buttonNamed('I have read it, and I sign'))
    await expect.poll(() => received).toHaveLength(1)
    expect([fieldOf('note').value, trouble()]).toEqual(['Hm', ''])
    await userEvent.click(buttonNamed('I have read it, and I sign'))
    await expect.poll(said).toContain('Jo Fenn signed it')
    expect(received[1]).toEqual(['authoring.decideSignOff', { draft, decision: 'signed' }])
  })

  it('publishes at a time as it is in the United Kingdom, summer time too', async () => {
    const received = await open(
      standing('signed'),
      { 'authoring.publish': [{ ok: true }] },
      standing('scheduled', { dueAt: '2027-06-07T08:00:00Z' }),
    )
    await typeDay('7', '6', '2027')
    await userEvent.click(buttonNamed('Publish it then'))
    await expect.poll(said).toContain('It will be published')
    expect(received).toEqual([['authoring.publish', { draft, at: '2027-06-07T09:00:00+01:00' }]])
    expect(said()).not.toContain('Publish now')
  })

  it.each([
    ['no day', '', '', ''],
    ['a day that there is not', '31', '6', '2027'],
  ])('sends nothing without a time: %s', async (_, ...day) => {
    const received = await open(standing('signed'), { 'authoring.publish': [{ ok: true }] })
    await typeDay(...(day as [string, string, string]))
    await userEvent.click(buttonNamed('Publish it then'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#when', 'Write a day and a time that there are']])
    expect([fieldOf('when').value, fieldOf('when').getAttribute('aria-invalid')]).toEqual([
      day[0],
      'true',
    ])
    expect(received).toEqual([])
  })

  it('publishes now, or says in the words of the server what stands in the way', async () => {
    const no = { ok: false, problem: 'refused', words: ['It opens in the past'] }
    const received = await open(standing('signed'), { 'authoring.publish': [no] })
    await userEvent.click(buttonNamed('Publish now'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()[0]?.[1]).toContain('It opens in the past')
    expect(received).toEqual([['authoring.publish', { draft }]])
  })

  it('stops what was to be published, and leaves the focus with a message about the page', async () => {
    const due = standing('scheduled', { dueAt: '2027-04-01T08:00:00Z' })
    const stops = { 'authoring.stop': [{ ok: true }] }
    const received = await open(due, stops, new FailedCall('not-reached'))
    await userEvent.click(buttonNamed('Do not publish it then'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(received).toEqual([['authoring.stop', { draft }]])
    expect(focused()).not.toBe('main')
  })
})
