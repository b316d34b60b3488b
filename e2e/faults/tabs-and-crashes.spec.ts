import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DeviceRecord } from '../../packages/shared/src/domain/device/draft.ts'
import { test } from '../support/faults.ts'
import { openBrowser } from '../support/browser-profile.ts'
import * as person from '../support/respondent.ts'

const { words } = person
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

const textOf = (answer: unknown): string =>
  (answer as { text?: string } | null | undefined)?.text ?? ''

/** Every text that a record holds for a question, shown or kept beside. */
const textsIn = ({ draft }: DeviceRecord, questionId: string): readonly string[] =>
  [
    draft.answers[questionId],
    ...draft.others.filter((other) => other.questionId === questionId).map(({ answer }) => answer),
  ].map(textOf)

/** Writes a text over what the field shows, in one go; answers what it showed. */
const overwrite = (page: Page, id: string, text: string): Promise<string> =>
  page.locator(id).evaluate((field, words) => {
    const before = (field as HTMLTextAreaElement).value
    Object.assign(field, { value: words })
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return before
  }, text)

async function twoTabs(page: Page): Promise<Page> {
  await person.begin(page)
  await page.getByLabel('Sitting').check()
  await expect(person.savedLine(page)).toHaveText(words.saved)
  const other = await page.context().newPage()
  await other.goto('/consultations/garden/questions')
  await expect(other.getByLabel('Sitting')).toBeChecked()
  return other
}

test('F33: what two tabs write in one draft at once is kept, whichever comes first', async ({
  page,
  expectAllHolds,
}) => {
  const other = await twoTabs(page)
  let conflicts = 0
  for (let round = 1; round <= 5; round += 1) {
    const edits = [
      { tab: page, id: '#q-why', text: `One, round ${round}` },
      { tab: other, id: '#q-why', text: `Two, round ${round}` },
      { tab: other, id: '#q-plant', text: `Lavender ${round}` },
    ].sort(() => Math.random() - 0.5)
    const before = await Promise.all(
      edits.map(async ({ tab, id, text }) => {
        await tab.waitForTimeout(Math.random() * 300)
        return overwrite(tab, id, text)
      }),
    )
    for (const tab of [page, other]) await expect(person.savedLine(tab)).toHaveText(words.saved)
    const {
      records: [record, ...more],
    } = await expectAllHolds()
    expect(more).toEqual([])
    // What somebody saw and wrote over is gone by their own wish; all else is here.
    const due = edits
      .filter(({ id, text }) => id === '#q-why' && !before.includes(text))
      .map(({ text }) => text)
    if (due.length === 2) conflicts += 1
    expect(textsIn(record!, 'why')).toEqual(expect.arrayContaining(due))
    expect(textOf(record!.draft.answers['plant'])).toBe(`Lavender ${round}`)
  }
  expect(conflicts, 'rounds in which the two really met').toBeGreaterThan(0)
  await expect(page.getByText(/^You also answered this/).first()).toBeVisible()
  await person.goToCheck(page)
  await person.send(page)
  await expectAllHolds()
})

test('F33: no other tab writes into the field that somebody types in', async ({
  page,
  expectAllHolds,
}) => {
  const text = 'Shut again'
  const other = await twoTabs(page)
  await person.whyField(page).focus()
  // Slowly enough that what is written is stored between one letter and the next; by the page's own clock, by which it
  // also knows that somebody has stopped.
  let typing = true
  const typed = person
    .whyField(page)
    .evaluate(async (field: HTMLTextAreaElement, words) => {
      for (const letter of words) {
        if (field.value !== '')
          await new Promise((resolve) => {
            setTimeout(resolve, 400)
          })
        field.value += letter
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
      return field.value
    }, text)
    .finally(() => {
      typing = false
    })
  await expect(person.whyField(page)).toHaveValue(/^S/)
  let theirs = 'From the other tab'
  while (typing) {
    theirs += '!'
    await overwrite(other, '#q-why', theirs)
    await other.waitForTimeout(330)
  }
  expect(await typed).toBe(text)
  for (const tab of [page, other]) await expect(person.savedLine(tab)).toHaveText(words.saved)
  const { records } = await expectAllHolds()
  expect(textsIn(records[0]!, 'why')).toEqual(expect.arrayContaining([text, theirs]))
})

test('F33: what is written in one tab after the other has sent is not called saved, and stays on the page', async ({
  page,
  expectAllHolds,
}) => {
  const other = await twoTabs(page)
  await person.whyField(page).fill('Sent from the first')
  await person.goToCheck(page)
  await person.send(page)
  await person.whyField(other).fill('Written too late')
  await expect(person.savedLine(other)).toHaveText(
    'Not saved on this device. It was sent from another tab.',
  )
  await expect(person.whyField(other)).toHaveValue('Written too late')
  const { rows } = await expectAllHolds()
  expect(rows.map(({ answers }) => textOf(answers?.['why']))).toEqual(['Sent from the first'])
})

test('F33: what one tab writes in the moment in which the other sends is sent, or is not called sent', async ({
  page,
  expectAllHolds,
}) => {
  for (const delay of [250, 258]) {
    const other = await twoTabs(page)
    await person.goToCheck(page)
    const start = Date.now() + 300
    await other.locator('#q-why').evaluate((field, at) => {
      setTimeout(() => {
        Object.assign(field, { value: 'In the last moment' })
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }, at - Date.now())
    }, start)
    // The other tab stores after a pause of a quarter of a second.
    await person.sendButton(page).evaluate((button, at) => {
      setTimeout(() => (button as HTMLElement).click(), at - Date.now())
    }, start + delay)
    await expect(heading(page)).toHaveText(words.received)
    await expectAllHolds()
    await other.close()
  }
})

const endings: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['closed', (page) => page.close({ runBeforeUnload: false })],
  [
    'crashed',
    async (page) =>
      (await page.context().newCDPSession(page)).send('Page.crash').catch(() => undefined),
  ],
]

for (const [how, end] of endings) {
  test(`F35: a tab that is ${how} in the middle of a word costs a second of typing at most`, async ({
    page,
    expectAllHolds,
  }) => {
    const text =
      'I have gone there by bus for eleven years, and every winter the path is under water for a week or two. '
    await person.begin(page)
    await page.getByLabel('Sitting').check()
    await person.whyField(page).focus()
    const typed: { readonly at: number; readonly letters: number }[] = []
    const last = 45 + Math.floor(Math.random() * 20)
    for (let letters = 1; letters <= last; letters += 1) {
      await page.keyboard.type(text[letters - 1]!)
      typed.push({ at: performance.now(), letters })
      await page.waitForTimeout(50)
    }
    const ended = performance.now()
    await Promise.race([end(page), new Promise((resolve) => setTimeout(resolve, 1000))])
    const { records } = await expectAllHolds()
    const kept = textOf(records[0]?.draft.answers['why'])
    const due = typed.findLast(({ at }) => at <= ended - 1000)?.letters ?? 0
    expect(text.slice(0, kept.length), 'what is kept is what was typed').toBe(kept)
    expect(kept.length, 'letters typed a second before the end').toBeGreaterThanOrEqual(due)
  })
}

test('F35: a tab that is closed by hand keeps the last letter typed before it', async ({
  page,
  expectAllHolds,
}) => {
  await person.begin(page)
  await page.getByLabel('Sitting').check()
  for (const word of ['first', ' second', ' third']) {
    const tab = await page.context().newPage()
    await tab.goto('/consultations/garden/questions')
    await expect(tab.getByLabel('Sitting')).toBeChecked()
    const before = await person.whyField(tab).inputValue()
    await person.whyField(tab).press('End')
    await tab.keyboard.type(word, { delay: 40 })
    const closed = tab.waitForEvent('close')
    await tab.close({ runBeforeUnload: true })
    await closed
    const again = await page.context().newPage()
    await again.goto('/consultations/garden/questions')
    await expect(person.whyField(again)).toHaveValue(before + word)
    await again.close()
  }
  await expectAllHolds()
})

test('F36: a browser that is killed keeps every draft it called saved, and sends what waited', async ({
  line,
  oracle,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'takepart-profile-'))
  try {
    let saved = ''
    for (let turn = 0; turn < 4; turn += 1) {
      const { context, pid } = await openBrowser(profile)
      const page = context.pages()[0] ?? (await context.newPage())
      if (turn === 0) await page.goto(`${line.origin}/consultations/garden/answer`)
      if (turn === 0) await startHere(page)
      else await page.goto(`${line.origin}/consultations/garden/questions`)
      await expect(person.whyField(page)).toHaveValue(saved)
      saved = `Written before the browser was killed, time ${turn}`
      await person.whyField(page).fill(saved)
      await expect(person.savedLine(page)).toHaveText(words.saved)
      if (turn === 3) await queueBehindBrokenLine(page, line)
      const closed = context.waitForEvent('close')
      process.kill(pid, 'SIGKILL')
      await closed
    }
    await line.set({ kind: 'pass' })
    const { context } = await openBrowser(profile)
    const page = await context.newPage()
    await page.goto(`${line.origin}/my-responses`)
    await expect(page.locator('#records-received li')).toHaveCount(1)
    const { rows } = await oracle.expectAllHolds({ devices: [{ context, origin: line.origin }] })
    expect(rows.map(({ answers }) => textOf(answers?.['why']))).toEqual([saved])
    await context.close()
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
})

async function startHere(page: Page): Promise<void> {
  await page.getByLabel('Yes, it is mine').check()
  await page.getByLabel('Everything on one page').check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByLabel('Sitting').check()
}

async function queueBehindBrokenLine(
  page: Page,
  line: { set(fault: { kind: 'status'; status: number }, path: RegExp): Promise<void> },
): Promise<void> {
  await line.set({ kind: 'status', status: 503 }, /^\/trpc\//)
  await person.goToCheck(page)
  await person.send(page, words.waiting)
}

test('F46: a new version that arrives in the middle of a word takes nothing away, and waits until nobody answers', async ({
  page,
  server,
  line,
  expectAllHolds,
}) => {
  await person.keep(page)
  await person.begin(page)
  await person.answer(page, 'Half a ')
  const worker = await (await fetch(`${server.origin}/sw.js`)).text()
  await line.set(
    {
      kind: 'replace',
      status: 200,
      type: 'text/javascript',
      body: `${worker}\n// the next version`,
    },
    /^\/sw\.js/,
  )
  await person.whyField(page).focus()
  await page.keyboard.press('End')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
  await page.keyboard.type('sentence', { delay: 40 })
  await expect(page.locator('#state-words')).toHaveText(
    'A new version is ready. It starts when you have finished here.',
  )
  await page.keyboard.type(' and the rest', { delay: 40 })
  expect(
    await page.evaluate(() => ({
      same: 'sameDocument' in window,
      focus: document.activeElement?.id,
    })),
  ).toEqual({ same: true, focus: 'q-why' })
  expect(
    await page.evaluate(async () =>
      Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
    ),
    'the new version waits',
  ).toBe(true)
  await expect(person.whyField(page)).toHaveValue('Half a sentence and the rest')
  await expect(person.savedLine(page)).toHaveText(words.saved)
  await page.goto('/consultations/garden')
  await expect
    .poll(
      () =>
        page.evaluate(async () =>
          Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
        ),
      {
        message: 'it takes over on a page for reading',
        timeout: 20_000,
      },
    )
    .toBe(false)
  await page.goto('/consultations/garden/questions')
  await expect(person.whyField(page)).toHaveValue('Half a sentence and the rest')
  await person.goToCheck(page)
  await person.send(page)
  await expect(heading(page)).toHaveText(words.received)
  await expectAllHolds()
})
