/// <reference types="vite/client" />
import {
  contrastRatio as contrast,
  settingValues,
} from '@takepart/shared/domain/settings/display-settings'
import { describe, expect, it } from 'vitest'
import chosen from './settings/colours.css?raw'
import reading from './settings/reading.css?raw'
import tokens from './tokens.css?raw'

type Colours = Readonly<Record<string, string>>

/** The colours that a rule sets, found by what stands before `:root`. */
function coloursOf(condition: string): Colours {
  const start = condition === '' ? tokens.indexOf(':root') : tokens.indexOf(`@media ${condition} {`)
  const block = tokens.slice(start, tokens.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

const light = coloursOf('')
const dark = { ...light, ...coloursOf('(prefers-color-scheme: dark)') }
const more = coloursOf('(prefers-contrast: more)')
const lightMore = { ...light, ...more }
const darkMore = {
  ...dark,
  ...more,
  ...coloursOf('(prefers-contrast: more) and (prefers-color-scheme: dark)'),
}

/** A pair of one's own that is only just enough. */
const ownPair = { text: '#595959', page: '#ffffff' }

/** The colours of a set that a person chooses; of one's own, with that pair. */
function coloursOfSet(name: string): Colours {
  const start = chosen.indexOf(`:root[data-colours='${name}']`)
  const block = chosen.slice(start, chosen.indexOf('}', start))
  const own = (value: string): string =>
    value === 'var(--own-text)' ? ownPair.text : value === 'var(--own-page)' ? ownPair.page : value
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6}|var\(--own-\w+\));/g)].map(
      ([, colour, value = '']) => [colour, own(value)],
    ),
  )
}

const schemes: readonly (readonly [string, Colours])[] = [
  ['light', light],
  ['dark', dark],
  ['light with more contrast', lightMore],
  ['dark with more contrast', darkMore],
  ...settingValues.colours.map((name) => [`chosen ${name}`, coloursOfSet(name)] as const),
]

const surfaces = ['page', 'surface', 'sunken', 'tint', 'warn-tint']
const on = (names: readonly string[], grounds: readonly string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const))

const textPairs = [
  ...on(['text', 'quiet', 'link', 'hover', 'visited', 'danger'], surfaces),
  ...on(['on-action'], ['action', 'action-hover']),
  ...on(['on-brand'], ['brand']),
]
const edgePairs = [
  ...on(['edge', 'good', 'warn', 'danger', 'link', 'text'], surfaces),
  ...on(['action', 'action-hover'], ['page']),
]

/** Every pair of a scheme that falls short, in words, so that a failure names them all. */
const short = (colours: Colours, pairs: typeof textPairs, least: number): readonly string[] =>
  pairs.flatMap(([name, ground]) => {
    const ratio = contrast(colours[name] ?? '', colours[ground] ?? '')
    return ratio >= least ? [] : [`${name} on ${ground}: ${ratio.toFixed(2)}`]
  })

describe('contrast', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})

describe('the colours to choose', () => {
  it.each([
    ['light', light],
    ['dark', dark],
    ['contrast', lightMore],
    ['contrast-dark', darkMore],
  ] as const)('%s are those a device may ask for', (name, colours) => {
    expect(coloursOfSet(name)).toEqual(colours)
  })

  it('leave none to the device: it may have asked for other ones', () => {
    for (const name of settingValues.colours)
      expect(Object.keys(coloursOfSet(name)).toSorted(), name).toEqual(
        Object.keys(light).toSorted(),
      )
  })
})

/** What the mark on a sentence that is read aloud is coloured with, in a set. */
function markOf(name: string, colours: Colours): readonly [string, string] {
  const rule =
    new RegExp(
      String.raw`${name === 'chosen own' ? String.raw`own'\]` : '\n'}::highlight\(reading-aloud\) \{([^}]+)\}`,
    ).exec(reading)?.[1] ?? ''
  const [, colour = ''] = /\scolor: (\S+);/.exec(rule) ?? []
  return [
    colour === 'var(--own-page)' ? ownPair.page : colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'),
    colours['halo'] ?? '',
  ]
}

describe.each(schemes)('the %s colours', (name, colours) => {
  it('are all there', () => {
    const names = new Set([...textPairs, ...edgePairs].flat())
    expect([...names].filter((name) => !colours[name])).toEqual([])
  })

  it('give every text 7:1 or more on everything it stands on', () =>
    expect(short(colours, textPairs, 7)).toEqual([]))

  it('give a sentence that is read aloud 7:1 or more', () =>
    expect(contrast(...markOf(name, colours))).toBeGreaterThanOrEqual(7))

  it('give every edge 3:1 or more', () => expect(short(colours, edgePairs, 3)).toEqual([]))

  it('give the focus ring 3:1 or more against the page, the masthead and its own halo', () => {
    expect(
      short(
        colours,
        [
          ['text', 'page'],
          ['on-brand', 'brand'],
        ],
        3,
      ),
    ).toEqual([])
    expect(
      Math.max(
        contrast(colours.halo ?? '', colours.text ?? ''),
        contrast(colours.halo ?? '', colours.page ?? ''),
      ),
    ).toBeGreaterThan(3)
  })
})
