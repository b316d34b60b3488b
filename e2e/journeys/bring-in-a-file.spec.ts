import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

const word = fileURLToPath(new URL('../support/evening-clinics.docx', import.meta.url))

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().press('Enter')

const chooseFile = (
  page: Page,
  file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
) => page.getByLabel('Choose a file').setInputFiles(file)

/** Begins a consultation from a file, with the keyboard. */
async function beginFromFile(page: Page, desk: string): Promise<void> {
  await page.goto(`${desk}/desk/consultations/new`)
  await page.getByRole('textbox', { name: /What is it called/ }).focus()
  await page.keyboard.type('Evening clinics')
  await page.getByRole('radio', { name: 'A file I have' }).press('Space')
  await press(page, 'Begin writing')
  await expect(page).toHaveURL(/\/bring-in$/)
  await expect(page.getByRole('button', { name: 'Bring it in' })).toBeVisible()
}

test('a Word document becomes reading and questions, and what was not sure is confirmed beside its place', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(page, server, { name: 'Ros Amery', roles: ['author'] })
    await beginFromFile(page, desk)
    await press(page, 'Bring it in')
    await expect(page.locator('#error-summary')).toBeFocused()
    await expect(page.locator('#error-summary')).toContainText('Choose a file first')
    await chooseFile(page, {
      name: 'harmless.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('%PDF-1.7'),
    })
    await press(page, 'Bring it in')
    await expect(
      page.getByRole('heading', { name: '“harmless.docx” was not brought in' }),
    ).toBeVisible()

    await chooseFile(page, word)
    await press(page, 'Bring it in')
    await expect(
      page.getByRole('heading', { name: 'What we found in “evening-clinics.docx”' }),
    ).toBeVisible()
    await expect(page.getByText('1 text to read, 1 section, 4 questions')).toBeVisible()
    const unsure = page.getByRole('listitem').filter({ hasText: 'Which evening suits you best?' })
    await expect(unsure).toContainText('We took it as one.')
    await press(page, 'Put it into the consultation')
    await expect(page.getByText(/^Put into the consultation by You/)).toBeVisible()

    await page.getByRole('link', { name: 'Go on writing' }).press('Enter')
    await page
      .locator('.outline')
      .getByRole('link', { name: 'Which evening suits you best?' })
      .press('Enter')
    await expect(page.getByRole('heading', { name: /^Question 2/ })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Choice 3' })).toHaveValue('Another evening')
    await press(page, /^It is right as it is/)
    await expect(page.getByText('From the file you brought in')).toHaveCount(0)
    await page.reload()
    await expect(page.getByRole('heading', { name: /^Question 2/ })).toBeVisible()
    await expect(page.getByText('From the file you brought in')).toHaveCount(0)

    await page.getByRole('link', { name: 'Checks', exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: 'From the file you brought in' })).toBeVisible()
    await expect(page.locator('p', { hasText: /^A table needs a caption/ })).toBeVisible()
    await page.getByRole('link', { name: 'History' }).press('Enter')
    await expect(page.getByText('You: Question 2 was added')).toBeVisible()
  } finally {
    await server.dispose()
  }
})

test('a file that was chosen without a connection is on the device, and a later page sends it', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(page, server, { name: 'Ros Amery', roles: ['author'] })
    await beginFromFile(page, desk)
    const address = page.url()
    await chooseFile(page, word)
    await server.kill()
    await press(page, 'Bring it in')
    await expect(
      page
        .getByText('No connection. “evening-clinics.docx” is saved on this device', {
          exact: false,
        })
        .first(),
    ).toBeVisible()
    await page.goto('about:blank')
    await server.start()
    await page.goto(address)
    await expect(
      page.getByRole('heading', {
        name: '“evening-clinics.docx” is on this device and was not sent',
      }),
    ).toBeVisible()
    await press(page, 'Send it now')
    await expect(
      page.getByRole('heading', { name: 'What we found in “evening-clinics.docx”' }),
    ).toBeVisible()
    await press(page, 'Do not use it')
    await expect(page.getByText('Nothing of it is in the consultation.')).toBeVisible()
    await page.getByRole('link', { name: 'Bring in another file' }).press('Enter')
    await expect(page.getByText('not used', { exact: false })).toBeVisible()
    await expect(page.getByText('was not sent')).toHaveCount(0)
  } finally {
    await server.dispose()
  }
})
