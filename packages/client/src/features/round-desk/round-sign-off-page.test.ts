import type { RoundSignOffModel } from '@takepart/shared/views/round-desk/round-sign-off.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
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
import './round-sign-off-page.ts'

const round = '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11'
const draft: RoundSignOffModel = {
  head: {
    id: round,
    title: 'Buses?',
    slug: null,
    stage: 'draft',
    signOff: 'draft',
    opensAt: '2027-04-01T08:00:00Z',
    closesAt: '2027-04-20T16:00:00Z',
  },
  people: { me: 'ash', names: { ash: 'Ash Moor', jo: 'Jo Fenn' } },
  findings: [],
  request: null,
  askedBy: null,
  askedAt: null,
  decidedBy: null,
  decidedAt: null,
  sentBackNote: null,
  dueAt: null,
  problem: null,
  changes: [],
  lookedBefore: true,
  opensLater: true,
  mayAsk: true,
  maySign: true,
  mayPublish: true,
}
const standing = (
  signOff: RoundSignOffModel['head']['signOff'],
  changes: Partial<RoundSignOffModel> = {},
): RoundSignOffModel => ({ ...draft, head: { ...draft.head, signOff }, ...changes })
const asked = standing('asked', {
  request: 'request-1',
  askedBy: 'jo',
  askedAt: '2027-03-01T10:00:00Z',
})
const decided = { decidedBy: 'jo', decidedAt: '2027-03-01T11:00:00Z' }

const open = (from: RoundSignOffModel, answers: Answers, after?: RoundSignOffModel | Error) =>
  openDesk('tp-round-sign-off-page', from, answers, after ? { after } : {})

afterEach(leaveDesk)

describe('the page on which a discussion is signed and published', () => {
  it('asks for a signature, shows who asked, and puts the focus at the top', async () => {
    const received = await open(draft, { 'roundDesk.askSignOff': [{ ok: true }] }, asked)
    await userEvent.click(buttonNamed('Ask for a signature'))
    await expect.poll(said).toContain('Jo Fenn asked for a signature')
    expect(focused()).toBe('main')
    expect(received).toEqual([
      ['roundDesk.askSignOff', { round, id: '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11' }],
    ])
  })

  it('signs the request that was read, and offers to publish', async () => {
    const received = await open(
      asked,
      { 'roundDesk.decideSignOff': [{ ok: true }] },
      standing('signed', decided),
    )
    await userEvent.click(buttonNamed('I have read it, and I sign'))
    await expect.poll(said).toContain('Jo Fenn signed it')
    expect(received).toEqual([
      ['roundDesk.decideSignOff', { round, request: 'request-1', decision: 'signed' }],
    ])
    expect(buttonNamed('Publish now')).toBeTruthy()
  })

  it('wants a few words before it is sent back: at the field and in the summary', async () => {
    await open(asked, { 'roundDesk.decideSignOff': [{ ok: false, problem: 'note-missing' }] })
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#note', 'Write a few words']])
    expect(fieldOf('note').getAttribute('aria-invalid')).toBe('true')
    await userEvent.click(document.querySelector('#error-summary a')!)
    expect(focused()).toBe('note')
  })

  it('keeps the note when it is refused or nobody answers, and lets go of it once it is sent', async () => {
    const received = await open(
      asked,
      {
        'roundDesk.decideSignOff': [
          new FailedCall('not-reached'),
          { ok: false, problem: 'note-long' },
          { ok: true },
        ],
      },
      asked,
    )
    await userEvent.type(fieldOf('note'), 'The date is wrong.')
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(fieldOf('note').value).toBe('The date is wrong.')
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(summary).toEqual([['#note', 'Write fewer words']])
    expect([trouble(), fieldOf('note').value]).toEqual(['', 'The date is wrong.'])
    await userEvent.click(buttonNamed('Send it back'))
    await expect.poll(() => fieldOf('note').value).toBe('')
    expect(summary()).toEqual([])
    const sent = {
      round,
      request: 'request-1',
      decision: 'sent-back',
      note: 'The date is wrong.',
    }
    expect(received).toEqual(received.map(() => ['roundDesk.decideSignOff', sent]))
    expect(received).toHaveLength(3)
  })

  it('shows how it stands now when a signature comes too late, and why', async () => {
    const received = await open(
      asked,
      { 'roundDesk.decideSignOff': [{ ok: false, problem: 'not-asked' }] },
      standing('draft'),
    )
    await userEvent.click(buttonNamed('I have read it, and I sign'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()[0]?.[0]).toBe('#act')
    expect(summary()[0]?.[1]).toContain('Nobody asks for a signature now')
    expect(buttonNamed('Ask for a signature')).toBeTruthy()
    expect(received).toHaveLength(1)
  })

  it.each([
    ['Publish now', 'now'],
    ['Publish it when it opens', 'opening'],
  ])('publishes when somebody says so: %s', async (words, when) => {
    const received = await open(
      standing('signed', decided),
      { 'roundDesk.publish': [{ ok: true }] },
      standing('published'),
    )
    await userEvent.click(buttonNamed(words))
    await expect.poll(focused).toBe('main')
    expect(received).toEqual([['roundDesk.publish', { round, when }]])
    expect(said()).not.toContain(words)
  })

  it('says what stands in the way of publishing, in the words of the server', async () => {
    await open(standing('signed', decided), {
      'roundDesk.publish': [{ ok: false, problem: 'refused', words: ['The address is taken'] }],
    })
    await userEvent.click(buttonNamed('Publish now'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()[0]?.[1]).toContain('It could not be published')
    expect(summary()[0]?.[1]).toContain('The address is taken')
  })

  it('stops what was to be published, and says so above the page when that is not allowed', async () => {
    const due = standing('scheduled', { dueAt: '2027-04-01T08:00:00Z' })
    const stop = [new FailedCall('not-allowed'), { ok: true }]
    const received = await open(due, { 'roundDesk.stop': stop }, standing('signed', decided))
    await userEvent.click(buttonNamed('Do not publish it then'))
    await expect.poll(trouble).toContain('You cannot do that')
    expect(buttonNamed('Do not publish it then')).toBeTruthy()
    await userEvent.click(buttonNamed('Do not publish it then'))
    await expect.poll(said).toContain('Jo Fenn signed it')
    expect([trouble(), focused()]).toEqual(['', 'main'])
    expect(received).toHaveLength(2)
  })

  it('leaves the focus with the message when the page cannot be had again', async () => {
    await open(asked, { 'roundDesk.decideSignOff': [{ ok: true }] }, new FailedCall('not-reached'))
    await userEvent.click(buttonNamed('I have read it, and I sign'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    await expect
      .poll(() => document.getElementById('desk-trouble')?.contains(document.activeElement))
      .toBe(true)
    expect(focused()).not.toBe('main')
  })
})
