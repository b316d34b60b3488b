import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPart, type PartFields } from '../../authoring/draft/draft.ts'
import { sameContent } from '../../core/canonical-json.ts'
import { clinicRound, whileRoundOpen } from '../round.fixture.ts'
import type { Round } from '../round.ts'
import {
  answerersOf,
  completedRound,
  fieldsForNext,
  fieldsOfRound,
  linesOf,
  mayWriteField,
  newProcess,
  paragraphsOf,
  replaceProblem,
  roundPart,
  stageOf,
  writtenRound,
} from './round-draft.ts'

const before = new Date('2027-02-01T12:00:00Z')
const after = new Date('2027-03-21T12:00:00Z')
const part = (fields: PartFields) => newPart(roundPart, fields)
const published = (round: Round, retracted = false) => ({ round, retracted })
const summary = { publishedOn: '2027-03-25', said: ['A'], notSettled: [], next: ['B'] }

const sided = (round: Round): Round => ({
  ...round,
  starters: round.starters.map((starter, index) => ({
    ...starter,
    id: index === 0 ? 'first' : 'second',
  })),
})

describe('the stage of a round', () => {
  it.each([
    ['draft', undefined, before],
    ['scheduled', published(clinicRound()), before],
    ['open', published(clinicRound()), whileRoundOpen],
    ['closed', published(clinicRound()), after],
    ['concluded', published(clinicRound({ summary })), after],
    ['retracted', published(clinicRound(), true), whileRoundOpen],
  ] as const)('is %s', (stage, state, now) => {
    expect(stageOf(state, now)).toBe(stage)
  })

  it('decides which fields can be written', () => {
    expect(mayWriteField('draft', 'slug')).toBe(true)
    expect(mayWriteField('scheduled', 'slug')).toBe(false)
    expect(mayWriteField('scheduled', 'title')).toBe(true)
    for (const stage of ['open', 'closed'] as const) {
      expect(mayWriteField(stage, 'title')).toBe(false)
      expect(mayWriteField(stage, 'said')).toBe(true)
    }
    for (const stage of ['draft', 'scheduled', 'concluded', 'retracted'] as const)
      expect(mayWriteField(stage, 'said')).toBe(false)
  })
})

describe('the summary of a round of questions', () => {
  it('comes only once each question has its answer or a reason', () => {
    const round = clinicRound({ kind: 'questions' })
    const written = { ...clinicRound({ kind: 'questions', summary }), process: undefined }
    const state = published(round)
    expect(replaceProblem(state, written, after)).toBeUndefined()
    expect(replaceProblem({ ...state, unfinished: true }, written, after)).toBe('not-finished')
  })
})

describe('who answers, from a text', () => {
  it.each([
    ['', []],
    ['Jo Fenn', [{ name: 'Jo Fenn' }]],
    [
      ' Jo Fenn ,  nurse, nights \n\nSunil',
      [{ name: 'Jo Fenn', self: 'nurse, nights' }, { name: 'Sunil' }],
    ],
    [', nurse', [{ name: '', self: 'nurse' }]],
  ])('%#', (text, people) => expect(answerersOf(text)).toEqual(people))
})

describe('a round from its fields', () => {
  it('is the round that the fields were taken from', () => {
    for (const round of [
      clinicRound(),
      clinicRound({ starters: [], indexed: false, position: undefined }),
      clinicRound({ trust: { name: 'Example', note: 'Made up' } }),
      clinicRound({
        kind: 'questions',
        position: undefined,
        answering: [{ name: 'Jo Fenn', self: 'nurse at Birch, nights' }, { name: 'Sunil Dray' }],
      }),
      clinicRound({ rules: ['One.', 'Two.'], moderation: 'after' }),
    ]) {
      const written = writtenRound(
        { id: round.id, part: part(fieldsOfRound(round)) },
        { now: before },
      )
      expect(
        sameContent(completedRound(written, { number: 1, day: '2027-01-01' }), sided(round)),
      ).toBe(true)
    }
  })

  it('has no starter of which nothing is written, and one of which anything is', () => {
    const starters = (fields: PartFields) =>
      writtenRound({ id: 'x', part: part(fields) }, { now: before }).starters
    expect(starters({ firstSource: 'staff', secondTitle: '  ' })).toEqual([])
    expect(starters({ secondText: 'One.\n\n\nTwo.' })).toMatchObject([
      { id: 'second', paragraphs: ['One.', 'Two.'], source: 'participant' },
    ])
  })

  it('begins a process under a name of its own, or the one it began before', () => {
    const fields = { process: newProcess, processTitle: 'Nearer help', processLede: 'Three.' }
    const processOf = (ownProcess?: string) =>
      writtenRound({ id: 'x', part: part(fields) }, { now: before, ownProcess }).process
    expect(processOf()).toEqual({
      slug: 'nearer-help',
      begins: { title: 'Nearer help', lede: 'Three.' },
    })
    expect(processOf('near')).toMatchObject({ slug: 'near' })
  })

  it('once open is what is published, with its summary and nothing else of the draft', () => {
    const round = clinicRound({ process: { slug: 'nearer', number: 2 } })
    const fields = { title: 'Smuggled', said: 'A\n\nB', next: 'C' }
    for (const now of [whileRoundOpen, after]) {
      const written = writtenRound(
        { id: round.id, part: part(fields) },
        { now, published: published(round) },
      )
      expect(written.title).toBe(round.title)
      expect(written.process).toEqual({ slug: 'nearer' })
      expect(completedRound(written, { number: 2, day: '2027-03-25' })).toEqual({
        ...round,
        summary: { said: ['A', 'B'], notSettled: [], next: ['C'], publishedOn: '2027-03-25' },
      })
    }
  })

  it('takes rules and places along to the next one, and neither title, texts nor dates', () => {
    const fields = fieldsForNext(clinicRound({ process: { slug: 'nearer', number: 1 } }))
    expect(fields).toMatchObject({ process: 'nearer', rules: 'Speak for yourself.' })
    for (const own of ['title', 'lede', 'firstText', 'opensAt', 'slug', 'said'])
      expect(fields).not.toHaveProperty(own)
  })
})

describe('replacing what is published', () => {
  const written = (changes: Partial<Round> = {}) => {
    const { process: _, ...rest } = clinicRound(changes)
    return rest
  }
  it.each([
    ['nothing before its opening', undefined, {}, before, undefined],
    ['a past closing', undefined, {}, after, 'closes-in-the-past'],
    ['its closing itself', undefined, {}, new Date('2027-03-20T17:00:00Z'), 'closes-in-the-past'],
    ['nothing while scheduled', clinicRound(), {}, before, undefined],
    ['other words once open', clinicRound(), {}, whileRoundOpen, 'has-opened'],
    ['a summary while open', clinicRound(), { summary }, whileRoundOpen, 'not-closed'],
    ['a summary once closed', clinicRound(), { summary }, after, undefined],
    ['other words once closed', clinicRound(), {}, after, 'has-opened'],
    ['anything once concluded', clinicRound({ summary }), { summary }, after, 'is-concluded'],
  ] as const)('meets %s', (_what, round, changes, now, problem) => {
    expect(replaceProblem(round && published(round), written(changes), now)).toBe(problem)
  })

  it('never brings back what was taken down', () => {
    expect(replaceProblem(published(clinicRound(), true), written(), before)).toBe('is-retracted')
  })
})

describe('texts', () => {
  it('are cut at blank lines and at ends of lines, whatever is typed', () => {
    expect(paragraphsOf(' A\nB \n \n\nC ')).toEqual(['A\nB', 'C'])
    expect(linesOf(' A \n\n B')).toEqual(['A', 'B'])
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of [...paragraphsOf(text), ...linesOf(text)]) expect(one.trim()).not.toBe('')
        expect(paragraphsOf(paragraphsOf(text).join('\n\n'))).toEqual(paragraphsOf(text))
      }),
    )
  })
})
