import { expect, type Locator, type Page } from '@playwright/test'

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement)

/** The element that has the focus: what it is, whether a ring shows it, and whether it is in sight. */
const focusNow = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
    const middle = document.elementFromPoint(
      left + Math.min(width, innerWidth) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    )
    const covers =
      middle !== null &&
      !element.contains(middle) &&
      !middle.contains(element) &&
      middle.closest('label') === null
    return {
      what: `${element.localName}#${element.id} ${element.textContent?.trim().slice(0, 40)} from ${Math.round(top)} to ${Math.round(bottom)} px`,
      somewhere: element !== document.body && element !== document.documentElement,
      ring: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      inSight: width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      whole: height > innerHeight / 2 || (top > -1 && bottom < innerHeight + 1),
      covered: covers ? `${middle?.localName}.${middle?.className}` : '',
    }
  })

/** The focus is on something that can be seen, and can be seen to have it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  let focus = await focusNow(page)
  // What a press has done to the page is drawn, and scrolled to, in the next frame, or a few on where the machine is busy: nobody has seen it before.
  for (let tries = 0; tries < 5 && !(focus.inSight && focus.whole); tries += 1) {
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve))
        }),
    )
    focus = await focusNow(page)
  }
  expect(focus, `where the focus is: ${focus.what}`).toMatchObject({
    somewhere: true,
    ring: true,
    inSight: true,
    whole: true,
    covered: '',
  })
}

/** Presses one key, and makes sure that the focus can be seen afterwards. */
export async function press(
  page: Page,
  key: 'Tab' | 'Shift+Tab' | 'Space' | 'ArrowDown' | 'ArrowUp',
): Promise<void> {
  await page.keyboard.press(key)
  await expectFocusSeen(page)
}

/**
 * Presses Tab until the target has the focus, as somebody without a mouse does, and makes sure at every stop that the
 * focus can be seen. Fails after `most` presses, and when the focus falls off the end of the page.
 */
export async function tabTo(
  page: Page,
  target: Locator,
  { most = 60, key = 'Tab' as 'Tab' | 'Shift+Tab' } = {},
): Promise<void> {
  for (let presses = 0; !(await isFocused(target)); presses += 1) {
    expect(presses, `presses of ${key} to reach ${target}`).toBeLessThan(most)
    await press(page, key)
  }
}

/** Goes to a control and presses it: links and buttons with Enter, boxes and radio buttons with Space. */
export async function tabAndPress(
  page: Page,
  target: Locator,
  key: 'Enter' | 'Space' = 'Enter',
  way: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(page, target, { key: way })
  await page.keyboard.press(key)
}

/** After a change of page within the app the focus is on `main`, which is named by the new title: that is what is spoken. */
export async function expectFocusOnMain(page: Page, heading: string): Promise<void> {
  const main = page.getByRole('main', { name: heading })
  await expect(main).toBeFocused()
  expect(
    await main.evaluate((element) => document.title.startsWith(element.ariaLabel ?? 'no name')),
    'main is named by the title',
  ).toBe(true)
}
