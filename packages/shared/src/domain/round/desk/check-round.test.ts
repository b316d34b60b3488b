import { describe, expect, it } from 'vitest'
import { newPart, type PartFields } from '../../authoring/draft/draft.ts'
import { clinicRound, whileRoundOpen } from '../round.fixture.ts'
import type { CheckedAgainst } from './check-round.ts'
import { fieldsOfRound, newProcess, roundPart } from './round-draft.ts'
import { checkWholeRound } from './round-shape-schema.ts'

const now = new Date('2027-02-01T12:00:00Z')
const good = fieldsOfRound(
  clinicRound({ opensAt: '2027-03-01T09:00:00+00:00', closesAt: '2027-03-19T17:00:00+00:00' }),
)

const find = (changes: PartFields = {}, around: Partial<CheckedAgainst> = {}) =>
  checkWholeRound(
    { id: clinicRound().id, part: newPart(roundPart, { ...good, ...changes }) },
    { now, slugTaken: false, ...around },
  ).findings

const fields = (level: string, ...how: Parameters<typeof find>) =>
  find(...how)
    .filter((finding) => finding.level === level)
    .map(({ field }) => field)

describe('what stands in the way of a discussion', () => {
  it('is nothing when all of it is written', () => {
    expect(fields('blocks')).toEqual([])
    expect(fields('advice')).toEqual(['secondSelf'])
  })

  it('is everything that is missing, each at its field and once', () => {
    const empty = Object.fromEntries(Object.keys(good).map((field) => [field, undefined]))
    const found = fields('blocks', empty)
    for (const field of [
      'title',
      'lede',
      'rules',
      'opensAt',
      'closesAt',
      'summaryBy',
      'reading',
      'slug',
      'trustName',
    ])
      expect(found.filter((one) => one === field)).toEqual([field])
  })

  it.each([
    [
      'title',
      {
        title: 'The clinic',
        position: '',
        firstTitle: '',
        firstText: '',
        firstName: '',
        firstSelf: '',
        secondTitle: '',
        secondText: '',
        secondName: '',
      },
    ],
    ['secondText', { secondText: String(good['firstText']).toUpperCase() }],
    ['firstName', { firstName: '' }],
    ['firstText', { firstText: 'x'.repeat(5_001) }],
    ['secondText', { secondText: Array.from({ length: 21 }, () => 'Again.').join('\n\n') }],
    ['answering', { kind: 'questions' }],
    ['answering', { kind: 'questions', answering: ', nurse' }],
    ['answering', { kind: 'questions', answering: 'Jo\nJo, nurse' }],
    [
      'answering',
      { kind: 'questions', answering: Array.from({ length: 13 }, (_, n) => `Jo ${n}`).join('\n') },
    ],
    ['rules', { rules: Array.from({ length: 11 }, () => 'Listen.').join('\n') }],
    ['rules', { rules: 'x'.repeat(301) }],
    ['closesAt', { closesAt: good['opensAt'] }],
    ['closesAt', { opensAt: '2027-01-01T09:00:00+00:00', closesAt: now.toISOString() }],
    ['summaryBy', { summaryBy: '2027-03-18' }],
    ['slug', { slug: 'Two words' }],
    ['consultation', { consultation: 'gone' }],
    ['processTitle', { process: newProcess, processLede: 'For what' }],
    ['processLede', { process: newProcess, processTitle: 'Nearer' }],
  ])('is %s with %o', (field, changes) => {
    expect(fields('blocks', changes)).toContain(field)
  })

  it('is not who answers, once they are named, nor where people stand', () => {
    const asks = { kind: 'questions', answering: 'Jo Fenn, nurse' }
    expect(fields('blocks', asks)).toEqual([])
    expect(fields('advice', { ...asks, answering: 'Jo Fenn' })).toContain('answering')
    expect(fields('blocks', { answering: ', nobody' })).toEqual([])
  })

  it('is a question without an end, when somebody writes what came of it', () => {
    const published = { round: clinicRound({ kind: 'questions' }), retracted: false }
    const after = { now: new Date('2027-03-21T12:00:00Z'), published }
    const written = { said: 'They asked.', next: 'We answer.' }
    expect(fields('blocks', written, after)).toEqual([])
    const unfinished = { ...after, published: { ...published, unfinished: true } }
    expect(fields('blocks', written, unfinished)).toEqual(['said'])
  })

  it('is an address that another has, or that was published otherwise', () => {
    expect(fields('blocks', {}, { slugTaken: true })).toEqual(['slug'])
    const round = clinicRound({ slug: 'another-address' })
    expect(fields('blocks', {}, { published: { round, retracted: false } })).toEqual(['slug'])
  })

  it('is a row of discussions that is gone or has another’s name', () => {
    expect(fields('blocks', { process: 'nearer' }, { process: 'missing' })).toEqual(['process'])
    const own = { process: newProcess, processTitle: 'Nearer', processLede: 'Why' }
    expect(fields('blocks', own, { process: 'taken' })).toEqual(['processTitle'])
  })
})

describe('what is worth a thought', () => {
  it.each([
    ['closesAt', { closesAt: '2027-03-05T17:00:00+00:00', summaryBy: '2027-03-12' }],
    ['closesAt', { closesAt: '2027-03-20T17:00:00+00:00' }],
    ['closesAt', { closesAt: '2027-03-29T17:00:00+01:00', summaryBy: '2027-04-09' }],
    ['opensAt', { opensAt: '2027-01-29T09:00:00+00:00' }],
    ['summaryBy', { summaryBy: '2027-04-17' }],
    ['moderation', { moderation: 'after' }],
    ['secondSource', { firstSource: 'staff', secondSource: 'staff' }],
    ['firstText', { firstText: 'Near is good. '.repeat(40) }],
    ['position', { position: 'for one clinic' }],
    ['indexed', { indexed: undefined }],
  ])('is %s with %o', (field, changes) => {
    expect(fields('advice', changes)).toContain(field)
  })

  it('is not an evening of questions, which is short on purpose', () => {
    const evening = { closesAt: '2027-03-01T19:00:00+00:00', summaryBy: '2027-03-08' }
    const short = (kind: string) =>
      find({ ...evening, kind }).filter(({ words }) => words.includes('less than a week'))
    expect(short('questions')).toEqual([])
    expect(short('discussion')).toHaveLength(1)
  })

  it('is seven days to the second, and not a second less', () => {
    const until = (closesAt: string) =>
      find({ closesAt, summaryBy: '2027-03-15' }).filter(({ words }) =>
        words.includes('less than a week'),
      ).length
    expect(until('2027-03-08T09:00:00+00:00')).toBe(0)
    expect(until('2027-03-08T08:59:59+00:00')).toBe(1)
  })

  it('is a row whose last discussion has no summary', () => {
    expect(fields('advice', { process: 'nearer' }, { process: 'not-concluded' })).toContain(
      'process',
    )
  })
})

describe('what stands in the way of a summary', () => {
  const round = clinicRound()
  const at = (time: Date, summary: PartFields = {}) =>
    find(summary, { now: time, published: { round, retracted: false } })
  const closed = new Date('2027-03-21T12:00:00Z')

  it('is that people still talk', () => {
    expect(at(whileRoundOpen, { said: 'A', next: 'B', notSettled: 'C' })).toMatchObject([
      { level: 'blocks', field: 'said' },
    ])
  })

  it('is what is not written, but for what may be settled', () => {
    expect(at(closed).map(({ level, field }) => `${level} ${field}`)).toEqual([
      'blocks said',
      'advice notSettled',
      'blocks next',
    ])
    expect(at(closed, { said: 'A', next: 'B', notSettled: 'C' })).toEqual([])
  })

  it('is a paragraph that is too long for its page', () => {
    expect(at(closed, { said: 'x'.repeat(5_001), next: 'B', notSettled: 'C' })).toMatchObject([
      { level: 'blocks', field: 'said' },
    ])
  })
})
