import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { changeSettings, resetSettings, settingsChanged } from '../app/display-settings.ts'
import { emptySite, inTime, leaveSite } from '../test-support/app.ts'
import { fakeSpeech, ownVoice, speakThrough } from '../test-support/speech.ts'
import { offerReadingTools } from './reading-tools.ts'

const { dataset } = document.documentElement

/** What stands in every page does this before anybody else hears of a change. */
function showInAttributes(): void {
  for (const name of Object.keys(dataset)) delete dataset[name]
  Object.assign(dataset, JSON.parse(localStorage.getItem('takepart-display') ?? '{}'))
}

beforeEach(() => {
  localStorage.clear()
  document.addEventListener(settingsChanged, showInAttributes)
  speakThrough(fakeSpeech(ownVoice('en-GB')))
  emptySite().innerHTML = '<div class="wrap"><h1>A garden</h1></div>'
})
afterEach(() => {
  resetSettings()
  document.removeEventListener(settingsChanged, showInAttributes)
  vi.unstubAllGlobals()
  leaveSite()
})

const tools = () =>
  [...document.querySelectorAll('.guide, main button')].map(
    ({ className, textContent }) => textContent || className,
  )

it('fetches nothing for somebody who has chosen nothing', async () => {
  const add = vi.spyOn(document, 'addEventListener')
  offerReadingTools()
  expect(add.mock.calls.map(([name, , options]) => [name, options])).toEqual([
    [settingsChanged, { once: true }],
  ])
  expect(tools()).toEqual([])
})

it('brings and takes away each tool as it is chosen, in an open page', async () => {
  changeSettings({ textSize: '150' })
  offerReadingTools()
  changeSettings({ listen: 'on' })
  await inTime(() => expect(tools()).toEqual(['Listen to this page']))
  changeSettings({ guide: 'mask' })
  await inTime(() =>
    expect(tools()).toEqual(['Listen to this page', 'Guide up', 'Guide down', 'guide no-print']),
  )
  changeSettings({ listen: undefined })
  await inTime(() => expect(tools()).toEqual(['Guide up', 'Guide down', 'guide no-print']))
  resetSettings()
  await inTime(() => expect(tools()).toEqual([]))
  changeSettings({ guide: 'ruler' })
  await inTime(() => expect(tools()).toHaveLength(3))
})
