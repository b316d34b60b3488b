import { expect, type Page } from '@playwright/test'
import { askQuestion, questionsRound } from '../rounds.ts'
import { deskOrigin, staffCommand } from '../staff.ts'
import { consultation, publish, type Slug } from '../garden.ts'
import { send } from '../sent-response.ts'
import type { Published } from '../consultations.ts'
import type { RunningServer } from '../server.ts'
import type { CheckOfPage } from './run-gate.ts'

/** Somebody with every role is signed in, at the first page of the desk. */
interface AtDesk {
  readonly page: Page
  readonly server: RunningServer
  readonly clinics: Published
}

/** A page of the desk, or a state of one, that the gate goes over. */
export interface GatedDeskPage {
  /** As it stands in a sentence: "… keeps nobody out". */
  readonly name: string
  readonly open: (there: AtDesk) => Promise<unknown>
  /** The checks that it is gone over with, when not all of them. */
  readonly only?: readonly CheckOfPage[]
  /** What the browser may complain of: the status of a page that is not there. */
  readonly complaint?: RegExp
  readonly signedOut?: true
}

/** A page with an address of its own and nothing to do on it: one line. */
const at = (
  path: string,
  heading: string | RegExp,
  more: Partial<GatedDeskPage> = {},
): GatedDeskPage => ({
  name: path,
  open: async ({ page, server }) => {
    await page.goto(deskOrigin(server) + path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await page.waitForLoadState('networkidle')
  },
  ...more,
})

/** The same, and something done on it. */
const state = (
  name: string,
  [path, heading]: readonly [string, string | RegExp],
  act: (there: AtDesk) => Promise<unknown>,
): GatedDeskPage => ({
  name,
  open: async (there) => {
    await at(path, heading).open(there)
    await act(there)
  },
})

/** Somebody joins the desk beside whoever is signed in; the page of what they may do is open. */
async function openColleague({ page, server }: AtDesk, name: string): Promise<void> {
  await page.goto(`${deskOrigin(server)}/desk/staff`)
  const change = page.getByRole('link', { name: `what ${name} may do` }).first()
  await change.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`What ${name} may do`)
  await page.waitForLoadState('networkidle')
}

/** A page about what came in to a consultation, by the links that staff follow. */
const about = (link: string, heading: string | RegExp = link): GatedDeskPage => ({
  name: `“${link}” of a consultation`,
  open: async ({ page, server, clinics }) => {
    await page.goto(`${deskOrigin(server)}/desk/consultations`)
    await page
      .getByRole('link', { name: /^Results/ })
      .filter({ hasText: clinics.title })
      .press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results')
    await page.getByRole('link', { name: link, exact: true }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
    await page.waitForLoadState('networkidle')
  },
})

/** A page about a consultation that is being written. */
const writing = (tab: string, heading: string | RegExp): GatedDeskPage => ({
  name: `“${tab}” of a draft`,
  open: async ({ page, server }) => {
    await page.goto(`${deskOrigin(server)}/desk/consultations/new`)
    await page.getByRole('textbox', { name: /What is it called/ }).fill('Evening clinics')
    await page.getByRole('button', { name: 'Begin writing' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Title and summary' })).toBeVisible()
    await page.getByRole('link', { name: tab, exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
  },
})

/** A page about a discussion that is open. */
const talking = (tab: string, inside: string | RegExp): GatedDeskPage => ({
  name: `“${tab}” of a discussion`,
  open: async ({ page, server }) => {
    await page.goto(`${deskOrigin(server)}/desk/rounds`)
    await page
      .getByRole('link', { name: /^One better clinic/ })
      .first()
      .press('Enter')
    await page.getByRole('navigation').getByRole('link', { name: tab, exact: true }).press('Enter')
    await expect(page.getByRole('heading', { name: inside }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
  },
})
/** A consultation of its own with one response in words, whose page is open. */
async function openResponse({ page, server }: AtDesk, slug: Slug): Promise<void> {
  const published = consultation(slug)
  await publish(server, published)
  const { reference } = await send(server, slug, {
    use: { kind: 'one-of', choice: 'sit' },
    why: { kind: 'long-text', text: 'Nurse Wren Holm said so. It is quiet.' },
  })
  await page.goto(`${deskOrigin(server)}/desk/consultations/${published.id}/responses/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Response ${reference}`)
  await page.waitForLoadState('networkidle')
}

/**
 * Every page of the desk, and the states that matter. Whoever builds a page adds a line here; a page that needs something
 * to be there first makes it in `open`.
 */
export const deskPages: readonly GatedDeskPage[] = [
  at('/desk/sign-in?out', 'Sign in to the staff desk', { signedOut: true }),
  at('/desk/join/nothing-that-was-made', 'This link cannot be used', { signedOut: true }),
  {
    name: 'the page of a link',
    signedOut: true,
    open: async ({ page, server }) => {
      const words = ['invite', '--name', 'Bo Larch', '--role', 'author', '--role', 'publisher']
      await page.goto(await staffCommand(server, ...words))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Join the staff desk')
      await page.waitForLoadState('networkidle')
    },
  },
  at('/desk', 'What needs you today'),
  at('/desk/nowhere', 'There is no page here', { complaint: /status of 404/ }),
  at('/desk/sessions', 'Where you are signed in'),
  at('/desk/staff', 'Staff'),
  at('/desk/staff/invite', 'Invite a colleague'),
  state(
    'an invitation with nothing written',
    ['/desk/staff/invite', 'Invite a colleague'],
    async ({ page }) => {
      await page.getByRole('button', { name: 'Make their link' }).click()
      await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
    },
  ),
  state('a link that was made', ['/desk/staff/invite', 'Invite a colleague'], async ({ page }) => {
    await page.getByLabel('Their name').fill('Wren Holm')
    await page.getByLabel(/^Author/).check()
    await page.getByRole('button', { name: 'Make their link' }).click()
    await expect(page.getByRole('heading', { name: 'Give this link to Wren Holm' })).toBeFocused()
  }),
  {
    name: 'what a colleague may do',
    open: async (there) => {
      await openColleague(there, 'Kit Moss')
      await there.page.getByLabel(/^Only those they begin/).check()
    },
  },
  at('/desk/moderation', 'Moderation'),
  state(
    'the page at which live questions are answered',
    ['/desk/rounds', 'Discussions'],
    async ({ page, server }) => {
      const { id, slug } = await questionsRound(server)
      for (const words of ['Is there a bus?', 'Is there a lift?', 'Is there a bus in the evening?'])
        await askQuestion(server, slug, words)
      await page.goto(`${deskOrigin(server)}/desk/rounds/${id}/questions`)
      await page.getByRole('radio', { name: 'Jo Fenn' }).check()
      await page
        .getByRole('button', { name: /^Take it/ })
        .first()
        .click()
      await expect(page.getByRole('textbox', { name: 'The answer' })).toBeFocused()
      await page.reload()
      await expect(page.getByText('To answer here you need JavaScript')).toHaveCount(0)
    },
  ),
  at('/desk/concerns', 'Urgent concerns'),
  at('/desk/concerns/words', 'Words that suggest an urgent concern'),
  at('/desk/balance', 'Balance of discussions'),
  at('/desk/consultations', 'Consultations'),
  at('/desk/consultations/new', 'Write a consultation'),
  writing('Write', 'Title and summary'),
  writing('Bring in a file', 'Bring in a file'),
  writing('As people see it', /./),
  writing('Checks', 'Checks'),
  writing('History', 'History'),
  writing('Sign off and publish', 'Sign off and publish'),
  about('Results'),
  about('Responses'),
  about('Themes'),
  about('Where every response is'),
  about('Enter a response'),
  about('Who was expected'),
  about('Take answers away'),
  about('We asked, you said, we did'),
  about('Evidence pack'),
  at('/desk/requests', 'Requests'),
  at('/desk/rounds', 'Discussions'),
  at('/desk/rounds/new', 'New discussion'),
  talking('Summary', 'What came of it'),
  talking('As people see it', /./),
  talking('Sign off and publish', /./),
  {
    name: 'taking words out of a response',
    open: async (there) => {
      await openResponse(there, 'pond')
      await there.page.getByRole('button', { name: /^Take words out/ }).click()
      await there.page.getByLabel('Words to take out').fill('Wren Holm')
      await there.page.getByRole('button', { name: 'Take these words out' }).click()
      await there.page.getByRole('radio', { name: 'It shows who somebody is' }).check()
      await there.page.getByRole('button', { name: 'Go on' }).click()
      await expect(there.page.getByRole('button', { name: 'No, leave them' })).toBeFocused()
    },
  },
  {
    name: 'a response that somebody asked to erase',
    open: async (there) => {
      await openResponse(there, 'hedge')
      await there.page.getByText('Ask a colleague to erase it').click()
      await there.page.getByRole('radio', { name: 'We should never have held it' }).check()
      await there.page.getByRole('button', { name: 'Ask to erase it' }).click()
      await expect(there.page.getByRole('button', { name: 'I take it back' })).toBeVisible()
    },
  },
  at('/desk/site', 'Your Trust on this website'),
  state(
    'a Trust with nothing written',
    ['/desk/site', 'Your Trust on this website'],
    async ({ page }) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused()
    },
  ),
  at('/desk/site/samples', 'Take the samples away'),
  at('/desk/audit', 'Who did what'),
  at('/desk/audit?day_day=31&day_month=2&day_year=2027', 'Who did what'),
]
