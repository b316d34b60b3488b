import { expect, type Page } from '@playwright/test'
import { deskOrigin, staffCommand } from '../staff.ts'
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
  at('/desk/concerns', 'Urgent concerns'),
  at('/desk/concerns/words', 'Words that suggest an urgent concern'),
  at('/desk/balance', 'Balance of discussions'),
  at('/desk/audit', 'Who did what'),
  at('/desk/audit?day_day=31&day_month=2&day_year=2027', 'Who did what'),
]
