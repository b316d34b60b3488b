import { expect, type Page } from '@playwright/test'

/** The page has arrived: its heading is there, and its title begins with it. */
export async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  const h1 = page.getByRole('heading', { level: 1 })
  await expect(h1).toHaveCount(1)
  await expect(h1).toHaveText(heading)
  await expect(page).toHaveTitle(
    typeof heading === 'string' ? new RegExp(`^${escape(heading)}`) : heading,
  )
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Nothing has to be scrolled sideways: what is wider than the window is named. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.localName}.${element.className}`)
  })
  expect(wide, 'wider than the window').toEqual([])
}
