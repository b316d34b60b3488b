import { describe, expect, it } from 'vitest'
import { questionsOf } from '../../domain/consultation/consultation.ts'
import type { Question } from '../../domain/question/question.ts'
import { allQuestionsView, conditionWords } from './all-questions.view.ts'
import { after, consultation, during } from '../test-support/documents.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'

const all = questionsOf(consultation)
const named = (id: string) => all.find((question) => question.id === id) as Question

describe('all the questions', () => {
  const words = wordsOf(allQuestionsView({ consultation, now: during }))

  it.each(all.map(({ title }) => title))('has the question: %s', (title) =>
    expect(words).toContain(title),
  )

  it('counts on from part to part', () => {
    expect(
      [
        ...rendered(allQuestionsView({ consultation, now: during })).matchAll(
          /<ol class="asked-list" start="(\d+)"/g,
        ),
      ].map(([, start]) => start),
    ).toEqual(['1', '7', '13'])
  })

  it('says what can be answered: options, statements, scales, room to write', () => {
    for (const part of [
      'By bus',
      'Another way – Which way',
      'Choose up to 2.',
      'One is better than two.',
      'Strongly disagree',
      '10 – Good',
      'The rooms',
      'Write a number (minutes).',
      'Number them, 1 for the first.',
    ]) {
      expect(words).toContain(part)
    }
  })

  it('marks what can be left out', () => {
    expect(words).toContain('What would help? (optional)')
    expect(words).not.toContain('How do you travel to us? (optional)')
  })

  it('leads to the questions, and says how else to answer, only while they are open', () => {
    expect(linksOf(allQuestionsView({ consultation, now: during }))).toContain(
      '/consultations/bus-to-the-clinic/answer',
    )
    expect(wordsOf(allQuestionsView({ consultation, now: after }))).not.toContain(
      'On paper or by telephone',
    )
  })
})

describe('conditionWords', () => {
  it.each([
    ['bus-trouble', 'Asked if you choose “By bus” in question 1.'],
    ['bus-words', 'Asked if you choose “Yes” or “I do not know” in question 2.'],
    ['publish-name', 'Asked if you tick the box in question 11.'],
  ])('says when %s is asked', (id, words) => expect(conditionWords(named(id), all)).toBe(words))

  it('says nothing of a question that everybody is asked', () =>
    expect(conditionWords(named('how-travel'), all)).toBeUndefined())
})

describe('hard words in the questions', () => {
  const glossary = [
    { word: 'bus', meaning: 'A car for many people.' },
    { word: 'clinic', meaning: 'Where you see a nurse.' },
  ]
  const markup = rendered(
    allQuestionsView({ consultation: { ...consultation, glossary }, now: during }),
  )

  it('lead from where they are read first to what they mean, which is on the page', () => {
    expect(
      linksOf(
        allQuestionsView({ consultation: { ...consultation, glossary }, now: during }),
      ).filter((href) => href === '#word-bus'),
    ).toHaveLength(1)
    expect(markup).toContain('By <a class="word" href="#word-bus">bus</a>')
    expect(markup).toContain('<div id="word-bus" tabindex="-1"><dt>bus</dt>')
  })
})
