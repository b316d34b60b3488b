import { describe, expect, it } from 'vitest'
import { emptyPoint } from './outcome-draft.ts'
import { decisionsAbout } from './trace.ts'

const points = [
  { ...emptyPoint('p1'), title: 'Parking', themes: ['a', 'b'], did: 'not' as const },
  { ...emptyPoint('p2'), title: 'Buses', themes: ['b'], did: 'part' as const },
  { ...emptyPoint('p3'), title: 'Undecided', themes: ['a'] },
]

describe('decisionsAbout', () => {
  it('finds every point that answers a theme and says what was done', () => {
    expect(decisionsAbout({ points }, (id) => id === 'b')).toEqual([
      { point: 'p1', title: 'Parking', did: 'not' },
      { point: 'p2', title: 'Buses', did: 'part' },
    ])
  })

  it('finds nothing for a theme that no point answers, and none that is not decided', () => {
    expect(decisionsAbout({ points }, (id) => id === 'c')).toEqual([])
    expect(decisionsAbout({ points }, (id) => id === 'a')).toHaveLength(1)
  })
})
