import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { StaffApi } from '../../api/staff-api.ts'
import { deskPage, leaveDesk } from '../../test-support/desk.ts'
import { signInAgain } from './sign-in-again.ts'
import { signedInChannel } from './signed-in-channel.ts'

const dialog = (): HTMLDialogElement | null => document.querySelector('dialog')
const named = (words: string): HTMLElement =>
  [...document.querySelectorAll<HTMLElement>('dialog button, dialog a')].find(
    ({ textContent }) => textContent?.trim() === words,
  )!

/** A server that cannot be reached. */
const away = {
  account: { beginSigningIn: { mutate: async () => Promise.reject(new Error('away')) } },
} as unknown as StaffApi

beforeEach(() => {
  deskPage('p', {}, html`<button type="button" id="act">Do it</button>`)
  document.getElementById('act')?.focus()
})
afterEach(async () => {
  if (dialog()) await userEvent.keyboard('{Escape}')
  leaveDesk()
})

describe('signing in again in place', () => {
  it('asks in a dialog whose title is read first, over the page as it stands', () => {
    void signInAgain(away)
    expect(dialog()?.open).toBe(true)
    expect(document.activeElement?.textContent).toBe('Sign in to go on')
    expect(dialog()?.getAttribute('aria-labelledby')).toBe(document.activeElement?.id)
    expect(document.getElementById('act')).not.toBeNull()
  })

  it('is one dialog for however many acts found the session ended, and all of them hear of it', async () => {
    const all = [signInAgain(away), signInAgain(away), signInAgain(away)]
    expect(document.querySelectorAll('dialog')).toHaveLength(1)
    await userEvent.click(named('Not now'))
    expect(await Promise.all(all)).toEqual([false, false, false])
    expect(dialog()).toBeNull()
  })

  it('goes back to the page by Escape, with the focus where it was, and says that the person is signed out', async () => {
    const asked = signInAgain(away)
    await userEvent.keyboard('{Escape}')
    expect(await asked).toBe(false)
    expect(document.activeElement?.id).toBe('act')
    await expect
      .poll(() => document.getElementById('status')?.textContent)
      .toContain('You are still signed out')
  })

  it('keeps the Tab key inside', async () => {
    void signInAgain(away)
    for (let presses = 0; presses < 6; presses += 1) {
      await userEvent.keyboard('{Tab}')
      expect(document.activeElement?.id).not.toBe('act')
    }
  })

  it('says in the dialog that the server was not reached, and can be tried again', async () => {
    void signInAgain(away)
    await userEvent.click(named('Sign in with your passkey'))
    await expect
      .poll(() => dialog()?.querySelector('[role=alert]')?.textContent)
      .toContain('We could not reach Takepart')
    expect(named('Sign in with your passkey')).toBeDefined()
  })

  it('offers a work account only where there are any, in another tab, for this person alone', async () => {
    const first = signInAgain(away)
    expect(dialog()?.querySelector('a')).toBeNull()
    named('Not now').click()
    await first
    document.getElementById('main')!.dataset['workAccounts'] = 'yes'
    void signInAgain(away)
    const link = named('Sign in with your work account') as HTMLAnchorElement
    expect(new URL(link.href).search).toBe('?next=%2Fdesk%2Fsigned-in&as=ash')
    expect(link.target).toBe('_blank')
  })

  it('goes on when that tab says that this person is signed in, and not when somebody else is', async () => {
    const asked = signInAgain(away)
    const channel = new BroadcastChannel(signedInChannel)
    channel.postMessage('bo')
    await new Promise((done) => setTimeout(done, 200))
    expect(dialog()?.open).toBe(true)
    channel.postMessage('ash')
    expect(await asked).toBe(true)
    channel.close()
  })
})
