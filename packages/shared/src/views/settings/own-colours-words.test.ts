import { describe, expect, it } from 'vitest'
import { firstPair, ownColoursWords } from './own-colours-words.ts'

describe('ownColoursWords', () => {
  it('finds the first pair enough', () => expect(ownColoursWords(firstPair).enough).toBe(true))

  it('says how far apart two colours are', () => {
    expect(ownColoursWords({ text: '#000000', page: '#ffffff' })).toEqual({
      enough: true,
      words: 'The contrast is 21 to 1. That is enough to read by.',
    })
  })

  it.each([
    [
      'dark words on light',
      { text: '#777777', page: '#ffffff' },
      'The contrast is 4.4 to 1. It has to be 7 to 1 or more, so these two are not used. Choose a darker colour for the text, or a lighter one for the page.',
    ],
    [
      'light words on dark',
      { text: '#777777', page: '#000000' },
      'The contrast is 4.6 to 1. It has to be 7 to 1 or more, so these two are not used. Choose a lighter colour for the text, or a darker one for the page.',
    ],
    [
      'light words on light',
      { text: '#ffff66', page: '#fdf6e3' },
      'The contrast is 1 to 1. It has to be 7 to 1 or more, so these two are not used. Choose a darker colour for the text, or a lighter one for the page.',
    ],
  ])('says what to do about %s that are too near each other', (_, pair, words) =>
    expect(ownColoursWords(pair)).toEqual({ enough: false, words }),
  )

  it('never rounds up to what would be enough', () => {
    const { enough, words } = ownColoursWords({ text: '#595a59', page: '#ffffff' })
    expect(enough).toBe(false)
    expect(words).toContain('The contrast is 6.9 to 1')
  })
})
