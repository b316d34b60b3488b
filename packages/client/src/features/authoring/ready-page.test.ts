import { pathOfPart } from '@takepart/shared/domain/site/authoring-paths'
import type { ReadyModel } from '@takepart/shared/views/authoring/ready-questions.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  buttonNamed,
  focused,
  nextAddress,
  openDesk,
  said,
  trouble,
} from '../../test-support/open-desk.ts'
import './ready-page.ts'

const draft = draftHead.id
const travel = (isThere: boolean): ReadyModel => ({
  head: draftHead,
  sets: [
    {
      id: 'travel',
      title: 'Getting there',
      source: 'Example Trust',
      questions: [
        { title: 'How do you travel?', kind: 'single', isThere },
        { title: 'How long does it take?', kind: 'single', isThere },
      ],
    },
  ],
})
const open = (answers: unknown[], after: ReadyModel | Error = travel(true)) =>
  openDesk('tp-ready-page', travel(false), { 'authoring.addReady': answers }, { after })
const add = () => userEvent.click(buttonNamed('Add these 2 questions'))

afterEach(leaveDesk)

describe('the page of ready questions', () => {
  it('adds a set once, and goes to the section in which it is', async () => {
    const received = await open([{ outcome: 'added', section: 's9' }])
    const next = nextAddress()
    await add()
    expect(await next).toBe(pathOfPart(draft, 'section:s9'))
    expect(received).toEqual([['authoring.addReady', { draft, set: 'travel' }]])
  })

  it('says that there is no room, with the focus on it, and takes that away at the next try', async () => {
    const received = await open([{ outcome: 'no-room' }, new FailedCall('not-reached')])
    await add()
    await expect.poll(focused).toBe('problem')
    expect(document.activeElement?.textContent).toContain('There is no room for more sections')
    await add()
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(said()).not.toContain('There is no room')
    expect(received).toHaveLength(2)
  })

  it('shows that they are there when a colleague was faster', async () => {
    await open([{ outcome: 'already' }])
    await add()
    await expect.poll(said).toContain('They are in your consultation.')
    expect(focused()).toBe('main')
    expect(() => buttonNamed('Add these')).toThrow('No button')
  })

  it('leaves the focus with the message when the page cannot be had again', async () => {
    await open([{ outcome: 'already' }], new FailedCall('not-reached'))
    await add()
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(focused()).not.toBe('main')
  })
})
