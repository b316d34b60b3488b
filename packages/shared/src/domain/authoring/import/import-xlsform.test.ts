import { describe, expect, it } from 'vitest'
import { importXlsForm, isXlsForm } from './import-xlsform.ts'
import { readFormCondition } from './xlsform-condition.ts'
import { readType } from './xlsform-question.ts'
import type { SheetCells } from './xlsform-sheets.ts'

const heads = ['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'appearance']
const row = (type: string, name: string, label = '', more: Readonly<Record<string, string>> = {}) =>
  heads.map((head) => ({ type, name, label, ...more })[head] ?? '')

const choices: SheetCells = [
  ['list_name', 'name', 'label'],
  ['way', 'bus', 'By bus'],
  ['way', 'car', 'By car'],
  ['way', 'none', 'None of these'],
  ['way', 'other', 'Another way'],
  ['yn', '1', 'Yes'],
  ['yn', '0', 'No'],
  ['good', '1', 'Good'],
  ['good', '2', 'Bad'],
]

const form = (...rows: readonly (readonly string[])[]) =>
  importXlsForm(
    new Map([
      ['survey', [heads, ...rows]],
      ['choices', choices],
      ['settings', [['form_title'], ['Clinics']]],
    ]),
  )

const questions = (imported: ReturnType<typeof form>) =>
  imported.sections.flatMap((section) => section.questions)

describe('readFormCondition', () => {
  it.each([
    [`\${way} = 'bus'`, { name: 'way', includes: ['bus'] }],
    [`( \${way}=‘bus’ )`, { name: 'way', includes: ['bus'] }],
    [`\${count} = 1`, { name: 'count', includes: ['1'] }],
    [`selected(\${way}, 'bus')`, { name: 'way', includes: ['bus'] }],
    [
      `selected(\${way},'bus') or selected(\${way}, "car")`,
      { name: 'way', includes: ['bus', 'car'] },
    ],
    [`(\${way}='a') or (\${way}='a')`, { name: 'way', includes: ['a'] }],
    [`\${way} = 'bus' and \${yn} = '1'`, undefined],
    [`\${way} = 'bus' or \${yn} = '1'`, undefined],
    [`\${way} != 'bus'`, undefined],
    [`\${age} > 18`, undefined],
    [`not(selected(\${way}, 'bus'))`, undefined],
    [`(\${a}='1') or not(\${a}='2')`, undefined],
    ['false', undefined],
    ['', undefined],
  ])('reads %j', (text, condition) => expect(readFormCondition(text)).toEqual(condition))
})

describe('readType', () => {
  it.each([
    ['select_one way', { kind: 'select_one', list: 'way', orOther: false }],
    ['select_one Way or_other', { kind: 'select_one', list: 'Way', orOther: true }],
    ['select_multiple way', { kind: 'select_multiple', list: 'way', orOther: false }],
    ['text', { kind: 'text', list: '', orOther: false }],
    [' Integer ', { kind: 'integer', list: '', orOther: false }],
  ])('reads %j', (type, read) => expect(readType(type)).toEqual(read))
})

describe('importXlsForm', () => {
  it('makes a question of every kind that it can ask', () => {
    const made = form(
      row('text', 'name_it', 'In a word?'),
      row('text', 'say_more', 'Say more', { appearance: 'multiline', hint: 'In your own words' }),
      row('integer', 'visits', 'How many visits?', {
        constraint: '. >= 1 and . < 20',
        required: 'yes',
      }),
      row('decimal', 'cost', 'What did it cost?'),
      row('date', 'when', 'When was it?'),
      row('select_one yn', 'came', 'Did you come?'),
      row('select_multiple way', 'ways', 'How did you come?', {
        constraint: `not(selected(., 'none') and count-selected(.) > 1)`,
      }),
      row('rank good', 'order', 'Which is better?'),
      row('acknowledge', 'ok', 'You may publish this'),
    )
    expect(questions(made)).toMatchObject([
      { kind: 'short-text', id: 'name-it' },
      { kind: 'long-text', hint: 'In your own words' },
      { kind: 'number', least: 1, most: 19, mandatory: true },
      { kind: 'number', decimals: 2 },
      { kind: 'date' },
      { kind: 'yes-no' },
      { kind: 'several-of', options: [{}, {}, { code: 'none', exclusive: true }, {}] },
      { kind: 'ranking' },
      { kind: 'consent', statement: 'You may publish this' },
    ])
  })

  it('asks on conditions that it can hold, in our codes, and names those that it cannot', () => {
    const made = form(
      row('select_one yn', 'came', 'Did you come?'),
      row('text', 'why_not', 'Why not?', { relevant: `\${came} = '0'` }),
      row('text', 'both', 'And?', { relevant: `\${came} = '1' and \${why_not} != ''` }),
    )
    expect(questions(made)[1]?.showIf).toEqual({ question: 'came', includes: ['no'] })
    expect(questions(made)[2]?.showIf).toBeUndefined()
    expect(made.notes.map(({ words }) => words).join()).toContain('so everybody is asked')
  })

  it('takes the condition of a group for each question in it', () => {
    const made = form(
      row('select_one way', 'ways', 'How?'),
      row('begin group', 'bus', 'The bus', { relevant: `\${ways} = 'bus'` }),
      row('text', 'line', 'Which line?', { relevant: `(\${ways}='bus')` }),
      row('integer', 'stops', 'How many stops?'),
      row('end group', ''),
    )
    const condition = { question: 'ways', includes: ['bus'] }
    expect(questions(made).map(({ showIf }) => showIf)).toEqual([undefined, condition, condition])
    expect(made.sections.map(({ title }) => title)).toEqual(['Questions', 'The bus'])
  })

  it('folds “other, say what” into its option', () => {
    const made = form(
      row('select_one way', 'ways', 'How?'),
      row('text', 'ways_other', 'Which way?', { relevant: `selected(\${ways}, 'other')` }),
    )
    expect(questions(made)).toMatchObject([
      { options: [{}, {}, {}, { code: 'other', say: { label: 'Which way?' } }] },
    ])
  })

  it('makes one question of a table', () => {
    const made = form(
      row('begin_group', 'g', 'Your visit', { appearance: 'field-list' }),
      row('select_one good', 'head', 'How was it?', { appearance: 'label' }),
      row('select_one good', 'food', 'The food', { appearance: 'list-nolabel' }),
      row('select_one good', 'room', 'The room', { appearance: 'list-nolabel' }),
      row('end_group', ''),
    )
    expect(questions(made)).toMatchObject([
      {
        kind: 'matrix',
        title: 'How was it?',
        statements: [{ label: 'The food' }, { label: 'The room' }],
        scale: [{ label: 'Good' }, { label: 'Bad' }],
      },
    ])
  })

  it.each([
    ['geopoint', 'a place on a map'],
    ['image', 'a photo'],
    ['select_one_from_file towns.csv', 'a list in another file'],
    ['hologram', 'We do not know questions'],
    ['constructor', 'We do not know questions'],
    ['__proto__', 'We do not know questions'],
    ['select_one nowhere', 'is not in the file'],
  ])('names a row of the type %s and leaves it out', (type, words) => {
    const made = form(row(type, 'odd', 'Odd one'), row('text', 'fine', 'Fine?'))
    expect(questions(made)).toHaveLength(1)
    expect(made.notes).toEqual([
      {
        kind: 'left-out',
        place: { kind: 'left-out', name: 'odd' },
        words: expect.stringMatching(new RegExp(`^Row 2, “Odd one”: .*${words}`)),
      },
    ])
  })

  it('names each question inside a repeat', () => {
    const made = form(
      row('begin_repeat', 'people', 'People'),
      row('text', 'first', 'First name'),
      row('end_repeat', ''),
      row('text', 'after', 'After'),
    )
    expect(questions(made).map(({ id }) => id)).toEqual(['after'])
    expect(made.notes.filter(({ kind }) => kind === 'left-out')).toHaveLength(2)
  })

  it('puts a row for each thing it was given into the questions or the notes', () => {
    const rows = ['text', 'geopoint', 'integer', 'image', 'select_one way'].map((type, at) =>
      row(type, `n${at}`, `Row ${at}`),
    )
    const made = form(...rows)
    const out = made.notes.filter(({ kind }) => kind === 'left-out').length
    expect(questions(made).length + out).toBe(rows.length)
  })

  it('makes an edition of each further language that has words', () => {
    const made = importXlsForm(
      new Map([
        [
          'survey',
          [
            ['type', 'name', 'label::English (en)', 'label::Cymraeg (cy)', 'label::French (fr)'],
            ['select_one way', 'ways', 'How?', 'Sut?', ''],
          ],
        ],
        [
          'choices',
          [
            ['list_name', 'name', 'label::English (en)', 'label::Cymraeg (cy)'],
            ['way', 'bus', 'Bus', 'Bws'],
            ['way', 'car', 'Car', 'Car'],
          ],
        ],
      ]),
    )
    expect(made.editions).toMatchObject([
      {
        id: 'cy',
        sections: [
          {
            questions: [
              { id: 'ways', title: 'Sut?', options: [{ label: 'Bws' }, { label: 'Car' }] },
            ],
          },
        ],
      },
    ])
    expect(questions(made)[0]?.title).toBe('How?')
  })

  it('needs a sheet named survey', () => {
    expect(isXlsForm(new Map([['choices', choices]]))).toBe(false)
    expect(() => importXlsForm(new Map())).toThrow(RangeError)
  })
})
