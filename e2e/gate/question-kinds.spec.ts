import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Consultation } from '../../packages/shared/src/domain/consultation/consultation.ts'
import type { Question } from '../../packages/shared/src/domain/question/question.ts'
import { continueOn, startAnswering } from '../support/answering.ts'
import { toldOf, type Told } from '../support/gate/names.ts'
import { selectorOf, wantedOf } from '../support/gate/wanted.ts'
import { test } from '../support/journey.ts'
import { problems } from '../support/states.ts'

const file = fileURLToPath(new URL('../support/evening-clinics.json', import.meta.url))

const questions = async (): Promise<readonly Question[]> =>
  (JSON.parse(await readFile(file, 'utf8')) as Consultation).sections.flatMap(
    (section) => section.questions,
  )

const told = async (page: Page, question: Question): Promise<readonly Told[]> => {
  const browser = await page.context().newCDPSession(page)
  const found = await toldOf(page, browser, selectorOf(question))
  await browser.detach()
  return found
}

const inLines = (controls: readonly Told[]): readonly string[] =>
  controls.map(
    ({ role, name, description, invalid }) =>
      `${role} “${name}”${description ? ` — ${description}` : ''}${invalid ? ' (has a problem)' : ''}`,
  )

/** What is wrong once Continue has been pressed, and the words for it. */
const wrong: Readonly<Record<string, string>> = {
  travel: 'Select how you travel to the clinic',
  minutes: 'Enter a number in figures, like 12, for how many minutes the journey takes',
  why: 'What else we should know must be 300 characters or fewer. You have used 320.',
  day: 'The day must be a number from 1 to 31, for the day you last came. The month must be a number from 1 to 12, or its name, like March, for the day you last came',
}

test('every control of every kind of question has the name and the description that it needs, with a problem and without', async ({
  page,
  clinics,
}) => {
  const all = await questions()
  await startAnswering(page, clinics, { paging: 'all' })
  await page.getByLabel('Yes', { exact: true }).check()
  await page.getByLabel('You may publish some of my words').check()
  for (const question of all)
    expect
      .soft(inLines(await told(page, question)), question.kind)
      .toEqual(inLines(wantedOf(question)))

  await page.getByLabel('How many minutes').fill('many')
  await page.getByLabel('What else should we know?').fill('x'.repeat(320))
  await page.getByLabel('Day').fill('40')
  await page.getByLabel('Month').fill('13')
  await page.getByLabel('Year').fill('2025')
  await continueOn(page)
  await expect(problems(page)).toBeFocused()
  for (const question of all.filter(({ id }) => id in wrong))
    expect
      .soft(inLines(await told(page, question)), `${question.kind}, with a problem`)
      .toEqual(inLines(wantedOf(question, wrong[question.id])))
})
