import { describe, expect, it } from 'vitest'
import { ofTrust, type AccessibilityStatement } from './accessibility-statement.ts'
import { readStatement } from './accessibility-statement-schema.ts'

const criterion = { number: '4.1.3', name: 'Status messages', level: 'AA' } as const
const issue = {
  id: 'messages',
  title: 'Messages',
  text: 'Nothing is said.',
  criteria: [criterion],
  since: '2027-01-02',
  instead: 'Look.',
  plannedFor: '2027-09-30',
}
const statement: AccessibilityStatement = {
  standard: 'WCAG 2.2 AA',
  status: 'partial',
  canDo: [],
  issues: [issue],
  limits: [],
  doing: [],
  notClaimed: [],
  tests: [
    { by: 'program', text: 'Programs test it.', on: '2027-02-03' },
    { by: 'auditor', text: 'Not yet.' },
  ],
  preparedOn: '2027-01-02',
  reviewedOn: '2027-02-04',
  replyWithin: 5,
}
const { since: _since, ...withoutSince } = issue
const { plannedFor: _plannedFor, ...withoutPlan } = issue

describe('readStatement', () => {
  it('gives back a statement that may be shown', () => {
    expect(readStatement(structuredClone(statement))).toEqual(statement)
  })

  it('lets a plan be without a day, which is the Trust’s to set', () => {
    const undated = { ...statement, issues: [withoutPlan], doing: [{ text: 'We ask people.' }] }
    expect(readStatement(undated)).toEqual(undated)
  })

  it.each([
    [
      'an issue without the day since when it is known',
      { issues: [withoutSince] },
      'issues.0.since: This is not there. Write a date like 2027-02-14',
    ],
    [
      'an issue without a criterion',
      { issues: [{ ...issue, criteria: [] }] },
      'issues.0.criteria: Add criteria: 1 or more',
    ],
    [
      'an issue that no law is about',
      { issues: [{ ...issue, criteria: [{ ...criterion, level: 'AAA' }] }] },
      'issues.0.criteria: None is A or AA',
    ],
    [
      'a criterion that is none',
      { notClaimed: [{ ...criterion, number: '9.1', why: 'So.' }] },
      'notClaimed.0.number: Write the number of a success criterion',
    ],
    [
      'an issue to be put right before it was known',
      { issues: [{ ...issue, plannedFor: '2026-12-31' }] },
      'issues.0.plannedFor: This is before the issue was known',
    ],
    [
      'full compliance with an issue',
      { status: 'full' },
      'status: There are issues, so it is not full',
    ],
    [
      'full compliance without every test',
      { status: 'full', issues: [] },
      'status: A test has not been done, so it is not full',
    ],
    [
      'partial compliance without an issue',
      { issues: [] },
      'issues: Say what keeps the status from being full',
    ],
    [
      'a review before it was prepared',
      { preparedOn: '2027-03-01' },
      'reviewedOn: This is before it was prepared',
    ],
    [
      'a test after the review',
      { reviewedOn: '2027-02-02' },
      'tests.0.on: This is after the statement was reviewed',
    ],
    ['no test', { tests: [] }, 'tests: Add tests: 1 or more'],
    ['a field it does not know', { colour: 'blue' }, 'There is no field “colour” here.'],
  ])('refuses %s', (_, change, words) => {
    expect(() => readStatement({ ...statement, ...change })).toThrow(words)
  })
})

describe('ofTrust', () => {
  const set = { reviewedOn: '2027-01-14', replyWithin: '7', plannedFor: '2027-09-30' }
  const issue = {
    id: 'one',
    title: 'One',
    text: 'It is hard.',
    criteria: [],
    since: '2026-11-22',
    instead: 'Ask.',
  }
  const statement: AccessibilityStatement = {
    standard: 'the standard',
    status: 'partial',
    canDo: [],
    issues: [issue, { ...issue, id: 'two', plannedFor: '2027-02-01' }],
    limits: [],
    doing: [{ text: 'Testing.' }, { text: 'More.', by: '2027-03-01' }],
    notClaimed: [],
    tests: [],
    preparedOn: '2026-11-22',
    reviewedOn: '2026-11-22',
    replyWithin: 5,
  }

  it('puts what the Trust has set in the place of what came with the program', () => {
    const own = ofTrust(statement, set)
    expect(own).toMatchObject({ reviewedOn: '2027-01-14', replyWithin: 7 })
    expect(own.issues.map(({ plannedFor }) => plannedFor)).toEqual(['2027-09-30', '2027-02-01'])
    expect(own.doing.map(({ by }) => by)).toEqual(['2027-09-30', '2027-03-01'])
    expect(own.preparedOn).toBe('2026-11-22')
  })

  it('leaves everything as it is where the Trust has set nothing', () => {
    expect(ofTrust(statement, undefined)).toEqual(statement)
    expect(ofTrust(statement, { reviewedOn: '', replyWithin: '', plannedFor: '' })).toEqual(
      statement,
    )
  })
})
