import { expect, type Page } from '@playwright/test'
import { offline } from '../support/faults-seen.ts'
import { test } from '../support/journey.ts'
import { expectFocusOnMain, press, tabAndPress, tabTo } from '../support/keyboard.ts'
import { expectFits } from '../support/narrow.ts'
import {
  closeRound,
  contributionOf,
  decide,
  emptyRound,
  storedContribution,
} from '../support/rounds.ts'
import { signInAsStaff } from '../support/staff.ts'
import { expectGood, expectProblem, problems } from '../support/states.ts'
import { expectPage } from '../support/steps.ts'

const waits = 'We have received it. A person reads it before others see it.'
const canBeRead = 'We have received it, and everybody can read it.'

/** Fills a field as somebody does who uses the keyboard alone. */
async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByRole('textbox', { name: label }), { most: 120 })
  await page.keyboard.type(words)
}

/** A field of several lines is seen from its first one, where what comes before it leaves no room for the rest. */
async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'What you want to say' }).focus()
  await page.keyboard.type(words)
}

async function send(page: Page, name: string): Promise<void> {
  await tabAndPress(page, page.getByRole('button', { name, exact: true }))
}

/** A page to read is fetched anew until it says so: what a moderator decides comes into effect half a minute later. */
const expectInTime = (page: Page, words: string) =>
  expect(async () => {
    await page.reload()
    await expect(page.locator('main')).toContainText(words, { timeout: 2_000 })
  }).toPass({ timeout: 60_000 })

test('two people talk by keyboard, a moderator reads; words are quoted, changed, found again and taken back', async ({
  browser,
  page: ann,
  server,
}) => {
  test.setTimeout(300_000)
  const round = await emptyRound(server)
  const [desk, ben] = await Promise.all(
    [1, 2].map(async () => (await browser.newContext({ baseURL: server.origin })).newPage()),
  )
  if (!desk || !ben) throw new Error('no other browsers')
  await signInAsStaff(desk, server, { name: 'Kit Lowe', roles: ['moderator'] })

  await ann.goto(round.path)
  await tabAndPress(ann, ann.getByRole('link', { name: 'Say what you see' }))
  await expectPage(ann, 'Say what you see')
  await expect(ann.getByText('This page needs a script')).toHaveCount(0)
  await send(ann, 'Send what I wrote')
  await expectProblem(ann, 'nothing said')
  await tabAndPress(ann, problems(ann).getByRole('link', { name: 'Enter what you want to say' }))
  await ann.keyboard.type('No lift there. I counted nineteen stairs to the room.')
  await tabTo(ann, ann.getByRole('radio', { name: 'For', exact: true }))
  await press(ann, 'ArrowDown')
  await expect(ann.getByRole('radio', { name: 'Against' })).toBeChecked()
  await type(ann, 'What may we call you here?', 'Ann')
  await type(ann, /How do you describe yourself/, 'a neighbour')
  await tabAndPress(ann, ann.getByRole('checkbox', { name: 'Yes, it is mine' }), 'Space')
  await send(ann, 'Send what I wrote')
  await expectPage(ann, 'We have received what you wrote')
  await expect(ann.getByText(waits)).toBeVisible()
  const annSaid = await contributionOf(ann)
  const annPage = ann.url()

  await ben.goto(`${round.path}/say`)
  await write(ben, 'I come by bus, at five.')
  await tabAndPress(ben, ben.locator('summary', { hasText: 'Choose sentences to quote' }))
  await tabAndPress(ben, ben.locator('#sentences input[type=checkbox]').first(), 'Space')
  await expect(ben.locator('figure.exact')).toHaveCount(1)
  await type(ben, 'What may we call you here?', 'Ben')
  await tabAndPress(ben, ben.getByRole('checkbox', { name: 'Yes, it is mine' }), 'Space')
  await send(ben, 'Send what I wrote')
  await expectPage(ben, 'We have received what you wrote')
  const benSaid = await contributionOf(ben)
  const benCode = await ben.locator('.receipt .code').innerText()

  await ben.goto(round.path)
  await expect(ben.locator('main')).not.toContainText('nineteen stairs')
  await decide(desk, { contributionId: annSaid, kind: 'accept' })
  await decide(desk, { contributionId: benSaid, kind: 'accept' })
  await ben.goto(round.path)
  await expectInTime(ben, 'nineteen stairs')
  await expect(ben.locator('main')).toContainText('“a neighbour”')
  await expect(ben.locator('main')).toContainText('Against')
  await expectInTime(ben, 'I come by bus, at five.')

  const annArticle = ben.locator('article.say', { hasText: 'nineteen stairs' })
  await tabAndPress(ben, annArticle.getByRole('link', { name: 'Reply' }))
  await expectPage(ben, 'Reply to Ann')
  await write(ben, 'You wrote “I counted nineteen stairs to the hall”.')
  await expect(ben.getByText('Those words are not in the text')).toBeVisible()
  await tabAndPress(ben, ben.getByRole('button', { name: 'Quote what they wrote' }))
  await expect(ben.locator('figure.exact')).toContainText('I counted nineteen stairs to the room.')
  await type(ben, 'What may we call you here?', 'Ben again')
  await send(ben, 'Send my reply')
  await expectPage(ben, 'We have received what you wrote')
  await expect(ben.getByText(canBeRead)).toBeVisible()
  await tabAndPress(ben, ben.getByRole('link', { name: 'See it in the discussion' }))
  await expect(ben.locator('figure.exact', { hasText: 'Exact words of Ann' })).toBeVisible()

  await ann.goto(round.path)
  await expectInTime(ann, 'Ben again')
  const made = ann
    .locator('article.say', { hasText: 'Ben again' })
    .getByRole('button', { name: 'This made me think' })
  await tabAndPress(ann, made)
  await expect(made).toHaveAttribute('aria-pressed', 'true')

  await ann.goto(annPage)
  await expect(ann.getByText(canBeRead)).toBeVisible()
  await tabAndPress(ann, ann.getByRole('button', { name: 'Change it' }))
  await expectPage(ann, 'Change what you wrote')
  await ann.getByRole('textbox', { name: 'What you want to say' }).focus()
  await ann.keyboard.press('Control+A')
  await write(ann, 'They have put in a lift by now.')
  await send(ann, 'Send my new words')
  await expectPage(ann, 'We have received what you wrote')
  await ben.goto(round.path)
  await expectInTime(ben, 'Whoever wrote this is changing it.')
  await expect(ben.locator('main')).not.toContainText('nineteen')
  await decide(desk, { contributionId: annSaid, revision: 2, kind: 'accept' })
  await expectInTime(ben, 'They have put in a lift by now.')
  await expect(ben.locator('main')).toContainText('changed by its author')
  await expect(ben.locator('main')).toContainText(
    'This quotes words of Ann that are not in the text',
  )

  const elsewhere = await (await browser.newContext({ baseURL: server.origin })).newPage()
  await elsewhere.goto(round.path)
  await tabAndPress(elsewhere, elsewhere.getByRole('link', { name: 'Find what I wrote' }))
  await expectPage(elsewhere, 'What you wrote in this discussion')
  await type(elsewhere, 'Private code', benCode.toLowerCase())
  await send(elsewhere, 'Find it')
  await expect(elsewhere.locator('#found')).toHaveText('We found 2 things you wrote.')
  await tabAndPress(
    elsewhere,
    elsewhere.getByRole('link', { name: /^I come by bus/ }),
    'Enter',
    'Shift+Tab',
  )
  await expectPage(elsewhere, 'We have received what you wrote')
  await tabAndPress(elsewhere, elsewhere.getByRole('button', { name: 'Take it back' }))
  await expect(elsewhere.getByRole('button', { name: 'No, keep it' })).toBeFocused()
  await press(elsewhere, 'Tab')
  await elsewhere.keyboard.press('Enter')
  await expectPage(elsewhere, 'You took back what you wrote')
  await ben.goto(round.path)
  await expectInTime(ben, '2 contributions')
  await expect(ben.locator('main')).not.toContainText('I come by bus')
})

test.describe('in a window of 320 by 640 px', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('somebody writes without a connection; the discussion closes meanwhile, and it arrives late', async ({
    context,
    page,
    server,
    faults,
  }) => {
    const round = await emptyRound(server)
    await page.goto(round.path)
    await expect
      .poll(() => page.evaluate((path) => caches.match(path).then(Boolean), `${round.path}/say`))
      .toBe(true)
    faults.expect(offline)
    await context.setOffline(true)
    await tabAndPress(page, page.getByRole('link', { name: 'Say what you see' }))
    await expectPage(page, 'Say what you see')
    await expectFits(page)
    await write(page, 'The bus is late, and so am I.')
    await type(page, 'What may we call you here?', 'Kofi')
    await tabAndPress(page, page.getByRole('checkbox', { name: 'Yes, it is mine' }), 'Space')
    await expect(page.locator('#saved')).toContainText(/^Saved on this device (\d|mid)/)
    await send(page, 'Send what I wrote')
    await expectFocusOnMain(page, 'What you wrote is waiting to be sent')
    await expectFits(page)
    const id = await contributionOf(page)
    await page.waitForTimeout(1_500)
    await closeRound(server, round.slug)
    await context.setOffline(false)
    await expectGood(page, 'We have received what you wrote')
    await expect(page.getByText('A moderator decides about it.')).toBeVisible()
    expect(await storedContribution(server, id)).toEqual({
      state: 'waiting',
      late: true,
      revision: 1,
    })
    await expect(page.getByRole('button', { name: 'Change it' })).toHaveCount(0)
    await expectFits(page)

    await page.goto('/my-responses')
    await expectGood(page, 'My drafts and responses')
    await expect(page.locator('#contributions')).toContainText('The bus is late, and so am I.')
  })
})

test('an answer stays as it is while somebody talks with others about its question', async ({
  page,
}) => {
  const question = '/consultations/mental-health-help-in-the-community/questions/best-option'
  const rooms = page.getByRole('radio', { name: 'Option 3: rooms in five places' })
  await page.goto(question)
  await rooms.check()
  await expect(page.locator('#saved')).toContainText('Saved')
  const discussion = 'One better clinic, or rooms nearer home?'
  await page.getByRole('link', { name: discussion }).click()
  await expectPage(page, discussion)
  await page.getByRole('link', { name: 'Go to the question' }).click()
  await expect(page).toHaveURL(question)
  await expect(rooms).toBeChecked()
})
