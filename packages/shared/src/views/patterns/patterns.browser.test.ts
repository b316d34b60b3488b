import { hydrate } from '@lit-labs/ssr-client'
import { html, render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { patterns as markup } from 'virtual:server-rendered'
import {
  axeFindings,
  emptyMain,
  freshPage,
  missingIds,
  prefer,
  repeatedIds,
  show,
} from '../../ui/test-support/screen.ts'
import { everyExample } from '../test-support/every-example.ts'
import { patternsView } from './patterns.view.ts'

/** Everything in an element in one order, without Lit's marks; the value of a line of text is an attribute only from a server. */
const described = (host: Element): readonly string[] =>
  [...host.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].filter(
      ({ name }) => name !== 'value' || element.getAttribute('type') !== 'text',
    )
    return `${element.localName} ${attributes
      .map(({ name, value }) => `${name}=${value}`)
      .sort()
      .join(' ')}`
  })

freshPage()

describe.each(everyExample.map(({ id, show: example }) => [id, example] as const))(
  '%s',
  (id, example) => {
    it('has every id once', () => {
      show(example())
      expect(repeatedIds()).toEqual([])
    })

    it('takes over what the server rendered, node for node', () => {
      const complaints = vi.spyOn(console, 'error')
      const host = emptyMain()
      host.innerHTML = markup[id] ?? ''
      const before = [...host.querySelectorAll('*')]
      hydrate(example(), host)
      render(example(), host)
      expect([...host.querySelectorAll('*')]).toEqual(before)
      const fresh = document.createElement('div')
      render(example(), fresh)
      expect(described(host)).toEqual(described(fresh))
      expect(host.textContent).toBe(fresh.textContent)
      expect(complaints).not.toHaveBeenCalled()
    })
  },
)

describe('the page of patterns', () => {
  const open = () => show(html`${patternsView()}`)
  afterEach(() => prefer('prefers-color-scheme', ''))

  it('has every id once, and points to none that is not there', () => {
    open()
    expect(repeatedIds()).toEqual([])
    expect(missingIds()).toEqual([])
  })

  it.each([
    ['', ''],
    ['prefers-color-scheme', 'dark'],
    ['prefers-contrast', 'more'],
    ['forced-colors', 'active'],
  ])('has nothing axe finds fault with: %s %s', async (feature, value) => {
    if (feature) await prefer(feature, value)
    open()
    expect(await axeFindings()).toEqual([])
  })

  it('gives everything that is pressed 44 by 44 pixels, but for links in sentences', () => {
    open()
    const inText = 'p a, dd a:not(.go), li li a, .prose li a'
    const targets = [...document.querySelectorAll('a, button, summary, input, textarea')].filter(
      (target) => !target.matches(inText),
    )
    const small = targets
      .filter((target) => target.checkVisibility())
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width < 44 || height < 44
      })
    expect(small.map((target) => target.outerHTML.slice(0, 80))).toEqual([])
  })

  it('is never wider than a screen of 320 pixels, but for tables in boxes of their own', () => {
    open()
    document.body.style.inlineSize = '320px'
    const wide = [...document.querySelectorAll('main *:not(.table *)')].filter(
      (element) => element.getBoundingClientRect().right > 321 && !element.closest('.hidden-text'),
    )
    document.body.style.inlineSize = ''
    expect(wide.map((element) => element.outerHTML.slice(0, 80))).toEqual([])
  })

  it('puts sides the other way round where the language is written so', () => {
    open()
    const group = document.querySelector('[dir=rtl]')
    const box = group?.querySelector('input')?.getBoundingClientRect()
    const words = group?.querySelector('.choice label')?.getBoundingClientRect()
    expect(box?.left).toBeGreaterThan(words?.left ?? Infinity)
    const inset = group?.querySelector('.inset')
    expect(inset && getComputedStyle(inset).borderRightStyle).toBe('solid')
    expect(inset && getComputedStyle(inset).borderLeftStyle).toBe('none')
  })
})
