import { afterEach, describe, expect, it } from 'vitest'
import { rendered } from 'virtual:server-rendered'
import { hydrationRoot, isAsSent } from './shape.ts'

afterEach(() => document.body.replaceChildren())

function sent(markup: string): HTMLElement {
  document.body.innerHTML = hydrationRoot('tp-root', markup)
  return document.body.firstElementChild as HTMLElement
}

const sectioned = '<form><!--a--><tp-section><!--b--><p>One</p></tp-section><input></form>'

describe('the shape of a hydration root', () => {
  it('is that of the markup, for every page that the server renders', () => {
    const changed = rendered
      .flatMap(({ pages, anotherWay }) => [...pages, { path: 'another-way', markup: anotherWay }])
      .filter(({ markup }) => {
        const root = sent(markup)
        return ![root, ...root.querySelectorAll<HTMLElement>('tp-section')].every(isAsSent)
      })
    expect(changed.map(({ path }) => path)).toEqual([])
  })

  it('takes words that look like tags for words', () => {
    expect(isAsSent(sent('<p title="a &lt;b>">1 &lt;i&gt; 2</p>'))).toBe(true)
  })

  it('takes what only browsers without scripts read as one element', () => {
    expect(isAsSent(sent('<noscript><p>No <b>script</b></p></noscript><p></p>'))).toBe(true)
  })

  it.each<[string, (root: HTMLElement) => void]>([
    [
      'an element before a field',
      (root) => root.querySelector('input')?.before(document.createElement('helper-layer')),
    ],
    [
      'an element of the same name',
      (root) => root.querySelector('input')?.before(document.createElement('input')),
    ],
    ['a comment', (root) => root.append(document.createComment('helper'))],
    [
      'an element around a field',
      (root) => {
        const wrap = document.createElement('span')
        root.querySelector('input')?.replaceWith(wrap)
        wrap.append(document.createElement('input'))
      },
    ],
    ['a field less', (root) => root.querySelector('input')?.remove()],
    [
      'another element in place of a field',
      (root) => root.querySelector('input')?.replaceWith(document.createElement('textarea')),
    ],
    ['no shape', (root) => root.removeAttribute('data-shape')],
  ])('is another with %s', (_, change) => {
    const root = sent(sectioned)
    expect(isAsSent(root)).toBe(true)
    change(root)
    expect(isAsSent(root)).toBe(false)
  })

  it('leaves out what is in a section, which has a shape of its own', () => {
    const root = sent(sectioned)
    const section = root.querySelector<HTMLElement>('tp-section')!
    section.prepend(document.createElement('helper-layer'))
    expect([isAsSent(root), isAsSent(section)]).toEqual([true, false])
  })

  it('is the same whatever the words, and with attributes that extensions set', () => {
    const root = sent(sectioned)
    root.querySelector('input')?.setAttribute('data-helper', 'on')
    root.querySelector('p')!.textContent = 'Un'
    expect(isAsSent(root)).toBe(true)
  })
})
