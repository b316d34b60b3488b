import type { CDPSession, Page } from '@playwright/test'
import type { CheckName, Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'

const wide = { width: 1280, height: 720 }

/** The windows of WCAG 1.4.10: 320 px wide, and 1280 by 800 px at a zoom of 400 %. */
const narrow = [
  { width: 320, height: 800 },
  { width: 320, height: 200 },
] as const

/** WCAG 1.4.12, word for word. */
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}'

interface Laid {
  /** How far the page can be scrolled sideways, in pixels. */
  readonly sideways: number
  readonly past: readonly string[]
  readonly clipped: readonly string[]
  readonly overlapping: readonly string[]
}

/** How the page is laid out now: what sticks out, what is cut off, which texts lie on one another. */
const look = (page: Page): Promise<Laid> =>
  page.evaluate(() => {
    const { path, isVisible, isHiddenText } = window.gate
    const width = document.documentElement.clientWidth
    const seen = [...document.body.querySelectorAll('*')].filter(
      (element) => isVisible(element) && !isHiddenText(element),
    )
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
        if (
          /auto|scroll/.test(getComputedStyle(at).overflowX) &&
          at.scrollWidth > at.clientWidth + 1
        )
          return true
      return false
    }
    const cut = (element: Element): boolean => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return (
        (/hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (/hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
      )
    }
    interface Line {
      readonly element: Element
      readonly box: DOMRect
      readonly size: number
    }
    const linesOf = (element: Element): Line[] =>
      [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .flatMap((node) => {
          const range = document.createRange()
          range.selectNodeContents(node)
          const size = Number.parseFloat(getComputedStyle(element).fontSize)
          return [...range.getClientRects()]
            .filter((box) => box.width > 2 && box.height > 2)
            .map((box) => ({ element, box, size }))
        })
    const overlapping = (lines: readonly Line[]): string[] => {
      const found = new Set<string>()
      const byTop = [...lines].sort((one, other) => one.box.top - other.box.top)
      byTop.forEach((one, at) => {
        for (
          let next = at + 1;
          next < byTop.length && byTop[next]!.box.top < one.box.bottom;
          next += 1
        ) {
          const other = byTop[next]!
          const across =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
          const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top
          if (
            one.element !== other.element &&
            across > 3 &&
            down > Math.min(one.size, other.size) * 0.3
          )
            found.add(`${path(one.element)} and ${path(other.element)}`)
        }
      })
      return [...found]
    }
    const own = '.table, table, svg, video, canvas, pre'
    return {
      sideways: document.documentElement.scrollWidth - width,
      past: seen
        .filter(
          (element) =>
            element.getBoundingClientRect().right > width + 1 &&
            !element.closest(own) &&
            !scrolls(element),
        )
        .map(path),
      clipped: seen
        .filter(
          (element) =>
            element.textContent?.trim() &&
            !element.matches('select, option, textarea, input, svg, svg *') &&
            cut(element),
        )
        .map(path),
      overlapping: overlapping(seen.flatMap(linesOf)),
    }
  })

const some = (check: CheckName, paths: readonly string[], what: string): readonly Finding[] =>
  paths.slice(0, 8).map((where) => ({ check, where, what }))

const asFindings = (
  check: CheckName,
  when: string,
  { sideways, past, clipped, overlapping }: Laid,
): readonly Finding[] => [
  ...(sideways > 0
    ? [{ check, where: past[0] ?? 'the page', what: `${when}: scrolls sideways by ${sideways} px` }]
    : []),
  ...some(check, clipped, `${when}: text is cut off`),
  ...some(check, overlapping, `${when}: texts lie on one another`),
]

/** What is wrong with how the page is laid out now. */
export const laidFindings = async (
  page: Page,
  check: CheckName,
  when: string,
): Promise<readonly Finding[]> => asFindings(check, when, await look(page))

/** At 320 px, and in the height that a zoom of 400 % leaves: nothing is cut off, and nothing has to be scrolled sideways. */
export async function checkReflow(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const findings: Finding[] = []
  for (const window of narrow) {
    await page.setViewportSize(window)
    findings.push(
      ...(await laidFindings(page, 'reflow', `at ${window.width} by ${window.height} px`)),
      ...(await checkFixed(page)),
    )
  }
  await page.setViewportSize(wide)
  return findings
}

/** What stays on the screen while the rest scrolls takes a third of it at most. */
const checkFixed = (page: Page): Promise<Finding[]> =>
  page.evaluate(() => {
    const { path, isVisible } = window.gate
    const fixed = [...document.body.querySelectorAll('*')].filter(
      (element) => /fixed|sticky/.test(getComputedStyle(element).position) && isVisible(element),
    )
    return fixed
      .filter((element) => element.getBoundingClientRect().height > innerHeight * 0.3)
      .map((element) => ({
        check: 'reflow' as const,
        where: path(element),
        what: `stays on the screen and covers more than 30 % of ${innerHeight} px`,
      }))
  })

/** With the text spacing of WCAG 1.4.12, wide and narrow. */
export async function checkTextSpacing(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const findings: Finding[] = []
  for (const window of [wide, narrow[0]]) {
    await page.setViewportSize(window)
    const before = await look(page)
    await addStyle(page, spacing)
    const { sideways, past, clipped, overlapping } = await look(page)
    await removeStyle(page)
    // What is wrong without the spacing is for the other checks to tell.
    const added = {
      past,
      sideways: sideways > before.sideways ? sideways : 0,
      clipped: clipped.filter((one) => !before.clipped.includes(one)),
      overlapping: overlapping.filter((one) => !before.overlapping.includes(one)),
    }
    findings.push(...asFindings('text-spacing', `with text spacing at ${window.width} px`, added))
  }
  await page.setViewportSize(wide)
  return findings
}

const addStyle = (page: Page, css: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, css)

const removeStyle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)
  })

/** The size of text that the person has set in the browser, in pixels; letters of one width are 13 px where others are 16. */
export const setBrowserFont = async (browser: CDPSession, standard: number): Promise<void> => {
  await browser.send('Page.setFontSizes', {
    fontSizes: { standard, fixed: Math.round((standard * 13) / 16) },
  })
}

/** Large text, as WCAG 2.2 has it: 18 points, in pixels. */
const large = 24

/** The size of every element's own text, by its place in the document. */
const textSizes = (
  page: Page,
): Promise<readonly { readonly where: string; readonly size: number }[]> =>
  page.evaluate(() => {
    const { path, isVisible, isHiddenText } = window.gate
    return [...document.body.querySelectorAll('*')]
      .filter(
        (element) =>
          isVisible(element) &&
          !isHiddenText(element) &&
          !element.closest('svg') &&
          [...element.childNodes].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      )
      .map((element) => ({
        where: path(element),
        size: Number.parseFloat(getComputedStyle(element).fontSize),
      }))
  })

/** With the browser's own text at 200 % everything grows; what is large already may grow less. That nothing is cut off is for checkLarge. */
export async function checkTextSize(page: Page, browser: CDPSession): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const before = await textSizes(page)
  await setBrowserFont(browser, 32)
  const after = new Map((await textSizes(page)).map(({ where, size }) => [where, size]))
  await setBrowserFont(browser, 16)
  // A page laid out for larger text may put some of it behind a button: what is not seen then cannot be compared.
  const stuck = before.filter(
    ({ where, size }) => (after.get(where) ?? Infinity) < size * (size >= large ? 1.25 : 1.9),
  )
  return some(
    'text-size',
    stuck.map(({ where }) => where),
    'does not grow with the browser’s text size',
  )
}
