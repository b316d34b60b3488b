import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { everythingSaid, switchOffStorage, tamperWithStore } from '../support/broken-storage.ts'
import { openBrowser } from '../support/browser-profile.ts'
import { test } from '../support/faults.ts'
import * as person from '../support/respondent.ts'

const { words } = person
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const tabOnly = 'Kept in this tab only'

/** What another tab of the device finds in the store, as the draft's own page shows it. */
async function expectStored(page: Page, text: string): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(new URL('/my-responses', page.url()).href)
  await other.locator('#records-draft a').click()
  await expect(heading(other)).toHaveText('Your draft')
  await expect(other.getByRole('main')).toContainText(text)
  await other.close()
}

test('F38: a store that closes under the page is opened again, and what is written then is saved', async ({
  page,
  expectAllHolds,
}) => {
  await tamperWithStore(page)
  await person.begin(page)
  await person.answer(page, 'Before')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  for (const told of [true, false]) {
    const text = told ? 'After the page was told' : 'After nobody was told'
    await page.evaluate((isTold) => {
      for (const connection of window.tampering.connections.splice(0)) {
        connection.close()
        if (isTold) connection.dispatchEvent(new Event('close'))
      }
    }, told)
    await person.whyField(page).fill(text)
    await expect(person.savedLine(page)).toHaveText(words.saved)
    await expectStored(page, text)
  }
  await person.goToCheck(page)
  await person.send(page)
  expect((await expectAllHolds()).rows).toHaveLength(1)
})

test('F38: a store that is wiped under the page is owned up to; the words stay and can be sent', async ({
  context,
  page,
  line,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'Before it was wiped')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  const chromium = await context.newCDPSession(page)
  await chromium.send('Storage.clearDataForOrigin', {
    origin: line.origin,
    storageTypes: 'indexeddb',
  })
  await person.whyField(page).fill('After it was wiped')
  await expect(person.savedLine(page)).toHaveText(/^Not saved on this device/)
  expect((await expectAllHolds()).records).toEqual([])
  await expect(person.whyField(page)).toHaveValue('After it was wiped')
  await person.goToCheck(page)
  await person.send(page)
  const { records } = await expectAllHolds()
  expect(records.map(({ state, draft }) => [state, draft.answers['why']])).toEqual([
    ['received', { kind: 'long-text', text: 'After it was wiped' }],
  ])
})

test('F39: a store that never opens is never called saved, and holds nobody up', async ({
  page,
  expectAllHolds,
}) => {
  await tamperWithStore(page, { hanging: true })
  const began = Date.now()
  await page.goto('/consultations/garden/questions')
  await expect(page.getByText('Is this your own device?')).toBeVisible()
  expect(Date.now() - began, 'milliseconds until it can be answered').toBeLessThan(10_000)
  const said = await everythingSaid(page)
  await person.answer(page, 'Kept nowhere')
  await expect(person.savedLine(page)).toContainText('Kept in this tab for now')
  await person.goToCheck(page)
  await person.send(page)
  expect((await said()).filter((one) => one.startsWith('Saved'))).toEqual([])
  await expectAllHolds({ shown: [{ reference: await person.referenceOn(page) }] })
})

test('F39: a store that hangs half-way is said within two seconds', async ({
  page,
  expectAllHolds,
}) => {
  await tamperWithStore(page)
  await person.begin(page)
  await person.answer(page, 'Before')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  await page.evaluate(() => {
    window.tampering.hanging = true
    for (const connection of window.tampering.connections) connection.close()
  })
  const said = await everythingSaid(page)
  await person.whyField(page).fill('After')
  const began = Date.now()
  await expect(person.savedLine(page)).toHaveText(
    'Not saved on this device. The device took too long to store it.',
  )
  expect(Date.now() - began, 'milliseconds until it was said').toBeLessThan(3000)
  expect((await said()).slice(1).filter((one) => one.startsWith('Saved'))).toEqual([])
  await page.evaluate(() => {
    window.tampering.hanging = false
  })
  await person.whyField(page).fill('After all')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  await expectStored(page, 'After all')
  await person.goToCheck(page)
  await person.send(page)
  await expectAllHolds()
})

test('F40: with no room left the page says so, offers a file, and still sends', async ({
  context,
  page,
  line,
  expectAllHolds,
}) => {
  const text = 'There is no room for this. '.repeat(50).trim()
  // Before anything is stored: Chromium remembers for half a minute how much room there was.
  const chromium = await context.newCDPSession(page)
  await chromium.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 })
  await page.goto('/consultations/garden/questions')
  await expect(page.getByText('Is this your own device?')).toBeVisible()
  await person.answer(page, text)
  await expect(person.savedLine(page)).toHaveText(
    'Not saved on this device. There is no room left on the device.',
  )
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy as a file' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain(text)
  await person.goToCheck(page)
  await expect(page.getByRole('main')).toContainText('Not saved on this device')
  await person.send(page)
  const reference = await person.referenceOn(page)
  const { rows } = await expectAllHolds({ shown: [{ reference }] })
  expect(rows.map(({ answers }) => answers?.['why'])).toEqual([{ kind: 'long-text', text }])
})

test('F40: a draft that could only be sent, not kept, is no draft any more once it has been received', async ({
  line,
  oracle,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'takepart-profile-'))
  try {
    const before = await openBrowser(profile)
    const first = await before.context.newPage()
    await person.begin(first, { at: line.origin })
    await person.answer(first, 'While there was room')
    await expect(person.savedLine(first)).toHaveText(words.saved)
    await before.context.close()
    // Another start: Chromium remembers for half a minute how much room there was.
    const { context } = await openBrowser(profile)
    const page = await context.newPage()
    const chromium = await context.newCDPSession(page)
    await chromium.send('Storage.overrideQuotaForOrigin', { origin: line.origin, quotaSize: 1 })
    await page.goto(`${line.origin}/consultations/garden/questions`)
    const text = 'There is no room for this. '.repeat(50).trim()
    await person.whyField(page).fill(text)
    await expect(person.savedLine(page)).toHaveText(
      'Not saved on this device. There is no room left on the device.',
    )
    await person.goToCheck(page)
    await person.send(page)
    const reference = await person.referenceOn(page)
    await expect(page.getByRole('main')).toContainText('Take these with you')
    await page.goto(`${line.origin}/my-responses`)
    await expect(page.getByRole('main')).toContainText('There is nothing here yet')
    const { rows } = await oracle.expectAllHolds({
      devices: [{ context, origin: line.origin }],
      shown: [{ reference }],
    })
    expect(rows.map(({ answers }) => answers?.['why'])).toEqual([{ kind: 'long-text', text }])
    await context.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})

test('F41: transactions that abort after their write are never called saved', async ({
  page,
  expectAllHolds,
}) => {
  await tamperWithStore(page, { seed: 20_261_122 })
  await person.begin(page)
  await page.getByLabel('Sitting').check()
  await page.evaluate(() => {
    window.tampering.aborting = 0.5
  })
  const outcomes = new Set<string>()
  for (let turn = 1; turn <= 8; turn += 1) {
    await person.whyField(page).fill(`Version ${turn} of this.`)
    await page.waitForTimeout(300)
    await expect(person.savedLine(page)).toHaveText(/^(Saved|Not saved) on this device/)
    const said = await person.savedLine(page).innerText()
    outcomes.add(said.slice(0, 5))
    if (said.startsWith('Saved')) await expectStored(page, `Version ${turn} of this.`)
  }
  expect([...outcomes].sort(), 'both happened').toEqual(['Not s', 'Saved'])
  await page.evaluate(() => {
    window.tampering.aborting = 0
  })
  await person.whyField(page).fill('The last version of this.')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  await person.goToCheck(page)
  await person.send(page)
  const { rows } = await expectAllHolds()
  expect(rows.map(({ answers }) => answers?.['why'])).toEqual([
    { kind: 'long-text', text: 'The last version of this.' },
  ])
})

test('F45: with storage switched off somebody can answer and send, and is told that nothing is kept', async ({
  page,
  expectAllHolds,
}) => {
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  await switchOffStorage(page)
  await page.goto('/consultations/garden/answer')
  await expect(page.getByRole('main')).toContainText(
    'This browser will not let us keep your answers.',
  )
  await person.begin(page)
  await person.answer(page, 'Written where nothing is kept')
  await expect(person.savedLine(page)).toContainText(tabOnly)
  await person.goToCheck(page)
  await person.send(page)
  const { records } = await expectAllHolds({
    shown: [{ reference: await person.referenceOn(page) }],
  })
  expect([records, troubles]).toEqual([[], []])
})
