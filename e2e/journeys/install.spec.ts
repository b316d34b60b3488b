import { expect, type Page } from '@playwright/test'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'

interface Icon {
  readonly src: string
  readonly type: string
  readonly sizes: string
  readonly purpose?: string
}
interface Manifest {
  readonly id: string
  readonly name: string
  readonly start_url: string
  readonly scope: string
  readonly display: string
  readonly icons: readonly Icon[]
  readonly shortcuts: readonly {
    readonly name: string
    readonly url: string
    readonly icons: readonly Icon[]
  }[]
}

/** Width and height of a picture, as a browser decodes it. */
const sizeOf = (page: Page, src: string): Promise<string> =>
  page.evaluate(async (address) => {
    const image = new Image()
    image.src = address
    await image.decode()
    return `${image.naturalWidth}x${image.naturalHeight}`
  }, src)

test('a browser finds everything it needs to install it', async ({ page }) => {
  await page.goto('/')
  const browser = await page.context().newCDPSession(page)
  const { errors, url, data } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  const manifest = JSON.parse(data ?? '') as Manifest
  expect(manifest).toMatchObject({
    id: '/',
    name: 'Takepart',
    start_url: '/',
    scope: '/',
    display: 'standalone',
  })
  expect((await page.request.get(url)).headers()['content-type']).toMatch(
    /^application\/manifest\+json/,
  )

  const icons = [...manifest.icons, ...manifest.shortcuts.flatMap((shortcut) => shortcut.icons)]
  for (const { src, type, sizes } of icons) {
    expect((await page.request.get(src)).headers()['content-type'], src).toMatch(
      new RegExp(`^${type.replace('+', '\\+')}`),
    )
    if (sizes !== 'any') expect(await sizeOf(page, src), src).toBe(sizes)
  }
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
    expect.arrayContaining(['192x192', '512x512']),
  )
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)

  await page.evaluate(() => navigator.serviceWorker.ready)
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors')
  // Every test has a browser profile that keeps nothing, in which a browser never installs.
  expect(
    installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== 'in-incognito'),
  ).toEqual([])
})

test('where it starts, and its shortcuts, open without a connection', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  await page.goto(clinics.path)
  await expect(page.locator('#state-words')).toContainText('Kept on this device')
  const { start_url: start, shortcuts } = (await (
    await page.request.get('/manifest.webmanifest')
  ).json()) as Manifest
  await page.close()
  faults.expect(offline)
  await context.setOffline(true)
  for (const address of [start, ...shortcuts.map(({ url }) => url)]) {
    const app = await context.newPage()
    await app.goto(address)
    await expect(app.getByRole('heading', { level: 1 }), address).toHaveText(
      address === start
        ? 'Tell us what you think'
        : /^(Tell us what you think|My drafts and responses)$/,
    )
    await app.close()
  }
})
