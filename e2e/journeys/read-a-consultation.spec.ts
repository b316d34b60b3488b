import { brotliDecompressSync } from 'node:zlib'
import { request as ask } from 'node:http'
import { expect } from '@playwright/test'
import { tabTo } from '../support/keyboard.ts'
import { test } from '../support/journey.ts'
import { expectPage } from '../support/steps.ts'

const open = {
  path: '/consultations/mental-health-help-in-the-community',
  title: 'Where should you find mental health help in the community?',
}
const concluded = {
  path: '/consultations/letters-and-messages/outcome',
  title: 'What we decided: How should we tell you about your appointment?',
}

/** Pages that somebody comes to first, most often by a link that they were sent. */
const paths = [
  '/',
  open.path,
  `${open.path}/read/the-three-options`,
  `${open.path}/all-questions`,
  `${open.path}/questions`,
]

/** What travels for one page, compressed, before anything can be seen. */
const paintBytes = (url: string): Promise<{ compressed: number; html: string }> =>
  new Promise((resolve, reject) => {
    ask(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const whole = Buffer.concat(parts)
        resolve({ compressed: whole.length, html: brotliDecompressSync(whole).toString() })
      })
    })
      .on('error', reject)
      .end()
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody finds a consultation, reads what may change and every question', async ({
    page,
  }) => {
    await page.goto('/')
    await page
      .getByRole('searchbox')
      .or(page.getByLabel(/search/i))
      .fill('clinics')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\?search=clinics$/)
    await page.getByRole('link', { name: open.title }).click()
    await expectPage(page, open.title)
    await page.getByRole('link', { name: 'The three options, and what each would cost' }).click()
    await expectPage(page, 'The three options, and what each would cost')
    await expect(page.getByRole('main').getByRole('paragraph').first()).toBeVisible()
    await page.goBack()
    await page.getByRole('link', { name: 'Read all the questions' }).click()
    await expectPage(page, 'All the questions')
    await expect(page.getByRole('heading', { level: 2, name: /^Part \d/ })).toHaveCount(6)
  })

  test('somebody reads what was decided, and why', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('link', { name: /How should we tell you about your appointment/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(concluded.title)
    await expect(page.getByRole('heading', { name: 'You said' })).toHaveCount(6)
    await expect(page.getByRole('heading', { name: 'We did' })).toHaveCount(6)
  })
})

test('by keyboard alone somebody gets from the list to the reading, with the focus always in sight', async ({
  page,
}) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: open.title }))
  await page.keyboard.press('Enter')
  await expectPage(page, open.title)
  await tabTo(page, page.getByRole('link', { name: 'Why we are asking' }))
  await page.keyboard.press('Enter')
  await expectPage(page, 'Why we are asking')
})

/** What a connection carries before it has heard that anything arrived: ten packets, less their heads. */
const firstRoundTrip = 14_000
/** All thirty questions on one page are more than that: the styles and the first questions come first, and are painted. */
const everyQuestion = 15_800

test('what paints a page fits into the first round trip, styles included', async ({ server }) => {
  for (const path of paths) {
    const { html } = await paintBytes(server.origin + path)
    expect(html, `${path} carries its styles`).toMatch(/<style>[^<]{1000}/)
    // The first answer is compressed quickly; the smallest follows as soon as it is made.
    await expect
      .poll(
        async () => (await paintBytes(server.origin + path)).compressed,
        `compressed bytes of ${path}`,
      )
      .toBeLessThanOrEqual(path.endsWith('/questions') ? everyQuestion : firstRoundTrip)
  }
})
