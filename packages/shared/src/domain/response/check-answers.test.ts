import { describe, expect, it } from 'vitest'
import type { Answers } from '../question/answer.ts'
import { busConsultation as consultation } from '../consultation/bus-consultation.fixture.ts'
import { checkAll, checkPage } from './check-answers.ts'
import { journeyPages } from '../consultation/journey.ts'

const answers: Answers = {
  'how-travel': { kind: 'one-of', choice: 'bus' },
  minutes: { kind: 'number', text: 'twelve' },
}

describe('checking answers', () => {
  it('looks at the questions of one page, and says in words what to do', () => {
    const [first, second] = journeyPages(consultation, answers, 'question')
    if (!first || !second) throw new Error('The journey has pages')
    expect(checkPage(first, answers)).toEqual([])
    expect(checkPage(second, answers)).toEqual([
      {
        questionId: 'bus-trouble',
        about: 'the bus',
        code: 'answer-missing',
        kind: 'yes-no',
        words: 'Select the bus',
      },
    ])
  })

  it('looks at every question that is asked, in the order of the document', () => {
    expect(checkAll(consultation, answers).map(({ questionId }) => questionId)).toEqual([
      'bus-trouble',
      'minutes',
    ])
  })

  it('passes over a question that is not asked', () => {
    const walking: Answers = { ...answers, 'how-travel': { kind: 'one-of', choice: 'car' } }
    expect(checkAll(consultation, walking).map(({ questionId }) => questionId)).toEqual(['minutes'])
  })
})
