import { expect, type Page } from '@playwright/test'
import {
  expectQuestion,
  expectSaved,
  readReceipt,
  sendShortResponse,
} from '../support/answering.ts'
import { storedUnder, type Published } from '../support/consultations.ts'
import { test } from '../support/journey.ts'
import {
  expectFocusOnMain,
  expectFocusSeen,
  press,
  tabAndPress,
  tabTo,
} from '../support/keyboard.ts'
import type { RunningServer } from '../support/server.ts'
import { expectPage } from '../support/steps.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name })
const field = (page: Page) => page.getByRole('textbox')

const goOn = (page: Page) => tabAndPress(page, button(page, 'Continue'))

/** From one radio button of a group to another: the arrow keys choose. */
async function arrowTo(page: Page, target: ReturnType<typeof radio>): Promise<void> {
  for (let presses = 0; !(await target.isChecked()); presses += 1) {
    expect(presses, 'presses of the arrow key').toBeLessThan(20)
    await press(page, 'ArrowDown')
  }
  await expect(target).toBeFocused()
}

/** The second is a laptop's window of 1280 by 1024 at a zoom of 400 %, in which little is in sight at a time. */
for (const viewport of [
  { width: 1280, height: 720 },
  { width: 320, height: 256 },
]) {
  test.describe(`in a window of ${viewport.width} by ${viewport.height} px`, () => {
    test.use({ viewport })
    test('by keyboard alone somebody answers every kind of question and sends', ({
      page,
      server,
      clinics,
    }) => answerByKeyboard(page, server, clinics))
  })
}

test('by keyboard alone somebody changes a response, thinks twice, and takes it back', async ({
  page,
  server,
  clinics,
}) => {
  await sendShortResponse(page, clinics, 'The car park is dark.')
  const { reference } = await readReceipt(page)
  await tabAndPress(page, button(page, 'Change my response'))
  await expectFocusOnMain(page, 'Your answers')
  await tabTo(page, page.getByLabel('What else should we know?'))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Now it has lights.')
  await expectSaved(page)
  await goOn(page)
  await expectFocusOnMain(page, 'Check your answers')
  await tabAndPress(page, page.getByRole('button', { name: /^Send my/ }))
  await expectFocusOnMain(page, 'We have received your response')
  expect(await storedUnder(reference, server, clinics)).toMatchObject([
    { changed: true, answers: { why: { text: 'The car park is dark. Now it has lights.' } } },
  ])

  await tabAndPress(page, button(page, 'Withdraw my response'))
  await expect(button(page, 'No, keep it'), 'the button that does no harm').toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Enter')
  await expect(button(page, 'Withdraw my response'), 'where it was before').toBeFocused()
  await page.keyboard.press('Space')
  await tabAndPress(page, button(page, 'Yes, withdraw it'))
  await expectFocusOnMain(page, 'You have withdrawn your response')
})

test('by keyboard alone somebody sets how pages look, and puts it back', async ({ page }) => {
  await page.goto('/')
  await tabAndPress(
    page,
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Display/ }),
  )
  await expectPage(page, 'Display and reading settings')
  const size = page.getByRole('group', { name: 'Text size' })
  await tabTo(page, size.getByRole('radio').first())
  await arrowTo(page, size.getByRole('radio', { name: '150%' }))
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '150')
  await tabAndPress(page, button(page, 'Reset to my device settings'), 'Enter', 'Shift+Tab')
  await expect(page.locator('html')).not.toHaveAttribute('data-text-size')
  await expectFocusSeen(page)
})

async function answerByKeyboard(
  page: Page,
  server: RunningServer,
  clinics: Published,
): Promise<void> {
  test.slow()
  await test.step('from the list to the start', async () => {
    await page.goto('/')
    await tabAndPress(page, link(page, clinics.title))
    await expectPage(page, clinics.title)
    await press(page, 'Tab')
    await expect(link(page, 'Skip to the page')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await tabAndPress(page, link(page, 'Start answering'))
    await expectPage(page, 'Before you start')
    await tabAndPress(page, radio(page, 'Yes, it is mine'), 'Space')
    await tabTo(page, radio(page, 'One question at a time'))
    await tabAndPress(page, button(page, 'Start'))
  })

  await test.step('a problem leads to its field', async () => {
    await expectFocusOnMain(page, 'Have you been to the clinic this year?')
    await tabAndPress(page, radio(page, 'Yes'), 'Space')
    await goOn(page)
    await expectFocusOnMain(page, 'How do you travel to the clinic?')
    await goOn(page)
    await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
    await expectFocusSeen(page)
    await tabAndPress(page, link(page, 'Select how you travel to the clinic'))
    await expect(radio(page, 'Bus')).toBeFocused()
    await arrowTo(page, radio(page, 'Another way'))
    await press(page, 'Tab')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('On my mobility scooter')
    await page.keyboard.press('Enter')
    await expectFocusOnMain(page, 'How many minutes does the journey take?')
  })

  await test.step('back and on again', async () => {
    await tabTo(page, field(page))
    await page.keyboard.type('25')
    await tabTo(page, link(page, 'Back'), { key: 'Shift+Tab' })
    await page.keyboard.press('Enter')
    await expectFocusOnMain(page, 'How do you travel to the clinic?')
    await expect(radio(page, 'Another way')).toBeChecked()
    await expect(field(page)).toHaveValue('On my mobility scooter')
    await page.goBack()
    await expectQuestion(page, 'How many minutes does the journey take?')
    await expect(
      link(page, 'Back'),
      'the browser’s Back gives the focus to the link that was followed',
    ).toBeFocused()
    await expectFocusSeen(page)
    await expect(field(page)).toHaveValue('25')
    await goOn(page)
  })

  await test.step('boxes, scales and an order', async () => {
    await expectFocusOnMain(page, 'What makes it hard to come in the evening?')
    await tabAndPress(page, page.getByRole('checkbox', { name: 'It is dark' }), 'Space')
    await goOn(page)
    await expectFocusOnMain(page, 'How do you feel about later hours?')
    await tabTo(page, page.getByRole('radio').first())
    await page.keyboard.press('Space')
    await arrowTo(page, radio(page, 'Disagree'))
    await goOn(page)
    await expectFocusOnMain(page, 'What should come first?')
    await rank(page)
    await goOn(page)
    await expectFocusOnMain(page, 'How well would each choice work for you?')
    for (const row of ['As it is', 'Open until 9']) {
      await tabTo(page, page.getByRole('group', { name: row }).getByRole('radio').first())
      await page.keyboard.press('Space')
      await arrowTo(
        page,
        page.getByRole('group', { name: row }).getByRole('radio', { name: 'Badly' }),
      )
    }
    await goOn(page)
    await expectFocusOnMain(page, 'How calm does the waiting room feel?')
    await tabAndPress(page, page.getByRole('radio').first(), 'Space')
    await goOn(page)
  })

  await test.step('words, a date and a box to tick', async () => {
    await expectFocusOnMain(page, 'What else should we know?')
    await tabTo(page, field(page))
    await page.keyboard.type('The car park is dark.')
    await goOn(page)
    await expectFocusOnMain(page, 'When did you last come?')
    for (const [part, typed] of [
      ['Day', '3'],
      ['Month', '3'],
      ['Year', '2025'],
    ] as const) {
      await tabTo(page, page.getByLabel(part))
      await page.keyboard.type(typed)
    }
    await goOn(page)
    await expectFocusOnMain(page, 'May we publish your words?')
    await tabAndPress(page, page.getByRole('checkbox'), 'Space')
    await expectSaved(page)
    await goOn(page)
    await expectFocusOnMain(page, 'How may we describe you?')
    await goOn(page)
  })

  await test.step('checks, changes one answer and sends', async () => {
    await expectFocusOnMain(page, 'Check your answers')
    const change = link(page, 'Change whether you have been to the clinic')
    await tabAndPress(page, change)
    await expectFocusOnMain(page, 'Have you been to the clinic this year?')
    await goOn(page)
    await expect(change, 'the place in the answers that was left').toBeFocused()
    await expect(change).toBeInViewport()
    await tabAndPress(page, button(page, 'Send my response'), 'Space')
    await expectFocusOnMain(page, 'We have received your response')
  })

  const { reference } = await readReceipt(page)
  const [stored] = await storedUnder(reference, server, clinics)
  expect(stored?.answers).toMatchObject({
    travel: { choice: 'other', say: { other: 'On my mobility scooter' } },
    minutes: { text: '25' },
    hard: { choices: ['dark'] },
    later: { choice: 'disagree' },
    first: { order: ['hours', 'nurses', 'parking'] },
    fit: { rows: { same: 'badly', 'until-nine': 'badly' } },
    calm: { choice: '0' },
    day: { day: '3', month: '3', year: '2025' },
    publish: { given: true },
  })
}

/** Puts three things in order; the focus stays on a button that moves, and goes on to the next thing from one that adds. */
async function rank(page: Page): Promise<void> {
  const add = (item: string) => button(page, `Add to my list ${item}`)
  const move = (way: 'up' | 'down', item: string) => button(page, `Move ${way} ${item}`)
  const said = page.locator('#status')
  await tabAndPress(page, add('More nurses'), 'Space')
  await expect(said).toHaveText('More nurses: 1 of 1 in your list')
  await expect(add('Parking'), 'the one before, where it was the last').toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Space')
  await expect(said).toHaveText('Parking: 2 of 2 in your list')
  await expect(add('Longer hours')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Space')
  await expect(said).toHaveText('Longer hours: 3 of 3 in your list')
  await expect(move('down', 'Longer hours')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Space')
  await expect(said, 'a press that changes nothing still says the place').toHaveText(
    'Longer hours: 3 of 3 in your list',
  )
  await tabTo(page, move('up', 'Longer hours'), { key: 'Shift+Tab' })
  await page.keyboard.press('Space')
  await expect(said).toHaveText('Longer hours: 2 of 3 in your list')
  await expect(move('up', 'Longer hours')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.press('Space')
  await expect(said).toHaveText('Longer hours: 1 of 3 in your list')
  await expect(move('up', 'Longer hours')).toBeFocused()
  await expectFocusSeen(page)
}
