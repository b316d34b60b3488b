import { describe, expect, it } from 'vitest'
import type { ShownContribution } from './shown-contribution.ts'
import type { Stance } from './stance.ts'
import { isUnchallenged } from './thread-challenge.ts'

const one = (
  stance: Stance | undefined,
  parts: Partial<ShownContribution> = {},
): ShownContribution => ({
  number: 1,
  source: 'participant',
  shownOn: '2027-03-10',
  replies: 0,
  words: {
    kind: 'said',
    name: 'Ann',
    ...(stance ? { stance } : {}),
    text: 'Hello',
    removed: [],
    quotations: [],
  },
  acknowledged: { alike: 0, thinking: 0, wanted: 0 },
  ...parts,
})

describe('isUnchallenged', () => {
  it.each([
    ['for', ['for'], true],
    ['against', ['against', 'against'], true],
    ['conditional', ['conditional'], true],
    ['for', ['for', 'against'], false],
    ['for', [undefined], false],
    ['for', ['undecided'], false],
    ['undecided', ['undecided'], false],
    [undefined, [undefined], false],
    ['for', [], false],
  ] as const)('somebody %s, answered by people %s: %s', (stance, answers, is) => {
    const replies = answers.map((answer) => one(answer))
    expect(isUnchallenged(one(stance, { replies: replies.length }), replies)).toBe(is)
  })

  it('says nothing where some replies are on another page, or are not there to be read', () => {
    expect(isUnchallenged(one('for', { replies: 2 }), [one('for')])).toBe(false)
    const gone = one('for', { words: { kind: 'changing' } })
    expect(isUnchallenged(one('for', { replies: 1 }), [gone])).toBe(false)
    expect(isUnchallenged({ ...gone, replies: 1 }, [one('for')])).toBe(false)
  })

  it.each(['staff', 'seed'] as const)('says nothing of what the Trust says (%s)', (source) => {
    expect(isUnchallenged(one('for', { source, replies: 1 }), [one('for')])).toBe(false)
  })
})
