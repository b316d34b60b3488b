import { html, nothing } from 'lit'
import type { AccountProblem } from '../../domain/account/account-problem.ts'
import type { WrittenInvitation } from '../../domain/account/invitation.ts'
import type { Role } from '../../domain/account/role.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { textInput } from '../../ui/text-input.ts'
import { accountProblemWords, accountWords } from '../../words/account.ts'
import { madeLinkView, type MadeLinkModel } from './made-link.view.ts'
import { rolesField, rolesFieldId, worksOnField } from './role-fields.view.ts'
import { withoutScript } from './sign-in.view.ts'

export interface InviteModel extends WrittenInvitation {
  readonly problems: readonly AccountProblem[]
  /** The link, once it is made. */
  readonly made?: MadeLinkModel
}

export interface InviteHandlers {
  readonly onName: (name: string) => void
  readonly onEmail: (email: string) => void
  readonly onRole: (role: Role, has: boolean) => void
  readonly onEvery: (every: boolean) => void
  readonly onInvite: () => void
  readonly onCopy: () => void
  readonly onAnother: () => void
}

/** Nothing is written yet. */
export const emptyInvitation: InviteModel = {
  name: '',
  email: '',
  roles: [],
  everyConsultation: true,
  problems: [],
}

const nameId = 'invite-name'
const emailId = 'invite-email'

/** Where an administrator invites a colleague, and is shown the link once. */
export const inviteView = (
  model: InviteModel,
  handlers?: InviteHandlers,
) => html`<div class="wrap wide">
  ${backLink({ href: deskPaths.staff, text: accountWords.cancel })}
  ${model.problems.length > 0 ? summary(model.problems) : nothing}
  <h1 id=${pageTitleId}>${accountWords.invite}</h1>
  ${model.made ? done(model.made, handlers) : form(model, handlers)}
</div>`

const done = (made: MadeLinkModel, handlers?: InviteHandlers) => html`
  ${madeLinkView(made, () => handlers?.onCopy())}
  <div class="actions">${button({ text: accountWords.inviteAnother, kind: 'second', onClick: () => handlers?.onAnother() })}</div>`

const form = (
  model: InviteModel,
  handlers?: InviteHandlers,
) => html`<p class="lede">${accountWords.inviteLede}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onInvite()
  }}>
    ${textInput({
      id: nameId,
      name: 'name',
      title: accountWords.inviteName,
      hint: accountWords.joinNameHint,
      value: model.name,
      ...errorOf(model.problems, 'name'),
      onInput: (name) => handlers?.onName(name),
    })}
    ${textInput({
      id: emailId,
      name: 'email',
      title: accountWords.inviteEmail,
      optional: true,
      hint: accountWords.inviteEmailHint,
      value: model.email,
      inputmode: 'email',
      // A colleague's address, apart from what the browser knows of whoever sits here.
      autocomplete: 'section-colleague email',
      spellcheck: false,
      ...errorOf(model.problems, 'email'),
      onInput: (email) => handlers?.onEmail(email),
    })}
    ${rolesField(model.roles, model.problems, handlers?.onRole)}
    ${worksOnField(model.everyConsultation, handlers ? { onEvery: handlers.onEvery } : {})}
    <div class="actions">${button({ type: 'submit', text: accountWords.inviteButton })}</div>
    ${withoutScript}
  </form>`

function errorOf(problems: readonly AccountProblem[], field: 'name' | 'email') {
  const problem = problems.find(({ code }) => code.startsWith(field))
  return problem ? { error: accountProblemWords(problem) } : {}
}

const fieldOf = ({ code }: AccountProblem): string =>
  code.startsWith('name') ? nameId : code.startsWith('email') ? emailId : rolesFieldId

const summary = (problems: readonly AccountProblem[]) =>
  errorSummary({
    items: problems.map((problem) => ({
      href: fieldHref(fieldOf(problem)),
      text: accountProblemWords(problem),
    })),
  })
