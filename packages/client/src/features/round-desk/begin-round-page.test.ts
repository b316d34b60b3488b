import type { BeginRoundModel } from '@takepart/shared/views/round-desk/begin-round.view'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
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
import './begin-round-page.ts'

const id = '5b1f0f6e-0a39-4b7e-9a52-2f6d0c1e7a11'
const model: BeginRoundModel = { title: '', after: null }
const open = (answer: unknown[], from: BeginRoundModel = model) => {
  let ids = 0
  return openDesk(
    'tp-begin-round-page',
    from,
    { 'roundDesk.begin': answer },
    {
      newId: () => `new-${(ids += 1)}`,
    },
  )
}
const begin = () => userEvent.click(buttonNamed('Begin'))

afterEach(leaveDesk)

describe('the page on which a discussion begins', () => {
  it('says that the title is missing, in the summary and at the field, and asks the server nothing', async () => {
    const received = await open([{ id }])
    await userEvent.type(fieldOf('title'), '   ')
    await begin()
    await expect.poll(focused).toBe('error-summary')
    expect(summary()).toEqual([['#title', 'Write what people shall talk about']])
    expect(fieldOf('title').getAttribute('aria-invalid')).toBe('true')
    expect(received).toEqual([])
  })

  it('begins it with the title as it was meant, and goes to where it is written', async () => {
    const received = await open([{ id }])
    await begin()
    await expect.poll(focused).toBe('error-summary')
    const address = nextAddress()
    await userEvent.type(fieldOf('title'), ' How should we run the clinic? {Enter}')
    expect(await address).toBe(`/desk/rounds/${id}`)
    expect(received).toEqual([
      ['roundDesk.begin', { id: 'new-1', title: 'How should we run the clinic?' }],
    ])
    expect(summary()).toEqual([])
  })

  it('names the finished one that it follows', async () => {
    const received = await open([{ id }], { title: 'What next?', after: { id, title: 'Buses' } })
    expect(document.querySelector('.lede')?.textContent).toContain('Buses')
    const address = nextAddress()
    await begin()
    await address
    expect(received).toEqual([['roundDesk.begin', { id: 'new-1', title: 'What next?', after: id }]])
  })

  it('keeps the title when nobody answers, and begins the same one at the second press', async () => {
    const received = await open([new FailedCall('not-reached'), { id }])
    await userEvent.type(fieldOf('title'), 'Buses?')
    await begin()
    await expect.poll(trouble).toContain('We could not reach Takepart')
    expect(fieldOf('title').value).toBe('Buses?')
    const address = nextAddress()
    await begin()
    await address
    const sent = ['roundDesk.begin', { id: 'new-1', title: 'Buses?' }]
    expect(received).toEqual([sent, sent])
    expect(trouble()).toBe('')
  })
})
