import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hateCheckCases } from './fixtures/hatecheck.fixture.ts'
import { detailVectors } from './fixtures/personal-details.fixture.ts'
import { findPersonalDetails, isNhsNumber, type DetailKind } from './personal-details.ts'

/** The vectors' words for kinds. */
const kindOf = (name: string): string =>
  ({ nhs_number: 'nhs-number', nino: 'national-insurance', date_of_birth: 'date-of-birth' })[
    name
  ] ?? name

const found = (text: string) =>
  findPersonalDetails(text).map(({ kind, text: words }) => [kind, words])
const kindsIn = (text: string): readonly DetailKind[] =>
  findPersonalDetails(text).map(({ kind }) => kind)

describe('findPersonalDetails', () => {
  it.each(detailVectors)('finds what is in “$text”', ({ text, expect: expected }) => {
    // A reference is pointed out as well: the vectors leave that to the product.
    expect(findPersonalDetails(text).filter(({ kind }) => kind !== 'reference')).toEqual(
      expected.map((detail) => ({ ...detail, kind: kindOf(detail.kind) })),
    )
  })

  it('points out a reference, by which a response would be known', () => {
    expect(found('Reference ABCD-1234 from this consultation.')).toEqual([
      ['reference', 'ABCD-1234'],
    ])
  })

  it.each([
    ['07700\u200b900461', 'phone'],
    ['０７７００ ９００４６１', 'phone'],
    ['+44 (0)7700 900461', 'phone'],
    ['0044 7700 900461', 'phone'],
    ['07700.900.461', 'phone'],
    ['01632 96045', 'phone'],
    ['+353 20 915 0100', 'phone'],
    ['9\u200b9\u200b9 012 3470', 'nhs-number'],
    ['jo＠example.org', 'email'],
    ['on ward 4 from 3 April 2024', 'date-with-ward'],
    ['She died on 3/4/24 on Birch Ward', 'date-with-ward'],
    ['Mrs Hallam from my group', 'person'],
    ['Dr. A. Sample', 'person'],
    ['mrs hallam was kind', 'person'],
    ['my keyworker Tomasz', 'person'],
    ['I sat with Sarah all night', 'person'],
    ["Thanks to O'Neill", 'person'],
    ['12a Low Sample Road', 'address'],
  ] as const)('finds in “%s” a %s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind])
  })

  it.each([
    'Ring 999 or 111, or Samaritans on 116 123.',
    'The line is 0800 000 0000.',
    'The clinic closed on 3 April 2024.',
    'I waited 12 weeks, then 10 more, from 9.30 to 4.15 on ward B47 1st floor.',
    'It cost £1,200,000 in 2024 and 1,214 people came.',
    'Thanks to Birch Ward and to Hope House.',
    'Thank the NHS. I saw A&E change.',
    'My dr said no. The dr was late.',
    'Will it be in May? I hope June.',
    'We could use 10 places at 2 Way radios',
    'prices went from 07 to 08 in 2019',
    'version 1.2.3.4 of 12-11-10',
  ])('leaves “%s” alone', (text) => {
    expect(found(text)).toEqual([])
  })

  it('does not take a second number into the first', () => {
    expect(found('07700 900461 12 times, 020 7946 0018 twice')).toEqual([
      ['phone', '07700 900461'],
      ['phone', '020 7946 0018'],
    ])
  })

  it('finds several in one text, in order, none over another', () => {
    expect(
      kindsIn(
        'I am Sarah Sample, born 3/4/1961, of 14 Sample Street, M1 1AA. 07700 900461 or s@example.org',
      ),
    ).toEqual(['person', 'date-of-birth', 'address', 'postcode', 'phone', 'email'])
  })

  it('points where it says, for any text', () => {
    const piece = fc.constantFrom(
      '07700 900461',
      'Mrs Hallam ',
      'a@b.org',
      ' ',
      '\u200b',
      '9',
      '0',
      '😀',
      'M1 1AA',
      'é',
      '.',
      '@x_y',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, text: words } of findPersonalDetails(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(words)
          last = end
        }
      }),
    )
  })

  it.each([
    ['digits', '0'],
    ['spaced digits', '0 '],
    ['letters', 'a'],
    ['letters and points', 'a.'],
    ['at signs', 'a@'],
    ['capitals', 'Aa '],
    ['marks', 'e\u0301'],
    ['dates', '1/1/'],
    ['invisible characters', '0\u200b'],
    ['titles', 'Mrs '],
    ['addresses', '1 Aa '],
  ])('reads 64 kB of %s in seconds, on a busy machine too', (_what, unit) => {
    const text = unit.repeat(65_536 / unit.length)
    const started = performance.now()
    findPersonalDetails(text)
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it('finds no person where groups of people are spoken of', () => {
    const flagged = hateCheckCases.filter(({ text }) => findPersonalDetails(text).length > 0)
    expect(flagged.map(({ text }) => text)).toEqual([])
  })
})

describe('isNhsNumber', () => {
  it('holds for a number made from any nine digits and its check digit, and for no other last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
        (nine) => {
          fc.pre(new Set(nine).size > 1)
          const right = Array.from({ length: 10 }, (_, last) =>
            isNhsNumber([...nine, last].join('')),
          )
          const sum = nine.reduce((total, digit, at) => total + digit * (10 - at), 0)
          expect(right.filter(Boolean)).toHaveLength(sum % 11 === 1 ? 0 : 1)
        },
      ),
    )
  })

  it.each(['999000000', '99901234700', '0000000000', '', 'abc'])(
    'does not hold for “%s”',
    (text) => {
      expect(isNhsNumber(text)).toBe(false)
    },
  )
})
