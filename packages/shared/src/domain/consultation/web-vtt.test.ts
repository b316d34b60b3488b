import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaptions } from './web-vtt.ts'

const good =
  'WEBVTT - a title\n\nNOTE by hand\n\nSTYLE\n::cue { color: red }\n\n1\n00:00.000 --> 00:04.500 align:start\nWelcome.\n\n00:01:00.000 --> 00:01:02.000\nTwo\nlines\n'

describe('readCaptions', () => {
  it('reads the times of captions, with or without hours and numbers', () => {
    expect(readCaptions(good)).toEqual({
      cues: [
        { from: 0, to: 4.5 },
        { from: 60, to: 62 },
      ],
    })
  })

  it('reads files from other systems', () => {
    expect(readCaptions(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(readCaptions(good))
  })

  it.each([
    ['', 1, 'begins with the line WEBVTT'],
    ['1\n00:00:01,000 --> 00:00:02,000\nSubRip', 1, 'begins with the line WEBVTT'],
    ['WEBVTT\n\n', 3, 'no captions'],
    ['WEBVTT\n\nNOTE only\n', 4, 'no captions'],
    ['WEBVTT\n\n00:01,000 --> 00:02,000\nA', 3, 'like 00:01.000'],
    ['WEBVTT\n\n1\n00:01.0 --> 00:02.000\nA', 4, 'like 00:01.000'],
    ['WEBVTT\n\nonly words', 3, 'like 00:01.000'],
    ['WEBVTT\n\n00:02.000 --> 00:02.000\nA', 3, 'ends before it begins'],
    ['WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:03.000\nB', 6, 'in order'],
    ['WEBVTT\n\n00:02.000 --> 00:03.000\n\nA', 3, 'no words'],
  ])('names the line of what is wrong in %j', (text, line, words) => {
    expect(readCaptions(text)).toEqual({ line, words: expect.stringContaining(words) as string })
  })

  it('never throws, and gives times in order only', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('WEBVTT', '', '00:01.000 --> 00:02.000', 'NOTE', 'words', '\r'),
        fc.string(),
      ),
    )
    fc.assert(
      fc.property(lines, (some) => {
        const read = readCaptions(`WEBVTT\n${some.join('\n')}`)
        if ('words' in read) expect(read.line).toBeGreaterThan(0)
        else
          expect(
            read.cues.every(
              ({ from, to }, index) => to > from && from >= (read.cues[index - 1]?.from ?? 0),
            ),
          ).toBe(true)
      }),
    )
  })
})
