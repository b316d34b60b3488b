import { html } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { momentWords } from '../../domain/core/dates.ts'
import type { Role } from '../../domain/account/role.ts'
import { button } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { accountWords } from '../../words/account.ts'

export interface SessionsModel {
  readonly roles: readonly Role[]
  readonly sessions: readonly ListedSession[]
}

export interface ListedSession {
  readonly id: string
  readonly browser: string
  readonly startedAt: string
  readonly lastUsedAt: string
  readonly isThis: boolean
}

export interface SessionsHandlers {
  readonly onEnd: (id: string) => void
  readonly onSignOut: () => void
}

/** Where the person is signed in, what they may do, and the way out. */
export const sessionsView = (
  { roles, sessions }: SessionsModel,
  handlers?: SessionsHandlers,
) => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${accountWords.sessionsTitle}</h1>
  <p class="lede">${accountWords.sessionsLede}</p>
  <ul class="log plain">${repeat(
    sessions,
    ({ id }) => id,
    (session) => sessionItem(session, handlers),
  )}</ul>
  <section class="part" aria-labelledby="sign-out-here">
    <h2 id="sign-out-here">${accountWords.signOutHere}</h2>
    <p>${accountWords.signOutMore}</p>
    <div class="actions">${button({ text: accountWords.signOutHere, id: 'sign-out-button', onClick: () => handlers?.onSignOut() })}</div>
  </section>
  <section class="part" aria-labelledby="your-roles">
    <h2 id="your-roles">${accountWords.yourRoles}</h2>
    <ul>${roles.map((role) => html`<li><strong>${accountWords.roles[role]}.</strong> ${accountWords.roleMay[role]}.</li>`)}</ul>
  </section>
</div>`

const sessionItem = (session: ListedSession, handlers?: SessionsHandlers) => html`<li>
  <div>
    <strong>${session.browser}</strong>${session.isThis ? html` <span class="mark going">${accountWords.thisSession}</span>` : ''}
    <p class="quiet">${accountWords.sessionStarted(momentWords(session.startedAt))}, ${accountWords.sessionUsed(momentWords(session.lastUsedAt))}</p>
  </div>
  ${
    session.isThis
      ? ''
      : button({
          text: accountWords.endSession,
          kind: 'second',
          hidden: accountWords.endSessionWhat(session.browser),
          onClick: () => handlers?.onEnd(session.id),
        })
  }
</li>`
