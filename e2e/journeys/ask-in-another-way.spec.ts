import { expect, type Page } from '@playwright/test'
import { expectKept } from '../support/answering.ts'
import { consultation } from '../support/consultations.ts'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'
import {
  expectFocusOnMain,
  expectFocusSeen,
  press,
  tabAndPress,
  tabTo,
} from '../support/keyboard.ts'
import { expectFits } from '../support/narrow.ts'
import { expectGood, expectProblem, problems } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

const asked = 'Ask for this in another way'
const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name })

test.describe('in a window of 320 by 640 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('by keyboard alone and without a connection somebody asks for Easy Read in Polish; staff find it once it was sent', async ({
    context,
    page,
    server,
    clinics,
    faults,
  }) => {
    await page.goto(clinics.path)
    await expectKept(page)
    faults.expect(offline)
    await context.setOffline(true)
    await tabAndPress(page, page.getByRole('link', { name: asked }))
    await expectPage(page, asked)
    await expectFits(page)

    await tabAndPress(page, page.getByRole('button', { name: 'Send my request' }))
    await expectProblem(page, 'a request for nothing')
    await tabAndPress(page, problems(page).getByRole('link', { name: 'Select at least one thing' }))
    await expect(box(page, 'Easy Read')).toBeFocused()
    await page.keyboard.press('Space')
    await tabAndPress(page, box(page, 'Another language'), 'Space')
    await tabTo(page, page.getByLabel('Which language?'))
    await page.keyboard.type('Polish')
    await tabTo(page, page.getByRole('radio', { name: 'Ring me' }))
    await press(page, 'ArrowDown')
    await tabTo(page, page.getByLabel('Mobile number'))
    await page.keyboard.type('07700 900123')
    await tabAndPress(page, box(page, 'Yes, it is mine'), 'Space')
    await expect(page.locator('#saved')).toContainText(/^Saved on this device (\d|mid)/)
    await page.reload()
    await expect(page.getByLabel('Mobile number')).toHaveValue('07700 900123')
    await expectFits(page)
    await tabAndPress(page, page.getByRole('button', { name: 'Send my request' }))
    await expectFocusOnMain(page, 'Your request is waiting to be sent')
    await expect(page.getByText('It is saved on this device.')).toBeVisible()
    await expectFits(page)

    await page.goto('/my-responses')
    await expectGood(page, 'My drafts and responses')
    await expect(page.locator('#requests')).toContainText('Not sent yet.')
    await tabAndPress(page, page.locator('#requests').getByRole('link'))
    await expectPage(page, 'Your request is waiting to be sent')

    await context.setOffline(false)
    await expectGood(page, 'We have received your request')
    const reference = await page.locator('.receipt .code').innerText()
    await expect(page.locator('#status')).toContainText(reference)
    await expect(page.getByText('We aim to reply by text message by')).toBeVisible()
    await expectFits(page)

    const listed = await consultation(server, 'requests', clinics.slug)
    expect(listed).toContain(`${reference}  asked  due `)
    expect(listed).toContain('Easy Read; Another language: Polish')
    expect(listed).toContain('By text: 07700 900123')
    await consultation(server, 'requests', '--met', reference)
    expect(await consultation(server, 'requests', clinics.slug, '--open')).toBe('')
    expect(server.log()).not.toMatch(/07700|Polish/)

    await tabAndPress(page, page.getByRole('button', { name: 'Delete from this device' }))
    await expect(page.getByRole('button', { name: 'No, keep it' })).toBeFocused()
    await expectFocusSeen(page)
  })
})
