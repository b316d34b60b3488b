import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintsIn, mostHints, placesOf, withoutPart, withParts } from './choose-parts.ts'
import { redact, type Fields, type RedactedPart } from './redaction.ts'

const text = 'Mrs Hallam from my group never came again. Ann said Annual visits to MRS HALLAM help.'
const fields: Fields = { text, name: 'Dee Hallam', self: 'patient since 12' }
const wordsAt = (parts: readonly RedactedPart[]) =>
  parts.map(({ field, start, end }) => (fields[field] ?? '').slice(start, end))

describe('hintsIn', () => {
  it('points to what may show who somebody is, in every field, with the mark it would leave', () => {
    const found = hintsIn({ text: 'Ring Mrs Hallam on 01632 960 001', name: 'me@example.org' })
    expect(found.map(({ field, what, words }) => [field, what, words])).toEqual([
      ['text', 'name', 'Mrs Hallam'],
      ['text', 'telephone-number', '01632 960 001'],
      ['name', 'email-address', 'me@example.org'],
    ])
  })

  it('gives up after 20: a list of numbers is not taken out one by one', () => {
    const many = Array.from({ length: 40 }, (_, at) => `a${at}@example.org`).join(' ')
    expect(hintsIn({ text: many })).toHaveLength(mostHints)
  })

  it('gives parts that a redaction takes', () => {
    const said = { text: 'Ring Mrs Hallam on 01632 960 001 about the bus' }
    expect(redact(said, hintsIn(said))).toMatchObject({
      ok: true,
      value: {
        fields: { text: 'Ring [name removed] on [telephone number removed] about the bus' },
      },
    })
  })
})

describe('placesOf', () => {
  const all = (words: string) => placesOf(fields, { words, what: 'name' })

  it.each([
    ['Hallam', ['Hallam', 'HALLAM', 'Hallam']],
    ['mrs  hallam', ['Mrs Hallam', 'MRS HALLAM']],
    ['Ann', ['Ann']],
    ['nual', []],
    ['again. Ann', ['again. Ann']],
    [' ', []],
    ['.*', []],
    ['Bernard', []],
  ])('finds %s as whole words wherever they stand', (words, found) => {
    expect(wordsAt(all(words))).toEqual(found)
  })

  it('means the one place that was selected, without the spaces around it', () => {
    const start = text.indexOf(' MRS')
    const selected = { field: 'text', start, end: start + 12 } as const
    const words = text.slice(start, start + 12)
    expect(placesOf(fields, { words, what: 'name', selected })).toEqual([
      { field: 'text', what: 'name', start: start + 1, end: start + 11 },
    ])
  })

  it('looks for the words again where somebody typed others after selecting', () => {
    const selected = { field: 'text', start: 0, end: 3 } as const
    expect(wordsAt(placesOf(fields, { words: 'group', what: 'place', selected }))).toEqual([
      'group',
    ])
  })

  it('finds places that a redaction always takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (said, from, long) => {
          const start = said.length === 0 ? 0 : from % said.length
          const words = said.slice(start, start + 1 + (long % 8))
          const parts = placesOf({ text: said }, { words, what: 'details' })
          const result = redact({ text: `${said} and more` }, parts)
          expect(result.ok || result.problem.code === 'redaction-empty').toBe(true)
        },
      ),
    )
  })
})

describe('withParts', () => {
  const part = (start: number, end: number, field: 'text' | 'name' = 'text'): RedactedPart => ({
    field,
    start,
    end,
    what: 'name',
  })

  it('puts what was chosen last in the place of what it overlaps, and leaves neighbours', () => {
    expect(withParts([part(0, 5), part(5, 9), part(0, 5, 'name')], [part(4, 5)])).toEqual([
      part(5, 9),
      part(0, 5, 'name'),
      part(4, 5),
    ])
  })

  it('puts one back and no other', () => {
    expect(withoutPart([part(0, 5), part(0, 5, 'name')], part(0, 5))).toEqual([part(0, 5, 'name')])
  })

  it('never gives parts that overlap', () => {
    const anyPart = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
    fc.assert(
      fc.property(fc.array(anyPart), (all) => {
        const parts = all.reduce<readonly RedactedPart[]>(
          (before, [start, long]) => withParts(before, [part(start, start + long)]),
          [],
        )
        const ordered = parts.toSorted((one, other) => one.start - other.start)
        expect(
          ordered.every(({ start }, at) => at === 0 || start >= (ordered[at - 1]?.end ?? 0)),
        ).toBe(true)
      }),
    )
  })
})
