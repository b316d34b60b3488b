import { describe, expect, it } from 'vitest'
import { importWords } from '../../words/import.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { bringInView, notSending, type BringInModel, type SendingFile } from './bring-in.view.ts'
import type { DraftHead } from './desk-model.ts'
import { importedView, type ImportedModel } from './imported.view.ts'
import { readyQuestionsView, type ReadySet } from './ready-questions.view.ts'

const id = '00000000-0000-4000-8000-000000000001'
const head: DraftHead = {
  id,
  title: 'The garden',
  version: null,
  state: 'draft',
  questions: 3,
  opensAt: null,
}
const model: BringInModel = { head, before: [], unsaid: null }
const said = (sending: SendingFile): string =>
  wordsOf(bringInView(model, { ...notSending, canSend: true, sending }))

describe('bringInView', () => {
  it('says without a script that one is needed, and offers no button that does nothing', () => {
    const words = wordsOf(bringInView(model))
    expect(words).toContain(importWords.noScript)
    expect(words).not.toContain(importWords.send)
  })

  it.each([
    [{ kind: 'keeping' } as const, 'Saving the file on this device'],
    [{ kind: 'sending', done: 1, all: 4 } as const, 'Sending: 1 part of 4 received.'],
    [{ kind: 'reading' } as const, 'The file is received'],
    [{ kind: 'left', name: 'a.docx' } as const, '“a.docx” is on this device and was not sent'],
    [{ kind: 'waiting', name: 'a.docx', onDevice: true } as const, 'is saved on this device'],
    [{ kind: 'waiting', name: 'a.docx', onDevice: false } as const, 'is only on this page'],
    [{ kind: 'stopped', name: 'a.docx', words: 'Macros.' } as const, 'Macros.'],
  ])('says how it stands: %j', (sending, words) => {
    expect(said(sending)).toContain(words)
  })

  it('does not offer to send while it is sending', () => {
    expect(said({ kind: 'reading' })).not.toContain(importWords.send)
    expect(said({ kind: 'stopped', name: 'a', words: 'No.' })).toContain(importWords.send)
  })

  it('leads to what was found before, and says what became of it', () => {
    const before = [
      { id: 'i1', name: 'a.docx', at: '2027-02-01T10:00:00Z', state: 'taken' },
    ] as const
    const view = bringInView({ ...model, before })
    expect(linksOf(view)).toContain(`/desk/consultations/${id}/bring-in/i1`)
    expect(wordsOf(view)).toContain('in the consultation')
  })

  it('offers the questions as FHIR, and names what that cannot say', () => {
    expect(wordsOf(bringInView(model))).toContain(importWords.outNotYet)
    const unsaid = [
      { kind: 'contact' },
      { kind: 'order', question: 'Which first?' },
      { kind: 'several-fields', question: 'Where?' },
      { kind: 'edition', edition: 'easy-read' },
    ] as const
    const view = bringInView({ ...model, unsaid })
    expect(linksOf(view)).toContain(`/desk/consultations/${id}/questionnaire.fhir.json`)
    for (const words of ['whom people can ask', '“Which first?”', '“Where?”', 'Easy Read'])
      expect(wordsOf(view)).toContain(words)
  })
})

const imported: ImportedModel = {
  head,
  people: { me: 'ros', names: { kit: 'Kit Osei' } },
  id: 'i1',
  fileName: 'garden.docx',
  state: 'read',
  decidedBy: null,
  decidedAt: null,
  title: 'The garden',
  documents: [{ title: 'The plan', notes: [{ kind: 'left-out', words: 'A picture.' }] }],
  sections: [
    {
      title: 'Your views',
      notes: [],
      questions: [
        {
          title: 'How?',
          kind: 'one-of',
          choices: ['By bus', 'On foot'],
          notes: [{ kind: 'unsure', words: 'One or several?' }],
        },
      ],
    },
  ],
  pictures: [{ title: 'A bench', notes: [] }],
  editions: ['Cymraeg'],
  general: [{ kind: 'left-out', words: 'Comments.' }],
  noRoom: null,
  mayWrite: true,
}

describe('importedView', () => {
  it('counts what was found, and shows each with what is to be confirmed beside it', () => {
    const words = wordsOf(importedView(imported))
    expect(words).toContain('1 text to read, 1 section, 1 question, 1 picture, 1 other language')
    expect(words).toContain('By bus · On foot')
    expect(words.indexOf('One or several?')).toBeGreaterThan(words.indexOf('How?'))
    expect(words).toContain(importWords.put)
    expect(words).toContain('Comments.')
  })

  it('offers to put it in only to who may write, where there is room, and once', () => {
    for (const not of [
      { mayWrite: false },
      { noRoom: 'No room.' },
      { state: 'taken', decidedBy: 'kit', decidedAt: '2027-02-01T10:00:00Z' },
      { state: 'thrown-away', decidedBy: 'kit', decidedAt: '2027-02-01T10:00:00Z' },
    ] as const)
      expect(wordsOf(importedView({ ...imported, ...not }))).not.toContain(importWords.put)
  })

  it('says who put it in', () => {
    const taken = { state: 'taken', decidedBy: 'kit', decidedAt: '2027-02-01T10:00:00Z' } as const
    expect(wordsOf(importedView({ ...imported, ...taken }))).toContain(
      'Put into the consultation by Kit Osei',
    )
  })
})

describe('readyQuestionsView', () => {
  const set: ReadySet = {
    id: 'equality',
    title: 'Equality questions',
    source: 'Census 2021',
    questions: [
      { title: 'How old are you?', kind: 'one-of', isThere: false },
      { title: 'What is your sex?', kind: 'one-of', isThere: false },
    ],
  }
  const shown = (isThere: readonly boolean[]): string =>
    wordsOf(
      readyQuestionsView({
        head,
        sets: [
          {
            ...set,
            questions: set.questions.map((one, at) => ({ ...one, isThere: isThere[at] === true })),
          },
        ],
      }),
    )

  it('offers all, those that are missing, or says that they are there', () => {
    expect(shown([false, false])).toContain('Add these 2 questions')
    expect(shown([true, false])).toContain('Add the one that is missing')
    expect(shown([true, true])).toContain('They are in your consultation.')
    expect(shown([true, true])).not.toContain('Add ')
  })
})
