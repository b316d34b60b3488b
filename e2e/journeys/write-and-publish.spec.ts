import { expect, type Page } from '@playwright/test'
import { startServer, test } from '../support/server.ts'
import { deskHydrated, deskOrigin, signInAsStaff } from '../support/staff.ts'

/** Fills a field as somebody does who uses the keyboard alone. */
async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: typeof label === 'string' })
  await field.focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

const saved = (page: Page) =>
  expect(page.locator('#saving')).toHaveText(/^(?:Saved at|Everything is saved)/)

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().press('Enter')
}

async function openPart(page: Page, name: string | RegExp): Promise<void> {
  await saved(page)
  await page.locator('.outline').getByRole('link', { name }).press('Enter')
  await page.waitForLoadState()
}

/** A day as three fields: the group is named by its legend. */
async function day(
  page: Page,
  name: string,
  parts: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole('group', { name })
  for (const [index, label] of ['Day', 'Month', 'Year'].entries())
    await group.getByLabel(label).fill(parts[index] ?? '')
}

test('two members of staff write a consultation, sign it, publish it, give more time and retract it', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const [one, two] = [await browser.newContext(), await browser.newContext()]
  const [ros, kit] = [await one.newPage(), await two.newPage()]
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(ros, server, { name: 'Ros Amery', roles: ['author'] })
    await ros.goto(`${desk}/desk/consultations/new`)
    await deskHydrated(ros)
    await press(ros, 'Begin writing')
    await expect(ros.locator('#error-summary')).toBeFocused()
    await type(ros, /What is it called/, 'What should the garden be for?')
    await ros.keyboard.press('Enter')
    await expect(ros).toHaveURL(/\/edit$/)
    const id = /consultations\/([0-9a-f-]{36})/.exec(ros.url())?.[1] ?? ''

    await type(
      ros,
      'Summary',
      'We have a garden that nobody uses. Nothing has been decided. You can have this in Easy Read or large print: ask us.',
    )
    await type(ros, 'About how many minutes does answering take?', '3')
    await type(ros, 'Name of the Trust', 'Example Vale NHS Trust')
    await openPart(ros, 'Dates and promise')
    await day(ros, 'When does it open?', ['7', '9', '2026'])
    await type(ros, 'Time: When does it open?', '9:00')
    await day(ros, 'When does it close?', ['29', '11', '2027'])
    await type(ros, 'Time: When does it close?', '5 pm')
    await type(ros, 'What happens to late responses', 'We count them for 7 days.')
    await day(ros, 'By which day will you publish your decision?', ['31', '1', '2028'])
    await type(
      ros,
      'What you promise',
      'A person reads every response. We say what we decided, and why.',
    )
    await openPart(ros, 'Contact')
    await type(ros, 'Whom people can ask', 'The involvement team')
    await type(ros, /^Telephone/, '01632 960 001')
    await saved(ros)
    await press(ros, 'Add a section')
    await expect(ros.getByRole('heading', { name: /^Section 1/ })).toBeVisible()
    await type(ros, 'Title of the section', 'The garden')
    await saved(ros)
    await press(ros, 'Add a question')
    await expect(ros.getByRole('heading', { name: /^Question 1/ })).toBeVisible()
    await type(ros, 'The question', 'What would you do in the garden?')
    await type(ros, 'Short name', 'what you would do')
    await type(ros, /^Why we ask/, 'We choose what to plant.')
    await saved(ros)

    await ros.goto(`${desk}/desk/consultations/${id}/checks`)
    await deskHydrated(ros)
    await expect(ros.getByText('Nothing stops this from being published.')).toBeVisible()
    for (;;) {
      const keep = ros.getByRole('button', { name: /^Keep it as it is, and say why/ })
      const left = await keep.count()
      if (left === 0) break
      await keep.first().press('Enter')
      await expect(ros.locator('#reason')).toBeFocused()
      await ros.keyboard.type('We talked about it.')
      await press(ros, 'Keep this reason')
      await expect(keep).toHaveCount(left - 1)
    }
    await ros.goto(`${desk}/desk/consultations/${id}/sign-off`)
    await deskHydrated(ros)
    await press(ros, 'Ask for a signature')
    await expect(ros.getByText('You asked for it, so somebody else has to sign.')).toBeVisible()

    await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['publisher'] })
    await kit.goto(`${desk}/desk/consultations/${id}/sign-off`)
    await deskHydrated(kit)
    await expect(kit.getByText('Ros Amery asked for a signature')).toBeVisible()
    await expect(kit.getByText(/Ros Amery: .*was written/).first()).toBeVisible()
    await press(kit, 'I have read it, and I sign')
    await press(kit, 'Publish now')
    await expect(kit.getByText('Version 1 is published.')).toBeVisible()

    const slug = 'what-should-the-garden-be-for'
    await ros.goto(`${server.origin}/consultations/${slug}`)
    await expect(ros.getByRole('heading', { level: 1 })).toHaveText(
      'What should the garden be for?',
    )
    await expect(ros.getByRole('link', { name: 'Start answering' })).toBeVisible()

    await ros.goto(`${desk}/desk/consultations/${id}/change`)
    await deskHydrated(ros)
    await day(ros, 'The new last day', ['10', '12', '2027'])
    await ros.locator('#extend-note').fill('We held two more meetings.')
    await press(ros, 'Ask a second person to do this')
    await expect(ros.getByText('New closing time: Friday 10 December 2027 at 5 pm.')).toBeVisible()
    await kit.goto(`${desk}/desk/consultations/${id}/change`)
    await deskHydrated(kit)
    await press(kit, 'Give people this time')
    await expect(kit.getByText('It closes Friday 10 December 2027 at 5 pm.')).toBeVisible()
    await ros.goto(`${server.origin}/consultations/${slug}`)
    await expect(ros.getByText('We held two more meetings.')).toBeVisible()

    await ros.goto(`${desk}/desk/consultations/${id}/change`)
    await deskHydrated(ros)
    await ros.locator('#retract-note').fill('A price was wrong.')
    await press(ros, 'Ask a second person to retract it')
    await expect(ros.locator('.notice .said', { hasText: 'A price was wrong.' })).toBeVisible()
    await kit.goto(`${desk}/desk/consultations/${id}/change`)
    await deskHydrated(kit)
    await press(kit, 'Retract it now')
    await expect(kit.getByText(/^It was retracted/)).toBeVisible()
    // Pages that are ready made are told of it a moment later (P10).
    const status = async () => (await ros.goto(`${server.origin}/consultations/${slug}`))?.status()
    await expect.poll(status, { timeout: 60_000 }).toBe(410)
    await expect(ros.getByText('A price was wrong.')).toBeVisible()
  } finally {
    await one.close()
    await two.close()
    await server.dispose()
  }
})

test('what is written without a connection is on the device, and is sent when the server is back, also by a later page', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(page, server, { name: 'Ros Amery' })
    await page.goto(`${desk}/desk/consultations/new`)
    await type(page, /What is it called/, 'The garden')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/edit$/)
    await saved(page)
    await server.kill()
    await type(page, 'Summary', 'Written while nobody heard.')
    await expect(page.locator('#saving')).toHaveText(/saved on this device: 1 change waits/)
    const address = page.url()
    await page.goto('about:blank')
    await server.start()
    await page.goto(address)
    await expect(page.locator('#f-summary')).toHaveValue('Written while nobody heard.')
    await saved(page)
    await page.reload()
    await expect(page.locator('#f-summary')).toHaveValue('Written while nobody heard.')
  } finally {
    await server.dispose()
  }
})

test('two people write in one field: both texts are kept, and one of them is chosen', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const [one, two] = [await browser.newContext(), await browser.newContext()]
  const [ros, kit] = [await one.newPage(), await two.newPage()]
  const desk = deskOrigin(server)
  try {
    await signInAsStaff(ros, server, { name: 'Ros Amery' })
    await signInAsStaff(kit, server, { name: 'Kit Osei' })
    await ros.goto(`${desk}/desk/consultations/new`)
    await deskHydrated(ros)
    await type(ros, /What is it called/, 'The garden')
    await ros.keyboard.press('Enter')
    await expect(ros).toHaveURL(/\/edit$/)
    await kit.goto(ros.url())
    await expect(kit.locator('#saving')).toHaveText('Everything is saved.')
    await type(ros, 'Summary', 'From Ros.')
    await saved(ros)
    await type(kit, 'Summary', 'From Kit.')
    await expect(
      kit.getByRole('heading', { name: /changed this while you were writing: the summary/ }),
    ).toBeVisible()
    await expect(kit.locator('#f-summary')).toHaveValue('From Ros.')
    await expect(kit.getByText('From Kit.')).toBeVisible()
    await kit.getByRole('button', { name: /^Use this one Kept beside it/ }).press('Enter')
    await expect(kit.locator('#f-summary')).toHaveValue('From Kit.')
    await ros.reload()
    await expect(ros.locator('#f-summary')).toHaveValue('From Kit.')
  } finally {
    await one.close()
    await two.close()
    await server.dispose()
  }
})
