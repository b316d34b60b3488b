import { expect, type Page } from '@playwright/test'
import { expectNoSidewaysScroll } from './steps.ts'

/** WCAG 2.2, 2.5.5 Target Size (Enhanced), in CSS pixels. */
const least = 44

/**
 * Everything that can be pressed is 44 by 44 px at least. A link within a sentence may be as high as its line (the
 * criterion's own exception); a box or radio button counts together with its label.
 */
export async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate((needed) => {
    const labelOf = (element: Element) =>
      element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const areaOf = (element: Element) => {
      const parts = [
        element,
        ...(element.matches('[type=radio], [type=checkbox]') ? labelOf(element) : []),
      ].map((part) => part.getBoundingClientRect())
      const width =
        Math.max(...parts.map(({ right }) => right)) - Math.min(...parts.map(({ left }) => left))
      return {
        width,
        height:
          Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top)),
      }
    }
    const isInSentence = (element: Element) => {
      if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false
      const around = element.closest('p, li, dd, dt')?.textContent ?? ''
      return around.replace(element.textContent ?? '', '').trim().length > 1
    }
    return [...document.querySelectorAll('a[href], button, input, textarea, select, summary')]
      .filter(
        (element) =>
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          !isInSentence(element),
      )
      .map((element) => ({
        name: element.textContent?.trim().slice(0, 40) || element.id,
        ...areaOf(element),
      }))
      .filter(({ width, height }) => width < needed - 0.5 || height < needed - 0.5)
      .map(({ name, width, height }) => `${name}: ${Math.round(width)} by ${Math.round(height)} px`)
  }, least)
  expect(small, 'too small to press').toEqual([])
}

/** The page fits its window, and everything on it can be pressed. */
export async function expectFits(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page)
  await expectLargeTargets(page)
}
