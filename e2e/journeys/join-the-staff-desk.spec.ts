import { expect } from '@playwright/test'
import {
  endStaffSession,
  deskOrigin,
  firstStaffLink,
  givePasskeys,
  signInAsStaff,
} from '../support/staff.ts'
import { startServer, test } from '../support/server.ts'

test('the first member of staff joins on an empty database, by keyboard alone, signs out and in again', async ({
  page,
}) => {
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  try {
    await givePasskeys(page)
    await page.goto(await firstStaffLink(server))
    await page.getByRole('button', { name: 'Make my passkey and join' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Your name')).toBeFocused()
    await page.keyboard.type('Ash Fell')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What needs you today')
    await page.getByRole('link', { name: 'Sign out' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign in with your passkey' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What needs you today')
    expect(await (await fetch(await firstStaffLink(server))).text()).toContain(
      'This link cannot be used',
    )
  } finally {
    await server.dispose()
  }
})

test('a session that has ended is taken up again in place: nothing reloads, and the act is done', async ({
  page,
  server,
}) => {
  await signInAsStaff(page, server, { name: 'Bo Larch', roles: ['author'] })
  // Another session of the same person, left open elsewhere.
  await endStaffSession(page)
  await page.goto(`${deskOrigin(server)}/desk/sessions`)
  await page.getByRole('button', { name: 'Sign in with your passkey' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where you are signed in')
  await page.evaluate(() => {
    document.documentElement.dataset['here'] = 'yes'
  })
  await endStaffSession(page)
  const end = page.getByRole('button', { name: 'End it' })
  await expect(end).toHaveCount(1)
  await end.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' })
  await expect(dialog.getByRole('heading')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('#status')).toHaveText(/You are still signed out/)
  await end.press('Enter')
  await expect(dialog.getByRole('heading')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(end).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.dataset['here'])).toBe('yes')
})
