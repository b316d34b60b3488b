import { expect, type Page } from '@playwright/test'
import type { Published } from './consultations.ts'
import { expectPage } from './steps.ts'

/** Ways of seeing the questions, by the words on the page. */
export const pagings = {
  question: 'One question at a time',
  section: 'One part at a time',
  all: 'Everything on one page',
} as const
export const devices = { own: 'Yes, it is mine', shared: 'No, other people use it too' } as const

export interface Start {
  readonly device?: keyof typeof devices
  readonly paging?: keyof typeof pagings
}

export const saved = 'Saved on this device'

export const continueOn = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Continue' }).click()

/** The heading of a page of one question. */
export async function expectQuestion(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(page).toHaveTitle(new RegExp(`^(Error: )?${title.replace('?', '\\?')}`))
}

/** From any page to the first page of questions. */
export async function startAnswering(
  page: Page,
  { path }: Published,
  { device = 'own', paging = 'question' }: Start = {},
): Promise<void> {
  await page.goto(`${path}/answer`)
  await expectPage(page, 'Before you start')
  await page.getByLabel(devices[device]).check()
  await page.getByLabel(pagings[paging]).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page).toHaveURL(/\/(questions|sections)(\/|$)/)
}

/** What the line under the question says of what was written. */
export const expectSaved = (page: Page, words: string = saved): Promise<void> =>
  expect(page.locator('#saved')).toContainText(words)

/** What every page says once it and its consultation are on the device: from here on no connection is needed. */
export const expectKept = (page: Page): Promise<void> =>
  expect(page.locator('#state-words')).toContainText('Kept on this device')

/** A whole response in one go: one answer, a few words, sent. Leaves the page of its record open. */
export async function sendShortResponse(
  page: Page,
  consultation: Published,
  words: string,
  device: Start['device'] = 'own',
): Promise<void> {
  await startAnswering(page, consultation, { device, paging: 'all' })
  await page.getByLabel('What else should we know?').fill(words)
  await expectSaved(page)
  await continueOn(page)
  await sendChecked(page)
}

export async function sendChecked(page: Page): Promise<void> {
  await expectPage(page, 'Check your answers')
  await page.getByRole('button', { name: 'Send my' }).click()
}

export interface OnReceipt {
  readonly reference: string
  readonly code: string
}

/** Waits for the receipt and reads it. */
export async function readReceipt(page: Page): Promise<OnReceipt> {
  await expectPage(page, 'We have received your response')
  const [reference = '', code = ''] = await page.locator('.receipt .code').allTextContents()
  expect(reference).toMatch(/^[A-Z]{4}-\d{4}$/)
  expect(code, 'in groups that can be copied out').toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
  return { reference, code }
}
