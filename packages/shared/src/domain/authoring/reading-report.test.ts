import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import type { Block, Consultation } from '../consultation/consultation.ts'
import { ageWords, readingGrade } from './reading-grade.ts'
import { readingReport } from './reading-report.ts'

describe('readingGrade', () => {
  it('is the Flesch–Kincaid grade level of all texts together', () => {
    // 13 words, 2 sentences, 14 syllables: 0.39 × 6.5 + 11.8 × 14 ÷ 13 − 15.59 is below 0.
    expect(readingGrade(['The cat sat on the mat.', 'We may be late today, you know.'])).toEqual({
      grade: 0,
      sentences: 2,
      words: 13,
    })
    // 10 words, 1 sentence, 22 syllables: 3.9 + 25.96 − 15.59.
    expect(
      readingGrade(['Information about community hospitals is difficult for people to find.']),
    ).toEqual({ grade: 14.3, sentences: 1, words: 10 })
    expect(readingGrade(['', ' … '])).toBeUndefined()
  })

  it('says the age of a grade', () => {
    expect([0, 4.9, 5, 6, 12.3].map(ageWords)).toEqual([
      '5 to 6',
      '9 to 10',
      '10 to 11',
      '11 to 12',
      '17 to 18',
    ])
  })
})

const reading = (blocks: readonly Block[], more: Partial<Consultation> = {}): Consultation => ({
  ...busConsultation,
  ...more,
  documents: [{ id: 'plan', title: 'The plan', minutes: 3, blocks }],
})
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const wordsIn = (text: string, more: Partial<Consultation> = {}) =>
  readingReport(reading([paragraph(text)], more))?.words.map(({ word, times }) =>
    times > 1 ? `${word} ${times}` : word,
  )

describe('readingReport', () => {
  it('grades every part that has sentences, in the order of reading', () => {
    const report = readingReport(busConsultation)
    expect(report?.parts.map(({ title, words }) => [title, words])).toEqual([
      ['Overview', 23],
      ['The plan', 3],
      ['Travel', 27],
      ['Your views', 38],
      ['About you', 4],
    ])
    expect(report?.whole.words).toBe(95)
    expect(report?.sentences).toEqual([])
  })

  it('grades transcripts and the meanings of words as well, and leaves them out of the whole', () => {
    const transcript = [
      paragraph('The multidisciplinary organisation communicates accountability considerations.'),
    ]
    const report = readingReport({
      ...busConsultation,
      media: [
        { id: 'bus', kind: 'picture', file: 'bus.png', decorative: true },
        {
          id: 'talk',
          kind: 'audio',
          file: 'talk.mp3',
          title: 'Talk',
          length: '0:30',
          lang: 'en-GB',
          transcript,
        },
      ],
      glossary: [{ word: 'bus', meaning: 'It takes you to town.' }],
    })
    expect(report?.parts.slice(-2).map(({ title, words, path }) => [title, words, path])).toEqual([
      ['Transcript of “Talk”', 6, ['media', 1, 'transcript']],
      ['Words explained', 5, ['glossary']],
    ])
    expect(report?.whole.words).toBe(95)
  })

  it('shows the five hardest sentences that are hard at all, with their places', () => {
    const long = (first: string) => `${first} ${'we go by the old bus to the '.repeat(4)}town.`
    const report = readingReport(
      reading([
        ...['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((first) => paragraph(long(first))),
        paragraph('We may move it.'),
      ]),
    )
    expect(report?.sentences).toHaveLength(5)
    expect(report?.sentences[0]).toMatchObject({
      sentence: long('One'),
      words: 34,
      path: ['documents', 0, 'blocks', 0, 'text'],
    })
  })

  it('leaves out what people said, and what is no sentence', () => {
    const quote: Block = {
      kind: 'quote',
      text: 'Multidisciplinary accountability!',
      by: 'Somebody',
    }
    const table: Block = {
      kind: 'table',
      caption: 'Costs',
      columns: ['Cost', 'Now'],
      rows: [['To run', '£2']],
    }
    expect(readingReport(reading([quote, table]))?.parts.map(({ title }) => title)).not.toContain(
      'The plan',
    )
    expect(readingReport(reading([quote]))?.words).toEqual([])
  })

  it('names the long words that nothing explains, the commonest first', () => {
    expect(wordsIn('Our accountability. Accountability and a multidisciplinary team.')).toEqual([
      'accountability 2',
      'multidisciplinary',
    ])
    expect(wordsIn('Everybody has information about the community hospital.')).toEqual([])
    expect(wordsIn('Ask in Aberystwythonia or the Multicultural Centre.')).toEqual([])
    expect(wordsIn('Our accountability (who answers for it) and accountability.')).toEqual([])
    expect(
      wordsIn('Our accountability.', {
        glossary: [{ word: 'accountability', meaning: 'who answers for it' }],
      }),
    ).toEqual([])
  })

  it('has nothing to say of another language', () => {
    expect(
      readingReport({ ...busConsultation, lang: 'cy' } as unknown as Consultation),
    ).toBeUndefined()
  })
})
