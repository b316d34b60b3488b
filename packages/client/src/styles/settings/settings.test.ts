/// <reference types="vite/client" />
import { settingValues } from '@takepart/shared/domain/settings/display-settings'
import { siteFrame } from '@takepart/shared/views/site/site-frame.view'
import { html, render } from 'lit'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import base from '../style.css?inline'
import sheet from './settings.css?inline'

const root = document.documentElement
const style = document.createElement('style')
const find = (selector: string): Element => {
  const found = document.querySelector(selector)
  if (!found) throw new Error(`nothing is ${selector}`)
  return found
}
const computed = (selector: string, pseudo?: string) => getComputedStyle(find(selector), pseudo)
const px = (value: string): number => Number.parseFloat(value)

interface Media {
  readonly media?: 'print'
  readonly features?: readonly { readonly name: string; readonly value: string }[]
}
const emulate = async (media: Media): Promise<void> => {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> }
  await session.send('Emulation.setEmulatedMedia', {
    media: media.media ?? '',
    features: media.features ?? [],
  })
}

beforeAll(() => {
  style.textContent = `${base}\n${sheet}`
  document.head.append(style)
  const content = html`<div class="wrap">
    <h1 id="page-title">Title</h1><p class="lede" id="lede">Lede</p>
    <div class="split"><div><p id="one">One</p><p id="two">Two <a href="/" id="link">link</a></p><p lang="ar" id="arabic">كلمة</p></div><dl class="facts"><dt>Closes</dt><dd>Soon</dd></dl></div>
    <img id="looks" alt="" src="data:,"><img id="says" alt="A bus" src="data:,"><span class="symbol" id="symbol"></span>
    <div class="easy"><picture id="beside"><img alt="" src="data:,"></picture></div><div class="easy"><picture id="telling"><img alt="A map" src="data:,"></picture></div>
    <div class="count"><p class="hidden-text">Up to 200</p><p aria-hidden="true" id="left">10 left</p></div>
    <div class="choice"><input type="radio" id="radio"><label for="radio">Yes</label></div>
    <div class="choice" id="second"><input type="radio" id="other"><label for="other">No</label></div>
    <button class="button" id="button">Send</button><input class="input" id="input"><p class="small" id="small">Small</p>
  </div>`
  render(siteFrame({ path: '/', content }), document.body)
})
afterEach(async () => {
  for (const name of Object.keys(root.dataset)) delete root.dataset[name]
  root.removeAttribute('style')
  await emulate({})
})
afterAll(() => {
  style.remove()
  document.body.replaceChildren()
})

const choose = (settings: Readonly<Record<string, string>>): void => {
  Object.assign(root.dataset, settings)
}

describe('text', () => {
  it.each(settingValues.textSize)(
    'of %s%% is that part of the size the browser has',
    (textSize) => {
      const before = ['#one', 'h1', '#lede', '.wordmark'].map((selector) =>
        px(computed(selector).fontSize),
      )
      choose({ textSize })
      const scale = Number(textSize) / 100
      expect(px(computed('html').fontSize)).toBeCloseTo(16 * scale)
      expect(px(computed('#one').fontSize)).toBeCloseTo((before[0] ?? 0) * scale)
      expect(px(computed('.wordmark').fontSize)).toBeCloseTo(
        Math.min((before[3] ?? 0) * scale, innerWidth * 0.115),
      )
      expect(px(computed('h1').fontSize)).toBeGreaterThan((before[1] ?? 0) * scale * 0.75)
    },
  )

  it.each([
    ['wide', 1.9, 2.85],
    ['widest', 2.2, 3.3],
  ])('with %s lines has them and its paragraphs further apart', (lines, high, between) => {
    choose({ lines })
    const size = px(computed('#two').fontSize)
    expect(px(computed('#two').lineHeight)).toBeCloseTo(size * high, 0)
    expect(px(computed('#two').marginBlockStart)).toBeCloseTo(size * between, 0)
    expect(px(computed('h1').lineHeight)).toBeGreaterThan(px(computed('h1').fontSize) * 1.3)
    expect(px(computed('#lede').lineHeight)).toBeCloseTo(px(computed('#lede').fontSize) * high, 0)
  })

  it.each([
    ['wide', 0.06, 0.16],
    ['widest', 0.12, 0.32],
  ])(
    'with %s letters has its words further apart too, headings as well',
    (letters, letter, word) => {
      choose({ letters })
      for (const selector of ['#one', 'h1', '#button', '#input']) {
        const { fontSize, letterSpacing, wordSpacing } = computed(selector)
        expect(px(letterSpacing) / px(fontSize), selector).toBeCloseTo(letter)
        expect(px(wordSpacing) / px(fontSize), selector).toBeCloseTo(word)
      }
    },
  )

  it('of joined letters is never pulled apart', () => {
    choose({ letters: 'widest' })
    expect(px(computed('#arabic').letterSpacing) || 0).toBe(0)
    expect(px(computed('#arabic').wordSpacing)).toBeGreaterThan(0)
  })

  it.each([
    ['atkinson', /^Atkinson/],
    ['opendyslexic', /^OpenDyslexic/],
  ])('in %s is in that typeface', (typeface, family) => {
    choose({ typeface })
    for (const selector of ['#one', 'h1', '#button', '#input'])
      expect(computed(selector).fontFamily, selector).toMatch(family)
  })

  it('in the browser’s own typeface names none', () => {
    choose({ typeface: 'browser' })
    const plain = document.createElement('iframe')
    document.body.append(plain)
    const own = plain.contentDocument
      ? getComputedStyle(plain.contentDocument.documentElement).fontFamily
      : ''
    plain.remove()
    expect(computed('#one').fontFamily).toBe(own)
  })

  it.each(settingValues.measure)('has lines of %s letters at most', (measure) => {
    choose({ measure })
    const { maxInlineSize, fontSize } = computed('#lede')
    // Letters of running text are less wide than a "0", by which `ch` goes.
    const zeros = Number.parseFloat(getComputedStyle(root).getPropertyValue('--measure'))
    expect(Number(measure) / zeros).toBeGreaterThan(1.24)
    expect(Number(measure) / zeros).toBeLessThan(1.32)
    expect(px(maxInlineSize) / px(fontSize)).toBeLessThan(zeros)
  })
})

describe('colours', () => {
  it.each(settingValues.colours.filter((name) => name !== 'own'))(
    '%s are those of the set',
    (colours) => {
      choose({ colours })
      const [page, words] = ['--page', '--text'].map((name) =>
        getComputedStyle(root).getPropertyValue(name),
      )
      const shown = document.createElement('p')
      document.body.append(shown)
      shown.style.cssText = `color: ${words}; background-color: ${page}`
      expect(computed('body').backgroundColor).toBe(getComputedStyle(shown).backgroundColor)
      expect(computed('#one').color).toBe(getComputedStyle(shown).color)
      shown.remove()
      expect(getComputedStyle(root).colorScheme).toBe(colours.includes('dark') ? 'dark' : 'light')
    },
  )

  it('of one’s own are two and no more', () => {
    root.style.cssText = '--own-text: #ffff00; --own-page: #000020; color-scheme: dark'
    choose({ colours: 'own', motion: 'none' })
    const colours = [
      '#one',
      'h1',
      '#link',
      '#button',
      '.masthead a',
      '#input',
      '.facts',
      '.foot a',
    ].flatMap((selector) => [computed(selector).color, computed(selector).backgroundColor])
    expect(new Set(colours.filter((colour) => colour !== 'rgba(0, 0, 0, 0)'))).toEqual(
      new Set(['rgb(255, 255, 0)', 'rgb(0, 0, 32)']),
    )
  })

  it.each(settingValues.colours)(
    '%s give way to the colours that the device sets for everything',
    async (colours) => {
      await emulate({ features: [{ name: 'forced-colors', value: 'active' }] })
      const look = () =>
        ['body', '#one', '#link', '#button', '#input', '.masthead', '.masthead a', '.facts'].map(
          (selector) => {
            const { color, backgroundColor, borderBlockStartColor } = computed(selector)
            return [color, backgroundColor, borderBlockStartColor]
          },
        )
      const before = look()
      root.style.cssText = colours === 'own' ? '--own-text: #ffff00; --own-page: #000020' : ''
      choose({ colours })
      expect(look()).toEqual(before)
    },
  )

  it('stay on the screen: paper is white', async () => {
    await emulate({ media: 'print' })
    const before = computed('#link').color
    choose({ colours: 'dark' })
    expect(computed('#link').color).toBe(before)
  })
})

describe('links, buttons and focus', () => {
  it('are drawn with thicker lines, every link underlined', () => {
    choose({ links: 'thick' })
    expect(px(computed('#link').textDecorationThickness)).toBe(3)
    expect(computed('.wordmark').textDecorationLine).toBe('underline')
    expect(px(computed('#input').borderBlockStartWidth)).toBe(4)
    expect(computed('#button').textDecorationLine).toBe('underline')
  })

  it('have a ring of 6 px', () => {
    choose({ focus: 'strong' })
    find('#input').scrollIntoView()
    ;(find('#input') as HTMLElement).focus()
    expect(find('#input').matches(':focus-visible')).toBe(true)
    expect(computed('#input').outlineWidth).toBe('6px')
    expect(computed('#input').boxShadow).toContain('12px')
    ;(find('#input') as HTMLElement).blur()
  })

  it('are 56 px to press, and further apart', () => {
    const before = px(computed('#second').marginBlockStart)
    choose({ targets: 'large' })
    for (const selector of ['#radio', '#button', '#input', '.foot .links a'])
      expect(find(selector).getBoundingClientRect().height, selector).toBeGreaterThanOrEqual(56)
    expect(px(computed('#second').marginBlockStart)).toBeGreaterThan(before)
  })
})

describe('page and layout', () => {
  it('moves nothing', () => {
    choose({ motion: 'none' })
    for (const selector of ['#button', '#one', 'html'])
      expect(
        [computed(selector).transitionDuration, computed(selector).animationName],
        selector,
      ).toEqual(['0s', 'none'])
  })

  it('shows media in grey, and filters no text', () => {
    choose({ pictures: 'grey' })
    expect(computed('#says').filter).toBe('grayscale(1)')
    expect(['html', 'body', 'main', '#one'].map((selector) => computed(selector).filter)).toEqual([
      'none',
      'none',
      'none',
      'none',
    ])
  })

  it('in the simple layout is one column, without what is there for looks', () => {
    choose({ layout: 'simple' })
    expect(['#looks', '#left', '.facts'].map((selector) => computed(selector).display)).toEqual([
      'none',
      'none',
      'none',
    ])
    expect(computed('.split').display).toBe('block')
    expect(computed('#says').display).not.toBe('none')
  })

  it('has no symbols beside choices, and of the pictures in Easy Read only those that say something themselves', () => {
    const shown = () =>
      ['#symbol', '#beside', '#telling'].filter((selector) => computed(selector).display !== 'none')
    expect(shown()).toEqual(['#symbol', '#beside', '#telling'])
    choose({ symbols: 'off' })
    expect(shown()).toEqual(['#telling'])
  })

  it('is printed in 18 point at least', async () => {
    await emulate({ media: 'print' })
    choose({ print: 'large' })
    const points = (selector: string) => px(computed(selector).fontSize) * 0.75
    for (const selector of ['#one', '#small', '#lede'])
      expect(points(selector), selector).toBeGreaterThanOrEqual(17.9)
    expect(points('h1')).toBeGreaterThan(24)
  })
})
