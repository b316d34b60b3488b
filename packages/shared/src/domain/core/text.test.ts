import { describe, expect, it } from 'vitest'
import {
  charactersOver,
  countCharacters,
  isBlank,
  linesOf,
  tidyLine,
  tidyText,
  withCapital,
} from './text.ts'

const family = '👩‍👩‍👧‍👦'

describe('countCharacters', () => {
  it.each([
    ['nothing', '', 0],
    ['plain letters', 'parking', 7],
    ['typographic quotes and a pound sign', '‘£5’ – “no”…', 12],
    ['a letter in two code points', 'e\u0301', 1],
    ['a letter in one code point', 'é', 1],
    ['a family', family, 1],
    ['two flags', '🇬🇧🇮🇪', 2],
    ['a skin tone', '👍🏽', 1],
    ['a conjunct of Devanagari', 'नि', 1],
    ['an emoji among words', `we ${family} are`, 8],
    ['a line end in two code units', 'a\r\nb', 3],
    ['half a character', '\ud800', 1],
  ])('counts %s as people do', (_, text, expected) => expect(countCharacters(text)).toBe(expected))

  it('counts the same wherever a long text is divided', () => {
    for (const lead of [0, 1, 2, 3, 250, 254, 255, 256, 257]) {
      expect(countCharacters('a'.repeat(lead) + family.repeat(300))).toBe(lead + 300)
      expect(countCharacters('a'.repeat(lead) + '🇬🇧'.repeat(300))).toBe(lead + 300)
      expect(countCharacters('a'.repeat(lead) + '葛\u{e0100}'.repeat(300))).toBe(lead + 300)
    }
  })

  it('does not let marks without end pass for one character', () => {
    expect(countCharacters(`a${'\u0301'.repeat(2559)}`)).toBe(10)
  })

  it('counts letters without their marks where the browser cannot divide text', () => {
    expect(countCharacters('Zażółć e\u0308 नि', null)).toBe(10)
  })
})

describe('charactersOver', () => {
  it('does not count what tidying takes away', () =>
    expect(charactersOver('  four \u0000', 4)).toBe(0))
  it('says by how many a text is too long', () => expect(charactersOver('seven', 4)).toBe(1))
})

describe('tidyText', () => {
  it('puts letters together, ends lines one way and drops what cannot be stored', () => {
    expect(tidyText('\ufeff\tCafe\u0301\r\nat\rsix\u2028sharp\u0000\u0007 ')).toBe(
      'Café\nat\nsix\nsharp',
    )
  })
  it('keeps tabs, quotes, directions and every other word as it was', () => {
    const text = 'a\tb  c “quoted” \u202eכן\u202c =1+1 <b>'
    expect(tidyText(text)).toBe(text)
  })
  it('marks half a character as lost', () => expect(tidyText('a\udc00b')).toBe('a\ufffdb'))
  it('leaves text that is in no language as it is', () => {
    const marks = `a${'\u0301\u0316'.repeat(40)}`
    expect(tidyText(marks)).toBe(marks)
  })
})

describe('tidyLine and linesOf', () => {
  it('puts lines on one line', () =>
    expect(tidyLine(' one \n\n two\vthree ')).toBe('one two three'))
  it('gives the lines that have something on them', () =>
    expect(linesOf('one\n \n  two  ')).toEqual(['one', 'two']))
})

describe('isBlank', () => {
  it.each(['', ' ', '\n\t', '\u00a0', '\u200b\u200d', '\u2066\u2069', '\u0000', '\ufeff'])(
    'sees nothing in %j',
    (text) => expect(isBlank(text)).toBe(true),
  )
  it.each(['0', '.', '\ufffd', '\ud800', 'é', '👍', '؟'])('sees something in %j', (text) =>
    expect(isBlank(text)).toBe(false),
  )
})

describe('withCapital', () => {
  it.each([
    ['how you travel', 'How you travel'],
    ['éclairs', 'Éclairs'],
    ['NHS care', 'NHS care'],
    ['', ''],
    ['👍 or not', '👍 or not'],
  ])('begins %j with a capital', (phrase, expected) => expect(withCapital(phrase)).toBe(expected))
})
