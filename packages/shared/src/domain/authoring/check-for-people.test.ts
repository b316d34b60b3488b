import { describe, expect, it } from 'vitest'
import { adviceOn } from './advice.ts'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { checkConsultation } from './check-consultation.ts'
import { checkForPeople, peopleChecks } from './check-for-people.ts'
import type { Block, Consultation } from '../consultation/consultation.ts'
import type { Question } from '../question/question.ts'

/** The fixture with another summary, document, questions or glossary. */
const reading = (...blocks: readonly Block[]): Consultation => ({
  ...busConsultation,
  documents: [{ id: 'plan', title: 'The plan', minutes: 3, blocks }],
})
const saying = (text: string): Consultation => reading({ kind: 'paragraph', text })
const asking = (...questions: readonly Question[]): Consultation => ({
  ...busConsultation,
  sections: [{ id: 'a', title: 'A', questions }],
})
const ask = (title: string): Question => ({ id: 'q', kind: 'yes-no', title, about: 'it' })

const found = (consultation: Consultation): readonly string[] =>
  checkForPeople(consultation).flatMap(({ findings }) =>
    findings.map(({ level, path, words }) => `${level}: ${path.join('.')}: ${words}`),
  )
/** "error: Links: documents.0.blocks.0.text": which check found what, and where, without its words. */
const where = (consultation: Consultation): readonly string[] =>
  checkForPeople(consultation).flatMap(({ topic, findings }) =>
    findings.map(({ level, path }) => `${level}: ${topic}: ${path.join('.')}`),
  )
const block = 'documents.0.blocks.0'

describe('checkForPeople', () => {
  it('finds nothing in a good consultation', () => {
    expect(found(busConsultation)).toEqual([])
  })

  it('goes through whatever checks it is given, and leaves out the topics without findings', () => {
    const nothing = { topic: 'Nothing', check: () => [] }
    const title = {
      topic: 'Title',
      check: () => [{ path: ['title'], words: 'Look', level: 'warning' as const }],
    }
    expect(checkForPeople(busConsultation, [nothing, title])).toEqual([
      { topic: 'Title', findings: title.check() },
    ])
    expect(new Set(peopleChecks.map(({ topic }) => topic)).size).toBe(peopleChecks.length)
  })

  it('leaves checks that know English alone out of other languages', () => {
    const welsh = {
      ...saying('See the box below: [here](/help). CLICIWCH AR FWS Y CLINIG'),
      lang: 'cy',
    } as unknown as Consultation
    expect(where(welsh)).toEqual([`warning: Capital letters: ${block}.text`])
  })
})

describe('what stops publishing', () => {
  it('is among the problems, with its place; advice is not', () => {
    const { consultation, problems } = checkConsultation(saying('See above: [click here](/help).'))
    expect(consultation).toBeUndefined()
    expect(problems).toEqual([
      {
        level: 'error',
        place: 'documents › 1 (plan) › blocks › 1 › text',
        words:
          'The link “click here” does not say where it leads. Name what people find there, like “bus times to the clinic”',
      },
    ])
    expect(checkConsultation(saying('See the table above.'))).toMatchObject({
      problems: [],
      consultation: { slug: busConsultation.slug },
    })
  })
})

describe('adviceOn', () => {
  /** What is said of the words; that there are no editions is said of most consultations. */
  const onWords = (consultation: Consultation) =>
    adviceOn(consultation).filter(({ topic }) => topic !== 'Editions')

  it('gives advice by topic, what matters most first, each point with its place', () => {
    expect(onWords({ ...saying('See above.'), summary: 'The bus.' })).toEqual([
      {
        topic: 'Summary',
        points: [
          {
            place: 'summary',
            words: 'The summary has 2 words. Say in two or three plain sentences what may change',
          },
        ],
      },
      {
        topic: 'Pointing by place or colour',
        points: [
          {
            place: 'documents › 1 (plan) › blocks › 1 › text',
            words:
              '“See above” points to a place on the page, and not everybody has that place. Name what you mean, like “the table of costs”',
          },
        ],
      },
    ])
  })

  it('says nothing of what stops publishing, which is said as a problem', () => {
    expect(onWords(saying('[here](/help)'))).toEqual([])
  })
})

describe('the summary', () => {
  it.each([
    [
      'The bus to the clinic.',
      'error: summary: There is no summary. Say in two or three plain sentences what this is about and what may change',
    ],
    [
      '**—** … –',
      'error: summary: There is no summary. Say in two or three plain sentences what this is about and what may change',
    ],
    [
      'We may move.',
      'warning: summary: The summary has 3 words. Say in two or three plain sentences what may change',
    ],
    [
      `${'We may move the clinic and the bus. '.repeat(8)}`,
      'warning: summary: The summary has 64 words in 8 sentences. Keep to two or three short ones, 60 words at most',
    ],
  ])('%s', (summary, words) => {
    expect(
      found({ ...busConsultation, summary }).filter((finding) => finding.includes(': summary: ')),
    ).toEqual([words])
  })

  it('of an outcome is looked at too', () => {
    const said: readonly Block[] = [{ kind: 'paragraph', text: 'You said it.' }]
    const outcome = {
      publishedOn: '2027-07-01',
      summary: 'Done.',
      responses: 3,
      weAsked: said,
      points: [],
      next: said,
    }
    expect(where({ ...busConsultation, outcome })).toEqual(['warning: Summary: outcome.summary'])
  })
})

describe('questions', () => {
  it.each(['…', '?', '\u200b'])('need words: %j stops', (title) => {
    expect(where(asking(ask(title)))).toEqual(['error: Questions: sections.0.questions.0.title'])
  })

  it('need options with words', () => {
    const options = [
      { code: 'a', label: 'A' },
      { code: 'b', label: '–' },
    ]
    expect(
      where(asking({ id: 'q', kind: 'one-of', title: 'Which?', about: 'it', options })),
    ).toEqual(['error: Questions: sections.0.questions.0.options.1.label'])
  })

  it.each([
    'Do you drive? Is it far?',
    'How good is the food and how clean are the rooms?',
    'Who might lose, and what would help them?',
    'Can you walk and do you like it?',
  ])('“%s” asks two things', (title) => {
    expect(found(asking(ask(title)))).toEqual([
      'warning: sections.0.questions.0.title: ' +
        'This seems to ask two things at once. Ask one in each question, so that one answer is enough',
    ])
  })

  it.each([
    'How do you feel about video and telephone?',
    'Have you, or somebody you care for, come home?',
    'Do you walk or do you drive?',
    'What do families and carers need?',
    'Tell us who you are and what you do',
    'Whether or not you have been here, what would help?',
  ])('“%s” asks one thing', (title) => {
    expect(found(asking(ask(title)))).toEqual([])
  })

  it.each([
    'Do you not think that nobody should travel?',
    'Is it not true that you can’t come?',
    'Would you not come without a carer?',
  ])('“%s” says no twice', (title) => {
    expect(found(asking(ask(title)))).toEqual([
      'warning: sections.0.questions.0.title: There are two negatives in one sentence. Say it the other way round, without them',
    ])
  })

  it('a statement to agree with says one thing, without “not”', () => {
    const agreement = (statement: string) =>
      asking({ id: 'q', kind: 'agreement', title: 'How far do you agree?', about: 'it', statement })
    expect(found(agreement('The clinic should not move.'))).toEqual([
      'warning: sections.0.questions.0.statement: Somebody who disagrees with “not” has to think twice. Say the statement without it',
    ])
    expect(found(agreement('The rooms are warm and the staff are kind.'))).toEqual([
      'warning: sections.0.questions.0.statement: This seems to say two things. Somebody may agree with one of them only, so make it two statements',
    ])
    expect(found(agreement('I would be glad of video and telephone.'))).toEqual([])
    const matrix: Question = {
      id: 'q',
      kind: 'matrix',
      title: 'How was it?',
      about: 'it',
      scale: [
        { code: 'y', label: 'Yes' },
        { code: 'n', label: 'No' },
      ],
      statements: [
        { code: 'a', label: 'It was easy' },
        { code: 'b', label: 'I didn’t wait' },
      ],
    }
    expect(where(asking(matrix))).toEqual([
      'warning: Questions: sections.0.questions.0.statements.1.label',
    ])
  })

  it('from the library keep their words', () => {
    const title =
      'Do you look after, or give any help or support to, anyone because they have long-term physical or mental health conditions or ' +
      'illnesses, or problems related to old age?'
    expect(found(asking(ask(title)))).toEqual([])
  })
})

describe('links', () => {
  it.each([
    'here',
    'Click here',
    '**read more**',
    'Find out more…',
    'this page',
    'More information.',
    'link',
    'https://www.nhs.uk/live',
    'www.nhs.uk',
    ' ',
  ])('“%s” stops, because it says nothing of where it leads', (words) => {
    expect(where(saying(`Read [${words}](/help) today.`))).toEqual([`error: Links: ${block}.text`])
  })

  it.each([
    'bus times',
    'Find help now',
    'more about the garden',
    'involve@example.nhs.uk',
    '01632 960 001',
    'the NHS website (www.nhs.uk)',
  ])('“%s” is good', (words) => {
    expect(found(saying(`Read [${words}](/help) today.`))).toEqual([])
  })

  it('advises words for a bare address, and other words for another address', () => {
    expect(where(saying('Go to https://www.nhs.uk/live for help.'))).toEqual([
      `warning: Links: ${block}.text`,
    ])
    expect(found(saying('Read [the plan](/a), [the plan](/a) and [The Plan](/b).'))).toEqual([
      `warning: ${block}.text: Another link says “The Plan” too and leads somewhere else. Give each its own words`,
    ])
  })
})

describe('tables', () => {
  const table = (
    columns: readonly string[],
    rows: readonly (readonly string[])[],
    caption = 'Costs',
  ) => reading({ kind: 'table', caption, columns, rows })

  it('need a head with words for every column and row, and a caption', () => {
    expect(
      found(
        table(
          ['–', '\u200b'],
          [
            ['-', '3'],
            ['To build', '–'],
          ],
          '…',
        ),
      ),
    ).toEqual([
      `error: ${block}.caption: This table has no caption. Say in a few words what it shows`,
      `error: ${block}.columns.0: This column has no head. Say in a word or two what stands in it`,
      `error: ${block}.columns.1: This column has no head. Say in a word or two what stands in it`,
      `error: ${block}.rows.0.0: This row has no head. Its first cell says what the row is about`,
    ])
  })

  it('with one column are better lists, and columns have each their name', () => {
    expect(where(table(['Place'], [['Here']]))).toEqual([`warning: Tables: ${block}`])
    expect(where(table(['Cost', 'Option', 'option '], [['To build', '1', '2']]))).toEqual([
      `warning: Tables: ${block}.columns.2`,
    ])
  })
})

describe('headings', () => {
  const heading = (text: string): Block => ({ kind: 'heading', text })
  const paragraph: Block = { kind: 'paragraph', text: 'We may move the clinic.' }

  it('have words, and something under them', () => {
    expect(where(reading(heading('—'), paragraph))).toEqual([`error: Headings: ${block}`])
    expect(where(reading(heading('One'), heading('Two'), paragraph, heading('Three')))).toEqual([
      'warning: Headings: documents.0.blocks.0',
      'warning: Headings: documents.0.blocks.3',
    ])
  })

  it('are no paragraphs, and paragraphs are no headings', () => {
    expect(
      where(
        reading(
          heading(
            'We have to move the clinic because the roof leaks and nobody can mend it for the money we have',
          ),
          paragraph,
        ),
      ),
    ).toEqual([`warning: Headings: ${block}`])
    for (const text of ['**What is wrong**', '**What is wrong?**', ' **Costs**: '])
      expect(where(saying(text))).toEqual([`warning: Headings: ${block}`])
    for (const text of [
      '**Nothing has been decided.**',
      '**Good:** it is cheap',
      '**One** and **two**',
    ])
      expect(found(saying(text))).toEqual([])
  })
})

describe('pointing', () => {
  it.each([
    'Use the box on the right.',
    'See below.',
    'As shown above, it costs more.',
    'Read the table below.',
    'It is in the right-hand column.',
    'It is at the top of this page.',
    'Press the red button.',
    'Numbers in green are good.',
    'Press the big round button.',
    'the questions below',
    'Scroll down to answer.',
  ])('“%s” points', (text) => {
    expect(where(saying(text))).toEqual([`warning: Pointing by place or colour: ${block}.text`])
  })

  it.each([
    'You have the right to ask.',
    'Children below 16 and adults above it.',
    'A green space for everybody.',
    'We left the building.',
    'The top of the hill.',
    'The Red Cross helps.',
    'It is below average, and above all it is cold.',
  ])('“%s” does not', (text) => {
    expect(found(saying(text))).toEqual([])
  })
})

describe('capital letters', () => {
  it.each([
    'PLEASE READ THIS FIRST',
    'We say: NOTHING HAS BEEN DECIDED yet.',
    'CLOSING 14 FEBRUARY, NO LATER',
  ])('“%s” is advised against', (text) => {
    expect(where(saying(text))).toEqual([`warning: Capital letters: ${block}.text`])
  })

  it.each([
    'The NHS and the BBC',
    'XX1 1AA',
    'I am A. B. Smith',
    '1, 2, 3',
    'مرحبا بكم في العيادة',
  ])('“%s” is not', (text) => {
    expect(found(saying(text))).toEqual([])
  })
})

describe('abbreviations', () => {
  const short = (text: string, more: Partial<Consultation> = {}) =>
    found({ ...saying(text), ...more })

  it('are explained where they are first used, once', () => {
    expect(short('The EIA is done. Ask for the EIA.')).toEqual([
      `warning: ${block}.text: “EIA” is not explained. Write it out where it is first used, with the letters in brackets: “in full (EIA)”`,
    ])
    expect(short('Our equality impact assessment (EIA) is done. The EIA is long.')).toEqual([])
    expect(short('The EIA (what a plan changes for each group) is done.')).toEqual([])
    expect(
      short('The EIA is done.', { glossary: [{ word: 'EIA', meaning: 'what a plan changes' }] }),
    ).toEqual([])
    expect(short('Two CPNs, and an ICB.')).toHaveLength(2)
    expect(
      short('NOTHING HAS BEEN DECIDED.  The EIA is done.').map((finding) => finding.split('”')[0]),
    ).toEqual([
      `warning: ${block}.text: “EIA`,
      `warning: ${block}.text: “NOTHING HAS BEEN DECIDED.`,
    ])
  })

  it.each(['The NHS, your GP and a PDF', 'XX1 2AB', 'https://a.uk/EIA', 'ABCDEFG', 'Option B'])(
    '“%s” has none',
    (text) => {
      expect(short(text).filter((finding) => finding.includes('explained'))).toEqual([])
    },
  )
})

describe('the reading age', () => {
  const hard =
    'Consideration of organisational accountability arrangements necessitates multidisciplinary participation in operational governance. '

  it('is advice for a part of a hundred words or more that is too hard', () => {
    expect(found(saying(hard.repeat(12)))).toEqual([
      expect.stringMatching(
        /^warning: documents\.0: “The plan” reads at grade \d\d\.\d, an age of \d\d to \d\d\. Aim for 9 to 11: shorter sentences, and words that people say$/,
      ),
    ])
    expect(found(saying(hard))).toEqual([])
    expect(found(saying('We may move the clinic to a place in town. '.repeat(20)))).toEqual([])
  })
})
