import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clocks,
  concernLimits,
  falseAlarmsByPhrase,
  inOrderOfUrgency,
  measureWordList,
  moreUrgent,
  refusalOfAct,
  standingOf,
  type Concern,
  type ConcernAct,
  type ConcernEvent,
} from './concern.ts'
import { severities, type Severity } from './severity.ts'

const start = Date.parse('2027-02-01T10:05:00Z')
const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()
const raised = (severity: Severity = 'now'): ConcernEvent => ({
  kind: 'raised',
  at: at(0),
  by: { kind: 'writer' },
  severity,
})
const concern = (...events: readonly ConcernEvent[]): Concern => ({ events: [raised(), ...events] })
const taken = { kind: 'taken', at: at(5), by: 'kit' } as const
const passedOn = {
  kind: 'passed-on',
  at: at(10),
  by: 'kit',
  to: 'crisis-team',
  what: 'They ring at 11',
} as const
const closed = {
  kind: 'closed',
  at: at(20),
  by: 'kit',
  how: 'done',
  what: 'Rang; safe with her sister',
} as const

describe('standingOf', () => {
  it('begins with nobody on it and a clock', () => {
    expect(standingOf(concern())).toEqual({
      state: 'waiting',
      severity: 'now',
      raisedAt: at(0),
      raisedBy: { kind: 'writer' },
      confirmed: false,
      acknowledged: false,
      withdrawn: false,
      escalations: 0,
      dueAt: at(30),
    })
  })

  it.each([
    ['now', 30],
    ['today', 240],
    ['week', 2_880],
  ] as const)('%s waits %i minutes for somebody to take it', (severity, minutes) => {
    expect(standingOf({ events: [raised(severity)] }).dueAt).toBe(at(minutes))
  })

  it.each<readonly [string, readonly ConcernEvent[], object]>([
    ['taken', [taken], { state: 'taken', ownerId: 'kit', dueAt: at(65) }],
    [
      'given',
      [{ kind: 'given', at: at(5), by: 'ros', to: 'kit' }],
      { state: 'taken', ownerId: 'kit', dueAt: at(65) },
    ],
    [
      'passed on',
      [taken, passedOn],
      {
        state: 'passed-on',
        ownerId: 'kit',
        passedTo: 'crisis-team',
        confirmed: false,
        dueAt: at(70),
      },
    ],
    [
      'confirmed',
      [taken, passedOn, { kind: 'confirmed', at: at(12), by: 'kit', what: 'They have it' }],
      { state: 'passed-on', confirmed: true },
    ],
    [
      'taken back from a team',
      [taken, passedOn, { kind: 'taken', at: at(15), by: 'ros' }],
      { state: 'taken', ownerId: 'ros', passedTo: undefined },
    ],
    [
      'acknowledged',
      [taken, { kind: 'acknowledged', at: at(6), by: 'kit', how: 'By telephone' }],
      { acknowledged: true, dueAt: at(65) },
    ],
    [
      'less urgent',
      [{ kind: 'severity-changed', at: at(5), by: 'kit', severity: 'today', why: 'Not at risk' }],
      { severity: 'today', dueAt: at(240) },
    ],
    [
      'escalated',
      [{ kind: 'escalated', at: at(31) }],
      { state: 'waiting', escalations: 1, dueAt: at(61) },
    ],
    [
      'escalated twice',
      [
        { kind: 'escalated', at: at(31) },
        { kind: 'escalated', at: at(62) },
      ],
      { escalations: 2, dueAt: at(92) },
    ],
    [
      'withdrawn',
      [{ kind: 'withdrawn', at: at(3) }],
      { state: 'waiting', withdrawn: true, dueAt: at(30) },
    ],
    ['closed', [taken, closed], { state: 'closed', ownerId: 'kit' }],
    [
      'noticed again and more urgent',
      [{ kind: 'raised-again', at: at(9), by: { kind: 'writer' }, severity: 'week' }],
      { severity: 'now', dueAt: at(30) },
    ],
    [
      'noticed again after closing',
      [
        taken,
        closed,
        { kind: 'raised-again', at: at(50), by: { kind: 'writer' }, severity: 'today' },
      ],
      { state: 'waiting', severity: 'today', ownerId: undefined, dueAt: at(290) },
    ],
  ])('%s', (_what, events, expected) => {
    expect(standingOf(concern(...events))).toMatchObject(expected)
  })

  it('has no clock once it is closed', () => {
    expect(standingOf(concern(taken, closed)).dueAt).toBeUndefined()
  })

  it('is a bug without its beginning', () => {
    expect(() => standingOf({ events: [] })).toThrow('raised')
    expect(() => standingOf({ events: [taken] })).toThrow('raised')
  })

  it('allows less time for what is more urgent, in every state', () => {
    for (const state of ['waiting', 'taken', 'passed-on'] as const) {
      expect(clocks.now[state]).toBeLessThan(clocks.today[state])
      expect(clocks.today[state]).toBeLessThan(clocks.week[state])
    }
  })
})

describe('refusalOfAct', () => {
  const act = (change: object): ConcernAct => ({ at: at(30), by: 'kit', ...change }) as ConcernAct

  it.each<readonly [string, Concern, ConcernAct, string | undefined]>([
    ['taking what nobody has', concern(), act({ kind: 'taken' }), undefined],
    ['taking what another has', concern(taken), act({ kind: 'taken', by: 'ros' }), undefined],
    ['taking what is mine', concern(taken), act({ kind: 'taken' }), 'concern-taken'],
    ['taking back what I passed on', concern(taken, passedOn), act({ kind: 'taken' }), undefined],
    ['giving it to somebody', concern(), act({ kind: 'given', to: 'ros' }), undefined],
    [
      'passing on what is mine',
      concern(taken),
      act({ kind: 'passed-on', to: 'pals', what: 'x' }),
      undefined,
    ],
    [
      'passing on what is not mine',
      concern(taken),
      act({ kind: 'passed-on', to: 'pals', what: 'x', by: 'ros' }),
      'concern-not-yours',
    ],
    [
      'passing on what nobody has',
      concern(),
      act({ kind: 'passed-on', to: 'pals', what: 'x' }),
      'concern-not-yours',
    ],
    [
      'passing on without a word',
      concern(taken),
      act({ kind: 'passed-on', to: 'pals', what: ' ' }),
      'what-missing',
    ],
    [
      'passing on with too many',
      concern(taken),
      act({ kind: 'passed-on', to: 'pals', what: 'x'.repeat(concernLimits.what + 1) }),
      'what-too-long',
    ],
    [
      'confirming what was passed on',
      concern(taken, passedOn),
      act({ kind: 'confirmed', what: 'x' }),
      undefined,
    ],
    [
      'confirming what was not',
      concern(taken),
      act({ kind: 'confirmed', what: 'x' }),
      'concern-not-passed-on',
    ],
    [
      'telling the writer',
      concern(taken),
      act({ kind: 'acknowledged', how: 'By telephone' }),
      undefined,
    ],
    [
      'telling the writer of what is not mine',
      concern(taken),
      act({ kind: 'acknowledged', how: 'x', by: 'ros' }),
      'concern-not-yours',
    ],
    [
      'changing how urgent it is',
      concern(),
      act({ kind: 'severity-changed', severity: 'week', why: 'x' }),
      undefined,
    ],
    [
      'changing it without a reason',
      concern(),
      act({ kind: 'severity-changed', severity: 'week', why: '' }),
      'what-missing',
    ],
    [
      'closing what is mine',
      concern(taken),
      act({ kind: 'closed', how: 'done', what: 'x' }),
      undefined,
    ],
    [
      'closing without saying what was done',
      concern(taken),
      act({ kind: 'closed', how: 'done', what: '\u200b' }),
      'what-missing',
    ],
    [
      'closing what nobody has',
      concern(),
      act({ kind: 'closed', how: 'false-alarm', what: 'x' }),
      'concern-not-yours',
    ],
    ['escalating on time', concern(), act({ kind: 'escalated', at: at(30) }), undefined],
    [
      'escalating a minute early',
      concern(),
      act({ kind: 'escalated', at: at(29) }),
      'clock-not-passed',
    ],
    [
      'escalating what is closed',
      concern(taken, closed),
      act({ kind: 'escalated', at: at(9_999) }),
      'concern-closed',
    ],
    [
      'closing twice',
      concern(taken, closed),
      act({ kind: 'closed', how: 'done', what: 'x' }),
      'concern-closed',
    ],
    ['taking the words back', concern(taken, closed), act({ kind: 'withdrawn' }), undefined],
    [
      'noticing it again',
      concern(taken, closed),
      act({ kind: 'raised-again', by: { kind: 'writer' }, severity: 'now' }),
      undefined,
    ],
  ])('%s', (_what, before, wanted, code) => {
    expect(refusalOfAct(before, wanted)?.code).toBe(code)
  })

  const anyAct = (minutes: number): fc.Arbitrary<ConcernAct> => {
    const by = fc.constantFrom('kit', 'ros')
    const moment = fc.constant(at(minutes))
    const severity = fc.constantFrom(...severities)
    return fc.oneof(
      fc.record({ kind: fc.constant('taken' as const), at: moment, by }),
      fc.record({ kind: fc.constant('given' as const), at: moment, by, to: by }),
      fc.record({
        kind: fc.constant('passed-on' as const),
        at: moment,
        by,
        to: fc.constant('pals' as const),
        what: fc.constant('x'),
      }),
      fc.record({ kind: fc.constant('escalated' as const), at: moment }),
      fc.record({ kind: fc.constant('withdrawn' as const), at: moment }),
      fc.record({
        kind: fc.constant('severity-changed' as const),
        at: moment,
        by,
        severity,
        why: fc.constant('x'),
      }),
      fc.record({
        kind: fc.constant('closed' as const),
        at: moment,
        by,
        how: fc.constant('done' as const),
        what: fc.constant('x'),
      }),
    )
  }
  const history = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 25 }).chain((steps) => {
    let minutes = 0
    return fc.tuple(...steps.map((step) => anyAct((minutes += step))))
  })

  it('leaves no concern without a clock until somebody has said what was done', () => {
    fc.assert(
      fc.property(history, (acts) => {
        let now = concern()
        for (const one of acts) if (!refusalOfAct(now, one)) now = { events: [...now.events, one] }
        const { state, dueAt, ownerId } = standingOf(now)
        expect(state === 'closed').toBe(now.events.some(({ kind }) => kind === 'closed'))
        expect(dueAt === undefined).toBe(state === 'closed')
        expect(state === 'waiting' || ownerId !== undefined).toBe(true)
      }),
    )
  })

  it('escalates within one more clock, whatever is done to it short of closing', () => {
    fc.assert(
      fc.property(history, (acts) => {
        let now = concern()
        for (const one of acts)
          if (one.kind !== 'closed' && !refusalOfAct(now, one))
            now = { events: [...now.events, one] }
        const last = Date.parse(now.events.at(-1)?.at ?? '')
        const { dueAt = '' } = standingOf(now)
        expect(Date.parse(dueAt) - last).toBeLessThanOrEqual(clocks.week['passed-on'])
        expect(refusalOfAct(now, { kind: 'escalated', at: dueAt })).toBeUndefined()
      }),
    )
  })
})

describe('inOrderOfUrgency', () => {
  it('puts danger first, and of that what is due first', () => {
    const standings = [
      { severity: 'week', dueAt: at(1) },
      { severity: 'now', dueAt: at(9) },
      { severity: 'today', dueAt: at(2) },
      { severity: 'now', dueAt: at(3) },
      { severity: 'now' },
    ] as const
    expect([...standings].sort(inOrderOfUrgency)).toEqual([
      standings[3],
      standings[1],
      standings[4],
      standings[2],
      standings[0],
    ])
  })

  it('knows the more urgent of two', () => {
    expect([
      moreUrgent('week', 'now'),
      moreUrgent('today', 'week'),
      moreUrgent('now', 'now'),
    ]).toEqual(['now', 'today', 'now'])
  })
})

describe('measureWordList', () => {
  const byList: ConcernEvent = {
    kind: 'raised',
    at: at(0),
    by: { kind: 'word-list', phrase: 'kms' },
    severity: 'now',
  }
  const falseAlarm: ConcernEvent = { ...closed, how: 'false-alarm' }

  it('counts what the list raised rightly, wrongly and what it missed', () => {
    expect(
      measureWordList([
        { events: [byList, taken, closed] },
        { events: [byList, taken, falseAlarm] },
        { events: [byList, taken, falseAlarm] },
        { events: [byList] },
        concern(taken, closed),
        concern(taken, falseAlarm),
        concern({ ...byList, kind: 'raised-again' } as ConcernEvent, taken, closed),
      ]),
    ).toEqual({ raised: 5, right: 2, falseAlarms: 2, open: 1, missed: 1 })
  })

  it('counts what was closed and noticed again as open', () => {
    expect(
      measureWordList([
        { events: [byList, taken, closed, { ...byList, kind: 'raised-again' } as ConcernEvent] },
      ]),
    ).toEqual({ raised: 1, right: 0, falseAlarms: 0, open: 1, missed: 0 })
  })
})

describe('falseAlarmsByPhrase', () => {
  const at = '2027-03-10T10:00:00Z'
  const found = (phrase: string, ...after: readonly ConcernEvent[]): Concern => ({
    events: [
      { kind: 'raised', at, by: { kind: 'word-list', phrase }, severity: 'today' },
      { kind: 'taken', at, by: 'kit' },
      ...after,
    ],
  })
  const closed = (how: 'done' | 'false-alarm'): ConcernEvent => ({
    kind: 'closed',
    at,
    by: 'kit',
    how,
    what: 'Read it',
  })

  it('counts what each phrase raised and how often that was wrong, the worst first', () => {
    expect(
      falseAlarmsByPhrase([
        found('kill him', closed('false-alarm')),
        found('hit me', closed('false-alarm')),
        found('hit me', closed('false-alarm')),
        found('hit me', closed('done')),
        found('hit me'),
        found('want to die', closed('done')),
      ]),
    ).toEqual([
      { phrase: 'hit me', raised: 4, falseAlarms: 2 },
      { phrase: 'kill him', raised: 1, falseAlarms: 1 },
    ])
  })

  it('counts a concern once for a phrase, and not as wrong once it is open again', () => {
    const again: ConcernEvent = {
      kind: 'raised-again',
      at,
      by: { kind: 'word-list', phrase: 'hit me' },
      severity: 'today',
    }
    expect(falseAlarmsByPhrase([found('hit me', again, closed('false-alarm'))])).toEqual([
      { phrase: 'hit me', raised: 1, falseAlarms: 1 },
    ])
    expect(falseAlarmsByPhrase([found('hit me', closed('false-alarm'), again)])).toEqual([])
  })

  it('counts nothing that the list did not find', () => {
    const byWriter: Concern = {
      events: [
        { kind: 'raised', at, by: { kind: 'writer' }, severity: 'now' },
        { kind: 'taken', at, by: 'kit' },
        closed('false-alarm'),
      ],
    }
    expect(falseAlarmsByPhrase([byWriter])).toEqual([])
  })
})
