import { expect, type Page } from '@playwright/test'
import { expectNoFindings } from './gate/finding.ts'
import { findingsNow } from './gate/watch-states.ts'
import { expectPage } from './steps.ts'

/** Nobody is kept out of the page as it stands now, as far as axe can tell; `state` is what it shows, for the message. */
export async function expectOpenToAll(page: Page, state: string): Promise<void> {
  expectNoFindings(await findingsNow(page), state)
}

/** The page has arrived under this heading, and nobody is kept out of it. */
export async function expectGood(page: Page, heading: string | RegExp): Promise<void> {
  await expectPage(page, heading)
  await expectOpenToAll(page, String(heading))
}

/** The page says what is wrong: in its title, and in a summary that has the focus. */
export async function expectProblem(page: Page, state: string): Promise<void> {
  await expect(page).toHaveTitle(/^Error: /)
  await expect(problems(page)).toBeFocused()
  await expectOpenToAll(page, state)
}

export const problems = (page: Page) => page.getByRole('group', { name: 'There is a problem' })
