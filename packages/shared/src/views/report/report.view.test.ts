import { describe, expect, it } from 'vitest'
import { emptyPoint, type OutcomeDraft } from '../../domain/report/outcome-draft.ts'
import { outcomeProblemWords, reportProblemWords, reportWords } from '../../words/report.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import type { ResponseTrace } from '../../domain/report/trace.ts'
import { traceView } from './trace.view.ts'
import { evidenceView, type EvidenceModel } from './evidence.view.ts'
import {
  outcomeDeskView,
  untouched,
  type OutcomeDeskModel,
  type OutcomeState,
} from './outcome-desk.view.ts'

const document: OutcomeDraft = {
  summary: 'Families may come all day.',
  weAsked: 'How long should visiting be?',
  points: [{ ...emptyPoint('p1'), title: 'Visiting times', youSaid: 'Nearly 200 people.' }],
  next: '',
  elsewhere: [],
}
const model: OutcomeDeskModel = {
  consultation: { id: 'c', title: 'Visiting', slug: 'visiting' },
  revision: 3,
  document,
  saved: { moment: 'Monday at 9 am', by: 'Ros Amery' },
  frozen: {
    at: '2027-01-18T09:00:00Z',
    responses: 428,
    ledger: [],
    tables: [
      {
        key: 'hours',
        title: 'How long?',
        rows: [
          { label: 'All day', count: 170 },
          { label: 'Agreed', count: 'small' },
        ],
        answered: 415,
      },
    ],
  },
  frozenMoment: '18 January at 9 am',
  frozenBy: 'Kit Osei',
  state: 'writing',
  askedBy: '',
  askedMoment: '',
  own: false,
  sentBack: null,
  publishedMoment: '',
  publishedBy: '',
  problems: [],
  themes: [{ id: 't', name: 'Work and travel' }],
  clock: { by: '2027-03-07', left: 33, week: 8, of: 12 },
  closes: '13 December',
  mayWrite: true,
  maySign: false,
  maySayLate: true,
}
const words = (changes: Partial<OutcomeDeskModel> = {}, state?: OutcomeState) =>
  wordsOf(outcomeDeskView({ ...model, ...changes }, state ?? untouched(document)))

describe('outcomeDeskView', () => {
  it('counts the promise down, and says when it is missed', () => {
    expect(words()).toContain('33 days left')
    expect(words()).toContain('Week 8 of 12')
    const clock = { by: '2027-03-07', left: -1, week: 13, of: 12 }
    expect(words({ clock })).toContain('1 day late')
    const { clock: _, ...open } = model
    expect(wordsOf(outcomeDeskView(open))).toContain('It closes 13 December')
  })

  it('shows frozen numbers with hidden ones said in words', () => {
    expect(words()).toContain('Frozen 18 January at 9 am by Kit Osei, from 428 responses.')
    expect(words()).toMatch(/All day 170 Agreed \*/)
    expect(words({ frozen: null })).toContain('Nothing is frozen yet.')
  })

  it('lets nobody ask while something is left to do', () => {
    expect(words()).toContain(reportWords.ask)
    const problems = [{ code: 'words-missing', at: 'points.p1.weDid' }] as const
    expect(words({ problems })).toContain('Point 1: write what you do, and why')
    expect(words({ problems })).not.toContain(reportWords.ask)
  })

  it('asks about a number that is not in the results, beside the words it is in', () => {
    const problems = [
      { code: 'number-not-frozen', at: 'points.p1.youSaid', number: '200' },
    ] as const
    expect(words({ problems })).toContain('“200” is about something else')
  })

  it('says honestly what is saved', () => {
    expect(words()).toContain('Saved Monday at 9 am, by Ros Amery.')
    expect(words({}, { ...untouched(document), changed: true })).toContain('Not saved yet')
  })

  it('lets only a second person sign', () => {
    const asked = { state: 'asked', askedBy: 'Ros Amery', askedMoment: 'Monday' } as const
    expect(words({ ...asked, maySign: true })).toContain(reportWords.sign)
    expect(words({ ...asked, maySign: true, own: true })).not.toContain(reportWords.sign)
    expect(words(asked)).not.toContain(reportWords.sign)
  })

  it('is closed once it is published, and leads to the public page', () => {
    const published = { ...model, state: 'published', publishedBy: 'Kit Osei' } as const
    expect(linksOf(outcomeDeskView(published))).toContain('/consultations/visiting/outcome')
    expect(rendered(outcomeDeskView(published))).not.toContain('<form')
  })

  it('leads whoever may not read responses to no page of them', () => {
    const consultation = { ...model.consultation, onlyReport: true }
    const links = linksOf(outcomeDeskView({ ...model, consultation }))
    expect(links).toContain('/desk/consultations/c/evidence')
    expect(links).not.toContain('/desk/consultations/c/results')
  })
})

describe('the words of outcomes', () => {
  it('say what to do for every problem', () => {
    expect(outcomeProblemWords({ code: 'late-waiting', at: 'ledger', count: 1 }, undefined)).toBe(
      'Decide on 1 late response in the ledger',
    )
    expect(outcomeProblemWords({ code: 'table-gone', at: 'points.p1.tables' }, 2)).toMatch(
      /^Point 2: a table/,
    )
    for (const said of Object.values(reportProblemWords)) expect(said.length).toBeGreaterThan(20)
  })

  it('say a late promise with the old day and the new one', () => {
    expect(reportWords.lateNote('2027-03-07', 'The board meets later.', '2027-04-30')).toBe(
      'We promised our decision by 7 March 2027. It comes later. The board meets later. We will publish it by 30 April 2027.',
    )
  })
})

describe('evidenceView', () => {
  const pack: EvidenceModel = {
    consultation: { id: 'c', title: 'Visiting' },
    moment: 'Monday',
    trust: 'Example Vale NHS Trust',
    summary: 'Nothing has been decided.',
    parts: [
      { id: 'asked', title: 'What was asked', lines: ['3 questions.'], items: ['How long?'] },
    ],
    norms: [
      { title: 'Enough time', met: true, lines: ['84 days.'] },
      { title: 'Equality duty', met: false, lines: ['Not asked.'] },
    ],
  }

  it('has a heading for each part and says of each principle whether the records bear it out', () => {
    const said = wordsOf(evidenceView(pack))
    expect(said).toContain('What was asked 3 questions. How long?')
    expect(said).toContain('Enough time The records bear it out 84 days.')
    expect(said).toContain('Equality duty To be looked at Not asked.')
    expect(rendered(evidenceView(pack)).match(/<h2/g)).toHaveLength(2)
  })
})

describe('traceView', () => {
  const trace: ResponseTrace = {
    counted: true,
    concluded: true,
    slug: 'visiting',
    themes: [
      {
        question: 'What should change?',
        name: 'Seats',
        definition: 'About where to sit.',
        decisions: [{ point: 'p1', title: 'Chairs', did: 'part' }],
      },
    ],
  }

  it('leads from the words to the theme and to the very point of the outcome', () => {
    const said = wordsOf(traceView(trace))
    expect(said).toContain('Seats Found in what you wrote to “What should change?”.')
    expect(said).toContain('Chairs : we did part of this.')
    expect(linksOf(traceView(trace))).toContain('/consultations/visiting/outcome#point-p1')
  })

  it('promises nothing before anything is decided', () => {
    const themes = trace.themes.map((theme) => ({ ...theme, decisions: [] }))
    const said = wordsOf(traceView({ ...trace, concluded: false, themes }))
    expect(said).toContain('Nothing is decided about this yet.')
    expect(linksOf(traceView({ ...trace, concluded: false, themes }))).toEqual([])
    const none = wordsOf(traceView({ ...trace, counted: false, themes: [] }))
    expect(none).toContain('not counted in the results now')
    expect(none).toContain('No theme was noted in your words.')
  })
})
