import { describe, expect, it } from 'vitest'
import { balanceOf, suggestionFor, type Voiced } from '../../domain/round/balance.ts'
import { balanceWords } from '../../words/balance.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import {
  balanceView,
  roundsDeskView,
  sentences,
  type BalanceModel,
  type RoundOnDesk,
} from './balance.view.ts'

const at = (minutes: number): string =>
  new Date(Date.parse('2027-03-10T10:00:00Z') + minutes * 60_000).toISOString()

/** A contribution by another person each time, unless it says whose it is. */
const one = (number: number, changes: Partial<Voiced> = {}): Voiced => ({
  number,
  source: 'participant',
  voice: `voice ${number}`,
  asks: false,
  shownAt: at(number),
  ...changes,
})

const model = (said: readonly Voiced[]): BalanceModel => {
  const balance = balanceOf(said)
  return {
    round: { id: 'r1', slug: 'clinics', title: 'One better clinic?' },
    now: at(600),
    balance,
    suggestion: suggestionFor(balance) ?? null,
  }
}
const page = (said: readonly Voiced[]) => balanceView(model(said))

const talk = [
  one(1, { stance: 'for', self: 'carer' }),
  one(2, { inReplyTo: 1, stance: 'against' }),
  one(3, { asks: true }),
  one(4, { inReplyTo: 3, source: 'staff', voice: undefined, shownAt: at(63) }),
  one(5, { stance: 'against' }),
]

describe('the balance of a round', () => {
  it('says in sentences what was counted, before any picture', () => {
    expect(sentences(balanceOf(talk))).toEqual([
      'For each contribution of the Trust there are 4 of the public (1 and 4). Rounds aim at 30.',
      '1 of 1 reply by the public answer somebody else of the public.',
      'The public asked 1 question; the Trust has answered 1. Half of those were answered within 60 minutes.',
      'Fewer than 10 people have spoken, so how much the most active say is not worked out.',
      '1 comment that takes a stance has been answered by nobody of another view.',
    ])
    const markup = rendered(page(talk))
    expect(markup.indexOf('Rounds aim at 30')).toBeLessThan(markup.indexOf('<svg'))
  })

  it.each([
    [[one(1)], 'The public made 1 contribution; the Trust made none.'],
    [[one(1)], 'Nobody of the public has replied to anybody.'],
    [[one(1)], 'Nobody has asked a question.'],
    [[one(1)], 'Every comment that takes a stance has been answered'],
  ] as const)('says it of little, too: %#', (said, sentence) => {
    expect(wordsOf(page(said))).toContain(sentence)
  })

  it('makes one suggestion, what hurts most first, and leads to what it is about', () => {
    const asked = [...talk, one(6, { asks: true }), one(7, { asks: true, inReplyTo: 1 })]
    const shown = wordsOf(page(asked))
    expect(shown).toContain('2 questions wait for an answer by the Trust. Answer the oldest first.')
    expect(shown).not.toContain('change somebody’s mind')
    expect(linksOf(page(asked))).toEqual(
      expect.arrayContaining(['/rounds/clinics/said/6', '/rounds/clinics/said/7']),
    )
    expect(wordsOf(page(talk))).toContain('Ask what would change somebody’s mind.')
    expect(wordsOf(page([one(1)]))).toContain('Nothing stands out. Let people talk.')
  })

  it.each([
    [{ kind: 'answer-questions', numbers: [3] }, 'Somebody asked a question'],
    [{ kind: 'say-less', publicToOneOfStaff: 1 }, 'every 1 contribution of the public'],
    [{ kind: 'challenge', numbers: [1] }, 'change somebody’s mind'],
    [{ kind: 'hear-others', percent: 71 }, 'Five people say 71% of everything.'],
  ] as const)('has words for %o', (suggestion, words) => {
    expect(balanceWords.suggestion(suggestion)).toContain(words)
  })

  it('lists 10 points, and how many more there are', () => {
    const asked = Array.from({ length: 13 }, (_, at_) => one(at_ + 1, { asks: true }))
    const shown = wordsOf(page(asked))
    expect(shown).toContain('Contribution 10')
    expect(shown).not.toContain('Contribution 11')
    expect(shown).toContain('and 3 more')
  })

  it('shows each chart as words and figures, and again as a table', () => {
    const markup = rendered(page(talk))
    expect(markup.match(/role="img" aria-label="Chart: [^"]+"/g)).toHaveLength(2)
    expect(wordsOf(page(talk))).toContain('The public 4, 80%')
    expect(wordsOf(page(talk))).toMatch(/For 1 \d+% Yes, if 0 0%/)
    expect(rendered(page([one(1)]))).not.toContain('id="stances"')
  })

  it('names no description that few people used, and counts nobody exactly', () => {
    const carers = Array.from({ length: 9 }, (_, at_) => one(at_ + 1, { self: 'carer' }))
    const said = [...carers, one(20, { self: 'the only wheelchair user' }), one(21)]
    const shown = wordsOf(page(said))
    expect(shown).toContain('“carer” 10')
    expect(shown).not.toContain('wheelchair')
    expect(shown).toContain('Other descriptions * hidden, 1 to 7')
    expect(shown).toContain('Did not say * hidden, 1 to 7')
  })

  it('says that nobody has spoken, and draws nothing', () => {
    expect(wordsOf(page([]))).toContain('Nobody has said anything yet.')
    expect(rendered(page([]))).not.toContain('<svg')
  })

  it('says how long answers took in minutes, hours or days', () => {
    const middle = (minutes: number) => balanceWords.answers(2, 1, minutes)
    expect(middle(1)).toContain('within 1 minute.')
    expect(middle(119)).toContain('119 minutes')
    expect(middle(120)).toContain('2 hours')
    expect(middle(5 * 24 * 60)).toContain('5 days')
    expect(balanceWords.answers(2, 0, undefined)).not.toContain('Half')
  })
})

describe('the rounds at the desk', () => {
  const round: RoundOnDesk = {
    id: 'r1',
    slug: 'clinics',
    title: 'One better clinic?',
    standing: 'open',
    contributions: 60,
  }

  it('lead each to its balance', () => {
    const view = roundsDeskView({ rounds: [round, { ...round, id: 'r2', standing: 'closed' }] })
    expect(wordsOf(view)).toContain('One better clinic? Open 60 contributions')
    expect(linksOf(view)).toEqual(
      expect.arrayContaining(['/desk/rounds/r1/balance', '/desk/rounds/r2/balance']),
    )
  })

  it('say that there is none', () => {
    expect(wordsOf(roundsDeskView({ rounds: [] }))).toContain('There is no discussion yet.')
  })
})
