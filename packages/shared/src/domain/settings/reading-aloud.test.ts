import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingValues } from './display-settings.ts'
import {
  paceOf,
  sentencesIn,
  speedBeside,
  voiceFor,
  type Speed,
  type Voice,
} from './reading-aloud.ts'

const said = (text: string, lang = 'en-GB') =>
  sentencesIn(text, lang).map(({ from, to }) => text.slice(from, to))
const without = (text: string) =>
  sentencesIn(text, 'en-GB', null).map(({ from, to }) => text.slice(from, to))

const english: readonly (readonly [string, readonly string[]])[] = [
  ['One sentence.', ['One sentence.']],
  ['We asked. You said!  Did we?', ['We asked.', 'You said!', 'Did we?']],
  ['“It is late.” She left (by bus). Then', ['“It is late.”', 'She left (by bus).', 'Then']],
  ['Ask Dr. Grey, e.g. Mondays. Or St. Mary’s.', ['Ask Dr. Grey, e.g. Mondays.', 'Or St. Mary’s.']],
  ['It costs £2.4 million in 2027.', ['It costs £2.4 million in 2027.']],
  ['Where should you find help', ['Where should you find help']],
  [' – … ', []],
  ['', []],
]

describe('the sentences of a text', () => {
  it.each(english)('%j, as the browser knows them', (text, sentences) =>
    expect(said(text)).toEqual(sentences),
  )

  it.each(english)('%j, in a browser that knows none', (text, sentences) =>
    expect(without(text)).toEqual(sentences),
  )

  it.each([
    ['ar', 'هل تريد المساعدة؟ نحن هنا.', ['هل تريد المساعدة؟', 'نحن هنا.']],
    ['bn', 'আমরা এখানে। আপনি আসুন।', ['আমরা এখানে।', 'আপনি আসুন।']],
    ['ja', 'ここです。どうぞ。', ['ここです。', 'どうぞ。']],
    ['cy', 'Rydym yma. Dewch i mewn.', ['Rydym yma.', 'Dewch i mewn.']],
  ])('in %s', (lang, text, sentences) => expect(said(text, lang)).toEqual(sentences))

  it.each(['x-garden', '', 'e'])('takes a language that no browser has heard of: %j', (lang) =>
    expect(said('One. Two.', lang)).toEqual(['One.', 'Two.']),
  )

  it('cuts a long sentence behind a comma', () => {
    const long = `${'people who live near the clinic '.repeat(5).trim()}, ${'and people who do not '.repeat(5).trim()}.`
    const [first = '', ...others] = said(long)
    expect(first).toMatch(/clinic,$/)
    expect(others.every((part) => part.length <= 200)).toBe(true)
    expect([first, ...others].join(' ')).toBe(long)
  })

  it('cuts between words where there is no comma, and anywhere in what has no words', () => {
    expect(said('help '.repeat(100)).map((part) => part.length)).toEqual([199, 199, 99])
    expect(said('x'.repeat(450)).map((part) => part.length)).toEqual([200, 200, 50])
  })

  it('leaves out nothing that has letters, and says nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('a', 'Zoe', ' ', '. ', ',', ' – ', '\n', 'Dr. ', '?”', '7', 'ش', '。'),
          { maxLength: 400 },
        ),
        (parts) => {
          const text = parts.join('')
          const sayable = (words: string) => words.replaceAll(/[^\p{L}\p{N}]/gu, '')
          for (const sentences of [said(text), without(text)]) {
            expect(sayable(sentences.join(''))).toBe(sayable(text))
            expect(
              sentences.every((sentence) => sentence.length <= 200 && sentence === sentence.trim()),
            ).toBe(true)
          }
        },
      ),
    )
  })
})

describe('the voice for a language', () => {
  const voice = (lang: string, more: Partial<Voice> = {}): Voice => ({
    lang,
    localService: true,
    default: false,
    ...more,
  })
  const british = voice('en-GB')
  const american = voice('en-US', { default: true })
  const welsh = voice('cy')

  it.each([
    ['en-GB', [american, british, welsh], british],
    ['en-GB', [american, welsh], american],
    ['cy-GB', [american, british, welsh], welsh],
    ['ar', [american, british, welsh], undefined],
    ['en-GB', [], undefined],
    ['en-GB', [voice('en_GB'), american], voice('en_GB')],
    ['EN', [british, american], american],
  ] as const)('%s', (lang, voices, found) => expect(voiceFor(voices, lang)).toEqual(found))

  it('is the person’s own among several that will do', () => {
    const own = voice('en-GB', { default: true })
    expect(voiceFor([british, own], 'en-GB')).toBe(own)
  })

  it('is never one that sends the text away', () => {
    expect(
      voiceFor([voice('en-GB', { localService: false, default: true })], 'en-GB'),
    ).toBeUndefined()
    expect(voiceFor([voice('en-GB', { localService: false }), american], 'en-GB')).toBe(american)
  })
})

describe('the speed', () => {
  const along = (step: 'slower' | 'faster', from: Speed) => {
    const passed = [from]
    while (passed.length < 6) passed.push(speedBeside(passed.at(-1), step))
    return passed.map(paceOf)
  }

  it('goes up and down in steps, and no further than the last', () => {
    expect(along('faster', '0.75')).toEqual([0.75, 1, 1.25, 1.5, 1.5, 1.5])
    expect(along('slower', '1.5')).toEqual([1.5, 1.25, 1, 0.75, 0.75, 0.75])
  })

  it('has a step for every value of the setting', () => {
    const passed = new Set(along('faster', '0.75').map(String))
    expect(settingValues.speed.filter((speed) => !passed.has(speed))).toEqual([])
  })
})
