import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addsUp, ledgerOf, type Campaign, type LineCount } from './ledger.ts'
import {
  behalves,
  exclusionReasons,
  isCounted,
  lineOf,
  lines,
  ways,
  withinGrace,
  type LedgerFacts,
  type Line,
} from './ledger-line.ts'
import { decide, isForGood, undo, type LedgerDecision, type LedgerRow } from './ledger-step.ts'

const plain: LedgerFacts = {
  way: 'website',
  behalf: 'self',
  late: false,
  lateDecision: null,
  blank: false,
  mergedInto: null,
  campaign: null,
  campaignForm: null,
  excluded: null,
  withdrawn: false,
  erased: false,
}

const anyFacts: fc.Arbitrary<LedgerFacts> = fc
  .record({
    way: fc.constantFrom(...ways),
    behalf: fc.constantFrom(...behalves),
    late: fc.boolean(),
    lateDecision: fc.constantFrom('accepted' as const, 'not-accepted' as const, null),
    blank: fc.boolean(),
    mergedInto: fc.constantFrom('other', null),
    campaign: fc.constantFrom('c', null),
    campaignForm: fc.constantFrom('standard' as const, 'edited' as const),
    excluded: fc.constantFrom(...exclusionReasons, null),
    withdrawn: fc.boolean(),
    erased: fc.boolean(),
  })
  .map((facts) => ({ ...facts, campaignForm: facts.campaign === null ? null : facts.campaignForm }))

describe('lineOf', () => {
  it.each([
    [{}, 'in-time'],
    [{ behalf: 'organisation' }, 'on-behalf'],
    [{ late: true }, 'late-waiting'],
    [{ late: true, lateDecision: 'accepted' }, 'late-accepted'],
    [{ late: true, lateDecision: 'not-accepted' }, 'late-not-accepted'],
    [{ campaign: 'c', campaignForm: 'standard' }, 'campaign-standard'],
    [
      { campaign: 'c', campaignForm: 'edited', late: true, lateDecision: 'accepted' },
      'campaign-edited',
    ],
    [{ campaign: 'c', campaignForm: 'edited', late: true }, 'late-waiting'],
    [{ mergedInto: 'x', campaign: 'c', campaignForm: 'standard' }, 'duplicate'],
    [{ blank: true, mergedInto: 'x' }, 'blank'],
    [{ excluded: 'test', blank: true }, 'excluded'],
    [{ withdrawn: true, excluded: 'test' }, 'withdrawn'],
    [{ erased: true, withdrawn: true }, 'erased'],
  ] as [Partial<LedgerFacts>, Line][])('puts %j on the line %s', (facts, line) => {
    expect(lineOf({ ...plain, ...facts })).toBe(line)
  })

  it('reaches every line', () => {
    const reached = new Set(fc.sample(anyFacts, 5000).map(lineOf))
    expect([...lines].filter((line) => !reached.has(line))).toEqual([])
  })
})

const day = (text: string): Date => new Date(`2026-12-${text}:00:00Z`)
describe('withinGrace', () => {
  it.each([
    ['20T17', true],
    ['20T18', false],
    ['14T09', true],
  ])('on the %s says %s for seven days after the 13th at 17', (received, within) => {
    expect(withinGrace(day('13T17'), 7, day(received))).toBe(within)
  })
})

/** Counts facts as the database does. */
function countsOf(facts: readonly LedgerFacts[]): readonly LineCount[] {
  const groups = new Map<string, LineCount>()
  for (const one of facts) {
    const { way, behalf, excluded: reason, campaign } = one
    const group = { line: lineOf(one), way, behalf, reason, campaign }
    const key = JSON.stringify(group)
    groups.set(key, { ...group, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}
const times = (count: number, facts: Partial<LedgerFacts>): LedgerFacts[] =>
  Array.from({ length: count }, () => ({ ...plain, ...facts }))
const ledgerFrom = (
  facts: readonly LedgerFacts[],
  campaigns: readonly Campaign[] = [],
  mergedInto = 0,
) => ledgerOf({ cameIn: facts.length, lines: countsOf(facts), campaigns, mergedInto })

describe('ledgerOf', () => {
  it('always adds up, whatever came in', () => {
    const campaigns: Campaign[] = [{ id: 'c', name: 'Leaflet', countAs: 'one' }]
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 60 }), (facts) => {
        const ledger = ledgerFrom(facts, campaigns)
        expect(addsUp(ledger)).toBe(true)
        expect(ledger.countedTotal).toBe(facts.filter((one) => isCounted(lineOf(one))).length)
        expect(ledger.byWay.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length)
        expect(ledger.inResults).toBeLessThanOrEqual(ledger.countedTotal)
      }),
    )
  })

  it('says so when a response is on no line', () => {
    const ledger = ledgerOf({ cameIn: 2, lines: countsOf([plain]), campaigns: [], mergedInto: 0 })
    expect(ledger.withoutLine).toBe(1)
    expect(addsUp(ledger)).toBe(false)
  })

  it('holds 7,667 received, 7,198 analysed: 199 without valid contact, 70 blank, 200 duplicates of 188', () => {
    const ledger = ledgerFrom(
      [
        ...times(7198, {}),
        ...times(199, { excluded: 'no-valid-contact' }),
        ...times(70, { blank: true }),
        ...times(200, { mergedInto: 'x' }),
      ],
      [],
      188,
    )
    expect(ledger).toMatchObject({
      cameIn: 7667,
      inResults: 7198,
      notCountedTotal: 469,
      merged: { copies: 200, into: 188 },
    })
    expect(ledger.notCounted.find(({ line }) => line === 'excluded')?.parts).toEqual([
      { name: 'no-valid-contact', count: 199 },
    ])
    expect(addsUp(ledger)).toBe(true)
  })

  it('holds 1,443: 40 people, 20 organisations and 1,383 of a campaign, of which 1,360 count as one', () => {
    const campaign: Campaign = { id: 'c', name: 'Bank', countAs: 'one' }
    const facts = [
      ...times(40, {}),
      ...times(20, { behalf: 'organisation' }),
      ...times(1360, { campaign: 'c', campaignForm: 'standard' }),
      ...times(23, { campaign: 'c', campaignForm: 'edited' }),
    ]
    const ledger = ledgerFrom(facts, [campaign])
    expect(ledger).toMatchObject({ cameIn: 1443, countedTotal: 1443, inResults: 84 })
    expect(ledger.asOne).toEqual([{ campaign, responses: 1360 }])
    expect(ledger.counted.map(({ line, count }) => [line, count])).toEqual([
      ['in-time', 40],
      ['on-behalf', 20],
      ['late-accepted', 0],
      ['campaign-standard', 1360],
      ['campaign-edited', 23],
    ])
    expect(ledgerFrom(facts, [{ ...campaign, countAs: 'each' }]).inResults).toBe(1443)
  })
})

const row = (id: string, facts: Partial<LedgerFacts> = {}): LedgerRow => ({
  id,
  reference: `REFE-${id}`,
  facts: { ...plain, ...facts },
})
const nowhere = { targets: new Set<string>() }
const codes = (result: ReturnType<typeof decide>) =>
  result.ok ? [] : result.problems.map(({ code }) => code)

describe('decide', () => {
  it.each([
    ['nothing', { kind: 'accept-late' }, [], ['nothing-chosen']],
    ['what was in time', { kind: 'accept-late' }, [row('1')], ['not-late']],
    ['what was late', { kind: 'accept-late' }, [row('1', { late: true })], []],
    ['no reason', { kind: 'refuse-late' }, [row('1', { late: true })], ['reason-missing']],
    [
      'no reason for leaving out',
      { kind: 'exclude', because: 'test' },
      [row('1')],
      ['reason-missing'],
    ],
    [
      'what was withdrawn',
      { kind: 'answer-for', behalf: 'person' },
      [row('1', { withdrawn: true })],
      ['words-are-gone'],
    ],
    ['one merged into nothing', { kind: 'merge', into: 'x' }, [row('1')], ['response-not-here']],
  ] as [string, LedgerDecision, LedgerRow[], string[]][])(
    'on %s',
    (_, decision, rows, problems) => {
      expect(codes(decide(decision, '', rows, nowhere))).toEqual(problems)
    },
  )

  it('merges into a response that counts and is not merged itself', () => {
    const merge = (target: LedgerRow, targets: string[] = []) =>
      codes(
        decide({ kind: 'merge', into: target.id }, '', [row('1')], {
          target,
          targets: new Set(targets),
        }),
      )
    expect(merge(row('2'))).toEqual([])
    expect(merge(row('1'))).toEqual(['merged-into-itself'])
    expect(merge(row('2', { mergedInto: '3' }))).toEqual(['merged-into-uncounted'])
    expect(merge(row('2', { withdrawn: true }))).toEqual(['merged-into-uncounted'])
    expect(merge(row('2'), ['1'])).toEqual(['others-merged-into-it'])
  })
})

const anyDecision: fc.Arbitrary<LedgerDecision> = fc.oneof(
  fc.constant<LedgerDecision>({ kind: 'accept-late' }),
  fc.constant<LedgerDecision>({ kind: 'refuse-late' }),
  fc.constant<LedgerDecision>({ kind: 'merge', into: 't' }),
  fc.constantFrom(...exclusionReasons).map((because) => ({ kind: 'exclude', because }) as const),
  fc.constantFrom(...behalves).map((behalf) => ({ kind: 'answer-for', behalf }) as const),
  fc
    .constantFrom('standard' as const, 'edited' as const)
    .map((form) => ({ kind: 'label-campaign', campaign: 'c', form }) as const),
)

describe('undo', () => {
  it('puts every response back on the line it came from, last step first', () => {
    const target = row('t')
    fc.assert(
      fc.property(
        fc.array(anyFacts, { minLength: 1, maxLength: 5 }),
        fc.array(anyDecision),
        (all, decisions) => {
          let rows = all.map((facts, index) => ({ ...row(`${index}`), facts }))
          const before = rows
          const done: Parameters<typeof undo>[0]['moves'][] = []
          const put = (moves: Parameters<typeof undo>[0]['moves']) => {
            const after = new Map(moves.map((move) => [move.id, move.after]))
            rows = rows.map((one) => ({ ...one, facts: after.get(one.id) ?? one.facts }))
          }
          for (const decision of decisions) {
            const result = decide(decision, 'Because.', rows, { target, targets: new Set() })
            if (result.ok) {
              done.push(result.value)
              put(result.value)
            }
          }
          for (const moves of done.toReversed()) {
            const back = undo({ undone: false, moves }, rows)
            expect(back.ok).toBe(true)
            if (back.ok) put(back.value)
          }
          expect(rows).toEqual(before)
        },
      ),
    )
  })

  const accepted = decide({ kind: 'accept-late' }, '', [row('1', { late: true })], nowhere)
  const moves = accepted.ok ? accepted.value : []

  it('refuses what was undone, what is gone and what was decided anew', () => {
    expect(undo({ undone: true, moves }, [])).toMatchObject({
      problems: [{ code: 'already-undone' }],
    })
    expect(undo({ undone: false, moves }, [])).toMatchObject({
      problems: [{ code: 'response-not-here' }],
    })
    const since = row('1', { late: true, lateDecision: 'not-accepted' })
    expect(undo({ undone: false, moves }, [since])).toMatchObject({
      problems: [{ code: 'decided-since' }],
    })
  })

  it('leaves alone what happened to a response by itself', () => {
    const since = row('1', { late: true, lateDecision: 'accepted', withdrawn: true })
    const back = undo({ undone: false, moves }, [since])
    expect(back.ok && back.value[0]?.after).toMatchObject({ withdrawn: true, lateDecision: null })
  })
})

describe('isForGood', () => {
  it.each([
    ['take-out', true],
    ['erase', true],
    ['exclude', false],
    ['merge', false],
    ['undo', false],
  ])('of the step “%s” says %s', (kind, forGood) => {
    expect(isForGood(kind)).toBe(forGood)
  })
})
