import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBankHoliday } from '../core/bank-holidays.ts'
import { busConsultation as consultation } from '../consultation/bus-consultation.fixture.ts'
import { sameContent } from '../core/canonical-json.ts'
import type { RequestId } from '../core/ids.ts'
import { needCodes, needGroups, needWords, supportNeed } from './support-needs.ts'
import { askForSupportSchema, requestResultSchema } from './support-request-schema.ts'
import {
  acceptRequest,
  answersTakenUntil,
  checkRequest,
  dueOn,
  reachWays,
  requestLimits,
  tidyRequest,
  type AskForSupport,
  type SupportRequest,
} from './support-request.ts'
import { workingDaysAfter } from '../core/working-days.ts'

const request: SupportRequest = {
  needs: ['large-print', 'other-language'],
  say: { 'other-language': 'Polish' },
  reach: { by: 'phone', to: '01632 960 001' },
  remember: false,
}
const id = '7c0e9a52-5a3e-4c0e-9d0a-3f1f3a6c2b22' as RequestId
const asked = (changes: Partial<SupportRequest> = {}, times = {}): AskForSupport => ({
  requestId: id,
  slug: consultation.slug,
  request: { ...request, ...changes },
  completedAt: '2027-05-10T12:00:00Z',
  sentAt: '2027-05-10T12:00:00Z',
  ...times,
})
const monday = new Date('2027-05-10T12:00:00Z')
const closed = new Date(Date.parse(consultation.closesAt) + 3 * 86_400_000)
const longest = (most: number) => 'x'.repeat(most)

describe('acceptRequest', () => {
  it('accepts a request, tidied, with the day it is due', () => {
    expect(
      acceptRequest(consultation, asked({ name: ' Sam ', when: '  after 4 pm ' }), monday),
    ).toEqual({
      ok: true,
      value: {
        request: { ...request, name: 'Sam', when: 'after 4 pm' },
        receivedOn: '2027-05-10',
        dueOn: '2027-05-17',
        inTime: true,
      },
    })
  })

  it.each<[string, Partial<SupportRequest>, readonly object[]]>([
    ['nothing asked for', { needs: [] }, [{ code: 'need-missing' }]],
    [
      'a language that is not named',
      { say: {} },
      [{ code: 'need-say-missing', need: 'other-language' }],
    ],
    [
      'only spaces beside it',
      { say: { 'other-language': ' \u200b\n' } },
      [{ code: 'need-say-missing', need: 'other-language' }],
    ],
    [
      'too much beside it',
      { say: { 'other-language': longest(203) } },
      [{ code: 'need-say-too-long', need: 'other-language', most: 200, over: 3 }],
    ],
    [
      'no number',
      { reach: { by: 'phone', to: '  ' } },
      [{ code: 'reach-to-missing', by: 'phone' }],
    ],
    [
      'words for a number',
      { reach: { by: 'text', to: 'my mobile' } },
      [{ code: 'reach-to-unclear', by: 'text' }],
    ],
    [
      'six digits',
      { reach: { by: 'phone', to: '960 001' } },
      [{ code: 'reach-to-unclear', by: 'phone' }],
    ],
    [
      'a number for an email address',
      { reach: { by: 'email', to: '01632 960 001' } },
      [{ code: 'reach-to-unclear', by: 'email' }],
    ],
    [
      'two addresses',
      { reach: { by: 'email', to: 'a@b.example,c@d.example' } },
      [{ code: 'reach-to-unclear', by: 'email' }],
    ],
    [
      'an address without a place',
      { reach: { by: 'email', to: 'sam@home' } },
      [{ code: 'reach-to-unclear', by: 'email' }],
    ],
    [
      'an address that ends in a dot',
      { reach: { by: 'email', to: 'sam@home.' } },
      [{ code: 'reach-to-unclear', by: 'email' }],
    ],
    [
      'a long address',
      { reach: { by: 'post', to: longest(512) } },
      [{ code: 'reach-to-too-long', by: 'post', most: 500, over: 12 }],
    ],
    [
      'a long name',
      { name: longest(101) },
      [{ code: 'request-text-too-long', field: 'name', most: 100, over: 1 }],
    ],
    [
      'a long time',
      { when: longest(302) },
      [{ code: 'request-text-too-long', field: 'when', most: 300, over: 2 }],
    ],
    [
      'several things at once, in the order of the page',
      { needs: ['other-format'], reach: { by: 'phone', to: '' }, name: longest(101) },
      [
        { code: 'need-say-missing', need: 'other-format' },
        { code: 'reach-to-missing', by: 'phone' },
        { code: 'request-text-too-long', field: 'name', most: 100, over: 1 },
      ],
    ],
  ])('refuses %s', (_, changes, problems) => {
    expect(acceptRequest(consultation, asked(changes), monday)).toEqual({ ok: false, problems })
  })

  it.each([
    ['phone', '01632 960 001'],
    ['phone', '+44 (0)1632 960001 ext 12'],
    ['phone', '18001 01632 960 001'],
    ['text', '07700 900123'],
    ['email', 'sam.o’neil+x@example.nhs.uk'],
    ['post', 'Sam\n1 High Street\nAnytown'],
  ] as const)('reaches somebody by %s at %s', (by, to) => {
    expect(checkRequest({ ...request, reach: { by, to } })).toEqual([])
  })

  it('asks how to reach the person when the form does not say', () => {
    expect(checkRequest({ ...request, reach: undefined } as never)).toEqual([
      { code: 'reach-missing' },
    ])
  })

  it('is not refused before opening or after closing, and knows who asked in time', () => {
    const early = acceptRequest(
      consultation,
      asked(),
      new Date(Date.parse(consultation.opensAt) - 86_400_000),
    )
    expect(early).toMatchObject({ ok: true, value: { inTime: true } })
    expect(acceptRequest(consultation, asked(), closed)).toMatchObject({
      ok: true,
      value: { inTime: false },
    })
    // Finished six days before it was sent, by the device's own clock, which may be wrong by years.
    const waited = { completedAt: '1999-01-01T00:00:00Z', sentAt: '1999-01-07T00:00:00Z' }
    expect(acceptRequest(consultation, asked({}, waited), closed)).toMatchObject({
      ok: true,
      value: { inTime: true },
    })
    expect(
      acceptRequest(consultation, asked({}, { completedAt: 'soon', sentAt: '' }), closed),
    ).toMatchObject({ value: { inTime: false } })
  })

  it('counts days by the clock of the United Kingdom', () => {
    expect(acceptRequest(consultation, asked(), new Date('2027-05-10T23:30:00Z'))).toMatchObject({
      value: { receivedOn: '2027-05-11' },
    })
  })
})

describe('tidyRequest', () => {
  it('keeps each need once, in order, and nothing beside what was not chosen', () => {
    const untidy: SupportRequest = {
      ...request,
      needs: ['other-language', 'audio', 'audio'],
      say: { 'other-language': ' Polish\n', 'other-format': 'Makaton' },
      name: '  ',
      when: '',
      reach: { by: 'post', to: ' Sam \r\n1 High Street ' },
    }
    expect(tidyRequest(untidy)).toEqual({
      needs: ['audio', 'other-language'],
      say: { 'other-language': 'Polish' },
      reach: { by: 'post', to: 'Sam \n1 High Street' },
      remember: false,
    })
  })
})

describe('dueOn', () => {
  it.each([
    ['five working days', '2027-05-10', '2027-05-31T17:00:00+01:00', '2027-05-17'],
    ['the working day before closing', '2027-05-10', '2027-05-14T17:00:00+01:00', '2027-05-13'],
    ['the Friday before a Sunday', '2027-05-10', '2027-05-16T23:00:00+01:00', '2027-05-14'],
    [
      'the next working day when it closes today',
      '2027-05-10',
      '2027-05-10T17:00:00+01:00',
      '2027-05-11',
    ],
    [
      'the next working day when it closes tomorrow',
      '2027-05-10',
      '2027-05-11T17:00:00+01:00',
      '2027-05-11',
    ],
    ['after a weekend in which it closes', '2027-05-14', '2027-05-16T17:00:00+01:00', '2027-05-17'],
    ['five working days once it has closed', '2027-05-10', undefined, '2027-05-17'],
  ])('%s', (_, received, closes, due) => expect(dueOn(received, closes)).toBe(due))

  it('is a working day after the day of asking, at most five of them, whatever the dates', () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((days) => new Date(Date.parse('2027-01-01T12:00:00Z') + days * 86_400_000).toISOString())
    fc.assert(
      fc.property(day, fc.option(day, { nil: undefined }), (received, closes) => {
        const from = received.slice(0, 10)
        const due = dueOn(from, closes)
        expect(due > from && due <= workingDaysAfter(from, 5)).toBe(true)
        expect([0, 6]).not.toContain(new Date(due).getUTCDay())
        expect(isBankHoliday(due)).toBe(false)
        // Where a working day is left before the one of closing, the reply is due before closing.
        if (closes && workingDaysAfter(from, 1) < closes.slice(0, 10))
          expect(due < closes.slice(0, 10)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('answersTakenUntil', () => {
  const item = { inTime: true, receivedOn: '2027-05-24', repliedOn: '2027-06-02' }
  it('gives the days waited back to whoever asked in time', () => {
    expect(answersTakenUntil(item, '2027-05-31T17:00:00+01:00')).toBe('2027-06-09')
    expect(
      answersTakenUntil({ ...item, repliedOn: '2027-05-24' }, '2027-05-31T17:00:00+01:00'),
    ).toBe('2027-05-31')
    expect(
      answersTakenUntil({ ...item, inTime: false }, '2027-05-31T17:00:00+01:00'),
    ).toBeUndefined()
  })
})

describe('support needs', () => {
  it('are each in one group, with words that stand alone', () => {
    expect(needGroups.flatMap((group) => group.needs.map(({ code }) => code))).toEqual([
      ...needCodes,
    ])
    expect(new Set(needCodes.map(needWords)).size).toBe(needCodes.length)
    expect(needWords('talk-by-phone')).toBe('Talk to somebody by phone')
    expect(needWords('easy-read')).toBe('Easy Read')
    expect(needWords('not-known-yet')).toBe('not-known-yet')
    expect(supportNeed('constructor')).toBeUndefined()
  })
})

describe('any request', () => {
  const words = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      'Polish',
      '01632 960 001',
      'sam@example.com',
      '\u0000',
      '\ud800',
      '👩‍👩‍👧',
    ),
    fc.string({ maxLength: 600 }),
  )
  const need = fc.constantFrom(...needCodes)
  const sound: fc.Arbitrary<SupportRequest> = fc.record(
    {
      needs: fc.array(need, { maxLength: 5 }),
      say: fc.dictionary(need, words, { maxKeys: 4 }),
      reach: fc.record({ by: fc.constantFrom(...reachWays), to: words }),
      name: words,
      when: words,
      remember: fc.boolean(),
    },
    { requiredKeys: ['needs', 'say', 'reach', 'remember'] },
  )
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, null, Number.NaN, 10n, '', [], {}),
  )
  const spoilt = fc
    .tuple(
      sound,
      fc.option(
        fc.dictionary(
          fc.constantFrom('needs', 'say', 'reach', 'name', 'remember', 'isAdmin', '__proto__'),
          junk,
          { maxKeys: 2 },
        ),
        { freq: 2 },
      ),
    )
    .map(([good, bad]) => asked({ ...good, ...bad } as never))

  it('is accepted or refused, and what is accepted is clean and would be accepted just so again', () => {
    const counts = { 'not-parsed': 0, refused: 0, accepted: 0 }
    fc.assert(
      fc.property(spoilt, (input) => {
        const parsed = askForSupportSchema.safeParse(input)
        if (!parsed.success) {
          counts['not-parsed'] += 1
          return
        }
        const result = acceptRequest(consultation, parsed.data, monday)
        if (!result.ok) {
          counts.refused += 1
          expect(requestResultSchema.safeParse(result).success).toBe(true)
          return
        }
        counts.accepted += 1
        const again = acceptRequest(
          consultation,
          { ...parsed.data, request: result.value.request },
          monday,
        )
        expect(again.ok && sameContent(again.value, result.value)).toBe(true)
      }),
      { numRuns: 6_000 },
    )
    for (const [outcome, count] of Object.entries(counts))
      expect(count, outcome).toBeGreaterThan(250)
  })

  it('has no more in it than the limits say', () => {
    expect(askForSupportSchema.safeParse(asked({ name: longest(4_001) })).success).toBe(false)
    expect(askForSupportSchema.safeParse({ ...asked(), responseId: id }).success).toBe(false)
    expect(Math.max(...Object.values(requestLimits))).toBeLessThan(4_001)
  })
})
