import { expect, type Page } from '@playwright/test'
import { expectNoFindings } from '../support/gate/finding.ts'
import { runGate } from '../support/gate/run-gate.ts'
import { tabAndPress, tabTo } from '../support/keyboard.ts'
import { expectFits } from '../support/narrow.ts'
import { askQuestion, closeRound, questionsRound } from '../support/rounds.ts'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'
import { expectPage } from '../support/steps.ts'

const live = (page: Page) => page.locator('#live')
const question = (page: Page, words: string) =>
  page.getByRole('heading', { level: 3, name: words, exact: true })
const inSection = (page: Page, name: string | RegExp) =>
  page.getByRole('region', { name, exact: typeof name === 'string' })

/** The page keeps nobody out; the keyboard then goes on from the top of it. */
async function expectGated(page: Page, state: string): Promise<void> {
  expectNoFindings(await runGate(page), state)
  await page.locator('#main').focus()
}

/** Every question and answer that a page shows, in its order. */
const shownOn = (page: Page): Promise<readonly string[]> =>
  page.locator('#questions .asked-words, #questions .replies .said-text').allInnerTexts()

/** Asks by keyboard, on the page for it; answers the private code. */
async function askByKeyboard(page: Page, path: string, words: string): Promise<string> {
  await page.goto(path)
  await tabAndPress(page, page.getByRole('link', { name: 'Ask a question' }))
  await expectPage(page, 'Ask a question')
  await page.getByRole('textbox', { name: 'Your question' }).focus()
  await page.keyboard.type(words)
  await tabTo(page, page.getByRole('textbox', { name: 'What may we call you here?' }))
  await page.keyboard.type('Ann')
  await tabAndPress(page, page.getByRole('checkbox', { name: 'Yes, it is mine' }), 'Space')
  await tabAndPress(page, page.getByRole('button', { name: 'Send my question', exact: true }))
  await expectPage(page, 'We have received what you wrote')
  return page.locator('.receipt .code').innerText()
}

/** The desk, where somebody answers with the keyboard alone. */
const desk = (page: Page) => ({
  take: async (words: string) => {
    await tabAndPress(page, page.getByRole('button', { name: `Take it : ${words}` }), 'Enter')
    await expect(page.getByRole('textbox', { name: 'The answer' })).toBeFocused()
  },
  answer: async (words: string) => {
    await page.keyboard.type(words)
    await tabAndPress(page, page.getByRole('button', { name: 'Send the answer' }))
    await expect(page.getByRole('textbox', { name: 'The answer' })).toHaveCount(0)
  },
  giveReason: async (words: string, reason: string) => {
    await tabAndPress(
      page,
      page.getByRole('button', { name: `Say why it is not answered : ${words}` }),
    )
    // The first reason of the list has the focus at once.
    await expect(page.getByRole('radio', { name: reason })).toBeFocused()
    await page.keyboard.press('Space')
    await tabAndPress(page, page.getByRole('button', { name: 'Publish the reason' }))
    await expect(inSection(page, 'With an answer or a reason')).toContainText(words)
  },
})

test('two people follow live questions through a restart of the server, and miss nothing and hear nothing twice', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const server = await startServer()
  const contexts = await Promise.all(
    [1, 2, 3].map(() => browser.newContext({ baseURL: server.origin })),
  )
  const [ann, ben, kit] = await Promise.all(contexts.map((context) => context.newPage()))
  if (!ann || !ben || !kit) throw new Error('no browsers')
  try {
    const round = await questionsRound(server)
    await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['moderator'] })
    const code = await askByKeyboard(ann, round.path, 'Is there a bus after nine?')
    await ben.goto(round.path)
    await expect(live(ben)).toContainText('Live. You hear of new answers')
    await expect(question(ben, 'Is there a bus after nine?')).toBeVisible()

    // What somebody else asks is counted, said once, and shown when Ben wants it.
    await askQuestion(server, round.slug, 'What does the bus cost?')
    await expect(live(ben)).toContainText('1 new question')
    await expect(ben.locator('#status')).toHaveText('1 new question')
    await expect(question(ben, 'What does the bus cost?')).toHaveCount(0)
    await tabAndPress(ben, ben.getByRole('button', { name: 'Show 1 new' }))
    await expect(question(ben, 'What does the bus cost?')).toBeFocused()
    const wanted = ben.getByRole('button', {
      name: 'I want to know this too : Is there a bus after nine?',
    })
    await tabTo(ben, wanted, { key: 'Shift+Tab' })
    await ben.keyboard.press('Enter')
    await expect(wanted).toHaveAttribute('aria-pressed', 'true')

    // Kit takes one and answers it.
    await kit.goto(`${deskOrigin(server)}/desk/rounds`)
    await kit.goto(`${deskOrigin(server)}/desk/rounds/${round.id}/questions`)
    await expect(kit.getByText('To answer here you need JavaScript')).toHaveCount(0)
    await tabAndPress(
      kit,
      kit.getByRole('button', { name: 'Take it : Is there a bus after nine?' }),
    )
    await expect(kit.getByRole('group', { name: 'There is a problem' })).toBeFocused()
    await tabAndPress(kit, kit.getByRole('link', { name: 'Choose who answers' }))
    await kit.keyboard.press('Space')
    await expect(kit.getByRole('radio', { name: 'Jo Fenn' })).toBeChecked()
    await desk(kit).take('Is there a bus after nine?')
    await ann.goto(round.path)
    await expect(inSection(ann, 'Being answered now')).toContainText('Jo Fenn')
    await expect(live(ann)).toContainText('Live.')
    await tabAndPress(ann, ann.getByRole('button', { name: 'Pause new answers' }))
    await expect(live(ann)).toContainText('Paused by you')
    await desk(kit).answer('At half past nine, on Tuesdays and Thursdays.')
    await expect(live(ben)).toContainText('1 new answer')
    await expectGated(ben, 'live questions with something new')

    // The server goes away. Everybody keeps what they have, and what they were writing.
    await desk(kit).take('What does the bus cost?')
    await kit.keyboard.type('Two pounds.')
    await server.stop()
    await expect(live(ben)).toContainText('Connection lost')
    await expect(live(ben)).toContainText('1 new answer')
    await server.start()
    await askQuestion(server, round.slug, 'Does the bus cost anything?')
    await tabAndPress(kit, kit.getByRole('button', { name: 'Send the answer' }))
    await expect(kit.getByRole('textbox', { name: 'The answer' })).toHaveCount(0)
    await expect(live(ben)).toContainText('2 new answers, 1 new question', { timeout: 60_000 })
    await expect(live(ben)).toContainText('Live.')
    await tabAndPress(ben, ben.getByRole('button', { name: 'Show 3 new' }))
    await expect(ben.getByRole('button', { name: /^Show/ })).toHaveCount(0)
    const whole = [
      'Does the bus cost anything?',
      'What does the bus cost?',
      'Two pounds.',
      'Is there a bus after nine?',
      'At half past nine, on Tuesdays and Thursdays.',
    ]
    expect(await shownOn(ben)).toEqual(whole)

    // Ann has seen none of it, and asks for it now: exactly the same.
    await expect(live(ann)).toContainText('Paused by you')
    await tabAndPress(ann, ann.getByRole('button', { name: 'Go on' }))
    await expect(live(ann)).toContainText('2 new answers, 1 new question', { timeout: 60_000 })
    await tabAndPress(ann, ann.getByRole('button', { name: 'Show 3 new' }))
    await expect.poll(() => shownOn(ann)).toEqual(whole)

    // One asks the same as another: a moderator joins them, and the end comes only when nothing is open.
    await tabAndPress(
      kit,
      kit.getByRole('button', { name: 'Join it with another : Does the bus cost anything?' }),
    )
    await expect(kit.getByRole('combobox', { name: 'Which question asks the same?' })).toBeFocused()
    await kit.keyboard.type('What does')
    await tabAndPress(kit, kit.getByRole('button', { name: 'Join them' }))
    await expect(inSection(kit, 'Joined')).toContainText('Joined with “What does the bus cost?”')
    await askQuestion(server, round.slug, 'When is my own appointment?')
    await tabTo(kit, kit.getByRole('button', { name: 'Show how it stands now' }), {
      key: 'Shift+Tab',
    })
    await kit.keyboard.press('Enter')
    await expect(question(kit, 'When is my own appointment?')).toBeVisible()
    await closeRound(server, round.slug)
    await kit.reload()
    await expect(inSection(kit, 'Finish')).toContainText(
      '1 question has neither an answer nor a reason.',
    )
    await expect(kit.getByRole('button', { name: 'Finish for good' })).toHaveCount(0)
    await desk(kit).giveReason('When is my own appointment?', 'It is about one person’s care')
    await expectGated(kit, 'the desk of live questions')
    await tabAndPress(kit, kit.getByRole('button', { name: 'Finish for good' }))
    await tabAndPress(kit, kit.getByRole('button', { name: 'Yes, finish' }))
    await expect(kit.getByText('Nothing here changes any more.')).toBeVisible()

    await ben.goto(`${round.path}/transcript`)
    await expectPage(ben, 'Transcript: Ask about the evening clinics')
    await expect(ben.locator('main')).toContainText(
      '4 questions: 3 answered, 1 with a reason why not.',
    )
    await expectGated(ben, 'the transcript')
    await ben.setViewportSize({ width: 320, height: 640 })
    await expectFits(ben)

    // With her private code Ann reads on any device what became of her question.
    await ben.goto(`${round.path}/mine`)
    await ben.getByRole('textbox', { name: 'Private code' }).fill(code)
    await ben.getByRole('button', { name: 'Find it' }).click()
    await ben.getByRole('link', { name: 'Is there a bus after nine?' }).click()
    await expect(inSection(ben, 'What became of your question')).toContainText(
      'At half past nine, on Tuesdays and Thursdays.',
    )
  } finally {
    for (const context of contexts) await context.close()
    await server.dispose()
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page of live questions is whole, with its order in words', async ({ page }) => {
    const server = await startServer()
    try {
      const round = await questionsRound(server)
      await askQuestion(server, round.slug, 'Is there a bus?')
      await askQuestion(server, round.slug, 'Is there a lift?')
      await page.goto(server.origin + round.path)
      await expect(inSection(page, 'Next, in this order')).toContainText(
        'The question that most people want comes first.',
      )
      expect(await shownOn(page)).toEqual(['Is there a bus?', 'Is there a lift?'])
      await expect(page.getByRole('button', { name: /Pause|I want to know/ })).toHaveCount(0)
      await expect(page.getByText('Load it again to see what is new.')).toBeVisible()
    } finally {
      await server.dispose()
    }
  })
})
