import { describe, expect, it } from 'vitest'
import { checkConsultation } from '../authoring/check-consultation.ts'
import { equalityQuestions, ethnicGroupQuestion } from './equality-questions.ts'
import {
  aboutYouQuestions,
  howYouHeardQuestion,
  mayWePublishQuestion,
  questionLibrary,
} from './question-library.ts'
import type { Option, Question } from './question.ts'

const everyQuestion: readonly Question[] = questionLibrary.flatMap((set) => set.questions)
const optionsOf = (question: Question): readonly Option[] =>
  'options' in question ? question.options : []
const codesOf = (question: Question): readonly string[] =>
  optionsOf(question).map((option) => option.code)
const byId = everyQuestion.map((question) => [question.id, question] as const)
const code = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

describe('questionLibrary', () => {
  it('holds the equality set, about you, how you heard and publication, with equality last', () => {
    expect(questionLibrary.map((set) => set.id)).toEqual([
      'about-you',
      'how-you-heard',
      'publication',
      'equality',
    ])
  })

  it('gives every question an id of its own', () => {
    const ids = everyQuestion.map((question) => question.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(byId)('writes %s in codes that a file may hold', (id, question) => {
    const codes = codesOf(question)
    expect([id, ...codes].filter((each) => !code.test(each))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.each(byId)('gives %s words that fit in "Select …" and "Enter …"', (_, question) => {
    expect(question.about).toMatch(/^(your|whether|in what way|the|how) /)
    expect(question.about).not.toMatch(/[.?]$/)
  })

  it('asks a conditional question only after the one it depends on, in the same set', () => {
    for (const { questions } of questionLibrary) {
      questions.forEach((question, place) => {
        if (!question.showIf) return
        const earlier = questions
          .slice(0, place)
          .find((other) => other.id === question.showIf?.question)
        const codes = earlier?.kind === 'consent' ? ['given'] : earlier ? codesOf(earlier) : []
        expect(codes).toEqual(expect.arrayContaining([...question.showIf.includes]))
      })
    }
  })

  it('passes the checks of a consultation file, each set as a section of its own', () => {
    const { problems } = checkConsultation({
      format: 'takepart/consultation/1',
      id: '3f2b8c14-6a7d-4e90-b5c8-1d0a9e7f2b46',
      slug: 'every-ready-question',
      lang: 'en-GB',
      title: 'Every ready question',
      summary: 'A consultation that asks all of them.',
      trust: { name: 'Example Vale NHS Trust' },
      opensAt: '2027-03-01T09:00:00+00:00',
      closesAt: '2027-05-24T17:00:00+01:00',
      grace: { days: 7, text: 'What comes late is kept.' },
      promise: { by: '2027-08-16', text: 'We will say what we decided.' },
      minutes: 10,
      contact: { name: 'Involvement team', phone: '0000 000 0000' },
      documents: [],
      sections: questionLibrary.map(({ id, title, questions }) => ({
        id,
        title,
        questions,
        ...(id === 'equality' && { purpose: 'equality' }),
      })),
    })
    expect(problems).toEqual([])
  })

  it('leaves every question voluntary, so that an author decides what must be answered', () => {
    expect(everyQuestion.filter((question) => question.mandatory)).toEqual([])
  })
})

describe('equalityQuestions', () => {
  it('asks each protected characteristic that can be asked, and about unpaid care', () => {
    expect(equalityQuestions.map((question) => question.id)).toEqual([
      'age-group',
      'sex',
      'gender-identity',
      'sexual-orientation',
      'ethnic-group',
      'religion',
      'health-condition',
      'health-condition-effect',
      'unpaid-care',
      'pregnancy-maternity',
      'marriage-civil-partnership',
    ])
  })

  it('ends every question with "I do not want to say"', () => {
    expect(equalityQuestions.map((question) => question.options.at(-1)?.code)).toEqual(
      equalityQuestions.map(() => 'not-say'),
    )
  })

  it('has the nineteen ethnic groups of Census 2021, six of them with a field to write in', () => {
    const groups = ethnicGroupQuestion.options.filter((option) => option.code !== 'not-say')
    expect(groups).toHaveLength(19)
    expect(groups.filter((option) => option.say).map((option) => option.code)).toEqual([
      'white-other',
      'mixed-other',
      'asian-other',
      'black-african',
      'black-other',
      'other',
    ])
  })

  it('asks how much a condition gets in the way only of somebody who has one', () => {
    expect(
      equalityQuestions.find((question) => question.id === 'health-condition-effect')?.showIf,
    ).toEqual({ question: 'health-condition', includes: ['yes'] })
  })
})

describe('the other sets', () => {
  it('asks for the name of an organisation only when somebody speaks for one', () => {
    const asking = aboutYouQuestions.find((question) => question.id === 'organisation-name')
    expect(asking?.showIf).toEqual({ question: 'taking-part-as', includes: ['organisation'] })
  })

  it('takes no more of a postcode than its first part', () => {
    const asking = aboutYouQuestions.find((question) => question.id === 'postcode-area')
    expect(asking).toMatchObject({ kind: 'short-text', maxCharacters: 4 })
  })

  it('asks consent in the first person', () => {
    expect(mayWePublishQuestion.statement).toMatch(/\bmy words\b/)
  })

  it('lets somebody name another way in which they heard', () => {
    expect(howYouHeardQuestion.options.find((option) => option.say)?.code).toBe('other')
  })
})
