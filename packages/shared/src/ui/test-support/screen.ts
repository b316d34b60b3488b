/// <reference types="vite/client" />
import axe from 'axe-core'
import { render, type TemplateResult } from 'lit'
import { afterEach, beforeEach } from 'vitest'
import { cdp } from 'vitest/browser'

/** The real stylesheet, so that contrast and sizes are those of the product. */
const [stylesheet = ''] = Object.values<string>(
  import.meta.glob('../../../../client/src/styles/style.css', {
    query: '?inline',
    import: 'default',
    eager: true,
  }),
)

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

/** Gives each test of a file an empty page with the product's styles. */
export function freshPage(): void {
  beforeEach(() => {
    document.documentElement.lang = 'en-GB'
    document.title = 'Patterns'
    const style = document.createElement('style')
    style.textContent = stylesheet
    document.head.append(style)
    return () => style.remove()
  })
  afterEach(() => document.body.replaceChildren())
}

/** A `main` to show a pattern in; it has an `h1` unless the pattern brings one. */
export function emptyMain(): HTMLElement {
  const main = document.createElement('main')
  const wrap = document.createElement('div')
  wrap.className = 'wrap'
  main.append(wrap)
  document.body.replaceChildren(main)
  return wrap
}

/** Shows a pattern, and again whenever the function returned is called with another. */
export function show(template: TemplateResult): (next: TemplateResult) => void {
  const wrap = emptyMain()
  const host = document.createElement('div')
  wrap.append(host)
  const draw = (next: TemplateResult) => {
    render(next, host)
  }
  draw(template)
  if (!host.querySelector('h1')) {
    const title = document.createElement('h1')
    title.textContent = 'Patterns'
    host.before(title)
  }
  return draw
}

/** What axe finds on the page, as "rule: where"; empty when all is well. */
export async function axeFindings(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  )
}

/** Ids that stand on the page more than once. */
export function repeatedIds(): readonly string[] {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}

/** Ids that something points to and nothing has. */
export function missingIds(): readonly string[] {
  const pointers = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls']
  return pointers.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)]
      .flatMap((element) => (element.getAttribute(name) ?? '').split(' '))
      .filter((id) => !document.getElementById(id)),
  )
}

/** The element with an id, which a test knows to be there. */
export function byId<Kind extends HTMLElement = HTMLInputElement>(id: string): Kind {
  const element = document.getElementById(id)
  if (!element) throw new Error(`Nothing on the page has the id ${id}`)
  return element as Kind
}

const setMedia = async (parameters: unknown): Promise<void> => {
  const session = cdp() as unknown as {
    send: (method: string, parameters: unknown) => Promise<unknown>
  }
  await session.send('Emulation.setEmulatedMedia', parameters)
}

/** Sets what the person's device asks for; an empty value is what the device has by itself. */
export const prefer = (name: string, value: string): Promise<void> =>
  setMedia({ features: [{ name, value }] })

/** Shows the page as it would be on paper, or on a screen again. */
export const putOn = (media: 'paper' | 'screen'): Promise<void> =>
  setMedia({ media: media === 'paper' ? 'print' : '' })
