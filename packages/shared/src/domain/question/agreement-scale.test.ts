import { describe, expect, it } from 'vitest'
import { agreementScale, numberScaleOptions, yesNoOptions } from './agreement-scale.ts'
import type { NumberScaleQuestion } from './question.ts'

const scale = (from: number, to: number): NumberScaleQuestion => ({
  id: 'food',
  kind: 'number-scale',
  title: 'Food?',
  about: 'the food',
  from,
  to,
  fromLabel: 'Poor',
  toLabel: 'Good',
})

describe('agreementScale', () => {
  it('keeps its codes in order, as they are stored and exported', () => {
    expect(agreementScale.map(({ code }) => code)).toEqual([
      'strongly-agree',
      'agree',
      'neither',
      'disagree',
      'strongly-disagree',
      'dont-know',
    ])
  })
})

describe('yesNoOptions', () => {
  it('offers not knowing as an answer', () => {
    expect(yesNoOptions.map(({ code, label }) => [code, label])).toEqual([
      ['yes', 'Yes'],
      ['no', 'No'],
      ['dont-know', 'I do not know'],
    ])
  })
})

describe('numberScaleOptions', () => {
  it('names the ends and leaves the points between as numbers', () => {
    expect(numberScaleOptions(scale(0, 3))).toEqual([
      { code: '0', label: '0 – Poor' },
      { code: '1', label: '1' },
      { code: '2', label: '2' },
      { code: '3', label: '3 – Good' },
    ])
  })
  it('shows a scale of 11 points whole', () =>
    expect(numberScaleOptions(scale(0, 10))).toHaveLength(11))
  it('cuts a scale that nobody could read', () =>
    expect(numberScaleOptions(scale(1, 1e9))).toHaveLength(11))
  it('has nothing to choose on a scale that runs backwards', () =>
    expect(numberScaleOptions(scale(5, 1))).toEqual([]))
})
