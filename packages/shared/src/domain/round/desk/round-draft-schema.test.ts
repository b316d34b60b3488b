import { describe, expect, it } from 'vitest'
import { clinicRound } from '../round.fixture.ts'
import { fieldsOfRound, newProcess } from './round-draft.ts'
import { refusalOfField, sentRoundEditSchema } from './round-draft-schema.ts'

describe('the fields of a round', () => {
  it('hold what any round has, and nothing at all', () => {
    const round = clinicRound({ process: { slug: 'nearer', number: 1 } })
    for (const [field, value] of Object.entries(fieldsOfRound(round))) {
      expect([field, refusalOfField(field, value)]).toEqual([field, undefined])
      expect(refusalOfField(field, undefined)).toBeUndefined()
    }
    expect(refusalOfField('process', newProcess)).toBeUndefined()
  })

  it.each([
    ['title', 'x'.repeat(301)],
    ['title', 3],
    ['kind', 'proposition'],
    ['opensAt', 'tomorrow'],
    ['summaryBy', '2027-3-1'],
    ['indexed', 'yes'],
    ['process', 'Nearer help'],
    ['firstSource', 'nobody'],
    ['firstText', 'x'.repeat(20_001)],
    ['constructor', 'x'],
    ['summary', {}],
  ])('refuse %s with %s', (field, value) => {
    expect(refusalOfField(field, value)).toMatch(/\w/)
  })
})

describe('an edit of a round', () => {
  const id = '0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'
  const sent = (edit: object) => sentRoundEditSchema.safeParse({ draft: id, id, edit }).success
  it('is of its one part, and sets a field or chooses between two texts', () => {
    expect(sent({ do: 'set', part: 'round', field: 'title', now: 'A' })).toBe(true)
    expect(sent({ do: 'settle', part: 'round', field: 'title', edit: id })).toBe(true)
    expect(sent({ do: 'set', part: 'about', field: 'title', now: 'A' })).toBe(false)
    expect(sent({ do: 'remove', part: 'round' })).toBe(false)
    expect(sent({ do: 'set', part: 'round', field: 'title', more: 1 })).toBe(false)
  })
})
