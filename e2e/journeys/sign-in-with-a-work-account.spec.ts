import { expect, type Page } from '@playwright/test'
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts'
import { startServer, test, type RunningServer } from '../support/server.ts'
import { deskOrigin, endStaffSession } from '../support/staff.ts'

let server: RunningServer
let provider: IdentityProvider

test.beforeAll(async () => {
  server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const origin = deskOrigin(server)
  provider = await startIdentityProvider(`${origin}/desk/sign-in/return`)
  await server.stop()
  await server.start({
    PUBLIC_ORIGIN: origin,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
  })
})
test.afterAll(async () => {
  await provider.close()
  await server.dispose()
})

const ash = { sub: 'ash', name: 'Ash Fell', roles: ['administrator', 'author'] }
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function signIn(page: Page): Promise<void> {
  await page.goto(`${deskOrigin(server)}/desk/staff`)
  await page.getByRole('link', { name: 'Sign in with your work account' }).press('Enter')
}

test('somebody signs in with a work account, back to the page that they wanted, with the roles it gives', async ({
  page,
}) => {
  provider.is(ash)
  await signIn(page)
  await expect(heading(page)).toHaveText('Staff')
  const row = page.getByRole('row', { name: /^Ash Fell/ })
  await expect(row).toContainText('Author, Administrator')
  await page.getByRole('link', { name: 'Ash Fell', exact: true }).press('Enter')
  await expect(page.getByText('Invites colleagues')).toBeVisible()
})

test('a session that has ended is taken up again in place with the work account, and what was written is there', async ({
  page,
}) => {
  provider.is(ash)
  await signIn(page)
  await page.goto(`${deskOrigin(server)}/desk/staff/invite`)
  await page.getByLabel('Their name').fill('Wren Holm')
  await page.getByLabel(/^Author/).check()
  await endStaffSession(page)
  await page.getByRole('button', { name: 'Make their link' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign in to go on' })
  const tab = page.waitForEvent('popup')
  await dialog.getByRole('link', { name: 'Sign in with your work account' }).press('Enter')
  await tab
  await expect(page.getByRole('heading', { name: 'Give this link to Wren Holm' })).toBeFocused()
  await expect(dialog).toHaveCount(0)
})

test('whoever loses the claim is not let in again, and is told what to do', async ({ page }) => {
  provider.is({ sub: 'lark', name: 'Lark Moss', roles: ['author'] })
  await signIn(page)
  await expect(heading(page)).toHaveText('Staff')
  provider.is({ sub: 'lark', name: 'Lark Moss', roles: [] })
  await page.context().clearCookies()
  await signIn(page)
  await expect(heading(page)).toHaveText('Sign in to the staff desk')
  await expect(page.getByText('it gives you nothing to do at this desk')).toBeVisible()
})

test('an administrator allows work accounts alone, once they have come by one', async ({
  page,
  browser,
}) => {
  provider.is(ash)
  await signIn(page)
  await page.getByRole('link', { name: 'How people sign in' }).press('Enter')
  await expect(heading(page)).toHaveText('How people sign in')
  await page.getByLabel(/^Work accounts/).press('Space')
  await page.getByRole('button', { name: 'Save how people sign in' }).press('Enter')
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
  await page.getByLabel(/^Work accounts/).press('Space')
  await page.getByLabel(/^Passkeys/).press('Space')
  await page.getByRole('button', { name: 'Save how people sign in' }).press('Enter')
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await other.goto(`${deskOrigin(server)}/desk/sign-in`)
  await expect(other.getByRole('link', { name: 'Sign in with your work account' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Sign in with your passkey' })).toHaveCount(0)
  await other.context().close()
})
