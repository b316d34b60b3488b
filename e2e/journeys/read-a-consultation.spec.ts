import { brotliDecompressSync } from 'node:zlib'
import { request as ask } from 'node:http'
import { expect } from '@playwright/test'
import { expectAccessible } from '../support/axe.ts'
import { tabTo } from '../support/keyboard.ts'
import { test } from '../support/server.ts'
import { expectNoSidewaysScroll, expectPage } from '../support/steps.ts'

const open = { path: '/consultations/mental-health-help-in-the-community', title: 'Where should you find mental health help in the community?' }
const concluded = { path: '/consultations/letters-and-messages/outcome', title: 'What we decided: How should we tell you about your appointment?' }
const forthcoming = { path: '/consultations/leaving-hospital', title: 'What should your first week home from hospital be like?' }

/** Every page for reading, with the heading it arrives under. */
const pages = [
  { path: '/', heading: 'Tell us what you think' },
  { path: '/?search=clinic', heading: /./ },
  { path: '/?search=nothing+has+this', heading: /./ },
  { path: open.path, heading: open.title },
  { path: `${open.path}/read/the-three-options`, heading: 'The three options, and what each would cost' },
  { path: `${open.path}/all-questions`, heading: 'All the questions' },
  { path: forthcoming.path, heading: forthcoming.title },
  { path: concluded.path, heading: concluded.title },
  { path: '/help', heading: /./ },
  { path: '/privacy', heading: /./ },
  { path: '/nowhere', heading: /./ },
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
    }).on('error', reject).end()
  })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody finds a consultation, reads what may change and every question', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('searchbox').or(page.getByLabel(/search/i)).fill('clinics')
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

  test('an address that is not there says so and leads on', async ({ page }) => {
    const response = await page.goto('/consultations/nothing-here')
    expect(response?.status()).toBe(404)
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('by keyboard alone somebody gets from the list to the reading, with the focus always in sight', async ({ page }) => {
  await page.goto('/')
  await tabTo(page, page.getByRole('link', { name: open.title }))
  await page.keyboard.press('Enter')
  await expectPage(page, open.title)
  await tabTo(page, page.getByRole('link', { name: 'Why we are asking' }))
  await page.keyboard.press('Enter')
  await expectPage(page, 'Why we are asking')
})

for (const { path, heading } of pages) {
  test(`${path} is accessible, and needs no sideways scrolling at 320 px`, async ({ page }) => {
    const problems: string[] = []
    page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()) })
    page.on('pageerror', (error) => problems.push(error.message))
    const response = await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await expectAccessible(page, path, ['A', 'AA', 'AAA', 'best-practice'])
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page, `${path} at 320 px`)
    const expected = response?.ok() ? [] : [expect.stringContaining(String(response?.status()))]
    expect(problems, 'what the console says').toEqual(expected)
  })
}

test('what paints a page fits into the first round trip, styles included', async ({ server }) => {
  for (const { path } of [pages[0]!, ...pages.filter((page) => page.path.startsWith(open.path))]) {
    const { compressed, html } = await paintBytes(server.origin + path)
    expect(html, `${path} carries its styles`).toMatch(/<style>[^<]{1000}/)
    expect(compressed, `compressed bytes of ${path}`).toBeLessThanOrEqual(14_000)
  }
})
