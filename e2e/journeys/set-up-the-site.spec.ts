import { expect, type Page } from '@playwright/test'
import { publish } from '../support/consultations.ts'
import { tabTo } from '../support/keyboard.ts'
import { startServer, test } from '../support/server.ts'
import { deskHydrated, deskOrigin, signInAsStaff } from '../support/staff.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const summary = (page: Page) => page.getByRole('group', { name: 'There is a problem' })

/** One dot: enough of a picture to be made anew. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Goes to a field with the Tab key and types in it. */
async function write(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: label }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
}

async function save(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Save', exact: true }))
  await page.keyboard.press('Enter')
}

test('an administrator sets the Trust up, beside a colleague, and takes the samples away, with the keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const desk = deskOrigin(server)
  const [first, second, anybody] = await Promise.all([
    browser.newContext(),
    browser.newContext(),
    browser.newContext(),
  ])
  const [ash, bo, reader] = await Promise.all([
    first.newPage(),
    second.newPage(),
    anybody.newPage(),
  ])
  try {
    const own = await publish(server)
    await signInAsStaff(ash, server, { name: 'Ash Fell', roles: ['administrator'] })
    await signInAsStaff(bo, server, { name: 'Bo Larch', roles: ['administrator'] })

    const unset = await reader.request.get(`${server.origin}/privacy`)
    expect(await unset.text()).toContain('has not named its data protection officer yet')

    await tabTo(ash, ash.getByRole('link', { name: 'Your Trust', exact: true }))
    await ash.keyboard.press('Enter')
    await expect(heading(ash)).toHaveText('Your Trust on this website')
    await deskHydrated(ash)
    await expect(ash.getByText('What is missing before you publish anything real')).toBeVisible()
    await bo.goto(`${desk}/desk/site`)
    await deskHydrated(bo)

    // Nothing written: what to do stands beside the field and in the summary, in focus, which leads to the field.
    await save(ash)
    await expect(summary(ash)).toBeFocused()
    await ash.keyboard.press('Tab')
    await ash.keyboard.press('Enter')
    await expect(ash.getByLabel('Name of your Trust')).toBeFocused()
    await ash.keyboard.type('Riverside NHS Trust')
    await write(ash, /^Telephone$/, '01632 960 001')
    await write(ash, /^When somebody answers/, 'Monday to Friday')
    await write(ash, /^First line: what it is/, 'Our crisis line, day and night')
    await write(ash, 'First line: telephone', '01632 960 002')
    await write(ash, /^Which law/, 'A task in the public interest: UK GDPR, Article 6(1)(e)')
    await write(ash, /^How long you keep it/, '8 years after we have decided')
    await write(ash, /^Data protection officer/, 'The data protection officer')
    await write(ash, 'Their email', 'dpo@riverside.example')
    const reviewed = ash.getByRole('group', { name: /^On which day did you last check/ })
    await tabTo(ash, reviewed.getByLabel('Day'))
    await ash.keyboard.type('14')
    await ash.keyboard.press('Tab')
    await ash.keyboard.type('1')
    await ash.keyboard.press('Tab')
    await ash.keyboard.type('2027')
    await write(ash, /^How many working days/, '7')
    await save(ash)
    await expect(ash.getByText('Saved. It is on the website now.')).toBeVisible()
    await expect(ash.getByText('Nothing is missing.')).toBeVisible()

    // A colleague who began before that: other fields are put together, the same field is theirs to decide.
    await write(bo, 'Name of your Trust', 'Riverside Trust')
    await write(bo, /^Email/, 'involve@riverside.example')
    await save(bo)
    await expect(summary(bo)).toBeFocused()
    await expect(bo.getByText('Ash Fell has written here since you began').first()).toBeVisible()
    await expect(bo.getByLabel('Name of your Trust')).toHaveValue('Riverside Trust')
    await expect(bo.getByRole('textbox', { name: 'Telephone', exact: true })).toHaveValue(
      '01632 960 001',
    )
    await write(bo, 'Name of your Trust', 'Riverside NHS Trust')
    await save(bo)
    await expect(bo.getByText('Saved. It is on the website now.')).toBeVisible()

    // The logo.
    const chooser = ash.waitForEvent('filechooser')
    await tabTo(ash, ash.getByLabel('A picture of your logo'))
    await ash.keyboard.press('Enter')
    await (await chooser).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: dot })
    await tabTo(ash, ash.getByRole('button', { name: 'Use this logo' }))
    await ash.keyboard.press('Enter')
    await expect(ash.getByRole('heading', { name: 'Logo', exact: true })).toBeFocused()
    await expect(ash.getByRole('img', { name: 'Riverside NHS Trust' })).toBeVisible()

    // Everybody reads it.
    await reader.goto(`${server.origin}/help`)
    await expect(reader.getByText('Takepart is run here by Riverside NHS Trust.')).toBeVisible()
    await expect(reader.getByRole('img', { name: 'Riverside NHS Trust' })).toBeVisible()
    await expect(
      reader.getByRole('link', { name: 'Email involve@riverside.example' }),
    ).toBeVisible()
    await expect(reader.getByText('Our crisis line, day and night')).toBeVisible()
    await reader.goto(`${server.origin}/help-now`)
    await expect(reader.getByRole('link', { name: '01632 960 002' })).toBeVisible()
    await reader.goto(`${server.origin}/privacy`)
    await expect(reader.getByText('Article 6(1)(e)')).toBeVisible()
    await expect(reader.getByText('has not named')).toHaveCount(0)
    await reader.goto(`${server.origin}/accessibility`)
    await expect(reader.getByText('within 7 working days')).toBeVisible()

    // The samples go, and what is real stays.
    await tabTo(ash, ash.getByRole('link', { name: 'Take the samples away' }))
    await ash.keyboard.press('Enter')
    await expect(heading(ash)).toHaveText('Take the samples away')
    await deskHydrated(ash)
    await expect(ash.getByText('Where should you find mental health help')).toBeVisible()
    await expect(ash.getByText(own.title)).toHaveCount(0)
    await tabTo(ash, ash.getByRole('button', { name: 'Take all of this away' }))
    await ash.keyboard.press('Enter')
    await expect(heading(ash)).toHaveText('The samples are gone')
    await expect(heading(ash)).toBeFocused()
    await reader.goto(server.origin)
    await expect(reader.getByRole('link', { name: own.title })).toBeVisible()
    await expect(reader.getByText('Example Vale')).toHaveCount(0)
    await server.stop()
    await server.start()
    await reader.goto(server.origin)
    await expect(reader.getByRole('link', { name: own.title })).toBeVisible()
    await expect(reader.getByText('mental health help in the community')).toHaveCount(0)
  } finally {
    await Promise.all([first.close(), second.close(), anybody.close()])
    await server.dispose()
  }
})
