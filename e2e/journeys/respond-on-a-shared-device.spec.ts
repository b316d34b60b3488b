import { expect } from '@playwright/test'
import {
  expectKept,
  expectSaved,
  readReceipt,
  sendShortResponse,
  startAnswering,
} from '../support/answering.ts'
import { test } from '../support/journey.ts'
import { expectGood } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

const secret = 'Nobody else at the library should read this.'

test('on a device that others use, words last until Takepart is closed, and the page says so', async ({
  context,
  page,
  clinics,
}) => {
  await startAnswering(page, clinics, { device: 'shared', paging: 'all' })
  await page.getByLabel('What else should we know?').fill(secret)
  await expectSaved(page, 'Saved on this device until you close Takepart')
  await page.reload()
  await expect(page.getByLabel('What else should we know?')).toHaveValue(secret)
  await expectSaved(page, 'Saved on this device until you close Takepart')

  const second = await context.newPage()
  await second.goto('/my-responses')
  await expect(
    second.locator('#records-draft').getByRole('link', { name: clinics.title }),
    'a second tab of the same session',
  ).toBeVisible()
  await Promise.all([page.close(), second.close()])

  const later = await context.newPage()
  await later.goto('/my-responses')
  await expectGood(later, 'My drafts and responses')
  await expect(later.getByText('There is nothing here yet.')).toBeVisible()
  await later.goto(`${clinics.path}/questions`)
  await expect(later.getByLabel('What else should we know?')).toHaveValue('')
  await expectKept(later)
  await later.goto(`${clinics.path}/answer`)
  await expectPage(later, 'Before you start')
  await expect(later.getByRole('link', { name: 'Continue your draft' })).toHaveCount(0)
})

test('a response sent from a device that others use is not found there by the next person', async ({
  context,
  page,
  clinics,
}) => {
  await sendShortResponse(page, clinics, secret, 'shared')
  const { reference } = await readReceipt(page)
  const address = page.url()
  await page.close()
  const next = await context.newPage()
  await next.goto('/my-responses')
  await expect(next.getByText('There is nothing here yet.')).toBeVisible()
  await next.goto(address)
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await next.locator('body').innerText()).not.toMatch(new RegExp(`${reference}|${secret}`))
})
