import { expect, type Page } from '@playwright/test'
import type { Slug } from './garden.ts'
import { expectPage } from './steps.ts'

/** What a person sees of the consultations in garden.ts, and does. */
export const words = {
  received: 'We have received your response',
  waiting: 'Your response is waiting to be sent',
  refused: 'We could not take your response',
  unreached: 'We could not send it just now. We will keep trying.',
  saved: /^Saved on this device (\d|mid)/,
  kept: 'Kept on this device: read and answer without a connection.',
} as const

export const whyField = (page: Page) => page.locator('#q-why')
export const savedLine = (page: Page) => page.locator('#saved')

/** Opens the consultation until the device has it, its pages and the app: from here on no connection is needed. */
export async function keep(page: Page, slug: Slug = 'garden'): Promise<void> {
  await page.goto(`/consultations/${slug}`)
  await expect(page.locator('#state-words')).toHaveText(words.kept)
}

/** Begins a response, with every question on one page. */
export async function begin(
  page: Page,
  { slug = 'garden', own = true, at = '' }: { slug?: Slug; own?: boolean; at?: string } = {},
): Promise<void> {
  await page.goto(`${at}/consultations/${slug}/answer`)
  const device = page.getByLabel(own ? 'Yes, it is mine' : 'No, other people use it too')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you start')
  if ((await device.count()) > 0) await device.check()
  await page.getByLabel('Everything on one page').check()
  await page.getByRole('button', { name: /^Start/ }).click()
  await expectPage(page, 'Your answers')
}

/** Answers what must be answered, and says why in these words. */
export async function answer(page: Page, why: string): Promise<void> {
  await page.getByLabel('Sitting').check()
  await whyField(page).fill(why)
}

export async function goToCheck(page: Page): Promise<void> {
  await page.locator('#continue').click()
  await expectPage(page, 'Check your answers')
}

export const sendButton = (page: Page) => page.locator('#send')

/** Presses Send, and waits for the page that says in which state the response is. */
export async function send(page: Page, heading: string | RegExp = words.received): Promise<void> {
  await sendButton(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
}

/** Asks for another try; no harm where it has gone by itself meanwhile, and the button with it. */
export async function sendNow(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Try to send now' })
    .click({ timeout: 3000 })
    .catch(() => undefined)
}

/** From the first page to the one that says what became of it. */
export async function respond(
  page: Page,
  why: string,
  heading: string | RegExp = words.received,
  slug: Slug = 'garden',
): Promise<void> {
  await begin(page, { slug })
  await answer(page, why)
  await goToCheck(page)
  await send(page, heading)
}

/** The reference on the page, as its reader would copy it. */
export const referenceOn = async (page: Page): Promise<string> =>
  (await page.locator('.receipt dd').first().innerText()).trim()
