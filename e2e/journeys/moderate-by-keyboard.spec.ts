import { expect, type Page } from '@playwright/test'
import { contribute, openRound } from '../support/contributions.ts'
import { expectNoFindings } from '../support/gate/finding.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { tabTo } from '../support/keyboard.ts'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

const one = (page: Page) => page.locator('#queued')
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 3, name })

/** Opens the queue and waits until the page's script has the one that is open. */
async function openQueue(page: Page, desk: string): Promise<void> {
  const claimed = page.waitForResponse(/moderation\.claim/)
  await page.goto(`${desk}/desk/moderation`)
  await claimed
}

test('a moderator decides, undoes and takes words out with the keyboard alone, and another sees who has what', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const desk = deskOrigin(server)
  const [first, second] = [await browser.newContext(), await browser.newContext()]
  const [kit, ros] = [await first.newPage(), await second.newPage()]
  try {
    await contribute(server, {
      name: 'Dee',
      text: 'When they moved Thursdays, Mrs Hallam from my group never came again. Ring people. My number is 01632 960 001.',
    })
    await contribute(server, { name: 'Bernard', text: 'The car park at Birch is dark after five.' })
    await contribute(server, { name: 'Mel', text: 'Buy cheap watches from me.' })
    await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['moderator'] })
    await expect(
      kit.getByRole('link', { name: '3 contributions wait to be read', exact: true }),
    ).toBeVisible()
    await signInAsStaff(ros, server, { name: 'Ros Amery', roles: ['moderator'] })

    await openQueue(kit, desk)
    await expect(heading(kit, 'Dee')).toBeVisible()
    await openQueue(ros, desk)
    await expect(heading(ros, 'Bernard')).toBeVisible()
    await ros.getByRole('link', { name: 'Dee' }).press('Enter')
    await expect(ros.getByText('Kit Osei is looking at this one')).toBeVisible()
    await ros.keyboard.press('a')
    await expect(ros.getByText('Kit Osei is looking at this one')).toBeVisible()
    await ros.getByRole('link', { name: 'Bernard' }).press('Enter')

    // Words are taken out: one by its hint, others by choosing them in the text with Shift and the arrows.
    await one(kit).focus()
    await tabTo(kit, kit.getByRole('button', { name: /^Take it out.*Mrs Hallam/ }))
    await kit.keyboard.press('Enter')
    await expect(kit.getByText('[name removed]')).toBeVisible()
    await kit.keyboard.press('t')
    await expect(kit.locator('#choose-text')).toBeFocused()
    await kit.keyboard.press('Control+End')
    for (let presses = 0; presses < 14; presses += 1) await kit.keyboard.press('Shift+ArrowLeft')
    await expect(kit.locator('#take-out-words')).toHaveValue('01632 960 001.')
    await kit.locator('#take-out-what').selectOption('telephone-number')
    await kit.locator('#take-out-words').press('Enter')
    await expect(kit.getByText('[telephone number removed]')).toBeVisible()
    await expect(kit.getByRole('button', { name: /Publish with 2 parts taken out/ })).toBeVisible()
    await one(kit).focus()
    await kit.keyboard.press('d')
    await expect(
      kit.getByText('It will be published in 30 seconds, with those words'),
    ).toBeVisible()
    await expect(one(kit)).toBeFocused()

    // Undone within 30 seconds, it waits again; then it is decided for good.
    await kit.keyboard.press('z')
    await expect(kit.getByText('Undone. It waits again.')).toBeVisible()
    await expect(kit.getByRole('link', { name: 'Dee' })).toBeVisible()
    await kit.getByRole('link', { name: 'Dee' }).press('Enter')
    await kit.getByRole('button', { name: /^Take it out.*Mrs Hallam/ }).press('Enter')
    await kit.getByRole('button', { name: /^Take it out.*01632/ }).press('Enter')
    await one(kit).focus()
    await kit.keyboard.press('d')
    await expect(kit.getByText(/It will be published in 30 seconds/)).toBeVisible()

    // A reason in words that the author reads; the numbers are keys.
    await expect(heading(kit, 'Mel')).toBeVisible()
    await kit.keyboard.press('r')
    await expect(kit.locator('#reason')).toBeFocused()
    await kit.keyboard.press('5')
    await expect(kit.getByText('because it sells something')).toBeVisible()
    await kit.getByRole('button', { name: 'Send this, and do not publish' }).press('Enter')
    await expect(kit.getByText(/^It will not be published/)).toBeVisible()

    // What left is on the page of the round, without the words.
    const round = await first.newPage()
    const page = async () => {
      await round.goto(`${server.origin}/rounds/${openRound}`)
      return round.content()
    }
    await expect
      .poll(page, { timeout: 90_000, intervals: [3_000] })
      .toContain('from my group never')
    expect(await page()).not.toContain('Hallam')
    expect(await page()).not.toContain('01632 960 001')
    expect(await page()).not.toContain('cheap watches')
  } finally {
    await first.close()
    await second.close()
    await server.dispose()
  }
})

test('the queue keeps nobody out, with words being taken out, with a reason, and when nothing waits', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(page, server, { name: 'Kit Osei', roles: ['moderator'] })
    await page.goto(`${desk}/desk/moderation`)
    await expect(page.getByText('Nothing waits.').first()).toBeVisible()
    expectNoFindings(await runGate(page), 'an empty queue')
    await contribute(server, {
      name: 'Dee',
      text: 'Mrs Hallam never came again. Ring me on 01632 960 001 or write to dee@example.org.',
    })
    await openQueue(page, desk)
    expectNoFindings(await runGate(page), 'the queue')
    await page.getByRole('button', { name: /^Take it out.*Mrs Hallam/ }).press('Enter')
    await page.getByRole('button', { name: /^Choose words to take out/ }).press('Enter')
    await page.locator('#take-out-words').fill('Bernard')
    await page.locator('#take-out-words').press('Enter')
    await expect(page.locator('#error-summary')).toBeFocused()
    expectNoFindings(await runGate(page), 'words being taken out, with an error')
    await page.getByRole('button', { name: /^Do not publish/ }).press('Enter')
    await page.keyboard.press('1')
    expectNoFindings(await runGate(page), 'a reason')
    await page.getByRole('button', { name: /^Urgent concern/ }).press('Enter')
    expectNoFindings(await runGate(page), 'raising a concern')
  } finally {
    await server.dispose()
  }
})
