import { expect, type Page } from '@playwright/test'
import { continueOn, expectQuestion, sendShortResponse, startAnswering } from '../answering.ts'
import type { Published } from '../consultations.ts'
import type { RunningServer } from '../server.ts'
import { askQuestion, questionsRound } from '../rounds.ts'
import { setSettings } from '../settings.ts'
import { problems } from '../states.ts'
import { expectPage } from '../steps.ts'
import type { CheckOfPage } from './run-gate.ts'

interface There {
  readonly page: Page
  readonly server: RunningServer
  readonly clinics: Published
}

/** A page, or a state of one, that the gate goes over. */
export interface GatedPage {
  /** As it stands in a sentence: "… keeps nobody out". */
  readonly name: string
  readonly open: (there: There) => Promise<unknown>
  /** Its address, when the page is whole at it. */
  readonly path?: string
  /** What the browser may complain of: the status of a page or a file that is not there. */
  readonly complaint?: RegExp
  /** The checks that it is gone over with, when not all of them. */
  readonly only?: readonly CheckOfPage[]
}

const sample = '/consultations/mental-health-help-in-the-community'

const addressOf = (path: string, clinics: Published): string =>
  path.replace(':clinics', clinics.path)

/** A page with an address of its own and nothing to do on it: one line. */
const at = (path: string, heading: string | RegExp, complaint?: RegExp): GatedPage => ({
  name: path,
  path,
  open: async ({ page, clinics }) => {
    await page.goto(addressOf(path, clinics))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  },
  ...(complaint ? { complaint } : {}),
})

/** The same of a consultation with pictures: what offers to keep them comes once the page is quiet, and would come in the middle of a walk. */
const withPictures = (page: GatedPage): GatedPage => ({
  ...page,
  open: async (there) => {
    await page.open(there)
    await there.page.locator('#kept-media-button').waitFor()
  },
})

/** A state of a page that somebody gets to by doing something. */
const state = (name: string, open: GatedPage['open']): GatedPage => ({ name, open })

const answerFirst = async ({ page, clinics }: There): Promise<void> => {
  await startAnswering(page, clinics)
  await page.getByLabel('Yes', { exact: true }).check()
  await continueOn(page)
  await expectQuestion(page, 'How do you travel to the clinic?')
}

/** Every page of Takepart, and the states that a journey does not pass through with all the checks. */
export const pages: readonly GatedPage[] = [
  at('/', 'Tell us what you think'),
  at('/?search=clinic', 'What we found'),
  withPictures(at(sample, /^Where should you find mental health help/)),
  at(`${sample}/read/the-three-options`, /^The three options/),
  at(`${sample}/all-questions`, 'All the questions'),
  at('/consultations/leaving-hospital', /^What should your first week home/),
  at('/consultations/letters-and-messages/outcome', /^What we decided/),
  at('/help', 'Help'),
  at('/help-now', 'I need help now'),
  at('/privacy', /./),
  at('/accessibility', 'Accessibility statement'),
  at('/display-settings', 'Display and reading settings'),
  at(`${sample}/large-print`, /./),
  withPictures(at(`${sample}/in/easy-read`, /./)),
  at(`${sample}/in/easy-read/sections/getting-there`, /./),
  withPictures(at(`${sample}/in/ar`, /./)),
  at(`${sample}/another-way`, /./),
  at('/rounds/ask-about-the-three-options', 'Ask us about the three options'),
  at('/rounds/ask-about-the-three-options/transcript', /^Transcript/),
  state('live questions with something new', async ({ page, server }) => {
    const { slug, path } = await questionsRound(server)
    await askQuestion(server, slug, 'Is there a bus?')
    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Pause new answers' })).toBeVisible()
    await askQuestion(server, slug, 'Is there a lift?')
    await expect(page.getByRole('button', { name: 'Show 1 new' })).toBeVisible()
  }),
  at('/nowhere', 'There is no page here', /status of 404/),
  at('/my-responses', 'My drafts and responses'),
  at('/open-response', 'Open your response'),
  // Each pattern is gone over by itself in patterns.browser.test.ts, and on the pages that use it.
  {
    ...at('/patterns', /./, /example\.vtt/),
    only: ['axe', 'structure', 'reflow', 'looks', '200 %'],
  },
  at('/clear-this-device', 'Clear this device'),
  at(':clinics/answer', 'Before you start'),
  state('a page of questions as it is without a script', async ({ page, clinics }) => {
    const path = `${clinics.path}/questions/been`
    await page.route(`**${path}`, async (route) => {
      const response = await route.fetch()
      const html = (await response.text())
        .replaceAll(/<script\b.*?<\/script>/gs, '')
        .replaceAll(/<\/?noscript>/g, '')
      await route.fulfill({ response, body: html })
    })
    await page.goto(path)
    await expect(page.getByText('your browser needs JavaScript')).toBeVisible()
  }),
  state('Easy Read without its pictures', async ({ page }) => {
    await page.goto(`${sample}/in/easy-read/read/the-three-options`)
    const pictures = page.locator('.easy img')
    await expect(pictures.first()).toBeVisible()
    await setSettings(page, { symbols: 'off' })
    expect(
      await pictures.evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('alt')),
      ),
      'pictures without words',
    ).not.toContain('')
  }),
  state('every kind of question, with an error', async ({ page, clinics }) => {
    await startAnswering(page, clinics, { paging: 'all' })
    await page.getByLabel('Yes', { exact: true }).check()
    await page.getByLabel('How many minutes').fill('many')
    await page.getByLabel('Day').fill('40')
    await page.getByLabel('What else should we know?').fill('x'.repeat(320))
    await continueOn(page)
    await problems(page).waitFor()
  }),
  state('a question with an error, and everything open', async (there) => {
    const { page } = there
    await answerFirst(there)
    await page.getByLabel('Another way').check()
    await continueOn(page)
    await problems(page).waitFor()
    await page.getByText('Show the questions another way').click()
    await page.getByText('Help with this').click()
  }),
  state('the answers to check', async (there) => {
    const { page, clinics } = there
    await answerFirst(there)
    await page.goto(`${clinics.path}/check`)
    await expectPage(page, 'Check your answers')
  }),
  state('a response that was received, and asked to be taken back', async ({ page, clinics }) => {
    await sendShortResponse(page, clinics, 'The car park is dark.')
    await page.getByRole('button', { name: 'Withdraw my response' }).click()
    await page.getByRole('button', { name: 'No, keep it' }).waitFor()
  }),
]

/** Pages of questions, which the server sends whole as well, and which a script then takes over. */
const otherPages = [
  ':clinics/questions/been',
  ':clinics/questions/first',
  ':clinics/sections/change',
  ':clinics/questions',
  '/?search=nothing+has+this',
]

/** Every address that the server makes a page for, one of each kind. */
export const serverPages = (clinics: Published): readonly string[] =>
  [...pages.flatMap(({ path }) => path ?? []), ...otherPages].map((path) =>
    addressOf(path, clinics),
  )
