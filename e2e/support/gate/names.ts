import type { CDPSession, Page } from '@playwright/test'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'

/** An element as the browser tells assistive technology about it. */
export interface Told {
  readonly role: string
  readonly name: string
  readonly description: string
  /** `aria-invalid`. */
  readonly invalid: boolean
}

interface AxValue {
  readonly value?: unknown
}
interface AxNode {
  readonly ignored: boolean
  readonly role?: AxValue
  readonly name?: AxValue
  readonly description?: AxValue
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[]
}

const text = (value: AxValue | undefined): string =>
  typeof value?.value === 'string' ? value.value.replaceAll(/\s+/g, ' ').trim() : ''

const asTold = (node: AxNode | undefined): Told => ({
  role: node && !node.ignored ? text(node.role) : 'nothing',
  name: text(node?.name),
  description: text(node?.description),
  invalid:
    node?.properties?.some(
      ({ name, value }) => name === 'invalid' && value.value !== 'false' && value.value !== false,
    ) ?? false,
})

/** What the browser tells of each of the elements that the page holds in `window.gate.held`, in their order. */
async function toldOfHeld(page: Page, browser: CDPSession): Promise<readonly Told[]> {
  const count = await page.evaluate(() => window.gate.held.length)
  await browser.send('Accessibility.enable')
  const told = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const { result } = await browser.send('Runtime.evaluate', {
        expression: `window.gate.held[${at}]`,
      })
      if (!result.objectId) return asTold(undefined)
      const { nodes } = await browser.send('Accessibility.getPartialAXTree', {
        objectId: result.objectId,
        fetchRelatives: false,
      })
      return asTold(nodes[0])
    }),
  )
  await browser.send('Accessibility.disable')
  return told
}

/** What the browser tells of everything that the selector finds, in the order of the page. */
export async function toldOf(
  page: Page,
  browser: CDPSession,
  selector: string,
): Promise<readonly Told[]> {
  await putHelpersIn(page)
  await page.evaluate((wanted) => {
    window.gate.held = [...document.querySelectorAll(wanted)].filter(window.gate.isVisible)
  }, selector)
  return toldOfHeld(page, browser)
}

/** What somebody presses or fills in by saying its name; not a table that only takes the focus to be scrolled. */
const pressed = new Set([
  'link',
  'button',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'slider',
  'switch',
  'tab',
  'option',
  'DisclosureTriangle',
])

/** As people say words to a machine: no case, no punctuation. */
const spoken = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Every control has a name, and the name begins with the words that are seen: somebody who speaks to the machine says
 * what they see (2.5.3), and words for screen readers only come after them.
 */
export async function checkNames(page: Page, browser: CDPSession): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const seen = await page.evaluate(() => {
    const { controls, path, seenWords } = window.gate
    const all = controls()
    window.gate.held = all
    const labelled = (element: Element): string =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? [...(element.labels ?? [])].map(seenWords).join(' ')
        : seenWords(element)
    return all.map((element) => ({ where: path(element), words: labelled(element) }))
  })
  const told = await toldOfHeld(page, browser)
  return seen.flatMap(({ where, words }, at): readonly Finding[] => {
    const { name, role } = told[at] ?? asTold(undefined)
    if (!name) return [{ check: 'name', where, what: `a ${role} without a name` }]
    return !pressed.has(role) || spoken(name).startsWith(spoken(words))
      ? []
      : [{ check: 'label-in-name', where, what: `“${words}” is seen, and its name is “${name}”` }]
  })
}
