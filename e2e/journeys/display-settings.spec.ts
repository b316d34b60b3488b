import { expect, type Page } from '@playwright/test'
import { settingValues } from '../../packages/shared/src/domain/settings/display-settings.ts'
import { expectKept, expectSaved, startAnswering } from '../support/answering.ts'
import { offline } from '../support/faults-seen.ts'
import { runAxe } from '../support/gate/axe-run.ts'
import { inWords } from '../support/gate/finding.ts'
import { checkReflow } from '../support/gate/layout.ts'
import { test } from '../support/journey.ts'
import { pairwise } from '../support/pairs.ts'
import { test as withServer } from '../support/server.ts'
import { setSettings, shownSettings } from '../support/settings.ts'
import { expectPage } from '../support/steps.ts'

/** How a page looks, as the browser computes it. */
const look = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, letterSpacing, fontFamily } = getComputedStyle(document.body)
    return {
      backgroundColor,
      letterSpacing: Number.parseFloat(letterSpacing) || 0,
      fontFamily,
      size: getComputedStyle(document.documentElement).fontSize,
    }
  })

/** Remembers, in every page from now on, how it looked when it was first painted. */
const watchFirstPaint = (page: Page) =>
  page.addInitScript(() => {
    new PerformanceObserver((_, observer) => {
      observer.disconnect()
      Object.assign(window, {
        painted: [
          getComputedStyle(document.documentElement).fontSize,
          getComputedStyle(document.body).backgroundColor,
        ],
      })
    }).observe({ type: 'paint', buffered: true })
    // Asked of the parser itself: the first element of the body is there, and nothing has been painted.
    new MutationObserver((_, observer) => {
      if (!document.body?.firstElementChild) return
      observer.disconnect()
      Object.assign(window, {
        parsed: Object.fromEntries(Object.entries(document.documentElement.dataset)),
      })
    }).observe(document, { childList: true, subtree: true })
  })

const firstLook = async (page: Page) => {
  // The browser tells of a paint a moment after it.
  await page.waitForFunction(() => 'painted' in window)
  return page.evaluate(() => {
    const { parsed, painted } = window as unknown as { parsed: object; painted: readonly string[] }
    return { parsed, painted }
  })
}

test('somebody makes pages the way they need them: at once, on every page, in every tab, without a connection, and back', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  await page.goto(clinics.path)
  await expectKept(page)
  const plain = await look(page)
  await watchFirstPaint(page)
  await page.getByRole('banner').getByRole('link', { name: 'Display settings' }).click()
  await expectPage(page, 'Display and reading settings')
  const other = await context.newPage()
  await other.goto('/help')

  await test.step('chooses, and sees and hears each choice', async () => {
    for (const group of await page.locator('main form summary').all()) await group.click()
    await page.getByLabel('150%').check()
    await expect(page.locator('#status')).toHaveText('Text size: 150%')
    expect((await look(page)).size).toBe('24px')
    await page
      .getByRole('group', { name: 'Space between letters and words' })
      .getByLabel('Widest')
      .check()
    await page.getByLabel('Atkinson Hyperlegible').check()
    await page.getByLabel('Dark', { exact: true }).check()
    await page.getByLabel('Simple layout').check()
    await expect(page.locator('#settings-changed')).toHaveText('You have changed 5 settings.')
    await page.evaluate(() => document.fonts.ready)
  })
  const chosen = {
    textSize: '150',
    letters: 'widest',
    typeface: 'atkinson',
    colours: 'dark',
    layout: 'simple',
  }
  const dark = {
    size: '24px',
    backgroundColor: 'rgb(18, 25, 29)',
    fontFamily: 'Atkinson, system-ui, sans-serif',
  }
  const first = { parsed: chosen, painted: [dark.size, dark.backgroundColor] }

  await test.step('sees the same in another tab, and after loading the page again', async () => {
    await expect
      .poll(() => shownSettings(other), 'one tab hears of the other a moment later')
      .toEqual(chosen)
    expect(await look(other)).toMatchObject(dark)
    await other.close()
    await page.reload()
    await expect(page.getByLabel('150%')).toBeChecked()
    expect(await firstLook(page)).toEqual(first)
  })

  await test.step('reads and answers so without a connection, from the first paint on', async () => {
    faults.expect(offline)
    await context.setOffline(true)
    for (const address of [clinics.path, `${clinics.path}/answer`, '/my-responses']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await firstLook(page), address).toEqual(first)
    }
    await startAnswering(page, clinics)
    expect(await look(page)).toMatchObject(dark)
    expect(
      await page.evaluate(() => document.fonts.check('1rem Atkinson')),
      'the typeface is on the device',
    ).toBe(true)
    await page.getByLabel('Yes', { exact: true }).check()
    await expectSaved(page)
    await context.setOffline(false)
  })

  await test.step('takes it all back', async () => {
    await page.getByRole('contentinfo').getByRole('link', { name: 'Display settings' }).click()
    await page.getByRole('button', { name: 'Reset to my device settings' }).click()
    await expect(page.locator('#status')).toHaveText('You have changed no settings.')
    expect(await look(page)).toEqual(plain)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })
})

test('two colours of one’s own are used once they can be read', async ({ page }) => {
  await page.goto('/display-settings')
  await page.getByLabel('Two colours of my own').check()
  await page.getByLabel('Colour of the text').fill('#ffff66')
  await expect(page.locator('#own-colours-words')).toContainText(
    'Choose a darker colour for the text',
  )
  await expect(page.getByLabel('Colour of the text')).toHaveAccessibleDescription(
    /has to be 7 to 1/,
  )
  expect((await look(page)).backgroundColor).toBe('rgb(253, 246, 227)')
  await page.getByLabel('Colour of the page').fill('#101030')
  await expect(page.locator('#own-colours-words')).toContainText('That is enough to read by.')
  expect((await look(page)).backgroundColor).toBe('rgb(16, 16, 48)')
})

withServer('without a script the page reads, and says what to do', async ({ browser, server }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: server.origin })
  await page.goto('/display-settings')
  await expectPage(page, 'Display and reading settings')
  await expect(page.locator('main noscript p')).toBeVisible()
  expect(await page.locator('main noscript p').innerText()).toMatch(
    /needs JavaScript. Without it, use the settings of your own/,
  )
  await expect(page.getByRole('radio')).toHaveCount(0)
  await page.close()
})

const { colours, typeface, measure, lines, letters } = settingValues
const absent = ''
const looks = {
  colours: [absent, ...colours],
  typeface: [absent, ...typeface],
  textSize: [absent, '150', '300'],
  measure: [absent, ...measure],
  lines: [absent, ...lines],
  letters: [absent, ...letters],
  links: [absent, 'thick'],
  focus: [absent, 'strong'],
  targets: [absent, 'large'],
  motion: [absent, 'none'],
  layout: [absent, 'simple'],
  pictures: [absent, 'grey'],
}

withServer(
  'settings go together: whatever two meet, nothing is cut off, scrolls sideways or cannot be read',
  async ({ page }) => {
    withServer.slow()
    const rows = pairwise(looks).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== absent)),
    )
    const found: string[] = []
    const question = '/consultations/mental-health-help-in-the-community/questions/how-travel'
    // The settings page is long; it is gone over with what asks for the most room.
    const tries = [
      [question, rows],
      ['/display-settings', rows.filter(({ textSize }) => textSize === '300')],
    ] as const
    for (const [address, asked] of tries) {
      await page.goto(address)
      for (const row of asked) {
        await setSettings(page, { ...row, ownColours: { text: '#ffff66', page: '#101030' } })
        const findings = [
          ...(await checkReflow(page)),
          ...(await runAxe(page, 'colours')).findings,
          ...(await runAxe(page, 'size')).findings,
        ]
        found.push(
          ...findings.map((finding) => `${address} ${JSON.stringify(row)} ${inWords(finding)}`),
        )
      }
    }
    expect(found).toEqual([])
  },
)
