import type { Page } from '@playwright/test'

/** What every check needs to say of an element of the page. It lives in the page, as `window.gate`. */
export interface InPage {
  /** A short path by which a person finds the element: up to the nearest id. */
  path(element: Element): string
  /** Drawn, with a size. */
  isVisible(element: Element): boolean
  /** Drawn, or there for screen readers only; not a text clipped to nothing. */
  isHiddenText(element: Element): boolean
  /** The words of an element that are seen: without those that only screen readers meet. */
  seenWords(element: Element): string
  /** Everything on the page that a person can press or fill in. */
  controls(): HTMLElement[]
  /** Elements that checks hand on to the browser's own tools. */
  held: Element[]
  /** What is given the focus in turn. */
  waiting: HTMLElement[]
  /** The element from which the focus was taken for a moment. */
  down?: HTMLElement
  /** The first element of each look. */
  firsts: ReadonlyMap<string, Element>
  /** What was scrolled, and how far, before the page was made to look otherwise. */
  places: readonly { readonly element: Element; readonly left: number; readonly top: number }[]
  /** Takes off the settings that are shown for a moment. */
  undress?: () => void
}

declare global {
  interface Window {
    gate: InPage
  }
}

const install = (): void => {
  const step = (element: Element): string => {
    if (element.id) return `#${element.id}`
    const name = element.localName + (element.classList[0] ? `.${element.classList[0]}` : '')
    const same = [...(element.parentElement?.children ?? [])].filter(
      (one) => one.localName === element.localName,
    )
    return same.length > 1 ? `${name}:nth-of-type(${same.indexOf(element) + 1})` : name
  }
  const path = (element: Element): string => {
    const steps: string[] = []
    for (
      let at: Element | null = element;
      at && at !== document.documentElement && steps.length < 5;
      at = at.parentElement
    ) {
      steps.unshift(step(at))
      if (at.id) break
    }
    return steps.join(' > ')
  }
  const isVisible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true })
  }
  const isHiddenText = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width <= 1 || height <= 1 || getComputedStyle(element).clipPath === 'inset(50%)'
  }
  const seenWords = (element: Element): string => {
    const words: string[] = []
    const walk = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) words.push(node.textContent ?? '')
      if (!(node instanceof Element)) return
      if (!isVisible(node) || isHiddenText(node) || node.matches('svg, input, select, textarea'))
        return
      node.childNodes.forEach(walk)
    }
    walk(element)
    return words.join(' ').replaceAll(/\s+/g, ' ').trim()
  }
  const pressable =
    'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], [contenteditable=""], ' +
    '[contenteditable=true], [tabindex]:not([tabindex="-1"]), [onclick], ' +
    [
      'button',
      'link',
      'checkbox',
      'radio',
      'tab',
      'switch',
      'menuitem',
      'option',
      'slider',
      'combobox',
    ]
      .map((role) => `[role=${role}]`)
      .join(', ')
  const controls = (): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(pressable)].filter(
      (element) =>
        isVisible(element) && !element.matches(':disabled') && !element.closest('[inert]'),
    )
  window.gate = {
    path,
    isVisible,
    isHiddenText,
    seenWords,
    controls,
    held: [],
    waiting: [],
    firsts: new Map(),
    places: [],
  }
}

/** Puts the helpers into the page as it stands; once for each document. */
export async function putHelpersIn(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'gate' in window))) await page.evaluate(install)
}
