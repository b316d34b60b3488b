import { describe, expect, it } from 'vitest'
import { busConsultation } from '../../domain/consultation/bus-consultation.fixture.ts'
import { questionsOf } from '../../domain/consultation/consultation.ts'
import { entryProblemPlaces, entryProblemWords } from '../../words/entry.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { entryView, nothingEntered, type EntryModel, type EntryState } from './entry.view.ts'

const model: EntryModel = {
  consultation: { id: 'c', title: 'The bus' },
  version: 2,
  document: busConsultation,
}
const shown = (state: Partial<EntryState> = {}) => entryView(model, { ...nothingEntered, ...state })

describe('entryView', () => {
  it('asks how it came, when and for whom, and then the questions of the website', () => {
    const said = wordsOf(shown())
    expect(said).toContain('How did it come? On paper By telephone By email At a meeting')
    expect(said).toContain('On which day did it reach us?')
    const [first] = questionsOf(busConsultation)
    expect(said).toContain(first?.title)
    expect(said).not.toContain('For whom, in words?')
    expect(wordsOf(shown({ behalf: 'person' }))).toContain('For whom, in words?')
  })

  it('asks only what the answers so far lead to', () => {
    const dependent = questionsOf(busConsultation).find(({ showIf }) => showIf !== undefined)
    expect(dependent).toBeDefined()
    expect(wordsOf(shown())).not.toContain(dependent?.title)
  })

  it('is read back before it is stored, with what was left blank said as well', () => {
    const [first] = questionsOf(busConsultation)
    const said = wordsOf(shown({ step: 'read-back' }))
    expect(said).toContain('Nothing is stored yet.')
    expect(said).toContain(`${first?.title} Left blank`)
    expect(said).toContain('Store the response')
    expect(rendered(shown({ step: 'read-back' }))).not.toContain('id="way"')
  })

  it('gives the reference and the private code once it is stored, and not before', () => {
    const receipt = { reference: 'KTRM-4821', code: '7K3M-9QWX-7K3M-9QWX-7K3M' }
    const said = wordsOf(shown({ step: 'done', receipt }))
    expect(said).toContain('Reference KTRM-4821')
    expect(said).toContain('Private code 7K3M-9QWX-7K3M-9QWX-7K3M')
    expect(said).toContain('We keep no copy of the private code')
    expect(wordsOf(shown({ step: 'read-back', receipt }))).not.toContain('7K3M')
  })

  it('leads an author who may not read responses to no page of them', () => {
    const consultation = { ...model.consultation, onlyReport: true }
    const links = linksOf(entryView({ ...model, consultation }))
    expect(links).toContain('/desk/consultations/c/enter')
    expect(links).not.toContain('/desk/consultations/c/responses')
  })
})

describe('entryProblemWords', () => {
  it('says what to do next, at the field it is about', () => {
    expect(entryProblemWords({ code: 'given-before-opening', opensOn: '2027-01-05' })).toContain(
      '5 January 2027',
    )
    expect(entryProblemWords({ code: 'behalf-words-too-long', most: 200 })).toContain('200')
    expect(entryProblemWords({ code: 'not-read-back' })).toContain('Read it back')
    expect(entryProblemWords({ code: 'version-unknown' })).toContain('questions you answered')
    expect(entryProblemPlaces['not-read-back']).toBe('#read-back')
    expect(rendered(shown({ step: 'read-back' }))).toContain('id="read-back"')
    for (const place of ['given-on', 'arrived-on'])
      expect(rendered(shown())).toContain(`id="${place}"`)
  })
})
