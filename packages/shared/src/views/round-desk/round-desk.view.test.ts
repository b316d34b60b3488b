import { describe, expect, it } from 'vitest'
import { newPart, type PartFields } from '../../domain/authoring/draft/draft.ts'
import type { SignOffState } from '../../domain/authoring/draft/sign-off.ts'
import {
  fieldsOfRound,
  newProcess,
  roundPart,
  type RoundStage,
} from '../../domain/round/desk/round-draft.ts'
import { clinicRound } from '../../domain/round/round.fixture.ts'
import { linksOf, wordsOf } from '../test-support/rendered.ts'
import { beginRoundView } from './begin-round.view.ts'
import type { RoundHead } from './round-desk-model.ts'
import { roundEditorView, valueWords, type RoundEditorModel } from './round-editor.view.ts'
import { choiceText } from './round-form.view.ts'
import { standingWords, timeWords, toneOf } from './round-head.view.ts'
import { groupOf, roundDeskView, type RoundRow } from './round-list.view.ts'
import { roundPreviewView } from './round-preview.view.ts'
import { roundSignOffView, type RoundSignOffModel } from './round-sign-off.view.ts'

const [ros, kit] = ['ros', 'kit']
const people = { me: ros, names: { [kit]: 'Kit Osei' } }
const round = clinicRound()
const head = (changes: Partial<RoundHead> = {}): RoundHead => ({
  id: round.id,
  title: round.title,
  slug: null,
  stage: 'draft',
  signOff: 'draft',
  opensAt: round.opensAt,
  closesAt: round.closesAt,
  ...changes,
})

const stages: readonly RoundStage[] = [
  'draft',
  'scheduled',
  'open',
  'closed',
  'concluded',
  'retracted',
]
const signings: readonly SignOffState[] = ['draft', 'asked', 'signed', 'scheduled', 'published']

describe('where a discussion stands', () => {
  it('is said in words at every stage, whatever its next words wait for', () => {
    for (const stage of stages)
      for (const signOff of signings) {
        const words = standingWords({ stage, signOff })
        expect(words).toMatch(/^[A-Z]/)
        expect(words).not.toContain('undefined')
      }
    expect(standingWords({ stage: 'closed', signOff: 'asked' })).toBe(
      'Closed, the summary is promised · Waits for a signature',
    )
  })

  it('says until when, since when or from when', () => {
    expect(timeWords(head())).toBe('opens Monday 1 March 2027 at 9 am')
    expect(timeWords(head({ stage: 'open' }))).toBe('until Saturday 20 March 2027 at 5 pm')
    expect(timeWords(head({ stage: 'closed' }))).toMatch(/^closed Saturday/)
    expect(timeWords(head({ opensAt: null }))).toBe('')
    expect(timeWords(head({ stage: 'open', closesAt: null }))).toBe('')
  })

  it('is marked as due when somebody has to sign, and as an alarm once taken down', () => {
    expect(toneOf(head({ signOff: 'asked' }))).toBe('due')
    expect(toneOf(head({ stage: 'retracted' }))).toBe('alarm')
    expect(toneOf(head({ stage: 'concluded' }))).toBe('good')
  })
})

const row = (changes: Partial<RoundRow> = {}): RoundRow => ({
  ...head(),
  summaryBy: '2027-03-27',
  dueAt: null,
  contributions: 0,
  next: ['write'],
  ...changes,
})

describe('the list of discussions', () => {
  it('puts what waits for somebody first', () => {
    expect(groupOf(head({ signOff: 'asked' }))).toBe('waiting')
    expect(groupOf(head({ stage: 'closed', signOff: 'asked' }))).toBe('waiting')
    expect(groupOf(head({ signOff: 'scheduled' }))).toBe('scheduled')
    expect(groupOf(head({ stage: 'retracted', signOff: 'asked' }))).toBe('over')
    for (const stage of ['draft', 'scheduled', 'open', 'closed'] as const)
      expect(groupOf(head({ stage, signOff: 'published' }))).toBe(stage)
  })

  it('shows each in one group, with its next acts', () => {
    const rows = [
      row({ id: 'a', title: 'Buses?' }),
      row({ id: 'b', title: 'Lifts?', signOff: 'asked', next: ['sign', 'write'] }),
      row({ id: 'c', slug: 'rooms', stage: 'open', contributions: 1, next: ['summary', 'look'] }),
      row({ id: 'd', slug: 'quiet', stage: 'closed', contributions: 1_214, next: ['summary'] }),
      row({ id: 'e', slug: 'done', stage: 'concluded', next: ['following', 'look'] }),
    ]
    const words = wordsOf(roundDeskView({ rows, mayBegin: true }))
    expect(words).toContain('1 contribution')
    expect(words).toContain('1,214 contributions')
    expect(words).toContain('summary promised by 27 March 2027')
    expect(words.indexOf('Lifts?')).toBeLessThan(words.indexOf('Buses?'))
    const links = linksOf(roundDeskView({ rows, mayBegin: true }))
    for (const href of [
      '/desk/rounds/new',
      '/desk/rounds/b/sign-off',
      '/desk/rounds/d',
      '/desk/rounds/new?after=e',
      '/rounds/done',
    ])
      expect(links).toContain(href)
  })

  it('says what to do where there is none, and offers beginning to who may', () => {
    const empty = (mayBegin: boolean) => roundDeskView({ rows: [], mayBegin })
    expect(wordsOf(empty(true))).toContain('There are no discussions yet')
    expect(linksOf(empty(true))).toContain('/desk/rounds/new')
    expect(linksOf(empty(false))).not.toContain('/desk/rounds/new')
  })

  it('says when something will be published by itself', () => {
    const dueAt = '2027-03-01T09:00:00Z'
    const words = wordsOf(
      roundDeskView({ rows: [row({ signOff: 'scheduled', dueAt })], mayBegin: false }),
    )
    expect(words).toContain('It will be published Monday 1 March 2027 at 9 am')
  })
})

describe('beginning', () => {
  it('asks for a title, and says which discussion it follows', () => {
    expect(wordsOf(beginRoundView({ title: '', after: null }))).toContain(
      'What shall people talk about?',
    )
    const after = { id: 'e', title: 'The first one' }
    expect(wordsOf(beginRoundView({ title: '', after }))).toContain('It follows “The first one”')
  })

  it('says beside the field and above it what is missing', () => {
    const problem = 'Write what people shall talk about'
    const words = wordsOf(beginRoundView({ title: '', after: null, problem }))
    expect(words.split(problem)).toHaveLength(3)
  })
})

const editor = (
  changes: Partial<RoundEditorModel> = {},
  fields: PartFields = {},
): RoundEditorModel => ({
  head: head(),
  people,
  part: newPart(roundPart, { ...fieldsOfRound(round), ...fields }),
  findings: [],
  processes: [{ slug: 'nearer', title: 'Nearer help' }],
  consultations: [{ slug: 'bus', title: 'The bus' }],
  mayWrite: true,
  ...changes,
})

describe('the form', () => {
  it('asks for everything of a new discussion, and for no summary', () => {
    const words = wordsOf(roundEditorView(editor()))
    for (const label of [
      'What people can be for or against',
      'How do they describe themselves?',
      'The second text',
      'How we talk here',
      'When does it close?',
      'In the row “Nearer help”',
      'Beside “The bus”',
      'May search engines list it?',
    ])
      expect(words).toContain(label)
    expect(words).not.toContain('What was not settled')
    expect(words).not.toContain('What is the row called?')
  })

  it('asks for the words of a new row only where one begins', () => {
    expect(wordsOf(roundEditorView(editor({}, { process: newProcess })))).toContain(
      'What is the row called?',
    )
  })

  it('leaves address and kind alone once published, and everything but the summary once open', () => {
    const at = (stage: RoundStage) => wordsOf(roundEditorView(editor({ head: head({ stage }) })))
    expect(at('scheduled')).not.toContain('Its address on this website')
    expect(at('scheduled')).toContain('When does it open?')
    for (const stage of ['open', 'closed'] as const) {
      expect(at(stage)).toContain('What was not settled')
      expect(at(stage)).not.toContain('When does it open?')
    }
    expect(at('open')).toContain('People are talking until Saturday 20 March 2027 at 5 pm')
  })

  it('is not there for who may not write, nor once it is finished or taken down', () => {
    for (const changes of [
      { mayWrite: false },
      { head: head({ stage: 'concluded' }) },
      { head: head({ stage: 'retracted' }) },
    ] as const)
      expect(wordsOf(roundEditorView(editor(changes)))).not.toContain('Saved')
    expect(wordsOf(roundEditorView(editor({ head: head({ stage: 'retracted' }) })))).toContain(
      'was taken down',
    )
  })

  it('says truly that nothing can be written without a script', () => {
    expect(wordsOf(roundEditorView(editor()))).toContain('To write here you need JavaScript')
  })

  it('links each finding to its field, what blocks before what is advice', () => {
    const findings = [
      { level: 'advice', field: 'closesAt', words: 'Open for 3 days' },
      { level: 'blocks', field: 'lede', words: 'Write a sentence' },
    ] as const
    const view = roundEditorView(editor({ findings }))
    const words = wordsOf(view)
    expect(words).toContain('1 thing has to be put right before this can be signed.')
    expect(words.indexOf('Write a sentence')).toBeLessThan(words.indexOf('Open for 3 days'))
    expect(linksOf(view)).toEqual(expect.arrayContaining(['#f-lede', '#f-closesat']))
  })

  it('shows both texts where two people wrote in one field', () => {
    const part = {
      ...newPart(roundPart, { lede: 'From Ros' }),
      others: [{ field: 'lede', value: 'From Kit', edit: 'e', by: kit, at: round.opensAt }],
    }
    const words = wordsOf(roundEditorView(editor({ part })))
    expect(words).toContain('Kit Osei changed this while you were writing: The first sentences')
    expect(words).toContain('From Ros')
    expect(words).toContain('From Kit')
  })

  it('tells values in words', () => {
    expect(valueWords(undefined)).toBe('Nothing: it was emptied')
    expect(valueWords('2027-03-01T09:00:00+00:00')).toBe('Monday 1 March 2027 at 9 am')
    expect(valueWords(true)).toMatch(/^Yes/)
    expect(valueWords(false)).toMatch(/^No/)
    expect(choiceText('moderation', 'after')).toBe('After others see it')
    expect(choiceText('title', 'after')).toBeUndefined()
  })
})

describe('the preview', () => {
  it('is the page of the public, or says that something is missing', () => {
    const now = round.opensAt
    const shown = { head: head(), round, now, process: null }
    expect(wordsOf(roundPreviewView(shown))).toContain('Near is not a comfort.')
    expect(wordsOf(roundPreviewView({ ...shown, round: null }))).toContain(
      'Something has to be put right',
    )
  })

  it('has one heading of the first order either way', () => {
    const headings = (shown: typeof round | null) =>
      wordsOf(
        roundPreviewView({ head: head(), round: shown, now: round.opensAt, process: null }),
      ).split(round.title).length - 1
    expect(headings(round)).toBe(1)
    expect(headings(null)).toBe(1)
  })
})

const signing = (
  signOff: SignOffState,
  changes: Partial<RoundSignOffModel> = {},
): RoundSignOffModel => ({
  head: head({ signOff }),
  people,
  findings: [],
  request: 'r',
  askedBy: kit,
  askedAt: '2027-02-01T10:00:00Z',
  decidedBy: null,
  decidedAt: null,
  sentBackNote: null,
  dueAt: signOff === 'scheduled' ? '2027-03-01T09:00:00Z' : null,
  problem: null,
  changes: [],
  lookedBefore: true,
  opensLater: true,
  mayAsk: true,
  maySign: true,
  mayPublish: true,
  ...changes,
})

const said = (...how: Parameters<typeof signing>) => wordsOf(roundSignOffView(signing(...how)))

describe('signing', () => {
  it('offers each act only when it is next, and only to who may', () => {
    const acts = {
      draft: 'Ask for a signature',
      asked: 'I have read it, and I sign',
      signed: 'Publish now',
      scheduled: 'Do not publish it then',
    } as const
    const none = { mayAsk: false, maySign: false, mayPublish: false }
    for (const state of ['draft', 'asked', 'signed', 'scheduled'] as const)
      for (const [other, act] of Object.entries(acts)) {
        expect([state, act, said(state).includes(act)]).toEqual([state, act, state === other])
        expect(said(state, none)).not.toContain(act)
      }
  })

  it('says who has to sign when one has asked oneself', () => {
    expect(said('asked', { askedBy: ros, maySign: false })).toContain(
      'You asked for it, so somebody else has to sign.',
    )
    expect(said('asked')).toContain('Kit Osei asked for a signature')
  })

  it('offers the opening as a time only while it is to come, and never for a summary', () => {
    expect(said('signed')).toContain('Publish it when it opens, Monday 1 March 2027 at 9 am')
    expect(said('signed', { opensLater: false })).not.toContain('Publish it when it opens')
    const summary = said('signed', { head: head({ signOff: 'signed', stage: 'closed' }) })
    expect(summary).toContain('Publish the summary')
    expect(summary).toContain('nothing on its page changes any more')
    expect(summary).not.toContain('Publish it when it opens')
  })

  it('tells why it came back, and why it could not be published', () => {
    const back = { sentBackNote: 'Too few rules', decidedBy: kit, decidedAt: round.opensAt }
    expect(said('draft', back)).toContain('Too few rules')
    const problem = 'Another discussion has taken its address'
    expect(said('signed', { problem })).toContain(problem)
  })

  it('shows field by field what it said before, what it says now, and who wrote it', () => {
    const changes = [
      { field: 'title', before: 'Old', now: 'New', by: [kit, ros], at: round.opensAt },
      { field: 'firstSource', now: 'staff', by: ['gone'], at: round.opensAt },
    ]
    const words = said('asked', { changes })
    expect(words).toMatch(/Title.*Kit Osei, You.*Before.*Old.*Now.*New/s)
    expect(words).toContain('Somebody who works here')
    expect(words).toContain('A colleague')
    expect(said('asked')).toContain('Nothing has changed since you last looked.')
  })
})
