import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  changeCodebook,
  currentThemes,
  longestName,
  mostThemes,
  standingTheme,
  type Codebook,
  type CodebookChange,
} from './codebook.ts'
import { acceptCoding, coderAgreement, markedPieces, sentencePassages } from './coding.ts'

const empty: Codebook = { version: 0, themes: [] }
const add = (id: string, name = `Theme ${id}`): CodebookChange => ({
  kind: 'add',
  id,
  name,
  definition: 'What belongs here.',
})

function after(...changes: CodebookChange[]): Codebook {
  return changes.reduce((codebook, change) => {
    const result = changeCodebook(codebook, change, codebook.version)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return result.value
  }, empty)
}

const codesFor = (codebook: Codebook, change: CodebookChange, seen = codebook.version) => {
  const result = changeCodebook(codebook, change, seen)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('changeCodebook', () => {
  it('makes a version of every change', () => {
    const codebook = after(add('a'), add('b'), { kind: 'retire', id: 'a' })
    expect(codebook.version).toBe(3)
    expect(currentThemes(codebook).map(({ id }) => id)).toEqual(['b'])
  })

  it.each([
    ['without a name', { ...add('c'), name: ' ' }, ['theme-name-missing']],
    ['without a meaning', { ...add('c'), definition: '' }, ['theme-definition-missing']],
    ['with a name too long', add('c', 'x'.repeat(longestName + 1)), ['theme-name-too-long']],
    ['with the longest name', add('c', 'x'.repeat(longestName)), []],
    ['with a name that another has', add('c', ' theme A '), ['theme-name-taken']],
    ['that is not there', { kind: 'retire', id: 'x' }, ['theme-unknown']],
    ['merged into itself', { kind: 'merge', id: 'a', into: 'a' }, ['theme-merged-into-itself']],
    ['merged into none', { kind: 'merge', id: 'a', into: 'x' }, ['theme-unknown']],
    ['renamed as it was', { ...add('a', 'Theme a'), kind: 'define' }, []],
  ] as [string, CodebookChange, string[]][])('on a theme %s', (_, change, problems) => {
    expect(codesFor(after(add('a'), add('b')), change)).toEqual(problems)
  })

  it('refuses a change that was made on an older version', () => {
    expect(codesFor(after(add('a')), add('b'), 0)).toEqual(['codebook-changed-since'])
  })

  it('holds so many themes and no more', () => {
    const full = after(...Array.from({ length: mostThemes }, (_, index) => add(`t${index}`)))
    expect(codesFor(full, add('more'))).toEqual(['codebook-full'])
    expect(codesFor(full, { kind: 'retire', id: 't0' })).toEqual([])
  })

  it('follows what was merged to where it stands now', () => {
    const codebook = after(
      add('a'),
      add('b'),
      add('c'),
      { kind: 'merge', id: 'a', into: 'b' },
      {
        kind: 'merge',
        id: 'b',
        into: 'c',
      },
    )
    expect(standingTheme(codebook, 'a')?.id).toBe('c')
    expect(standingTheme(codebook, 'x')).toBeUndefined()
  })
})

describe('acceptCoding', () => {
  const codebook = after(add('a'), add('old'), { kind: 'retire', id: 'old' })
  const text = 'More chairs. And a clock.'
  it.each([
    ['a whole answer', text, { theme: 'a' }, []],
    ['a passage', text, { theme: 'a', passage: { start: 0, end: 12, words: 'More chairs.' } }, []],
    [
      'words that are elsewhere',
      text,
      { theme: 'a', passage: { start: 1, end: 12, words: 'More chairs.' } },
      ['passage-not-there'],
    ],
    [
      'no words',
      text,
      { theme: 'a', passage: { start: 12, end: 13, words: ' ' } },
      ['passage-empty'],
    ],
    ['a theme that went', text, { theme: 'old' }, ['theme-not-given-any-more']],
    ['an answer that went', undefined, { theme: 'a' }, ['answer-not-here']],
  ])('decides on %s', (_, answer, coding, problems) => {
    const result = acceptCoding(codebook, answer, coding)
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(problems)
  })
})

describe('sentencePassages', () => {
  it('cuts a text into its sentences', () => {
    const text = 'I finish at six. My dad eats when I am there!\nHe does not (when I am not). So'
    expect(sentencePassages(text).map(({ words }) => words)).toEqual([
      'I finish at six.',
      'My dad eats when I am there!',
      'He does not (when I am not).',
      'So',
    ])
  })

  it('makes passages that are in the text, in order, and leaves out only blanks', () => {
    const words = fc.string({
      unit: fc.constantFrom('a', 'é', '.', '!', '\n', ' ', '”', ')'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(words, (text) => {
        let place = 0
        for (const { start, end, words: said } of sentencePassages(text)) {
          expect(text.slice(place, start).trim()).toBe('')
          expect(text.slice(start, end)).toBe(said)
          expect(said).not.toBe('')
          place = end
        }
        expect(text.slice(place).trim()).toBe('')
      }),
    )
  })
})

describe('markedPieces', () => {
  it('loses nothing and says nothing twice, however passages overlap', () => {
    const passage = fc.tuple(fc.nat(30), fc.nat(30), fc.constantFrom('a', 'b'))
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(passage, { maxLength: 6 }),
        (text, marks) => {
          const codings = marks.map(([one, other, theme]) => {
            const [start, end] = [Math.min(one, other), Math.max(one, other)]
            return { theme, passage: { start, end, words: text.slice(start, end) } }
          })
          const pieces = markedPieces(text, codings)
          expect(pieces.map(({ words }) => words).join('')).toBe(text)
        },
      ),
    )
  })

  it('gives words the themes of every passage over them', () => {
    const codings = [
      { theme: 'a', passage: { start: 0, end: 4, words: 'More' } },
      { theme: 'b', passage: { start: 2, end: 6, words: 're c' } },
      { theme: 'c', passage: { start: 0, end: 4, words: 'Less' } },
    ]
    expect(markedPieces('More chairs', codings)).toEqual([
      { words: 'Mo', themes: ['a'] },
      { words: 're', themes: ['a', 'b'] },
      { words: ' c', themes: ['b'] },
      { words: 'hairs', themes: [] },
    ])
  })
})

describe('coderAgreement', () => {
  const codebook = after(add('a'), add('b'), add('old'), { kind: 'merge', id: 'old', into: 'b' })
  const reading = (answer: string, coder: string, ...themes: string[]) => ({
    answer,
    coder,
    themes,
  })

  it('compares what two read, and lists what to settle', () => {
    const agreement = coderAgreement(codebook, [
      reading('1', 'kit', 'a'),
      reading('1', 'ros', 'a'),
      reading('2', 'kit', 'old'),
      reading('2', 'ros', 'b'),
      reading('3', 'kit', 'a', 'b'),
      reading('3', 'ros', 'b'),
      reading('4', 'ros', 'a'),
    ])
    expect(agreement).toMatchObject({ both: 3, same: 2 })
    expect(agreement.toSettle).toEqual([
      { answer: '3', theme: 'a', gave: ['kit'], didNot: ['ros'] },
    ])
    expect(agreement.kappa).toBeCloseTo(2 / 3, 10)
    expect(agreement.byTheme.map(({ theme, differences }) => [theme.id, differences])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })

  it('has no kappa for three, but an alpha', () => {
    const agreement = coderAgreement(codebook, [
      reading('1', 'one', 'a'),
      reading('1', 'two', 'a'),
      reading('1', 'three', 'b'),
    ])
    expect(agreement.kappa).toBeUndefined()
    expect(agreement.alpha).toBeDefined()
  })
})
