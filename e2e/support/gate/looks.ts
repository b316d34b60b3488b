import type { CDPSession, Page } from '@playwright/test'
import { runAxe } from './axe-run.ts'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'
import { laidFindings, setBrowserFont } from './layout.ts'
import { forcedFindings, systemColours } from './media.ts'
import { seenInRun } from './seen-in-run.ts'
import { settingsSheet } from './settings-sheet.ts'

/**
 * A state of a page in every set of colours and with text at 200 %, wherever a journey has got to: each new look of a
 * text or field in the one, the whole of the page in the other.
 *
 * The *look* of an element is every rule of our style sheets that matches it or anything it is in and can change a colour,
 * the size or weight of a text, or anything because of a setting: by the words of the rule and of the conditions round it,
 * whether they hold now or not. Those for a dark screen count on a light one, and those for a setting count where it is not
 * set. The browser finds colours by nothing else but these rules, what is written in a `style`, and the names of the
 * elements that it has colours or sizes for by itself. So two texts of one look have the same colours before the same
 * colours in every set, and the second is not looked at again. Three things are outside this, and axe sees them in each state as it
 * stands: a picture behind a text, what lies over it from another part of the page, and links that were visited.
 */

interface Wanted {
  /** What a device can ask for. */
  readonly media?: Parameters<Page['emulateMedia']>[0]
  /** Display settings, as attributes of the root element, and what else they write there. */
  readonly settings?: Readonly<Record<string, string>>
  readonly style?: string
}

/** Two colours that somebody might choose: bright on dark, and at no more than the contrast that they must have. */
const own = '--own-text:#ffff66;--own-page:#25254d;color-scheme:dark'

/**
 * The sets of colours, by their names in a finding: what devices ask for, and the two that only the display settings
 * have. The other settings give the colours of the devices; every pair of every set is computed in tokens.test.ts.
 */
const colourSets: Readonly<Record<string, Wanted>> = {
  'a light screen': {},
  'a dark screen': { media: { colorScheme: 'dark' } },
  'more contrast': { media: { contrast: 'more' } },
  'more contrast on a dark screen': { media: { colorScheme: 'dark', contrast: 'more' } },
  'the colours “cream”': { settings: { 'data-colours': 'cream' } },
  'the colours “own”': { settings: { 'data-colours': 'own' }, style: own },
}

const plain = {
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  reducedMotion: 'reduce',
} as const

const seen = seenInRun('looks')

const named = (findings: readonly Finding[], look: string): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, what: `with ${look}: ${finding.what}` }))

/** What is wrong with looks that are new in this run, in any set of colours; and with them at the setting of 200 %. Leaves the page as it was. */
export async function checkLooks(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const sheet = await settingsSheet(page)
  const fresh = (await page.evaluate(looksNow, sheet)).filter((look) => !seen.has(look))
  if (fresh.length === 0) return []
  const findings: Finding[] = []
  await asItWas(page, async (stands) => {
    for (const [name, { media, settings, style = '' }] of Object.entries(colourSets)) {
      // axe looks at every state as it stands.
      if (name === stands) continue
      await page.emulateMedia({ ...plain, ...media })
      await page.evaluate(wear, { settings: { 'data-colours': '', ...settings }, style, sheet })
      findings.push(...named((await runAxe(page, 'colours', fresh)).findings, name))
    }
    await page.evaluate(wear, { settings: { 'data-text-size': '200' }, sheet })
    // Of the system's own colours axe can tell nothing: it takes the colour of a text from a property that they leave as it is.
    await page.emulateMedia({ ...plain, ...systemColours })
    findings.push(...(await forcedFindings(page)))
    await page.emulateMedia(plain)
    findings.push(
      ...named((await runAxe(page, 'size', fresh)).findings, 'the setting of 200 %'),
      ...(await largeFindings(page, 'with the setting of 200 %')),
    )
  })
  if (findings.length === 0) seen.add(fresh)
  return findings
}

/** What is wrong with the page with the browser's own text at 200 %. Leaves the page as it was. */
export async function checkLarge(page: Page, browser: CDPSession): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const findings: Finding[] = []
  await asItWas(
    page,
    async () => {
      await setBrowserFont(browser, 32)
      findings.push(
        ...named((await runAxe(page, 'size')).findings, 'the browser’s text at 200 %'),
        ...(await largeFindings(page, 'with the browser’s text at 200 %')),
      )
    },
    () => setBrowserFont(browser, 16),
  )
  return findings
}

const largeFindings = (page: Page, when: string): Promise<readonly Finding[]> =>
  laidFindings(page, 'text-size', when)

/** Does something to the look of the page, and then puts back the media, the settings, the sheets and the place, whatever has become of the page. */
async function asItWas(
  page: Page,
  act: (stands: string) => Promise<void>,
  undo?: () => Promise<void>,
): Promise<void> {
  const { reducedMotion, stands, ...media } = await page.evaluate(rememberPage)
  try {
    await act(stands)
  } finally {
    await undo?.()
    // Nothing may be on its way from one colour to another when the next state is looked at.
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await page.evaluate(putBack).catch(() => undefined)
    await page.emulateMedia({ reducedMotion })
  }
}

const rememberPage = () => {
  const asks = (query: string): boolean => matchMedia(`(${query})`).matches
  window.gate.places = [...document.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => ({ element, left: element.scrollLeft, top: element.scrollTop }))
  const isPlain =
    !('colours' in document.documentElement.dataset) &&
    !asks('prefers-color-scheme: dark') &&
    !asks('prefers-contrast: more') &&
    !asks('forced-colors: active')
  return {
    stands: isPlain ? 'a light screen' : 'others',
    colorScheme: asks('prefers-color-scheme: dark') ? 'dark' : 'light',
    contrast: asks('prefers-contrast: more') ? 'more' : 'no-preference',
    forcedColors: asks('forced-colors: active') ? 'active' : 'none',
    reducedMotion: asks('prefers-reduced-motion: reduce') ? 'reduce' : 'no-preference',
  } as const
}

const putBack = (): void => {
  window.gate.undress?.()
  for (const { element, left, top } of window.gate.places)
    element.scrollTo({ left, top, behavior: 'instant' })
}

/** Shows settings without keeping them: nothing is stored, no other tab hears of it, and no script is told. */
const wear = ({
  settings,
  style,
  sheet,
}: {
  settings: Readonly<Record<string, string>>
  style?: string
  sheet: string
}): void => {
  const root = document.documentElement
  const { gate } = window
  gate.undress?.()
  const added = new CSSStyleSheet()
  added.replaceSync(sheet)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, added]
  const before = Object.keys(settings).map((name) => [name, root.getAttribute(name)] as const)
  const written = root.hasAttribute('style') ? root.style.cssText : undefined
  for (const [name, value] of Object.entries(settings)) root.setAttribute(name, value)
  // Not by its attribute, which the content security policy would refuse.
  if (style !== undefined && (written || style)) root.style.cssText = style
  gate.undress = () => {
    for (const [name, value] of before) {
      if (value === null) root.removeAttribute(name)
      else root.setAttribute(name, value)
    }
    root.style.cssText = written ?? ''
    // Asked for first: an attribute that the browser has not written yet is not taken away.
    if (written === undefined && root.hasAttribute('style')) root.removeAttribute('style')
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== added)
    delete gate.undress
  }
}

/** The looks of all texts and fields on the page, each by a number of 64 bits; the first element of each is kept for axe. */
const looksNow = (settingsSheet: string): string[] => {
  const { isVisible } = window.gate
  const short = (long: string): string => {
    let [one, other] = [0x811c9dc5, 0x1000193]
    for (let at = 0; at < long.length; at += 1) {
      const code = long.charCodeAt(at)
      one = Math.imul(one ^ code, 0x01000193)
      other = Math.imul(other ^ (code + at), 0x85ebca6b)
    }
    return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`
  }
  const settings = new CSSStyleSheet()
  settings.replaceSync(settingsSheet)
  interface Rule {
    readonly selector: string
    readonly words: string
  }
  const telling =
    /^(--|all$|background|color|filter|forced|font$|font-(size|weight)|mix-blend|opacity|text-decoration)/
  const counts = ({ style, selectorText }: CSSStyleRule): boolean =>
    selectorText.includes('[data-') || [...style].some((property) => telling.test(property))
  const ownLook =
    /^(a|b|big|button|code|dialog|h[1-6]|input|kbd|legend|mark|meter|option|pre|progress|samp|select|small|strong|sub|sup|textarea|th)$/
  const rulesIn = (list: CSSRuleList, when: string): Rule[] =>
    [...list].flatMap((rule) => {
      if (rule instanceof CSSStyleRule)
        return [
          ...(counts(rule)
            ? [{ selector: rule.selectorText, words: `${when}${rule.cssText}` }]
            : []),
          ...rulesIn(rule.cssRules, when),
        ]
      if (!(rule instanceof CSSGroupingRule)) return []
      return rulesIn(
        rule.cssRules,
        `${when}${rule instanceof CSSConditionRule ? rule.conditionText : rule instanceof CSSLayerBlockRule ? rule.name : ''};`,
      )
    })
  // Whom a rule is for: also where a setting is not set that it asks for, and an element for the parts of it that are none.
  const whom = (selector: string): string =>
    selector
      .replaceAll(/::[\w-]+(\([^)]*\))?/g, '')
      .replaceAll(/:root(\[[^\]]*\]|:is\(([^()]|\([^()]*\))*\))+/g, ':root')
      .replaceAll(/(^|[\s,>+~(])(?=[,)]|$)/g, '$1*')
  const matched = new Map<Element, string>()
  for (const { selector, words } of [
    ...document.styleSheets,
    ...document.adoptedStyleSheets,
    settings,
  ].flatMap((sheet) => rulesIn(sheet.cssRules, ''))) {
    const rule = short(words)
    for (const element of document.querySelectorAll(whom(selector)))
      matched.set(element, `${matched.get(element) ?? ''} ${rule}`)
  }
  const looks = new Map<Element | null, string>()
  const firsts = new Map<string, Element>()
  const ownText = (element: Element): string =>
    [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent?.trim() : ''))
      .join('')
  for (const element of document.querySelectorAll('*')) {
    const { localName, parentElement } = element
    // What is written at the root are settings.
    const written = parentElement ? (element.getAttribute('style') ?? '') : ''
    const around = looks.get(parentElement) ?? ''
    const added = [
      ownLook.test(localName) ? `${localName} ${element.getAttribute('type') ?? ''}` : '',
      written,
      matched.get(element) ?? '',
    ].join('|')
    const inherited = added === '||' ? around : short(`${around}|${added}`)
    looks.set(element, inherited)
    const isField = element.matches('input, select, textarea')
    const text = isField ? (element as HTMLInputElement).value : ownText(element)
    if (!document.body.contains(element) || (text === '' && !isField)) continue
    // What axe passes over: nothing written, a single letter, a control that is out of use.
    const look = short(
      [
        inherited,
        text.length > 1,
        text === '',
        element.closest(':disabled, [aria-disabled=true]') !== null,
      ].join('|'),
    )
    if (!firsts.has(look) && isVisible(element)) firsts.set(look, element)
  }
  window.gate.firsts = firsts
  return [...firsts.keys()]
}
