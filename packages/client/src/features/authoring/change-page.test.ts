import type { ChangeModel } from '@takepart/shared/views/authoring/change-page.view'
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
import './change-page.ts'

const draft = draftHead.id
const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
const model: ChangeModel = {
  head: { ...draftHead, version: 1, state: 'published' },
  people: deskPeople,
  closesAt: '2027-05-31T16:00:00Z',
  hasClosed: false,
  retractedAt: null,
  waiting: [],
  mayAsk: true,
  mayDo: true,
}
const waiting = (askedBy: string): ChangeModel => ({
  ...model,
  waiting: [
    {
      id: 'change-1',
      kind: 'extend',
      closesAt: '2027-06-14T16:00:00Z',
      note: 'Two more meetings',
      askedBy,
      askedAt: '2027-05-01T10:00:00Z',
    },
  ],
})
const open = (from: ChangeModel, answers: Answers, after: ChangeModel | Error = from) =>
  openDesk('tp-change-page', from, answers, { after })
const typeTime = async () => {
  await userEvent.fill(fieldOf('until'), '14')
  await userEvent.fill(fieldOf('until__month'), '6')
  await userEvent.fill(fieldOf('until__year'), '2027')
}

afterEach(leaveDesk)

describe('the page on which a consultation gets more time or is retracted', () => {
  it('asks for more time once, shows that it waits, and empties the fields', async () => {
    const asks = { 'authoring.askChange': [{ ok: true }] }
    const received = await open(model, asks, waiting('ash'))
    await typeTime()
    await userEvent.type(fieldOf('extend-note'), 'Two more meetings')
    await userEvent.click(buttonNamed('Ask a second person to do this'))
    await expect.poll(said).toContain('Waits for a second person')
    expect([focused(), fieldOf('until').value, fieldOf('extend-note').value]).toEqual([
      'main',
      '',
      '',
    ])
    const closesAt = '2027-06-14T17:00:00+01:00'
    expect(received).toEqual([
      ['authoring.askChange', { draft, id, kind: 'extend', closesAt, note: 'Two more meetings' }],
    ])
  })

  it('sends nothing without a day that there is, and keeps the words', async () => {
    const received = await open(model, {})
    await userEvent.type(fieldOf('extend-note'), 'Two more meetings')
    await userEvent.click(buttonNamed('Ask a second person to do this'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#until', 'Write a day and a time that there are']])
    expect(fieldOf('until').getAttribute('aria-invalid')).toBe('true')
    expect(fieldOf('extend-note').value).toBe('Two more meetings')
    expect(received).toEqual([])
  })

  it.each([
    ['note-missing', '#extend-note', 'Write a few words'],
    ['note-long', '#extend-note', 'Write fewer words'],
    ['not-later', '#until', 'The new time must be later than the present one'],
  ])('leads to the field that is to be mended: %s', async (problem, href, words) => {
    await open(model, { 'authoring.askChange': [{ ok: false, problem }] })
    await typeTime()
    if (problem === 'note-long') await userEvent.fill(fieldOf('extend-note'), 'So many words')
    await userEvent.click(buttonNamed('Ask a second person to do this'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([[href, words]])
    expect(fieldOf(href.slice(1)).getAttribute('aria-invalid')).toBe('true')
    expect(fieldOf('until').value).toBe('14')
  })

  it('asks to retract it with the reason, and says at its field what the reason misses', async () => {
    const answers = [{ ok: false, problem: 'note-missing' }, { ok: true }]
    const received = await open(model, { 'authoring.askChange': answers })
    await userEvent.click(buttonNamed('Ask a second person to retract it'))
    await expect.poll(summary).toEqual([['#retract-note', 'Write a few words']])
    await userEvent.type(fieldOf('retract-note'), 'It named somebody')
    await userEvent.click(buttonNamed('Ask a second person to retract it'))
    await expect.poll(() => fieldOf('retract-note').value).toBe('')
    expect(received[1]).toEqual([
      'authoring.askChange',
      { draft, id, kind: 'retract', note: 'It named somebody' },
    ])
  })

  it('lets a second person do it, and not the one who asked', async () => {
    await open(waiting('ash'), {})
    expect(() => buttonNamed('Give people this time')).toThrow('No button')
    const done = { 'authoring.decideChange': [{ ok: true }] }
    const received = await open(waiting('jo'), done, model)
    await userEvent.click(buttonNamed('Give people this time'))
    await expect.poll(said).not.toContain('Waits for a second person')
    expect(focused()).toBe('main')
    expect(received).toEqual([
      ['authoring.decideChange', { draft, change: 'change-1', done: true }],
    ])
  })

  it('turns it down, or says why that cannot be done', async () => {
    const answers = [new FailedCall('not-allowed'), { ok: false, problem: 'unknown' }]
    const received = await open(waiting('jo'), { 'authoring.decideChange': answers })
    await userEvent.click(buttonNamed('Do not do this'))
    await expect.poll(trouble).toContain('You cannot do that')
    await userEvent.click(buttonNamed('Do not do this'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()[0]?.[1]).toContain('You cannot do this here')
    expect(said()).toContain('Waits for a second person')
    expect(received[1]).toEqual([
      'authoring.decideChange',
      { draft, change: 'change-1', done: false },
    ])
  })
})
