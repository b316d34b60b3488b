import {
  settingsKey,
  type DisplaySettings,
} from '../../packages/shared/src/domain/settings/display-settings.ts'
import type { Page } from '@playwright/test'

/** Sets display settings, these and no others, in the page that is open, as the settings page would; waits until their sheet is there. */
export async function setSettings(
  page: Page,
  settings: DisplaySettings | Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.evaluate(
    async ([key, value]) => {
      localStorage.setItem(key, value)
      document.dispatchEvent(new Event('display-settings-changed'))
      const link = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]')
      if (link && !link.sheet)
        await new Promise((resolve) => {
          link.onload = resolve
        })
      await document.fonts.ready
      for (const animation of document.getAnimations())
        if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
    },
    [settingsKey, JSON.stringify(settings)] as const,
  )
}

/** The settings that the page shows, as attributes of its root element. */
export const shownSettings = (page: Page): Promise<Record<string, string | undefined>> =>
  page.evaluate(() => Object.fromEntries(Object.entries(document.documentElement.dataset)))
