import type { CDPSession, Page } from '@playwright/test'
import type { Finding } from './finding.ts'
import { checkReflow, checkTextSize, checkTextSpacing } from './layout.ts'
import { checkLarge, checkLooks } from './looks.ts'
import { checkForcedColours, checkMotion } from './media.ts'
import { checkNames } from './names.ts'
import { timed } from './spent.ts'
import { checkStructure } from './structure.ts'
import { walkByTab } from './tab-walk.ts'
import { checkTargets } from './targets.ts'
import { axeNow } from './watch-states.ts'

type Check = (page: Page, browser: CDPSession) => Promise<readonly Finding[]>

/** In a window as low as this, little is in sight at a time, and what stays on the screen is soon over what has the focus. */
const low = { width: 320, height: 256 }
const usual = { width: 1280, height: 720 }

const inWindow =
  (size: typeof usual, check: Check): Check =>
  async (page, browser) => {
    await page.setViewportSize(size)
    const findings = await check(page, browser)
    await page.setViewportSize(usual)
    return findings
  }

/** Everything that is checked on a page as it stands. None of it leaves anything changed but the media asked for. */
const checks = {
  axe: axeNow,
  structure: checkStructure,
  names: checkNames,
  targets: checkTargets,
  'targets, narrow': inWindow({ width: 320, height: 640 }, checkTargets),
  reflow: checkReflow,
  'text spacing': checkTextSpacing,
  'text size': checkTextSize,
  looks: checkLooks,
  '200 %': checkLarge,
  motion: checkMotion,
  'Tab walk': (page, browser) => walkByTab(page, browser, { ring: 'focus-ring' }),
  'Tab walk, low window': inWindow(low, walkByTab),
  'forced colours': checkForcedColours,
} satisfies Readonly<Record<string, Check>>

export type CheckOfPage = keyof typeof checks

/** Runs every check, or some, on the page as it stands, in a window of 1280 by 720 px. */
export async function runGate(
  page: Page,
  only?: readonly CheckOfPage[],
): Promise<readonly Finding[]> {
  const browser = await page.context().newCDPSession(page)
  await page.setViewportSize(usual)
  // Colours on their way to others would be taken for the colours of the page.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const findings: Finding[] = []
  for (const name of only ?? (Object.keys(checks) as CheckOfPage[]))
    findings.push(...(await timed(name, checks[name](page, browser))))
  await browser.detach()
  return findings
}
