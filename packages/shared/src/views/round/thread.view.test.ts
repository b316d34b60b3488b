import { describe, expect, it } from 'vitest'
import { clinicRound } from '../../domain/round/round.fixture.ts'
import type { ShownContribution, ShownWords } from '../../domain/round/shown-contribution.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'
import { threadView } from './thread.view.ts'

const said = (parts: Partial<ShownWords> = {}): ShownWords => ({
  kind: 'said',
  name: 'Ann',
  text: 'No lift there.\n\nNineteen stairs.',
  removed: [],
  quotations: [],
  ...parts,
})
const one = (number: number, parts: Partial<ShownContribution> = {}): ShownContribution => ({
  number,
  source: 'participant',
  shownOn: '2027-03-10',
  replies: 0,
  words: said(),
  acknowledged: { alike: 0, thinking: 0, wanted: 0 },
  ...parts,
})
const thread = (
  comment: ShownContribution,
  replies: readonly ShownContribution[] = [],
  open = true,
) => threadView({ comment, replies }, clinicRound(), open)

describe('a thread', () => {
  it('invites somebody to answer what nobody has, and to put the other side where only like minds have', () => {
    const stance = said({ stance: 'for' })
    expect(wordsOf(thread(one(1)))).toContain('Nobody has answered this yet.')
    const agreed = thread(one(1, { words: stance, replies: 1 }), [one(2, { words: stance })])
    expect(wordsOf(agreed)).toContain('Nobody has put the other side of this yet. Could you?')
    const closed = thread(one(1, { words: stance, replies: 1 }), [one(2, { words: stance })], false)
    expect(wordsOf(closed)).not.toContain('the other side')
    expect(linksOf(closed)).not.toContain('/rounds/one-clinic-or-rooms/reply/1')
  })

  it('says where each contribution comes from, in words', () => {
    const staff = thread(one(1, { source: 'staff', sourceNote: 'community team' }))
    expect(wordsOf(staff)).toContain('Staff of this Trust, community team')
    expect(wordsOf(thread(one(1, { source: 'on-behalf' })))).toContain('on behalf of somebody else')
  })

  it('marks what a moderator took out, and says why to those who listen', () => {
    const reason = 'It says who somebody is'
    const text = 'I asked [name removed] about it.'
    const page = thread(one(1, { words: said({ text, removed: [{ start: 8, end: 22, reason }] }) }))
    expect(rendered(page)).toMatch(/<em class="removed"[^>]*>\[name removed\]<\/em>/)
    expect(wordsOf(page)).toContain(`taken out by a moderator: ${reason}`)
  })

  it('shows a quotation with the way to its words, and none of words that are gone', () => {
    const of = { kind: 'contribution', number: 7 } as const
    const words = said({
      quotations: [
        { of, by: 'Kofi', exact: 'The bus is late.' },
        { of, by: 'Kofi', gone: true },
        { of: { kind: 'starter', id: 'clinic' }, gone: true },
      ],
    })
    const page = thread(one(8, { words }))
    expect(wordsOf(page)).toContain('The bus is late. Exact words of Kofi')
    expect(wordsOf(page)).toContain('This quotes words of Kofi that are not in the text any more')
    expect(wordsOf(page)).toContain('This quotes words that are not there any more')
    expect(linksOf(page)).toContain('/rounds/one-clinic-or-rooms/said/7#said-7')
  })

  it('keeps the place of what is gone, without its words or its name', () => {
    const words = wordsOf(thread(one(1, { words: { kind: 'withdrawn' }, replies: 1 }), [one(2)]))
    expect(words).toContain('Whoever wrote this took it back.')
    expect(words.match(/Ann/g)?.length).toBeGreaterThan(0)
  })

  it('leads to the replies that are not shown here', () => {
    const page = thread(one(1, { replies: 9 }), [one(2)])
    expect(wordsOf(page)).toContain('Read 8 more replies')
    expect(linksOf(page)).toContain('/rounds/one-clinic-or-rooms/said/1')
  })

  it.each([
    [7, undefined],
    [8, 10],
    [12, 10],
    [13, 15],
  ])('shows %i who see it this way too as %s', (alike, shown) => {
    const words = wordsOf(thread(one(1, { acknowledged: { alike, thinking: 0, wanted: 0 } })))
    expect(words.includes(`About ${shown} people see it this way too`)).toBe(shown !== undefined)
  })
})
