import { describe, expect, it } from 'vitest'
import { crisisLines, lineAddress, nationalLines, ownLines } from './crisis-lines.ts'

const own = { when: 'Our crisis line, day and night', number: '0800 000 0000' }

describe('crisisLines', () => {
  it('begins with the emergency number, whatever the Trust has', () => {
    expect(crisisLines([])).toEqual(nationalLines)
    expect(crisisLines([own]).map(({ number }) => number)).toEqual([
      '999',
      '0800 000 0000',
      '111',
      '116 123',
      '85258',
    ])
  })
})

describe('ownLines', () => {
  const ofSite = [
    { when: 'At night', number: '0800 000 0001' },
    { when: 'For anybody', number: '08000000000' },
  ]
  it('has the line of the consultation first, and no number twice', () => {
    expect(ownLines(own, ofSite)).toEqual([own, ofSite[0]])
    expect(ownLines(undefined, ofSite)).toEqual(ofSite)
    expect(ownLines(own, [])).toEqual([own])
  })
})

describe('lineAddress', () => {
  it.each([
    [{ when: '', number: '116 123' }, 'tel:116123'],
    [{ when: '', number: '+44 (0)20 0000' }, 'tel:+440200000'],
    [{ when: '', number: '85258', text: 'SHOUT' }, 'sms:85258'],
    [{ when: '', number: '0800\u00a0000-000' }, 'tel:0800000000'],
  ])('of %o', (line, address) => {
    expect(lineAddress(line)).toBe(address)
  })
})
