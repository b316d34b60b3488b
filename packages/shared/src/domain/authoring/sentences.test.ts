import { describe, expect, it } from 'vitest'
import { plainWords, saysSomething, sentencesOf, wordsOf } from './sentences.ts'

describe('sentencesOf', () => {
  it.each([
    ['We asked. You said!  We did?', ['We asked.', 'You said!', 'We did?']],
    ['Good: it is cheap; it is near.', ['Good:', 'it is cheap;', 'it is near.']],
    [
      'It costs £2.4 million. Ask Dr. Grey, e.g. today.',
      ['It costs £2.4 million.', 'Ask Dr. Grey, e.g. today.'],
    ],
    ['“It is late.” She left (by bus). Then', ['“It is late.”', 'She left (by bus).', 'Then']],
    ['One line\n\nanother line', ['One line', 'another line']],
    [' … ', []],
    ['', []],
    ['www.nhs.uk is open', ['www.nhs.uk is open']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it.each(['. ', '.', '?"', 'A. ', '.\n', ' e.g.', ')*)', 'a b c '])(
    'takes time in step with the length of a text made of %j',
    (piece) => {
      const started = performance.now()
      sentencesOf(piece.repeat(50_000))
      expect(performance.now() - started).toBeLessThan(5_000)
    },
  )
})

describe('wordsOf', () => {
  it('takes hyphens, apostrophes, points and commas inside a word for part of it', () => {
    expect(wordsOf('The day-to-day cost isn’t 4,200 or £2.5 — it’s “more”.')).toEqual([
      'The',
      'day-to-day',
      'cost',
      'isn’t',
      '4,200',
      'or',
      '2.5',
      'it’s',
      'more',
    ])
    expect(wordsOf('مرحبا café')).toEqual(['مرحبا', 'café'])
  })
})

it('reads rich text as people see it', () => {
  expect(plainWords('**Good:** see [our plan](/plan).')).toBe('Good: see our plan.')
  expect(['–', '\u200b', ' ', '7', 'a'].map(saysSomething)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
})
