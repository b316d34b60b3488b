import { expect, type Page } from '@playwright/test'
import { consultation, publish } from '../support/consultations.ts'
import { test } from '../support/journey.ts'
import { expectPage } from '../support/steps.ts'

test.use({ javaScriptEnabled: false })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens an address and answers its status; whatever it is, the page is a whole one, with a way on from it. */
const open = async (page: Page, path: string): Promise<number | undefined> => {
  const response = await page.goto(path)
  await expect(heading(page)).toHaveCount(1)
  await expect(
    page.getByRole('main').getByRole('link').first(),
    `a way on from ${path}`,
  ).toBeVisible()
  return response?.status()
}

test('a search finds a consultation, or says what to do instead', async ({ page, clinics }) => {
  await page.goto('/')
  await page.getByLabel('Search the consultations').fill('evening clinic')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(heading(page)).toHaveText('What we found')
  await expect(page.getByRole('link', { name: clinics.title })).toBeVisible()
  await page.getByLabel('Search the consultations').fill('submarines')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No consultation mentions “submarines”')).toBeVisible()
  await page.getByRole('link', { name: 'see all the consultations' }).click()
  await expect(page.getByRole('link', { name: clinics.title })).toBeVisible()
})

test('overview, reading and every question are whole pages, and lead to one another', async ({
  page,
  clinics,
}) => {
  expect(await open(page, clinics.path)).toBe(200)
  await expect(page.getByText(/Closes/).first()).toBeVisible()
  await page.getByRole('link', { name: 'What may change' }).click()
  await expectPage(page, 'What may change')
  await expect(
    page.getByRole('table', { name: 'What each choice would cost' }).getByRole('columnheader'),
  ).toHaveCount(3)
  await expect(
    page
      .getByRole('link', { name: 'Start answering' })
      .or(page.getByRole('link', { name: clinics.title }))
      .first(),
  ).toBeVisible()
  await page.goto(clinics.path)
  await page.getByRole('link', { name: 'Read all the questions' }).click()
  await expectPage(page, 'All the questions')
  await expect(
    page.getByRole('listitem').filter({ hasText: 'How do you travel to the clinic?' }),
  ).toContainText('Asked if you choose “Yes” in question 1.')
  await expect(page.getByText('What should come first?')).toBeVisible()
})

test('a page of questions can be read, and says that answering needs JavaScript and what else can be done', async ({
  page,
  clinics,
}) => {
  for (const path of [
    `${clinics.path}/questions/been`,
    `${clinics.path}/sections/coming`,
    `${clinics.path}/questions`,
  ]) {
    expect(await open(page, path)).toBe(200)
    // Looked for as an element: Playwright finds no text in a noscript.
    await expect(page.locator('noscript p')).toHaveText(
      /^To answer on this page your browser needs JavaScript/,
    )
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(page.getByText('Have you been to the clinic this year?')).toBeVisible()
  }
  await page.locator('noscript a').click()
  await expect(page).toHaveURL(/\/help/)
  await expect(page.getByText('0000 000 0000').first()).toBeVisible()
})

test('a page made on the device says so, and what can be done without it', async ({
  page,
  clinics,
}) => {
  for (const path of [
    `${clinics.path}/answer`,
    `${clinics.path}/questions/travel`,
    '/open-response',
    '/clear-this-device',
  ]) {
    const answer = await page.request.get(path)
    expect([answer.status(), await answer.text()]).toEqual([
      200,
      expect.stringContaining('This page is not ready yet'),
    ])
  }
  await page.goto('/my-responses')
  await expect(page.getByText('it needs JavaScript')).toBeVisible()
  await page.getByRole('link', { name: 'read every consultation' }).click()
  await expect(heading(page)).toHaveText('Tell us what you think')
})

test('an address that has no page says so and leads on', async ({ page, clinics, faults }) => {
  faults.expect(/status of 404/)
  for (const path of [
    '/nowhere',
    '/consultations/nothing-here',
    `${clinics.path}/read/nothing`,
    `${clinics.path}/questions/nothing`,
    `${clinics.path}/outcome`,
  ]) {
    expect(await open(page, path), path).toBe(404)
    await expect(heading(page)).toHaveText('There is no page here')
  }
  await page.getByRole('link', { name: 'See all the consultations' }).click()
  await expect(heading(page)).toHaveText('Tell us what you think')
})

test('a consultation that was taken back says when and why at every address it had', async ({
  page,
  server,
  faults,
}) => {
  faults.expect(/status of 410/)
  const { path, slug, title } = await publish(server, {
    id: '0c2f9f0e-2d5b-4c4e-9f0c-7c1f8f5b1a11',
    slug: 'taken-back',
    title: 'Should we move the pharmacy?',
  })
  expect(await open(page, path)).toBe(200)
  await consultation(server, 'retract', slug, '--reason', 'A date in it was wrong.')
  for (const part of [
    '',
    '/read/what-may-change',
    '/all-questions',
    '/answer',
    '/questions/been',
  ]) {
    expect(await open(page, path + part), part).toBe(410)
    await expect(heading(page)).toHaveText('This consultation has been withdrawn')
    await expect(page.getByText('A date in it was wrong.')).toBeVisible()
  }
  await page.goto('/')
  await expect(page.getByRole('link', { name: title }), 'on the list').toHaveCount(0)
})

test('a consultation that opens later says when; what is asked is not shown before', async ({
  page,
  server,
  faults,
}) => {
  faults.expect(/status of 403/)
  const { path, title } = await publish(server, {
    id: '5e0f7c7c-6f25-4d52-8c4b-0a5a3c7f9d22',
    slug: 'opens-later',
    title: 'Where should we plant trees?',
    opensAt: '2999-01-04T09:00:00+00:00',
    closesAt: '2999-02-04T09:00:00+00:00',
  })
  expect(await open(page, path)).toBe(200)
  await expect(page.getByText('Not open yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Start answering' })).toHaveCount(0)
  for (const part of ['/all-questions', '/read/what-may-change', '/answer', '/questions/been']) {
    expect(await open(page, path + part), part).toBe(403)
    await expect(heading(page)).toHaveText('This consultation is not open yet')
    await expect(page.getByText(/opens .* January 2999/)).toBeVisible()
    await page.getByRole('link', { name: 'What it is about' }).click()
    await expectPage(page, title)
  }
})
