import { describe, expect, it } from 'vitest'
import { codebookProblemWords, codingProblemWords } from '../../words/theme.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { nothingGiven, themesView, type ThemesModel } from './themes.view.ts'

const model: ThemesModel = {
  consultation: { id: 'c', title: 'Visiting' },
  questions: [
    { id: 'why', title: 'Why?' },
    { id: 'more', title: 'Anything else?' },
  ],
  question: { id: 'why', title: 'Why?' },
  version: 2,
  themes: [
    { id: 't1', name: 'Work', definition: 'About working hours.', responses: 3 },
    { id: 't2', name: 'Old', definition: 'No longer.', responses: 1, retired: {} },
  ],
  answers: [
    { responseId: 'a', reference: 'KTRM-4821', text: 'I work nights. I cannot come at two.' },
    { responseId: 'b', reference: 'BNEM-1187', text: 'No.' },
  ],
  left: 2,
  read: 4,
  agreement: {
    both: 4,
    same: 3,
    kappa: '0.62',
    alpha: '0.61',
    toSettle: ['KTRM-4821: Ros gave “Work”, Kit did not.'],
  },
  mayCode: true,
}
const words = (changes: Partial<ThemesModel> = {}, state = nothingGiven) =>
  wordsOf(themesView({ ...model, ...changes }, state))

describe('themesView', () => {
  it('shows one answer with each of its sentences to mark, and the themes that can be given', () => {
    const said = words()
    expect(said).toContain('Answer KTRM-4821')
    expect(said).toContain('2 answers left for you to read. 4 answers were read by somebody.')
    const page = rendered(themesView(model))
    expect(page.match(/type="checkbox"/g)).toHaveLength(2)
    expect(page.match(/type="radio"/g)).toHaveLength(1)
    expect(said).not.toContain('BNEM-1187')
  })

  it('goes on to the next answer when one is left for later', () => {
    expect(words({}, { ...nothingGiven, skipped: 1 })).toContain('Answer BNEM-1187')
  })

  it('shows what was given to this answer, with its very words', () => {
    const passage = { start: 0, end: 14, words: 'I work nights.' }
    const given = [
      { id: 'g1', theme: 't1', passage },
      { id: 'g2', theme: 't1' },
    ]
    const said = words({}, { ...nothingGiven, given })
    expect(said).toContain('Work : I work nights.')
    expect(said).toContain('Work : the whole answer')
  })

  it('keeps what was given a theme that is given no more, and offers it no more', () => {
    expect(words()).toContain('No longer. It is given no more. What was given it keeps it.')
  })

  it('says how two readers agree, and what they have to talk about', () => {
    expect(words()).toContain('4 answers were read by two or more people.')
    expect(words()).toContain('Cohen’s κ is 0.62.')
    expect(words()).toContain('KTRM-4821: Ros gave “Work”, Kit did not.')
    const agreement = { both: 0, same: 0, kappa: null, alpha: null, toSettle: [] }
    expect(words({ agreement })).toContain('Nobody has read an answer that somebody else has')
  })

  it('is only for reading for those who do not code', () => {
    const page = rendered(themesView({ ...model, mayCode: false }))
    expect(page).not.toContain('<form')
    expect(page).toContain('I work nights.')
  })

  it('leads to every question, and says when all is read or nothing is asked in words', () => {
    expect(linksOf(themesView(model))).toContain('/desk/consultations/c/themes/more')
    expect(words({ answers: [], left: 0 })).toContain('You have read every answer')
    const { question: _, ...none } = model
    expect(wordsOf(themesView({ ...none, questions: [], answers: [] }))).toContain(
      'No question is answered in words.',
    )
  })
})

describe('the words of themes', () => {
  it('say what to do next', () => {
    expect(codebookProblemWords({ code: 'theme-name-taken', name: 'Work' })).toContain('“Work”')
    expect(codebookProblemWords({ code: 'theme-name-too-long', most: 80 })).toContain('80')
    expect(codebookProblemWords({ code: 'codebook-full', most: 100 })).toContain('100')
    expect(codingProblemWords['passage-not-there']).toContain('Read it again')
  })
})
