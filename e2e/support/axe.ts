import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const levels = {
  A: ['wcag2a', 'wcag21a'],
  AA: ['wcag2aa', 'wcag21aa', 'wcag22aa'],
  AAA: ['wcag2aaa', 'wcag21aaa', 'wcag22aaa'],
  'best-practice': ['best-practice'],
} as const

export type Level = keyof typeof levels

/**
 * Fails with one line for each thing that axe finds wrong on the page as it stands: the rule, what it is about, where.
 *
 * @param state what the page is showing ("check answers, with an error"), for the message
 */
export async function expectAccessible(page: Page, state: string, asked: readonly Level[] = ['A', 'AA', 'best-practice']): Promise<void> {
  // No page has frames, so axe needs no second page to bring results together; and only what is wrong is told in full.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations, passes } = await axe.withTags(asked.flatMap((level) => levels[level])).analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
  expect(found, `axe on ${state}`).toEqual([])
  expect(passes.length, `axe looked at ${state}`).toBeGreaterThan(0)
}
