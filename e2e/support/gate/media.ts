import type { CDPSession, Page } from '@playwright/test'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'
import { settingsSheet } from './settings-sheet.ts'
import { checkRings } from './tab-walk.ts'

/**
 * Nothing moves unless the person's device says that it may, and nothing moves without end. What takes a hundredth of a
 * second or less does not move: it comes, perhaps after a while.
 */
export async function checkMotion(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const written = await page.evaluate(writtenMotion, await settingsSheet(page))
  const reduced = await page.evaluate(moving, 'while less motion is asked for')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const endless = await page.evaluate(movingForEver)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return [...written, ...reduced, ...endless]
}

/** Rules, those of the display settings too, that move something and stand outside `@media (prefers-reduced-motion: no-preference)`. */
const writtenMotion = (settingsSheet: string): Finding[] => {
  const settings = new CSSStyleSheet()
  settings.replaceSync(settingsSheet)
  const lasts = (times: string): boolean =>
    times
      .split(',')
      .some((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 10)
  const moves = ({ style }: CSSStyleRule): boolean =>
    lasts(style.getPropertyValue('animation-duration')) ||
    lasts(style.getPropertyValue('transition-duration')) ||
    style.getPropertyValue('scroll-behavior') === 'smooth'
  const walk = (rules: CSSRuleList, allowed: boolean): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      const isAllowed =
        allowed ||
        (rule instanceof CSSMediaRule &&
          /prefers-reduced-motion:\s*no-preference/.test(rule.conditionText))
      const mine = rule instanceof CSSStyleRule && !isAllowed && moves(rule) ? [rule] : []
      return rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule
        ? [...mine, ...walk(rule.cssRules, isAllowed)]
        : mine
    })
  return [...document.styleSheets, settings]
    .flatMap((sheet) => walk(sheet.cssRules, false))
    .map(({ selectorText }) => ({
      check: 'motion',
      where: selectorText,
      what: 'moves, and not only where motion is welcome',
    }))
}

const moving = (when: string): Finding[] => {
  const { path, isVisible } = window.gate
  const running = document
    .getAnimations()
    .filter(
      ({ playState, effect }) =>
        playState === 'running' && Number(effect?.getComputedTiming().duration) > 10,
    )
  const targets = running
    .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null))
    .filter((element) => element !== null)
  const ready = [...document.body.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, transitionProperty } = getComputedStyle(element)
    return (
      isVisible(element) &&
      transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0) &&
      /all|transform|translate|top|left|width|height|margin/.test(transitionProperty)
    )
  })
  return [
    ...targets.map((element) => ({
      check: 'motion' as const,
      where: path(element),
      what: `moves ${when}`,
    })),
    ...ready.map((element) => ({
      check: 'motion' as const,
      where: path(element),
      what: `is ready to move ${when}`,
    })),
    ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth'
      ? [{ check: 'motion' as const, where: 'html', what: `scrolls smoothly ${when}` }]
      : []),
  ]
}

const movingForEver = (): Finding[] =>
  document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations === Infinity)
    .map(({ effect }) => ({
      check: 'motion',
      where:
        effect instanceof KeyframeEffect && effect.target
          ? window.gate.path(effect.target)
          : 'the page',
      what: 'moves without end',
    }))

export const systemColours = { forcedColors: 'active', colorScheme: 'dark' } as const

/** While the system's own colours are shown: what keeps its own, and controls without an edge. */
export const forcedFindings = (page: Page): Promise<readonly Finding[]> => page.evaluate(edgesKept)

/** In the system's own colours: controls keep an edge, nothing keeps its own colours, and the focus is seen wherever it is. */
export async function checkForcedColours(
  page: Page,
  browser: CDPSession,
): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  await page.emulateMedia(systemColours)
  const edges = await forcedFindings(page)
  const rings = await checkRings(page, browser, 'forced-colours')
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  return [...edges, ...rings]
}

const edgesKept = (): Finding[] => {
  const { path, isVisible } = window.gate
  const all = [...document.body.querySelectorAll('*')].filter(
    (element) => isVisible(element) && !element.closest('svg'),
  )
  const keepsColours = (element: Element | null): boolean =>
    element !== null && getComputedStyle(element).forcedColorAdjust === 'none'
  const hasEdge = (element: Element): boolean => {
    const style = getComputedStyle(element)
    return (
      (Number.parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== 'none') ||
      (['top', 'right', 'bottom', 'left'] as const).some(
        (side) =>
          Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 &&
          style.getPropertyValue(`border-${side}-style`) !== 'none',
      )
    )
  }
  const drawn =
    'button, [role=button], input:not([type=checkbox], [type=radio], [type=hidden], [type=range], [type=color], [type=file]), textarea, select, dialog'
  const bare = all.filter(
    (element) =>
      element.matches(drawn) &&
      !hasEdge(element) &&
      getComputedStyle(element).textDecorationLine !== 'underline',
  )
  const boxes = all.filter(
    (element) =>
      element.matches('[type=checkbox], [type=radio]') &&
      getComputedStyle(element).appearance === 'none' &&
      !hasEdge(element),
  )
  return [
    // A colour that somebody chooses is shown as it is.
    ...all
      .filter(
        (element) =>
          keepsColours(element) &&
          !keepsColours(element.parentElement) &&
          !element.matches('[type=color]'),
      )
      .map((element) => ({
        check: 'forced-colours' as const,
        where: path(element),
        what: 'keeps its own colours',
      })),
    ...[...bare, ...boxes].map((element) => ({
      check: 'forced-colours' as const,
      where: path(element),
      what: 'has no edge',
    })),
  ]
}
