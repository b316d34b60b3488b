import { describe, expect, it } from 'vitest'
import { busDraft, editId, kit, ros, written } from '../../domain/authoring/draft/draft.fixture.ts'
import { keyOf, newPart, partOf, type Part } from '../../domain/authoring/draft/draft.ts'
import { earlierQuestions } from '../../domain/authoring/draft/earlier-questions.ts'
import { keysIn } from '../../domain/authoring/draft/outline-edit.ts'
import { questionKindNames } from '../../domain/authoring/draft/question-fields.ts'
import type { SignOffState } from '../../domain/authoring/draft/sign-off.ts'
import {
  authoringPaths,
  partAtPath,
  pathOfDraft,
  pathOfPart,
} from '../../domain/site/authoring-paths.ts'
import { pathReader } from '../../domain/site/site-paths.ts'
import { conditionSentence } from '../../words/condition.ts'
import { questionKindWords } from '../../words/draft.ts'
import { fieldLabels } from '../../words/part-fields.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { beginConsultationView } from './begin-consultation.view.ts'
import { changeView, type ChangeModel } from './change-page.view.ts'
import { checksView, type ChecksModel } from './checks-page.view.ts'
import { consultationDeskView, type DeskRow } from './consultation-desk.view.ts'
import type { DraftHead, EditorModel } from './desk-model.ts'
import { editorView, stateOf } from './editor.view.ts'
import { historyView } from './history-page.view.ts'
import { formFieldsOf } from './part-fields.ts'
import { signOffView, type SignOffModel } from './sign-off-page.view.ts'

const head: DraftHead = {
  id: busDraft.id,
  title: 'The bus to the clinic',
  version: null,
  state: 'draft',
  questions: 13,
  opensAt: '2027-05-01T09:00:00+01:00',
}
const people = { me: ros, names: { [kit]: 'Kit Osei' } }
const question = keyOf('question', 'bus-trouble')

const editor = (part: Part, more: Partial<EditorModel> = {}): EditorModel => ({
  head,
  people,
  map: {
    media: [],
    readings: [{ part: 'document:plan', title: 'The plan', blocked: 0 }],
    sections: [
      {
        part: 'section:travel',
        title: 'Travel',
        number: 1,
        blocked: 0,
        questions: [{ part: question, title: 'Is the bus a problem?', number: 2, blocked: 1 }],
      },
    ],
    blockedIn: { dates: 2 },
  },
  part,
  number: 2,
  sectionTitle: 'Travel',
  inOutline: true,
  up: { section: 'travel' },
  down: null,
  neighbours: [{ id: 'how-travel', section: 'travel', title: 'question 1' }],
  next: keyOf('question', 'bus-words'),
  earlier: earlierQuestions(busDraft, 'bus-trouble'),
  readings: [],
  findings: [],
  blocked: 1,
  undecided: 2,
  ...more,
})

describe('earlierQuestions', () => {
  it('gives those before with choices to depend on, in every kind that has them', () => {
    expect(earlierQuestions(busDraft, 'how-travel')).toEqual([])
    const all = earlierQuestions(busDraft, 'publish-name')
    expect(all.map(({ id, number, choices }) => [id, number, choices.length])).toEqual([
      ['how-travel', 1, 3],
      ['bus-trouble', 2, 3],
      ['helps', 4, 4],
      ['one-place', 7, 6],
      ['rating', 8, 11],
      ['publish', 11, 1],
    ])
    expect(earlierQuestions(busDraft, 'none')).toEqual([])
  })
})

describe('conditionSentence', () => {
  const [travel] = earlierQuestions(busDraft, 'bus-trouble')
  it.each([
    [['bus'], 'Only people who answer “By bus” to question 1, “How do you travel to us?”.'],
    [
      ['bus', 'car'],
      'Only people who answer “By bus” or “By car” to question 1, “How do you travel to us?”.',
    ],
    [
      ['other', 'bus', 'car'],
      'Only people who answer “By bus”, “By car” or “Another way” to question 1, “How do you travel to us?”.',
    ],
  ])('says %j', (codes, words) => {
    expect(conditionSentence(travel!, codes)).toBe(words)
  })
})

describe('authoringPaths', () => {
  it('give every part an address of its own, and read it back', () => {
    const keys = ['about', 'dates', 'contact', 'glossary', ...keysIn(busDraft.outline)]
    const read = [authoringPaths.edit, authoringPaths.editPart].map((path) => pathReader(path))
    const paths = keys.map((key) => pathOfPart(busDraft.id, key))
    expect(new Set(paths).size).toBe(keys.length)
    for (const [index, path] of paths.entries()) {
      const places = read.map((placesIn) => placesIn(path)).find((found) => found !== undefined)
      expect([path, partAtPath({ ...places })]).toEqual([path, keys[index]])
    }
  })

  it('name no part that cannot be', () => {
    expect(partAtPath({ kind: 'question', part: 'A B' })).toBeUndefined()
    expect(partAtPath({ kind: 'part', part: 'outline' })).toBeUndefined()
    expect(pathOfDraft('signOff', 'x')).toBe('/desk/consultations/x/sign-off')
  })
})

describe('formFieldsOf', () => {
  it('names every field that somebody can write', () => {
    for (const kind of ['about', 'dates', 'contact', 'glossary', 'document', 'section'] as const)
      for (const { field, label } of formFieldsOf(kind, ''))
        expect([field, label]).toEqual([field, fieldLabels[`${kind} ${field}`]])
    for (const kind of questionKindNames) {
      const fields = formFieldsOf('question', kind)
      expect(fields.map(({ field }) => field)).toContain('title')
      expect(fields.every(({ label }) => label !== '')).toBe(true)
      expect(questionKindWords[kind]).toBeDefined()
    }
  })

  it('has only the fields of the kind of question', () => {
    const fields = (kind: string) => formFieldsOf('question', kind).map(({ field }) => field)
    expect(fields('one-of')).toContain('options')
    expect(fields('long-text')).not.toContain('options')
    expect(fields('number')).toEqual(expect.arrayContaining(['least', 'most', 'unit']))
  })
})

describe('editorView', () => {
  it('shows the map, the part, what people see and what the checks say', () => {
    const words = wordsOf(editorView(editor(partOf(busDraft, question))))
    expect(words).toContain('Draft, nobody outside can see it')
    expect(words).toContain('Question 2 in “Travel”')
    expect(words).toContain('To put right: 1')
    expect(words).toContain('1 thing has to be put right before this can be published.')
    expect(words).toContain('2 pieces of advice wait for a decision')
    expect(words).toContain('Only people who answer “By bus” to question 1')
  })

  it('leads to every part and to the other pages', () => {
    const links = linksOf(editorView(editor(partOf(busDraft, question))))
    expect(links).toContain(pathOfPart(busDraft.id, 'dates'))
    expect(links).toContain(pathOfPart(busDraft.id, 'document:plan'))
    expect(links).toContain(pathOfDraft('signOff', busDraft.id))
    expect(links).toContain(pathOfPart(busDraft.id, keyOf('question', 'bus-words')))
  })

  it('says that a part was removed, and offers it back', () => {
    const words = wordsOf(editorView(editor(partOf(busDraft, question), { inOutline: false })))
    expect(words).toContain('This was removed from the consultation. Its words are kept.')
    expect(words).toContain('Bring it back')
    expect(words).not.toContain('Move up')
  })

  it('shows both texts where two people wrote, and whose each is', () => {
    const { draft } = written([
      [
        ros,
        { do: 'set', part: question, field: 'title', was: 'Is the bus a problem?', now: 'Mine' },
      ],
      [
        kit,
        { do: 'set', part: question, field: 'title', was: 'Is the bus a problem?', now: 'Theirs' },
      ],
    ])
    const words = wordsOf(editorView(editor(partOf(draft, question))))
    expect(words).toContain('Kit Osei changed this while you were writing: the title')
    expect(words).toMatch(/In place now Mine .*Kept beside it, from Kit Osei Theirs/)
    expect(partOf(draft, question).others[0]?.edit).toBe(editId(2))
  })

  it.each(questionKindNames)('shows a %s that nobody has written yet', (kind) => {
    const words = wordsOf(editorView(editor(newPart('question:new', { kind }))))
    expect(words).toContain('The question')
    expect(words).not.toContain('undefined')
  })

  it('shows each part of a consultation, and where it can be moved', () => {
    for (const key of ['about', 'dates', 'contact', 'glossary', ...keysIn(busDraft.outline)]) {
      const model = editor(partOf(busDraft, key))
      const words = wordsOf(editorView(model, { ...stateOf(model), choosingPlace: true }))
      expect(words).toContain('Move it to after')
      expect(words).not.toContain('undefined')
    }
  })

  it('says a moment in words beside its fields', () => {
    const words = wordsOf(editorView(editor(partOf(busDraft, 'dates'))))
    expect(words).toContain('That is Saturday 1 May 2027 at 9 am.')
  })
})

const checks: ChecksModel = {
  head,
  people,
  blocked: 1,
  undecided: 1,
  mayWrite: true,
  findings: [
    {
      level: 'blocks',
      part: question,
      field: 'title',
      words: 'Write the question',
      key: 'a',
      place: 'question 2',
    },
    {
      level: 'advice',
      part: 'dates',
      field: 'closesAt',
      words: 'Open for 4 weeks',
      key: 'b',
      place: 'the dates',
    },
    {
      level: 'advice',
      part: 'about',
      words: 'No other form',
      key: 'c',
      place: 'the title',
      overruled: { reason: 'We ring people.', by: kit, at: '2027-02-01T10:00:00Z' },
    },
  ],
}

describe('checksView', () => {
  it('says what blocks before advice, and why advice is not followed', () => {
    const words = wordsOf(checksView(checks))
    expect(words.indexOf('Write the question')).toBeLessThan(words.indexOf('Open for 4 weeks'))
    expect(words).toContain('Kept as it is by Kit Osei, 1 February 2027: “We ring people.”')
    expect(words).toContain('Take that back')
    expect(linksOf(checksView(checks))).toContain(`${pathOfPart(busDraft.id, 'dates')}#f-closesat`)
  })

  it('lets nobody decide who may not write', () => {
    const words = wordsOf(checksView({ ...checks, mayWrite: false }))
    expect(words).not.toContain('Keep it as it is, and say why')
    expect(words).not.toContain('Take that back')
  })

  it('asks for the reason beside the advice', () => {
    const state = { deciding: 'b', reason: '', problem: 'Say why it stays as it is' }
    expect(wordsOf(checksView(checks, state))).toMatch(/Why it stays as it is .*Error:/)
  })
})

const signing: SignOffModel = {
  head,
  people,
  blocked: 0,
  undecided: 0,
  askedBy: ros,
  askedAt: '2027-02-01T10:00:00Z',
  decidedBy: null,
  decidedAt: null,
  sentBackNote: null,
  dueAt: null,
  problem: null,
  slug: 'bus-to-the-clinic',
  changes: [],
  lookedBefore: true,
  mayAsk: true,
  maySign: true,
  mayPublish: true,
}
const standing = (state: SignOffState, more: Partial<SignOffModel> = {}) =>
  wordsOf(signOffView({ ...signing, head: { ...head, state, version: 1 }, ...more }))

describe('signOffView', () => {
  it('offers the next act of each state, and no other', () => {
    expect(standing('draft')).toContain('Ask for a signature')
    expect(standing('asked')).toContain('I have read it, and I sign')
    expect(standing('signed')).toContain('Publish now')
    expect(standing('scheduled', { dueAt: '2027-02-08T09:00:00Z' })).toContain(
      'It will be published Monday 8 February 2027 at 9 am.',
    )
    expect(standing('published')).toContain('Version 1 is published.')
    for (const state of ['draft', 'asked', 'scheduled', 'published'] as const)
      expect(standing(state, { dueAt: '2027-02-08T09:00:00Z' })).not.toContain('Publish now')
  })

  it('tells who asked that somebody else signs, and offers nothing to who may not', () => {
    expect(standing('asked')).toContain('You asked for it, so somebody else has to sign.')
    expect(standing('asked', { maySign: false })).not.toContain('I sign')
    expect(standing('signed', { mayPublish: false })).not.toContain('Publish now')
  })

  it('says what is left, why it was sent back, and what has changed', () => {
    expect(standing('draft', { blocked: 2 })).toContain('Put right what blocks it 2 left')
    expect(
      standing('draft', {
        sentBackNote: 'Mend 3.',
        decidedBy: kit,
        decidedAt: '2027-02-01T11:00:00Z',
      }),
    ).toMatch(/Kit Osei sent it back, .* Mend 3\./)
    expect(standing('asked')).toContain('Nothing has changed since you last looked.')
    expect(standing('signed', { problem: 'Choose another address' })).toContain(
      'Choose another address',
    )
  })
})

const published: ChangeModel = {
  head: { ...head, version: 1 },
  people,
  closesAt: '2027-05-31T17:00:00+01:00',
  hasClosed: false,
  retractedAt: null,
  waiting: [],
  mayAsk: true,
  mayDo: true,
}
const waiting = { id: 'w', note: 'Two more meetings.', askedAt: '2027-05-01T10:00:00Z' }

describe('changeView', () => {
  it('offers more time while it is open, and retracting', () => {
    const words = wordsOf(changeView(published))
    expect(words).toContain('It closes Monday 31 May 2027 at 5 pm.')
    expect(words).toContain('The new last day')
    expect(wordsOf(changeView({ ...published, hasClosed: true }))).not.toContain('The new last day')
    expect(wordsOf(changeView({ ...published, mayAsk: false }))).not.toContain('Retract it')
    expect(wordsOf(changeView({ ...published, retractedAt: '2027-05-02T10:00:00Z' }))).toContain(
      'It was retracted 2 May 2027.',
    )
  })

  it('lets a second person do what was asked, and who asked only take it back', () => {
    const asked = (askedBy: string) =>
      wordsOf(
        changeView({
          ...published,
          waiting: [{ ...waiting, kind: 'extend', closesAt: '2027-06-14T17:00:00+01:00', askedBy }],
        }),
      )
    expect(asked(kit)).toContain('New closing time: Monday 14 June 2027 at 5 pm.')
    expect(asked(kit)).toContain('Give people this time')
    expect(asked(ros)).not.toContain('Give people this time')
    expect(asked(ros)).toContain('Do not do this')
  })
})

const row: DeskRow = {
  mayReadDraft: true,
  mayAnalyse: false,
  mayEnter: false,
  id: busDraft.id,
  title: 'The bus to the clinic',
  slug: 'bus',
  hasDraft: true,
  version: 1,
  standing: 'open',
  signOff: null,
  opensAt: '2027-05-01T09:00:00+01:00',
  closesAt: '2027-05-31T17:00:00+01:00',
  responses: 1214,
  mayWrite: true,
}

describe('the list, the beginning and the history', () => {
  it('says where each consultation stands and what can be done', () => {
    const words = wordsOf(consultationDeskView({ rows: [row], mayBegin: true }))
    expect(words).toContain('Open until Monday 31 May 2027 at 5 pm · 1,214 responses')
    expect(words).toContain('Write the next version')
    expect(words).not.toContain('Enter a response')
    const analysed = {
      ...row,
      mayAnalyse: true,
      mayEnter: true,
      mayReadDraft: false,
      mayWrite: false,
    }
    const forAnalyst = wordsOf(consultationDeskView({ rows: [analysed], mayBegin: false }))
    expect(forAnalyst).toContain('Results : The bus to the clinic Enter a response')
    expect(forAnalyst).not.toContain('Give more time')
    const draft: DeskRow = { ...row, version: null, standing: 'draft', signOff: 'asked' }
    expect(wordsOf(consultationDeskView({ rows: [draft], mayBegin: false }))).toContain(
      'Draft opens Saturday 1 May 2027 at 9 am · Waits for a signature',
    )
    expect(wordsOf(consultationDeskView({ rows: [], mayBegin: true }))).toContain(
      'There are no consultations yet',
    )
  })

  it('begins with a title, empty or from another consultation', () => {
    const model = { copies: [{ id: 'x', title: 'The garden' }], title: '', copyOf: '' }
    expect(wordsOf(beginConsultationView(model))).toContain('A copy of “The garden”')
    expect(
      wordsOf(beginConsultationView({ ...model, problem: 'Write what it is called' })),
    ).toContain('There is a problem Write what it is called')
  })

  it('tells what was changed day by day, and by whom', () => {
    const line = {
      number: 1,
      part: question,
      words: 'Question 2 became optional',
      by: kit,
      at: '2027-02-01T10:05:00Z',
      beside: true,
    }
    const history = { head, people, lines: [line], mayWrite: true }
    expect(wordsOf(historyView(history))).toContain(
      '1 February 2027 10:05 am Kit Osei: Question 2 became optional (kept beside another text)',
    )
    expect(wordsOf(historyView({ ...history, lines: [] }))).toContain(
      'Nothing has been changed yet.',
    )
  })
})
