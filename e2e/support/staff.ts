import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type CDPSession, type Page } from '@playwright/test'
import type { RunningServer } from './server.ts'

const command = fileURLToPath(
  new URL('../../packages/server/dist/staff-command.js', import.meta.url),
)

export type StaffRole = 'author' | 'moderator' | 'analyst' | 'publisher' | 'administrator'

/** Who signs in; with no roles named, all five. */
export interface StaffPerson {
  readonly name?: string
  readonly roles?: readonly StaffRole[]
}

const allRoles: readonly StaffRole[] = [
  'author',
  'moderator',
  'analyst',
  'publisher',
  'administrator',
]

/** The server's origin by the one name for which browsers make passkeys on a person's own machine. */
export const deskOrigin = ({ port }: Pick<RunningServer, 'port'>): string =>
  `http://localhost:${port}`

/** Runs `npm run staff -- …` on the server's database; answers what it wrote. */
export async function staffCommand(
  server: Pick<RunningServer, 'dataFolder' | 'port'>,
  ...words: readonly string[]
): Promise<string> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(server.port),
    TAKEPART_DATA: join(server.dataFolder, 'data'),
  }
  const child = spawn(process.execPath, [command, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => {
    written.out += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    written.err += part.toString()
  })
  const code = await new Promise((resolve) => {
    child.once('close', resolve)
  })
  expect(code, `staff ${words.join(' ')}: ${written.out}${written.err}`).toBe(0)
  return written.out.trim()
}

/** A key of the page's own, which answers by itself, as a device does that somebody unlocks at once. */
export async function givePasskeys(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

/** The link for the first member of staff, which the server says when it starts on an empty database. */
export async function firstStaffLink(server: Pick<RunningServer, 'log' | 'port'>): Promise<string> {
  await expect.poll(() => server.log()).toMatch(/\/desk\/join\/[\w-]{43}/)
  const [path = ''] = /\/desk\/join\/[\w-]{43}/.exec(server.log()) ?? []
  return deskOrigin(server) + path
}

/**
 * Somebody with these roles joins by a link and is signed in, at the first page of the desk. The page gets passkeys of its
 * own, which stay with it: it can sign out and in again. Each call makes another person.
 */
export async function signInAsStaff(
  page: Page,
  server: Pick<RunningServer, 'dataFolder' | 'port'>,
  { name = 'Ash Fell', roles = allRoles }: StaffPerson = {},
): Promise<void> {
  const words = ['invite', '--name', name, ...roles.flatMap((role) => ['--role', role])]
  const link = await staffCommand(server, ...words)
  await givePasskeys(page)
  await page.goto(link)
  await deskHydrated(page)
  await page.getByRole('button', { name: 'Make my passkey and join' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What needs you today' })).toBeVisible()
}

/** The page of the desk does what its buttons say: until its script has hydrated it, pressing one does nothing. */
export async function deskHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const element = document.getElementById('main')?.firstElementChild
    return (
      !element?.localName.includes('-') || ('hasUpdated' in element && element.hasUpdated === true)
    )
  })
}

/** The session of whoever is signed in on this page ends, as it does after 30 minutes, while the page stays open. */
export async function endStaffSession(page: Page): Promise<void> {
  await page.context().clearCookies({ name: '__Host-takepart-staff' })
}
