import { describe, expect, it } from 'vitest'
import { adviceOn } from './advice.ts'
import { busConsultation } from '../consultation/bus-consultation.fixture.ts'
import { arabicBus, busInEditions, easyBus } from '../consultation/bus-editions.fixture.ts'
import { checkConsultation } from './check-consultation.ts'
import type { Edition } from '../consultation/edition.ts'

const problemsOf = (...editions: readonly unknown[]) =>
  checkConsultation({ ...busConsultation, editions })
    .problems.filter(({ level }) => level === 'error')
    .map(({ place, words }) => `${place}: ${words}`)
const [travel = { id: '' }] = arabicBus.sections ?? []
const [howTravel = { id: '' }] = travel.questions ?? []
const withQuestion = (question: object): object => ({
  ...arabicBus,
  sections: [{ ...travel, questions: [question] }],
})

describe('checkEditions', () => {
  it('passes editions that fit', () => expect(problemsOf(easyBus, arabicBus)).toEqual([]))

  it.each([
    [
      'an edition twice',
      [easyBus, easyBus],
      'editions › 2 (easy-read) › id: “easy-read” is used twice. Each edition needs its own',
    ],
    [
      'the name of the standard',
      [{ ...arabicBus, id: 'standard' }],
      'editions › 1 (standard) › id: The words of the file itself are the standard edition. Call this one something else',
    ],
    [
      'large print',
      [{ ...arabicBus, id: 'large-print' }],
      'editions › 1 (large-print) › id: Large print is made from each edition. Leave this one out',
    ],
    [
      'a kind of English',
      [{ ...arabicBus, id: 'en-us' }],
      'editions › 1 (en-us) › id: The words of the file itself are in English. An edition in another kind of English is not possible',
    ],
    [
      'what is no language',
      [{ ...arabicBus, id: 'braille' }],
      'editions › 1 (braille) › id: Write “easy-read”, “bsl”, “audio”, or a language tag in small letters, like “ar” or “cy”',
    ],
    [
      'a document that is nowhere',
      [{ ...easyBus, documents: [{ id: 'map' }] }],
      'editions › 1 (easy-read) › documents › 1 (map) › id: There is no document “map” in the standard edition',
    ],
    [
      'a section that is nowhere',
      [{ ...easyBus, sections: [{ id: 'x' }] }],
      'editions › 1 (easy-read) › sections › 1 (x) › id: There is no section “x” in the standard edition',
    ],
    [
      'a question that is nowhere',
      [withQuestion({ id: 'x' })],
      'editions › 1 (ar) › sections › 1 (travel) › questions › 1 (x) › id: There is no question “x” in the standard edition',
    ],
    [
      'a question in the wrong section',
      [withQuestion({ id: 'rating' })],
      'editions › 1 (ar) › sections › 1 (travel) › questions › 1 (rating) › id: “rating” is in the section “views”. Move it there',
    ],
    [
      'a question twice',
      [{ ...arabicBus, sections: [{ ...travel, questions: [howTravel, howTravel] }] }],
      'editions › 1 (ar) › sections › 1 (travel) › questions › 2 (how-travel) › id: “how-travel” is used twice. Each question needs its own',
    ],
    [
      'a field that the kind has not',
      [{ ...easyBus, sections: [{ id: 'travel', questions: [{ id: 'bus-trouble', unit: 'x' }] }] }],
      'editions › 1 (easy-read) › sections › 1 (travel) › questions › 1 (bus-trouble) › unit: A question of the kind “yes-no” has no “unit”',
    ],
    [
      'a code of fixed answers that is none',
      [{ ...arabicBus, fixedLabels: { ...arabicBus.fixedLabels, maybe: 'x' } }],
      'editions › 1 (ar) › fixedLabels: Use the codes of fixed answers: “yes”, “no”, “dont-know”, “strongly-agree”, “agree”, “neither”, “disagree”, “strongly-disagree”',
    ],
  ])('refuses %s', (_, editions, words) => expect(problemsOf(...editions)).toEqual([words]))

  const place = 'editions › 1 (ar) › sections › 1 (travel) › questions › 1 (how-travel)'
  it.each([
    [
      'without its title',
      { ...howTravel, title: undefined },
      `${place}: There is no “title” here. In another language a part is there whole, or it is left out`,
    ],
    [
      'without its options',
      { ...howTravel, options: undefined },
      `${place}: There is no “options” here. In another language a part is there whole, or it is left out`,
    ],
    [
      'with some of its options',
      { ...howTravel, options: howTravel.options?.slice(0, 1) },
      `${place} › options: Not in this edition: “car”, “other”. In another language a question is there whole, or it is left out`,
    ],
    [
      'with an option of its own',
      { ...howTravel, options: [...(howTravel.options ?? []), { code: 'sea', label: 'ب' }] },
      `${place} › options › 4 (sea) › code: There is no option “sea” in the standard edition`,
    ],
    [
      'with two options that sound alike',
      { ...howTravel, options: howTravel.options?.map((option) => ({ ...option, label: 'x' })) },
      `${place} › options › 1 (bus) › label: “x” is used twice. Each option needs its own`,
    ],
    [
      'with words beside an option that asks for none',
      { ...howTravel, options: howTravel.options?.map((option) => ({ ...option, say: 'x' })) },
      `${place} › options › 1 (bus) › say: The option has no field for words in the standard edition`,
    ],
    [
      'without the name of the field beside an option',
      { ...howTravel, options: howTravel.options?.map(({ code, label }) => ({ code, label })) },
      `${place} › options › 3 (other): There is no “say” here. In another language a part is there whole, or it is left out`,
    ],
  ])('refuses a question in another language %s', (_, question, words) =>
    expect(problemsOf(JSON.parse(JSON.stringify(withQuestion(question))))).toContain(words),
  )

  it('refuses half a document, a section without a title, and an edition without a title, in another language', () => {
    expect(
      problemsOf({ id: 'ar', documents: [{ id: 'plan', title: 'x' }], sections: [{ id: 'you' }] }),
    ).toEqual([
      'editions › 1 (ar): There is no “title” here. In another language a part is there whole, or it is left out',
      'editions › 1 (ar): There is no “summary” here. In another language a part is there whole, or it is left out',
      'editions › 1 (ar) › documents › 1 (plan): There is no “blocks” here. In another language a part is there whole, or it is left out',
      'editions › 1 (ar) › sections › 1 (you): There is no “title” here. In another language a part is there whole, or it is left out',
    ])
  })

  it('refuses a question with fixed answers that the edition has no words for', () => {
    expect(problemsOf({ ...arabicBus, fixedLabels: { yes: 'نعم' } })).toEqual([
      'editions › 1 (ar) › sections › 1 (travel) › questions › 2 (bus-trouble): This question is answered with words that “fixedLabels” of the edition has not got: “no”, “dont-know”',
    ])
  })

  it('never throws, whatever an edition is', () => {
    for (const editions of [
      null,
      7,
      [null],
      [{}],
      [{ id: 'ar', sections: [{ questions: [{}] }] }],
      [[]],
      { length: 1 },
    ]) {
      expect(() => checkConsultation({ ...busConsultation, editions })).not.toThrow()
    }
  })
})

describe('advice on editions', () => {
  const adviceFor = (...editions: readonly Edition[]) =>
    adviceOn({ ...busInEditions, editions })
      .find(({ topic }) => topic === 'Editions')
      ?.points.map(({ place, words }) => `${place}: ${words}`) ?? []
  const missing = 'People can ask for one; say to yourself now who makes it, and how long it takes'

  it('names the editions that there are not', () => {
    expect(adviceFor()).toEqual([
      `editions: There is no edition in Easy Read, British Sign Language (BSL), Audio or another language. ${missing}`,
    ])
    expect(adviceFor({ ...easyBus, documents: undefined }, { id: 'bsl' }, arabicBus)[0]).toBe(
      `editions: There is no edition in Audio. ${missing}`,
    )
  })

  it('names, where the standard has them, the parts that an edition has not got', () => {
    expect(adviceFor(arabicBus).slice(1)).toEqual([
      'documents › 1 (plan): Not in the edition “العربية” (ar): people read it as it is here',
      'sections › 1 (travel): In the edition “العربية” (ar), not in it: bus-words, helps, minutes, order',
      'sections › 2 (views): In the edition “العربية” (ar), none of its questions is there',
      'sections › 3 (you): In the edition “العربية” (ar), none of its questions is there',
    ])
  })

  it('looks at Easy Read for pictures and for long sentences', () => {
    const text = 'This one sentence goes on and on and on until it has said more than one thing.'
    const points = adviceFor(
      {
        ...easyBus,
        documents: [{ id: 'plan', blocks: [{ kind: 'paragraph', text: `Short. ${text}` }] }],
      },
      arabicBus,
    )
    expect(points).toContain(
      'editions › 1 (easy-read) › documents › 1 (plan) › blocks: This has no pictures. Easy Read says each thing with a picture beside it: use blocks of the kind “easy”',
    )
    expect(points).toContain(
      `editions › 1 (easy-read) › documents › 1 (plan) › blocks › 1: “${text}” has more than 15 words. Say one thing in each sentence`,
    )
  })
})
