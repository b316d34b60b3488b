import { html, nothing } from 'lit'
import { button, linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { accountWords } from '../../words/account.ts'

export interface SignInModel {
  /** Where to go on to; a path of the desk. */
  readonly next: string
  /** The person has just signed out. */
  readonly out: boolean
  readonly ways: SignInWays
  /** What went wrong the last time, in words. */
  readonly problem?: string
}

/** Which ways to sign in there are here. */
export interface SignInWays {
  readonly passkeys: boolean
  /** Where the way through the Trust's own sign-in begins; absent: there is none. */
  readonly providerHref?: string
}

export interface SignInHandlers {
  readonly onPasskey: () => void
}

/** The page to sign in to the desk. */
export const signInView = (
  { out, ways, problem }: SignInModel,
  handlers?: SignInHandlers,
) => html`<div class="wrap wide">
  ${out ? notice({ tone: 'good', title: accountWords.signedOut, content: accountWords.signedOutMore }) : nothing}
  <h1 id=${pageTitleId}>${accountWords.signInTitle}</h1>
  ${waysView({ ways, problem }, handlers)}
  ${
    ways.passkeys
      ? html`<section class="part" aria-labelledby="lost">
          <h2 id="lost">${accountWords.lostPasskey}</h2>
          <p>${accountWords.lostPasskeyMore}</p>
        </section>`
      : nothing
  }
</div>`

const waysView = (
  { ways, problem }: Pick<SignInModel, 'ways' | 'problem'>,
  handlers?: SignInHandlers,
) => html`${problem ? notice({ tone: 'warning', title: accountWords.notSignedIn, content: problem }) : nothing}
  ${
    ways.passkeys
      ? html`<p class="lede">${accountWords.signInLede}</p>
          <div class="actions">${button({ text: accountWords.signInWithPasskey, id: 'use-passkey', onClick: () => handlers?.onPasskey() })}</div>
          ${withoutScript}`
      : nothing
  }
  ${
    ways.providerHref
      ? html`<div class="actions">${linkButton({ text: accountWords.signInWithProvider, href: ways.providerHref, ...(ways.passkeys ? { kind: 'second' as const } : {}) })}</div>`
      : nothing
  }`

export interface SignInAgainModel {
  readonly problem?: string
  /** Absent while it is not known: then only the passkey is offered. */
  readonly providerHref?: string
}

export interface SignInAgainHandlers extends SignInHandlers {
  readonly onNotNow: () => void
}

export const signInAgainTitleId = 'sign-in-again-title'

/** What the dialog says that opens over a page whose session has ended. The page behind it stays as it is. */
export const signInAgainView = (
  { problem, providerHref }: SignInAgainModel,
  { onPasskey, onNotNow }: SignInAgainHandlers,
) => html`<h2 id=${signInAgainTitleId} tabindex="-1">${accountWords.signInAgain}</h2>
  <p>${accountWords.signInAgainMore}</p>
  ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
  <div class="actions">
    ${button({ text: accountWords.signInWithPasskey, onClick: onPasskey })}
    ${providerHref ? html`<a class="button second" href=${providerHref} target="_blank" rel="opener">${accountWords.signInWithProvider}</a>` : nothing}
    ${button({ text: accountWords.notNow, kind: 'quiet', onClick: onNotNow })}
  </div>`

/** Said where no script runs. Its words stand in the template: Lit cannot put any into what a browser with scripts reads as text. */
export const withoutScript = html`<noscript><p>Passkeys need JavaScript. Turn it on in this browser, then open this page again.</p></noscript>`
