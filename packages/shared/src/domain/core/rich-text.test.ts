import { describe, expect, it } from 'vitest'
import { isAllowedHref, parseRichText, writtenLinks } from './rich-text.ts'

describe('parseRichText', () => {
  it.each([
    ['', []],
    ['Plain words', [{ text: 'Plain words' }]],
    ['We **will** answer', [{ text: 'We ' }, { text: 'will', strong: true }, { text: ' answer' }]],
    ['See [the plan](/plan)', [{ text: 'See ' }, { text: 'the plan', href: '/plan' }]],
    [
      '**See [the plan](https://a.nhs.uk)**',
      [
        { text: 'See ', strong: true },
        { text: 'the plan', href: 'https://a.nhs.uk', strong: true },
      ],
    ],
    [
      '[a](/a)[b](/b)',
      [
        { text: 'a', href: '/a' },
        { text: 'b', href: '/b' },
      ],
    ],
    ['2 ** 3 is not strong', [{ text: '2 ** 3 is not strong' }]],
    ['not **finished', [{ text: 'not **finished' }]],
    ['[no address] (here)', [{ text: '[no address] (here)' }]],
    ['<b>words</b> & more', [{ text: '<b>words</b> & more' }]],
    ['[x](javascript:alert(1))', [{ text: '[x](javascript:alert(1))' }]],
    ['[x](javascript:1) [y](/y)', [{ text: '[x](javascript:1) ' }, { text: 'y', href: '/y' }]],
  ])('reads %j', (text, runs) => {
    expect(parseRichText(text)).toEqual(runs)
  })

  it.each(['**', '[', '[a](', '[a](b', '**a*', '*'])(
    'reads 60,000 characters of “%s” at once',
    (piece) => {
      const text = piece.repeat(Math.ceil(60_000 / piece.length))
      const runs = parseRichText(text)
      expect(runs.map((run) => run.text).join('').length).toBeGreaterThan(0)
    },
  )
})

describe('isAllowedHref', () => {
  it.each([
    'https://www.nhs.uk',
    'http://a.uk/x?y#z',
    'mailto:a@nhs.uk',
    'tel:+441234567890',
    '/help',
    '/',
    'HTTPS://A.UK',
  ])('allows %s', (href) => {
    expect(isAllowedHref(href)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:1',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'https:evil',
    'https:///x',
    'help',
    '#x',
    '',
    'vbscript:x',
    '\u0001javascript:1',
    'java\nscript:1',
    'blob:https://a.uk/1',
    'mailto:',
  ])('does not allow %j', (href) => {
    expect(isAllowedHref(href)).toBe(false)
  })
})

describe('writtenLinks', () => {
  it('finds links, allowed or not', () => {
    expect(writtenLinks('[a](/a) and [b](ftp://b)')).toEqual([
      { label: 'a', href: '/a' },
      { label: 'b', href: 'ftp://b' },
    ])
  })
})
