import { expect, type Page } from '@playwright/test'
import { test } from '../support/server.ts'
import { deskOrigin, endStaffSession, givePasskeys, signInAsStaff } from '../support/staff.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** What the page shows of the link that was made. */
const shownLink = (page: Page): Promise<string> => page.getByLabel('The link').inputValue()

test('an administrator invites a colleague by keyboard, who joins, is given other roles, loses a passkey and leaves', async ({
  page,
  server,
  browser,
}) => {
  await signInAsStaff(page, server, { name: 'Ash Fell', roles: ['administrator'] })
  await page.getByRole('link', { name: 'Staff', exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Invite a colleague' }).press('Enter')
  await expect(heading(page)).toHaveText('Invite a colleague')

  // Nothing written: what to do is said beside each field and in the summary, in focus.
  await page.getByRole('button', { name: 'Make their link' }).press('Enter')
  const summary = page.getByRole('group', { name: 'There is a problem' })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Their name')).toBeFocused()
  await page.keyboard.type('Wren Holm')
  await page.getByLabel(/^Author/).press('Space')
  await page.getByLabel(/^Only those they begin/).press('Space')
  await page.getByRole('button', { name: 'Make their link' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Give this link to Wren Holm' })).toBeFocused()
  await expect(summary).toHaveCount(0)
  const link = await shownLink(page)
  expect(link).toMatch(/^http:\/\/localhost:\d+\/desk\/join\/[\w-]{43}$/)

  const theirs = await browser.newContext()
  const colleague = await theirs.newPage()
  await givePasskeys(colleague)
  await colleague.goto(link)
  await colleague.getByRole('button', { name: 'Make my passkey and join' }).press('Enter')
  await expect(heading(colleague)).toHaveText('What needs you today')
  await expect(colleague.getByRole('link', { name: 'Staff', exact: true })).toBeVisible()

  // Shown once: the page that is opened again has an empty form.
  await page.reload()
  await expect(page.getByLabel('The link')).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to staff' }).press('Enter')
  await page.getByRole('link', { name: 'what Wren Holm may do' }).press('Enter')
  await expect(heading(page)).toHaveText('What Wren Holm may do')
  await page.getByLabel(/^Analyst/).press('Space')
  await page
    .getByLabel(/^Where should you find mental/)
    .first()
    .press('Space')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Wren Holm is signed out so that it counts')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(/^Analyst/)).toBeChecked()
  await expect(page.getByLabel(/^Where should you find mental/).first()).toBeChecked()

  // Signed out by the change, and in again with the key they have.
  await colleague.goto(`${deskOrigin(server)}/desk/sessions`)
  await colleague.getByRole('button', { name: 'Sign in with your passkey' }).press('Enter')
  await expect(colleague.getByRole('heading', { name: 'Your roles' })).toBeVisible()
  await expect(colleague.getByText('Analyst.')).toBeVisible()

  // A lost passkey: the administrator's link ends the old one and every session.
  await page.getByRole('button', { name: 'Make a link for a new passkey' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Give this link to Wren Holm' })).toBeFocused()
  const again = await browser.newContext()
  const onNewDevice = await again.newPage()
  await givePasskeys(onNewDevice)
  await onNewDevice.goto(await shownLink(page))
  await onNewDevice.getByRole('button', { name: 'Make my new passkey' }).press('Enter')
  await expect(heading(onNewDevice)).toHaveText('What needs you today')
  await colleague.goto(`${deskOrigin(server)}/desk`)
  await expect(heading(colleague)).toHaveText('Sign in to the staff desk')
  await colleague.getByRole('button', { name: 'Sign in with your passkey' }).press('Enter')
  await expect(colleague.getByText('You are not signed in')).toBeVisible()

  // They leave.
  await page.getByRole('button', { name: 'Stop them signing in' }).press('Enter')
  await expect(page.getByText('Wren Holm is signed out and cannot sign in.')).toBeVisible()
  await onNewDevice.goto(`${deskOrigin(server)}/desk`)
  await expect(heading(onNewDevice)).toHaveText('Sign in to the staff desk')
  await expect(page.getByRole('button', { name: 'Let them sign in again' })).toBeVisible()
  await theirs.close()
  await again.close()
})

test('an administrator finds in the log who did what, by keyboard, with no script as well', async ({
  page,
  server,
  browser,
}) => {
  await signInAsStaff(page, server, { name: 'Ash Fell', roles: ['administrator'] })
  await page.getByRole('link', { name: 'Who did what' }).press('Enter')
  await expect(heading(page)).toHaveText('Who did what')
  await expect(page.getByRole('heading', { name: 'The log is as it was written' })).toBeVisible()
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Ash Fell joined the desk' }),
  ).not.toHaveCount(0)
  await page.getByLabel('Did what', { exact: true }).selectOption({ label: 'Signed in' })
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter')
  await expect(page.getByRole('link', { name: 'Show everything' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'joined the desk' })).toHaveCount(0)

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const read = await plain.newPage()
  await read.goto(`${deskOrigin(server)}/desk/audit`)
  await read.getByLabel('Day', { exact: true }).fill('31')
  await read.getByLabel('Month', { exact: true }).fill('2')
  await read.getByLabel('Year', { exact: true }).fill('2027')
  await read.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(
    read.getByRole('link', { name: /Enter a day that is in the calendar/ }),
  ).toBeVisible()
  await expect(read.getByLabel('Month', { exact: true })).toHaveValue('2')
  await plain.close()
})

test('what an administrator writes survives a session that ends, and a link nobody used is ended', async ({
  page,
  server,
}) => {
  await signInAsStaff(page, server, { name: 'Ash Fell', roles: ['administrator'] })
  await page.goto(`${deskOrigin(server)}/desk/staff/invite`)
  await page.getByLabel('Their name').fill('Lark Moss')
  await page.getByLabel(/^Moderator/).check()
  await endStaffSession(page)
  await page.getByRole('button', { name: 'Make their link' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' })
  await dialog.getByRole('button', { name: 'Sign in with your passkey' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Give this link to Lark Moss' })).toBeFocused()
  const link = await shownLink(page)
  await page.getByRole('link', { name: 'Back to staff' }).press('Enter')
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'for Lark Moss' }).press('Enter')
  await expect(page.locator('#status')).toHaveText('The link is ended. Nobody can use it.')
  await expect(page.getByText('Lark Moss')).toHaveCount(0)
  expect(await (await fetch(link)).text()).toContain('This link cannot be used')
})
