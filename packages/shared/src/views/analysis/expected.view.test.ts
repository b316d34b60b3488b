import { describe, expect, it } from 'vitest'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { expectedView, type ExpectedModel } from './expected.view.ts'

const model: ExpectedModel = {
  consultation: { id: 'c', title: 'Visiting' },
  questions: [{ id: 'age', title: 'How old are you?' }],
  question: {
    id: 'age',
    title: 'How old are you?',
    options: [
      { code: 'under-50', label: 'Under 50' },
      { code: 'over-50', label: '50 or over' },
    ],
  },
  source: 'Census 2021',
  people: { 'over-50': '4200' },
}

describe('expectedView', () => {
  it('has a field for the people of each group, and one for where the numbers come from', () => {
    const page = rendered(expectedView(model))
    expect(page).toContain('id="people-under-50"')
    expect(page).toContain('id="people-over-50"')
    expect(wordsOf(expectedView(model))).toContain('People: 50 or over')
    expect(linksOf(expectedView(model))).toContain('/desk/consultations/c/expected/age')
  })

  it('asks for a question first', () => {
    const { question: _, ...none } = model
    expect(rendered(expectedView(none))).not.toContain('<form')
    expect(wordsOf(expectedView({ ...none, questions: [] }))).toContain('No question with options')
  })

  it('says what is wrong beside the field and above everything', () => {
    const problems = [{ href: '#source', text: 'Write where the numbers come from' }]
    const said = wordsOf(expectedView(model, { source: '', people: {}, problems }))
    expect(said.split('Write where the numbers come from')).toHaveLength(3)
  })
})
