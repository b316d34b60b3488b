import type {
  OpenRequest,
  RequestsDeskModel,
} from '@takepart/shared/views/support-request/requests-desk.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  aloud,
  buttonNamed,
  fieldOf,
  focused,
  openDesk,
  said,
  summary,
  trouble,
} from '../../test-support/open-desk.ts'
import './requests-desk-page.ts'

const request = (id: string, reference: string, need: string): OpenRequest => ({
  id,
  reference,
  title: 'How we run the clinic',
  needs: [need],
  reachBy: 'phone',
  reachTo: '01632 960001',
  called: null,
  suits: null,
  remember: false,
  inTime: true,
  receivedOn: '2027-03-01',
  dueOn: '2027-03-06',
  isLate: false,
})
const large = request('one', 'TP-1', 'Large print')
const braille = request('two', 'TP-2', 'Braille')
const both: RequestsDeskModel = { requests: [large, braille] }
const rest: RequestsDeskModel = { requests: [braille] }

const open = (answers: unknown[], after: RequestsDeskModel | Error = rest) =>
  openDesk('tp-requests-desk-page', both, { 'supportRequest.close': answers }, { after })
/** Opens the form of the first request. */
const start = async () => {
  await userEvent.click(buttonNamed('Close this request'))
  await expect.poll(() => document.querySelectorAll('form')).toHaveLength(1)
}
const choose = (value: 'met' | 'not-met') =>
  userEvent.click(document.querySelector(`input[value=${value}]`)!)

afterEach(leaveDesk)

describe('the desk of requests for formats and support', () => {
  it('opens one form, named after its request, with the focus on its first question', async () => {
    await open([])
    await start()
    expect(document.querySelector('form')?.getAttribute('aria-label')).toBe('Close request TP-1')
    expect(focused()).toBe('outcome')
    await userEvent.click(buttonNamed('Close this request'))
    await expect
      .poll(() => document.querySelector('form')?.getAttribute('aria-label'))
      .toBe('Close request TP-2')
    expect(document.querySelectorAll('form')).toHaveLength(1)
  })

  it('wants to know what became of it before it asks the server', async () => {
    const received = await open([{ ok: true }])
    await start()
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#outcome', 'Say whether it was met']])
    expect(received).toEqual([])
  })

  it('closes it once, says so aloud with its reference, and shows the others', async () => {
    const received = await open([{ ok: true }])
    await start()
    await choose('met')
    await userEvent.type(fieldOf('note'), 'Posted today')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(aloud).toBe('Request TP-1 is closed.')
    expect(focused()).toBe('main')
    expect(said()).not.toContain('Large print')
    expect(said()).toContain('Braille')
    expect(received).toEqual([
      ['supportRequest.close', { request: 'one', state: 'met', note: 'Posted today' }],
    ])
  })

  it.each([
    ['no-reason', 'Say why it could not be met'],
    ['note-long', 'Use 2,000 characters or fewer in the note'],
  ])('says at the note what the server misses in it: %s', async (problem, words) => {
    const received = await open([{ ok: false, problem }])
    await start()
    await choose('not-met')
    await userEvent.type(fieldOf('note'), 'No')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#note', words]])
    expect([fieldOf('note').value, fieldOf('note').getAttribute('aria-invalid')]).toEqual([
      'No',
      'true',
    ])
    expect(document.querySelector<HTMLInputElement>('input[value=not-met]')?.checked).toBe(true)
    expect(received).toHaveLength(1)
  })

  it('says that a colleague was faster, and takes the request away', async () => {
    await open([{ ok: false, problem: 'gone' }])
    await start()
    await choose('met')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(aloud).toBe('Somebody else has closed this request.')
    expect(said()).not.toContain('Large print')
    expect(focused()).toBe('main')
  })

  it('keeps everything written when nobody answers or the session ended', async () => {
    const away = [new FailedCall('not-reached'), new FailedCall('signed-out'), { ok: true }]
    const received = await open(away)
    await start()
    await choose('met')
    await userEvent.type(fieldOf('note'), 'Posted')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(fieldOf('note').value).toBe('Posted')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(() => received).toHaveLength(2)
    expect([trouble(), fieldOf('note').value]).toEqual(['', 'Posted'])
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(said).not.toContain('Large print')
    expect(received[2]).toEqual([
      'supportRequest.close',
      { request: 'one', state: 'met', note: 'Posted' },
    ])
  })

  it('leaves the focus with the message when the list cannot be had again', async () => {
    await open([{ ok: true }], new FailedCall('not-reached'))
    await start()
    await choose('met')
    await userEvent.click(buttonNamed('Close it'))
    await expect.poll(aloud).toBe('Request TP-1 is closed.')
    expect(document.getElementById('desk-trouble')?.contains(document.activeElement)).toBe(true)
  })

  it('leaves it open, and forgets what was begun', async () => {
    const received = await open([])
    await start()
    await userEvent.type(fieldOf('note'), 'The wrong one')
    await userEvent.click(buttonNamed('Leave it open'))
    await expect.poll(() => document.querySelector('form')).toBeNull()
    expect(focused()).toBe('main')
    await start()
    expect(fieldOf('note').value).toBe('')
    expect(received).toEqual([])
  })
})
