import type { Page } from '@playwright/test'
import type { Finding } from './finding.ts'
import { putHelpersIn } from './in-page.ts'

/**
 * Everything that can be pressed is 44 by 44 px (WCAG 2.5.5). What is smaller than 24 px and has another target within
 * the circle of 24 px round its middle fails 2.5.8 (AA) as well. A link within a sentence is excepted by both; a box or
 * radio button counts together with its label.
 */
export async function checkTargets(page: Page): Promise<readonly Finding[]> {
  await putHelpersIn(page)
  return page.evaluate(() => {
    const { path, controls, seenWords } = window.gate
    const union = (boxes: readonly DOMRect[]) => {
      const left = Math.min(...boxes.map((box) => box.left))
      const top = Math.min(...boxes.map((box) => box.top))
      return new DOMRect(
        left,
        top,
        Math.max(...boxes.map((box) => box.right)) - left,
        Math.max(...boxes.map((box) => box.bottom)) - top,
      )
    }
    const boxOf = (element: HTMLElement): DOMRect => {
      const labels = element.matches('[type=radio], [type=checkbox]')
        ? [...((element as HTMLInputElement).labels ?? [])]
        : []
      return union([element, ...labels].map((one) => one.getBoundingClientRect()))
    }
    const isInSentence = (element: Element): boolean => {
      if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false
      const around = element.closest('p, li, dd, dt, td, th, blockquote, figcaption')
      return around !== null && seenWords(around).replace(seenWords(element), '').trim().length > 1
    }
    const targets = controls()
      .filter((element) => !isInSentence(element) && !element.matches('.skip:not(:focus)'))
      .map((element) => ({ element, box: boxOf(element) }))
    const isUnder = ({ width, height }: DOMRect, least: number): boolean =>
      width < least - 0.5 || height < least - 0.5
    const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
    const crowds = (mine: DOMRect, other: DOMRect): boolean => {
      const from = middle(mine)
      if (isUnder(other, 24))
        return Math.hypot(from.x - middle(other).x, from.y - middle(other).y) < 24
      const across = Math.max(other.left - from.x, 0, from.x - other.right)
      const down = Math.max(other.top - from.y, 0, from.y - other.bottom)
      return Math.hypot(across, down) < 12
    }
    const size = ({ width, height }: DOMRect): string =>
      `${Math.round(width)} by ${Math.round(height)} px in a window of ${innerWidth} px`
    return targets
      .filter(({ box }) => isUnder(box, 44))
      .flatMap(({ element, box }) => [
        { check: 'target-44' as const, where: path(element), what: size(box) },
        ...(isUnder(box, 24) &&
        targets.some((other) => other.element !== element && crowds(box, other.box))
          ? [
              {
                check: 'target-24' as const,
                where: path(element),
                what: `${size(box)}, with another too near`,
              },
            ]
          : []),
      ])
  })
}
