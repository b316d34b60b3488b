import { expect, type Page } from '@playwright/test'
import { consultation, inMs, publish } from '../support/garden.ts'
import { send } from '../support/sent-response.ts'
import { startServer, test, type RunningServer } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'

const letter = 'Please keep the garden for growing food, because the kitchen can use what we grow.'

async function respond(server: RunningServer, use: string, why?: string): Promise<void> {
  await send(server, 'garden', {
    use: { kind: 'one-of', choice: use },
    ...(why === undefined ? {} : { why: { kind: 'long-text', text: why } }),
  })
}

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().press('Enter')

async function type(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

test('two members of staff go from the ledger to a published outcome, by keyboard', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const [one, two] = [await browser.newContext(), await browser.newContext()]
  const [ros, kit] = [await one.newPage(), await two.newPage()]
  const garden = consultation('garden')
  const desk = `${deskOrigin(server)}/desk/consultations/${garden.id}`
  try {
    await publish(server, garden)
    for (let sent = 0; sent < 20; sent += 1) await respond(server, 'grow')
    for (let sent = 0; sent < 3; sent += 1) await respond(server, 'grow', letter)
    await respond(server, 'sit')
    await publish(server, { ...garden, closesAt: inMs(-1000) })

    await signInAsStaff(ros, server, { name: 'Ros Amery', roles: ['analyst', 'author'] })
    await ros.reload()
    await ros.getByRole('link', { name: /^Write the outcome/ }).press('Enter')
    await expect(ros.getByRole('heading', { level: 1 })).toHaveText('We asked, you said, we did')

    // The ledger: three copies of one letter, and one response that was a test.
    await ros.goto(`${desk}/ledger?line=in-time`)
    await press(ros, 'Look for the same words')
    await expect(ros.getByText('3 responses with the same words, or nearly')).toBeVisible()
    await type(ros, 'What is this campaign called?', 'Letter about the kitchen')
    await ros.keyboard.press('Enter')
    await expect(ros.getByText('Written down. 3 responses moved.')).toBeAttached()
    await expect(ros.getByText(/labelled 3 responses as a campaign/).first()).toBeVisible()
    await ros.locator('#chosen').focus()
    await ros.keyboard.press('Space')
    await press(ros, 'Write the decision down')
    await expect(ros.locator('#error-summary')).toBeFocused()
    await ros.getByRole('radio', { name: 'Leave them out, for a reason' }).press('Space')
    await ros.getByRole('radio', { name: 'A test' }).press('Space')
    await type(ros, 'In your own words, why?', 'Sent by our own staff.')
    await press(ros, 'Write the decision down')
    await expect(ros.getByText(/left 1 response out/).first()).toBeVisible()
    await expect(ros.getByText('23 and 1 make 24: it adds up.')).toBeVisible()
    await ros.getByRole('button', { name: /^Undo.*left 1 response out/ }).press('Enter')
    await expect(ros.getByText('24 and 0 make 24: it adds up.')).toBeVisible()

    // A paper form, read back and stored, with a receipt for the person.
    await ros.getByRole('link', { name: 'Enter a response', exact: true }).press('Enter')
    for (const name of ['On which day was it written or said?', 'On which day did it reach us?']) {
      const group = ros.getByRole('group', { name })
      const [year = '', month = '', day = ''] = inMs(0).slice(0, 10).split('-')
      for (const [label, words] of [
        ['Day', day],
        ['Month', month],
        ['Year', year],
      ] as const) {
        await group.getByLabel(label).focus()
        await ros.keyboard.type(words)
      }
    }
    await press(ros, 'Go on to read it back')
    await expect(ros.locator('#error-summary')).toBeFocused()
    await ros.getByRole('radio', { name: 'Growing food' }).press('Space')
    await press(ros, 'Go on to read it back')
    await expect(ros.getByRole('heading', { name: 'Read it back' })).toBeFocused()
    await ros.getByRole('checkbox', { name: /^It was read back/ }).press('Space')
    await press(ros, 'Store the response')
    await expect(ros.getByRole('heading', { name: 'The response is stored' })).toBeFocused()
    await expect(ros.getByText(/^Its reference is [A-Z]{4}-\d{4}\.$/)).toBeVisible()

    // Themes: one is made, and given to a sentence of the first answer.
    await ros.getByRole('link', { name: 'Themes', exact: true }).press('Enter')
    await expect(ros.getByText('3 answers left for you to read.')).toBeVisible()
    await type(ros, 'What is it called?', 'Food')
    await type(ros, 'What belongs to it, and what does not?', 'Growing and cooking food.')
    await press(ros, 'Add the theme')
    await expect(ros.getByRole('heading', { name: 'The codebook, version 1' })).toBeFocused()
    await press(ros, 'Give this theme')
    await expect(ros.locator('#error-summary')).toBeFocused()
    await ros.getByRole('checkbox', { name: letter }).press('Space')
    await ros.getByRole('radio', { name: 'Food' }).press('Space')
    await press(ros, 'Give this theme')
    await expect(ros.getByRole('heading', { name: 'Given to this answer so far' })).toBeFocused()
    await press(ros, 'I have read it: next answer')
    await expect(ros.getByText('2 answers left for you to read.')).toBeVisible()
    await expect(ros.getByText('in 1 answer')).toBeVisible()

    // We asked, you said, we did.
    await ros.goto(`${desk}/outcome`)
    await press(ros, 'Freeze the results as they are now')
    await expect(ros.getByText(/^Frozen .* from 25 responses/)).toBeVisible()
    await type(ros, 'What you decided, in two or three sentences', 'The garden is for food.')
    await type(ros, 'We asked', 'What should the garden be for?')
    await press(ros, 'Add a point')
    await expect(ros.getByRole('textbox', { name: 'What is this point about?' })).toBeFocused()
    await ros.keyboard.type('Growing food')
    await type(ros, 'You said', 'Nearly 30 of 25 people want to grow food.')
    await ros.getByRole('checkbox', { name: 'What should it be for?' }).press('Space')
    await ros.getByRole('checkbox', { name: 'Food' }).press('Space')
    await ros.getByRole('radio', { name: 'Part of this' }).press('Space')
    await type(ros, 'What you do, and why', 'Half of the ground is for food from April.')
    await press(ros, 'Save')
    await expect(ros.getByText(/“30” is not in the frozen results/)).toBeVisible()
    await type(ros, 'You said', 'Most of 25 people want to grow food.')
    await press(ros, 'Save')
    await expect(ros.getByText('Nothing is left to do.')).toBeVisible()
    await press(ros, 'Ask for a signature')
    await expect(ros.getByText('You asked for it, so somebody else')).toBeVisible()

    await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['publisher'] })
    await kit.reload()
    await kit.getByRole('link', { name: /^Read and sign/ }).press('Enter')
    await press(kit, 'I have read it, and I sign and publish')
    await expect(kit.getByText(/^Published .* signed by Kit Osei/)).toBeVisible()

    await kit.goto(`${server.origin}/consultations/garden/outcome`)
    await expect(kit.getByRole('heading', { level: 1 })).toHaveText(/^What we decided/)
    await expect(kit.getByText('We did part of this.')).toBeVisible()
    const csv = await (await fetch(`${server.origin}/consultations/garden/outcome.csv`)).text()
    expect(csv).toContain('use,What should it be for?,Sitting,*')
    const json = (await (
      await fetch(`${server.origin}/consultations/garden/outcome.json`)
    ).json()) as { responses: number }
    expect(json.responses).toBe(25)

    await ros.goto(`${desk}/evidence`)
    await expect(ros.getByText(/Ros Amery asked, and Kit Osei signed\./)).toBeVisible()
    await expect(ros.getByText(/used the same words as a campaign/)).toBeVisible()
  } finally {
    await one.close()
    await two.close()
    await server.dispose()
  }
})
