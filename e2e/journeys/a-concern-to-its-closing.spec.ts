import { devices, expect } from '@playwright/test'
import { expectNoFindings } from '../support/gate/finding.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { expectPage } from '../support/steps.ts'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
const sample = '/consultations/mental-health-help-in-the-community'

test('a concern goes from a phone without a connection to its closing', async ({ browser }) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const desk = deskOrigin(server)
  const [hers, theirs] = [await browser.newContext(phone), await browser.newContext()]
  const [her, kit] = [await hers.newPage(), await theirs.newPage()]
  try {
    // The page is on the phone from the first visit on; then the bus leaves the town.
    await her.goto(`${server.origin}${sample}/answer`)
    await expectPage(her, 'Before you start')
    await her.evaluate(() => navigator.serviceWorker.ready)
    await her.goto(`${server.origin}${sample}/another-way`)
    await hers.setOffline(true)
    await her.getByRole('main').getByRole('link', { name: 'I need help now' }).click()
    await expectPage(her, 'I need help now')
    for (const number of ['999', '111', '116 123', '85258'])
      await expect(her.getByRole('main').getByRole('link', { name: number })).toBeVisible()
    await her.getByLabel('What is happening?').fill('I do not want to be here any more. ZQX')
    await her.getByLabel(/^How can they reach you/).fill('01632 960 001')
    await her.getByRole('button', { name: 'Tell the Trust now' }).click()
    await expect(her.getByText('Not sent yet. It is on this device')).toBeVisible()

    await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['moderator'] })
    await kit.goto(`${desk}/desk/concerns`)
    await expect(kit.getByText('There is no open concern.')).toBeVisible()

    await hers.setOffline(false)
    await expect(her.getByText(/^The Trust received it on/)).toBeVisible({ timeout: 60_000 })

    await kit.goto(`${desk}/desk`)
    await expect(kit.locator('.day')).toContainText('An urgent concern that nobody has taken')
    await kit.goto(`${desk}/desk/concerns`)
    await expect(kit.getByText('Nobody has taken this yet')).toBeVisible()
    expect(await kit.content()).not.toContain('ZQX')
    await kit.getByRole('link', { name: /^Open it, and read it/ }).press('Enter')
    await expect(kit.getByText('I do not want to be here any more. ZQX')).toBeVisible()
    await expect(kit.getByText('01632 960 001')).toBeVisible()
    await expect(kit.getByText('Your look at this page is in the log.')).toBeVisible()

    const record = async (act: RegExp, what: string): Promise<void> => {
      await kit.getByRole('radio', { name: act }).press('Space')
      await kit.getByLabel('What was done, or has to be').fill(what)
      await kit.getByRole('button', { name: 'Record this' }).press('Enter')
      await expect(kit.locator('.log').getByText(`“${what}”`)).toBeVisible()
    }
    await kit.getByRole('button', { name: 'Take it' }).press('Enter')
    await expect(kit.getByText('Kit Osei took it.')).toBeVisible()
    await kit.getByRole('button', { name: 'Record this' }).press('Enter')
    await expect(kit.locator('#error-summary')).toBeFocused()
    await record(/I let the writer know/, 'Rang the number. She answered.')
    await record(/^I passed it on$/, 'They ring her at ten.')
    await expect(kit.getByText('Another team has this')).toBeVisible()
    await record(/Those I passed it on to have it/, 'They spoke with her.')
    await record(/Everything that has to be done is done/, 'She is safe, with her sister.')
    await expect(kit.getByRole('heading', { name: 'Closed', exact: true })).toBeVisible()
    await kit.goto(`${desk}/desk/concerns`)
    await expect(kit.getByText('There is no open concern.')).toBeVisible()
    await expect(kit.getByText('Kit Osei: done')).toBeVisible()
  } finally {
    await hers.close()
    await theirs.close()
    await server.dispose()
  }
})

test('the urgent lane, a concern, the word list and the balance keep nobody out', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const desk = deskOrigin(server)
  const at = new Date().toISOString()
  const concernId = crypto.randomUUID()
  const asked = await fetch(`${server.origin}/trpc/concern.raise`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    body: JSON.stringify({
      concernId,
      place: '/help-now',
      words: 'I do not want to be here any more.',
      completedAt: at,
      sentAt: at,
    }),
  })
  expect(asked.ok).toBe(true)
  try {
    await page.goto(`${server.origin}/help-now`)
    await expectPage(page, 'I need help now')
    expectNoFindings(await runGate(page), '“I need help now”')
    await signInAsStaff(page, server, { name: 'Kit Osei', roles: ['moderator'] })
    await page.goto(`${desk}/desk/concerns`)
    expectNoFindings(await runGate(page), 'the lane')
    await page.goto(`${desk}/desk/concerns/${concernId}`)
    await page.getByRole('button', { name: 'Take it' }).press('Enter')
    await page.getByRole('radio', { name: /^I passed it on$/ }).press('Space')
    await page.getByRole('button', { name: 'Record this' }).press('Enter')
    await expect(page.locator('#error-summary')).toBeFocused()
    expectNoFindings(await runGate(page), 'a concern, with an error')
    await page.goto(`${desk}/desk/concerns/words`)
    await page.getByLabel(/^Write something/).fill('I want to die')
    expectNoFindings(await runGate(page), 'the word list')
    await page.goto(`${desk}/desk/balance`)
    expectNoFindings(await runGate(page), 'the rounds')
    await page
      .getByRole('link', { name: /^See how it is balanced/ })
      .first()
      .press('Enter')
    await expect(page.getByRole('heading', { name: 'What the numbers say' })).toBeVisible()
    expectNoFindings(await runGate(page), 'the balance of a round')
  } finally {
    await server.dispose()
  }
})
