import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contrastRatio,
  luminance,
  parseSettings,
  settingValues,
  type SettingName,
} from './display-settings.ts'

const own = { text: '#102030', page: '#fefefe' }

describe('parseSettings', () => {
  it.each(
    Object.entries(settingValues).flatMap(([name, values]) =>
      values.map((value) => [name, value] as const),
    ),
  )('takes %s: %s', (name, value) => {
    expect(parseSettings({ [name]: value, ownColours: own })).toEqual({
      [name]: value,
      ownColours: own,
    })
  })

  it.each([
    ['a colour pair', { ownColours: own }],
    ['an edition by its name', { edition: 'easy-read' }],
    ['an edition by its language', { edition: 'zh-Hant-HK' }],
    ['quiet hours over midnight', { quietHours: { from: 21, to: 7 } }],
  ])('takes %s', (_, settings) => expect(parseSettings(settings)).toEqual(settings))

  it.each([
    ['what is not a setting', { fontSize: 'huge' }],
    ['a value that the setting has not', { textSize: '1000' }],
    ['a value of another type', { textSize: 150, motion: true, ownColours: 'red' }],
    ['a colour that is not six digits', { ownColours: { text: 'red', page: '#fff' } }],
    [
      'a pair of colours that is hard to read',
      { colours: 'own', ownColours: { text: '#777777', page: '#ffffff' } },
    ],
    ['colours of one’s own without the colours', { colours: 'own' }],
    ['an edition that could not be an address', { edition: '../x' }],
    ['an hour that no clock has', { quietHours: { from: 24, to: 7 } }],
    ['a list', ['textSize']],
    [
      'a name that every object has',
      JSON.parse('{"__proto__": {"textSize": "150"}, "constructor": "x"}'),
    ],
  ])('leaves out %s', (_, stored) => expect(parseSettings(stored)).toEqual({}))

  it('keeps the rest beside something it does not know', () => {
    expect(parseSettings({ colours: 'cream', smell: 'rose' })).toEqual({ colours: 'cream' })
  })

  it('never throws, and gives what it would take again', () => {
    const names = Object.keys(settingValues) as SettingName[]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.dictionary(
            fc.constantFrom(...names, 'ownColours', 'edition', 'quietHours'),
            fc.anything(),
          ),
        ),
        (stored) => {
          const settings = parseSettings(stored)
          expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ffffff', '#777777', 4.48],
    ['#0000ff', '#ffffff', 8.59],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %s', (one, other, ratio) =>
    expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2),
  )
})

describe('luminance', () => {
  it('puts colours in the order of their brightness', () => {
    const colours = ['#000000', '#0000ff', '#ff0000', '#808080', '#00ff00', '#ffffff']
    expect(colours.toSorted((one, other) => luminance(one) - luminance(other))).toEqual(colours)
  })
})
