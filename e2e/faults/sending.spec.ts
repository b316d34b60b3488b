import {
  callRelease,
  callReleaseHeader,
} from '../../packages/shared/src/domain/response/call-release.ts'
import { expect, type Page } from '@playwright/test'
import { calls, test } from '../support/faults.ts'
import * as person from '../support/respondent.ts'

const { words } = person
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Three responses that wait, one of them to be told from the others. */
async function queueThree(page: Page): Promise<void> {
  for (const why of ['The first', 'The poison', 'The third'])
    await person.respond(page, why, words.waiting)
}

test('F31: Back after sending leads to the receipt, not to the same response again or an empty one', async ({
  page,
  expectAllHolds,
}) => {
  await person.respond(page, 'Sent, and then Back')
  const reference = await person.referenceOn(page)
  const ways = [
    () => page.goBack(),
    () => page.goto('/consultations/garden/check'),
    () => page.goto('/consultations/garden/questions'),
  ]
  for (const goThere of ways) {
    await goThere()
    await expect(heading(page)).toHaveText(words.received)
    expect(await person.referenceOn(page)).toBe(reference)
  }
  await person.respond(page, 'Another response, on purpose')
  const { rows } = await expectAllHolds()
  expect(rows.map(({ answers }) => JSON.stringify(answers?.['why'])).sort()).toEqual([
    expect.stringContaining('Another'),
    expect.stringContaining('Sent, and then'),
  ])
})

test('F32: five presses of Send are one response', async ({ page, expectAllHolds }) => {
  await person.begin(page)
  await person.answer(page, 'Pressed five times')
  await person.goToCheck(page)
  await person.sendButton(page).evaluate((button: HTMLButtonElement) => {
    for (let press = 0; press < 3; press += 1) button.click()
    setTimeout(() => button.click(), 0)
    setTimeout(() => button.click(), 5)
  })
  await expect(heading(page)).toHaveText(words.received)
  const { records, rows } = await expectAllHolds()
  expect([records.length, rows.length]).toEqual([1, 1])
})

test('F32: Enter and a click together are one response', async ({ page, expectAllHolds }) => {
  await person.begin(page)
  await person.answer(page, 'Pressed in two ways')
  await person.goToCheck(page)
  await person.sendButton(page).focus()
  await Promise.all([
    page.keyboard.press('Enter'),
    person
      .sendButton(page)
      .click({ timeout: 1000 })
      .catch(() => undefined),
  ])
  await expect(heading(page)).toHaveText(words.received)
  const { records, rows } = await expectAllHolds()
  expect([records.length, rows.length]).toEqual([1, 1])
})

test('F51: three tabs that come online at once send each response once', async ({
  context,
  page,
  line,
  expectAllHolds,
}) => {
  await person.keep(page)
  await context.setOffline(true)
  await queueThree(page)
  const others = [await context.newPage(), await context.newPage()]
  await Promise.all(others.map((other) => other.goto('/my-responses')))
  for (const other of others) await expect(other.locator('#records-waiting li')).toHaveCount(3)
  const before = line.log.length
  await context.setOffline(false)
  for (const other of others) await expect(other.locator('#records-received li')).toHaveCount(3)
  const sent = line.log.slice(before).filter(({ path }) => calls.test(path))
  expect(sent, 'one tab sends at a time, and what is received is not sent again').toHaveLength(3)
  const { rows } = await expectAllHolds()
  expect(rows).toHaveLength(3)
})

test('F52: a response that always fails holds up no other, and stays in sight', async ({
  context,
  page,
  line,
  expectAllHolds,
}) => {
  await person.keep(page)
  await context.setOffline(true)
  await queueThree(page)
  await line.set({ kind: 'status', status: 500 }, calls, /poison/)
  await context.setOffline(false)
  await page.goto('/my-responses')
  await expect(page.locator('#records-received li')).toHaveCount(2)
  await expect(page.locator('#records-waiting li')).toHaveCount(1)
  await expectAllHolds()
  await line.set(
    { kind: 'status', status: 400, headers: { [callReleaseHeader]: String(callRelease) } },
    calls,
    /poison/,
  )
  await page.reload()
  await expect(page.locator('#records-refused li')).toHaveText(/Your words are still here/)
  await line.set({ kind: 'pass' })
  const { records, rows } = await expectAllHolds()
  expect(rows).toHaveLength(2)
  const refused = records.find(({ state }) => state === 'refused')
  expect(refused?.draft.answers['why']).toEqual({ kind: 'long-text', text: 'The poison' })
})

test('F53: whatever status comes back, the response waits and is never deleted', async ({
  page,
  line,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'Sent through many a status')
  await person.goToCheck(page)
  await line.set({ kind: 'status', status: 500 }, calls)
  await person.send(page, words.waiting)
  for (const status of [401, 403, 409, 410, 429, 500, 503]) {
    await line.set({ kind: 'status', status }, calls)
    const before = line.log.filter(({ seen }) => seen === status).length
    await person.sendNow(page)
    await expect
      .poll(() => line.log.filter(({ seen }) => seen === status).length, `${status} was met`)
      .toBeGreaterThan(before)
    await expect(page.getByRole('main')).toContainText(words.unreached)
    await expect(heading(page)).toHaveText(words.waiting)
  }
  const { records, rows } = await expectAllHolds()
  expect([records.map(({ state }) => state), rows]).toEqual([['waiting'], []])
  await line.set({ kind: 'pass' })
  await person.sendNow(page)
  await expect(heading(page)).toHaveText(words.received)
  await expectAllHolds()
})

test('F48: what a server of the release before cannot read waits for one that can', async ({
  page,
  line,
  expectAllHolds,
}) => {
  await person.respond(page, 'As it was sent first')
  await page.getByRole('button', { name: 'Change my response' }).click()
  await person.whyField(page).fill('As it was changed while the servers were')
  await person.goToCheck(page)
  await line.set(
    { kind: 'status', status: 400, headers: { [callReleaseHeader]: String(callRelease - 1) } },
    calls,
  )
  await person.send(page, 'Your changes are waiting to be sent')
  await person.sendNow(page)
  await expect(page.getByRole('main')).toContainText(words.unreached)
  expect((await expectAllHolds()).records.map(({ state }) => state)).toEqual(['waiting'])
  await line.set({ kind: 'pass' })
  await person.sendNow(page)
  await expect(heading(page)).toHaveText(words.received)
  expect((await expectAllHolds()).rows.map(({ answers }) => JSON.stringify(answers))).toEqual([
    expect.stringContaining('while the servers were'),
  ])
})

for (const status of [413, 422]) {
  test(`F53: ${status} is said in words, and the words can be sent again`, async ({
    page,
    line,
    expectAllHolds,
  }) => {
    await person.begin(page)
    await person.answer(page, `Not read the first time: ${status}`)
    await person.goToCheck(page)
    await line.set(
      { kind: 'status', status, headers: { [callReleaseHeader]: String(callRelease) } },
      calls,
    )
    await person.send(page, words.refused)
    await expect(page.getByRole('main')).toContainText('We could not read what was sent.')
    await expect(page.getByRole('main')).toContainText(`Not read the first time: ${status}`)
    expect((await expectAllHolds()).records.map(({ state }) => state)).toEqual(['refused'])
    await line.set({ kind: 'pass' })
    await page.getByRole('button', { name: 'Look at my answers and send again' }).click()
    await expect(heading(page)).toHaveText('Check your answers')
    await person.send(page)
    expect((await expectAllHolds()).rows).toHaveLength(1)
  })
}
