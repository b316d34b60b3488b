import { describe, expect, it } from 'vitest'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { checkConsultation } from './check-consultation.ts'

/** The fixture with one place changed: "sections.0.title", and `undefined` to leave the field out. */
function changed(place: string, value: unknown): unknown {
  const document = structuredClone(busConsultation) as unknown
  const steps = place.split('.')
  const last = steps.pop() ?? ''
  let holder = document as Record<string, unknown>
  for (const step of steps) holder = holder[step] as Record<string, unknown>
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return document
}
const said = (document: unknown) =>
  checkConsultation(document).problems.map(
    ({ place, words, level }) => `${level}: ${place}: ${words}`,
  )

const first = 'sections.0.questions.0'
const placeOfFirst = 'sections › 1 (travel) › questions › 1 (how-travel)'

describe('checkConsultation', () => {
  it('accepts a good document and gives it back', () => {
    expect(checkConsultation(structuredClone(busConsultation))).toEqual({
      consultation: busConsultation,
      problems: [],
    })
  })

  it('allows the name of the schema at the top and does not keep it', () => {
    expect(
      checkConsultation({ $schema: '../docs/consultation.schema.json', ...busConsultation })
        .consultation,
    ).toEqual(busConsultation)
  })

  it.each([undefined, null, 'text', 7, [], true, () => 1])(
    'refuses what is no object: %s',
    (document) => {
      expect(said(document)).toEqual([
        'error: the whole file: A consultation file holds one object in braces { }',
      ])
    },
  )

  it.each([
    [undefined, 'This is not there. Write "format": "takepart/consultation/1"'],
    [
      'takepart/consultation/2',
      'This program reads “takepart/consultation/1”. The file says “takepart/consultation/2”',
    ],
    [1n, 'This program reads “takepart/consultation/1”. The file says something else'],
  ])('says only that the format is another one: %s', (format, words) => {
    expect(said(changed('format', format))).toEqual([`error: format: ${words}`])
  })

  it('keeps warnings from nobody: the consultation is there', () => {
    const { consultation, problems } = checkConsultation(changed('promise.by', '2027-12-01'))
    expect(consultation?.promise.by).toBe('2027-12-01')
    expect(problems.map((problem) => problem.level)).toEqual(['warning'])
  })

  it('gives no consultation when something must be put right', () => {
    expect(checkConsultation(changed('closesAt', '2027-04-01T00:00:00Z'))).not.toHaveProperty(
      'consultation',
    )
  })

  it('names every problem at once, in the order of the document', () => {
    const document = changed(`${first}.options.1.code`, 'bus') as Record<string, unknown>
    document['title'] = ''
    document['closesAt'] = '2027-02-30T12:00:00Z'
    document['minutes'] = 'ten'
    expect(said(document)).toEqual([
      'error: title: Write something here',
      'error: closesAt: There is no such date as 2027-02-30T12:00:00Z',
      'error: minutes: Write a whole number without quotation marks',
      `error: ${placeOfFirst} › options › 2 (bus) › code: “bus” is used twice. Each option needs its own`,
    ])
  })
})

describe('checkConsultation, shape', () => {
  it.each([
    ['title', undefined, 'title: This is not there. Write text in quotation marks'],
    ['title', 7, 'title: Write text in quotation marks'],
    ['title', 'x'.repeat(301), 'title: Use 300 characters or fewer'],
    ['id', 'ABC', 'id: Write a UUID in small letters, like 0b9f6a52-5a3e-4c0e-9d0a-3f1f3a6c2b11'],
    ['slug', 'The Bus', 'slug: Use small letters a to z, digits, and single hyphens between words'],
    [
      'opensAt',
      '2027-05-01 09:00',
      'opensAt: Write a date and time with its offset, like 2027-02-14T17:00:00+00:00',
    ],
    ['lang', 'cy', 'lang: Write "en-GB"'],
    ['grace.days', 61, 'grace › days: Use 60 or less'],
    [
      'contact.email',
      'not an address',
      'contact › email: Write an email address, like involve@example.nhs.uk',
    ],
    ['sections', [], 'sections: Add sections: 1 or more'],
    ['sections', 'none', 'sections: Write a list in square brackets [ ] of sections'],
    [
      'sections.0.purpose',
      'other',
      'sections › 1 (travel) › purpose: Write one of these: “equality”, “about-you”, “publication”',
    ],
    [
      `${first}.mandatory`,
      false,
      `${placeOfFirst} › mandatory: Write true without quotation marks, or leave this out`,
    ],
    [
      `${first}.options`,
      [{ code: 'bus', label: 'By bus' }],
      `${placeOfFirst} › options: Add options: 2 or more`,
    ],
    [
      'sections.0.questions.5.options.2.code',
      'Two words',
      'sections › 1 (travel) › questions › 6 (order) › options › 3 (Two words) › code: Use 1 to 40 characters: a to z, 0 to 9 and hyphens',
    ],
  ])('%s = %j', (place, value, problem) => {
    expect(said(changed(place, value))).toEqual([`error: ${problem}`])
  })

  it.each([
    ['tilte', 'There is no field “tilte” here. Did you mean “title”?'],
    ['colour', 'There is no field “colour” here.'],
    ['__proto__', 'There is no field “__proto__” here.'],
  ])('names a field it does not know: %s', (name, words) => {
    const document = JSON.parse(
      JSON.stringify(busConsultation).replace('"slug":', `"${name}":1,"slug":`),
    ) as unknown
    expect(said(document)).toEqual([`error: the whole file: ${words}`])
  })

  it('names the kinds of question when it does not know one', () => {
    expect(said(changed(`${first}.kind`, 'radio'))).toContainEqual(
      expect.stringMatching(/^error: .* › kind: Write one of these: “short-text”, .*“consent”$/),
    )
  })

  it.each(['constructor', '__proto__', 7, { toString: 1 }])(
    'takes no kind from what every object has: %j',
    (kind) => {
      expect(said(changed(`${first}.kind`, kind))).toEqual([
        expect.stringContaining('› kind: Write one of these:') as string,
      ])
    },
  )

  it('goes on with the other rules when a question has a shape that is wrong', () => {
    const document = changed(`${first}`, 'nonsense') as typeof busConsultation
    const words = said({ ...document, promise: { by: '2027-01-01', text: 'Soon.' } })
    expect(words).toContain('error: promise › by: The promised date must come after closing')
    expect(words).toContain(
      'error: sections › 1 (travel) › questions › 1: Write fields in braces { }',
    )
  })
})

describe('checkConsultation, rules', () => {
  const bus = 'sections.0.questions.1'
  const placeOfBus = 'sections › 1 (travel) › questions › 2 (bus-trouble)'
  const views = 'sections › 2 (views) › questions'
  it.each([
    ['slug', 'new', 'error: slug: The address “new” is kept for something else. Choose another'],
    [
      'sections.1.id',
      'travel',
      'error: sections › 2 (travel) › id: “travel” is used twice. Each section needs its own',
    ],
    [
      'sections.2.questions.0.id',
      'minutes',
      'error: sections › 3 (you) › questions › 1 (minutes) › id: “minutes” is used twice. Each question needs its own',
    ],
    [
      'sections.2.questions.0.id',
      'constructor',
      'error: sections › 3 (you) › questions › 1 (constructor) › id: The word “constructor” cannot be used here. Choose another',
    ],
    [
      `${first}.options.1.label`,
      'By bus',
      `error: ${placeOfFirst} › options › 2 (car) › label: “By bus” is used twice. Each option needs its own`,
    ],
    [
      `${first}.options.1.label`,
      'by  Bus.',
      `error: ${placeOfFirst} › options › 2 (car) › label: “by  Bus.” is used twice. Each option needs its own`,
    ],
    [
      `${first}.options.1.exclusive`,
      true,
      `error: ${placeOfFirst} › options › 2 (car) › exclusive: Only a question of the kind “several-of” can have an option that goes with no other`,
    ],
    [
      'sections.0.questions.5.options.0.say',
      { label: 'Say' },
      'error: sections › 1 (travel) › questions › 6 (order) › options › 1 (near) › say: Only “one-of” and “several-of” can ask for words beside an option',
    ],
    [
      'sections.0.questions.3.most',
      5,
      'warning: sections › 1 (travel) › questions › 4 (helps) › most: There are only 4 options, so “most” makes no difference',
    ],
    [
      `${bus}.showIf.question`,
      'nowhere',
      `error: ${placeOfBus} › showIf › question: There is no question “nowhere”`,
    ],
    [
      `${bus}.showIf.question`,
      'bus-trouble',
      `error: ${placeOfBus} › showIf › question: A question cannot depend on its own answer`,
    ],
    [
      `${bus}.showIf.question`,
      'helps',
      `error: ${placeOfBus} › showIf › question: “helps” comes later. A question can depend on an earlier question only`,
    ],
    [
      `${bus}.showIf.includes`,
      ['bus', 'boat'],
      `error: ${placeOfBus} › showIf › includes › 2: “how-travel” has no choice “boat”. It has “bus”, “car”, “other”`,
    ],
    [
      'sections.2.questions.0.showIf',
      { question: 'rating', includes: ['11'] },
      'error: sections › 3 (you) › questions › 1 (carer) › showIf › includes › 1: “rating” has no choice “11”. ' +
        'It has “0”, “1”, “2”, “3”, “4”, “5”, “6”, “7”, “8”, “9”, “10”',
    ],
    [
      'sections.2.questions.0.showIf',
      { question: 'minutes', includes: ['5'] },
      'error: sections › 3 (you) › questions › 1 (carer) › showIf › includes: “minutes” has no choices that another question could depend on',
    ],
    [
      'sections.2.questions.0.mandatory',
      true,
      'error: sections › 3 (you) › questions › 1 (carer) › mandatory: People choose whether to answer equality questions. Leave “mandatory” out',
    ],
    [
      'sections.1.purpose',
      'equality',
      'error: sections › 2 (views) › purpose: The equality section comes last. Move the sections after it',
    ],
    [
      'sections.0.read',
      ['plan', 'map'],
      'error: sections › 1 (travel) › read › 2: There is no document “map”',
    ],
    ['opensAt', busConsultation.closesAt, 'error: closesAt: Closing must come after opening'],
    ['promise.by', '2027-05-31', 'error: promise › by: The promised date must come after closing'],
    ['promise.by', '2027-06-31', 'error: promise › by: There is no such date as 2027-06-31'],
    [
      'promise.by',
      '2027-09-01',
      'warning: promise › by: The promised date is more than 12 weeks after closing. Say in the promise why it takes longer',
    ],
    [
      'outcome',
      {
        publishedOn: '2027-05-01',
        summary: 'Done.',
        responses: 3,
        weAsked: [{ kind: 'paragraph', text: 'A' }],
        points: [
          {
            id: 'a',
            title: 'A',
            youSaid: [{ kind: 'paragraph', text: 'A' }],
            weDid: [{ kind: 'paragraph', text: 'A' }],
          },
        ],
        next: [],
      },
      'error: outcome › publishedOn: The outcome must come after closing',
    ],
    [
      'minutes',
      1,
      'warning: minutes: 1 minute for 13 questions is very short. Try it with somebody who reads slowly',
    ],
    ['minutes', 200, 'warning: minutes: 200 minutes for 13 questions is very long'],
    [
      'contact',
      { name: 'Us' },
      'warning: contact: Add a telephone number, an email or a postal address, for people who cannot use this website',
    ],
    [
      'sections.1.questions.1.to',
      11,
      `error: ${views} › 2 (rating) › to: Use a number from 1 to 10: 1 to 10 above “from”`,
    ],
    [
      'sections.0.questions.4.most',
      -1,
      'error: sections › 1 (travel) › questions › 5 (minutes) › most: “most” must not be less than “least”, which is 0',
    ],
    [
      'sections.1.questions.3.earliest',
      '2028-01-01',
      `error: ${views} › 4 (last-visit) › latest: The latest date must not come before the earliest`,
    ],
    [
      'sections.1.questions.3.latest',
      '2026-02-29',
      `error: ${views} › 4 (last-visit) › latest: There is no such date as 2026-02-29`,
    ],
    [
      'summary',
      'See [the plan](javascript:alert). We may move the clinic soon.',
      'error: summary: The link to “javascript:alert” will not work. Start it with https://, http://, mailto:, tel: or /',
    ],
    [
      'summary',
      'See <b>this</b>',
      'warning: summary: HTML is shown as it is written. Use **strong** and [links](https://example.org) only',
    ],
  ])('%s = %j', (place, value, problem) => {
    expect(said(changed(place, value))).toEqual([problem])
  })

  it('allows 200 questions, and no more', () => {
    const ask = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        id: `q-${index}`,
        kind: 'yes-no',
        title: 'Is it?',
        about: 'it',
      }))
    const document = (count: number) => ({
      ...busConsultation,
      minutes: 60,
      sections: [
        { id: 'a', title: 'A', questions: ask(200) },
        {
          id: 'b',
          title: 'B',
          questions: ask(count).map((question) => ({ ...question, id: `b-${question.id}` })),
        },
      ],
    })
    expect(said(document(1))).toEqual([
      'error: sections: There are 201 questions. Ask 200 or fewer',
    ])
    expect(said({ ...document(1), sections: document(1).sections.slice(0, 1) })).toEqual([])
  })

  it('asks for no more writing than a response can carry', () => {
    const write = (most: number) => ({
      ...busConsultation,
      minutes: 5,
      sections: [
        {
          id: 'a',
          title: 'A',
          questions: [
            { id: 'long', kind: 'long-text', title: 'Why?', about: 'why', maxCharacters: most },
            { id: 'usual', kind: 'long-text', title: 'What?', about: 'what' },
            { id: 'short', kind: 'short-text', title: 'Who?', about: 'who' },
            {
              id: 'other',
              kind: 'one-of',
              title: 'Where?',
              about: 'where',
              options: [
                { code: 'here', label: 'Here' },
                {
                  code: 'else',
                  label: 'Somewhere else',
                  say: { label: 'Where', maxCharacters: 300 },
                },
              ],
            },
          ],
        },
      ],
    })
    expect(said(write(10_000))).toEqual([])
    const two = write(9_500)
    const [section] = two.sections
    const more = {
      ...two,
      sections: [
        {
          ...section,
          questions: [
            ...section!.questions,
            { id: 'more', kind: 'long-text', title: 'More?', about: 'more', maxCharacters: 2_001 },
          ],
        },
      ],
    }
    expect(said(more)).toEqual([
      'error: sections: Together the questions allow 14001 characters of writing, and a response has room for 14000. Ask for fewer in some',
    ])
  })

  it.each(['\u0000', '\u0007', '\u001b[31m', '\u009b', '\ud800', '\udc00 x'])(
    'refuses what cannot be stored or shown: %j',
    (odd) => {
      expect(said(changed('title', `Words${odd}`))).toEqual([
        'error: title: There is a character here that cannot be shown. Write the text again',
      ])
    },
  )

  it.each(['202A', '202B', '202C', '202D', '202E', '2066', '2067', '2068', '2069'])(
    'refuses U+%s, which turns the words after it round',
    (number) => {
      const words = `There is an invisible character here (U+${number}) that turns the direction of the words after it. Write the text again without it`
      const title = `Bus ${String.fromCodePoint(Number.parseInt(number, 16))}cilc`
      expect(said(changed('title', title))).toEqual([`error: title: ${words}`])
      const sections = busConsultation.sections.map((section, index) =>
        index === 0 ? { ...section, title } : section,
      )
      expect(said(changed('sections', sections))).toEqual([
        `error: sections › 1 (${busConsultation.sections[0]?.id}) › title: ${words}`,
      ])
    },
  )

  it('takes letters of every language, emoji, tabs and line ends', () => {
    expect(said(changed('title', 'مرحبا 👩🏽‍🦽\t\u200fX\r\nY'))).toEqual([])
  })

  it('reads what is far too deep without an exception', () => {
    const deep = JSON.parse(`${'{"a":['.repeat(5_000)}1${']}'.repeat(5_000)}`) as unknown
    expect(said({ ...busConsultation, deep })).toEqual([
      'error: the whole file: There is no field “deep” here.',
    ])
  })

  it('asks for a table whose rows are as wide as its head', () => {
    const table = {
      kind: 'table',
      caption: 'Times',
      columns: ['Place', 'Time'],
      rows: [['Here', '9 am'], ['There']],
    }
    expect(said(changed('documents.0.blocks', [table]))).toEqual([
      'error: documents › 1 (plan) › blocks › 1 › rows › 2: This row has 1 cells. The table has 2 columns',
    ])
  })
})
