import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { checkConsultation } from './check-consultation.ts'
import type { FoundFile } from './check-media-files.ts'
import type { Block } from '../consultation/consultation.ts'
import { mostBytes } from '../consultation/media.ts'

const bus = { id: 'bus', kind: 'picture', file: 'bus.png', alt: 'Somebody waits for a bus' }
const words = { id: 'words', kind: 'captions', file: 'words.vtt', lang: 'en-GB' }
const film = {
  id: 'film',
  kind: 'video',
  file: 'film.mp4',
  title: 'Welcome',
  length: '1:00',
  lang: 'bfi',
  signed: true,
  captions: 'words',
  poster: 'bus',
  transcript: [{ kind: 'paragraph', text: 'Welcome.' }],
}
const talk = {
  id: 'talk',
  kind: 'audio',
  file: 'talk.mp3',
  title: 'Talk',
  length: '0:30',
  lang: 'en-GB',
  transcriptDocument: 'in-words',
}
const paper = { id: 'paper', kind: 'document', file: 'paper.pdf', title: 'The plan' }
const media: readonly object[] = [bus, words, film, talk, paper]
const blocks: readonly Block[] = [
  { kind: 'easy', picture: 'bus', sentences: ['The bus is late.'] },
  { kind: 'recording', recording: 'film' },
  { kind: 'recording', recording: 'talk' },
  { kind: 'document-file', document: 'paper', html: 'in-words' },
]
const cues = [
  { from: 0, to: 30 },
  { from: 30, to: 58 },
]
const files = new Map<string, FoundFile>([
  ['bus.png', { bytes: 2_000, type: 'png' }],
  ['words.vtt', { bytes: 100, type: 'vtt', captions: { cues } }],
  ['film.mp4', { bytes: 90_000, type: 'mp4', seconds: 60.4 }],
  ['talk.mp3', { bytes: 40_000, type: 'mp3' }],
  ['paper.pdf', { bytes: 9_000, type: 'pdf' }],
])

/** A consultation whose one document has these blocks, and the media. */
const withMedia = (
  all: readonly object[] = media,
  shown: readonly object[] = blocks,
  more = {},
): unknown => ({
  ...busConsultation,
  documents: [{ id: 'in-words', title: 'In words', minutes: 1, blocks: shown }],
  sections: busConsultation.sections.map(({ read: _, ...section }) => section),
  media: all,
  ...more,
})
const said = (document: unknown, found = files) =>
  checkConsultation(document, found).problems.map(
    ({ level, place, words: what }) => `${level}: ${place}: ${what}`,
  )
/** The media with one of them changed; a field that is undefined is left out. */
const changed = (id: string, change: object) =>
  media.map((one) =>
    (one as typeof bus).id === id
      ? (JSON.parse(JSON.stringify({ ...one, ...change })) as object)
      : one,
  )

describe('checkMedia', () => {
  it('has nothing to say of good media', () => {
    expect(said(withMedia())).toEqual([])
    expect(checkConsultation(withMedia(), files).consultation?.media).toEqual(media)
  })

  it.each([
    ['bus', { alt: undefined }, 'error: media › 1 (bus): Say in “alt” what'],
    ['bus', { decorative: true }, 'error: media › 1 (bus) › decorative: The picture has words'],
    ['bus', { alt: 'bus.png' }, 'error: media › 1 (bus) › alt: This is the name of a file'],
    ['bus', { alt: 'bus' }, 'error: media › 1 (bus) › alt: This is the name of a file'],
    ['bus', { alt: 'IMG_0042' }, 'error: media › 1 (bus) › alt: This is the name of a file'],
    ['bus', { alt: 'holiday.JPEG' }, 'error: media › 1 (bus) › alt: This is the name of a file'],
    [
      'bus',
      { alt: 'A photo of a bus' },
      'warning: media › 1 (bus) › alt: Leave out that it is a picture',
    ],
    [
      'bus',
      { alt: 'Image showing a bus' },
      'warning: media › 1 (bus) › alt: Leave out that it is a picture',
    ],
    [
      'bus',
      { file: '../bus.png' },
      'error: media › 1 (bus) › file: Write the name of a file in the folder',
    ],
    [
      'bus',
      { file: 'a/bus.png' },
      'error: media › 1 (bus) › file: Write the name of a file in the folder',
    ],
    [
      'bus',
      { file: String.raw`a\bus.png` },
      'error: media › 1 (bus) › file: Write the name of a file in the folder',
    ],
    [
      'bus',
      { file: '.hidden' },
      'error: media › 1 (bus) › file: Write the name of a file in the folder',
    ],
    [
      'bus',
      { file: 'a..b' },
      'error: media › 1 (bus) › file: Write the name of a file in the folder',
    ],
    [
      'bus',
      {
        made: {
          source: 'a'.repeat(64),
          files: [{ address: `/media/${'b'.repeat(64)}.png`, bytes: 1 }],
        },
      },
      'error: media › 1 (bus) › made: Leave this out',
    ],
    ['film', { captions: undefined }, 'error: media › 3 (film): This video has no captions'],
    [
      'film',
      { captions: 'bus' },
      'error: media › 3 (film) › captions: “bus” is a picture. Name captions here',
    ],
    [
      'film',
      { poster: 'talk' },
      'error: media › 3 (film) › poster: “talk” is a sound recording. Name a picture here',
    ],
    [
      'film',
      { signed: undefined },
      'warning: media › 3 (film): Listen to the video without looking',
    ],
    [
      'film',
      { signed: undefined, shown: 'in-transcript' },
      'warning: media › 3 (film) › shown: Somebody who cannot see the video has to read',
    ],
    ['film', { shown: 'in colour' }, 'error: media › 3 (film) › shown: '],
    ['film', { transcript: undefined }, 'error: media › 3 (film): There is no transcript'],
    [
      'film',
      { transcriptDocument: 'in-words' },
      'error: media › 3 (film) › transcriptDocument: There is a “transcript” too',
    ],
    [
      'film',
      { transcript: [{ kind: 'recording', recording: 'talk' }] },
      'error: media › 3 (film) › transcript › 1: A transcript is for reading',
    ],
    ['film', { length: '1.00' }, 'error: media › 3 (film) › length: Write minutes and seconds'],
    [
      'talk',
      { transcriptDocument: 'elsewhere' },
      'error: media › 4 (talk) › transcriptDocument: There is no document “elsewhere”',
    ],
    ['talk', { id: 'bus' }, 'error: media › 4 (bus) › id: “bus” is used twice'],
  ])('says of %s with %j: %3$s', (id, change, words) => {
    expect(said(withMedia(changed(id, change))).join('\n')).toContain(words)
  })

  it('has nothing to say of a video that says all that it shows', () => {
    expect(said(withMedia(changed('film', { signed: undefined, shown: 'said' })))).toEqual([])
  })

  it.each([
    [
      { kind: 'picture', picture: 'tram' },
      'error: documents › 1 (in-words) › blocks › 1 › picture: There is nothing called “tram” in “media”',
    ],
    [
      { kind: 'easy', picture: 'film', sentences: ['A.'] },
      'picture: “film” is a video. Name a picture here',
    ],
    [
      { kind: 'recording', recording: 'bus' },
      'recording: “bus” is a picture. Name a sound recording or a video here',
    ],
    [
      { kind: 'document-file', document: 'bus', html: 'in-words' },
      'document: “bus” is a picture. Name a PDF here',
    ],
    [
      { kind: 'document-file', document: 'paper' },
      'error: documents › 1 (in-words) › blocks › 1: Name in “html” the document',
    ],
    [
      { kind: 'document-file', document: 'paper', reason: 'It is a map.' },
      'blocks › 1: Name in “html” the document',
    ],
    [
      { kind: 'document-file', document: 'paper', html: 'gone' },
      'html: There is no document “gone”',
    ],
  ])('says of the block %j: %s', (block, words) => {
    expect(said(withMedia(media, [block, ...blocks])).join('\n')).toContain(words)
  })

  it('takes a PDF with a reason and a person to ask', () => {
    expect(
      said(
        withMedia(media, [
          ...blocks,
          { kind: 'document-file', document: 'paper', reason: 'It is a map.', contact: 'Call us.' },
        ]),
      ),
    ).toEqual([])
  })

  it('names media that nothing uses, and counts a picture beside an option as used', () => {
    const tram = { id: 'tram', kind: 'picture', file: 'tram.png', decorative: true }
    const found = new Map([...files, ['tram.png', { bytes: 1, type: 'png' } as const]])
    expect(said(withMedia([...media, tram]), found)).toEqual([
      'warning: media › 6 (tram): Nothing uses “tram”. Name it in a block, or take it out',
    ])
    const asked = (kind: string) => ({
      id: 'q',
      kind,
      title: 'What?',
      about: 'what',
      options: [
        { code: 'a', label: 'A', picture: 'tram' },
        { code: 'b', label: 'B' },
      ],
    })
    const section = (kind: string) => ({
      sections: [{ id: 's', title: 'S', questions: [asked(kind)] }],
    })
    expect(said(withMedia([...media, tram], blocks, section('one-of')), found)).toEqual([])
    expect(said(withMedia([...media, tram], blocks, section('ranking')), found).join()).toContain(
      'Only “one-of” and “several-of” show pictures',
    )
  })
})

describe('checkMediaFiles', () => {
  const having = (name: string, change: Partial<FoundFile>) =>
    new Map([...files, [name, { bytes: 1, type: undefined, ...files.get(name), ...change }]])

  it.each([
    [
      'a picture too big',
      having('bus.png', { bytes: mostBytes.picture + 1, type: undefined }),
      'media › 1 (bus) › file: This file has 10.0 MB. The most for this kind is 10.0 MB',
    ],
    [
      'a video too big',
      having('film.mp4', { bytes: 300e6 }),
      'media › 3 (film) › file: This file has 300.0 MB. The most for this kind is 200.0 MB',
    ],
    [
      'a program called a picture',
      having('bus.png', { type: undefined }),
      'media › 1 (bus) › file: The content of this file is none of these: PNG, JPEG, WebP, SVG',
    ],
    [
      'a video called a picture',
      having('bus.png', { type: 'mp4' }),
      'media › 1 (bus) › file: By its content this file is MP4. Here it can be: PNG',
    ],
    [
      'captions that are not',
      having('words.vtt', { captions: { line: 7, words: 'This caption has no words' } }),
      'media › 2 (words) › file: In line 7 of the file: This caption has no words',
    ],
    [
      'captions that stop early',
      having('words.vtt', { captions: { cues: [{ from: 0, to: 30 }] } }),
      'media › 3 (film) › captions: The captions end 30 seconds before the video',
    ],
    [
      'captions that begin late',
      having('words.vtt', { captions: { cues: [{ from: 25, to: 58 }] } }),
      'The captions begin after 25 seconds',
    ],
    [
      'captions of something longer',
      having('words.vtt', { captions: { cues: [{ from: 0, to: 70 }] } }),
      'The captions go on to 70 seconds, and the video has 60',
    ],
    [
      'another length',
      having('film.mp4', { seconds: 95 }),
      'warning: media › 3 (film) › length: The file plays for 1:35',
    ],
    [
      'a file that nothing names',
      new Map([...files, ['old.png', { bytes: 1, type: 'png' }]]),
      'warning: media: No “file” here names “old.png”',
    ],
  ] as const)('finds %s', (_, found, words) => {
    expect(said(withMedia(), found as typeof files).join('\n')).toContain(words)
  })

  it('names a file that is not there', () => {
    const rest = new Map([...files].filter(([name]) => name !== 'talk.mp3'))
    expect(said(withMedia(), rest)).toEqual([
      'error: media › 4 (talk) › file: There is no file “talk.mp3” in the folder beside this file',
    ])
  })

  it('says nothing of files where nobody has looked for them', () => {
    expect(checkConsultation(withMedia()).problems).toEqual([])
  })
})

describe('checkGlossary', () => {
  const glossary = (...terms: readonly string[]) =>
    said(
      withMedia(media, blocks, {
        glossary: terms.map((word) => ({ word, meaning: 'What it means.' })),
      }),
    )

  it('has nothing to say of a word that is used, also with an s', () => {
    expect(glossary('bus')).toEqual([])
  })

  it('names a word that is explained twice, and one that nothing uses', () => {
    expect(glossary('bus', 'Bus')).toEqual(['error: glossary › 2 › word: “Bus” is explained twice'])
    expect(glossary('tram')).toEqual([
      'warning: glossary › 1 › word: “tram” is not used in this file. Take it out, or use it',
    ])
  })
})

describe('the checker, whatever media say', () => {
  const value = fc.oneof(
    fc.constantFrom('bus', 'film', 'picture', 'video', '2:05', true, null, 7),
    fc.string(),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const names = [
    'id',
    'kind',
    'file',
    'alt',
    'decorative',
    'captions',
    'poster',
    'transcript',
    'transcriptDocument',
    'length',
    'made',
    'lang',
    'title',
    'toString',
  ]
  const one = fc.dictionary(fc.constantFrom(...names), value)

  it('never throws, and gives every problem a place and words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(one, fc.jsonValue())),
        fc.array(fc.jsonValue()),
        fc.jsonValue(),
        (some, shown, glossary) => {
          const { problems } = checkConsultation(
            withMedia(some as object[], shown as object[], { glossary }),
            files,
          )
          expect(problems.every(({ place, words: what }) => place !== '' && what !== '')).toBe(true)
        },
      ),
    )
  })

  it('lets no picture through without words or a mark that it has none', () => {
    fc.assert(
      fc.property(one, (fields) => {
        const { consultation } = checkConsultation(
          withMedia(
            [{ ...bus, alt: undefined, ...fields, kind: 'picture' }],
            [{ kind: 'picture', picture: 'bus' }],
          ),
          files,
        )
        for (const picture of consultation?.media ?? [])
          expect(
            picture.kind === 'picture' &&
              (picture.alt !== undefined) !== (picture.decorative === true),
          ).toBe(true)
      }),
    )
  })
})
