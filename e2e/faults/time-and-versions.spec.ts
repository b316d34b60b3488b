import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Consultation } from '../../packages/shared/src/domain/consultation/consultation.ts'
import type { Receipt } from '../../packages/shared/src/domain/response/response.ts'
import type { Result } from '../../packages/shared/src/domain/core/result.ts'
import { calls, test } from '../support/faults.ts'
import { consultation, inMs, publish } from '../support/garden.ts'
import * as person from '../support/respondent.ts'
import type { RunningServer } from '../support/server.ts'

const { words } = person
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Posts bytes as they are; what the call answers. */
async function post(server: RunningServer, call: string, body: string): Promise<Result<Receipt>> {
  const answer = await fetch(`${server.origin}/trpc/response.${call}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-takepart': '1' },
  })
  const { result } = (await answer.json()) as { result?: { data: Result<Receipt> } }
  if (!result) throw new Error(`response.${call} was answered with ${answer.status}`)
  return result.data
}

test('F07: delivered again after closing, and 30 days later, it is answered with the receipt of the first time', async ({
  page,
  server,
  line,
  oracle,
  expectAllHolds,
}) => {
  await publish(server, consultation('meadow'))
  await person.begin(page, { slug: 'meadow' })
  await person.answer(page, 'Delivered before closing, heard of after it')
  await person.goToCheck(page)
  await line.set({ kind: 'drop-response' }, calls)
  const sent = page.waitForRequest((request) => calls.test(new URL(request.url()).pathname))
  await person.send(page, words.waiting)
  const body = (await sent).postData() ?? ''
  await expect.poll(async () => (await oracle.stored()).length).toBe(1)
  await publish(server, consultation('meadow', { closesAt: inMs(-1) }))
  await line.set({ kind: 'pass' })
  await person.sendNow(page)
  await expect(heading(page)).toHaveText(words.received)
  const reference = await person.referenceOn(page)
  const another = JSON.stringify({ ...JSON.parse(body), responseId: crypto.randomUUID() })
  expect(await post(server, 'submit', another), 'one that is new is too late').toMatchObject({
    ok: false,
  })
  const monthLater = JSON.stringify({ ...JSON.parse(body), sentAt: inMs(30 * 86_400_000) })
  for (const again of [body, monthLater]) {
    expect(await post(server, 'submit', again)).toMatchObject({
      ok: true,
      value: { reference, late: false, revision: 1, state: 'received' },
    })
  }
  expect((await expectAllHolds()).rows).toMatchObject([{ reference, late: false }])
})

test('F27: what was finished before closing and waited is kept, and marked late', async ({
  context,
  page,
  server,
  expectAllHolds,
}) => {
  await publish(server, consultation('orchard'))
  await person.keep(page, 'orchard')
  await person.begin(page, { slug: 'orchard' })
  await person.answer(page, 'Finished in time')
  await person.goToCheck(page)
  await context.setOffline(true)
  await person.send(page, words.waiting)
  await publish(server, consultation('orchard', { closesAt: inMs(-1) }))
  await context.setOffline(false)
  await expect(heading(page)).toHaveText(words.received)
  await expect(page.getByRole('main')).toContainText(
    'It reached us after the consultation had closed. We have kept it and marked it late.',
  )
  expect((await expectAllHolds()).rows).toMatchObject([
    { late: true, answers: { why: { text: 'Finished in time' } } },
  ])
})

test('F27: what was finished after closing is refused in words, and stays on the device', async ({
  context,
  page,
  server,
  expectAllHolds,
}) => {
  await publish(server, consultation('pond'))
  await person.keep(page, 'pond')
  await person.begin(page, { slug: 'pond' })
  await person.answer(page, 'Begun in time, ')
  await context.setOffline(true)
  const closesAt = inMs(1500)
  await publish(server, consultation('pond', { closesAt }))
  await person.whyField(page).focus()
  await page.keyboard.press('End')
  while (Date.now() <= Date.parse(closesAt)) await page.keyboard.type('and on. ', { delay: 30 })
  await page.keyboard.type('Finished too late.')
  const text = await person.whyField(page).inputValue()
  await person.goToCheck(page)
  await person.send(page, words.waiting)
  await context.setOffline(false)
  await expect(heading(page)).toHaveText(words.refused)
  await expect(page.getByRole('main')).toContainText(
    /This consultation closed on .*You can still copy or download what you wrote/,
  )
  await expect(page.getByRole('main')).toContainText(text)
  const { records, rows } = await expectAllHolds()
  expect(rows).toEqual([])
  expect(records.map(({ state, draft }) => [state, draft.answers['why']])).toEqual([
    ['refused', { kind: 'long-text', text }],
  ])
})

// Without a worker each page comes from the server, and so with the questions of the next version.
test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' })

  test('F28: a draft begun on one version is finished and taken as that version, while others answer the next', async ({
    page,
    server,
    expectAllHolds,
  }) => {
    const first = consultation('hedge')
    const [section] = first.sections
    const next: Consultation = {
      ...first,
      sections: [
        {
          ...section!,
          questions: [
            ...section!.questions.filter(({ id }) => id !== 'plant'),
            {
              id: 'age',
              kind: 'short-text',
              title: 'How old are you?',
              about: 'how old you are',
              mandatory: true,
            },
          ],
        },
      ],
    }
    await publish(server, first)
    await person.begin(page, { slug: 'hedge' })
    await person.answer(page, 'To the questions of the first version')
    await page.locator('#q-plant').fill('Hawthorn')
    await expect(person.savedLine(page)).toHaveText(words.saved)
    await publish(server, next)
    await page.reload()
    await expect(page.locator('#q-plant')).toHaveValue('Hawthorn')
    await expect(page.locator('#q-age')).toHaveCount(0)
    await person.goToCheck(page)
    await person.send(page)
    const device = await page.context().browser()!.newContext()
    const other = await device.newPage()
    await person.begin(other, { slug: 'hedge' })
    await person.answer(other, 'To the questions of the second version')
    await other.locator('#q-age').fill('Old enough')
    await expect(other.locator('#q-plant')).toHaveCount(0)
    await person.goToCheck(other)
    await person.send(other)
    const { rows } = await expectAllHolds({ contexts: [page.context(), device] })
    expect([...rows].sort((a, b) => a.version - b.version)).toMatchObject([
      {
        version: 1,
        answers: {
          plant: { text: 'Hawthorn' },
          why: { text: 'To the questions of the first version' },
        },
      },
      { version: 2, answers: { age: { text: 'Old enough' } } },
    ])
    await device.close()
  })
})

const recorded = fileURLToPath(new URL('recorded/', import.meta.url))

for (const release of readdirSync(recorded)) {
  test(`F47: the server takes what the ${release} sends, byte for byte`, async ({
    server,
    oracle,
  }) => {
    const bytes = (name: string) => readFileSync(`${recorded}${release}/${name}.json`, 'utf8')
    await publish(server, JSON.parse(bytes('consultation')) as Consultation)
    const received = await post(server, 'submit', bytes('submit'))
    expect(received).toMatchObject({
      ok: true,
      value: { revision: 1, state: 'received', late: false },
    })
    const { reference } = received.ok ? received.value : { reference: '' }
    const opened = bytes('read').replace(/[A-Z]{4}-\d{4}/, reference)
    const sent = JSON.parse(bytes('submit')) as { answers: unknown }
    expect(await post(server, 'read', opened)).toMatchObject({
      ok: true,
      value: { answers: sent.answers },
    })
    expect(await post(server, 'change', bytes('change'))).toMatchObject({
      ok: true,
      value: { reference, revision: 2 },
    })
    const changed = JSON.parse(bytes('change')) as { answers: unknown }
    expect((await oracle.stored()).map(({ answers }) => answers)).toEqual([changed.answers])
    expect(await post(server, 'withdraw', bytes('withdraw'))).toMatchObject({
      ok: true,
      value: { reference, state: 'withdrawn' },
    })
    const { rows } = await oracle.expectAllHolds({ shown: [{ reference }] })
    expect(rows).toMatchObject([{ reference, state: 'withdrawn', answers: null }])
  })

  test(`F47: a file that the ${release} saved is read, every record of it`, async ({
    page,
    server,
    oracle,
  }) => {
    await page.goto(`${server.origin}/my-responses`)
    await page
      .getByLabel('Bring in a file you saved before')
      .setInputFiles(`${recorded}${release}/device-file.json`)
    await expect(page.locator('#imported')).toHaveText('15 of 15 brought in.')
    // What waits in it is sent, and is for a consultation that this server has not.
    expect((await oracle.expectAllHolds({})).rows).toEqual([])
  })
}
