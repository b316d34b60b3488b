import { expect, type Page } from '@playwright/test'
import { consultation, publish } from '../support/garden.ts'
import { send, type SentResponse } from '../support/sent-response.ts'
import { startServer, test } from '../support/server.ts'
import { deskOrigin, signInAsStaff } from '../support/staff.ts'
import { expectOpenToAll } from '../support/states.ts'

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().press('Enter')

/** What the person finds on another device. */
async function openResponse(page: Page, origin: string, { reference, code }: SentResponse) {
  await page.goto(`${origin}/open-response`)
  await page.getByLabel('Reference').fill(reference)
  await page.getByLabel('Private code').fill(code)
  await page.getByRole('button', { name: 'Open my response' }).press('Enter')
}

test('staff take a name out of a response, and two of them erase another; both people are told', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const server = await startServer({ TAKEPART_SAMPLE: 'none' })
  const contexts = [
    await browser.newContext(),
    await browser.newContext(),
    await browser.newContext(),
  ] as const
  const ros = await contexts[0].newPage()
  const kit = await contexts[1].newPage()
  const person = await contexts[2].newPage()
  const garden = consultation('garden')
  const desk = `${deskOrigin(server)}/desk/consultations/${garden.id}`
  try {
    await publish(server, garden)
    const why = 'Nurse Wren Holm said so. It is quiet.'
    const named = await send(server, 'garden', {
      use: { kind: 'one-of', choice: 'sit' },
      why: { kind: 'long-text', text: why },
    })
    const other = await send(server, 'garden', {
      use: { kind: 'one-of', choice: 'grow' },
      why: { kind: 'long-text', text: 'My neighbour is ill.' },
    })
    await signInAsStaff(ros, server, { name: 'Ros Amery', roles: ['analyst'] })

    await test.step('words are chosen, a reason is asked for, and it is asked once more', async () => {
      await ros.goto(`${desk}/responses/${named.reference}`)
      await press(ros, 'Take words out of “Why do you think so?”')
      await expect(ros.locator('#take-out-title')).toBeFocused()
      await press(ros, 'Go on')
      await expect(ros.getByRole('group', { name: 'There is a problem' })).toBeFocused()
      await ros.getByLabel('Words to take out').focus()
      await ros.keyboard.type('Wren Holm')
      await ros.keyboard.press('Enter')
      await expect(ros.getByText('Nurse [name removed because')).toBeVisible()
      await expectOpenToAll(ros, 'taking words out of a response')
      await ros.getByRole('radio', { name: 'It shows who somebody is' }).press('Space')
      await press(ros, 'Go on')
      await expect(ros.getByRole('button', { name: 'No, leave them' })).toBeFocused()
      await expectOpenToAll(ros, 'taking words out for good')
      await press(ros, 'Yes, take them out for good')
      await expect(ros.getByRole('heading', { name: 'Taken out' })).toBeFocused()
      await expect(ros.getByText('Ros Amery took words out of')).toBeVisible()
      expect(await ros.content()).not.toContain('Wren')
      await ros.goto(`${desk}/responses?find=Wren`)
      await expect(ros.getByText('No response fits.')).toBeVisible()
    })

    await test.step('one asks for a response to be erased, another does it', async () => {
      await ros.goto(`${desk}/responses/${other.reference}`)
      await ros.getByText('Ask a colleague to erase it').press('Enter')
      await ros.getByRole('radio', { name: 'The person who wrote it asked us to' }).press('Space')
      await press(ros, 'Ask to erase it')
      await expect(
        ros.getByRole('heading', { name: 'Somebody asked to erase this response' }),
      ).toBeFocused()
      await expect(ros.getByRole('button', { name: 'Erase it' })).toHaveCount(0)
      await signInAsStaff(kit, server, { name: 'Kit Osei', roles: ['analyst'] })
      await kit.reload()
      await kit
        .getByRole('link', { name: `Response ${other.reference} is to be erased` })
        .first()
        .press('Enter')
      await press(kit, 'Erase it')
      await expect(kit.getByRole('button', { name: 'No, not now' })).toBeFocused()
      await expectOpenToAll(kit, 'erasing a response for good')
      await press(kit, 'Yes, erase it for good')
      await expect(kit.getByText('The words of this response are gone.')).toBeFocused()
      expect(await kit.content()).not.toContain('neighbour')
    })

    await test.step('the ledger says both and adds up', async () => {
      await kit.goto(`${desk}/ledger?line=erased`)
      await expect(kit.getByText('1 and 1 make 2: it adds up.')).toBeVisible()
      await expect(kit.getByText(/took words out of 1 response for good/)).toBeVisible()
      await expect(
        kit.getByText(/erased 1 response for good.*The person who wrote it asked us to/),
      ).toBeVisible()
      await expect(kit.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
    })

    await test.step('each person is told the truth', async () => {
      await openResponse(person, server.origin, named)
      await expect(
        person.getByText('Nurse [name removed because it shows who somebody is] said so.'),
      ).toBeVisible()
      await press(person, 'See what became of what you wrote')
      await expect(person.getByText(/We took words out of your answer to/)).toBeVisible()
      await openResponse(person, server.origin, other)
      await expect(person.getByRole('heading', { level: 1 })).toHaveText(
        'We have erased your response',
      )
      await press(person, 'See why we erased it')
      await expect(person.getByText('You asked us to, or somebody asked for you.')).toBeVisible()
      await expectOpenToAll(person, 'a response that was erased')
    })
  } finally {
    for (const context of contexts) await context.close()
    await server.dispose()
  }
})
