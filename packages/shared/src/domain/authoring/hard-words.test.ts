import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import type { Consultation } from '../consultation/consultation.ts'
import { hardWordsOf } from './hard-words.ts'

const saying = (...texts: readonly string[]): Consultation => ({
  ...busConsultation,
  documents: [
    {
      id: 'plan',
      title: 'The plan',
      minutes: 1,
      blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    },
  ],
})
const wordsIn = (...texts: readonly string[]): readonly string[] =>
  hardWordsOf(saying(...texts)).map(({ word }) => word)

describe('hardWordsOf', () => {
  it.each([
    ['a long word', 'We need accountability.', ['accountability']],
    [
      'a long part of a word with hyphens',
      'A multidisciplinary-style team.',
      ['multidisciplinary'],
    ],
    ['a long first word, capital or not', 'Accountability matters.', ['accountability']],
    ['no short word, however hard', 'Our remit is moot.', []],
    [
      'no everyday word',
      'Everybody needs information, especially in January, at the university.',
      [],
    ],
    ['no everyday word in the plural', 'The situations of communities.', []],
    ['no name', 'Ask at Aberystwythonia House.', []],
    ['no figure', 'It costs 1,234,567.', []],
    ['no word of another script', 'مستشفياتنا الجديدة', []],
  ])('finds %s', (_, text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })

  it('counts one word in the plural and the singular together, and says where it is first', () => {
    expect(
      hardWordsOf(
        saying(
          'Nothing here.',
          'Our accessibilities and accessibility.',
          'An intermediary.',
          'Two intermediarys, an intermediary.',
        ),
      ),
    ).toEqual([
      { word: 'intermediary', times: 3, path: ['documents', 0, 'blocks', 2, 'text'] },
      { word: 'accessibilities', times: 1, path: ['documents', 0, 'blocks', 1, 'text'] },
      { word: 'accessibility', times: 1, path: ['documents', 0, 'blocks', 1, 'text'] },
    ])
  })

  it('lets a word be that is explained where it is first used, there and after', () => {
    expect(wordsIn('Our accountability (who answers for it).', 'More accountability.')).toEqual([])
    expect(wordsIn('Our accountability.', 'More accountability (who answers for it).')).toEqual([
      'accountability',
    ])
    expect(wordsIn('Our accountability (2027).')).toEqual(['accountability'])
  })

  it('lets a word be that the glossary has, in the singular or plural, in small letters or capitals', () => {
    const glossary = [
      { word: 'Intermediary', meaning: 'somebody between' },
      { word: 'accountability checks', meaning: 'who answers' },
    ]
    expect(hardWordsOf({ ...saying('Two intermediarys and accountability.'), glossary })).toEqual(
      [],
    )
  })

  it('reads titles and choices too', () => {
    const sections = [{ id: 'a', title: 'Accountability', questions: [] }]
    expect(hardWordsOf({ ...busConsultation, sections }).map(({ path }) => path.join('.'))).toEqual(
      ['sections.0.title'],
    )
  })
})
