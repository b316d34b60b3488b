import type { HistoryModel } from '@takepart/shared/views/authoring/history-page.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskPeople, draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import { aloud, buttonNamed, openDesk, said, trouble } from '../../test-support/open-desk.ts'
import './history-page.ts'

const line = (number: number, words: string) => ({
  number,
  part: 'question:q1',
  words,
  by: 'jo',
  at: `2027-03-0${number}T10:00:00Z`,
  beside: false,
})
const model: HistoryModel = {
  head: draftHead,
  people: deskPeople,
  lines: [line(2, 'changed its title'), line(1, 'made question 1')],
  mayWrite: true,
}
const after: HistoryModel = { ...model, lines: [line(3, 'went back'), ...model.lines] }
const open = (answers: unknown[], from = model, then: HistoryModel | Error = after) =>
  openDesk('tp-history-page', from, { 'authoring.restore': answers }, { after: then })

afterEach(leaveDesk)

describe('the history of a consultation', () => {
  it('goes back to before a change, shows that as a change of its own, and says so aloud', async () => {
    const received = await open([true])
    await userEvent.click(buttonNamed('Go back to before this: changed its title'))
    await expect.poll(aloud).toBe('The part says again what it said before.')
    expect(said()).toContain('Jo Fenn: went back')
    expect(received).toEqual([
      ['authoring.restore', { draft: draftHead.id, part: 'question:q1', before: 2 }],
    ])
  })

  it('says above the page that it was not done, and nothing else', async () => {
    await open([new FailedCall('not-reached')])
    const before = said()
    await userEvent.click(buttonNamed('Go back to before this: made question 1'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(said()).toBe(before)
  })

  it('gives the way back to those who may write, and to nobody else', async () => {
    await open([], { ...model, mayWrite: false })
    expect(said()).toContain('Jo Fenn: changed its title')
    expect(document.querySelectorAll('#main button')).toHaveLength(0)
  })
})
