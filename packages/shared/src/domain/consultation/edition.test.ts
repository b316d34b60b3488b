import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arabicBus, busInEditions, easyBus } from './bus-editions.fixture.ts'
import { questionsOf, type Consultation } from './consultation.ts'
import { coverageOf, hasQuestions, langOf, nameOf, type Edition } from './edition.ts'
import { addressOf, hasEdition } from './edition-address.ts'
import { consultationIn } from './edition-words.ts'
import { journeyPages } from './journey.ts'
import { readAnswer } from '../question/question-kinds.ts'
import type { Question } from '../question/question.ts'

const inEdition = (id: string): Consultation => consultationIn(busInEditions, id) ?? busInEditions
const question = (consultation: Consultation, id: string): Question => {
  const found = questionsOf(consultation).find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const arabic = inEdition('ar')
const easy = inEdition('easy-read')

describe('consultationIn', () => {
  it('gives the consultation itself for the standard edition', () =>
    expect(consultationIn(busInEditions, 'standard')).toBe(busInEditions))
  it.each(['cy', 'bsl', '', 'constructor'])(
    'gives nothing for an edition that it has not got (“%s”)',
    (id) => expect(consultationIn(busInEditions, id)).toBeUndefined(),
  )

  it('says the words of the overview in the edition, and their language', () => {
    expect(arabic).toMatchObject({
      edition: 'ar',
      lang: 'ar',
      title: arabicBus.title,
      summary: arabicBus.summary,
    })
    expect(arabic.promise).toEqual({ by: '2027-07-31', text: arabicBus.promise })
  })

  it('keeps the standard’s words of a part that is not there, with their language', () => {
    expect(arabic.grace).toEqual({ ...busInEditions.grace, lang: 'en-GB' })
    expect(arabic.contact).toEqual({ ...busInEditions.contact, lang: 'en-GB' })
    expect(arabic.documents).toEqual([{ ...busInEditions.documents[0], lang: 'en-GB' }])
    expect(arabic.sections[1]).toMatchObject({
      title: 'Your views',
      lang: 'en-GB',
      introduction: [{ lang: 'en-GB' }],
    })
    expect(question(arabic, 'minutes')).toEqual({
      ...question(busInEditions, 'minutes'),
      lang: 'en-GB',
    })
  })

  it('marks nothing that the edition has, and nothing at all where the language is the same', () => {
    expect(arabic.sections[0]?.lang).toBeUndefined()
    expect(question(arabic, 'how-travel').lang).toBeUndefined()
    expect(JSON.stringify([easy.sections, easy.documents, easy.grace])).not.toContain('"lang"')
  })

  it('lays the words of a question over it, and leaves its codes, its limits and what it is called in messages', () => {
    expect(question(arabic, 'how-travel')).toEqual({
      id: 'how-travel',
      kind: 'one-of',
      title: 'كيف تأتي إلينا؟',
      about: 'how you travel',
      mandatory: true,
      options: [
        { code: 'bus', label: 'بالحافلة' },
        { code: 'car', label: 'بالسيارة' },
        { code: 'other', label: 'بطريقة أخرى', say: { label: 'ما هي؟', maxCharacters: 50 } },
      ],
    })
    expect(question(easy, 'minutes')).toMatchObject({
      title: 'How long does it take?',
      unit: 'min',
      most: 600,
    })
    expect(question(easy, 'rating')).toMatchObject({
      title: 'How good is it now?',
      fromLabel: 'Bad',
      toLabel: 'Very good',
    })
  })

  it('leaves an option as it is that a same-language edition passes over, and may add a hint', () => {
    expect(question(easy, 'how-travel')).toMatchObject({
      hint: 'Choose one.',
      options: [{ label: 'On the bus' }, { label: 'By car' }, { label: 'Something else' }],
    })
  })

  it('gives fixed answers the words of the edition', () => {
    expect(
      readAnswer(question(arabic, 'bus-trouble'), { kind: 'yes-no', choice: 'dont-know' }),
    ).toEqual(['لا أعرف'])
    expect(question(arabic, 'carer')).toMatchObject({ lang: 'en-GB' })
    expect(readAnswer(question(arabic, 'carer'), { kind: 'yes-no', choice: 'no' })).toEqual(['No'])
  })

  it('has no field that the kind has not, whatever the edition says', () => {
    const wild: Edition = {
      id: 'ar',
      sections: [
        {
          id: 'travel',
          questions: [{ id: 'bus-trouble', statement: 'x', options: [{ code: 'a', label: 'b' }] }],
        },
      ],
    }
    const laid = consultationIn({ ...busInEditions, editions: [wild] }, 'ar') ?? busInEditions
    expect(Object.keys(question(laid, 'bus-trouble')).toSorted()).toEqual([
      'about',
      'id',
      'kind',
      'mandatory',
      'showIf',
      'title',
    ])
  })

  it('takes the words of a document, a recording and another glossary', () => {
    const signed: Edition = {
      id: 'bsl',
      recording: 'hello',
      documents: [{ id: 'plan', recording: 'plan-signed' }],
      glossary: [{ word: 'plan', meaning: 'x' }],
    }
    const laid = consultationIn({ ...busInEditions, editions: [signed] }, 'bsl')
    expect(laid).toMatchObject({
      lang: 'en-GB',
      title: busInEditions.title,
      recording: 'hello',
      glossary: [{ word: 'plan' }],
    })
    expect(laid?.documents[0]).toEqual({ ...busInEditions.documents[0], recording: 'plan-signed' })
  })
})

const anyWords = fc.string({ minLength: 1, maxLength: 8 })
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

/** An edition of some of the parts, in any language; also with ids and codes that are nowhere. */
const anyEdition: fc.Arbitrary<Edition> = fc.record({
  id: fc.constantFrom('ar', 'cy', 'easy-read', 'bsl'),
  title: maybe(anyWords),
  promise: maybe(anyWords),
  documents: fc.array(fc.record({ id: fc.constantFrom('plan', 'other'), title: anyWords }), {
    maxLength: 2,
  }),
  sections: fc.subarray(busInEditions.sections.map((section) => section.id)).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          title: maybe(anyWords),
          questions: fc.subarray(questionsOf(busInEditions).map((one) => one.id)).map((asked) =>
            asked.map((one) => ({
              id: one,
              title: `${one} ${id}`,
              options: [
                { code: 'bus', label: 'x' },
                { code: 'nowhere', label: 'y' },
              ],
            })),
          ),
        }),
      ),
    ),
  ),
})

describe('any edition', () => {
  const shapeOf = (consultation: Consultation) =>
    consultation.sections.map(({ id, purpose, questions }) => [
      id,
      purpose,
      questions.map((one) => [
        one.id,
        one.kind,
        one.about,
        one.mandatory,
        one.showIf,
        'options' in one ? one.options.map(({ code, exclusive }) => [code, exclusive]) : [],
      ]),
    ])

  it('shares every id, code and condition with the standard, in the same order', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const laid =
          consultationIn({ ...busInEditions, editions: [edition] }, edition.id) ?? busInEditions
        expect(shapeOf(laid)).toEqual(shapeOf(busInEditions))
        expect(journeyPages(laid, {}, 'question').map(({ id }) => id)).toEqual(
          journeyPages(busInEditions, {}, 'question').map(({ id }) => id),
        )
      }),
    )
  })

  it('says of every question in which language it is: that of the edition, or the standard’s', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const laid =
          consultationIn({ ...busInEditions, editions: [edition] }, edition.id) ?? busInEditions
        const before = new Map(questionsOf(busInEditions).map((one) => [one.id, one]))
        for (const one of questionsOf(laid)) {
          const { lang = laid.lang, ...words } = one
          if (lang === busInEditions.lang && laid.lang !== lang)
            expect(words).toEqual(before.get(one.id))
          else expect(lang).toBe(langOf(edition.id, busInEditions))
        }
      }),
    )
  })
})

describe('what is said of editions', () => {
  it('knows which there are', () =>
    expect(['standard', 'ar', 'cy'].map((id) => hasEdition(busInEditions, id))).toEqual([
      true,
      true,
      false,
    ]))
  it('knows the language of each', () =>
    expect(['standard', 'easy-read', 'bsl', 'ar'].map((id) => langOf(id, busInEditions))).toEqual([
      'en-GB',
      'en-GB',
      'en-GB',
      'ar',
    ]))
  it.each([
    ['ar', 'العربية', 'ar'],
    ['easy-read', 'Easy Read', 'en-GB'],
    ['standard', 'English, full version', 'en-GB'],
  ])('calls %s by the name that its readers know', (id, name, lang) =>
    expect(nameOf(id)).toEqual({ name, lang }),
  )
  it('gives each an address below that of the consultation', () => {
    expect(addressOf({ slug: 'bus' })).toBe('/consultations/bus')
    expect(addressOf({ slug: 'bus', edition: 'standard' })).toBe('/consultations/bus')
    expect(addressOf(arabic)).toBe('/consultations/bus-to-the-clinic/in/ar')
  })
  it('counts what each has', () => {
    expect(coverageOf(busInEditions, easyBus)).toEqual({
      questions: 13,
      ofQuestions: 13,
      documents: 1,
      ofDocuments: 1,
      whole: true,
    })
    expect(coverageOf(busInEditions, arabicBus)).toEqual({
      questions: 2,
      ofQuestions: 13,
      documents: 0,
      ofDocuments: 1,
      whole: false,
    })
  })
  it('knows whether it has some questions', () => {
    expect(hasQuestions(busInEditions, 'ar', ['how-travel', 'bus-trouble'])).toBe(true)
    expect(hasQuestions(busInEditions, 'ar', ['how-travel', 'minutes'])).toBe(false)
    expect(hasQuestions(busInEditions, 'standard', ['minutes'])).toBe(true)
    expect(hasQuestions(busInEditions, 'cy', ['minutes'])).toBe(false)
  })
})
