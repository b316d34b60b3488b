import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { continueOn, expectKept, expectSaved, startAnswering } from '../support/answering.ts'
import { consultation, publish } from '../support/consultations.ts'
import { keptOn, nothing } from '../support/device.ts'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'
import { expectGood, expectOpenToAll } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

const sample = {
  slug: 'mental-health-help-in-the-community',
  title: 'Where should you find mental health help in the community?',
  path: '/consultations/mental-health-help-in-the-community',
}

const drafts = (page: Page) => page.locator('#records-draft').getByRole('listitem')

async function saveEverythingAsFile(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save everything as a file' }).click(),
  ])
  return download.path()
}

test('drafts of two consultations are kept, taken along as a file, cleared without a connection, and brought in again', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  test.slow()
  await page.goto(clinics.path)
  await expectKept(page)
  await page.goto(sample.path)
  await expectKept(page)
  faults.expect(offline)
  // Once everything is gone, the browser asks for its small picture in vain.
  faults.expect(/icon/)
  await context.setOffline(true)

  await test.step('two drafts side by side', async () => {
    await startAnswering(page, clinics, { paging: 'all' })
    await page.getByLabel('What else should we know?').fill('About the clinic.')
    await expectSaved(page)
    await startAnswering(page, sample)
    await page.getByLabel('Yes', { exact: true }).check()
    await expectSaved(page)
    await continueOn(page)
    await page.getByRole('link', { name: 'Stop for now' }).click()
    await expectGood(page, 'My drafts and responses')
    await expect(drafts(page)).toHaveCount(2)
    await expect(drafts(page)).toContainText([sample.title, clinics.title])
  })

  const file = await test.step('a file of everything', async () => {
    const path = await saveEverythingAsFile(page)
    const { format, records } = JSON.parse(await readFile(path, 'utf8')) as {
      format: string
      records: unknown[]
    }
    expect([format, records.length]).toEqual(['takepart/device/1', 2])
    return path
  })

  await test.step('clears the device', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Clear this device' }).click()
    await expectGood(page, 'Clear this device')
    await expect(page.getByText('2 things you wrote have not been sent')).toBeVisible()
    expect((await keptOn(page)).databases).toEqual(['takepart'])
    await page.getByRole('button', { name: 'Clear this device' }).click()
    await expectPage(page, 'Nothing is left on this computer')
    await expect(page.getByRole('main')).toBeFocused()
    await expectOpenToAll(page, 'a cleared device')
    expect(await keptOn(page)).toEqual(nothing)
  })

  await test.step('nothing comes back', async () => {
    await page.goBack().catch(() => undefined)
    await expect(
      page.getByRole('main'),
      'there is no connection, and no page here any more',
    ).toHaveCount(0)
    await context.setOffline(false)
    // An address with no script of ours, which could make something anew.
    await page.goto('/health/live')
    expect(await keptOn(page), 'after Back').toEqual(nothing)
    await page.goto('/my-responses')
    await expect(page.getByText('There is nothing here yet.')).toBeVisible()
  })

  await test.step('brings the file in', async () => {
    await page.getByLabel('Bring in a file you saved before').setInputFiles(file)
    await expect(page.locator('#imported')).toHaveText('2 of 2 brought in.')
    await expect(drafts(page)).toHaveCount(2)
    await expectOpenToAll(page, 'a file brought in')
    await page.reload()
    await drafts(page).getByRole('link', { name: clinics.title }).click()
    await expect(page.getByText('About the clinic.')).toBeVisible()
    await page.getByRole('link', { name: 'Continue', exact: true }).click()
    await expect(page.getByLabel('What else should we know?')).toHaveValue('About the clinic.')
  })
})

test('a consultation that was taken back is let go by the device, a draft of it is not', async ({
  page,
  server,
  faults,
}) => {
  faults.expect(/status of 410/)
  const kept = await publish(server, {
    id: '7b1de2a4-61f0-4d0c-9a53-2f4a1c9e7d33',
    slug: 'kept-and-gone',
    title: 'Should the café open earlier?',
  })
  await startAnswering(page, kept, { paging: 'all' })
  await page.getByLabel('What else should we know?').fill('Before the first appointment.')
  await expectSaved(page)
  await page.goto(kept.path)
  await expectKept(page)
  await consultation(server, 'retract', kept.slug, '--reason', 'A date in it was wrong.')
  await page.goto(kept.path)
  await expect(
    page.locator('#state-words'),
    'the copy on the device is shown once more',
  ).toContainText('This page has been taken down')
  await page.goto('/my-responses')
  await expect(drafts(page)).toContainText([kept.title])
  await expect(
    page.locator('main').getByRole('link', { name: kept.title }),
    'the draft, and no kept consultation',
  ).toHaveCount(1)
  await drafts(page).getByRole('link').click()
  await expect(page.getByText('Before the first appointment.')).toBeVisible()
  await page.goto(kept.path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This consultation has been withdrawn',
  )
})

test('a file that is something else is refused in words, and one draft can be deleted', async ({
  page,
  clinics,
}) => {
  await startAnswering(page, clinics, { paging: 'all' })
  await page.getByLabel('What else should we know?').fill('Only for a moment.')
  await expectSaved(page)
  await page.getByRole('link', { name: 'Stop for now' }).click()
  await expectPage(page, 'My drafts and responses')
  const field = page.getByLabel('Bring in a file you saved before')
  await field.setInputFiles({
    name: 'holiday.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"sea":"blue"}'),
  })
  await expect(field).toHaveAccessibleDescription(/This is not a file saved from this website/)
  await expect(page.locator('#status')).toContainText('This is not a file')
  await expectOpenToAll(page, 'a file that is something else')
  await expect(drafts(page)).toHaveCount(1)
  await drafts(page).getByRole('link').click()
  await page.getByRole('button', { name: 'Delete from this device' }).click()
  await expect(page.getByRole('button', { name: 'No, keep it' })).toBeFocused()
  await page.getByRole('button', { name: 'Yes, delete it' }).click()
  await expect(page.getByText('There is nothing here yet.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('There is nothing here yet.')).toBeVisible()
})

for (const { where, leave } of [
  {
    where: 'in the app',
    leave: (page: Page) =>
      page.getByRole('contentinfo').getByRole('link', { name: 'Clear this device' }).click(),
  },
  { where: 'from page to page', leave: (page: Page) => page.goto('/clear-this-device') },
]) {
  test(`once a device is cleared, Back brings no words to light that were written ${where}`, async ({
    page,
    clinics,
  }) => {
    await startAnswering(page, clinics, { paging: 'all' })
    await page.getByLabel('What else should we know?').fill('For nobody else.')
    await page.getByLabel('Yes', { exact: true }).check()
    await expectSaved(page)
    await leave(page)
    await page.getByRole('button', { name: 'Clear this device' }).click()
    await expectPage(page, 'Nothing is left on this computer')
    await page.goBack()
    await expectPage(page, 'Your answers')
    await expect(page.locator('#state-words'), 'the script has run').toContainText(
      'Kept on this device',
    )
    await expect(page.getByLabel('What else should we know?')).toHaveValue('')
    await expect(page.getByLabel('Yes', { exact: true })).not.toBeChecked()
    await page.goto('/my-responses')
    await expect(page.getByText('There is nothing here yet.')).toBeVisible()
  })
}
