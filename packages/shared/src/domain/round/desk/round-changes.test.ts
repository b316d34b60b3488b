import { describe, expect, it } from 'vitest'
import type { MadeEdit } from '../../authoring/draft/draft-history.ts'
import { changesOf } from './round-changes.ts'

let number = 0
const set = (
  field: string,
  was: unknown,
  now: unknown,
  changes: Partial<MadeEdit> = {},
): MadeEdit => ({
  number: (number += 1),
  id: `e${number}`,
  edit: { do: 'set', part: 'round', field, was, now },
  outcome: 'applied',
  by: 'ros',
  at: `2027-02-01T10:0${number % 10}:00Z`,
  ...changes,
})

describe('what edits come to', () => {
  it('is one change for a field, from its first words to its last, with everybody who wrote', () => {
    const last = set('title', 'B', 'C', { by: 'kit' })
    expect(changesOf([set('title', 'A', 'B'), set('lede', undefined, 'L'), last])).toEqual([
      { field: 'title', before: 'A', now: 'C', by: ['ros', 'kit'], at: last.at },
      expect.objectContaining({ field: 'lede', now: 'L', by: ['ros'] }),
    ])
  })

  it('is nothing where the old words are back', () => {
    expect(changesOf([set('title', 'A', 'B'), set('title', 'B', 'A')])).toEqual([])
    expect(changesOf([set('title', undefined, 'B'), set('title', 'B', '')])).toEqual([])
  })

  it('does not count words that were kept beside, until somebody chose them', () => {
    const beside = set('title', 'A', 'D', { outcome: 'kept-beside' })
    expect(changesOf([beside])).toEqual([])
    const settled: MadeEdit = {
      ...set('title', 'A', 'D'),
      edit: { do: 'settle', part: 'round', field: 'title', edit: beside.id, was: 'A', now: 'D' },
    }
    expect(changesOf([beside, settled])).toMatchObject([{ before: 'A', now: 'D' }])
  })
})
