/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'
import tokens from './tokens.css?raw'

type Colours = Readonly<Record<string, string>>

/** The colours that a rule sets, found by what stands before `:root`. */
function coloursOf(condition: string): Colours {
  const start = condition === '' ? tokens.indexOf(':root') : tokens.indexOf(`@media ${condition} {`)
  const block = tokens.slice(start, tokens.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]))
}

const light = coloursOf('')
const dark = { ...light, ...coloursOf('(prefers-color-scheme: dark)') }
const more = coloursOf('(prefers-contrast: more)')
const schemes: readonly (readonly [string, Colours])[] = [
  ['light', light],
  ['dark', dark],
  ['light with more contrast', { ...light, ...more }],
  ['dark with more contrast', { ...dark, ...more, ...coloursOf('(prefers-contrast: more) and (prefers-color-scheme: dark)') }],
]

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const surfaces = ['page', 'surface', 'sunken', 'tint', 'warn-tint']
const on = (names: readonly string[], grounds: readonly string[]) => names.flatMap((name) => grounds.map((ground) => [name, ground] as const))

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

describe.each(schemes)('the %s colours', (_name, colours) => {
  it('are all there', () => {
    const names = new Set([...textPairs, ...edgePairs].flat())
    expect([...names].filter((name) => !colours[name])).toEqual([])
  })

  it('give every text 7:1 or more on everything it stands on', () => expect(short(colours, textPairs, 7)).toEqual([]))

  it('give every edge 3:1 or more', () => expect(short(colours, edgePairs, 3)).toEqual([]))

  it('give the focus ring 3:1 or more against the page, the masthead and its own halo', () => {
    expect(short(colours, [['text', 'page'], ['on-brand', 'brand']], 3)).toEqual([])
    expect(Math.max(contrast(colours.halo ?? '', colours.text ?? ''), contrast(colours.halo ?? '', colours.page ?? ''))).toBeGreaterThan(3)
  })
})
