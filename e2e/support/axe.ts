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
  const { violations, passes } = await new AxeBuilder({ page }).withTags(asked.flatMap((level) => levels[level])).analyze()
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`))
  expect(found, `axe on ${state}`).toEqual([])
  expect(passes.length, `axe looked at ${state}`).toBeGreaterThan(0)
}
