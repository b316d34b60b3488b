import { expect, type Page } from '@playwright/test'
import {
  continueOn,
  expectQuestion,
  expectSaved,
  readReceipt,
  sendChecked,
  sendShortResponse,
  startAnswering,
} from '../support/answering.ts'
import { test } from '../support/journey.ts'
import { problems } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'
import { writeScript, type Script } from '../support/transcript/script.ts'

/** Journeys as files that a person reads like a script, in transcripts/; docs/accessibility.md says how they are written anew. */
const expectWritten = (script: Script, name: string): void =>
  expect(script.text()).toMatchSnapshot(`${name}.txt`)

const press = (page: Page, name: string) => () => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string) => () => page.getByRole('link', { name }).first().click()

test('reading about a consultation', async ({ page, clinics }) => {
  const script = await writeScript(page, 'Finding a consultation and reading about it')
  await script.does('opens the list of consultations by a search for “clinic”', () =>
    page.goto('/?search=evening+clinic'),
  )
  await script.reads('everything')
  await script.does(`follows the link to “${clinics.title}”`, follow(page, clinics.title))
  await expectPage(page, clinics.title)
  await script.reads()
  await script.does('follows “What may change”', follow(page, 'What may change'))
  await expectPage(page, 'What may change')
  await script.reads()
  expectWritten(script, 'reading')
})

/** What is done to answer each question of the consultation, in its order. */
const answers: readonly {
  readonly title: string
  readonly says: string
  readonly act: (page: Page) => Promise<unknown>
}[] = [
  {
    title: 'How many minutes does the journey take?',
    says: 'writes 25',
    act: (page) => page.getByRole('textbox').fill('25'),
  },
  {
    title: 'What makes it hard to come in the evening?',
    says: 'ticks “It is dark”',
    act: (page) => page.getByLabel('It is dark').check(),
  },
  {
    title: 'How do you feel about later hours?',
    says: 'chooses “Disagree”',
    act: (page) => page.getByRole('radio', { name: 'Disagree', exact: true }).check(),
  },
  {
    title: 'What should come first?',
    says: 'presses “Add to my list More nurses”',
    act: (page) => page.getByRole('button', { name: 'Add to my list More nurses' }).click(),
  },
  {
    title: 'How well would each choice work for you?',
    says: 'chooses “Badly” for “As it is”',
    act: (page) => page.getByRole('group', { name: 'As it is' }).getByLabel('Badly').check(),
  },
  {
    title: 'How calm does the waiting room feel?',
    says: 'chooses 3',
    act: (page) => page.getByLabel('3', { exact: true }).check(),
  },
  {
    title: 'What else should we know?',
    says: 'writes a sentence',
    act: (page) => page.getByRole('textbox').fill('The car park is dark.'),
  },
  {
    title: 'When did you last come?',
    says: 'writes 3 for the day, and nothing more',
    act: (page) => page.getByLabel('Day').fill('3'),
  },
]

test('answering every kind of question, with problems on the way', async ({ page, clinics }) => {
  test.slow()
  const script = await writeScript(
    page,
    'Answering every kind of question, with problems on the way; checking, sending, the receipt; taking it back',
  )
  await script.does('opens the page before the first question', () =>
    page.goto(`${clinics.path}/answer`),
  )
  await expectPage(page, 'Before you start')
  await script.reads()
  await script.does('presses “Start” without an answer', press(page, 'Start'))
  await expect(problems(page)).toBeFocused()
  await script.readsOnly('group', 'There is a problem')
  await script.readsOnly('group', /^Is this your own device/)
  await script.does('chooses “Yes, it is mine” and presses “Start”', async () => {
    await page.getByLabel('Yes, it is mine').check()
    await page.getByRole('button', { name: 'Start' }).click()
  })
  await expectQuestion(page, 'Have you been to the clinic this year?')
  await script.reads()
  await script.does('chooses “Yes” and presses “Continue”', async () => {
    await page.getByLabel('Yes', { exact: true }).check()
    await continueOn(page)
  })
  await expectQuestion(page, 'How do you travel to the clinic?')
  await script.reads()
  await script.does('presses “Continue” without an answer', press(page, 'Continue'))
  await expect(problems(page)).toBeFocused()
  await script.reads()
  await script.does(
    'follows the link to the question, chooses “Bus” and presses “Continue”',
    async () => {
      await page.getByRole('link', { name: 'Select how you travel' }).click()
      await page.getByLabel('Bus').check()
      await continueOn(page)
    },
  )
  for (const { title, says, act } of answers) {
    await expectQuestion(page, title)
    await script.reads()
    await script.does(says, () => act(page))
    await expectSaved(page)
    await script.does('presses “Continue”', () => continueOn(page))
  }
  await expect(problems(page)).toBeFocused()
  await script.reads()
  await script.does('writes the month and the year, and presses “Continue”', async () => {
    await page.getByLabel('Month').fill('3')
    await page.getByLabel('Year').fill('2025')
    await continueOn(page)
  })
  await expectQuestion(page, 'May we publish your words?')
  await script.reads()
  await script.does('presses “Continue”', () => continueOn(page))
  await expectPage(page, 'Check your answers')
  await script.reads()
  await script.does('presses “Send my response”', () => sendChecked(page))
  await readReceipt(page)
  await script.reads()
  await script.does('presses “Withdraw my response”', press(page, 'Withdraw my response'))
  await expect(page.getByRole('button', { name: 'No, keep it' })).toBeFocused()
  await script.reads()
  await script.does('presses “Yes, withdraw it”', press(page, 'Yes, withdraw it'))
  await expectPage(page, 'You have withdrawn your response')
  await script.reads()
  expectWritten(script, 'answering')
})

test('what is on this device', async ({ page, clinics }) => {
  const script = await writeScript(page, 'Drafts and responses on this device')
  await script.does('opens “My drafts and responses” on a new device', () =>
    page.goto('/my-responses'),
  )
  await expect(page.getByText('There is nothing here yet.')).toBeVisible()
  await script.reads()
  await script.skips(async () => {
    await sendShortResponse(page, clinics, 'Sent.')
    await readReceipt(page)
    await startAnswering(page, clinics, { paging: 'all' })
    await page.getByLabel('What else should we know?').fill('Not sent.')
    await expectSaved(page)
  })
  await script.does('opens it again, with one response sent and one draft', () =>
    page.goto('/my-responses'),
  )
  await expect(page.locator('#records-draft')).toBeVisible()
  await script.reads()
  await script.does('opens the draft', () =>
    page.locator('#records-draft').getByRole('link').first().click(),
  )
  await expectPage(page, 'Your draft')
  await script.reads()
  await script.does('opens “Open your response”', () => page.goto('/open-response'))
  await expectPage(page, 'Open your response')
  await script.reads()
  await script.does('presses “Open my response” without an answer', press(page, 'Open my response'))
  await expect(problems(page)).toBeFocused()
  await script.reads()
  expectWritten(script, 'on-this-device')
})

test('display and reading settings', async ({ page }) => {
  const script = await writeScript(page, 'Display and reading settings')
  await script.does('opens the page of settings', () => page.goto('/display-settings'))
  await expectPage(page, 'Display and reading settings')
  await script.reads()
  await script.does('chooses 150% for the size of text', () =>
    page.getByRole('group', { name: 'Text size' }).getByLabel('150%').check(),
  )
  await script.readsOnly('group', 'Text size')
  await script.does(
    'presses “Reset to my device settings”',
    press(page, 'Reset to my device settings'),
  )
  await script.readsOnly('group', 'Text size')
  expectWritten(script, 'settings')
})
