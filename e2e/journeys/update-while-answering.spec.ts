import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { expectKept, expectSaved, startAnswering } from '../support/answering.ts'
import type { FaultProxy } from '../support/fault-proxy.ts'
import { offline } from '../support/faults-seen.ts'
import { testOverLine as test } from '../support/journey.ts'
import { expectPage } from '../support/steps.ts'

const worker = fileURLToPath(new URL('../../packages/client/dist/sw.js', import.meta.url))
const newRevision = 'the-next-version'

/** From now on there is a worker of a newer build: another empty page of the app, under another revision. */
async function release(line: FaultProxy): Promise<void> {
  const now = await readFile(worker, 'utf8')
  const next = now.replace(/(app-shell[`"'],\s*"?revision"?:\s*[`"'])[0-9a-f]+/, `$1${newRevision}`)
  expect(next).not.toBe(now)
  await line.set({ kind: 'replace', status: 200, type: 'text/javascript', body: next }, /^\/sw\.js/)
}

/** Has the browser look for a newer worker, as it does by itself now and then. */
const lookForUpdate = (page: Page): Promise<unknown> =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).update())

const isWaiting = (page: Page): Promise<boolean> =>
  page.evaluate(
    async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed',
  )

/** The revision of the empty page that a cold start would get. */
const shells = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes('precache'))
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return kept
      .flat()
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname === '/app-shell')
      .map(({ search }) => search)
  })

test('a new version waits while somebody answers, says so, and takes over once they have finished', async ({
  context,
  page,
  clinics,
  line,
  faults,
}) => {
  await page.goto(clinics.path)
  await expectKept(page)
  await startAnswering(page, clinics, { paging: 'all' })
  const words = page.getByLabel('What else should we know?')
  await words.pressSequentially('Half a sen')
  await page.evaluate(() => {
    document.body.dataset['sameDocument'] = 'yes'
  })

  await test.step('it waits, and says so', async () => {
    await release(line)
    await lookForUpdate(page)
    await expect(page.locator('#state-words')).toHaveText(
      'A new version is ready. It starts when you have finished here.',
    )
    await expect(page.locator('#status')).toContainText('A new version is ready')
    await expect(words).toBeFocused()
    await page.keyboard.type('tence.')
    await expect(words).toHaveValue('Half a sentence.')
    await expectSaved(page)
  })

  await test.step('it waits for this tab, whatever another one does', async () => {
    const other = await context.newPage()
    await other.goto('/')
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
    await other.waitForTimeout(1_000)
    await other.close()
    await page.getByRole('link', { name: 'Stop for now' }).click()
    await expectPage(page, 'My drafts and responses')
    expect(await isWaiting(page)).toBe(true)
    expect(
      await page.evaluate(() => document.body.dataset['sameDocument']),
      'the page was never loaded again',
    ).toBe('yes')
  })

  await test.step('it takes over when nothing is being answered, and has everything', async () => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Consultations' })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tell us what you think')
    await expect.poll(() => isWaiting(page), { timeout: 20_000 }).toBe(false)
    await expect.poll(() => shells(page)).toEqual([`?__WB_REVISION__=${newRevision}`])
    faults.expect(offline)
    await context.setOffline(true)
    await page.goto('/my-responses')
    await page.locator('#records-draft').getByRole('link', { name: clinics.title }).click()
    await expect(page.getByText('Half a sentence.')).toBeVisible()
    await page.goto(clinics.path)
    await expectPage(page, clinics.title)
  })
})
