import { pathOfDraft } from '@takepart/shared/domain/site/authoring-paths'
import type { BeginModel } from '@takepart/shared/views/authoring/begin-consultation.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { draftHead } from '../../test-support/desk-draft.ts'
import { FailedCall, leaveDesk } from '../../test-support/desk.ts'
import {
  buttonNamed,
  fieldOf,
  focused,
  nextAddress,
  openDesk,
  summary,
  trouble,
} from '../../test-support/open-desk.ts'
import './begin-page.ts'

const model: BeginModel = { copies: [{ id: 'old', title: 'Buses' }], title: '', copyOf: '' }
const open = (answers: unknown[] = [{ id: draftHead.id }]) => {
  let ids = 0
  return openDesk(
    'tp-begin-page',
    model,
    { 'authoring.begin': answers },
    {
      newId: () => `new-${(ids += 1)}`,
    },
  )
}

afterEach(leaveDesk)

describe('the page on which a consultation begins', () => {
  it('says that it needs a title, and asks the server nothing', async () => {
    const received = await open()
    await userEvent.click(document.querySelector('input[value=old]')!)
    await userEvent.click(buttonNamed('Begin writing'))
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#title', 'Write what it is called']])
    expect(fieldOf('title').getAttribute('aria-invalid')).toBe('true')
    expect(document.querySelector<HTMLInputElement>('input[value=old]')?.checked).toBe(true)
    expect(received).toEqual([])
  })

  it.each([
    ['from nothing', '', {}, pathOfDraft('edit', draftHead.id)],
    ['from another', 'old', { copyOf: 'old' }, pathOfDraft('edit', draftHead.id)],
    ['from a file', 'file', {}, pathOfDraft('bringIn', draftHead.id)],
  ])('begins it %s, and goes on where that goes on', async (_, from, copy, address) => {
    const received = await open()
    const next = nextAddress()
    await userEvent.type(fieldOf('title'), ' The clinic ')
    await userEvent.click(document.querySelector(`input[name=from][value="${from}"]`)!)
    await userEvent.click(buttonNamed('Begin writing'))
    expect(await next).toBe(address)
    expect(received).toEqual([['authoring.begin', { id: 'new-1', title: 'The clinic', ...copy }]])
  })

  it('keeps what was typed when nobody answers, and begins the same one again', async () => {
    const received = await open([new FailedCall('not-reached'), { id: draftHead.id }])
    await userEvent.type(fieldOf('title'), 'The clinic{Enter}')
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(fieldOf('title').value).toBe('The clinic')
    const next = nextAddress()
    await userEvent.click(buttonNamed('Begin writing'))
    await next
    expect(received).toHaveLength(2)
    expect(received[1]).toEqual(received[0])
  })
})
