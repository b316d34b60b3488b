import { html, nothing } from 'lit'
import type { AccountProblem } from '../../domain/account/account-problem.ts'
import type { Role } from '../../domain/account/role.ts'
import { dayOfMomentWords } from '../../domain/core/dates.ts'
import { deskPaths } from '../../domain/site/desk-paths.ts'
import { backLink } from '../../ui/back-link.ts'
import { button } from '../../ui/button.ts'
import { checkboxes } from '../../ui/checkboxes.ts'
import { errorSummary } from '../../ui/error-summary.ts'
import { fieldHref, pageTitleId } from '../../ui/field.ts'
import { notice } from '../../ui/notice.ts'
import { accountProblemWords, accountWords } from '../../words/account.ts'
import { madeLinkView, type MadeLinkModel } from './made-link.view.ts'
import { rolesField, rolesFieldId, worksOnField } from './role-fields.view.ts'
import { withoutScript } from './sign-in.view.ts'

export interface ColleagueModel {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly everyConsultation: boolean
  readonly consultations: readonly ConsultationChoice[]
  /** The Trust's own sign-in decides their roles. */
  readonly byProvider: boolean
  readonly isSuspended: boolean
  readonly joinedAt: string
  readonly problems: readonly AccountProblem[]
  /** What was done last, in words. */
  readonly done?: string
  readonly made?: MadeLinkModel
}

export interface ConsultationChoice {
  readonly id: string
  readonly title: string
  /** The person works on it. */
  readonly isTheirs: boolean
}

export interface ColleagueHandlers {
  readonly onRole: (role: Role, has: boolean) => void
  readonly onEvery: (every: boolean) => void
  readonly onConsultation: (id: string, isTheirs: boolean) => void
  readonly onSave: () => void
  readonly onSuspend: () => void
  readonly onReadmit: () => void
  readonly onNewPasskey: () => void
  readonly onCopy: () => void
}

export const colleagueDoneId = 'done'
const suspendId = 'suspend'

/** What one colleague may do, and whether they can sign in; for administrators. */
export const colleagueView = (
  model: ColleagueModel,
  handlers?: ColleagueHandlers,
) => html`<div class="wrap wide">
  ${backLink({ href: deskPaths.staff, text: accountWords.cancel })}
  ${model.problems.length > 0 ? summary(model) : nothing}
  ${model.done ? html`<div id=${colleagueDoneId} tabindex="-1">${notice({ tone: 'good', content: model.done })}</div>` : nothing}
  <h1 id=${pageTitleId}>${accountWords.changeTitle(model.name)}</h1>
  <p class="lede">${accountWords.since(dayOfMomentWords(model.joinedAt))}${model.isSuspended ? html` <span class="mark alarm">${accountWords.suspended}</span>` : nothing}</p>
  <form method="dialog" novalidate @submit=${(event: Event) => {
    event.preventDefault()
    handlers?.onSave()
  }}>
    ${model.byProvider ? notice({ content: accountWords.rolesByProvider }) : rolesField(model.roles, rolesProblemsIn(model), handlers?.onRole)}
    ${worksOnField(model.everyConsultation, { own: consultationsField(model, handlers), ...(handlers ? { onEvery: handlers.onEvery } : {}) })}
    <div class="actions">${button({ type: 'submit', text: accountWords.saveRoles })}</div>
    ${withoutScript}
  </form>
  ${model.made ? madeLinkView(model.made, () => handlers?.onCopy()) : nothing}
  ${model.byProvider || model.isSuspended ? nothing : passkeySection(handlers)}
  ${model.isSuspended ? readmitSection(handlers) : suspendSection(handlers)}
</div>`

const consultationsField = (
  { consultations }: ColleagueModel,
  handlers?: ColleagueHandlers,
): unknown =>
  consultations.length === 0
    ? html`<p>${accountWords.noConsultations}</p>`
    : checkboxes({
        id: 'consultations',
        name: 'consultations',
        title: accountWords.theirConsultations,
        items: consultations.map(({ id, title, isTheirs }) => ({
          value: id,
          text: title === '' ? accountWords.withoutTitle : title,
          checked: isTheirs,
        })),
        onChange: (id, isTheirs) => handlers?.onConsultation(id, isTheirs),
      })

const passkeySection = (
  handlers?: ColleagueHandlers,
) => html`<section class="part" aria-labelledby="new-passkey">
  <h2 id="new-passkey">${accountWords.lostTheirPasskey}</h2>
  <p>${accountWords.newPasskeyMore}</p>
  <div class="actions">${button({ text: accountWords.newPasskey, kind: 'second', onClick: () => handlers?.onNewPasskey() })}</div>
</section>`

const suspendSection = (
  handlers?: ColleagueHandlers,
) => html`<section class="part" aria-labelledby="suspending">
  <h2 id="suspending">${accountWords.leaving}</h2>
  <p>${accountWords.suspendMore}</p>
  <div class="actions">${button({ text: accountWords.suspend, id: suspendId, kind: 'danger', onClick: () => handlers?.onSuspend() })}</div>
</section>`

const readmitSection = (
  handlers?: ColleagueHandlers,
) => html`<section class="part" aria-labelledby="readmitting">
  <h2 id="readmitting">${accountWords.comingBack}</h2>
  <p>${accountWords.readmitMore}</p>
  <div class="actions">${button({ text: accountWords.readmit, kind: 'second', onClick: () => handlers?.onReadmit() })}</div>
</section>`

/** That somebody is the last administrator is said beside what was pressed: their roles, or the button. */
const rolesProblemsIn = ({ problems, roles }: ColleagueModel): readonly AccountProblem[] =>
  problems.filter(({ code }) => code !== 'last-administrator' || !roles.includes('administrator'))

const summary = (model: ColleagueModel) =>
  errorSummary({
    items: model.problems.map((problem) => ({
      href: fieldHref(rolesProblemsIn(model).includes(problem) ? rolesFieldId : suspendId),
      text: accountProblemWords(problem),
    })),
  })
