import { expect } from '@playwright/test'
import { expectQuestion } from '../support/answering.ts'
import { test } from '../support/journey.ts'
import { expectFocusSeen, tabAndPress, tabTo } from '../support/keyboard.ts'
import { expectFits } from '../support/narrow.ts'
import { setSettings } from '../support/settings.ts'
import { finishSentence, giveVoice, lastPace, markedWords, saidBy } from '../support/speech.ts'
import { expectPage } from '../support/steps.ts'

test('by keyboard alone somebody listens to a page and to a question, and everything falls silent when they go on', async ({
  context,
  page,
  clinics,
}) => {
  await giveVoice(context)
  await page.goto('/display-settings')
  await expect(page.getByLabel('Buttons that read aloud')).toHaveAccessibleDescription(
    /Uses the voices/,
  )
  await page.getByLabel('Buttons that read aloud').check()
  await expect(page.locator('#status')).toHaveText('Buttons that read aloud: on')
  await expect(page.getByRole('button', { name: 'Listen to Most used' })).toBeVisible()

  await page.goto(clinics.path)
  await expect(page.getByRole('button', { name: 'Listen to this page' })).toBeVisible()
  expect(await saidBy(page)).toEqual([])
  await tabAndPress(page, page.getByRole('button', { name: 'Listen to this page' }))
  const pause = page.getByRole('button', { name: 'Pause reading' })
  await expect(pause).toBeFocused()
  while ((await saidBy(page)).at(-1) !== clinics.title) await finishSentence(page)
  expect(await markedWords(page)).toBe(clinics.title)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Go on reading' })).toBeFocused()
  await tabAndPress(page, page.getByRole('button', { name: 'Faster reading' }))
  await tabTo(page, page.getByRole('button', { name: 'Go on reading' }), { key: 'Shift+Tab' })
  await page.keyboard.press('Enter')
  await expect.poll(() => lastPace(page)).toBe(1.25)
  expect((await saidBy(page)).slice(-2)).toEqual([clinics.title, clinics.title])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Listen to this page' })).toBeFocused()
  expect(await markedWords(page)).toBe('')

  await page.goto(`${clinics.path}/questions/been`)
  await tabAndPress(
    page,
    page.getByRole('button', { name: 'Listen to Have you been to the clinic this year?' }),
  )
  for (let sentences = 0; sentences < 3; sentences += 1) await finishSentence(page)
  expect(await saidBy(page)).toEqual([
    'Have you been to the clinic this year?',
    '(optional)',
    'Yes',
    'No',
  ])
  await tabTo(page, page.getByLabel('Yes', { exact: true }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expectQuestion(page, 'How do you travel to the clinic?')
  await expect(page.getByRole('button', { name: 'Pause reading' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Listen to How do you travel' })).toBeVisible()
})

test.describe('in a window of 320 by 256 px, with the colours of the device', () => {
  test.use({ viewport: { width: 320, height: 256 }, forcedColors: 'active' })

  test('somebody keeps their place with a mask and its buttons, and listens, with nothing cut off', async ({
    context,
    page,
    clinics,
  }) => {
    await giveVoice(context)
    await page.goto(`${clinics.path}/questions/been`)
    await expect(page.getByRole('button', { name: 'Guide down' })).toHaveCount(0)
    await setSettings(page, { listen: 'on', guide: 'mask' })
    await tabAndPress(page, page.getByRole('button', { name: 'Guide down' }))
    await page.keyboard.press('Enter')
    await expectFocusSeen(page)
    await page.getByRole('button', { name: 'Listen to this page' }).click()
    await expectFits(page)
    await page.getByRole('link', { name: 'Back' }).click()
    await expectPage(page, clinics.title)
    await expect(page.getByRole('button', { name: 'Guide down' })).toHaveCount(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.guide')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Guide down' })).toBeHidden()
  })
})
