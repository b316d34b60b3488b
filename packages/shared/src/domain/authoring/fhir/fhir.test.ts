import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../consultation/bus-consultation.fixture.ts'
import type { Question } from '../../question/question.ts'
import type { Imported } from '../import/imported.ts'
import { importFhir } from './import-fhir.ts'
import { writeFhir } from './write-fhir.ts'

function read(document: unknown): Imported {
  const result = importFhir(document)
  if (result.kind !== 'read') throw new Error(result.why)
  return result.imported
}

const questionnaire = (...item: object[]) => ({ resourceType: 'Questionnaire', title: 'T', item })
const questions = ({ sections }: Imported) => sections.flatMap((section) => section.questions)
const words = ({ notes }: Imported) => notes.map((note) => note.words)
const option = (code: string, display = code.toUpperCase()) => ({ valueCoding: { code, display } })
const control = (code: string) => ({
  url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
  valueCodeableConcept: { coding: [{ code }] },
})

describe('importFhir', () => {
  it('makes a section of each group, and one of what stands beside groups', () => {
    const found = read(
      questionnaire(
        { linkId: '1', text: 'Do you have allergies?', type: 'string' },
        {
          linkId: '2',
          text: 'General',
          type: 'group',
          item: [
            { linkId: '2.0', text: 'Read this first.', type: 'display' },
            { linkId: '2.1', text: 'Do you smoke?', type: 'boolean', required: true },
          ],
        },
        { linkId: '3', text: 'Anything else?', type: 'text', maxLength: 20_000 },
      ),
    )
    expect(found.sections).toMatchObject([
      { title: 'Questions', questions: [{ kind: 'short-text', id: '1' }] },
      {
        title: 'General',
        introduction: [{ kind: 'paragraph', text: 'Read this first.' }],
        questions: [{ kind: 'yes-no', title: 'Do you smoke?', mandatory: true }],
      },
      { title: 'Questions', questions: [{ kind: 'long-text', maxCharacters: 10_000 }] },
    ])
    expect(words(found)).toEqual([
      'We added “I do not know” to Yes and No.',
      'The form takes 20000 characters, and we take 10000.',
    ])
  })

  it('reads choices of the item, of a set in the file and of a set everybody knows, and fetches none', () => {
    const set = {
      resourceType: 'ValueSet',
      id: 'colours',
      compose: { include: [{ concept: [{ code: 'r', display: 'Red' }, { code: 'g' }] }] },
    }
    const found = read({
      ...questionnaire(
        {
          linkId: 'a',
          text: 'A?',
          type: 'choice',
          answerOption: [option('x'), { valueString: 'Two words' }],
        },
        { linkId: 'b', text: 'B?', type: 'choice', repeats: true, answerValueSet: '#colours' },
        {
          linkId: 'c',
          text: 'C?',
          type: 'choice',
          answerValueSet: 'http://hl7.org/fhir/ValueSet/yesnodontknow',
        },
        {
          linkId: 'd',
          text: 'D?',
          type: 'choice',
          answerValueSet: 'http://elsewhere.example/list',
        },
        { linkId: 'e', text: 'E?', type: 'open-choice', answerOption: [option('x')] },
      ),
      contained: [set],
    })
    expect(questions(found)).toMatchObject([
      {
        kind: 'one-of',
        options: [
          { code: 'x', label: 'X' },
          { code: 'two-words', label: 'Two words' },
        ],
      },
      {
        kind: 'several-of',
        options: [
          { code: 'r', label: 'Red' },
          { code: 'g', label: 'g' },
        ],
      },
      { kind: 'one-of', options: [{ label: 'Yes' }, { label: 'No' }, { label: 'I do not know' }] },
      { kind: 'one-of', options: [{ label: 'X' }, { label: 'Other', say: { label: 'Say what' } }] },
    ])
    expect(words(found)).toEqual([expect.stringContaining('http://elsewhere.example/list')])
  })

  it('takes over conditions that we can ask, and names the others', () => {
    const choice = {
      linkId: 'a',
      text: 'A?',
      type: 'choice',
      answerOption: [option('x'), option('y'), option('z')],
    }
    const when = (linkId: string, enableWhen: object[], more = {}) => ({
      linkId,
      text: `${linkId}?`,
      type: 'string',
      enableWhen,
      ...more,
    })
    const coding = (code: string, operator = '=') => ({
      question: 'a',
      operator,
      answerCoding: { code },
    })
    const found = read(
      questionnaire(
        choice,
        { linkId: 'n', text: 'N?', type: 'integer' },
        when('one', [coding('x')]),
        when('two', [coding('x'), coding('y')], { enableBehavior: 'any' }),
        when('not', [coding('x', '!=')]),
        when('said', [{ question: 'a', operator: 'exists', answerBoolean: true }]),
        when('both', [coding('x'), coding('y')], { enableBehavior: 'all' }),
        when('more', [{ question: 'n', operator: '>', answerInteger: 3 }]),
        when('gone', [{ question: 'later', operator: '=', answerBoolean: true }]),
        { linkId: 'later', text: 'Later?', type: 'boolean' },
      ),
    )
    const showIf = Object.fromEntries(
      questions(found).map(({ id, showIf: on }) => [id, on?.includes]),
    )
    expect(showIf).toMatchObject({
      one: ['x'],
      two: ['x', 'y'],
      not: ['y', 'z'],
      said: ['x', 'y', 'z'],
      both: undefined,
      more: undefined,
      gone: undefined,
    })
    const named = found.notes.filter((note) =>
      note.words.startsWith('The form asks this only when'),
    )
    expect(named.map(({ place }) => 'id' in place && place.id)).toEqual(['both', 'more', 'gone'])
  })

  it('refuses conditions that lead round in a circle, with the questions named, and does not hang', () => {
    const one = (linkId: string, on: string) => ({
      linkId,
      text: `Question ${linkId}`,
      type: 'boolean',
      enableWhen: [{ question: on, operator: '=', answerBoolean: true }],
    })
    expect(importFhir(questionnaire(one('a', 'b'), one('b', 'c'), one('c', 'a')))).toEqual({
      kind: 'refused',
      why: 'circle',
      titles: ['Question a', 'Question b', 'Question c'],
    })
    const long = Array.from({ length: 20_000 }, (_, index) => one(String(index), String(index + 1)))
    expect(importFhir(questionnaire(...long)).kind).toBe('read')
  })

  it('makes a grid of a table whose rows have one scale, and asks row by row otherwise', () => {
    const row = (linkId: string, ...codes: string[]) => ({
      linkId,
      text: `Row ${linkId}`,
      type: 'choice',
      answerOption: codes.map((code) => option(code)),
    })
    const table = (linkId: string, ...item: object[]) => ({
      linkId,
      text: 'How was it?',
      type: 'group',
      extension: [control('table')],
      item,
    })
    const found = read(
      questionnaire(
        table('g', row('1', 'good', 'bad'), row('2', 'good', 'bad')),
        table('h', row('3', 'good', 'bad'), row('4', 'yes', 'no')),
      ),
    )
    expect(questions(found)).toMatchObject([
      {
        kind: 'matrix',
        title: 'How was it?',
        statements: [{ label: 'Row 1' }, { label: 'Row 2' }],
        scale: [{ code: 'good' }, { code: 'bad' }],
      },
      { kind: 'one-of', title: 'Row 3' },
      { kind: 'one-of', title: 'Row 4' },
    ])
  })

  it('brings a questionnaire for each language as editions of one', () => {
    const inLanguage = (language: string, text: string, red: string) => ({
      resource: {
        ...questionnaire({
          linkId: 'q',
          text,
          type: 'choice',
          answerOption: [option('r', red), option('g', 'G')],
        }),
        language,
        title: language,
      },
    })
    const other = { resource: questionnaire({ linkId: 'zz', text: 'Z?', type: 'string' }) }
    const found = read({
      resourceType: 'Bundle',
      entry: [
        inLanguage('pl-PL', 'Kolor?', 'Czerwony'),
        inLanguage('en-GB', 'Colour?', 'Red'),
        other,
      ],
    })
    expect(found.title).toBe('en-GB')
    expect(questions(found)).toMatchObject([{ title: 'Colour?' }])
    expect(found.editions).toMatchObject([
      {
        id: 'pl-pl',
        title: 'pl-PL',
        sections: [
          {
            questions: [
              { title: 'Kolor?', options: [{ code: 'r', label: 'Czerwony' }, { code: 'g' }] },
            ],
          },
        ],
      },
    ])
    expect(words(found)).toEqual([expect.stringContaining('It is another questionnaire')])
  })

  it('brings translations that stand beside the words', () => {
    const translation = {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: 'cy' },
            { url: 'content', valueString: 'Pam?' },
          ],
        },
      ],
    }
    const found = read(
      questionnaire({ linkId: 'q', text: 'Why?', _text: translation, type: 'text' }),
    )
    expect(found.editions).toMatchObject([
      { id: 'cy', sections: [{ questions: [{ title: 'Pam?' }] }] },
    ])
  })

  it('names what is asked again for each person, what nobody sees and what we cannot ask', () => {
    const found = read(
      questionnaire(
        {
          linkId: 'r',
          text: 'Children',
          type: 'group',
          repeats: true,
          item: [{ linkId: 'r1', text: 'Name?', type: 'string' }],
        },
        {
          linkId: 'h',
          text: 'Hidden?',
          type: 'string',
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden',
              valueBoolean: true,
            },
          ],
        },
        { linkId: 's', text: 'Score', type: 'decimal', readOnly: true },
        { linkId: 'f', text: 'A photo', type: 'attachment' },
        { linkId: 'x', text: 'What?', type: 'question' },
      ),
    )
    expect(questions(found)).toEqual([])
    expect(found.notes.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'left-out'))
    expect(words(found)[0]).toContain('“Name?”')
  })

  it.each([
    {},
    [],
    null,
    'x',
    { resourceType: 'Patient' },
    { resourceType: 'Bundle', entry: [{}] },
  ])('says of %j that there is no questionnaire in it', (document) => {
    expect(importFhir(document)).toEqual({ kind: 'refused', why: 'no-questionnaire' })
  })

  it('survives a file that is not what it should be anywhere', () => {
    for (const wrong of [null, 3, 'x', [], {}, [[]], [null]])
      for (const field of [
        'item',
        'answerOption',
        'enableWhen',
        'extension',
        'text',
        'linkId',
        'type',
        '_text',
      ])
        expect(() =>
          importFhir(questionnaire({ linkId: 'a', text: 'A?', type: 'choice', [field]: wrong })),
        ).not.toThrow()
  })
})

describe('writeFhir', () => {
  const kept = (all: readonly Question[]) =>
    all.map(({ recording: _, ...question }) =>
      'options' in question
        ? {
            ...question,
            options: question.options.map(({ hint: __, picture: ___, ...rest }) =>
              rest.say ? { ...rest, say: { label: rest.say.label } } : rest,
            ),
          }
        : question,
    )

  it('writes a consultation so that bringing it in gives the same questions', () => {
    const written = JSON.parse(JSON.stringify(writeFhir(busConsultation, 3).document)) as unknown
    const found = read(written)
    expect(found.title).toBe(busConsultation.title)
    expect(found.sections.map(({ id, title }) => [id, title])).toEqual(
      busConsultation.sections.map(({ id, title }) => [id, title]),
    )
    const all = busConsultation.sections.flatMap((section) => section.questions)
    expect(kept(questions(found))).toEqual(kept(all))
  })

  it('names what FHIR cannot say', () => {
    const { unsaid } = writeFhir(busConsultation)
    expect(unsaid).toContainEqual({ kind: 'contact' })
    expect(unsaid.length).toBeGreaterThan(2)
  })
})
