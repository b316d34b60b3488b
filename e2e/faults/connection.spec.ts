import { expect } from '@playwright/test'
import { calls, test } from '../support/faults.ts'
import * as person from '../support/respondent.ts'

const { words } = person
const portal = {
  kind: 'replace',
  status: 200,
  type: 'text/html',
  body: '<!doctype html><title>Grand Hotel</title><h1>Welcome to the Grand Hotel</h1>',
} as const

test('F01: after one visit the app starts, keeps and queues without a connection, and sends when it is back', async ({
  context,
  page,
  expectAllHolds,
}) => {
  await person.keep(page)
  await page.close()
  await context.setOffline(true)
  const cold = await context.newPage()
  await person.begin(cold)
  await person.answer(cold, 'Written on a bus')
  await expect(person.savedLine(cold)).toHaveText(words.saved)
  await person.goToCheck(cold)
  await person.send(cold, words.waiting)
  await expect(cold.locator('#state-words')).toHaveText(
    'You are offline. We send what waits when you are back online.',
  )
  const offline = await expectAllHolds()
  expect(offline.records.map(({ state }) => state)).toEqual(['waiting'])
  await context.setOffline(false)
  await expect(cold.getByRole('heading', { level: 1 })).toHaveText(words.received)
  const { rows } = await expectAllHolds()
  expect(rows.map(({ answers }) => answers?.['why'])).toEqual([
    { kind: 'long-text', text: 'Written on a bus' },
  ])
})

test('F02: a connection that comes and goes while somebody types takes no word away', async ({
  context,
  page,
  expectAllHolds,
}) => {
  const text = 'The path has steps and the gate is heavy. A ramp would help my mother and me.'
  await person.keep(page)
  await person.begin(page)
  await page.getByLabel('Sitting').check()
  await person.whyField(page).focus()
  let offline = false
  for (const letter of text) {
    if (Math.random() < 0.15) await context.setOffline((offline = !offline))
    await page.keyboard.type(letter)
  }
  await context.setOffline(true)
  await expect(person.savedLine(page)).toHaveText(words.saved)
  await page.reload()
  await expect(person.whyField(page)).toHaveValue(text)
  await person.goToCheck(page)
  await person.send(page, words.waiting)
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.received)
  const { rows } = await expectAllHolds()
  expect(rows.map(({ answers }) => answers?.['why'])).toEqual([{ kind: 'long-text', text }])
})

test('F04: the page of a hotel is not taken for a receipt, nor kept in place of ours', async ({
  page,
  line,
  expectAllHolds,
}) => {
  await person.keep(page)
  await person.begin(page)
  await person.answer(page, 'Written in a hotel')
  await person.goToCheck(page)
  await line.set(portal)
  await person.send(page, words.waiting)
  await expect
    .poll(
      () => line.log.some(({ path, fault }) => calls.test(path) && fault === 'replace'),
      'the hotel answered a call',
    )
    .toBe(true)
  await person.sendNow(page)
  await expect(page.getByRole('main')).toContainText(words.unreached)
  await page.goto('/consultations/garden')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What should the garden be?')
  const inHotel = await expectAllHolds()
  expect(inHotel.records.map(({ state }) => state)).toEqual(['waiting'])
  expect(inHotel.rows).toEqual([])
  await line.set({ kind: 'pass' })
  await page.goto('/my-responses')
  await person.sendNow(page)
  await expect(page.locator('#records-received')).toBeVisible()
  await page.goto('/consultations/garden')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What should the garden be?')
  await expectAllHolds()
})

test('F04: what answers in JSON and is not us is not taken for a receipt either', async ({
  page,
  line,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'Written in another hotel')
  await person.goToCheck(page)
  await line.set(
    {
      kind: 'replace',
      status: 200,
      type: 'application/json',
      body: '{"result":{"data":{"ok":true,"value":{"reference":"ABCD-1234"}}}}',
    },
    calls,
  )
  await person.send(page, words.waiting)
  await expect.poll(() => line.log.some(({ fault }) => fault === 'replace')).toBe(true)
  await person.sendNow(page)
  await expect(page.getByRole('main')).toContainText(words.unreached)
  expect((await expectAllHolds()).rows).toEqual([])
})

test('F05: an answer lost on its way is asked for again: the same receipt, one row', async ({
  page,
  line,
  oracle,
  expectAllHolds,
}) => {
  await person.begin(page)
  await person.answer(page, 'Stored before the line broke')
  await person.goToCheck(page)
  await line.set({ kind: 'drop-response' }, calls)
  await person.send(page, words.waiting)
  await expect.poll(async () => (await oracle.stored()).length, 'rows before any receipt').toBe(1)
  expect(
    line.log
      .filter(({ fault }) => fault === 'drop-response')
      .every(({ upstream, seen }) => upstream[0] === 200 && seen === undefined),
  ).toBe(true)
  const [first] = await oracle.stored()
  await line.set({ kind: 'pass' })
  await person.sendNow(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.received)
  expect(await person.referenceOn(page)).toBe(first?.reference)
  expect((await expectAllHolds()).rows).toHaveLength(1)
})

for (const copies of [2, 10]) {
  test(`F06: the same request ${copies} times at once is one row`, async ({
    page,
    line,
    expectAllHolds,
  }) => {
    await person.begin(page)
    await person.answer(page, `Delivered ${copies} times`)
    await person.goToCheck(page)
    await line.set({ kind: 'dup', copies }, calls)
    await person.send(page)
    await expect
      .poll(() => line.log.find(({ fault }) => fault === 'dup')?.upstream)
      .toEqual(Array.from({ length: copies }, () => 200))
    expect((await expectAllHolds()).rows).toHaveLength(1)
  })
}

test('F06: the bytes of one request, sent two to ten at a time, are answered with one receipt', async ({
  page,
  server,
  expectAllHolds,
}) => {
  const sent = page.waitForRequest((request) => calls.test(new URL(request.url()).pathname))
  await person.respond(page, 'Sent by everybody')
  const body = (await sent).postData() ?? ''
  const post = async () => {
    const answer = await fetch(`${server.origin}/trpc/response.submit`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-takepart': '1' },
    })
    return JSON.stringify(await answer.json())
  }
  const answers = new Set<string>()
  for (let copies = 2; copies <= 10; copies += 1)
    for (const one of await Promise.all(Array.from({ length: copies }, post))) answers.add(one)
  expect([...answers]).toEqual([expect.stringContaining(await person.referenceOn(page))])
  expect((await expectAllHolds()).rows).toHaveLength(1)
})
