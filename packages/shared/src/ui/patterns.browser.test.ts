import { hydrate } from '@lit-labs/ssr-client'
import { render } from 'lit'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { examples } from './test-support/examples.ts'
import { axeFindings, emptyMain, freshPage, missingIds, prefer, repeatedIds, show } from './test-support/screen.ts'
import serverRendered from './test-support/server-rendered.json'

const markup: Readonly<Record<string, string>> = serverRendered

/** Everything in an element in one order, without Lit's marks; the value of a line of text is an attribute only from a server. */
const described = (host: Element): readonly string[] => [...host.querySelectorAll('*')].map((element) => {
  const attributes = [...element.attributes].filter(({ name }) => name !== 'value' || element.getAttribute('type') !== 'text')
  return `${element.localName} ${attributes.map(({ name, value }) => `${name}=${value}`).sort().join(' ')}`
})

freshPage()

describe.each(Object.entries(examples))('%s', (name, example) => {
  it('has nothing axe finds fault with', async () => {
    show(example())
    expect(await axeFindings()).toEqual([])
  })

  it('has every id once, and points to none that is not there', () => {
    show(example())
    expect(repeatedIds()).toEqual([])
    expect(missingIds()).toEqual([])
  })

  it('takes over what the server rendered, node for node', () => {
    const complaints = vi.spyOn(console, 'error')
    const host = emptyMain()
    host.innerHTML = markup[name] ?? ''
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
})

describe('all the patterns', () => {
  afterEach(() => prefer('prefers-color-scheme', ''))

  it.each([['prefers-color-scheme', 'dark'], ['prefers-contrast', 'more'], ['forced-colors', 'active']])('keep their contrast with %s: %s', async (feature, value) => {
    await prefer(feature, value)
    for (const example of Object.values(examples)) {
      show(example())
      expect(await axeFindings()).toEqual([])
    }
  })
})
