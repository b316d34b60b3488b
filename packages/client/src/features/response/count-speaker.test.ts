import { textarea } from '@takepart/shared/ui/textarea'
import { render } from 'lit'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptySite, leaveSite, spoken } from '../../test-support/app.ts'
import { CountSpeaker } from './count-speaker.ts'

const { dataset } = document.documentElement
let said: string[]

beforeEach(() => {
  vi.useFakeTimers()
  render(
    [false, true].map((near) =>
      textarea({
        id: `q-${near ? 'near' : 'far'}`,
        name: 'q',
        title: 'Why?',
        value: '',
        count: {
          limit: 'You can write up to 200 characters',
          shown: `You have ${near ? 9 : 190} characters left`,
          near,
        },
      }),
    ),
    emptySite(),
  )
  said = spoken()
})
afterEach(async () => {
  delete dataset['counts']
  await vi.advanceTimersByTimeAsync(12_000)
  vi.useRealTimers()
  leaveSite()
})

async function typed(...questions: readonly string[]): Promise<readonly string[]> {
  const speaker = new CountSpeaker()
  for (const question of questions) {
    speaker.typed(question)
    await vi.advanceTimersByTimeAsync(1500)
  }
  return said
}

it.each([
  ['', ['You have 9 characters left']],
  ['always', ['You have 190 characters left', 'You have 9 characters left']],
  ['off', []],
])('says how many characters are left, with counts %j', async (counts, heard) => {
  if (counts) dataset['counts'] = counts
  expect(await typed('far', 'near')).toEqual(heard)
})

it('says nothing while somebody types', async () => {
  const speaker = new CountSpeaker()
  for (let keys = 0; keys < 5; keys += 1) {
    speaker.typed('near')
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(said).toEqual([])
  speaker.stop()
  await vi.advanceTimersByTimeAsync(2000)
  expect(said).toEqual([])
})
