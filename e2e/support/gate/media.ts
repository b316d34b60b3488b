import type { CDPSession, Page } from '@playwright/test'
import type { settingValues } from '../../../packages/shared/src/domain/display-settings.ts'
import { setSettings } from '../settings.ts'
import { runAxe } from './axe-run.ts'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'
import { setBrowserFont } from './layout.ts'
import { walkByTab } from './tab-walk.ts'

/**
 * Nothing moves unless the person's device says that it may, and nothing moves without end. What takes a hundredth of a
 * second or less does not move: it comes, perhaps after a while.
 */
export async function checkMotion(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  const written = await page.evaluate(writtenMotion)
  const reduced = await page.evaluate(moving, 'while less motion is asked for')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const endless = await page.evaluate(movingForEver)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  return [...written, ...reduced, ...endless]
}

/** Rules that move something, and stand outside `@media (prefers-reduced-motion: no-preference)`. */
const writtenMotion = (): Finding[] => {
  const lasts = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) > 10)
  const moves = ({ style }: CSSStyleRule): boolean =>
    lasts(style.getPropertyValue('animation-duration')) || lasts(style.getPropertyValue('transition-duration')) || style.getPropertyValue('scroll-behavior') === 'smooth'
  const walk = (rules: CSSRuleList, allowed: boolean): CSSStyleRule[] => [...rules].flatMap((rule) => {
    const isAllowed = allowed || (rule instanceof CSSMediaRule && /prefers-reduced-motion:\s*no-preference/.test(rule.conditionText))
    const mine = rule instanceof CSSStyleRule && !isAllowed && moves(rule) ? [rule] : []
    return rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule ? [...mine, ...walk(rule.cssRules, isAllowed)] : mine
  })
  return [...document.styleSheets].flatMap((sheet) => walk(sheet.cssRules, false))
    .map(({ selectorText }) => ({ check: 'motion', where: selectorText, what: 'moves, and not only where motion is welcome' }))
}

const moving = (when: string): Finding[] => {
  const { path, isVisible } = window.gate
  const running = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 10)
  const targets = running.map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null)).filter((element) => element !== null)
  const ready = [...document.body.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, transitionProperty } = getComputedStyle(element)
    return isVisible(element) && transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0) && /all|transform|translate|top|left|width|height|margin/.test(transitionProperty)
  })
  return [
    ...targets.map((element) => ({ check: 'motion' as const, where: path(element), what: `moves ${when}` })),
    ...ready.map((element) => ({ check: 'motion' as const, where: path(element), what: `is ready to move ${when}` })),
    ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? [{ check: 'motion' as const, where: 'html', what: `scrolls smoothly ${when}` }] : []),
  ]
}

const movingForEver = (): Finding[] => document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().iterations === Infinity)
  .map(({ effect }) => ({ check: 'motion', where: effect instanceof KeyframeEffect && effect.target ? window.gate.path(effect.target) : 'the page', what: 'moves without end' }))

/** In the system's own colours: controls keep an edge, nothing keeps its own colours, and the focus is seen at every stop. */
export async function checkForcedColours(page: Page, browser: CDPSession): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  const edges = await page.evaluate(edgesKept)
  const rings = (await walkByTab(page, browser, { ring: 'forced-colours' })).filter(({ check }) => check === 'forced-colours')
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
  return [...edges, ...rings]
}

const edgesKept = (): Finding[] => {
  const { path, isVisible } = window.gate
  const all = [...document.body.querySelectorAll('*')].filter((element) => isVisible(element) && !element.closest('svg'))
  const keepsColours = (element: Element | null): boolean => element !== null && getComputedStyle(element).forcedColorAdjust === 'none'
  const hasEdge = (element: Element): boolean => {
    const style = getComputedStyle(element)
    return Number.parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== 'none'
      || (['top', 'right', 'bottom', 'left'] as const).some((side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) >= 1 && style.getPropertyValue(`border-${side}-style`) !== 'none')
  }
  const drawn = 'button, [role=button], input:not([type=checkbox], [type=radio], [type=hidden], [type=range], [type=color], [type=file]), textarea, select, dialog'
  const bare = all.filter((element) => element.matches(drawn) && !hasEdge(element) && getComputedStyle(element).textDecorationLine !== 'underline')
  const boxes = all.filter((element) => element.matches('[type=checkbox], [type=radio]') && getComputedStyle(element).appearance === 'none' && !hasEdge(element))
  return [
    // A colour that somebody chooses is shown as it is.
    ...all.filter((element) => keepsColours(element) && !keepsColours(element.parentElement) && !element.matches('[type=color]')).map((element) => ({ check: 'forced-colours' as const, where: path(element), what: 'keeps its own colours' })),
    ...[...bare, ...boxes].map((element) => ({ check: 'forced-colours' as const, where: path(element), what: 'has no edge' })),
  ]
}

/** What a person's device can ask for, by its name in a finding. */
const devices = {
  'a dark screen': { colorScheme: 'dark' },
  'more contrast': { contrast: 'more' },
  'more contrast on a dark screen': { colorScheme: 'dark', contrast: 'more' },
} as const

const plain = { colorScheme: 'light', contrast: 'no-preference' } as const

/**
 * The sets of colours that only the display settings have. The others are those of the devices above, chosen; every pair
 * of every set is computed in tokens.test.ts.
 */
const ownSets = ['cream', 'own'] as const satisfies readonly (typeof settingValues.colours)[number][]

/** Two colours that somebody might choose: bright on dark, and at no more than the contrast that they must have. */
const ownColours = { text: '#ffff66', page: '#25254d' }

const named = (findings: readonly Finding[], look: string): readonly Finding[] => findings.map((finding) => ({ ...finding, what: `with ${look}: ${finding.what}` }))

/** axe's rules about colours and sizes, in every set of colours and with the browser's text at 200 %. */
export async function checkLooks(page: Page, browser: CDPSession): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [look, media] of Object.entries(devices)) {
    await page.emulateMedia({ ...plain, ...media })
    findings.push(...named((await runAxe(page, 'colours')).findings, look))
  }
  await page.emulateMedia(plain)
  for (const colours of ownSets) {
    await setSettings(page, { colours, ...(colours === 'own' ? { ownColours } : {}) })
    findings.push(...named((await runAxe(page, 'colours')).findings, `the colours “${colours}”`))
  }
  await setSettings(page, {})
  await setBrowserFont(browser, 32)
  findings.push(...named((await runAxe(page, 'size')).findings, 'the browser’s text at 200 %'))
  await setBrowserFont(browser, 16)
  return findings
}
