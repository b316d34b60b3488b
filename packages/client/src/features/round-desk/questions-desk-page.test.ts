import type { QuestionsDeskModel } from '@takepart/shared/views/questions/questions-desk-model'
import type { ShownQuestion } from '@takepart/shared/domain/round/questions/shown-question'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { FollowHandlers } from '../../api/live-questions.ts'
import type { StaffApi } from '../../api/staff-api.ts'
import { deskPage, deskServices, leaveDesk } from '../../test-support/desk.ts'
import './questions-desk-page.ts'
import type { QuestionsDeskPage } from './questions-desk-page.ts'

const asked = (number: number, text: string): ShownQuestion => ({
  number,
  state: 'waiting',
  wanted: 0,
  asked: {
    number,
    source: 'participant',
    shownOn: '2027-03-10',
    replies: 0,
    acknowledged: { alike: 0, thinking: 0, wanted: 0 },
    words: { kind: 'said', name: 'Mel', text, removed: [], quotations: [] },
  },
})
const model = (changes: Partial<QuestionsDeskModel['shown']> = {}): QuestionsDeskModel => ({
  round: {
    id: '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11',
    slug: 'ask-us',
    title: 'Ask us',
    opensAt: '2027-03-01T09:00:00Z',
    closesAt: '2027-03-20T17:00:00Z',
    answering: [{ name: 'Jo Fenn' }, { name: 'Sunil Dray' }],
  },
  now: '2027-03-10T12:00:00Z',
  shown: { sequence: 3, questions: [asked(1, 'Bus?'), asked(2, 'Lift?')], ...changes },
  unread: 0,
  mayJoin: true,
})
const taken = (): QuestionsDeskModel =>
  model({
    sequence: 4,
    questions: [
      { ...asked(1, 'Bus?'), state: 'being-answered', by: { name: 'Jo Fenn' } },
      asked(2, 'Lift?'),
    ],
  })

afterEach(() => {
  leaveDesk()
  sessionStorage.clear()
})

/** The desk with these questions, and a server that does what it is asked and then shows `after`. */
async function open(shown: QuestionsDeskModel, after: QuestionsDeskModel = shown, ok = true) {
  const sent: (readonly [string, unknown])[] = []
  let handlers: FollowHandlers | undefined
  const procedure = (name: string) => ({
    mutate: async (input: unknown) => {
      sent.push([name, input])
      return ok ? { ok, value: true } : { ok, problems: [{ code: 'question-moved-on' }] }
    },
  })
  const names = ['take', 'putBack', 'answer', 'giveReason', 'join', 'part', 'finish']
  const api = {
    questions: Object.fromEntries(names.map((name) => [name, procedure(name)])),
  } as unknown as StaffApi
  const page = deskPage('tp-questions-desk-page', shown) as QuestionsDeskPage
  page.arrive(
    deskServices({
      api,
      call: (work) => work(api),
      readPage: async () => after,
      followQuestions: (_of, given) => {
        handlers = given
        return () => undefined
      },
    }),
  )
  await page.updateComplete
  await expect.poll(() => document.body.textContent).not.toContain('you need JavaScript')
  return {
    sent,
    happen: (sequence: number) => handlers?.onHappening(sequence, { kind: 'asked', number: 9 }),
  }
}
const named = (words: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('button, input[type=radio]')].find((one) =>
    (one.textContent.trim() || (one as HTMLInputElement).value).startsWith(words),
  )!
const focused = () => document.activeElement?.id

describe('the desk of live questions', () => {
  it('asks who answers before it takes a question, and then goes to the field for the answer', async () => {
    const { sent } = await open(model(), taken())
    await userEvent.click(named('Take it'))
    await expect.poll(focused).toBe('error-summary')
    expect([document.body.textContent.includes('Choose who answers'), sent]).toEqual([true, []])
    await userEvent.click(named('Jo Fenn'))
    await userEvent.click(named('Take it'))
    await expect.poll(focused).toBe('answer-1')
    expect(sent).toEqual([['take', { round: model().round.id, number: 1, by: 'Jo Fenn' }]])
    expect(document.body.textContent).not.toContain('There is a problem')
  })

  it('keeps what is written when others do something, and when the page is loaded again', async () => {
    const { happen } = await open(taken())
    await userEvent.type(document.getElementById('answer-1')!, 'At nine.')
    happen(5)
    await expect.poll(() => document.body.textContent).toContain('1 thing has happened')
    await userEvent.click(named('Show how it stands now'))
    await expect.poll(focused).toBe('line-title')
    expect((document.getElementById('answer-1') as HTMLTextAreaElement).value).toBe('At nine.')
    leaveDesk()
    await open(taken())
    await expect
      .poll(() => (document.getElementById('answer-1') as HTMLTextAreaElement).value)
      .toBe('At nine.')
  })

  it('sends an answer once under one id, and says at the field that it is empty', async () => {
    const { sent } = await open(taken(), model())
    await userEvent.click(named('Send the answer'))
    await expect.poll(focused).toBe('error-summary')
    expect(document.getElementById('answer-1')?.getAttribute('aria-invalid')).toBe('true')
    await userEvent.type(document.getElementById('answer-1')!, 'At nine.')
    await userEvent.click(named('Send the answer'))
    await expect.poll(() => sent).toHaveLength(1)
    expect(sent[0]).toMatchObject(['answer', { number: 1, text: 'At nine.' }])
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('wants a reason to be chosen, and leaves it with the focus where it was opened', async () => {
    const { sent } = await open(model())
    await userEvent.click(document.getElementById('reason-of-2')!)
    await expect.poll(focused).toBe('why-2')
    await userEvent.click(named('Publish the reason'))
    await expect.poll(() => document.body.textContent).toContain('Choose why it is not answered')
    await userEvent.click(named('Leave it as it is'))
    await expect.poll(focused).toBe('reason-of-2')
    expect(sent).toEqual([])
  })

  it('shows how it stands when a colleague was faster, and says so', async () => {
    const { sent } = await open(model(), taken(), false)
    await userEvent.click(named('Sunil Dray'))
    await userEvent.click(named('Take it'))
    await expect.poll(focused).toBe('error-summary')
    expect(sent).toHaveLength(1)
    expect(document.body.textContent).toContain('A colleague has done something to this question.')
    expect(document.body.textContent).toContain('Jo Fenn answers')
  })
})
