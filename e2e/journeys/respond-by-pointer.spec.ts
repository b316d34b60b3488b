import { expect, type Locator, type Page } from '@playwright/test'
import { expectQuestion, expectSaved, readReceipt } from '../support/answering.ts'
import { storedUnder } from '../support/consultations.ts'
import { test } from '../support/journey.ts'
import { expectPage } from '../support/steps.ts'

/** What a press, a wheel and the keys of words alone would not do. */
interface Beyond {
  /** Keys that were pressed outside a field for words. */
  readonly keys: readonly string[]
  /** How far the pointer was moved while it was held down, in pixels. */
  readonly dragged: number
}

declare global {
  interface Window {
    beyond: { keys: string[]; dragged: number }
  }
}

const watch = (): void => {
  window.beyond = { keys: [], dragged: 0 }
  const isField = (target: EventTarget | null): boolean =>
    target instanceof Element &&
    target.matches('textarea, input:not([type=radio], [type=checkbox])')
  addEventListener(
    'keydown',
    ({ key, target }) => {
      if (!isField(target)) window.beyond.keys.push(key)
    },
    true,
  )
  addEventListener(
    'pointermove',
    ({ buttons, movementX, movementY }) => {
      if (buttons > 0) window.beyond.dragged += Math.abs(movementX) + Math.abs(movementY)
    },
    true,
  )
}

/** One press with one pointer, in the middle of what is seen: no key, no double press, nothing held. */
async function pressOn(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error(`${target} cannot be seen`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.up()
}

async function write(page: Page, field: Locator, words: string): Promise<void> {
  await pressOn(page, field)
  await expect(field).toBeFocused()
  await page.keyboard.type(words)
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })

const ask = async (page: Page, title: string, answer?: () => Promise<unknown>): Promise<void> => {
  await expectQuestion(page, title)
  await answer?.()
  await pressOn(page, button(page, 'Continue'))
}

test('with single presses alone, and nothing dragged, somebody answers every kind of question, sends, changes and takes back', async ({
  page,
  server,
  clinics,
}) => {
  test.slow()
  await page.addInitScript(watch)
  const beyond = async (): Promise<Beyond> => page.evaluate(() => window.beyond)
  await page.goto('/')
  await pressOn(page, page.getByRole('link', { name: clinics.title }))
  await expectPage(page, clinics.title)
  await pressOn(page, page.getByRole('link', { name: 'Start answering' }))
  await expectPage(page, 'Before you start')
  await pressOn(page, radio(page, 'Yes, it is mine'))
  await pressOn(page, button(page, 'Start'))

  await ask(page, 'Have you been to the clinic this year?', () => pressOn(page, radio(page, 'Yes')))
  await ask(page, 'How do you travel to the clinic?')
  await pressOn(page, page.getByRole('link', { name: 'Select how you travel to the clinic' }))
  await ask(page, 'How do you travel to the clinic?', () => pressOn(page, radio(page, 'Bus')))
  await ask(page, 'How many minutes does the journey take?', () =>
    write(page, page.getByRole('textbox'), '25'),
  )
  await ask(page, 'What makes it hard to come in the evening?', () =>
    pressOn(page, page.getByRole('checkbox', { name: 'It is dark' })),
  )
  await ask(page, 'How do you feel about later hours?', () =>
    pressOn(page, radio(page, 'Disagree')),
  )
  await ask(page, 'What should come first?', async () => {
    await pressOn(page, button(page, 'Add to my list More nurses'))
    await pressOn(page, button(page, 'Add to my list Longer hours'))
    await pressOn(page, button(page, 'Move up Longer hours'))
    await expect(page.locator('#status')).toHaveText('Longer hours: 1 of 2 in your list')
  })
  await ask(page, 'How well would each choice work for you?', () =>
    pressOn(
      page,
      page.getByRole('group', { name: 'As it is' }).getByRole('radio', { name: 'Badly' }),
    ),
  )
  await ask(page, 'How calm does the waiting room feel?', () =>
    pressOn(page, page.getByRole('radio').first()),
  )
  await ask(page, 'What else should we know?', () =>
    write(page, page.getByRole('textbox'), 'The car park is dark.'),
  )
  await ask(page, 'When did you last come?', async () => {
    await write(page, page.getByLabel('Day'), '3')
    await write(page, page.getByLabel('Month'), '3')
    await write(page, page.getByLabel('Year'), '2025')
  })
  await ask(page, 'May we publish your words?', () => pressOn(page, page.getByRole('checkbox')))
  await ask(page, 'How may we describe you?')
  await expectPage(page, 'Check your answers')
  expect(await beyond()).toEqual({ keys: [], dragged: 0 })
  await pressOn(page, button(page, 'Send my response'))

  const { reference } = await readReceipt(page)
  await pressOn(page, button(page, 'Change my response'))
  await expectQuestion(page, 'Have you been to the clinic this year?')
  await pressOn(page, page.getByText('Show the questions another way'))
  await pressOn(page, page.getByRole('link', { name: 'Everything on one page' }))
  await expectPage(page, 'Your answers')
  await write(page, page.getByLabel('What else should we know?'), ' Now it has lights.')
  await expectSaved(page)
  await pressOn(page, button(page, 'Continue'))
  await expectPage(page, 'Check your answers')
  await pressOn(page, page.getByRole('button', { name: /^Send my/ }))
  await readReceipt(page)
  expect(await storedUnder(reference, server, clinics)).toMatchObject([
    {
      changed: true,
      answers: {
        travel: { choice: 'bus' },
        first: { order: ['hours', 'nurses'] },
        fit: { rows: { same: 'badly' } },
        day: { day: '3', month: '3', year: '2025' },
      },
    },
  ])
  await pressOn(page, button(page, 'Withdraw my response'))
  await pressOn(page, button(page, 'Yes, withdraw it'))
  await expectPage(page, 'You have withdrawn your response')
  expect(await beyond()).toEqual({ keys: [], dragged: 0 })
})
