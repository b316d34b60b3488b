/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest'
import { rendered, wordsOf } from '../test-support/rendered.ts'
import { everyExample } from '../test-support/every-example.ts'
import { patternGroups } from './all-patterns.ts'
import { exampleId } from './pattern.ts'
import { patternsView } from './patterns.view.ts'

const sources: Readonly<Record<string, string>> = import.meta.glob('../../ui/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const patterns = patternGroups.flatMap((group) => group.patterns)
const page = rendered(patternsView())

/** Parts of other patterns, which have no use of their own. */
const parts = ['checked.ts', 'choice.ts', 'field.ts', 'fieldset.ts', 'languages.ts', 'later.ts']

describe('the patterns', () => {
  it('are all that there is to draw with: a new one has its place in the page', () => {
    const drawing = Object.entries(sources)
      .filter(([file, source]) => !file.includes('.test.') && source.includes('html`'))
      .map(([file]) => file.replace('../../ui/', ''))
    const shown = patterns.map(({ file }) => file.replace('ui/', ''))
    expect(drawing.filter((file) => !shown.includes(file) && !parts.includes(file))).toEqual([])
  })

  it('are made in files that are there', () => {
    const here = Object.keys(sources).map((file) => file.replace('../../', ''))
    expect(
      patterns
        .map(({ file }) => file)
        .filter((file) => file.startsWith('ui/') && !here.includes(file)),
    ).toEqual([])
  })

  it.each(patterns.map((pattern) => [pattern.title, pattern] as const))(
    '%s: says when to use it and when not, how it is wired, and shows it',
    (_, { use, wiring, examples }) => {
      expect(use.length).toBeGreaterThan(20)
      expect(wiring.length).toBeGreaterThan(20)
      expect(examples.length).toBeGreaterThan(0)
    },
  )

  it('have names of their own, and so have their examples', () => {
    const ids = patterns.flatMap((pattern) => [
      pattern.id,
      ...pattern.examples.map((example) => exampleId(pattern, example)),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('are shown in the states that go wrong most easily', () => {
    const shown = everyExample.map(({ id }) => id).join(' ')
    for (const state of [
      'error',
      'long-words',
      'empty',
      'filled',
      'near',
      'over',
      'excludes',
      'disabled',
      'waiting',
      'arabic',
    ])
      expect(shown).toContain(state)
  })

  it('hold nothing that a page may not hold', () => {
    expect(page).not.toMatch(/ style=|\[object |undefined|="false" *>|checked="/)
    expect(page).not.toMatch(/ (title|placeholder|accesskey|onclick)=/)
  })

  it('write which choice is made, and hide what is not asked', () => {
    const drawn = (id: string) =>
      rendered(everyExample.find((example) => example.id === id)?.show() as never)
    expect(drawn('checkboxes-two-ticked').match(/<input[^>]* checked/g)).toHaveLength(2)
    expect(drawn('radios-say-which-closed')).toMatch(/<div class="reveal" hidden/)
    expect(drawn('radios-say-which-open-and-filled')).not.toMatch(/<div class="reveal" hidden/)
    expect(drawn('text-input-filled')).toContain('value="The Birches"')
  })
})

describe('the page of patterns', () => {
  it('has one title, and every link within it leads somewhere', () => {
    expect(page.match(/<h1/g)).toHaveLength(1)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => id)
    expect(links.length).toBeGreaterThan(patterns.length)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
  })

  it('has no gap between one level of heading and the next', () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })

  it('says everything in words without script', () => {
    const words = wordsOf(patternsView())
    for (const { title } of patterns) expect(words).toContain(title)
  })
})
