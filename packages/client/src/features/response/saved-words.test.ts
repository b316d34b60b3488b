import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenDraft, SaveState } from '../../app/open-draft.ts'
import { draft } from '../../offline/test-support/device.ts'
import { emptySite, leaveSite, spoken } from '../../test-support/app.ts'
import { savedWords, saySaved } from './saved-words.ts'

const saved: SaveState = { kind: 'saved', at: '2027-05-12T13:02:00Z' }
const failed = (reason: Extract<SaveState, { kind: 'not-saved' }>['reason']): SaveState => ({
  kind: 'not-saved',
  reason,
})
const onDevice = { durable: true, looking: false }
const slow = { durable: false, looking: true }
const own = draft({ ownDevice: true, revision: 3 })
const shared = draft({ ownDevice: false, revision: 3 })

describe('what is said about the words of a draft', () => {
  it.each([
    ['on one’s own device', saved, own, true, 'Saved on this device 2:02 pm'],
    [
      'as a day begins',
      { kind: 'saved', at: '2027-05-11T23:00:00Z' },
      own,
      true,
      'Saved on this device midnight',
    ],
    [
      'on a shared one',
      saved,
      shared,
      true,
      'Saved on this device until you close Takepart 2:02 pm',
    ],
    ['where nothing is kept', saved, own, false, 'Kept in this tab only 2:02 pm'],
    ['found on the device', { kind: 'untouched' }, own, true, 'Saved on this device'],
    ['never stored', { kind: 'untouched' }, draft(), true, ''],
    ['on the way', { kind: 'saving' }, own, true, 'Saving…'],
  ] as const)('%s', (_, state, of, durable, words) => {
    expect(savedWords(state, of, { durable, looking: false })).toEqual({ words, failed: false })
  })

  it.each([
    [
      'nothing yet',
      { kind: 'untouched' },
      'Looking on this device for what you wrote before. It is slow to answer.',
    ],
    [
      'something',
      saved,
      'Kept in this tab for now. This device is slow to store it, and we keep trying.',
    ],
  ] as const)('while a slow store is looked for, with %s written', (_, state, words) => {
    expect(savedWords(state, draft(), slow)).toEqual({ words, failed: false })
  })

  it.each([
    ['timeout', 'The device took too long to store it.'],
    ['full', 'There is no room left on the device.'],
    ['unavailable', 'This browser does not let us store it.'],
    ['gone', 'What was saved before has been deleted from it.'],
    ['not-a-draft', 'It was sent from another tab.'],
  ] as const)('not saved, %s: why', (reason, why) => {
    expect(savedWords(failed(reason), own, onDevice)).toEqual({
      words: `Not saved on this device. ${why}`,
      failed: true,
    })
  })

  it.each([saved, { kind: 'saving' }, failed('full'), { kind: 'untouched' }] as const)(
    'never says "on this device" of what a browser keeps in memory only, but that it is not',
    (state) => {
      expect(savedWords(state, own, { durable: false, looking: false }).words).not.toMatch(
        /^Saved on this device/,
      )
    },
  )
})

describe('what is said aloud of saving', () => {
  const { dataset } = document.documentElement
  let said: string[]

  beforeEach(() => {
    vi.useFakeTimers()
    emptySite()
    said = spoken()
  })
  afterEach(async () => {
    delete dataset['saving']
    await vi.advanceTimersByTimeAsync(12_000)
    vi.useRealTimers()
    leaveSite()
  })

  /** Saving goes through these states, as many milliseconds apart. */
  async function goThrough(states: readonly SaveState[], apart = 1500): Promise<readonly string[]> {
    const open = { draft: own, saveState: states[0] } as {
      -readonly [Key in keyof OpenDraft]: OpenDraft[Key]
    }
    for (const state of states) {
      open.saveState = state
      saySaved(open as OpenDraft, onDevice)
      await vi.advanceTimersByTimeAsync(apart)
    }
    await vi.advanceTimersByTimeAsync(2000)
    return said.map((words) => words.replace(/ \d.*|\. .*/, ''))
  }

  const again = (): SaveState => ({ ...saved })
  const all = [
    { kind: 'saving' },
    again(),
    { kind: 'saving' },
    again(),
    failed('full'),
    again(),
  ] as const
  const [kept, lost] = ['Saved on this device', 'Not saved on this device']

  it('is each change', async () => expect(await goThrough(all)).toEqual([kept, lost, kept]))

  it('is each save, for whoever wants that', async () => {
    dataset['saving'] = 'every'
    expect(await goThrough(all)).toEqual([kept, kept, lost, kept])
  })

  it('is no save that another follows at once, nor one twice', async () => {
    dataset['saving'] = 'every'
    const last = again()
    expect(await goThrough([again(), again(), again(), last, last], 300)).toEqual([kept, kept])
  })

  it('is only what goes wrong, and that it is over, for whoever wants that', async () => {
    dataset['saving'] = 'problems'
    expect(await goThrough(all)).toEqual([lost, kept])
  })

  it('is nothing as long as all goes well, for whoever wants to hear of problems', async () => {
    dataset['saving'] = 'problems'
    expect(await goThrough([again(), again()])).toEqual([])
  })
})
