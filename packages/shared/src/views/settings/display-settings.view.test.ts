import { describe, expect, it } from 'vitest'
import { settingValues } from '../../domain/settings/display-settings.ts'
import { mostUsed, settingsGroups } from './display-choices.ts'
import { displaySettingsView } from './display-settings.view.ts'
import { settingsIds, tickValue } from './settings-ids.ts'
import { linksOf, rendered, wordsOf } from '../test-support/rendered.ts'

const page = displaySettingsView()
const markup = rendered(page)
const settings = [...mostUsed, ...settingsGroups.flatMap((group) => group.settings)]
const inputs = [...markup.matchAll(/<input\s([^>]*)>/g)].map(([, attributes = '']) => {
  const of = (name: string) => new RegExp(`\\s?${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return {
    type: of('type'),
    name: of('name'),
    value: of('value'),
    checked: /\schecked(\s|$|=)/.test(attributes),
  }
})

/** The values that the page offers for a setting. */
const offered = (name: string): readonly string[] => [
  ...inputs
    .filter((input) => input.type === 'radio' && input.name === name && input.value !== '')
    .map(({ value }) => value),
  ...inputs
    .filter(({ type, value }) => type === 'checkbox' && value.startsWith(`${name}:`))
    .map(({ value }) => value.slice(name.length + 1)),
]

/** Kept where somebody has chosen them before; what they change is not there yet, so they are not offered. */
const waiting: ReadonlySet<string> = new Set(['order', 'replies'])

describe('the page of display and reading settings', () => {
  it.each(Object.entries(settingValues).filter(([name]) => !waiting.has(name)))(
    'offers every value of %s, in order',
    (name, values) => {
      expect(offered(name)).toEqual(name === 'speed' ? ['0.75', '1.25', '1.5'] : values)
    },
  )

  it('offers nothing that is not a setting', () => {
    const names = settings.flatMap((setting) =>
      setting.kind === 'ticks' ? setting.ticks.map(({ name }) => name) : [setting.name],
    )
    expect(names.filter((name) => name !== 'edition').toSorted()).toEqual(
      Object.keys(settingValues)
        .filter((name) => !waiting.has(name))
        .toSorted(),
    )
  })

  it('has nothing chosen: each group of radio buttons is at its first, which changes nothing', () => {
    const ofPage = inputs.filter(({ name }) => !name.startsWith('sample-'))
    const names = [
      ...new Set(ofPage.filter(({ type }) => type === 'radio').map(({ name }) => name)),
    ]
    const first = names.map((name) => ofPage.find((input) => input.name === name))
    expect(first.every((input) => input?.checked && input.value === '')).toBe(true)
    expect(ofPage.filter(({ checked }) => checked)).toHaveLength(names.length)
  })

  it('shows the five most used settings first, and the others in groups to open', () => {
    const [first = '', ...rest] = markup.split('<details')
    expect(first.match(/<fieldset/g)).toHaveLength(5)
    expect(rest).toHaveLength(settingsGroups.length)
  })

  it('ends with one’s own device, and names who shows how', () => {
    expect(markup.indexOf('Change it for every website')).toBeGreaterThan(
      markup.indexOf('Change it for Takepart only'),
    )
    expect(wordsOf(page)).toMatch(/Windows.*Mac.*iPhone and iPad.*Android/)
    expect(linksOf(page)).toContain('https://mcmw.abilitynet.org.uk/')
  })

  it('says what to do where no script runs', () => {
    expect(/<noscript>([\s\S]*?)<\/noscript>/.exec(markup)?.[1]).toMatch(
      /needs JavaScript[\s\S]*your own\s+device/,
    )
  })

  it('has one way back to the device’s own', () => {
    expect(markup.match(/Reset to my device settings/g)).toHaveLength(1)
  })

  it('has a sample beside each group, which nobody can reach', () => {
    expect(markup.match(/<div class="sample" inert>/g)).toHaveLength(settingsGroups.length)
  })

  it('puts the pair of one’s own under its choice, hidden, each colour described by what is said of both', () => {
    const reveal =
      /<div class="reveal" hidden>([\s\S]*?own-colours-words">)/.exec(markup)?.[1] ?? ''
    expect(reveal.match(/type="color"/g)).toHaveLength(2)
    expect(
      reveal.match(new RegExp(`aria-describedby="${settingsIds.ownWords}"`, 'g')),
    ).toHaveLength(2)
  })

  it('names languages in themselves', () => {
    expect(markup).toContain('<span lang="ar" dir="auto">العربية</span>')
  })
})

describe('tickValue', () => {
  it('is the setting and the value it gets', () =>
    expect(tickValue('print', 'large')).toBe('print:large'))
})
