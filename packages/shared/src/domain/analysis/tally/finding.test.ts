import { describe, expect, it } from 'vitest'
import { findingOf, leastForShares, percentOf, shareInWords } from './finding.ts'

const rows = (...counts: number[]) =>
  counts.map((count, index) => ({ code: `${index}`, label: `Option ${index}`, count }))
const table = (...counts: number[]) => ({
  rows: rows(...counts),
  answered: counts.reduce((sum, one) => sum + one, 0),
})

describe('findingOf', () => {
  it('names what most chose, and what came second', () => {
    const finding = findingOf(table(62, 171, 118))
    expect(finding).toMatchObject({
      kind: 'most',
      first: { count: 171 },
      second: { count: 118 },
      answered: 351,
    })
  })

  it('calls answers level that are as good as level', () => {
    const finding = findingOf(table(100, 101, 20))
    expect(finding.kind).toBe('level')
    expect(finding.kind === 'level' && finding.level.map(({ count }) => count)).toEqual([101, 100])
  })

  it.each([
    [0, 'nobody'],
    [leastForShares - 1, 'few'],
    [leastForShares, 'all'],
  ])('with %i answers says %s', (count, kind) => {
    expect(findingOf(table(count, 0)).kind).toBe(kind)
  })

  it('does not call it everybody when people could choose several and did', () => {
    expect(findingOf({ rows: rows(40, 12), answered: 40 }).kind).toBe('most')
  })
})

describe('shareInWords', () => {
  it.each([
    [171, 416, '2 in 5'],
    [180, 416, '43%'],
    [2, 5, '2 in 5'],
    [62, 416, '1 in 7'],
    [1, 2, 'half'],
    [9, 10, '9 in 10'],
    [143, 1000, '1 in 7'],
    [0, 5, 'nobody'],
    [5, 5, 'everybody'],
    [1, 1000, 'fewer than 1%'],
    [999, 1000, 'more than 99%'],
  ])('says %i of %i as %s', (count, of, words) => {
    expect(shareInWords(count, of)).toBe(words)
  })

  it('is never said of nobody', () => {
    expect(percentOf(0, 0)).toBeUndefined()
    expect(percentOf(1, 3)).toBe(33)
  })
})
