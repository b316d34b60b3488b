import { describe, expect, it } from 'vitest'
import type { SaveState } from '../../app/open-draft.ts'
import { draft } from '../../offline/test-support/device.ts'
import { savedWords } from './saved-words.ts'

const saved: SaveState = { kind: 'saved', at: '2027-05-12T13:02:00Z' }
const failed = (reason: Extract<SaveState, { kind: 'not-saved' }>['reason']): SaveState => ({ kind: 'not-saved', reason })
const own = draft({ ownDevice: true, revision: 3 })
const shared = draft({ ownDevice: false, revision: 3 })

describe('what is said about the words of a draft', () => {
  it.each([
    ['on one’s own device', saved, own, true, 'Saved on this device 2:02 pm'],
    ['on a shared one', saved, shared, true, 'Saved on this device until you close Takepart 2:02 pm'],
    ['where nothing is kept', saved, own, false, 'Kept in this tab only 2:02 pm'],
    ['found on the device', { kind: 'untouched' }, own, true, 'Saved on this device'],
    ['never stored', { kind: 'untouched' }, draft(), true, ''],
    ['on the way', { kind: 'saving' }, own, true, 'Saving…'],
  ] as const)('%s', (_, state, of, durable, words) => {
    expect(savedWords(state, of, durable)).toEqual({ words, failed: false })
  })

  it.each([
    ['timeout', 'The device took too long to store it.'],
    ['full', 'There is no room left on the device.'],
    ['unavailable', 'This browser does not let us store it.'],
    ['gone', 'What was saved before has been deleted from it.'],
    ['not-a-draft', 'It was sent from another tab.'],
  ] as const)('not saved, %s: why', (reason, why) => {
    expect(savedWords(failed(reason), own, true)).toEqual({ words: `Not saved on this device. ${why}`, failed: true })
  })

  it.each([saved, { kind: 'saving' }, failed('full'), { kind: 'untouched' }] as const)('never says "on this device" of what a browser keeps in memory only, but that it is not', (state) => {
    expect(savedWords(state, own, false).words).not.toMatch(/^Saved on this device/)
  })
})
