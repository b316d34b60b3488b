import { expect, type BrowserContext, type Page } from '@playwright/test'
import {
  continueOn,
  expectKept,
  expectQuestion,
  expectSaved,
  readReceipt,
  sendChecked,
} from '../support/answering.ts'
import { storedUnder } from '../support/consultations.ts'
import { offline } from '../support/faults-seen.ts'
import { test, testOverLine } from '../support/journey.ts'
import { expectGood, expectOpenToAll } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

async function startCold(context: BrowserContext): Promise<Page> {
  await Promise.all(context.pages().map((page) => page.close()))
  return context.newPage()
}

test('after one visit, everything but sending works without a connection; sending follows by itself', async ({
  context,
  page,
  server,
  clinics,
  faults,
}) => {
  test.slow()
  await page.goto(clinics.path)
  await expectKept(page)
  faults.expect(offline)
  await context.setOffline(true)

  await test.step('reads', async () => {
    await page.reload()
    await expectPage(page, clinics.title)
    await page.getByRole('link', { name: 'What may change' }).click()
    await expectPage(page, 'What may change')
    await page.goBack()
    await page.getByRole('link', { name: 'Start answering' }).click()
  })

  await test.step('answers', async () => {
    await expectPage(page, 'Before you start')
    await expect(page.locator('#state-words')).toContainText('You are offline')
    await page.getByLabel('Yes, it is mine').check()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByLabel('Yes', { exact: true }).check()
    await expectSaved(page)
    await continueOn(page)
    await page.getByLabel('Bus').check()
    await expectSaved(page)
    await expectOpenToAll(page, 'a question, offline')
  })

  page = await test.step('comes back to a cold start', async () => {
    const next = await startCold(context)
    await next.goto('/')
    await expect(next.getByRole('heading', { level: 1 })).toHaveText('Tell us what you think')
    await next.getByRole('link', { name: 'My drafts and responses' }).first().click()
    await expectGood(next, 'My drafts and responses')
    await next.locator('#records-draft').getByRole('link', { name: clinics.title }).click()
    await expectPage(next, 'Your draft')
    await next.getByRole('link', { name: 'Continue', exact: true }).click()
    await expectQuestion(next, 'How do you travel to the clinic?')
    await expect(next.getByLabel('Bus')).toBeChecked()
    return next
  })

  await test.step('finishes and sends', async () => {
    await page.goto(`${clinics.path}/questions`)
    await page.getByLabel('What else should we know?').fill('Written on a bus.')
    await expectSaved(page)
    await continueOn(page)
    await expectGood(page, 'Check your answers')
    await sendChecked(page)
    await expectGood(page, 'Your response is waiting to be sent')
    await expect(page.getByText('It is saved on this device.')).toBeVisible()
    await expect(page.locator('#state-words')).toContainText(
      'We send what waits when you are back online',
    )
  })

  await test.step('sees it waiting after another cold start', async () => {
    page = await startCold(context)
    await page.goto('/my-responses')
    await expect(
      page.locator('#records-waiting').getByRole('link', { name: clinics.title }),
    ).toBeVisible()
    await page.locator('#records-waiting').getByRole('link').click()
    await expectPage(page, 'Your response is waiting to be sent')
  })

  await context.setOffline(false)
  const { reference } = await readReceipt(page)
  await expect(page.locator('#status')).toContainText(reference)
  const [stored, ...others] = await storedUnder(reference, server, clinics)
  expect(others).toEqual([])
  expect(stored?.answers).toMatchObject({
    been: { choice: 'yes' },
    travel: { choice: 'bus' },
    why: { text: 'Written on a bus.' },
  })
  await page.goto('/my-responses')
  await expect(page.locator('#records-received')).toContainText(reference)
  await expect(page.locator('#records-waiting')).toHaveCount(0)
})

test('a page that is not on the device says so, and what is', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  await page.goto(clinics.path)
  await expectKept(page)
  faults.expect(offline)
  await context.setOffline(true)
  await page.goto('/my-responses/00000000-0000-4000-8000-000000000000')
  await expectGood(page, 'This response is not on this device')
  await page.goto('/consultations/letters-and-messages')
  await expectGood(page, 'This page is not on your device')
  await page.getByRole('main').getByRole('link', { name: 'My drafts and responses' }).click()
  await expectPage(page, 'My drafts and responses')
  await page.getByRole('link', { name: clinics.title }).click()
  await expectPage(page, clinics.title)
})

test('all the questions of a kept consultation, and what is done with data, can be read without a connection', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  await page.goto(clinics.path)
  await expectKept(page)
  faults.expect(offline)
  await context.setOffline(true)
  await page.goto(`${clinics.path}/all-questions`)
  await expectGood(page, 'All the questions')
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expectGood(page, 'Privacy')
})

test('a question that is asked only after some answers gives its place to the first one before anything of it is seen', async ({
  page,
  clinics,
}) => {
  await page.addInitScript(() => {
    const seen = { shift: 0, headings: [] as string[], elements: [] as Element[] }
    Object.assign(window, { seen })
    const watch = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as unknown as { value: number }).value
    })
    watch.observe({ type: 'layout-shift', buffered: true })
    const look = () => {
      const element = document.querySelector('main tp-answer-page')
      const heading = element?.querySelector('h1')?.textContent.trim()
      if (element && !seen.elements.includes(element)) seen.elements.push(element)
      if (heading && seen.headings.length === 0) setTimeout(() => watch.disconnect(), 300)
      if (heading && seen.headings.at(-1) !== heading) seen.headings.push(heading)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.goto(`${clinics.path}/questions/travel`)
  await expect(page).toHaveURL(`${clinics.path}/questions/been`)
  await page.waitForTimeout(800)
  const seen = await page.evaluate(() => {
    const { shift, headings, elements } = (
      window as unknown as { seen: { shift: number; headings: string[]; elements: Element[] } }
    ).seen
    return { shift, headings: headings.length, elements: elements.length }
  })
  expect(seen).toMatchObject({ headings: 1, elements: 1 })
  expect(seen.shift).toBeLessThan(0.01)
})

testOverLine(
  'a consultation is called kept only once all of it is on the device',
  async ({ context, page, clinics, line, faults }) => {
    await line.set({ kind: 'latency', ms: 1_500 }, /\/read\//)
    await page.goto(clinics.path)
    await expectKept(page)
    faults.expect(offline)
    await context.setOffline(true)
    await page.getByRole('link', { name: 'What may change' }).click()
    await expectPage(page, 'What may change')
  },
)

testOverLine(
  'a consultation is not called kept when a part of it could not be had',
  async ({ page, clinics, line }) => {
    await line.set({ kind: 'status', status: 503 }, /\/read\//)
    await page.goto(clinics.path)
    await expect
      .poll(
        () =>
          line.log
            .filter(({ path }) => /^\/(help|consultations\/.*\/read\/.*)$/.test(path))
            .map(({ seen }) => seen),
        'what was kept last',
      )
      .toEqual([503, 200])
    await page.waitForTimeout(300)
    await expect(page.locator('#state-words')).not.toContainText('Kept')
  },
)
