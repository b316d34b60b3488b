import type { ChecksModel, PlacedFinding } from '@takepart/shared/views/authoring/checks-page.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { deskPeople, draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  aloud,
  buttonNamed,
  fieldOf,
  focused,
  openDesk,
  said,
  trouble,
  type Answers,
} from '../../test-support/open-desk.ts'
import './checks-page.ts'

const draft = draftHead.id
const advice = (key: string, words: string): PlacedFinding => ({
  level: 'advice',
  part: 'question:q1',
  place: 'question 1',
  key,
  words,
})
const long = advice('long', 'It is long')
const hard = advice('hard', 'It is hard to read')
const model: ChecksModel = {
  head: draftHead,
  people: deskPeople,
  findings: [long, hard],
  blocked: 0,
  undecided: 2,
  mayWrite: true,
}
const kept: ChecksModel = {
  ...model,
  undecided: 1,
  findings: [
    { ...long, overruled: { reason: 'It has to be', by: 'jo', at: '2027-03-01T10:00:00Z' } },
    hard,
  ],
}
const open = (from: ChecksModel, answers: Answers, after: ChecksModel | Error = kept) =>
  openDesk('tp-checks-page', from, answers, { after })
const decide = async (words: string) => {
  await userEvent.click(buttonNamed(`Keep it as it is, and say why: ${words}`))
  await expect.poll(focused).toBe('reason')
}

afterEach(leaveDesk)

describe('the page of all checks', () => {
  it('asks why beside the advice that somebody keeps, with the focus there', async () => {
    await open(model, {})
    await decide('It is hard')
    expect(fieldOf('reason').closest('li')?.textContent).toContain('It is hard to read')
  })

  it('keeps the reason once, shows who kept it, and puts the focus at the top', async () => {
    const received = await open(model, { 'authoring.overrule': [{ problem: null }] })
    await decide('It is long')
    await userEvent.type(fieldOf('reason'), 'It has to be')
    await userEvent.click(buttonNamed('Keep this reason'))
    await expect.poll(said).toContain('Kept as it is by Jo Fenn')
    expect(focused()).toBe('main')
    expect(document.getElementById('reason')).toBeNull()
    expect(received).toEqual([
      ['authoring.overrule', { draft, finding: 'long', reason: 'It has to be' }],
    ])
  })

  it.each([
    ['reason-missing', 'Say why it stays as it is'],
    ['reason-long', 'Say it in 1,000 characters or fewer'],
  ])(
    'says at the field what is wrong with a reason, and keeps its words: %s',
    async (problem, words) => {
      await open(model, { 'authoring.overrule': [{ problem }] })
      await decide('It is long')
      await userEvent.type(fieldOf('reason'), 'So')
      await userEvent.click(buttonNamed('Keep this reason'))
      await expect.poll(() => fieldOf('reason').getAttribute('aria-invalid')).toBe('true')
      const described = fieldOf('reason').getAttribute('aria-describedby')?.split(' ') ?? []
      expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
        words,
      )
      expect([focused(), fieldOf('reason').value]).toEqual(['reason', 'So'])
    },
  )

  it('keeps the words when nobody answers', async () => {
    await open(model, { 'authoring.overrule': [new FailedCall('not-reached')] })
    await decide('It is long')
    await userEvent.type(fieldOf('reason'), 'It has to be')
    await userEvent.click(buttonNamed('Keep this reason'))
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(fieldOf('reason').value).toBe('It has to be')
  })

  it('takes a decision back, and leaves the focus on the page', async () => {
    const received = await open(kept, { 'authoring.takeOverruleBack': [false, true] }, model)
    await userEvent.click(buttonNamed('Take that back: It is long'))
    await expect.poll(() => received).toHaveLength(1)
    expect(said()).toContain('Kept as it is by Jo Fenn')
    await userEvent.click(buttonNamed('Take that back: It is long'))
    await expect.poll(said).not.toContain('Kept as it is by Jo Fenn')
    expect(focused()).toBe('main')
    expect(received[1]).toEqual(['authoring.takeOverruleBack', { draft, finding: 'long' }])
  })

  it('confirms what a file left open by its import and its number, and says so aloud', async () => {
    const open4: PlacedFinding = { ...long, level: 'confirm', key: 'import-1 4', words: 'A table' }
    const received = await open(
      { ...model, findings: [open4] },
      { 'authoring.confirmNote': [true] },
      { ...model, findings: [] },
    )
    await userEvent.click(buttonNamed('It is right as it is: A table'))
    await expect.poll(aloud).toBe('Confirmed.')
    expect(said()).not.toContain('A table')
    expect(focused()).toBe('main')
    expect(received).toEqual([['authoring.confirmNote', { draft, import: 'import-1', note: 4 }]])
  })

  it('lets nobody decide who may only read it', async () => {
    await open({ ...kept, mayWrite: false }, {})
    expect(document.querySelectorAll('#main button')).toHaveLength(0)
    expect(said()).toContain('It has to be')
  })
})
