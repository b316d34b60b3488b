import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

/** The rules that settings bring are linked once one is chosen; without a connection they could not be fetched any more. */
export async function settingsSheet(page: Page): Promise<string> {
  const path = await page.evaluate(() =>
    document.querySelector('link[rel=stylesheet]')
      ? ''
      : (document.querySelector<HTMLElement>('script[data-sheet]')?.dataset['sheet'] ?? ''),
  )
  return path
    ? readFile(
        fileURLToPath(new URL(`../../../packages/client/dist${path}`, import.meta.url)),
        'utf8',
      )
    : ''
}
