import { expect, type Page } from '@playwright/test'
import {
  continueOn,
  expectKept,
  expectSaved,
  readReceipt,
  sendChecked,
  startAnswering,
} from '../support/answering.ts'
import { offline } from '../support/faults-seen.ts'
import { toldOf } from '../support/gate/names.ts'
import { test } from '../support/journey.ts'

test.use({ watched: false })

/** What somebody notices, or hears, of a change of page. */
const arrival = async (page: Page) => {
  const browser = await page.context().newCDPSession(page)
  const [focused] = await toldOf(page, browser, ':focus')
  await browser.detach()
  return {
    title: await page.title(),
    heading: (await page.getByRole('heading', { level: 1 }).innerText())
      .replaceAll(/\s+/g, ' ')
      .trim(),
    focus: focused ? `${focused.role} ${focused.name}` : 'nowhere',
    top: await page.evaluate(() => scrollY),
  }
}

/** The app has changed the page: its title begins with the heading, `main` has the focus and is named by the title, and the page is at its top. */
async function expectArrival(page: Page, heading: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('main')).toBeFocused()
  const { title, heading: words, focus, top } = await arrival(page)
  expect(title, 'the title begins with the heading').toMatch(
    new RegExp(
      `^${words.replace(/ \((?:optional|you can leave this out)\)$/, '').replaceAll('?', '\\?')}`,
    ),
  )
  expect(focus, 'what is spoken').toBe(`main ${title.replace(/ – Takepart$/, '')}`)
  expect(top, 'scrolled').toBe(0)
}

const follow = async (page: Page, link: string | RegExp): Promise<void> => {
  await page.getByRole('link', { name: link, exact: true }).first().click()
}

const inNavigation = (page: Page, link: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link }).click()

test('every change of page within the app is told: title, focus and its name, top of the page', async ({
  page,
  clinics,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 400 })
  await startAnswering(page, clinics)
  await expectArrival(page, /^Have you been to the clinic/)
  await page.getByLabel('Yes', { exact: true }).check()
  await continueOn(page)
  await expectArrival(page, /^How do you travel/)
  await page.getByText('Show the questions another way').click()
  await follow(page, 'One part at a time')
  await expectArrival(page, /^Coming to the clinic/)
  await page.getByText('Show the questions another way').click()
  await follow(page, 'Everything on one page')
  await expectArrival(page, /^Your answers/)
  await page.getByLabel('Bus').check()
  await expectSaved(page)
  await continueOn(page)
  await expectArrival(page, /^Check your answers/)
  await inNavigation(page, 'My drafts and responses')
  await expectArrival(page, /^My drafts and responses/)
  await follow(page, /your draft, last written/)
  await expectArrival(page, /^Your draft/)
  await inNavigation(page, 'My drafts and responses')
  await follow(page, 'Open a response with your reference and private code')
  await expectArrival(page, /^Open your response/)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Clear this device' }).click()
  await expectArrival(page, /^Clear this device/)
  await page.goto(`${clinics.path}/check`)
  await sendChecked(page)
  await expectArrival(page, /^We have received/)
})

test('so is every change within an edition, and on the way to another way of taking part', async ({
  context,
  page,
  clinics,
  faults,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 400 })
  await page.goto('/consultations/mental-health-help-in-the-community/in/easy-read/answer')
  await page.getByLabel('Yes, it is mine').check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expectArrival(page, /^Did you go to one of our clinics/)
  await page.getByText('See the questions in another way').click()
  await follow(page, 'One part at a time')
  await expectArrival(page, /^The way to your clinic/)
  await page.getByText('See the questions in another way').click()
  await follow(page, 'Everything on one page')
  await expectArrival(page, /^Your answers/)
  await page.getByText('Help with this').click()
  await follow(page, 'Ask for this in another way')
  await expectArrival(page, /^Ask for this in another way/)
  await page.goto(clinics.path)
  await expectKept(page)
  faults.expect(offline)
  await context.setOffline(true)
  await follow(page, 'Ask for this in another way')
  await page.getByRole('checkbox', { name: 'Large print' }).check()
  await page.getByRole('radio', { name: 'Ring me' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Mobile number').fill('07700 900123')
  await page.getByRole('checkbox', { name: 'Yes, it is mine' }).check()
  await page.getByRole('button', { name: 'Send my request' }).click()
  await expectArrival(page, /^Your request is waiting to be sent/)
  await follow(page, 'My drafts and responses')
  await expectArrival(page, /^My drafts and responses/)
  await page.locator('#requests').getByRole('link').click()
  await expectArrival(page, /^Your request is waiting to be sent/)
})

test('Back gives the title, the place and the link that was followed', async ({
  page,
  clinics,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 })
  await startAnswering(page, clinics, { paging: 'all' })
  await page.getByLabel('What else should we know?').fill('Something.')
  await expectSaved(page)
  const stop = page.getByRole('link', { name: 'Stop for now' })
  await stop.scrollIntoViewIfNeeded()
  await stop.focus()
  const before = await arrival(page)
  expect(before.top).toBeGreaterThan(0)
  await page.keyboard.press('Enter')
  await expectArrival(page, /^My drafts and responses/)
  await page.goBack()
  await expect(stop).toBeFocused()
  expect(await arrival(page)).toEqual(before)
})

test('nothing is moved when the first page is opened', async ({ page, clinics }) => {
  for (const path of ['/', clinics.path, '/my-responses', `${clinics.path}/answer`]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect((await arrival(page)).focus, path).toBe('nowhere')
  }
})

test('the status region is there before its words, says each change once, and is emptied', async ({
  page,
  clinics,
}) => {
  test.slow()
  const said: { readonly words: string; readonly empty: boolean }[] = []
  await page.exposeFunction('statusChanged', (words: string) => {
    said.push({ words, empty: words === '' })
  })
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const region = document.getElementById('status')
      if (!region || region.textContent !== '')
        throw new Error('no empty status region when the page came')
      const tell = (): void => {
        void (window as unknown as { statusChanged(words: string): Promise<void> }).statusChanged(
          region.textContent ?? '',
        )
      }
      new MutationObserver(tell).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      })
    })
  })
  const heard = (): readonly string[] =>
    said.filter(({ empty }) => !empty).map(({ words }) => words)
  await startAnswering(page, clinics, { paging: 'all' })
  await page.getByLabel('What else should we know?').pressSequentially('The car park')
  await expectSaved(page)
  await page.getByRole('group', { name: 'Have you been' }).getByLabel('No', { exact: true }).check()
  await expectSaved(page)
  await page.getByRole('button', { name: 'Add to my list Parking' }).click()
  await expect
    .poll(heard, 'one message for the press, and none for what is saved again')
    .toContain('Parking: 1 of 1 in your list')
  const saved = heard().filter((words) => words.startsWith('Saved'))
  expect(saved.length, `said of saving: ${saved.join('; ')}`).toBeLessThanOrEqual(1)
  expect(heard().filter((words) => words === 'Parking: 1 of 1 in your list')).toHaveLength(1)
  await expect(
    page.getByRole('button', { name: /^Add to my list/ }).last(),
    'the next thing to add, and nothing said takes the focus',
  ).toBeFocused()
  await expect(page.locator('#status'), 'emptied').toHaveText('', { timeout: 15_000 })
  expect(said.at(-1)?.empty).toBe(true)
  await continueOn(page)
  await sendChecked(page)
  await readReceipt(page)
})
