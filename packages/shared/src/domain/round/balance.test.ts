import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceOf,
  reachBySelf,
  repliesAmongPublic,
  shareOfMostActive,
  shareOfStaff,
  staffReplies,
  stancesTaken,
  suggestionFor,
  unchallenged,
  type Voiced,
} from './balance.ts'

const start = Date.parse('2027-03-10T09:00:00Z')
let number = 0
const one = (changes: Partial<Voiced> = {}): Voiced => {
  number += 1
  return {
    number,
    source: 'participant',
    voice: `voice ${number}`,
    asks: false,
    shownAt: new Date(start + number * 60_000).toISOString(),
    ...changes,
  }
}
const staff = (changes: Partial<Voiced> = {}): Voiced =>
  one({ source: 'staff', voice: undefined, ...changes })
const times = (count: number, make: (at: number) => Voiced): Voiced[] =>
  Array.from({ length: count }, (_, at) => make(at))

describe('shareOfStaff', () => {
  it.each([
    [0, 0, undefined],
    [0, 12, undefined],
    [1, 30, 30],
    [2, 59, 29],
    [3, 2, 0],
  ])('of %i by staff and %i by others says %s to one', (byStaff, others, publicToOneOfStaff) => {
    const said = [...times(byStaff, () => staff()), ...times(others, () => one())]
    expect(shareOfStaff(said)).toEqual({ staff: byStaff, public: others, publicToOneOfStaff })
  })

  it('counts seeds with the Trust, and what came on paper or for somebody else with the public', () => {
    const said = (['seed', 'staff', 'paper', 'meeting', 'on-behalf'] as const).map((source) =>
      one({ source }),
    )
    expect(shareOfStaff(said)).toMatchObject({ staff: 2, public: 3 })
  })
})

describe('repliesAmongPublic', () => {
  it('counts replies by the public to others of the public', () => {
    const comment = one({ voice: 'a' })
    const byStaff = staff()
    expect(
      repliesAmongPublic([
        comment,
        byStaff,
        one({ inReplyTo: comment.number }),
        one({ inReplyTo: comment.number, voice: 'a' }),
        one({ inReplyTo: byStaff.number }),
        staff({ inReplyTo: comment.number }),
        one({ inReplyTo: 99_999 }),
      ]),
    ).toEqual({ among: 1, of: 4 })
  })
})

describe('staffReplies', () => {
  it('says how long people waited where they asked, and who still waits', () => {
    const first = one({ asks: true, shownAt: '2027-03-10T09:00:00Z' })
    const second = one({ asks: true, shownAt: '2027-03-10T09:00:00Z' })
    const inReply = one({ asks: true, inReplyTo: second.number, shownAt: '2027-03-10T10:00:00Z' })
    const waiting = one({ asks: true, shownAt: '2027-03-10T09:00:00Z' })
    const said = [
      first,
      second,
      inReply,
      waiting,
      one({ inReplyTo: waiting.number }),
      staff({ asks: true }),
      staff({ inReplyTo: first.number, shownAt: '2027-03-10T09:20:00Z' }),
      staff({ inReplyTo: first.number, shownAt: '2027-03-10T12:00:00Z' }),
      staff({ inReplyTo: second.number, shownAt: '2027-03-10T09:50:00Z' }),
      staff({ inReplyTo: second.number, shownAt: '2027-03-10T11:30:00Z' }),
    ]
    expect(staffReplies(said)).toEqual({
      asked: 4,
      answered: 3,
      middleMinutes: 50,
      unanswered: [waiting.number],
    })
  })

  it('does not take what staff said before for an answer', () => {
    const comment = one({ shownAt: '2027-03-10T08:00:00Z' })
    const reply = staff({ inReplyTo: comment.number, shownAt: '2027-03-10T08:30:00Z' })
    const question = one({ asks: true, inReplyTo: comment.number, shownAt: '2027-03-10T09:00:00Z' })
    expect(staffReplies([comment, reply, question])).toMatchObject({
      answered: 0,
      unanswered: [question.number],
    })
  })

  it('has nothing to say where nobody asked', () => {
    expect(staffReplies([one(), staff()])).toEqual({
      asked: 0,
      answered: 0,
      middleMinutes: undefined,
      unanswered: [],
    })
  })
})

describe('shareOfMostActive', () => {
  it('says nothing of fewer than ten people', () => {
    expect(shareOfMostActive(times(9, () => one()))).toEqual({ people: 9, percent: undefined })
  })

  it('adds the five who said most, and leaves staff out', () => {
    const said = [
      ...times(10, () => one()),
      ...times(10, (at) => one({ voice: `loud ${at % 5}` })),
      ...times(40, () => staff()),
    ]
    expect(shareOfMostActive(said)).toEqual({ people: 15, percent: 50 })
  })
})

describe('stancesTaken', () => {
  it('counts comments of the public and not replies', () => {
    const comment = one({ stance: 'for' })
    expect(
      stancesTaken([
        comment,
        one({ stance: 'conditional' }),
        one(),
        staff({ stance: 'for' }),
        one({ stance: 'against', inReplyTo: comment.number }),
      ]),
    ).toEqual({ for: 1, against: 0, conditional: 1, undecided: 0, none: 1 })
  })
})

describe('unchallenged', () => {
  it('finds the points that nobody of another view has replied to', () => {
    const agreed = one({ stance: 'for' })
    const challenged = one({ stance: 'for' })
    const questioned = one({ stance: 'against' })
    const alone = one({ stance: 'conditional', voice: 'self' })
    const said = [
      agreed,
      challenged,
      questioned,
      alone,
      one({ stance: 'undecided' }),
      one(),
      staff({ stance: 'for' }),
      one({ inReplyTo: agreed.number, stance: 'for' }),
      one({ inReplyTo: challenged.number, stance: 'against' }),
      one({ inReplyTo: questioned.number }),
      one({ inReplyTo: alone.number, voice: 'self' }),
    ]
    expect(unchallenged(said)).toEqual([agreed.number, alone.number])
  })
})

describe('reachBySelf', () => {
  it('names what at least 8 people call themselves, and counts the rest together', () => {
    const said = [
      ...times(9, () => one({ self: 'Patient' })),
      ...times(3, () => one({ self: ' patient ' })),
      ...times(7, () => one({ self: 'carer' })),
      one({ self: 'the only choirmaster of Little Vale' }),
      ...times(2, () => one()),
      staff({ self: 'nurse' }),
    ]
    expect(reachBySelf(said)).toEqual({
      described: [{ self: 'patient', people: 10 }],
      others: 10,
      notSaid: 'few',
    })
  })

  it('counts a person once, however often they speak, and as described if they ever were', () => {
    const said = times(20, (at) => one({ voice: 'a', ...(at === 3 ? { self: 'carer' } : {}) }))
    expect(reachBySelf(said)).toEqual({ described: [], others: 'few', notSaid: 0 })
  })

  it('never names a description of fewer than 8 people, nor a count of 1 to 7', () => {
    const self = fc.option(fc.constantFrom('patient', 'carer', 'nurse', 'porter'), {
      nil: undefined,
    })
    fc.assert(
      fc.property(fc.array(self, { maxLength: 60 }), (selves) => {
        const said = selves.map((own, at) =>
          one({ voice: `${at}`, ...(own === undefined ? {} : { self: own }) }),
        )
        const { described, others, notSaid } = reachBySelf(said)
        for (const { self: named, people } of described) {
          expect(selves.filter((own) => own === named).length).toBeGreaterThanOrEqual(8)
          expect(people).not.toBe('few')
        }
        for (const count of [others, notSaid])
          expect(count === 'few' || count === 0 || count % 5 === 0).toBe(true)
      }),
    )
  })
})

describe('suggestionFor', () => {
  const suggest = (said: readonly Voiced[]) => suggestionFor(balanceOf(said))?.kind

  it.each<readonly [string, readonly Voiced[], string | undefined]>([
    [
      'a question nobody answered',
      [one({ asks: true }), ...times(9, () => staff())],
      'answer-questions',
    ],
    ['staff who say too much', [...times(14, () => one()), staff()], 'say-less'],
    [
      'staff who say too much at the very beginning',
      [...times(13, () => one()), staff()],
      undefined,
    ],
    ['staff at half of the aim', [...times(15, () => one()), staff()], undefined],
    ['a point nobody challenged', [one({ stance: 'for' })], 'challenge'],
    [
      'five people who say most',
      [...times(10, () => one()), ...times(40, (at) => one({ voice: `loud ${at % 5}` }))],
      'hear-others',
    ],
    ['a good conversation', times(30, () => one()), undefined],
    ['nothing yet', [], undefined],
  ])('of %s', (_what, said, kind) => {
    expect(suggest(said)).toBe(kind)
  })

  it('names the questions, oldest first', () => {
    const [early, late] = [one({ asks: true }), one({ asks: true })]
    expect(suggestionFor(balanceOf([late, early]))).toEqual({
      kind: 'answer-questions',
      numbers: [early.number, late.number],
    })
  })
})
