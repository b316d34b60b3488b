import { describe, expect, it } from 'vitest'
import { leastAnswers, representation } from './representation.ts'

const groups = (...expected: number[]) =>
  expected.map((one, index) => ({ code: `g${index}`, label: `Group ${index}`, expected: one }))
const took = (...counts: number[]) => new Map(counts.map((count, index) => [`g${index}`, count]))
const verdicts = (expected: number[], counts: number[]) =>
  representation(groups(...expected), took(...counts)).groups.map(({ verdict }) => verdict)

describe('representation', () => {
  it('says which group took part less and which more than its share', () => {
    expect(verdicts([50, 50], [20, 180])).toEqual(['fewer', 'more'])
  })

  it('takes what chance easily does for as expected', () => {
    expect(verdicts([50, 50], [94, 106])).toEqual(['as-expected', 'as-expected'])
  })

  it('says when nobody came of a group of whom many were expected', () => {
    expect(verdicts([20, 80], [0, 200])).toEqual(['nobody', 'more'])
  })

  it('says nothing of anybody when few answered', () => {
    expect(verdicts([1, 1], [leastAnswers - 1, 0])).toEqual(['too-few-to-say', 'too-few-to-say'])
    expect(verdicts([1, 1], [leastAnswers, 0])).toEqual(['more', 'nobody'])
  })

  it('says nothing of a group too small to compare', () => {
    expect(verdicts([1, 99], [0, 100])[0]).toBe('too-few-to-say')
    expect(verdicts([8, 92], [0, 100])[0]).toBe('nobody')
  })

  it('reads numbers of people and shares alike', () => {
    const people = representation(groups(30_000, 70_000), took(10, 190))
    const shares = representation(groups(0.3, 0.7), took(10, 190))
    expect(people).toMatchObject({ groups: shares.groups.map(({ verdict }) => ({ verdict })) })
    expect(people.groups.map(({ expected }) => expected)).toEqual([60, 140])
  })

  it.each([[[0, 0]], [[-1, 2]], [[Number.NaN, 1]]])('refuses a population of %j', (expected) => {
    expect(() => representation(groups(...expected), took(1, 1))).toThrow(RangeError)
  })
})
