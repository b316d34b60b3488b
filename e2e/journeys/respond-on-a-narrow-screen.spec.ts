import { expect, type Page } from '@playwright/test'
import { continueOn, expectQuestion, readReceipt, sendChecked } from '../support/answering.ts'
import { test } from '../support/journey.ts'
import { expectFits } from '../support/narrow.ts'
import { problems } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

/** The second is a laptop's window of 1280 by 1024 at a zoom of 400 %. */
const windows = [
  { width: 320, height: 640 },
  { width: 320, height: 256 },
]

const arrives = async (page: Page, heading: string): Promise<void> => {
  await expectPage(page, heading)
  await expectFits(page)
}

const ask = async (page: Page, title: string, answer?: () => Promise<unknown>): Promise<void> => {
  await expectQuestion(page, title)
  await answer?.()
  await expectFits(page)
  await continueOn(page)
}

for (const viewport of windows) {
  test.describe(`in a window of ${viewport.width} by ${viewport.height} px`, () => {
    test.use({ viewport })

    test('the whole journey fits, and everything can be pressed', async ({ page, clinics }) => {
      test.slow()
      await page.goto('/')
      await expectFits(page)
      await page.getByRole('link', { name: clinics.title }).click()
      await arrives(page, clinics.title)
      await page.getByRole('link', { name: 'What may change' }).click()
      await arrives(page, 'What may change')
      await page.goBack()
      await page.getByRole('link', { name: 'Start answering' }).click()
      await arrives(page, 'Before you start')
      await page.getByRole('button', { name: 'Start' }).click()
      await expect(problems(page)).toBeFocused()
      await expectFits(page)
      await page.getByLabel('Yes, it is mine').check()
      await page.getByRole('button', { name: 'Start' }).click()

      await ask(page, 'Have you been to the clinic this year?', () =>
        page.getByLabel('Yes', { exact: true }).check(),
      )
      await expectQuestion(page, 'How do you travel to the clinic?')
      await page.getByText('Show the questions another way').click()
      await page.getByText('Help with this').click()
      await continueOn(page)
      await expect(problems(page)).toBeInViewport()
      await expectFits(page)
      await problems(page).getByRole('link').click()
      await expect(page.getByLabel('Bus')).toBeInViewport()
      await ask(page, 'How do you travel to the clinic?', () =>
        page
          .getByLabel('Another way')
          .check()
          .then(() => page.getByRole('textbox').fill('x'.repeat(60))),
      )
      for (const title of [
        'How many minutes',
        'What makes it hard',
        'How do you feel',
        'What should come first?',
        'How well would each',
        'How calm',
      ])
        await ask(page, title)
      await ask(page, 'What else should we know?', () =>
        page.getByRole('textbox').fill('Aufenthaltsgenehmigungsverfahren'.repeat(9)),
      )
      await ask(page, 'When did you last come?')
      await ask(page, 'May we publish your words?')

      await page.goto(`${clinics.path}/questions`)
      await arrives(page, 'Your answers')
      await continueOn(page)
      await arrives(page, 'Check your answers')
      await sendChecked(page)
      await readReceipt(page)
      await expectFits(page)
      await page.getByRole('button', { name: 'Withdraw my response' }).click()
      await expectFits(page)
      await page.getByRole('button', { name: 'No, keep it' }).click()
      await page.getByRole('button', { name: 'Menu', exact: true }).click()
      await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'My drafts and responses' })
        .click()
      await arrives(page, 'My drafts and responses')
      await page.getByRole('link', { name: 'Open a response with your reference' }).click()
      await arrives(page, 'Open your response')
      await page.goto('/clear-this-device')
      await arrives(page, 'Clear this device')
    })
  })
}
