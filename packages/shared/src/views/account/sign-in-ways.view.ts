import { html, nothing } from 'lit'
import type { AccountProblem } from '../../domain/account/account-problem.ts'
import type { SignInChoice } from '../../domain/account/sign-in-ways.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { accountProblemWords, accountWords } from '../../words/account.ts'
import { withoutScript } from './sign-in.view.ts'

export interface SignInWaysModel extends SignInChoice {
  readonly problems: readonly AccountProblem[]
  readonly isSaved: boolean
}

export interface SignInWaysHandlers {
  readonly onPasskeys: (allowed: boolean) => void
  readonly onProvider: (allowed: boolean) => void
  readonly onSave: () => void
}

const waysId = 'ways'
export const waysSavedId = 'saved'

/** Which ways to sign in are allowed; for administrators, where there are two. */
export const signInWaysView = (
  { passkeys, provider, problems, isSaved }: SignInWaysModel,
  handlers?: SignInWaysHandlers,
) => html`<div class="wrap wide">
  ${backLink({ href: deskPaths.staff, text: accountWords.cancel })}
  ${problems.length > 0 ? errorSummary({ items: problems.map((problem) => ({ href: fieldHref(waysId), text: accountProblemWords(problem) })) }) : nothing}
  ${isSaved ? html`<div id=${waysSavedId} tabindex="-1">${notice({ tone: 'good', content: accountWords.waysSaved })}</div>` : nothing}
  <h1 id=${pageTitleId}>${accountWords.signInWays}</h1>
  <p class="lede">${accountWords.signInWaysMore}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onSave()
  }}>
    ${checkboxes({
      id: waysId,
      name: 'ways',
      title: accountWords.signInWaysLegend,
      ...(problems[0] ? { error: accountProblemWords(problems[0]) } : {}),
      items: [
        {
          value: 'passkeys',
          text: accountWords.wayPasskeys,
          hint: accountWords.wayPasskeysHint,
          checked: passkeys,
        },
        {
          value: 'provider',
          text: accountWords.wayProvider,
          hint: accountWords.wayProviderHint,
          checked: provider,
        },
      ],
      onChange: (way, allowed) =>
        way === 'passkeys' ? handlers?.onPasskeys(allowed) : handlers?.onProvider(allowed),
    })}
    <div class="actions">${button({ type: 'submit', text: accountWords.saveWays })}</div>
    ${withoutScript}
  </form>
</div>`
