import { html, nothing } from 'lit'
import type { AccountProblem } from '../../domain/account/account-problem.ts'
import type { Role } from '../../domain/account/role.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { textInput } from '../../ui/text-input.ts'
import { accountProblemWords, accountWords } from '../../words/account.ts'
import { withoutScript } from './sign-in.view.ts'

/** What the page of a link shows. Nothing but that the link is of no use, where it is not. */
export type JoinModel =
  | { readonly usable: false }
  | {
      readonly usable: true
      readonly token: string
      readonly purpose: 'first' | 'join' | 'new-passkey'
      /** Whom the link is for; the first member of staff says it here. */
      readonly name: string
      readonly roles: readonly Role[]
    }

export interface JoinState {
  readonly name: string
  readonly problems: readonly AccountProblem[]
}

export interface JoinHandlers {
  readonly onName: (name: string) => void
  readonly onJoin: () => void
}

const nameId = 'joining-name'

/** Where somebody makes their passkey, and so joins. */
export function joinView(model: JoinModel, state?: JoinState, handlers?: JoinHandlers) {
  if (!model.usable)
    return html`<div class="wrap wide">
      <h1 id=${pageTitleId}>${accountWords.linkGone}</h1>
      <p class="lede">${accountWords.linkGoneMore}</p>
    </div>`
  const { purpose } = model
  const problems = state?.problems ?? []
  const isNewKey = purpose === 'new-passkey'
  return html`<div class="wrap wide">
    ${problems.length > 0 ? errorSummary({ items: problems.map((problem) => ({ href: problem.code.startsWith('name') ? `#${nameId}` : '#make-passkey', text: accountProblemWords(problem) })) }) : nothing}
    <h1 id=${pageTitleId}>${isNewKey ? accountWords.joinTitleNewKey : accountWords.joinTitle}</h1>
    ${purpose === 'first' ? html`<p class="lede">${accountWords.joinFirst}</p>` : html`<p class="lede">${accountWords.joinLede(model.name)}</p>`}
    ${isNewKey ? notice({ tone: 'warning', content: accountWords.newKeyMore }) : rolesView(model.roles)}
    ${purpose === 'first' ? nameField(state, handlers) : nothing}
    <section class="part" aria-labelledby="about-passkey">
      <h2 id="about-passkey">${accountWords.joinPasskey}</h2>
      <p>${accountWords.joinPasskeyMore}</p>
      <p>${accountWords.joinShared}</p>
    </section>
    <div class="actions">${button({ text: isNewKey ? accountWords.joinButtonNewKey : accountWords.joinButton, id: 'make-passkey', onClick: () => handlers?.onJoin() })}</div>
    ${withoutScript}
  </div>`
}

const rolesView = (
  roles: readonly Role[],
) => html`<section class="part" aria-labelledby="your-roles">
  <h2 id="your-roles">${accountWords.joinYourRoles}</h2>
  <ul>${roles.map((role) => html`<li><strong>${accountWords.roles[role]}.</strong> ${accountWords.roleMay[role]}.</li>`)}</ul>
</section>`

function nameField(state?: JoinState, handlers?: JoinHandlers) {
  const problem = state?.problems.find(({ code }) => code.startsWith('name'))
  return textInput({
    id: nameId,
    name: 'name',
    title: accountWords.joinName,
    hint: accountWords.joinNameHint,
    value: state?.name ?? '',
    autocomplete: 'name',
    ...(problem ? { error: accountProblemWords(problem) } : {}),
    onInput: (name) => handlers?.onName(name),
  })
}
