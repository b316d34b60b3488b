import { expect, type Page } from '@playwright/test'
import {
  continueOn,
  expectSaved,
  readReceipt,
  sendChecked,
  sendShortResponse,
  type OnReceipt,
} from '../support/answering.ts'
import { storedUnder } from '../support/consultations.ts'
import { watchFaults } from '../support/faults-seen.ts'
import { watchStates } from '../support/gate/watch-states.ts'
import { test } from '../support/journey.ts'
import { expectGood, expectOpenToAll, expectProblem } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

async function open(page: Page, { reference, code }: OnReceipt): Promise<void> {
  await page.getByLabel('Reference').fill(reference)
  await page.getByLabel('Private code').fill(code)
  await page.getByRole('button', { name: 'Open my response' }).click()
}

async function showEverything(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/questions/)
  await page.getByText('Show the questions another way').click()
  const other = page.getByRole('link', { name: 'Everything on one page' })
  if ((await other.count()) > 0) await other.click()
  await expectPage(page, 'Your answers')
}

async function change(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Change my response' }).click()
  await showEverything(page)
  await page.getByLabel('What else should we know?').fill(words)
  await expectSaved(page)
  await continueOn(page)
  await expectPage(page, 'Check your answers')
}

test('a response is opened and changed on another device; a change made from the old one is refused, and keeps its words', async ({
  browser,
  page,
  server,
  clinics,
}) => {
  test.slow()
  await sendShortResponse(page, clinics, 'Written at home.')
  const receipt = await readReceipt(page)
  const elsewhere = await browser.newContext({ baseURL: server.origin })
  const faults = watchFaults(elsewhere)
  const states = await watchStates(elsewhere)
  const library = await elsewhere.newPage()

  await test.step('a wrong code gives words, and gives nothing away', async () => {
    await library.goto('/open-response')
    await expectGood(library, 'Open your response')
    await library.getByRole('button', { name: 'Open my response' }).click()
    await expectProblem(library, 'opening without a reference')
    await library.getByRole('link', { name: 'Enter your reference' }).click()
    await expect(library.getByLabel('Reference')).toBeFocused()
    await open(library, { ...receipt, code: '0000-0000-0000-0000-0000' })
    await expect(
      library.getByRole('link', {
        name: 'We cannot find a response with that reference and private code',
      }),
    ).toBeVisible()
    await expectProblem(library, 'opening with a wrong code')
    await expect(library.getByLabel('Reference')).toHaveValue(receipt.reference)
  })

  await test.step('the right code opens it, however it is typed', async () => {
    await open(library, {
      reference: receipt.reference.toLowerCase(),
      code: receipt.code.toLowerCase().replaceAll('-', ' '),
    })
    await expectPage(library, 'We have received your response')
    await expect(library.getByText('Written at home.')).toBeVisible()
    await expectOpenToAll(library, 'a response opened on another device')
  })

  await test.step('it is changed there', async () => {
    await change(library, 'Changed at the library.')
    await sendChecked(library)
    expect(await readReceipt(library)).toEqual(receipt)
    expect(await storedUnder(receipt.reference, server, clinics)).toMatchObject([
      { revision: 2, answers: { why: { text: 'Changed at the library.' } } },
    ])
  })

  await test.step('the old device’s change is refused in words', async () => {
    await change(page, 'Changed at home, too late.')
    await sendChecked(page)
    await expectGood(page, 'We could not take your changes')
    await expect(
      page.getByText('This response was changed somewhere else after you opened it.'),
    ).toBeVisible()
    await expect(page.getByText('Changed at home, too late.')).toBeVisible()
    await page.goto('/my-responses')
    await expect(
      page.locator('#records-refused').getByRole('link', { name: clinics.title }),
    ).toBeVisible()
    expect(await storedUnder(receipt.reference, server, clinics)).toMatchObject([
      { revision: 2, answers: { why: { text: 'Changed at the library.' } } },
    ])
  })

  await test.step('opened again as the words say, the old device offers its own words, and sends them', async () => {
    await page.goto('/open-response')
    await open(page, receipt)
    await expectPage(page, 'We have received your response')
    await expect(page.getByText('Changed at the library.')).toBeVisible()
    await page.getByRole('button', { name: 'Change my response' }).click()
    await showEverything(page)
    await expect(page.getByLabel('What else should we know?')).toHaveValue(
      'Changed at the library.',
    )
    await expect(page.getByText('Changed at home, too late.')).toBeVisible()
    await page.getByRole('button', { name: 'Use this instead' }).click()
    await expect(page.getByLabel('What else should we know?')).toHaveValue(
      'Changed at home, too late.',
    )
    await expectSaved(page)
    await continueOn(page)
    await sendChecked(page)
    await readReceipt(page)
    expect(await storedUnder(receipt.reference, server, clinics)).toMatchObject([
      { revision: 3, answers: { why: { text: 'Changed at home, too late.' } } },
    ])
  })

  expect(faults.unexpected(), 'what the other browser complained of').toEqual([])
  expect(await states.finish(), 'what the gate found on the other device').toEqual([])
  await elsewhere.close()
})
