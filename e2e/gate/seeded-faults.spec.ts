import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { criteria, inWords, type Finding } from '../support/gate/finding.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { findingsNow, watchStates } from '../support/gate/watch-states.ts'

/** A gate that has never been seen to shut is not known to be one. */

const file = (name: string): URL => new URL(`../support/gate/${name}.html`, import.meta.url)

let server: Server
let origin: string

test.beforeAll(async () => {
  server = createServer((request, response) => {
    readFile(file(request.url?.slice(1) ?? '')).then(
      (page) => response.setHeader('content-type', 'text/html').end(page),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

test.afterAll(() => {
  server.close()
})

const gateOn = async (page: Page, name: string): Promise<readonly Finding[]> => {
  await page.goto(`${origin}/${name}`)
  return runGate(page)
}

/** The checks that found something, by the section it is in; what is in no section has the name of its place. */
async function checksBySection(
  page: Page,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Set<string>>()
  for (const { check, where } of findings) {
    const section = await page.evaluate((selector) => {
      const sections = [...document.querySelectorAll('section')]
      const at = sections.findIndex(
        (one) =>
          document.querySelector(selector) !== null &&
          one.contains(document.querySelector(selector)),
      )
      return at === -1 ? selector : `section ${at + 1}`
    }, where)
    found.set(section, (found.get(section) ?? new Set()).add(check))
  }
  return new Map([...found].map(([section, checks]) => [section, [...checks].sort()]))
}

test('every check finds its own seeded fault, and nothing else', async ({ page }) => {
  const findings = await gateOn(page, 'faults')
  const wanted = await page
    .locator('section')
    .evaluateAll((sections) =>
      sections.map((one) => (one.dataset['check'] ?? '').split(' ').sort()),
    )
  const found = await checksBySection(page, findings)
  expect(Object.fromEntries(found), findings.map(inWords).join('\n')).toEqual(
    Object.fromEntries(wanted.map((checks, at) => [`section ${at + 1}`, checks])),
  )
  expect([...new Set(wanted.flat())].sort(), 'every check has a fault to find').toEqual(
    Object.keys(criteria).sort(),
  )
})

test('nothing is found where every fault is put right', async ({ page }) => {
  expect((await gateOn(page, 'without-faults')).map(inWords)).toEqual([])
})

test('what is wrong with a page as a whole is found', async ({ page }) => {
  const findings = await gateOn(page, 'faults-of-the-frame')
  const told = findings.map(({ check, what }) => `${check}: ${what}`)
  expect(told).toEqual(
    expect.arrayContaining([
      'headings: 0 headings of the first level',
      'live-region: there is no status region',
      'reflow: stays on the screen and covers more than 30 % of 200 px',
      'motion: moves, and not only where motion is welcome',
      'motion: scrolls smoothly while less motion is asked for',
      expect.stringMatching(/^axe: .*page-has-heading-one/),
    ]),
  )
})

test('a state that comes by an action, and goes by the next, is looked at in between', async ({
  context,
  page,
}) => {
  const states = await watchStates(context)
  await page.goto(`${origin}/faults-after-a-press`)
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.getByRole('button', { name: 'Show less' }).click()
  await expect(page.locator('input')).toHaveCount(0)
  expect(await states.finish()).toEqual([
    expect.stringMatching(/^axe .*: on “Faults after a press”: label: .*: input$/),
  ])
})

test('what is wrong after an action, in one set of colours only or at 200 % only, is found, and the page is left as it was', async ({
  page,
}) => {
  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'no-preference' })
  await page.goto(`${origin}/faults-of-looks`)
  await page.getByLabel('Words').fill('Some words')
  await page.evaluate(() => {
    document.querySelector('input')?.setSelectionRange(2, 6)
    scrollTo(0, 150)
  })
  const standing = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement
      const asked = [
        'prefers-color-scheme: light',
        'prefers-contrast: more',
        'forced-colors: active',
        'prefers-reduced-motion: reduce',
      ].map((query) => matchMedia(`(${query})`).matches)
      const root = document.documentElement.cloneNode() as Element
      return {
        focus: field.id,
        caret: [field.selectionStart, field.selectionEnd],
        scrolled: scrollY,
        asked,
        root: root.outerHTML,
        sheets: document.adoptedStyleSheets.length,
        size: getComputedStyle(document.body).fontSize,
      }
    })
  const before = await standing()
  expect(before).toMatchObject({
    focus: 'words',
    caret: [2, 6],
    scrolled: 150,
    asked: [true, false, false, false],
    size: '16px',
  })
  for (let at = 0; ; at += 1) {
    const look = await page.locator('#part').getAttribute('data-look')
    if (at > 0 && !look) break
    const findings = (await findingsNow(page)).map(inWords)
    expect(findings, look ?? 'as it comes').toEqual(look ? [expect.stringContaining(look)] : [])
    expect(await standing(), look ?? 'as it comes').toEqual(before)
    // Without the focus going elsewhere.
    await page.evaluate(() => document.querySelector('button')?.click())
  }
})
