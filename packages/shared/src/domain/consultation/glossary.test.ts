import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordFinder, wordId } from './glossary.ts'

const glossary = [
  { word: 'plan', meaning: 'What we mean to do.' },
  { word: 'crisis plan', meaning: 'What helps you when things are very bad.' },
  { word: 'A&E (hospital)', meaning: 'Where you go in an emergency.' },
]
const marked = (...texts: readonly string[]): readonly string[] => {
  const finder = wordFinder(glossary)
  return texts.map((text) =>
    finder
      .find(text)
      .map((run) => (run.explained ? `[${run.text}]` : run.text))
      .join(''),
  )
}

describe('wordFinder', () => {
  it.each([
    ['Our plan is here', 'Our [plan] is here'],
    ['Plans change', '[Plans] change'],
    ['We explain and replant', 'We explain and replant'],
    ['a crisis  plan, a plan', 'a [crisis  plan], a [plan]'],
    ['go to A&E (hospital)', 'go to [A&E (hospital)]'],
    ['', ''],
  ])('marks words in %j', (text, expected) => {
    expect(marked(text)).toEqual([expected])
  })

  it('takes a word with a capital letter only where it has one', () => {
    const finder = wordFinder([{ word: 'Trust', meaning: 'Who runs our hospitals.' }])
    const run = (text: string) => finder.find(text).map(({ explained }) => explained !== undefined)
    expect(run('somebody I trust')).toEqual([false])
    expect(run('ask the Trust')).toEqual([false, true])
  })

  it('marks each word once on a page, wherever it is first', () => {
    expect(marked('The plan', 'a plan and a crisis plan', 'crisis plans')).toEqual([
      'The [plan]',
      'a plan and a [crisis plan]',
      'crisis plans',
    ])
  })

  it('says which words it has found, in the order of the glossary', () => {
    const finder = wordFinder(glossary)
    finder.find('A crisis plan and then a plan')
    expect(finder.found().map(({ word }) => word)).toEqual(['plan', 'crisis plan'])
  })

  it('leaves a text whole without a glossary', () => {
    expect(wordFinder().find('The plan')).toEqual([{ text: 'The plan' }])
    expect(wordFinder().found()).toEqual([])
  })

  it('never loses or adds a letter, whatever the words', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.string(), (words, text) => {
        const finder = wordFinder(words.map((word) => ({ word, meaning: 'x' })))
        expect(
          finder
            .find(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

it('gives each word a place of its own', () => {
  expect(glossary.map(wordId)).toEqual(['word-plan', 'word-crisis-plan', 'word-a-e-hospital'])
})
