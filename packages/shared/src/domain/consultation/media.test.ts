import { describe, expect, it } from 'vitest'
import {
  filesToKeep,
  languageWords,
  lengthOf,
  lengthWords,
  mediaOf,
  secondsIn,
  sizeWords,
  type Media,
} from './media.ts'

const file = (name: string, bytes = 10) => ({ address: `/media/${name}`, bytes })
const media: readonly Media[] = [
  {
    id: 'bus',
    kind: 'picture',
    file: 'bus.svg',
    alt: 'A bus',
    made: { source: 'a', files: [file('1.webp'), file('2.webp'), file('3.png')] },
  },
  {
    id: 'talk',
    kind: 'audio',
    file: 'talk.mp3',
    title: 'Talk',
    length: '0:02',
    lang: 'en-GB',
    made: { source: 'b', files: [file('4.mp3')] },
  },
  { id: 'new', kind: 'picture', file: 'new.png', decorative: true },
]

describe('media', () => {
  it('are found by their id', () => {
    expect(mediaOf({ media }).get('talk')).toBe(media[1])
    expect(mediaOf({}).size).toBe(0)
  })

  it('are kept in the sizes that a browser which keeps pages can use', () => {
    expect(filesToKeep({ media }).map(({ address }) => address)).toEqual([
      '/media/1.webp',
      '/media/2.webp',
      '/media/4.mp3',
    ])
    expect(filesToKeep({})).toEqual([])
  })
})

describe('lengths', () => {
  it.each([
    ['0:01', 1],
    ['2:05', 125],
    ['120:00', 7200],
    ['2:5', undefined],
    ['1:60', undefined],
    ['x', undefined],
  ])('%s is %s seconds', (length, seconds) => {
    expect(secondsIn(length)).toBe(seconds)
  })

  it.each([
    [1, '0:01'],
    [60, '1:00'],
    [125, '2:05'],
    [7200, '120:00'],
  ])('%i seconds are written as %s', (seconds, length) => {
    expect(lengthOf(seconds)).toBe(length)
  })

  it.each([
    ['0:01', '1 second'],
    ['1:00', '1 minute'],
    ['2:05', '2 minutes 5 seconds'],
    ['0:00', '0 seconds'],
    ['soon', 'soon'],
  ])('%s is said as %s', (length, words) => {
    expect(lengthWords(length)).toBe(words)
  })
})

it.each([
  [1, '1 kB'],
  [4_400, '4 kB'],
  [120_000, '120 kB'],
  [999_600, '1.0 MB'],
  [3_449_000, '3.4 MB'],
])('%i bytes are said as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})

it.each([
  ['en-GB', 'English'],
  ['bfi', 'British Sign Language'],
  ['cy', 'Welsh'],
  ['xx', 'xx'],
])('the language %s is called %s', (lang, words) => {
  expect(languageWords(lang)).toBe(words)
})
