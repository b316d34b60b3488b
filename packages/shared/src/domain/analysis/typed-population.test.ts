import { describe, expect, it } from 'vitest'
import { readPopulation } from './typed-population.ts'

const codes = ['under-18', 'adults', 'over-85']

describe('readPopulation', () => {
  it.each([
    [{ adults: '12,400', 'over-85': '1 200' }, { people: { adults: 12_400, 'over-85': 1200 } }],
    [{ adults: ' 5 ', 'under-18': '0' }, { people: { adults: 5, 'under-18': 0 } }],
    [{ adults: 'many' }, { wrong: 'adults' }],
    [{ adults: '-3' }, { wrong: 'adults' }],
    [{ adults: '1.5' }, { wrong: 'adults' }],
    [{ adults: '100000001' }, { wrong: 'adults' }],
    [{ adults: '0' }, { wrong: null }],
    [{}, { wrong: null }],
    [{ strangers: '7' }, { wrong: null }],
  ])('%j', (typed, read) => {
    expect(readPopulation(codes, typed)).toEqual(read)
  })
})
