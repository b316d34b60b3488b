import { html } from 'lit'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { linkButton } from '../../ui/button.ts'
import { pageTitleId } from '../../ui/field.ts'
import { accountWords } from '../../words/account.ts'
import { deskWords } from '../../words/desk.ts'

/** What is said to whoever signed in with their work account beside a page that waits for them. */
export const signedInView = () => html`<div class="wrap wide">
  <h1 id=${pageTitleId}>${accountWords.signedInTitle}</h1>
  <p class="lede">${accountWords.signedInMore}</p>
  <div class="actions">${linkButton({ text: deskWords.toDesk, href: deskPaths.home, kind: 'second' })}</div>
</div>`
