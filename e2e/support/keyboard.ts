import { expect, type Locator, type Page } from '@playwright/test'

const isFocused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === element.ownerDocument.activeElement)

/**
 * Presses Tab until the target has the focus, as somebody without a mouse does, and makes sure that the focus can be
 * seen. Fails after `most` presses.
 */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  let presses = 0
  while (!(await isFocused(target))) {
    expect(presses, 'presses of Tab').toBeLessThan(most)
    await page.keyboard.press('Tab')
    presses += 1
  }
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return outlineStyle !== 'none' && outlineWidth !== '0px' ? 'outline' : boxShadow
  })
  expect(outline, 'the focus can be seen').not.toBe('none')
}
