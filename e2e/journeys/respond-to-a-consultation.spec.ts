import { expect, type Page } from '@playwright/test'
import {
  continueOn,
  devices,
  expectQuestion,
  expectSaved,
  pagings,
  readReceipt,
  sendChecked,
  sendShortResponse,
  startAnswering,
} from '../support/answering.ts'
import { storedUnder } from '../support/consultations.ts'
import { test } from '../support/journey.ts'
import { expectGood, expectOpenToAll, expectProblem, problems } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

/** Answers the question that is on the page, and goes on. */
const ask = async (page: Page, title: string, answer: () => Promise<unknown>): Promise<void> => {
  await expectQuestion(page, title)
  await answer()
  await expectSaved(page)
  await expectOpenToAll(page, title)
  await continueOn(page)
}

const showInstead = async (page: Page, paging: string): Promise<void> => {
  await page.getByText('Show the questions another way').click()
  await page.getByRole('link', { name: paging }).click()
}

test('somebody reads, answers every question, checks, sends, and the Trust has it', async ({
  page,
  server,
  clinics,
}) => {
  test.slow()
  await test.step('finds it and reads', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: clinics.title }).click()
    await expectGood(page, clinics.title)
    await page.getByRole('link', { name: 'What may change' }).click()
    await expectGood(page, 'What may change')
    await page.goBack()
    await page.getByRole('link', { name: 'Start answering' }).click()
  })

  await test.step('says whose device it is', async () => {
    await expectGood(page, 'Before you start')
    await page.getByRole('button', { name: 'Start' }).click()
    await expectProblem(page, 'the start, without an answer')
    await problems(page)
      .getByRole('link', { name: 'Select whether this is your own device' })
      .click()
    await expect(page.getByLabel('Yes, it is mine')).toBeFocused()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Start' }).click()
  })

  await test.step('is told what a question needs, and led to it', async () => {
    await ask(page, 'Have you been to the clinic this year?', () =>
      page.getByLabel('Yes', { exact: true }).check(),
    )

    await expectQuestion(page, 'How do you travel to the clinic?')
    await continueOn(page)
    await expectProblem(page, 'a question left empty')
    await problems(page).getByRole('link', { name: 'Select how you travel to the clinic' }).click()
    await expect(page.getByLabel('Bus')).toBeFocused()
    await page.getByLabel('Another way').check()
    await continueOn(page)
    await problems(page)
      .getByRole('link', { name: 'Enter a few words beside ‘Another way’' })
      .click()
    await expect(page.getByLabel('How you travel', { exact: true })).toBeFocused()
    await ask(page, 'How do you travel to the clinic?', () =>
      page.keyboard.type('On my mobility scooter'),
    )

    await expectQuestion(page, 'How many minutes does the journey take?')
    await page.getByRole('textbox').fill('twelve')
    await continueOn(page)
    await problems(page).getByRole('link', { name: 'Enter a number in figures' }).click()
    await expect(page.getByRole('textbox')).toBeFocused()
    await ask(page, 'How many minutes does the journey take?', () =>
      page.getByRole('textbox').fill('12'),
    )
  })

  await test.step('answers every kind of question', async () => {
    await ask(page, 'What makes it hard to come in the evening?', async () => {
      await page.getByLabel('None of these').check()
      await page.getByLabel('It is dark').check()
      await expect(page.getByLabel('None of these')).not.toBeChecked()
      await page.getByLabel('Something else').check()
      await page.getByLabel('What makes it hard', { exact: true }).fill('The last bus goes at 8')
    })
    await ask(page, 'How do you feel about later hours?', () =>
      page.getByLabel('Strongly agree').check(),
    )
    await ask(page, 'What should come first?', async () => {
      await page.getByRole('button', { name: 'Add to my list More nurses' }).click()
      await page.getByRole('button', { name: 'Add to my list Longer hours' }).click()
      await page.getByRole('button', { name: 'Move up Longer hours' }).click()
    })
    await ask(page, 'How well would each choice work for you?', async () => {
      await page.getByRole('group', { name: 'As it is' }).getByLabel('Badly').check()
      await page.getByRole('group', { name: 'Open until 9' }).getByLabel('Well').check()
    })
    await ask(page, 'How calm does the waiting room feel?', () =>
      page.getByLabel('3', { exact: true }).check(),
    )
    await ask(page, 'What else should we know?', () =>
      page.getByRole('textbox').fill('The car park is dark.\n\nI would like to walk.'),
    )
    await ask(page, 'When did you last come?', async () => {
      await page.getByLabel('Day').fill('3')
      await page.getByLabel('Month').fill('March')
      await page.getByLabel('Year').fill('2025')
    })
    await ask(page, 'May we publish your words?', () =>
      page.getByLabel('You may publish some of my words').check(),
    )
    await ask(page, 'How may we describe you?', () =>
      page.getByRole('textbox').fill('somebody with a scooter'),
    )
  })

  await test.step('checks, changes one answer and sends', async () => {
    await expectGood(page, 'Check your answers')
    await expect(page.locator('.answers')).toContainText([
      'On my mobility scooter',
      'Longer hours',
      'somebody with a scooter',
    ])
    await page.getByRole('link', { name: 'Change how many minutes the journey takes' }).click()
    await ask(page, 'How many minutes does the journey take?', () =>
      page.getByRole('textbox').fill('25'),
    )
    await sendChecked(page)
  })

  const { reference } = await readReceipt(page)
  await expectGood(page, 'We have received your response')
  const [stored, ...others] = await storedUnder(reference, server, clinics)
  expect(others).toEqual([])
  expect(stored).toMatchObject({ state: 'received', changed: false })
  expect(stored?.answers).toEqual({
    been: { kind: 'yes-no', choice: 'yes' },
    travel: { kind: 'one-of', choice: 'other', say: { other: 'On my mobility scooter' } },
    minutes: { kind: 'number', text: '25' },
    hard: {
      kind: 'several-of',
      choices: ['dark', 'other'],
      say: { other: 'The last bus goes at 8' },
    },
    later: { kind: 'agreement', choice: 'strongly-agree' },
    first: { kind: 'ranking', order: ['hours', 'nurses'] },
    fit: { kind: 'matrix', rows: { same: 'badly', 'until-nine': 'well' } },
    calm: { kind: 'number-scale', choice: '3' },
    why: { kind: 'long-text', text: 'The car park is dark.\n\nI would like to walk.' },
    day: { kind: 'date', day: '3', month: '3', year: '2025' },
    publish: { kind: 'consent', given: true },
    described: { kind: 'short-text', text: 'somebody with a scooter' },
  })
})

test('a received response is changed, and then taken back', async ({ page, server, clinics }) => {
  await sendShortResponse(page, clinics, 'The car park is dark.')
  const { reference } = await readReceipt(page)

  await page.getByRole('button', { name: 'Change my response' }).click()
  await expectPage(page, 'Your answers')
  await page.getByLabel('What else should we know?').fill('The car park has lights now.')
  await expectSaved(page)
  await continueOn(page)
  await expectGood(page, 'Check your answers')
  await sendChecked(page)
  await expect(page.getByText('The car park has lights now.')).toBeVisible()
  expect(await readReceipt(page), 'the same receipt as before').toMatchObject({ reference })
  expect(await storedUnder(reference, server, clinics)).toMatchObject([
    {
      state: 'received',
      changed: true,
      revision: 2,
      answers: { why: { text: 'The car park has lights now.' } },
    },
  ])

  const takeBack = page.getByRole('button', { name: 'Withdraw my response' })
  await takeBack.click()
  await expect(page.getByRole('button', { name: 'No, keep it' })).toBeFocused()
  await expectOpenToAll(page, 'asking once more before a response is taken back')
  await page.keyboard.press('Enter')
  await takeBack.click()
  await page.getByRole('button', { name: 'Yes, withdraw it' }).click()
  await expectGood(page, 'You have withdrawn your response')
  await expect(page.getByText('The car park has lights now.')).toHaveCount(0)
  expect(await storedUnder(reference, server, clinics)).toMatchObject([
    { state: 'withdrawn', answers: {} },
  ])
})

test('what was left out is named before sending, and nothing is sent without it', async ({
  page,
  clinics,
}) => {
  await startAnswering(page, clinics)
  await page.getByLabel('Yes', { exact: true }).check()
  await expectSaved(page)
  await page.goto(`${clinics.path}/check`)
  await sendChecked(page)
  await expect(page).toHaveTitle(/^Error: Check your answers/)
  await expectOpenToAll(page, 'check answers, with a problem')
  await page
    .getByRole('group', { name: 'There is something to put right' })
    .getByRole('link', { name: 'Select how you travel' })
    .click()
  await expectQuestion(page, 'How do you travel to the clinic?')
  await page.getByLabel('Bus').check()
  await continueOn(page)
  await sendChecked(page)
  await readReceipt(page)
})

test('somebody who comes straight to a question can say later whose device it is, and loses nothing', async ({
  page,
  clinics,
}) => {
  await page.goto(`${clinics.path}/questions/why`)
  await expectQuestion(page, 'What else should we know?')
  await page.getByRole('textbox').fill('I came by a link.')
  await expectSaved(page, 'Saved on this device until you close Takepart')
  await page.reload()
  await expect(page.getByRole('textbox')).toHaveValue('I came by a link.')
  await expectOpenToAll(page, 'a question, before it is known whose device it is')
  await page.getByRole('link', { name: 'Is this your own device?' }).click()
  await expectPage(page, 'Before you start')
  await page.getByLabel(pagings.all).check()
  await page.getByLabel(devices.own).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expectPage(page, 'Your answers')
  await expect(page.getByLabel('What else should we know?')).toHaveValue('I came by a link.')
  await expect(page.locator('#saved')).not.toContainText('until you close')
  await expectSaved(page)
})

test('showing the questions another way, and going back, keeps every answer', async ({
  page,
  clinics,
}) => {
  await startAnswering(page, clinics)
  await page.getByLabel('Yes', { exact: true }).check()
  await continueOn(page)
  await page.getByLabel('Bus').check()

  await test.step('one part at a time', async () => {
    await showInstead(page, 'One part at a time')
    await expectPage(page, 'Coming to the clinic')
    await expect(page.getByLabel('Yes', { exact: true })).toBeChecked()
    await expect(page.getByLabel('Bus')).toBeChecked()
    await page.getByLabel('How many minutes does the journey take?').fill('25')
    await expectOpenToAll(page, 'a part of the questions')
    await continueOn(page)
    await expectPage(page, 'What may change')
  })

  await test.step('everything on one page, where a question comes and goes with the answer before it', async () => {
    await showInstead(page, 'Everything on one page')
    await expectPage(page, 'Your answers')
    const no = page.getByRole('group', { name: 'Have you been' }).getByLabel('No', { exact: true })
    await no.check()
    await expect(page.getByLabel('Bus')).toHaveCount(0)
    await expect(no).toBeFocused()
    await page.getByLabel('Yes', { exact: true }).check()
    await expect(page.getByLabel('Bus'), 'what was chosen before is still there').toBeChecked()
    await expect(page.getByLabel('How many minutes does the journey take?')).toHaveValue('25')
    await expectOpenToAll(page, 'all the questions')
  })

  await test.step('one at a time again', async () => {
    await showInstead(page, 'One question at a time')
    await expectQuestion(page, 'Have you been to the clinic this year?')
    await continueOn(page)
    await expect(page.getByLabel('Bus')).toBeChecked()
    await continueOn(page)
    await page.getByRole('textbox').fill('40')
    await page.goBack()
    await expect(page.getByLabel('Bus')).toBeChecked()
    await page.goForward()
    await expect(
      page.getByRole('textbox'),
      'words that were being typed when Back was pressed',
    ).toHaveValue('40')
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    await expect(page.getByLabel('Bus')).toBeChecked()
  })
})
