import { expect, type Page } from '@playwright/test'
import { test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

const secret = 'Nobody else in this office should read this title'

/** All that a browser keeps of a website, by where it is kept; empty lists where there is nothing. */
const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const inDatabase = async (name: string): Promise<number> => {
      const open = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error))
      })
      const counts = await Promise.all(
        [...open.objectStoreNames].map(
          (store) =>
            new Promise<number>((resolve) => {
              const request = open.transaction(store).objectStore(store).count()
              request.addEventListener('success', () => resolve(request.result))
            }),
        ),
      )
      open.close()
      return counts.reduce((sum, one) => sum + one, 0)
    }
    const records = await Promise.all(databases.map(({ name = '' }) => inDatabase(name)))
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      ),
    )
    return {
      records: records.reduce((sum, one) => sum + one, 0),
      deskInCaches: cached.flat().filter((path) => path.startsWith('/desk')),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
    }
  })

test('signing out on a computer that others use leaves nothing behind: no record, no page in a cache, nothing behind Back', async ({
  page,
  server,
}) => {
  await signInAsStaff(page, server, { name: 'Ash Fell', roles: ['author', 'administrator'] })
  await page.goto(`${deskOrigin(server)}/desk/staff`)
  await page.goto(`${deskOrigin(server)}/desk/consultations/new`)
  await page.waitForLoadState('networkidle')
  await page.getByLabel(/What is it called/).fill(secret)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.locator('#saving')).toHaveText(/^(?:Saved at|Everything is saved)/)
  // Written without a connection: it is kept on this device until it can be sent.
  await page.context().setOffline(true)
  await page.getByRole('textbox', { name: 'Summary' }).fill(`${secret}, once more`)
  await expect.poll(async () => (await keptHere(page)).records).toBeGreaterThan(0)
  await page.context().setOffline(false)
  await expect.poll(async () => (await keptHere(page)).records).toBe(0)

  await page.getByRole('link', { name: 'Sign out' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  expect(await keptHere(page)).toEqual({ records: 0, deskInCaches: [], local: [], session: [] })
  expect(
    (await page.context().cookies()).filter(({ name }) => name.includes('takepart')),
    'cookies',
  ).toEqual([])

  for (let steps = 0; steps < 6; steps += 1) {
    await page.goBack({ timeout: 5_000 }).catch(() => null)
    await page.waitForLoadState()
    expect(await page.content()).not.toContain(secret)
    await expect(page.getByRole('link', { name: 'Ash Fell', exact: true })).toHaveCount(0)
  }
})
